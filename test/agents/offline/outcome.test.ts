/** The machine-readable side of asking and declining. */
import { expect, test } from "vitest";
import { offlineOutcome } from "../../../agents/models/offline/outcome.ts";
import { understandRequest } from "../../../trip/text/understand-request.ts";

const outcomeOf = (text: string) => offlineOutcome(understandRequest(text, { today: "2026-11-22" }));

test.each([
  ["3 days in Rome", "needs_input", "When would you like to go to Rome? Say for example"],
  ["Rome", "needs_input", "When would you like to go to Rome, and for how long?"],
  ["3 days in May", "needs_input", "Where would you like to go? Name one city or several"],
  ["plan a trip", "needs_input", "Where would you like to go, and when?"],
  ["a week in Portugal in May", "needs_input", "Which city in Portugal would you like to see?"],
  ["a week in Thailand and Vietnam", "needs_input", "Which city in Thailand and Vietnam would you like to see?"],
  ["Rome, 31 February 2027", "needs_input", "“31 February 2027” is no date in the calendar. When would you like"],
  ["Rome 2027-02-30 3 days", "needs_input", "“2027-02-30” is no date in the calendar. When would you like"],
  ["4 days in Rome in May for 200 people", "needs_input", "I plan for at most 20 people, and you are 200."],
  ["what is the capital of France?", "not_a_trip_request", "I plan trips: tell me where, when and for how many"],
])("%s", (text, code, start) => {
  const outcome = outcomeOf(text);
  expect(outcome.code).toBe(code);
  expect(outcome.message.startsWith(start)).toBe(true);
});

test("nothing is asked where nothing is missing", () => {
  expect(outcomeOf("3 days in Rome in May")).toEqual({ code: null, message: "" });
});
