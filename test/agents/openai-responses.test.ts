/** The OpenAI path through the wire: what goes out, what comes back, what is kept of it. */
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from "vitest";
import type { PlannerModel } from "../../agents/models/model.ts";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { serveResponses } from "./openai-wire.ts";
import { KEY, runGraph, TODAY, toolResults } from "./planner-run.ts";

const PARALLEL_CALLS = [
  { id: "call_days", name: "count_days", args: { from: "2027-05-10", to: "2027-05-13" } },
  { id: "call_budget", name: "show_budget", args: { amount: 900 } },
];

test("text arrives piece by piece and becomes the answer", async () => {
  const run = await runGraph({ served: serveResponses({ text: ["Four ", "days ", "in Lisbon."] }) });
  expect(run.failure).toBeNull();
  expect(run.events).toEqual([
    { type: "step-start", step: 1 },
    { type: "text-delta", text: "Four " },
    { type: "text-delta", text: "days " },
    { type: "text-delta", text: "in Lisbon." },
    { type: "step-end", step: 1 },
    { type: "answer-checked", isGrounded: true, claims: [] },
  ]);
  expect(run).toMatchObject({ recorded: { answer: "Four days in Lisbon.", plan: null }, tally: { steps: 1 } });
});

test("the first request carries the key, the instructions, the date, the request and every tool with its schema", async () => {
  const served = serveResponses({ text: ["ok"] });
  await runGraph({ served });
  const [first] = served.requests;
  expect(first?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  expect(first?.body).toMatchObject({
    model: "gpt-5",
    stream: true,
    input: [
      { role: "developer", content: loadPrompt("planner").fill({}) },
      {
        role: "user",
        content: [
          { type: "input_text", text: expect.stringContaining(`"today":"${TODAY}"`) },
          { type: "input_text", text: "How long is my trip to Lisbon?" },
        ],
      },
    ],
    tools: [
      {
        type: "function",
        name: "count_days",
        description: "Counts the days of a trip, first and last included.",
        strict: false,
        parameters: { type: "object", required: ["from", "to"] },
      },
      { type: "function", name: "show_budget", parameters: { required: ["amount"] } },
    ],
  });
});

test("nothing is left to what the service might have stored", async () => {
  const served = serveResponses({ thought: "gAAAAB-encrypted", calls: PARALLEL_CALLS }, { text: ["ok"] });
  await runGraph({ served });
  expect(served.requests.map(({ body }) => body.store)).toEqual([false, false]);
  const { input } = served.requests[1]?.body ?? {};
  expect(JSON.stringify(input)).not.toContain("item_reference");
  expect(input).toContainEqual(expect.objectContaining({ type: "reasoning", encrypted_content: "gAAAAB-encrypted" }));
});

test("parallel calls of one step are all answered in the next request, call by call", async () => {
  const served = serveResponses({ calls: PARALLEL_CALLS }, { text: ["Four days, €900."] });
  const run = await runGraph({ served });
  expect(run.tally.steps).toBe(2);
  expect(toolResults(run)).toMatchObject([
    { name: "count_days", result: { status: "ok", days: 4 } },
    { name: "show_budget", result: { status: "ok", shown: "€900" } },
  ]);
  const { input } = served.requests[1]?.body ?? {};
  expect((input as unknown[]).slice(2)).toMatchObject([
    { type: "function_call", call_id: "call_days", name: "count_days" },
    { type: "function_call", call_id: "call_budget", name: "show_budget", arguments: '{"amount":900}' },
    { type: "function_call_output", call_id: "call_days", output: expect.stringContaining('"days":4') },
    { type: "function_call_output", call_id: "call_budget", output: expect.stringContaining('"shown":"€900"') },
  ]);
});

test("tokens add up over the steps, and the version that answered is the one on record", async () => {
  const usage = { input: 1_000, output: 50, cached: 768, reasoning: 32 };
  const run = await runGraph({
    served: serveResponses(
      { calls: PARALLEL_CALLS, usage },
      { text: ["ok"], usage: { input: 1_200, output: 40, cached: 1_024, reasoning: 8 }, model: "gpt-5-2026-08-01" },
    ),
  });
  expect(run.tally).toMatchObject({
    tokens: { input: 2_200, output: 90, cached: 1_792, reasoning: 40 },
    modelVersion: "openai/gpt-5-2026-08-01",
  });
});

test("an answer cut short by the service's own limit is still an answer", async () => {
  const run = await runGraph({ served: serveResponses({ text: ["Four days"], ends: "at-length" }) });
  expect(run).toMatchObject({ failure: null, recorded: { answer: "Four days" } });
});

test("a model is an object: a bare id would be sent to a gateway on the network", () => {
  expectTypeOf<Extract<PlannerModel["model"], string>>().toBeNever();
});

const printed: string[] = [];
const keepWarning = (warning: Error): void => {
  printed.push(warning.message);
};
beforeEach(() => {
  printed.length = 0;
  process.on("warning", keepWarning);
});
afterEach(() => process.off("warning", keepWarning));

test("what the SDK thinks of a model is printed nowhere", async () => {
  const spies = (["log", "warn", "error", "info"] as const).map((method) => vi.spyOn(console, method));
  const served = serveResponses({ thought: null, calls: PARALLEL_CALLS }, { text: ["ok"] });
  const run = await runGraph({ served });
  await new Promise(setImmediate);
  expect(run.failure).toBeNull();
  expect(printed).toEqual([]);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
