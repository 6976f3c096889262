/** What a turn remembers is words, in pairs, and no more of them than there is room for. */
import type { ModelMessage } from "ai";
import fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf, travellersWords } from "../../agents/history.ts";
import { answerNote, repairNote } from "../../agents/notes.ts";
import { contextText } from "../../agents/turn-context.ts";

const context = contextText({ today: "2027-01-15", weekday: "friday", timeZone: null, preferences: {}, trip: null });
const user = (text: string): ModelMessage => ({
  role: "user",
  content: [
    { type: "text", text: context },
    { type: "text", text },
  ],
});
const says = (text: string): ModelMessage => ({ role: "assistant", content: [{ type: "text", text }] });
const calls = (id: string): ModelMessage => ({
  role: "assistant",
  content: [
    { type: "reasoning", text: "hm" },
    { type: "text", text: "Let me look." },
    { type: "tool-call", toolCallId: id, toolName: "get_trip", input: {} },
  ],
});
const result = (id: string): ModelMessage => ({
  role: "tool",
  content: [{ type: "tool-result", toolCallId: id, toolName: "get_trip", output: { type: "json", value: {} } }],
});
const verdict = { ok: false, violations: [] };

test("calls, results, contexts and notes are gone; the last words of a turn are its answer", () => {
  const notes = [repairNote({ tripId: "t", version: 1 }, verdict), says("Second."), answerNote([]), says("Third.")];
  const messages = [user("Plan it"), calls("1"), result("1"), says("First."), ...notes, user("Thanks"), says("Bye.")];
  expect(historyOf(messages)).toEqual([
    { role: "user", content: "Plan it" },
    { role: "assistant", content: "Third." },
    { role: "user", content: "Thanks" },
    { role: "assistant", content: "Bye." },
  ]);
  expect(travellersWords(messages)).toEqual(["Plan it", "Thanks"]);
});

test("what was said twice over is the same the second time", () => {
  const once = historyOf([user("Plan it"), calls("1")]);
  expect(historyOf(once)).toEqual(once);
});

const message = fc.oneof(
  fc.string({ maxLength: 9_000 }).map(user),
  fc.string({ maxLength: 9_000 }).map(says),
  fc.constantFrom(calls("1"), calls("2"), result("1"), result("3")),
);

test("whatever a crash left, the history is pairs of words within its bounds, and the newest are in it", () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
      const history = historyOf(messages);
      expect(history.map(({ role }) => role)).toEqual(
        history.map((_, index) => (index % 2 === 0 ? "user" : "assistant")),
      );
      expect(history.every(({ content }) => typeof content === "string" && content.length <= 4_002)).toBe(true);
      expect(JSON.stringify(history.map(({ content }) => content)).length).toBeLessThan(30_000);
      expect(history.length > 0).toBe(messages.some(({ role }) => role === "user"));
    }),
  );
});

test("the oldest goes first", () => {
  const messages = Array.from({ length: 40 }, (_, turn) => [user(`question ${turn}`), says("x".repeat(1_000))]).flat();
  const history = historyOf(messages);
  expect(history.length).toBeLessThan(30);
  expect(history.at(-2)).toEqual({ role: "user", content: "question 39" });
});
