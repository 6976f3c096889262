/** Conversations: what a turn remembers, who says yes, and what is left of one that was stopped. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readContext } from "../../agents/turn-context.ts";
import { createScheduler } from "../../server/scheduler.ts";
import { defineTool } from "../../tools/define-tool.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";
import { serveResponses, serveResponsesOnSocket, toolOutputs } from "./openai-wire.ts";
import { openPlannerWorld, type PlannerWorld, runInWorld } from "./planner-world.ts";
import { asked, eventsOf, openConversation, sentTexts, type TurnRan, typesOf } from "./thread-run.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const REQUEST = "3 days in Lisbon from 2027-05-10 for two, food and viewpoints";

/** What the tool was called with, and whether it asks first. */
const taken: string[] = [];
const question = { wording: "Replace Hotel Alpha by Hotel Beta." };
const swapHotel: Tool = defineTool({
  name: "swap_hotel",
  title: "Swap the hotel",
  description: "Takes another hotel.",
  input: z.strictObject({ hotel: z.string() }),
  fields: { hotel: z.string() },
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async run({ hotel }) {
    taken.push(hotel);
    return { status: "ok", notices: [], hotel };
  },
  async approval({ hotel }) {
    return hotel === "nothing to ask" ? null : { summary: question.wording, changes: [`stay: ${hotel}`] };
  },
});
const swap = { calls: [{ id: "call_swap", name: "swap_hotel", args: { hotel: "Hotel Beta" } }] };
const noted = { id: "call_note", name: "swap_hotel", args: { hotel: "nothing to ask" } };

const approvalOf = (run: TurnRan): string => eventsOf(run, "approval-request")[0]?.approvalId ?? "";

