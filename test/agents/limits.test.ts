/** A model that never comes to an end is brought to one. */
import { expect, test } from "vitest";
import { type Served, serveResponses, type WireTurn } from "./openai-wire.ts";
import { type GraphRun, runGraph } from "./planner-run.ts";

function forever(turn: WireTurn): Served {
  return serveResponses(...Array.from({ length: 30 }, () => turn));
}

const AGAIN: WireTurn = {
  calls: [{ name: "count_days", args: { from: "2027-05-10", to: "2027-05-13" } }],
  usage: { input: 400, output: 100 },
};

function stepsStarted({ events }: GraphRun): number {
  return events.filter(({ type }) => type === "step-start").length;
}

test.each([1, 2, 5])("after %i model calls the run is over", async (maxSteps) => {
  const served = forever(AGAIN);
  const run = await runGraph({ served, limits: { maxSteps } });
  expect(run.failure).toMatchObject({
    code: "budget_of_run_spent",
    message: expect.stringContaining(`may make ${maxSteps} model calls`),
    details: { steps: maxSteps },
  });
  expect(served.requests).toHaveLength(maxSteps);
});

test.each([1, 2, 12])("an answer with the last of %i calls still counts", async (maxSteps) => {
  const turns = Array.from({ length: maxSteps - 1 }, () => AGAIN);
  const run = await runGraph({ served: serveResponses(...turns, { text: ["Done."] }), limits: { maxSteps } });
  expect(run).toMatchObject({ failure: null, recorded: { answer: "Done." }, tally: { steps: maxSteps } });
});

test("many steps on one signal leave Node nothing to warn of", async () => {
  const warnings: string[] = [];
  const keep = ({ message }: Error): void => {
    warnings.push(message);
  };
  process.on("warning", keep);
  await runGraph({ served: forever(AGAIN), limits: { maxSteps: 25 } });
  await new Promise(setImmediate);
  process.off("warning", keep);
  expect(warnings).toEqual([]);
});

test("tokens count together, in and out, and no call starts once they are used up", async () => {
  const served = forever(AGAIN);
  const run = await runGraph({ served, limits: { maxTokens: 1_200 } });
  expect(run.failure).toMatchObject({ code: "budget_of_run_spent", details: { steps: 3, tokens: 1_500 } });
  expect(served.requests).toHaveLength(3);
  expect(run.tally.tokens).toMatchObject({ input: 1_200, output: 300 });
});

test("a run that is told to stop makes no further call", async () => {
  const stop = new AbortController();
  const served = forever(AGAIN);
  const run = await runGraph({
    served,
    signal: stop.signal,
    onEvent: ({ type }) => (type === "tool-result" ? stop.abort() : undefined),
  });
  expect(run).toMatchObject({ failure: { name: "AbortError" }, recorded: null });
  expect(stepsStarted(run)).toBe(1);
});
