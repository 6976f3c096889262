/** Whatever a model calls, and however badly, every call gets one typed answer. */
import { expect, test } from "vitest";
import { z } from "zod";
import { defineTool } from "../../tools/define-tool.ts";
import type { Tool } from "../../tools/tool.ts";
import { serveResponses, toolOutputs } from "./openai-wire.ts";
import { countDays, runGraph, showBudget, toolResults } from "./planner-run.ts";

const GOOD = { id: "call_good", name: "count_days", args: { from: "2027-05-10", to: "2027-05-13" } };

test.each([
  ["no JSON", "count_days", '{"from": "2027-05', "invalid_input", /count_days expected its arguments as a JSON object/],
  ["JSON, but no object", "count_days", "[1, 2]", "invalid_input", /expected an object, got \[1,2\]/],
  ["the wrong fields", "count_days", { from: "2027-05-10", until: "2027-05-13" }, "invalid_input", /to: .*until/],
  ["a date that is none", "count_days", { from: "2027-02-30", to: "2027-03-01" }, "invalid_input", /from: /],
  [
    "a tool that is none",
    "book_flight",
    {},
    "unknown_tool",
    /Expected one of count_days, show_budget, got "book_flight"/,
  ],
  ["dates the wrong way round", "count_days", { from: "2027-05-13", to: "2027-05-10" }, "dates_reversed", /Swap them/],
])("%s is answered, and the model goes on", async (_, name, args, code, message) => {
  const served = serveResponses({ calls: [{ id: "call_bad", name, args }] }, { text: ["Let me ask differently."] });
  const run = await runGraph({ served });
  expect(run.failure).toBeNull();
  expect(run).toMatchObject({ recorded: { answer: "Let me ask differently." }, tally: { steps: 2 } });
  const answer = { status: "error", error: { code, message: expect.stringMatching(message) } };
  expect(toolResults(run)).toMatchObject([{ name, result: answer }]);
  expect(toolOutputs(served.requests[1] ?? { body: {} })).toMatchObject({ call_bad: answer });
});

test("a good call beside a bad one is carried out", async () => {
  const bad = { id: "call_bad", name: "show_budget", args: '{"amount":' };
  const served = serveResponses({ calls: [bad, GOOD] }, { text: ["ok"] });
  await runGraph({ served });
  expect(toolOutputs(served.requests[1] ?? { body: {} })).toMatchObject({
    call_bad: { status: "error", error: { code: "invalid_input" } },
    call_good: { status: "ok", days: 4 },
  });
});

test("a call that could be read in a later step is not mistaken for the unreadable one before it", async () => {
  const served = serveResponses({ calls: [{ ...GOOD, args: "{" }] }, { calls: [GOOD] }, { text: ["ok"] });
  const run = await runGraph({ served });
  expect(toolResults(run).map(({ result }) => result.status)).toEqual(["error", "ok"]);
});

test("the tools of one step run side by side", async () => {
  const waiting: (() => void)[] = [];
  const meet = async (): Promise<void> => {
    const arrived = new Promise<void>((resolve) => waiting.push(resolve));
    if (waiting.length === 2) for (const go of waiting) go();
    await arrived;
  };
  const meeting = (name: string): Tool =>
    defineTool({
      name,
      title: name,
      description: "Waits for the other.",
      input: z.strictObject({}),
      fields: {},
      hints: countDays.hints,
      run: async () => {
        await meet();
        return { status: "ok", notices: [] };
      },
    });
  const calls = ["meet_north", "meet_south"].map((name) => ({ name, args: {} }));
  const run = await runGraph({
    served: serveResponses({ calls }, { text: ["They met."] }),
    tools: [meeting("meet_north"), meeting("meet_south")],
  });
  expect(run.recorded?.answer).toBe("They met.");
  expect(run.events.slice(1, 3).map(({ type }) => type)).toEqual(["tool-call", "tool-call"]);
});

test("a defect in a tool is ours: it ends the run instead of going to the model", async () => {
  const broken: Tool = { ...showBudget, call: () => Promise.reject(new RangeError("off by one")) };
  const served = serveResponses({ calls: [{ name: "show_budget", args: { amount: 1 } }] }, { text: ["ok"] });
  const run = await runGraph({ served, tools: [broken] });
  expect(run.failure).toBeInstanceOf(RangeError);
  expect(served.requests).toHaveLength(1);
});
