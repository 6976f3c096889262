/** Whole runs: a model on the wire, the real tools, the real database, and what is on record afterwards. */
import sql from "sql-template-tag";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { defineTool } from "../../tools/define-tool.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";
import {
  serveResponses,
  serveResponsesOnSocket,
  toolOutputs,
  type WireRequest,
  type WireTurn,
  type WireUsage,
} from "./openai-wire.ts";
import { openPlannerWorld, type PlannerWorld, runInWorld } from "./planner-world.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());
afterEach(() => vi.useRealTimers());

const REQUEST = "3 days in Lisbon from 2027-05-10 for two, food and viewpoints";
const USAGE: WireUsage = { input: 2_000, output: 100, cached: 1_000, reasoning: 40 };

const idIn = (value: unknown, path: readonly (string | number)[]): string =>
  z.string().parse(path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], value));

/** What a model that understood the request does, one turn a step, up to a stored plan. */
const findCity: WireTurn = { calls: [{ id: "city", name: "search_cities", args: { query: "Lisbon" } }], usage: USAGE };
const createTrip = (request: WireRequest): WireTurn => {
  const cityIds = [idIn(toolOutputs(request), ["city", "cities", 0, "id"])];
  const dates = { startDate: "2027-05-10", endDate: "2027-05-12" };
  const args = { cityIds, ...dates, travelers: 2, interests: ["food_drink", "viewpoints"] };
  return { calls: [{ id: "trip", name: "create_trip", args }], usage: USAGE };
};
const plan = (request: WireRequest): WireTurn => {
  const tripId = idIn(toolOutputs(request), ["trip", "trip", "id"]);
  return { calls: [{ name: "plan_itinerary", args: { tripId } }], usage: USAGE };
};
const answer: WireTurn = { text: ["Three days ", "in Lisbon."], usage: USAGE, model: "gpt-5-2026-08-01" };

/** Plans, then moves a visit to the middle of the night and stores that as the newer version. */
const planAtNight: Tool = defineTool({
  name: "plan_itinerary",
  title: "Plan",
  description: "Plans.",
  hints: planItinerary.hints,
  input: z.strictObject({ tripId: z.uuid() }),
  fields: { itinerary: z.object({ version: z.int() }) },
  async run({ tripId }, context) {
    await planItinerary.call({ tripId }, context);
    const planned = await context.trips.findItinerary(tripId);
    const days = (planned?.itinerary.days ?? []).map((day) => {
      const visit = day.items.find(({ type }) => type === "attraction");
      return { ...day, items: visit ? [{ ...visit, startTime: "03:00", endTime: "03:40" }] : [] };
    });
    const { itinerary } = await context.trips.saveItinerary({
      tripId,
      draft: { days },
      verdict: { ok: true, violations: [] },
      parentId: null,
      generatedBy: "ai",
      aiModelVersion: context.run?.modelVersion ?? null,
      runId: context.run?.id ?? null,
      select: false,
    });
    return { status: "ok", notices: [], itinerary: { version: itinerary.version } };
  },
});
const NIGHT_TOOLS = TOOLS.map((tool) => (tool.name === "plan_itinerary" ? planAtNight : tool));

function lastUserMessage({ body }: WireRequest): string {
  const items = z.array(z.looseObject({ role: z.string().optional() })).parse(body.input);
  return JSON.stringify(items.findLast(({ role }) => role === "user"));
}

test("a request becomes a checked, stored plan, and the run is on record with what it took", async () => {
  const served = serveResponses(findCity, createTrip, plan, answer);
  const run = await runInWorld(world, { request: REQUEST, served });
  expect(run.failure).toBeNull();
  const { outcome, summary } = run.ended ?? {};
  expect(outcome).toMatchObject({ kind: "planned", version: 1, answer: "Three days in Lisbon." });
  expect(summary).toMatchObject({
    id: run.runId,
    modelVersion: "openai/gpt-5-2026-08-01",
    tokens: { input: 8_000, output: 400, cached: 4_000, reasoning: 160 },
  });
  const tripId = outcome?.kind === "planned" ? outcome.tripId : "";
  const stored = await world.toolContext.trips.findItinerary(tripId);
  expect(stored).toMatchObject({
    runId: run.runId,
    verdict: { ok: true },
    itinerary: { isSelected: true, aiModelVersion: "openai/gpt-5", days: [{ date: "2027-05-10" }, {}, {}] },
  });
  expect(await world.recorder.findRun(run.runId)).toMatchObject({ ...summary, durationMs: expect.any(Number) });
  expect(await world.readRun(run.runId)).toMatchObject({
    status: "completed",
    tripId,
    itineraryId: stored?.itinerary.id,
    error: null,
    toolCalls: 3,
    result: { outcome: { kind: "planned", tripId, version: 1 }, verdict: { ok: true } },
  });
});

