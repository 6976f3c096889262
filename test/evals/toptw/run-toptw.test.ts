/** The scheduler's suite as it is called: what it writes, when it fails, and that it takes any folder of the layout. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runToptw } from "../../../evals/toptw/run-toptw.ts";
import { instanceText } from "../../bench/toptw/instance-text.ts";

const root = mkdtempSync(join(tmpdir(), "eval-toptw-"));
afterAll(() => rmSync(root, { recursive: true }));

/**
 * Three in a row east of the depot, ten apart, back by 65. 1 and 2 fit together (10 + 5, 10 more, wait until 40, 5, back
 * at 65), 3 only alone (30 + 5, back at 65): one path is worth 3 + 4, two are worth 3 + 4 + 5.
 */
const LINE = [
  "4 2 3 1",
  "0 0",
  "0 0.00 0.00 0 0 0 0 0 65",
  "1 10.00 0.00 5 3 1 1 1 0 50",
  "2 20.00 0.00 5 4 1 2 1 7 40 60",
  "3 30.00 0.00 5 5 1 1 1 0 54",
].join("\n");

function folderOf(name: string, instances: Record<string, string>, references?: readonly string[]): string {
  const folder = join(root, name);
  mkdirSync(join(folder, "instances"), { recursive: true });
  for (const [instance, text] of Object.entries(instances)) {
    writeFileSync(join(folder, "instances", `${instance}.txt`), text);
  }
  const head = "instance,routes,score,status,alns_10s,ortools_3s";
  if (references) writeFileSync(join(folder, "reference_scores.csv"), `${[head, ...references].join("\n")}\n`);
  return folder;
}

const line = folderOf("line", { c901: LINE }, ["c901,1,7,proven,7,7", "c901,2,15,own-best,12,12"]);
const run = (...args: string[]): Promise<number> => runToptw(["--steps", "200", "--paths", "1,2", ...args]);
const written = (out: string): string => readFileSync(join(root, out, "toptw.json"), "utf8");

describe("what it writes", () => {
  beforeAll(async () => {
    expect(await run("--data", line, "--out", join(root, "first"))).toBe(0);
  });

  test("scores, routes and gaps to the reference, run by run and on the whole", () => {
    const result = JSON.parse(written("first"));
    expect(result).toMatchObject({ format: 1, suite: "toptw", steps: 200, seed: 1 });
    expect(result.runs).toEqual([
      {
        ...{ instance: "c901", paths: 1, score: 7, reference: 7, referenceStatus: "proven", gapPercent: 0 },
        ...{ faults: [], routes: ["1 2"] },
      },
      {
        ...{ instance: "c901", paths: 2, score: 12, reference: 15, referenceStatus: "own-best", gapPercent: 20 },
        ...{ faults: [], routes: expect.arrayContaining(["1 2", "3"]) },
      },
    ]);
    const all = { runs: 2, invalid: 0, meanGapPercent: 10, worstGapPercent: 20, atReference: 1 };
    expect(result).toMatchObject({ all, bySet: { c: all }, byPaths: { 1: { meanGapPercent: 0 } } });
  });

  test("the same bytes again, and another hash for other instances", async () => {
    await run("--data", line, "--out", join(root, "again"));
    expect(written("again")).toBe(written("first"));
    const moved = folderOf("moved", { c901: LINE.replace("10.00", "11.00") }, ["c901,1,7,proven,7,7"]);
    await run("--data", moved, "--out", join(root, "moved-out"));
    expect(JSON.parse(written("moved-out")).dataHash).not.toBe(JSON.parse(written("first")).dataHash);
  });

  test("a folder of other sets, without reference scores, runs the same way", async () => {
    const shape = { vertices: 12, isClustered: true, isNarrow: false };
    const instances = Object.fromEntries(
      ["c201", "pr11", "r201", "rc201"].map((name, seed) => [name, instanceText({ ...shape, seed })]),
    );
    const other = folderOf("other", instances);
    expect(await run("--data", other, "--out", join(root, "other-out"))).toBe(0);
    const { all, bySet, runs } = JSON.parse(written("other-out"));
    expect(all).toEqual({ runs: 8, invalid: 0, meanGapPercent: null, worstGapPercent: null, atReference: 0 });
    expect(Object.keys(bySet)).toEqual(["c", "pr", "r", "rc"]);
    for (const { score, gapPercent } of runs) expect([score > 0, gapPercent]).toEqual([true, null]);
  });
});

describe("against a baseline", () => {
  const file = join(root, "kept", "baseline.json");
  const against = (...args: string[]): Promise<number> =>
    run("--data", line, "--out", join(root, "held"), "--baseline", file, ...args);
  const kept = { suite: "toptw", steps: 200, seed: 1, scores: { "c901 1": 7, "c901 2": 12 } };
  const keep = (scores: Record<string, number>): void => writeFileSync(file, JSON.stringify({ ...kept, scores }));

  test("is written, and reached by the same program", async () => {
    expect(await against("--write-baseline")).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(kept);
    expect(await against()).toBe(0);
  });

  test("fails below it, but not within what is let by", async () => {
    // 12 of 16 is 25 % less; over both runs 12.5 %.
    keep({ "c901 1": 7, "c901 2": 16 });
    expect(await against()).toBe(1);
    expect(await against("--tolerance", "12")).toBe(1);
    expect(await against("--tolerance", "12.5")).toBe(0);
  });

  test("a loss is made up for by gains, and runs of others are no part of it", async () => {
    keep({ "c901 1": 3.5, "c901 2": 16, "c902 1": 1_000 });
    expect(await against()).toBe(0);
  });

  test.each([
    ["another number of steps", { steps: 300 }, "--steps 300"],
    ["no run of these", { scores: { "c101 1": 7 } }, "Expected runs"],
    ["something else", { suite: "golden" }, "Expected a baseline"],
  ])("%s is refused", async (_, changes, message) => {
    writeFileSync(file, JSON.stringify({ ...kept, ...changes }));
    await expect(against()).rejects.toMatchObject({ code: "invalid_input", message: expect.stringContaining(message) });
  });
});

test.each([
  ["no folder", [], "Expected --data DIR"],
  ["a folder without instances", ["--data", root], "with instances/"],
  ["an instance that is not there", ["--data", line, "--only", "c901,r404"], "got no r404"],
  ["no such number of steps", ["--data", line, "--steps", "0"], "--steps"],
  ["no such tolerance", ["--data", line, "--tolerance", "much"], "--tolerance"],
  ["an option that is none", ["--data", line, "--ms", "5"], "--ms"],
])("%s is refused, and says what to give", async (_, args, message) => {
  await expect(runToptw(args)).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.stringContaining(message),
  });
});
