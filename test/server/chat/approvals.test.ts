/**
 * What would replace a plan waits for the person, also when they close the page: whichever server they come back to
 * shows what is asked, and goes on with their answer.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TripwrightUIMessage } from "../../../server/chat/ui-message.ts";
import { serveChatCompletions, type WireTurn } from "../../agents/openai-wire.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { type ChatServer, loadMessages, openChatServer, openPage, plain, textOf } from "./chat-server.ts";

let database: TestDatabase;
let offline: ChatServer;
let server: ChatServer;
let other: ChatServer;
let tripId = "";
beforeAll(async () => {
  database = await openTestDatabase();
  offline = await openChatServer(database);
  const modelUrl = serveChatCompletions().baseUrl;
  server = await openChatServer(database, { modelUrl });
  other = await openChatServer(database, { modelUrl });
  const { chat } = openPage(offline.url);
  await chat.sendMessage({ text: "3 days in Lisbon from 2027-05-10 for two, 900 EUR" });
  const draft = chat.messages[1]?.parts.find((part) => part.type === "data-itinerary");
  tripId = draft?.data.tripId ?? "";
});
afterAll(async () => {
  for (const open of [other, server, offline]) await open?.[Symbol.asyncDispose]();
  await database?.close();
});

const asks = (): WireTurn => ({ calls: [{ name: "plan_itinerary", args: { tripId }, id: "call_plan" }] });
const says = (text: string): WireTurn => ({ text: [text] });
type ToolPart = Extract<TripwrightUIMessage["parts"][number], { type: `tool-${string}` }>;
const partIn = (messages: readonly TripwrightUIMessage[], index = 1): ToolPart | undefined =>
  messages[index]?.parts.find((part): part is ToolPart => part.type === "tool-plan_itinerary");
const versions = async (): Promise<unknown> =>
  (await database.admin("select count(*)::int as n from itineraries where trip_id = $1", [tripId]))[0]?.n;

/** A page is told that a yes is needed, and is closed. */
async function askAndClose(threadId: string): Promise<string> {
  const { chat, errors } = openPage(server.url, { id: threadId });
  await chat.sendMessage({ text: "Plan it anew." }, { body: { tripId } });
  expect(errors).toEqual([]);
  const asked = partIn(chat.messages);
  expect(asked).toMatchObject({ state: "approval-requested", approval: { requestReason: expect.any(String) } });
  expect(chat.messages[1]?.metadata?.status).toBe("awaiting-approval");
  expect(await loadMessages(other.url, threadId)).toEqual(plain(chat.messages));
  return asked?.approval?.id ?? "";
}

test.for([true, false])("an answer (%s) at another server goes on with the same reply", async (approved) => {
  const threadId = `answered-${approved}`;
  serveChatCompletions(asks(), says("That is how it stands now."));
  const before = await versions();
  const id = await askAndClose(threadId);
  expect(await versions()).toBe(before);

  const { chat, errors } = openPage(other.url, { id: threadId, messages: await loadMessages(other.url, threadId) });
  await chat.addToolApprovalResponse({ id, approved });
  await chat.sendMessage();
  expect(errors).toEqual([]);
  expect(chat.messages).toHaveLength(2);
  expect(partIn(chat.messages)).toMatchObject({
    state: approved ? "output-available" : "output-denied",
    approval: { id, approved },
  });
  expect(textOf(chat.messages[1])).toContain("That is how it stands now.");
  expect(await loadMessages(server.url, threadId)).toEqual(plain(chat.messages));
  expect(await versions()).toBe(Number(before) + (approved ? 1 : 0));

  const again = await fetch(`${server.url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ threadId, approvals: [{ id, approved: true }] }),
  });
  expect([again.status, (await again.json()) as unknown]).toMatchObject([404, { code: "approval_not_found" }]);
});

test("a script answers too, and a yes in words is one", async () => {
  serveChatCompletions(asks(), says("Done."));
  const id = await askAndClose("script");
  const answer = await fetch(`${other.url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ threadId: "script", approvals: [{ id, approved: true }] }),
  });
  expect(await answer.text()).toContain('"type":"tool-output-available"');

  serveChatCompletions(asks(), says("Done."));
  await askAndClose("words");
  const { chat, errors } = openPage(other.url, { id: "words", messages: await loadMessages(other.url, "words") });
  await chat.sendMessage({ text: "Yes, please." });
  expect(errors).toEqual([]);
  expect(partIn(chat.messages, 3)).toMatchObject({ state: "output-available" });
  const reloaded = await loadMessages(other.url, "words");
  expect(reloaded[3]).toEqual(plain(chat.messages[3]));
  expect(partIn(reloaded)).toMatchObject({ state: "approval-responded", approval: { approved: true } });
});

test("other words are a no", async () => {
  serveChatCompletions(asks(), says("Then it stays."));
  await askAndClose("other-words");
  const before = await versions();
  const { chat, errors } = openPage(other.url, {
    id: "other-words",
    messages: await loadMessages(other.url, "other-words"),
  });
  await chat.sendMessage({ text: "What is the weather like there?" });
  expect(errors).toEqual([]);
  expect(partIn(await loadMessages(other.url, "other-words"))).toMatchObject({ state: "output-denied" });
  expect(await versions()).toBe(before);
});
