/** Whatever a run tells, a page of the AI SDK can read it, and a replay reads the same. */
import { readUIMessageStream, uiMessageChunkSchema } from "ai";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RunEvent } from "../../../agents/events.ts";
import { callsOf, MessageRecord, storedMessage } from "../../../server/chat/message-record.ts";
import { chunksOfMessage } from "../../../server/chat/replay.ts";
import { ChunkMaker } from "../../../server/chat/ui-chunks.ts";
import type { ChatChunk, TripwrightUIMessage } from "../../../server/chat/ui-message.ts";
import type { ToolResult } from "../../../tools/tool.ts";
import type { Verdict } from "../../../trip/verdict.ts";
import { plain } from "./chat-server.ts";

const RUN_ID = "3f0f6a1e-0000-4000-8000-000000000001";
const TRIP_ID = "3f0f6a1e-0000-4000-8000-000000000002";
const START: RunEvent = { type: "run-start", runId: RUN_ID, modelVersion: "offline/1" };
const END: RunEvent = {
  type: "run-end",
  runId: RUN_ID,
  durationMs: 812,
  status: "completed",
  tokens: { input: 100, output: 20, cached: 60, reasoning: 5 },
  costUsd: 0.002,
};
const OK: ToolResult = { status: "ok", request: { tripId: TRIP_ID }, notices: [] };
const FAILED: ToolResult = {
  ...OK,
  status: "error",
  error: { code: "nothing_fits", message: "No room.", details: {} },
};
const ASKED = { summary: "Replace the hotel?", changes: ["Hotel A goes"] };

const METADATA = { runId: RUN_ID, threadId: "t", modelVersion: "offline/1" };
const MAKING = { threadId: "t", messageId: "m", title: "A trip" };
const chunksOf = (
  events: readonly RunEvent[],
  making: ConstructorParameters<typeof ChunkMaker>[0] = MAKING,
): ChatChunk[] => {
  const maker = new ChunkMaker(making);
  return events.flatMap((event) => maker.chunks(event));
};

async function requireValid(chunks: readonly ChatChunk[]): Promise<void> {
  const { validate } = uiMessageChunkSchema();
  for (const chunk of chunks) {
    const checked = await validate?.(chunk);
    if (!checked?.success) throw new Error(`No chunk: ${JSON.stringify(chunk)}`);
  }
}

/** As the AI SDK's client makes it of the chunks; what it refuses, fails. */
async function readByClient(chunks: readonly ChatChunk[], before?: TripwrightUIMessage): Promise<TripwrightUIMessage> {
  let message: TripwrightUIMessage = before ?? { id: "", role: "assistant", parts: [] };
  const refusals: unknown[] = [];
  const told = new Set(chunks.flatMap((chunk) => (chunk.type === "error" ? [chunk.errorText] : [])));
  const states = readUIMessageStream<TripwrightUIMessage>({
    message: structuredClone(message),
    stream: ReadableStream.from([...chunks]),
    onError: (error) => refusals.push(error),
  });
  for await (const state of states) message = state;
  expect(refusals.filter((error) => !(error instanceof Error && told.has(error.message)))).toEqual([]);
  return message;
}

function recordOf(chunks: readonly ChatChunk[]): MessageRecord {
  const record = new MessageRecord();
  for (const chunk of chunks) record.add(chunk);
  return record;
}

const tripId = fc.constantFrom(TRIP_ID, "other");
const draft = { days: [] };

/** One call from its beginning to wherever it comes; one that waits for a yes goes no further without. */
const callLife = (callId: string): fc.Arbitrary<RunEvent[]> =>
  fc
    .record({
      name: fc.constantFrom("plan_itinerary", "choose_offer"),
      args: fc.oneof(fc.constant({ tripId: TRIP_ID }), fc.jsonValue()),
      said: fc.array(fc.string(), { maxLength: 2 }),
      withDraft: fc.boolean(),
      isApproved: fc.option(fc.option(fc.boolean()), { nil: undefined }),
      result: fc.option(fc.constantFrom(OK, FAILED)),
    })
    .map(({ name, args, said, withDraft, isApproved, result }) => {
      const approvalId = `approval of ${callId}`;
      const call: RunEvent = { type: "tool-call", callId, name, args };
      const request: RunEvent = { type: "approval-request", approvalId, callId, name, args, asked: ASKED };
      if (isApproved === null) return [call, request];
      const asked: RunEvent[] =
        isApproved === undefined ? [] : [request, { type: "approval-answer", approvalId, callId, isApproved }];
      const progress = said.map((message): RunEvent => {
        return { type: "tool-progress", callId, name, message, ...(withDraft && { draft }) };
      });
      return [call, ...asked, ...progress, ...(result ? [{ type: "tool-result", callId, name, result } as const] : [])];
    });

