/** A plain call as it goes over the wire, and what becomes of the Markdown that comes back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../agents/limits.ts";
import { chooseModel } from "../../../agents/models/choose-model.ts";
import type { Episode } from "../../../evals/episode.ts";
import type { Sample } from "../../../evals/sample.ts";
import { openPlainModel } from "../../../evals/solvers/plain-model.ts";
import type { Trip } from "../../../trip/trip.ts";
import { type Served, serveChatCompletions } from "../../agents/openai-wire.ts";
import { openToolWorld, type ToolWorld } from "../../tools/tool-context.ts";
import { tripWith } from "../../trip/world.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld({ catalogue: "full" });
});
afterAll(() => world.close());

function sampleWith(...turns: [string, ...string[]]): Sample {
  return {
    ...{
      id: "plain",
      purpose: "Made up for a test.",
      today: "2026-11-22",
      turns,
      tags: [],
      city: "Lisbon",
      expects: [],
    },
  };
}

async function solve(served: Served, sample: Sample, asked: Trip | null = null): Promise<Episode> {
  const settings = { choice: "compatible:qwen3", compatibleBaseUrl: served.baseUrl, compatibleApiKey: "sk-test" };
  const model = await chooseModel(settings, () => sample.today);
  const limits = { ...DEFAULT_LIMITS, modelRetries: 0 };
  const signal = new AbortController().signal;
  return openPlainModel({ context: world.context, model, limits, signal })(sample, asked);
}

// 10 May 2027 is a Monday, on which Jerónimos is closed.
const MARKDOWN = `## Day 1 – 2027-05-10 – Lisbon
- 09:30–11:00 Jerónimos Monastery
- 11:30–12:15 Belém Tower

## Day 2 – 2027-05-11 – Lisbon
- 10:00–12:00 São Jorge Castle`;

test("one call without tools; its Markdown becomes a plan that the checker judges", async () => {
  const served = serveChatCompletions({ text: [MARKDOWN], usage: { input: 120, output: 80 } });
  const episode = await solve(served, sampleWith("2 days in Lisbon from 10 May 2027 for two"));
  expect(served.requests).toHaveLength(1);
  const [request] = served.requests;
  expect(request?.body.tools).toBeUndefined();
  expect(JSON.stringify(request?.body.messages)).toContain("Today is 2026-11-22");
  expect(episode).toMatchObject({ failure: null, modelCalls: 1, tokens: { input: 120, output: 80 }, costUsd: null });
  const [turn] = episode.turns;
  expect(turn).toMatchObject({ outcome: "planned", answer: MARKDOWN, toolCalls: [] });
  expect(turn?.plan?.itinerary.days.map(({ date, items }) => [date, items.map(({ startTime }) => startTime)])).toEqual([
    ["2027-05-10", ["09:30", "11:30"]],
    ["2027-05-11", ["10:00"]],
  ]);
  expect(turn?.plan?.verdict.violations.map(({ code }) => code)).toContain("closed_day");
});

test("it is held to what was asked for, and to its own dates", async () => {
  const asked = tripWith({
    travelers: 3,
    budget: { amountMinor: 1_000, currency: "EUR" },
    wishes: { diets: ["vegan"] },
  });
  const episode = await solve(serveChatCompletions({ text: [MARKDOWN] }), sampleWith("2 days in Lisbon"), asked);
  expect(episode.turns[0]?.plan?.trip).toMatchObject({
    ...{ startDate: "2027-05-10", endDate: "2027-05-11", travelers: 3, budget: { amountMinor: 1_000 } },
    wishes: { diets: ["vegan"] },
  });
});

test("a reason instead of a plan is an answer, and leaves the plan of before as it was", async () => {
  const served = serveChatCompletions({ text: [MARKDOWN] }, { text: ["That cannot be done for one euro."] });
  const episode = await solve(served, sampleWith("2 days in Lisbon", "Do it for one euro"));
  expect(episode.turns.map(({ outcome }) => outcome)).toEqual(["planned", "answered"]);
  expect(episode.turns[1]?.plan).toBe(episode.turns[0]?.plan);
  const roles = ["system", "user", "assistant", "user"];
  expect(served.requests[1]?.body.messages).toMatchObject(roles.map((role) => ({ role })));
});

test("a service that fails is the episode's failure, not the run's", async () => {
  const served = serveChatCompletions({ status: 401, body: { error: { message: "no such key" } } });
  const episode = await solve(served, sampleWith("2 days in Lisbon"));
  expect(episode.turns).toEqual([]);
  expect(episode.failure).toMatch(/^model_failed: /);
});

test("the offline model is no language model, and is not passed off as one", async () => {
  const model = await chooseModel({ choice: "offline" }, () => "2026-11-22");
  const setup = { context: world.context, model, limits: DEFAULT_LIMITS, signal: new AbortController().signal };
  expect(() => openPlainModel(setup)).toThrow("got the built-in offline model");
});
