/** A connection that breaks costs nothing: the run goes on, and any server tells it again from its start. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { type ChatServer, loadMessages, openChatServer, openPage, plain, textOf, until } from "./chat-server.ts";
import { numbered, openPacedModel, type PacedModel } from "./paced-model.ts";

const WORDS = numbered(120);

let database: TestDatabase;
let model: PacedModel;
let server: ChatServer;
let other: ChatServer;
beforeAll(async () => {
  database = await openTestDatabase();
  model = await openPacedModel({ words: WORDS, everyMs: 10 });
  server = await openChatServer(database, { modelUrl: model.url });
  other = await openChatServer(database, { modelUrl: model.url });
});
afterAll(async () => {
  await other?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await model?.[Symbol.asyncDispose]();
  await database?.close();
});

/** Sends the words, reads a little of the answer, and tears the connection. */
function cutOff(port: number, body: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const sent = request({ host: "127.0.0.1", port, path: "/api/chat", method: "POST", headers }, (response) => {
      let read = "";
      response.on("data", (chunk: Buffer) => {
        read += chunk.toString();
        if (read.split("text-delta").length > 10) sent.destroy();
      });
      response.on("close", () => resolve(read));
      response.on("error", () => resolve(read));
    });
    sent.on("error", (error) => (sent.destroyed ? undefined : reject(error)));
    sent.end(JSON.stringify(body));
  });
}

test.for(["the same server", "another server"])("a page resumes at %s, with the very same message", async (where) => {
  const threadId = where === "the same server" ? "cut-here" : "cut-there";
  const read = await cutOff(server.port, { threadId, text: "Count for me." });
  expect(read).not.toContain("[DONE]");

  const place = where === "the same server" ? server : other;
  const { chat, errors } = openPage(place.url, { id: threadId, messages: await loadMessages(place.url, threadId) });
  await chat.resumeStream();
  expect(errors).toEqual([]);
  expect(textOf(chat.messages[1])).toBe(WORDS.join(""));
  expect(chat.messages[1]?.metadata?.status).toBe("completed");
  expect(await loadMessages(other.url, threadId)).toEqual(plain(chat.messages));
});

test("a page whose own connection broke goes on with what it had", async () => {
  const { chat, errors } = openPage(server.url, { id: "torn" });
  const sending = chat.sendMessage({ text: "Count for me." });
  await until(() => textOf(chat.messages[1]).length > 50);
  server.cutConnections();
  await sending;
  expect(chat.status).toBe("error");
  expect(errors).toHaveLength(1);
  await chat.resumeStream();
  expect(chat.status).toBe("ready");
  expect(textOf(chat.messages[1])).toBe(WORDS.join(""));
  expect(await loadMessages(server.url, "torn")).toEqual(plain(chat.messages));
});

test("nothing to resume is 204, which a page takes for nothing", async () => {
  const answer = await fetch(`${server.url}/api/chat/never-was/stream`);
  expect(answer.status).toBe(204);
  const { chat, errors } = openPage(server.url, { id: "never-was" });
  await chat.resumeStream();
  expect({ status: chat.status, messages: chat.messages, errors }).toEqual({
    status: "ready",
    messages: [],
    errors: [],
  });
});

test("of two turns at once, in two servers, one is told that the thread is busy", async () => {
  const pages = [openPage(server.url, { id: "busy" }), openPage(other.url, { id: "busy" })];
  await Promise.all(pages.map(({ chat }) => chat.sendMessage({ text: "Count for me." })));
  const errors = pages.flatMap((page) => page.errors);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain('"code":"thread_busy"');
  expect(errors[0]?.message).toContain('"status":409');
  const messages = await loadMessages(server.url, "busy");
  expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
});

test("a run whose process has died is told as far as it came, and that it ended", async () => {
  const read = await cutOff(server.port, { threadId: "died", text: "Count for me." });
  const runId = /"runId":"([^"]+)"/.exec(read)?.[1] ?? "";
  // As another process would find it: nobody renews the lease.
  await until(async () => {
    const rows = await database.admin("select 1 from run_events where run_id = $1", [runId]);
    return rows.length > 2;
  });
  await database.admin(
    "update ai_planning_jobs set worker_id = 'gone', lease_expires_at = now() - interval '1 second' where id = $1",
    [runId],
  );
  const { chat, errors } = openPage(other.url, { id: "died", messages: await loadMessages(other.url, "died") });
  await chat.resumeStream();
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining("has stopped")]);
  expect(textOf(chat.messages[1])).toMatch(/^word 0 word 1 /);
  expect(chat.messages[1]?.metadata?.status).toBe("failed");
});
