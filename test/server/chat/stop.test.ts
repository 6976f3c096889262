/** A stop ends the model, wherever it is asked for, and the reply keeps what was said until then. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { type ChatServer, loadMessages, openChatServer, openPage, textOf, until } from "./chat-server.ts";
import { numbered, openPacedModel, type PacedModel } from "./paced-model.ts";

/** Generous: the machines that run this are busy. What it takes on a quiet one is what the benchmark says. */
const SOON_MS = 2_000;

let database: TestDatabase;
let model: PacedModel;
let server: ChatServer;
let other: ChatServer;
beforeAll(async () => {
  database = await openTestDatabase();
  model = await openPacedModel({ words: numbered(20), staysOpen: true });
  server = await openChatServer(database, { modelUrl: model.url });
  other = await openChatServer(database, { modelUrl: model.url });
});
afterAll(async () => {
  await other?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await model?.[Symbol.asyncDispose]();
  await database?.close();
});

const stop = (url: string, threadId: string): Promise<Response> =>
  fetch(`${url}/api/chat/${threadId}/stop`, { method: "POST" });

test.for(["its own server", "another server"])("a stop at %s ends the model and says so", async (where) => {
  const threadId = where === "its own server" ? "stop-here" : "stop-there";
  const { chat, errors } = openPage(server.url, { id: threadId });
  const sending = chat.sendMessage({ text: "Count for me." });
  await until(() => textOf(chat.messages[1]).includes("word 19"));
  const before = model.abortedAt.length;
  const askedAt = performance.now();
  const answer = await stop(where === "its own server" ? server.url : other.url, threadId);
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ runId: chat.messages[1]?.metadata?.runId });
  await sending;
  await until(() => model.abortedAt.length > before);
  expect((model.abortedAt.at(-1) ?? Number.NaN) - askedAt).toBeLessThan(SOON_MS);
  expect(errors).toEqual([]);
  expect(chat.status).toBe("ready");

  const [, reply] = await loadMessages(server.url, threadId);
  expect(textOf(reply)).toBe(numbered(20).join(""));
  expect(reply?.metadata?.status).toBe("stopped");
  const [run] = await database.admin("select status from ai_planning_jobs where thread_id = $1", [threadId]);
  expect(run?.status).toBe("failed");
});

test("stopping what does not run is no error, and what is not there is not found", async () => {
  const answer = await stop(server.url, "stop-here");
  expect([answer.status, await answer.json()]).toEqual([202, { runId: null }]);
  expect((await stop(server.url, "never-was")).status).toBe(404);
});

test("a page that closes its connection stops nothing", async () => {
  const { chat } = openPage(server.url, { id: "closed" });
  const sending = chat.sendMessage({ text: "Count for me." });
  await until(() => textOf(chat.messages[1]).includes("word 19"));
  await chat.stop();
  await sending;
  const { activeRunId } = (await (await fetch(`${server.url}/api/chat/closed`)).json()) as {
    activeRunId: string | null;
  };
  expect(activeRunId).not.toBeNull();
  const refused = await fetch(`${server.url}/api/chat/closed`, { method: "DELETE" });
  expect(refused.status).toBe(409);
  await stop(server.url, "closed");
  await until(async () => (await loadMessages(server.url, "closed")).length === 2);
});

test("a server that is told to end stops its runs and keeps their replies", async () => {
  const third = await openChatServer(database, { modelUrl: model.url });
  const { chat } = openPage(third.url, { id: "ending" });
  const sending = chat.sendMessage({ text: "Count for me." });
  await until(() => textOf(chat.messages[1]).includes("word 19"));
  await third[Symbol.asyncDispose]();
  await sending;
  const [, reply] = await loadMessages(server.url, "ending");
  expect(reply?.metadata?.status).toBe("stopped");
});
