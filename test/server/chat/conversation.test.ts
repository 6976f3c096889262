/** A stock page of the AI SDK plans a trip over real HTTP with the built-in model, and finds it again when reloaded. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { type ChatServer, loadMessages, openChatServer, openPage, plain, textOf } from "./chat-server.ts";
import { numbered, openPacedModel } from "./paced-model.ts";

const WORDS = "3 days in Lisbon from 2027-05-10 for two, food and viewpoints, 900 EUR";

let database: TestDatabase;
let server: ChatServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await openChatServer(database);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.close();
});

test("a page plans a trip: text, tools, the draft, the verdict, and what it took", async () => {
  const { chat, heard, errors } = openPage(server.url, { id: "first" });
  await chat.sendMessage({ text: WORDS });
  expect(errors).toEqual([]);
  expect(chat.status).toBe("ready");
  const reply = chat.messages[1];
  const kinds = new Set(reply?.parts.map(({ type }) => type));
  for (const kind of ["text", "tool-create_trip", "tool-plan_itinerary", "data-itinerary", "data-verdict"]) {
    expect(kinds).toContain(kind);
  }
  const planned = reply?.parts.find(({ type }) => type === "tool-plan_itinerary");
  expect(planned).toMatchObject({ state: "output-available", output: { status: "ok" } });
  const drafts = reply?.parts.filter((part) => part.type === "data-itinerary") ?? [];
  expect(drafts).toMatchObject([{ data: { version: 1, isSelected: true } }]);
  expect(drafts[0]?.data.draft.days).toHaveLength(3);
  expect(reply?.metadata).toMatchObject({
    threadId: "first",
    modelVersion: expect.stringMatching(/^offline\//),
    status: "completed",
  });
  expect(reply?.metadata?.usage?.totalTokens).toBeGreaterThanOrEqual(0);
  expect(heard.find(({ type }) => type === "data-thread")?.data).toEqual({ threadId: "first", title: WORDS });
  expect(await loadMessages(server.url, "first")).toEqual(plain(chat.messages));

  const { threads } = (await (await fetch(`${server.url}/api/chat`)).json()) as { threads: unknown[] };
  const tripId = drafts[0]?.data.tripId;
  expect(threads).toMatchObject([{ id: "first", title: WORDS, tripId, activeRunId: null }]);
});

test("another turn goes on in the same thread, and another reply takes the place of the last", async () => {
  const { chat } = openPage(server.url, { id: "second" });
  await chat.sendMessage({ text: WORDS });
  await chat.sendMessage({ text: "what can you do?" });
  expect(chat.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
  const replaced = chat.messages[3];
  await chat.regenerate();
  expect(chat.messages).toHaveLength(4);
  expect(chat.messages[3]?.id).not.toBe(replaced?.id);
  expect(await loadMessages(server.url, "second")).toEqual(plain(chat.messages));

  const first = chat.messages[0];
  await chat.sendMessage({ text: "2 days in Porto from 2027-05-10 for two", messageId: first?.id ?? "" });
  expect(chat.messages).toHaveLength(2);
  expect(textOf(chat.messages[0])).toContain("Porto");
  expect(await loadMessages(server.url, "second")).toEqual(plain(chat.messages));
});

test("a script says its words without a page, and is told the thread", async () => {
  const answer = await fetch(`${server.url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "hello", timeZone: "Europe/Lisbon" }),
  });
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  expect(answer.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
  const told = await answer.text();
  expect(told.endsWith("data: [DONE]\n\n")).toBe(true);
  const threadId = /"threadId":"([^"]+)"/.exec(told)?.[1] ?? "";
  expect((await loadMessages(server.url, threadId)).map(({ role }) => role)).toEqual(["user", "assistant"]);
  const removed = await fetch(`${server.url}/api/chat/${threadId}`, { method: "DELETE" });
  expect(removed.status).toBe(204);
  await expect(loadMessages(server.url, threadId)).rejects.toThrow("thread_not_found");
  const left = await database.admin("select count(*)::int as n from checkpoints where thread_id like $1", [
    `%:${threadId}`,
  ]);
  expect(left).toEqual([{ n: 0 }]);
});

test("a service's tokens come with the end of the reply, and every word of it in its order", async () => {
  await using model = await openPacedModel({ words: numbered(500) });
  await using other = await openChatServer(database, { modelUrl: model.url });
  const { chat, errors } = openPage(other.url);
  await chat.sendMessage({ text: "Count for me." });
  expect(errors).toEqual([]);
  expect(textOf(chat.messages[1])).toBe(numbered(500).join(""));
  expect(chat.messages[1]?.metadata?.usage).toEqual({
    inputTokens: 120,
    outputTokens: 40,
    totalTokens: 160,
    cachedInputTokens: 64,
    reasoningTokens: 0,
  });
});

test("a model that fails is told in plain words, and the reply keeps what came before", async () => {
  await using other = await openChatServer(database, { modelUrl: "http://127.0.0.1:1/v1" });
  const { chat, errors } = openPage(other.url, { id: "failing" });
  await chat.sendMessage({ text: "Hello?" });
  expect(chat.status).toBe("error");
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining("compatible/test")]);
  const [words, reply] = await loadMessages(server.url, "failing");
  expect(words?.role).toBe("user");
  expect(reply?.metadata?.status).toBe("failed");
});
