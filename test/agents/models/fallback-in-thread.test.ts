/** Another service goes on where the first one failed, in the middle of a run. */
import { expect, test } from "vitest";
import { serveChatCompletions, serveResponses } from "../openai-wire.ts";
import { runGraph } from "../planner-run.ts";

const CALL = { id: "call_days", name: "count_days", args: { from: "2027-05-10", to: "2027-05-13" } };

test("it reads the calls and results so far, and none of the first one's private thoughts", async () => {
  const served = serveResponses({ thought: "gAAAAB-encrypted", calls: [CALL] }, { status: 401 });
  const compatible = serveChatCompletions({ text: ["Four days."], usage: { input: 300, output: 5 } });
  const run = await runGraph({ served, compatible, choice: "openai:gpt-5,compatible:qwen3" });
  expect(run.failure).toBeNull();
  expect(run.recorded?.answer).toBe("Four days.");
  expect(run.tally).toMatchObject({ steps: 2, modelCalls: 3, modelVersion: "compatible/test-model-q4" });
  const { messages } = compatible.requests[0]?.body ?? {};
  expect((messages as unknown[]).slice(2)).toMatchObject([
    { role: "assistant", tool_calls: [{ id: "call_days", function: { name: "count_days" } }] },
    { role: "tool", tool_call_id: "call_days", content: expect.stringContaining('"days":4') },
  ]);
  expect(JSON.stringify(messages)).not.toContain("gAAAAB");
});

test("what the run costs is known as far as prices are, and stops it at its cap", async () => {
  const usage = { input: 100_000, output: 10_000 };
  const served = serveResponses({ calls: [CALL], usage }, { calls: [CALL], usage }, { text: ["too late"] });
  const run = await runGraph({ served, limits: { maxTokens: 10_000_000, maxCostUsd: 0.3 } });
  expect(served.requests).toHaveLength(2);
  expect(run.tally.cost).toEqual({ usd: expect.closeTo(0.45, 9), isComplete: true });
  expect(run.failure).toMatchObject({
    code: "budget_of_run_spent",
    message: expect.stringContaining("cost 0.3 USD"),
    details: { steps: 2 },
  });
});