test("whoever watches is told every step, in order", async () => {
  const run = await runInWorld(world, { request: REQUEST, served: serveResponses(findCity, createTrip, plan, answer) });
  expect(run.events.map(({ type }) => type)).toEqual([
    "run-start",
    ...["step-start", "tool-call", "tool-result", "step-end"],
    ...["step-start", "tool-call", "tool-result", "step-end"],
    ...["step-start", "tool-call", "tool-progress", "tool-progress", "tool-progress"],
    ...["tool-result", "itinerary-draft", "step-end"],
    ...["step-start", "text-delta", "text-delta", "step-end"],
    ...["itinerary-checked", "sources-found", "answer-checked", "run-end"],
  ]);
});

test("errors that the checker finds go back to the model, as often as it may repair", async () => {
  const served = serveResponses(findCity, createTrip, plan, answer, plan, answer, answer, answer);
  const run = await runInWorld(world, { request: REQUEST, served, tools: NIGHT_TOOLS, limits: { maxRepairs: 2 } });
  expect(run.failure).toBeNull();
  const repairs = run.events.filter((event) => event.type === "repair-start");
  expect(repairs).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
  const told = served.requests.map(lastUserMessage).filter((message) => message.includes("The checker found"));
  expect(new Set(told).size).toBe(2);
  const found = run.events.find((event) => event.type === "itinerary-checked")?.verdict.violations ?? [];
  const errors = found.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code }) => code)).toContain("outside_hours");
  expect(told[0]).toMatch(/version 2 of trip [0-9a-f-]{36}:/);
  for (const { code, path, message } of errors) expect(told[0]).toContain(`- ${code} at ${path}: ${message}`);
  expect(served.requests).toHaveLength(7);
  expect(run.ended?.outcome).toMatchObject({ kind: "planned" });
  expect(await world.readRun(run.runId)).toMatchObject({ status: "completed", result: { verdict: { ok: false } } });
});

test("a repaired plan needs no second repair", async () => {
  const served = serveResponses(findCity, createTrip, plan, answer, plan, answer);
  let calls = 0;
  const nightFirst: Tool = {
    ...planItinerary,
    call: (args, context) => (calls++ === 0 ? planAtNight : planItinerary).call(args, context),
  };
  const tools = TOOLS.map((tool) => (tool.name === "plan_itinerary" ? nightFirst : tool));
  const run = await runInWorld(world, { request: REQUEST, served, tools });
  const verdicts = run.events.flatMap((event) => (event.type === "itinerary-checked" ? [event.verdict.ok] : []));
  expect(verdicts).toEqual([false, true]);
  expect(run.ended?.outcome).toMatchObject({ kind: "planned", version: 3 });
});

test("a plan with errors is kept when nothing is left to repair it with", async () => {
  const served = serveResponses(findCity, createTrip, plan, answer);
  const run = await runInWorld(world, { request: REQUEST, served, tools: NIGHT_TOOLS, limits: { maxTokens: 8_000 } });
  expect(run.ended?.outcome).toMatchObject({ kind: "planned" });
  expect(run.events.map(({ type }) => type)).not.toContain("repair-start");
});

test("the built-in model plans with the same tools, and asks nobody", async () => {
  const served = serveResponses();
  const run = await runInWorld(world, { request: REQUEST, served, model: "offline" });
  expect(run.failure).toBeNull();
  expect(run.ended).toMatchObject({
    outcome: { kind: "planned", version: 1, answer: expect.stringMatching(/Lisbon/) },
    summary: { modelVersion: expect.stringMatching(/^offline\/\d+$/) },
  });
  expect(run.events).toContainEqual(expect.objectContaining({ verdict: expect.objectContaining({ ok: true }) }));
  expect(served.requests).toEqual([]);
});

test("no plan is a failed run that says why", async () => {
  const unknown: WireTurn = { calls: [{ name: "search_cities", args: { query: "Xqzvwkj" } }] };
  const served = serveResponses(unknown, { text: ["I know no city by that name."] });
  const run = await runInWorld(world, { request: "4 days in Xqzvwkj", served });
  expect(run.ended?.outcome).toMatchObject({ kind: "not-planned", code: "city_not_found" });
  expect(await world.readRun(run.runId)).toMatchObject({
    status: "failed",
    tripId: null,
    error: "I know no city by that name.",
  });
});