const between: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.record({ type: fc.constant("step-start" as const), step: fc.nat(9) }),
  fc.record({ type: fc.constant("step-end" as const), step: fc.nat(9) }),
  fc.record({ type: fc.constant("text-delta" as const), text: fc.string({ unit: "binary" }) }),
  // Agreed to in words: the question is in another message.
  fc.record({
    type: fc.constant("approval-answer" as const),
    approvalId: fc.constant("elsewhere"),
    callId: fc.constant("elsewhere"),
    isApproved: fc.boolean(),
  }),
  fc.constant<RunEvent>({ type: "tool-result", callId: "elsewhere", name: "choose_offer", result: OK }),
  fc.record({
    type: fc.constant("itinerary-draft" as const),
    tripId,
    version: fc.nat(9),
    isSelected: fc.boolean(),
    draft: fc.constant(draft),
  }),
  fc.record({
    type: fc.constant("itinerary-checked" as const),
    tripId,
    version: fc.nat(9),
    verdict: fc.constant<Verdict>({ ok: true, violations: [] }),
  }),
  fc.record({
    type: fc.constant("sources-found" as const),
    tripId,
    version: fc.nat(9),
    sources: fc.array(
      fc.record({ title: fc.string(), url: fc.option(fc.webUrl()), attribution: fc.constant("OpenStreetMap") }),
    ),
  }),
  fc.record({ type: fc.constant("repair-start" as const), attempt: fc.nat(2), errors: fc.nat(9) }),
  fc.record({
    type: fc.constant("answer-checked" as const),
    isGrounded: fc.boolean(),
    claims: fc.array(fc.record({ kind: fc.constantFrom("place", "time", "price"), text: fc.string() })),
  }),
);

/** Several calls at once, each in its own order, with whatever else comes between. */
const eventsOf = (callIds: readonly string[]): fc.Arbitrary<RunEvent[]> =>
  fc
    .tuple(
      fc.tuple(...callIds.map(callLife)),
      fc.array(between, { maxLength: 20 }),
      fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }),
    )
    .map(([lives, others, picks]) => {
      const queues = [...lives, others].map((queue) => [...queue]);
      const mixed = picks.flatMap((pick) => queues[pick % queues.length]?.splice(0, 1) ?? []);
      return [...mixed, ...queues.flat()];
    });
const anyEnd: fc.Arbitrary<RunEvent> = fc.record({
  type: fc.constant("run-end" as const),
  runId: fc.constant(RUN_ID),
  durationMs: fc.nat(),
  status: fc.constantFrom("completed", "awaiting-approval", "stopped", "failed"),
});
const runWith = (...callIds: string[]): fc.Arbitrary<RunEvent[]> =>
  fc.tuple(eventsOf(callIds), anyEnd).map(([events, end]) => [START, ...events, end]);
const anyRun = runWith("a", "b", "c");

test("any run's chunks are chunks, and the client refuses none", async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async (events) => {
      const chunks = chunksOf(events);
      await requireValid(chunks);
      await readByClient(chunks);
    }),
  );
});

test("what is stored is the message that the client has", async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async (events) => {
      const chunks = chunksOf(events);
      const stored = await recordOf(chunks).message("m", null);
      expect(plain(stored)).toEqual(plain(await readByClient(chunks)));
    }),
  );
});

test("a message told again is the message, and a run that goes on with it reads the same for a page that resumes", async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, runWith("d", "e"), fc.boolean(), async (first, [start, ...rest], isApproved) => {
      const before = storedMessage(
        await recordOf(chunksOf(first)).message("m", null),
      ) as unknown as TripwrightUIMessage;
      const opening: ChatChunk[] = [{ type: "start", messageId: "m" }, ...chunksOfMessage(before)];
      await requireValid(opening);
      // The client shows a step that has begun only with what comes after it.
      const shown = await readByClient([...opening, { type: "message-metadata", messageMetadata: METADATA }]);
      expect(plain(shown.parts)).toEqual(before.parts);

      const calls = callsOf(before);
      const answers = calls.flatMap(({ toolCallId: callId, approvalId }): RunEvent[] =>
        approvalId === null
          ? []
          : [
              { type: "approval-answer", approvalId, callId, isApproved },
              { type: "tool-result", callId, name: "choose_offer", result: OK },
            ],
      );
      const more = chunksOf([start ?? START, ...answers, ...rest], { ...MAKING, calls });
      const stayed = await readByClient(more, before);
      expect(plain(await recordOf(more).message("m", before))).toEqual(plain(stayed));
      expect(plain(await readByClient([...opening, ...more])).parts).toEqual(plain(stayed).parts);
    }),
  );
});

