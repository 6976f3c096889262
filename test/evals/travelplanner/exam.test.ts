/** Holds the exam to a folder reckoned by hand: what is planned, what is written, what is refused. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runTravelplanner } from "../../../evals/travelplanner/command.ts";
import { evaluatePlans } from "../../../evals/travelplanner/evaluate.ts";
import { unpacked } from "../../../evals/travelplanner/plain-literal.ts";
import { type ExamQuery, readQuery } from "../../../evals/travelplanner/query.ts";
import { sandboxOf } from "../../../evals/travelplanner/sandbox.ts";
import type { SubmittedPlan } from "../../../evals/travelplanner/submission.ts";
import { readTables } from "../../../evals/travelplanner/tables.ts";
import { LINE, smallFolder } from "./small-folder.ts";

async function run(data: string, ...more: string[]) {
  const out = join(data, "out");
  let stdout = "";
  let stderr = "";
  const parts = { stdout: (text: string) => (stdout += text), stderr: (text: string) => (stderr += text) };
  const args = ["--data", data, "--split", "train", "--out", out, ...more];
  return { code: await runTravelplanner(args, parts), stdout, stderr, out };
}

async function plansOf(out: string): Promise<SubmittedPlan[]> {
  const text = await readFile(join(out, "plans.jsonl"), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as SubmittedPlan);
}

function query(line: object): ExamQuery {
  const read = readQuery(JSON.stringify(line), 1);
  if ("error" in read) throw new Error(read.error);
  return read;
}

test("the one possible plan is found, written as the exam wants it, and passes", async () => {
  const { code, stdout, out } = await run(await smallFolder([LINE]));
  expect(code).toBe(0);
  expect(stdout).toMatch(/final pass +100\.00/);
  const [plan] = await plansOf(out);
  expect(plan?.plan[0]).toMatchObject({
    days: 1,
    current_city: "from Home to Ash",
    transportation: "Flight Number: F1, from Home to Ash, Departure Time: 08:00, Arrival Time: 09:30",
    accommodation: "Flat, with view, Ash",
  });
  expect(plan?.plan[1]).toMatchObject({ current_city: "Ash", transportation: "-", attraction: "Mill, Ash;" });
  expect(plan?.plan[2]).toMatchObject({ accommodation: "-" });
});

test("lines that cannot be read are told one by one, and the others are still planned", async () => {
  const lines = [
    { ...LINE, idx: 7, org: undefined },
    { ...LINE, idx: 8, budget: null },
    "{broken",
    { ...LINE, idx: 10 },
  ];
  const { code, stderr, out } = await run(await smallFolder(lines));
  expect(code).toBe(1);
  expect(
    stderr
      .trim()
      .split("\n")
      .map((line) => line.slice(0, 28)),
  ).toEqual(["train.jsonl line 1 (idx 7): ", "train.jsonl line 2 (idx 8): ", "train.jsonl line 3 (idx 3): "]);
  expect((await plansOf(out)).map((plan) => [plan.idx, plan.plan.length])).toEqual([
    [7, 0],
    [8, 0],
    [3, 0],
    [10, 3],
  ]);
});

test("a budget too small is an undelivered plan with its reason", async () => {
  const { code, stderr } = await run(await smallFolder([{ ...LINE, budget: 100 }]));
  expect(code).toBe(1);
  expect(stderr).toContain("the budget is 100");
});

test("a missing file is one clear error", async () => {
  const { code, stderr } = await run(await smallFolder([LINE], "flights.csv"));
  expect(code).toBe(2);
  expect(stderr).toMatch(/^flights\.csv was expected .* ENOENT.*\n$/);
});

test("text mode plans what the given reader understood", async () => {
  const data = await smallFolder([LINE]);
  const readText = () => ({ error: "no idea" });
  let stderr = "";
  const args = ["--data", data, "--split", "train", "--mode", "text", "--out", join(data, "out")];
  expect(await runTravelplanner(args, { readText, stdout: () => {}, stderr: (text) => (stderr += text) })).toBe(1);
  expect(stderr).toContain("no idea");
});

test("fields in the text form of copies are read", () => {
  expect(unpacked("['American', \"Chef's\"]")).toEqual(["American", "Chef's"]);
  expect(unpacked("{'house rule': None, 'cuisine': ['Thai', 'French']}")).toEqual({
    "house rule": null,
    cuisine: ["Thai", "French"],
  });
  const local_constraint =
    "{'house rule': 'parities', 'cuisine': \"['Thai']\", 'room type': 'Entire home/apt', 'transportation': None}";
  const { request } = query({
    ...LINE,
    local_constraint,
    date: "['2022-03-01', '2022-03-02', '2022-03-03']",
    budget: "1,700",
  });
  expect(request).toMatchObject({
    houseRule: "parties",
    cuisines: ["Thai"],
    room: "entire room",
    transport: null,
    budget: 1700,
  });
  expect(request.dates).toHaveLength(3);
});

describe("the evaluation", async () => {
  const data = await smallFolder([LINE]);
  const { out } = await run(data);
  const sandbox = sandboxOf(await readTables(data));
  const [good] = await plansOf(out);
  const judge = (change: (days: Record<string, unknown>[]) => void, line: object = LINE) => {
    const plan = structuredClone(good) ?? { idx: 1, query: "", plan: [] };
    change(plan.plan);
    return evaluatePlans([query(line)], [plan], sandbox);
  };
  const set = (day: number, key: string, value: string) => (days: Record<string, unknown>[]) => {
    Object.assign(days[day] ?? {}, { [key]: value });
  };

  test.each([
    ["is_valid_accommodation", set(1, "accommodation", "Bunk, Ash")],
    ["is_valid_restaurants", (days: Record<string, unknown>[]) => set(1, "lunch", String(days[1]?.dinner))(days)],
    ["is_valid_information_in_sandbox", set(1, "lunch", "Nowhere, Ash")],
    ["is_not_absent", set(1, "attraction", "-")],
    ["is_valid_transportation", set(0, "transportation", "-")],
    ["is_reasonable_visiting_city", set(2, "current_city", "from Ash to Birch")],
    ["valid_room_type", set(0, "accommodation", "Bunk, Ash")],
    ["valid_room_rule", set(0, "accommodation", "Kennel, Ash")],
  ])("finds %s", (check, change) => {
    expect(Object.keys(judge(change).judged[0]?.violations ?? {})).toContain(check);
  });

  test("a plan over budget fails one of four hard checks and the final pass alone", () => {
    const { scores } = judge(() => {}, { ...LINE, budget: 200 });
    expect(scores).toMatchObject({
      commonsenseMicro: 1,
      commonsenseMacro: 1,
      hardMicro: 3 / 4,
      hardMacro: 0,
      finalPass: 0,
    });
  });

  test("a plan with something invented is not judged by hard checks and counts for no macro figure", () => {
    const { scores } = judge(set(1, "lunch", "Nowhere, Ash"));
    expect(scores).toMatchObject({ commonsenseMicro: 7 / 8, commonsenseMacro: 0, hardMicro: 0, finalPass: 0 });
  });

  test("an undelivered plan counts for nothing", () => {
    expect(judge((days) => days.splice(0)).scores).toMatchObject({ delivery: 0, commonsenseMicro: 0, hardMicro: 0 });
  });
});
