/** Why there is no plan: the reason that a traveller can do something about. */
import { expect, test } from "vitest";
import { outcomeOf } from "../../agents/outcome.ts";
import type { ToolRecord } from "../../agents/state.ts";
import type { ToolResult } from "../../tools/tool.ts";

type Ended = Parameters<typeof outcomeOf>[0];

function state(fields: Partial<Ended>): Ended {
  return { plan: null, answer: "", toolRecords: [], ...fields };
}

function record(name: string, result: Partial<ToolResult>): ToolRecord {
  return { name, result: { status: "ok", request: {}, notices: [], ...result } };
}

function refused(name: string, code: string): ToolRecord {
  return record(name, { status: "error", error: { code, message: `${code}, in words`, details: { from: name } } });
}

test("a stored plan is the outcome, whatever was refused on the way", () => {
  const toolRecords = [refused("plan_itinerary", "nothing_fits")];
  const plan = { tripId: "5d1f", version: 2 };
  expect(outcomeOf(state({ plan, answer: "Here it is.", toolRecords }))).toEqual({
    kind: "planned",
    tripId: "5d1f",
    version: 2,
    answer: "Here it is.",
  });
});

test("the last refusal is the reason, in the tool's own words", () => {
  const toolRecords = [refused("create_trip", "city_not_covered"), refused("plan_itinerary", "budget_too_small")];
  expect(outcomeOf(state({ toolRecords, answer: "Sorry." }))).toEqual({
    kind: "not-planned",
    code: "budget_too_small",
    message: "budget_too_small, in words",
    details: { from: "plan_itinerary" },
  });
});

test("a refusal that the same tool made good later is none", () => {
  const toolRecords = [refused("create_trip", "dates_reversed"), record("create_trip", {})];
  expect(outcomeOf(state({ toolRecords, answer: "Which of the two?" }))).toMatchObject({
    code: "needs_input",
    message: "Which of the two?",
  });
});

test("a tool that only the model imagined is no business of the traveller's", () => {
  const toolRecords = [refused("create_trip", "date_in_past"), refused("book_flight", "unknown_tool")];
  expect(outcomeOf(state({ toolRecords }))).toMatchObject({ code: "date_in_past" });
  expect(outcomeOf(state({ toolRecords: toolRecords.slice(1), answer: "Where to?" }))).toMatchObject({
    code: "needs_input",
    message: "Where to?",
  });
});

test("a code that is none of ours is our fault", () => {
  expect(outcomeOf(state({ toolRecords: [refused("plan_itinerary", "toString")] }))).toMatchObject({
    code: "internal",
  });
});

test("a city that nobody knows is named", () => {
  const toolRecords = [record("search_cities", { status: "empty", request: { query: "Atlantis" } })];
  expect(outcomeOf(state({ toolRecords, answer: "I know no Atlantis." }))).toEqual({
    kind: "not-planned",
    code: "city_not_found",
    message: "I know no Atlantis.",
    details: { cities: ["Atlantis"] },
  });
});

test("a model that says nothing at all still leaves the traveller a line", () => {
  expect(outcomeOf(state({}))).toMatchObject({ code: "needs_input", message: expect.stringMatching(/where, when/) });
});
