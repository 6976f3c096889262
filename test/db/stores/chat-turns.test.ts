/** A turn stands whole or not at all, one a thread at a time; what is said in it belongs to its traveller. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createChatStore } from "../../../db/stores/chat-store.ts";
import { type ChatTurns, createChatTurns, type TurnOpening } from "../../../db/stores/chat-turns.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import type { ChatMessage, ChatStore, RunEnd } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser } from "./trips-for-tests.ts";

let database: TestDatabase;
let userId = "";
let nowMs = 0;
const now = (): Date => new Date(nowMs);
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(() => database?.close());
beforeEach(async () => {
  userId = await addUser(database);
  nowMs = Date.now();
});

const turns = (workerId = "a", owner = userId): ChatTurns =>
  createChatTurns({ db: database.db, userId: owner, workerId, now });
const chats = (owner = userId): ChatStore => createChatStore({ db: database.db, userId: owner, now });
const words = (id: string, text: string): ChatMessage => ({ id, role: "user", parts: [{ type: "text", text }] });
const opening = (changes: Partial<TurnOpening> = {}): TurnOpening => ({
  runId: randomUUID(),
  threadId: "thread",
  title: "Lisbon",
  timeZone: null,
  tripId: null,
  run: { input: { request: "Lisbon" }, modelVersion: "offline/1", promptHash: "abc" },
  replyId: randomUUID(),
  message: words(randomUUID(), "Lisbon"),
  ...changes,
});
const END: RunEnd = {
  tripId: null,
  modelVersion: "offline/1",
  result: {},
  tokens: { input: 0, output: 0, cached: 0, reasoning: 0 },
  durationMs: 1,
  toolCalls: 0,
};
const endRun = (runId: string): Promise<void> =>
  createRunRecorder({ db: database.db, userId, workerId: "a", now }).completeRun(runId, END);
const asking = (id: string, approvalId: string): ChatMessage => ({
  id,
  role: "assistant",
  parts: [
    { type: "text", text: "Shall I?" },
    {
      type: "tool-choose_offer",
      toolCallId: "c",
      state: "approval-requested",
      input: {},
      approval: { id: approvalId },
    },
  ],
});

test("thread, run and words come in one transaction, and the reply at the end", async () => {
  const turn = opening();
  await turns().open(turn);
  expect(await chats().findThread("thread")).toMatchObject({ title: "Lisbon", activeRunId: turn.runId });
  expect(await chats().listMessages("thread")).toEqual([turn.message]);
  expect(await turns().findOpen("thread")).toEqual({
    runId: turn.runId,
    replyId: turn.replyId,
    title: "Lisbon",
    before: null,
  });
  await endRun(turn.runId);
  const reply: ChatMessage = {
    id: turn.replyId,
    role: "assistant",
    parts: [{ type: "text", text: "Here" }],
    metadata: { a: 1 },
  };
  await turns().close({ runId: turn.runId, threadId: "thread", reply, agreed: [] });
  expect(await chats().listMessages("thread")).toEqual([turn.message, reply]);
  expect(await turns().findOpen("thread")).toBeNull();
  expect(await chats().findThread("thread")).toMatchObject({ activeRunId: null });
});

test("of many turns at once one begins, and nothing of the others is kept", async () => {
  const tried = await Promise.allSettled(["a", "b", "c", "d"].map((worker) => turns(worker).open(opening())));
  expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of tried)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "thread_busy" });
  expect(await chats().listMessages("thread")).toHaveLength(1);
  await turns().open(opening({ threadId: "another" }));
});

test("a thread whose run has died is free again", async () => {
  await turns().open(opening());
  nowMs += 16_000;
  await turns("b").open(opening());
  expect(await chats().listMessages("thread")).toHaveLength(2);
});

test("words with a known id take their place, and what came after them goes", async () => {
  const first = opening({ message: words("one", "Lisbon") });
  await turns().open(first);
  await endRun(first.runId);
  const second = opening({ message: words("two", "and Porto") });
  await turns().open(second);
  await endRun(second.runId);
  await turns().open(opening({ message: words("one", "Rome") }));
  expect(await chats().listMessages("thread")).toEqual([words("one", "Rome")]);
});

test("a reply's id is none for words", async () => {
  const first = opening();
  await turns().open(first);
  await endRun(first.runId);
  await turns().close({ runId: first.runId, threadId: "thread", reply: asking("reply", "x"), agreed: [] });
  await expect(turns().open(opening({ message: words("reply", "Rome") }))).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect(await chats().listMessages("thread")).toHaveLength(2);
});

test("words instead of an answer are a no, until it turns out that they said yes", async () => {
  const approvalId = randomUUID();
  const first = opening();
  await turns().open(first);
  await endRun(first.runId);
  await turns().close({ runId: first.runId, threadId: "thread", reply: asking("reply", approvalId), agreed: [] });
  const second = opening({ message: words("yes", "yes") });
  await turns().open(second);
  const askedPart = async (): Promise<unknown> => (await chats().listMessages("thread"))[1]?.parts[1];
  expect(await askedPart()).toMatchObject({ state: "output-denied", approval: { id: approvalId, approved: false } });
  await endRun(second.runId);
  const reply: ChatMessage = { id: second.replyId, role: "assistant", parts: [] };
  await turns().close({ runId: second.runId, threadId: "thread", reply, agreed: [approvalId] });
  expect(await askedPart()).toMatchObject({
    state: "approval-responded",
    approval: { id: approvalId, approved: true },
  });
});

test("a thread that is deleted while its run goes on stays deleted", async () => {
  const turn = opening();
  await turns().open(turn);
  await chats().deleteThread("thread");
  await turns().close({ runId: turn.runId, threadId: "thread", reply: asking("reply", "x"), agreed: ["x"] });
  expect(await chats().findThread("thread")).toBeNull();
});

test("two travellers may name their threads alike, and neither sees the other's", async () => {
  const stranger = await addUser(database);
  await turns().open(opening());
  await turns("b", stranger).open(opening({ title: "Theirs" }));
  expect(await chats().listThreads(10)).toMatchObject([{ title: "Lisbon" }]);
  expect(await chats(stranger).listMessages("thread")).toHaveLength(1);
  await chats(stranger).deleteThread("thread");
  expect(await chats().findThread("thread")).not.toBeNull();
});

test("what PostgreSQL has no character for does not keep a turn from being stored", async () => {
  const turn = opening({ message: words("odd", "zero \0, half \ud83d, whole 👋, text \\u0000") });
  await turns().open(turn);
  expect(await chats().listMessages("thread")).toEqual([
    words("odd", "zero \ufffd, half \ufffd, whole 👋, text \\u0000"),
  ]);
});