test("a run ends with what it took", () => {
  expect(chunksOf([START, { type: "text-delta", text: "Hello" }, END])).toEqual([
    {
      type: "start",
      messageId: "m",
      messageMetadata: { runId: RUN_ID, threadId: "t", modelVersion: "offline/1" },
    },
    { type: "data-thread", id: "t", data: { threadId: "t", title: "A trip" }, transient: true },
    { type: "start-step" },
    { type: "text-start", id: "text-1" },
    { type: "text-delta", id: "text-1", delta: "Hello" },
    { type: "text-end", id: "text-1" },
    { type: "finish-step" },
    {
      type: "finish",
      finishReason: "stop",
      messageMetadata: {
        runId: RUN_ID,
        threadId: "t",
        modelVersion: "offline/1",
        status: "completed",
        durationMs: 812,
        costUsd: 0.002,
        usage: { inputTokens: 100, outputTokens: 20, totalTokens: 120, cachedInputTokens: 60, reasoningTokens: 5 },
      },
    },
  ]);
});

test("a draft shows while it is made and changes in place when it is stored", async () => {
  const args = { tripId: TRIP_ID };
  const message = await readByClient(
    chunksOf([
      START,
      { type: "tool-call", callId: "a", name: "plan_itinerary", args },
      { type: "tool-progress", callId: "a", name: "plan_itinerary", message: "Placing visits", draft: { days: [] } },
      { type: "tool-result", callId: "a", name: "plan_itinerary", result: OK },
      { type: "itinerary-draft", tripId: TRIP_ID, version: 3, isSelected: true, draft: { days: [] } },
      END,
    ]),
  );
  expect(message.parts.filter(({ type }) => type === "data-itinerary")).toEqual([
    {
      type: "data-itinerary",
      id: TRIP_ID,
      data: { tripId: TRIP_ID, version: 3, isSelected: true, draft: { days: [] } },
    },
  ]);
});

test("what was under way when a run was stopped or failed does not look as if it still were", async () => {
  for (const status of ["stopped", "failed"] as const) {
    const end: RunEvent = {
      type: "run-end",
      runId: RUN_ID,
      durationMs: 5,
      status,
      error: { code: "c", message: "Why" },
    };
    const chunks = chunksOf([
      START,
      { type: "text-delta", text: "I am" },
      { type: "tool-call", callId: "a", name: "plan_itinerary", args: {} },
      end,
    ]);
    expect(chunks.at(-1)).toEqual(
      status === "stopped" ? { type: "abort", reason: "Why" } : { type: "error", errorText: "Why" },
    );
    const { parts, metadata } = await readByClient(chunks);
    expect(parts).toMatchObject([
      { type: "step-start" },
      { type: "text", text: "I am", state: "done" },
      { type: "tool-plan_itinerary", state: "output-error" },
    ]);
    expect(metadata?.status).toBe(status);
  }
});

test("a call that needs a yes says what is asked, and those beside it wait without an end of their own", async () => {
  const waiting: RunEvent = { type: "run-end", runId: RUN_ID, durationMs: 5, status: "awaiting-approval" };
  const asking: RunEvent[] = [
    START,
    { type: "tool-call", callId: "a", name: "choose_offer", args: {} },
    { type: "tool-call", callId: "b", name: "search_hotels", args: {} },
    { type: "approval-request", approvalId: "x", callId: "a", name: "choose_offer", args: {}, asked: ASKED },
    waiting,
  ];
  const before = await readByClient(chunksOf(asking));
  expect(before.parts).toMatchObject([
    {
      type: "tool-choose_offer",
      state: "approval-requested",
      approval: { id: "x", requestReason: ASKED.summary, descriptor: ASKED },
    },
    { type: "tool-search_hotels", state: "output-available", output: { status: "needs_input" } },
  ]);
  const answered = (isApproved: boolean): RunEvent[] => [
    START,
    { type: "approval-answer", approvalId: "x", callId: "a", isApproved },
    { type: "tool-result", callId: "a", name: "choose_offer", result: isApproved ? OK : FAILED },
    { type: "tool-result", callId: "b", name: "search_hotels", result: OK },
    END,
  ];
  for (const isApproved of [true, false]) {
    const more = chunksOf(answered(isApproved), { ...MAKING, calls: callsOf(before) });
    const after = await readByClient(more, before);
    expect(after.parts).toMatchObject([
      { state: isApproved ? "output-available" : "output-denied", approval: { id: "x", approved: isApproved } },
      { state: "output-available", output: { status: "ok" } },
    ]);
  }
});

test("a result too long to be sent again with every message is told in words", () => {
  const long: ToolResult = { ...OK, request: { text: "x".repeat(500_000) } };
  const [told] = chunksOf([START, { type: "tool-result", callId: "a", name: "get_places", result: long }]).slice(-1);
  expect(JSON.stringify(told).length).toBeLessThan(1_000);
});