test("stopped while it plans: cancelled, on record as failed, and no plan is visible", async () => {
  const stop = new AbortController();
  const run = await runInWorld(world, {
    request: REQUEST,
    served: serveResponses(findCity, createTrip, plan, answer),
    signal: stop.signal,
    onEvent: (event) => {
      if (event.type === "tool-call" && event.name === "plan_itinerary") stop.abort();
    },
  });
  expect(run.failure).toMatchObject({ code: "cancelled" });
  expect(await world.readRun(run.runId)).toMatchObject({ status: "failed", itineraryId: null, toolCalls: 2 });
  const created = run.events.find((event) => event.type === "tool-result" && event.name === "create_trip");
  const tripId = idIn(created, ["result", "trip", "id"]);
  expect(await world.toolContext.trips.findItinerary(tripId)).toBeNull();
});

test("stopped in the middle of an answer", async () => {
  await using served = await serveResponsesOnSocket({ text: ["Three da"], ends: "never" });
  const stop = new AbortController();
  const run = await runInWorld(world, {
    request: REQUEST,
    served,
    signal: stop.signal,
    onEvent: ({ type }) => (type === "text-delta" ? stop.abort() : undefined),
  });
  expect(run.failure).toMatchObject({ code: "cancelled", message: expect.stringMatching(/stopped/) });
  expect(await world.readRun(run.runId)).toMatchObject({ status: "failed" });
});

test("out of time: the run says how long it may take", async () => {
  await using served = await serveResponsesOnSocket({ ends: "silent" });
  const run = await runInWorld(world, { request: REQUEST, served, limits: { maxDurationMs: 1_500 } });
  expect(run.failure).toMatchObject({ code: "budget_of_run_spent", message: expect.stringMatching(/1\.5 seconds/) });
  expect(await world.readRun(run.runId)).toMatchObject({ status: "failed", result: { code: "budget_of_run_spent" } });
});

/** Another process finds the lease expired and gives the run up; our next heartbeat finds out. */
async function loseTheRun(): Promise<void> {
  const expire = sql`update ai_planning_jobs set lease_expires_at = now() - interval '1 second' where status = 'processing'`;
  await world.database.transaction({ kind: "service" }, (tx) => tx.execute(expire));
  await world.recorder.sweepAbandonedRuns();
  await vi.advanceTimersByTimeAsync(5_000);
}

test("a run that somebody else has given up stops here too", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  await using served = await serveResponsesOnSocket({ text: ["Three da"], ends: "never" });
  const run = await runInWorld(world, {
    request: REQUEST,
    served,
    onEvent: ({ type }) => {
      if (type === "text-delta") void loseTheRun();
    },
  });
  expect(run.failure).toMatchObject({ code: "cancelled", details: { runId: run.runId } });
  expect(await world.readRun(run.runId)).toMatchObject({ status: "failed", error: expect.stringMatching(/lease/) });
});

test("a model that fails leaves a failed run with the tokens spent until then", async () => {
  const served = serveResponses(findCity, { status: 401, body: { error: { message: "Incorrect API key sk-live" } } });
  const run = await runInWorld(world, { request: REQUEST, served });
  expect(run.failure).toMatchObject({ code: "model_failed" });
  const row = await world.readRun(run.runId);
  expect(row).toMatchObject({ status: "failed", toolCalls: 1, error: expect.stringMatching(/The key was refused/) });
  expect(JSON.stringify(row)).not.toContain("sk-live");
  expect(await world.recorder.findRun(run.runId)).toMatchObject({ tokens: { input: 2_000, output: 100 } });
});

test("a model with a long name can be recorded", async () => {
  const model = "openai:ft:gpt-5-mini-2026-08-01:a-company-with-a-long-name:travel-planner:C7p4lURelQ";
  const run = await runInWorld(world, { request: REQUEST, served: serveResponses(answer), model });
  expect(run.ended?.outcome).toMatchObject({ kind: "not-planned", message: "Three days in Lisbon." });
});

test.each(["", "   ", "\n\t"])("an empty request (%j) starts no run", async (request) => {
  const before = await world.countRuns();
  const run = await runInWorld(world, { request, served: serveResponses() });
  expect(run.failure).toMatchObject({ code: "empty_request", message: expect.stringMatching(/Try: "/) });
  expect(await world.countRuns()).toBe(before);
});