describe("a question to the person", () => {
  test("waits, in the database, and goes on in another process as they answer", async () => {
    const served = serveResponses({ calls: [...swap.calls, noted] }, { text: ["Hotel Beta it is."] });
    const { say, answer } = await openConversation(world, { ...served, tools: [swapHotel] });
    taken.length = 0;
    const first = await say("swap the hotel");
    expect(first.end).toMatchObject({ status: "awaiting-approval", outcome: null, error: null });
    expect(typesOf(first)).toEqual([
      ...["run-start", "step-start", "tool-call", "tool-call", "text-delta", "approval-request", "step-end", "run-end"],
    ]);
    expect(taken).toEqual([]);
    expect(await world.readRun(first.end.summary.id)).toMatchObject({
      status: "completed",
      result: { status: "awaiting-approval", approvals: [{ name: "swap_hotel", isApproved: null }] },
    });

    const second = await answer([{ approvalId: approvalOf(first), isApproved: true }]);
    expect(second.end).toMatchObject({
      status: "completed",
      outcome: { kind: "answered", answer: "Hotel Beta it is." },
    });
    expect(taken.sort()).toEqual(["Hotel Beta", "nothing to ask"]);
    expect(typesOf(second).slice(0, 5)).toEqual([
      ...["run-start", "approval-answer", "tool-result", "tool-result", "step-start"],
    ]);
    expect(await world.readRun(second.end.summary.id)).toMatchObject({
      result: { status: "completed", approvals: [{ name: "swap_hotel", isApproved: true }] },
    });
  });

  test("that is denied leaves the call unmade, says so to the model, and runs the others", async () => {
    const served = serveResponses({ calls: [...swap.calls, noted] }, { text: ["I left it."] });
    const { say, answer } = await openConversation(world, { ...served, tools: [swapHotel] });
    taken.length = 0;
    const first = await say("swap the hotel");
    await answer([{ approvalId: approvalOf(first), isApproved: false }]);
    expect(taken).toEqual(["nothing to ask"]);
    expect(toolOutputs(served.requests[1] ?? { body: {} })).toMatchObject({
      call_swap: {
        status: "error",
        error: { code: "not_allowed", message: expect.stringMatching(/^The traveller said no/) },
      },
      call_note: { status: "ok" },
    });
  });

  test.each(["made up", ""])("is not answered by an id that nobody asked about (%j)", async (approvalId) => {
    const served = serveResponses(swap, { text: ["Done."] });
    const { say, answer } = await openConversation(world, { ...served, tools: [swapHotel] });
    const runs = async (): Promise<number> => world.countRuns();
    await expect(answer([{ approvalId, isApproved: true }])).rejects.toMatchObject({ code: "approval_not_found" });
    const first = await say("swap the hotel");
    const before = await runs();
    taken.length = 0;
    await expect(answer([{ approvalId, isApproved: true }])).rejects.toMatchObject({ code: "approval_not_found" });
    await expect(answer([])).rejects.toMatchObject({ code: "approval_not_found" });
    expect(await runs()).toBe(before);
    const good = { approvalId: approvalOf(first), isApproved: true };
    await answer([good]);
    expect(taken).toEqual(["Hotel Beta"]);
    await expect(answer([good])).rejects.toMatchObject({ code: "approval_not_found" });
    expect(taken).toEqual(["Hotel Beta"]);
  });

  test.each([
    ["Yes, please!", ["Hotel Beta"], true],
    ["no thanks", [], false],
  ])("is answered by a plain word: %s", async (words, expected, isApproved) => {
    const served = serveResponses(swap, { text: ["All right."] });
    const { say } = await openConversation(world, { ...served, tools: [swapHotel] });
    taken.length = 0;
    await say("swap the hotel");
    const second = await say(words);
    expect(taken).toEqual(expected);
    expect(eventsOf(second, "approval-answer")).toMatchObject([{ isApproved }]);
    expect(second.end.status).toBe("completed");
    expect(served.requests).toHaveLength(2);
  });

  test("is not answered by a yes to something else, which a page sends again", async () => {
    const served = serveResponses(swap, { text: ["What do you mean?"] });
    const { say } = await openConversation(world, { ...served, tools: [swapHotel] });
    taken.length = 0;
    await say("swap the hotel");
    const second = await say("yes", { asked: ["a question before this one"] });
    expect(taken).toEqual([]);
    expect(eventsOf(second, "approval-answer")).toMatchObject([{ isApproved: false }]);
  });

  test("is passed over by any other words: a no, and the next message", async () => {
    const served = serveResponses(swap, { text: ["The weather is not mine to know."] });
    const { say } = await openConversation(world, { ...served, tools: [swapHotel] });
    taken.length = 0;
    await say("swap the hotel");
    const second = await say("yes, but what about the weather?");
    expect(taken).toEqual([]);
    expect(eventsOf(second, "approval-answer")).toMatchObject([{ isApproved: false }]);
    expect(asked(served.requests[1])).toEqual([
      "developer",
      "user: swap the hotel",
      expect.stringMatching(
        /^assistant: \(Asked the traveller: Replace Hotel Alpha by Hotel Beta\. They did not say yes/,
      ),
      "user: [context] yes, but what about the weather?",
    ]);
    expect(await world.readRun(second.end.summary.id)).toMatchObject({
      result: { approvals: [{ isApproved: false }] },
    });
  });

  test("that has become another one in the meantime was not agreed to", async () => {
    const served = serveResponses(swap, { text: ["Let me look again."] });
    const { say, answer } = await openConversation(world, { ...served, tools: [swapHotel] });
    taken.length = 0;
    const first = await say("swap the hotel");
    question.wording = "Replace Hotel Gamma by Hotel Beta.";
    await answer([{ approvalId: approvalOf(first), isApproved: true }]);
    question.wording = "Replace Hotel Alpha by Hotel Beta.";
    expect(taken).toEqual([]);
    expect(JSON.stringify(toolOutputs(served.requests[1] ?? { body: {} }))).toMatch(/has changed since/);
  });

  test("is asked of nobody where there is no conversation to answer in", async () => {
    const served = serveResponses(swap, { text: ["I cannot."] });
    taken.length = 0;
    const run = await runInWorld(world, { request: "swap the hotel", served, tools: [swapHotel] });
    expect(run.ended?.outcome).toMatchObject({
      kind: "not-planned",
      message: expect.stringMatching(/nobody is there/),
    });
    expect(taken).toEqual([]);
  });
});

describe("a thread", () => {
  test("remembers both sides' words and the trip, and nothing else of earlier turns", async () => {
    const { say, id } = await openConversation(world);
    const planned = await say(REQUEST);
    expect(planned.end).toMatchObject({ status: "completed", outcome: { kind: "planned", version: 1 } });
    expect(eventsOf(planned, "itinerary-draft")).toMatchObject([
      { version: 1, isSelected: true, draft: { days: [{}, {}, {}] } },
    ]);
    expect(eventsOf(planned, "sources-found")[0]?.sources.length).toBeGreaterThan(3);
    const answer = planned.end.outcome?.kind === "planned" ? planned.end.outcome.answer : "";

    const served = serveResponses({ text: ["You are welcome."] });
    const other = { ...served, preferences: { homeAirport: "BER" } };
    const second = await say("thank you, lovely", other);
    expect(second.end.status).toBe("completed");
    const lines = asked(served.requests[0]);
    expect(lines).toEqual([
      "developer",
      `user: ${REQUEST}`,
      `assistant: ${answer}`,
      "user: [context] thank you, lovely",
    ]);
    const text = sentTexts(served.requests[0]).find((part) => readContext(part)) ?? "";
    const context = readContext(text);
    expect(context).toMatchObject({
      today: "2027-01-15",
      weekday: "friday",
      timeZone: "Europe/Berlin",
      preferences: { homeAirport: "BER" },
      trip: {
        startDate: "2027-05-10",
        version: 1,
        previousVersion: null,
        proposedVersion: null,
        cities: [{ name: "Lisbon" }],
      },
    });
    const stops = context?.trip?.days[1]?.stops ?? [];
    expect(stops.map(([position]) => position)).toEqual(stops.map((_, index) => `2.${index + 1}`));
    expect(text.length).toBeLessThan(6_000);
    const saved: unknown[] = [];
    for await (const { checkpoint } of world.openSaver().list({ configurable: { thread_id: id } }))
      saved.push(checkpoint);
    expect(saved).toHaveLength(1);
  });

  test("a trip that is gone is no trip, and the talk goes on", async () => {
    const { say } = await openConversation(world);
    const planned = await say(REQUEST);
    const tripId = planned.end.outcome?.kind === "planned" ? planned.end.outcome.tripId : "";
    await world.toolContext.trips.deleteTrip(tripId);
    const served = serveResponses({ text: ["It is gone."] });
    expect((await say("show me the plan", served)).end.status).toBe("completed");
    expect(JSON.stringify(served.requests[0]?.body.input)).toContain('\\"trip\\":null');
  });

  test("is taken up after a turn that broke off between a call and its result", async () => {
    const broken: Tool = {
      ...swapHotel,
      approvalFor: async () => null,
      call: () => Promise.reject(new RangeError("power cut")),
    };
    const served = serveResponses(swap, { text: ["Here again."] });
    const { say } = await openConversation(world, served);
    const first = await say("swap the hotel", { tools: [broken] });
    expect(first.end).toMatchObject({ status: "failed", error: { code: "internal" } });
    expect(eventsOf(first, "run-end")).toMatchObject([{ status: "failed", error: { code: "internal" } }]);
    const second = await say("are you there?", { tools: [swapHotel] });
    expect(second.end.status).toBe("completed");
    expect(asked(served.requests[1])).toEqual([
      ...["developer", "user: swap the hotel", "assistant: (Stopped before there was an answer.)"],
      "user: [context] are you there?",
    ]);
  });

  test("each turn is a run of its own, with its own sums and calls on record", async () => {
    const usage = { input: 500, output: 20 };
    const served = serveResponses({ ...swap, usage }, { text: ["Done."], usage }, { text: ["Bye."], usage });
    const { say } = await openConversation(world, { ...served, tools: [swapHotel] });
    const first = await say("swap the hotel");
    const second = await say("yes");
    const third = await say("goodbye");
    const runs = [first, second, third];
    expect(runs.map(({ end }) => end.summary.tokens.input)).toEqual([500, 500, 500]);
    expect(new Set(runs.map(({ end }) => end.summary.id)).size).toBe(3);
    expect(runs.map(({ events }) => events.at(-1))).toMatchObject([
      { type: "run-end", status: "awaiting-approval", tokens: usage },
      { status: "completed", tokens: usage },
      { status: "completed", tokens: usage },
    ]);
  });
});

describe("a stop", () => {
  const within = async (run: Promise<TurnRan>, stoppedAt: () => number): Promise<{ run: TurnRan; tookMs: number }> => {
    const ended = await run;
    return { run: ended, tookMs: performance.now() - stoppedAt() };
  };
  /** The record of the end is written after it; this machine may be busy. */
  const AT_ONCE_MS = 1_000;

  test("ends a model that says nothing", async () => {
    await using served = await serveResponsesOnSocket({ ends: "silent" });
    const { say } = await openConversation(world, served);
    const stop = new AbortController();
    let at = 0;
    const onEvent = ({ type }: { type: string }): void => {
      if (type === "step-start")
        setTimeout(() => {
          at = performance.now();
          stop.abort();
        }, 30);
    };
    const { run, tookMs } = await within(say(REQUEST, { signal: stop.signal, onEvent }), () => at);
    expect(run.end).toMatchObject({ status: "stopped", error: { code: "cancelled" } });
    expect(run.events.at(-1)).toMatchObject({ type: "run-end", status: "stopped" });
    expect(tookMs).toBeLessThan(AT_ONCE_MS);
    expect(await world.readRun(run.end.summary.id)).toMatchObject({ status: "failed", result: { status: "stopped" } });
  });

  test("ends the solver, stores nothing, and the thread goes on", async () => {
    const slow = {
      ...world,
      toolContext: { ...world.toolContext, scheduler: createScheduler({ steps: 50_000_000, deadlineMs: 60_000 }) },
    };
    const { say } = await openConversation(slow);
    const stop = new AbortController();
    let at = 0;
    const onEvent = (event: { type: string; name?: string }): void => {
      if (event.type === "tool-call" && event.name === "plan_itinerary")
        setTimeout(() => {
          at = performance.now();
          stop.abort();
        }, 300);
    };
    const { run, tookMs } = await within(say(REQUEST, { signal: stop.signal, onEvent }), () => at);
    expect(run.end.status).toBe("stopped");
    expect(tookMs).toBeLessThan(AT_ONCE_MS);
    expect(eventsOf(run, "itinerary-draft")).toEqual([]);
    const served = serveResponses({ text: ["Still here."] });
    expect((await say("hello?", served)).end.outcome).toMatchObject({ kind: "answered", answer: "Still here." });
  });

  test("before anything was said leaves a stopped run", async () => {
    const { say } = await openConversation(world);
    const run = await say(REQUEST, { signal: AbortSignal.abort() });
    expect(run.end.status).toBe("stopped");
  });
});

test("tools of one step report what they are doing, under their call", async () => {
  const slow: Tool = defineTool({
    name: "look_around",
    title: "Look around",
    description: "Looks around.",
    input: z.strictObject({}),
    fields: {},
    hints: swapHotel.hints,
    async run(_, { report }) {
      report?.({ message: "Looking left" });
      report?.({ message: "Looking right" });
      return { status: "ok", notices: [] };
    },
  });
  const served = serveResponses({ calls: [{ id: "call_1", name: "look_around", args: {} }] }, { text: ["Nothing."] });
  const { say } = await openConversation(world, { ...served, tools: [...TOOLS, slow] });
  const run = await say("look around");
  expect(eventsOf(run, "tool-progress")).toMatchObject([
    { callId: "call_1", name: "look_around", message: "Looking left" },
    { callId: "call_1", message: "Looking right" },
  ]);
});
