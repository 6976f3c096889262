/** What is an itinerary, what is not, and how that is said. */
import { expect, test } from "vitest";
import { readLines } from "../../../evals/score/read-lines.ts";
import { lisbon } from "../../plan-fixture.ts";

const LISBON_PLAN = lisbon();

const DAY = {
  ...{ dayNumber: 1, date: "2027-05-10", city: LISBON_PLAN.itinerary.days[0]?.city },
  items: [{ type: "free", title: "A walk", startTime: "10:00", endTime: "11:00" }],
};
const DRAFT = {
  trip: { startDate: "2027-05-10", endDate: "2027-05-10", destinations: LISBON_PLAN.trip.destinations },
  itinerary: { days: [DAY] },
};
const jsonl = (...lines: unknown[]): string =>
  lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");

test("plan documents, drafts and texts, one a line; blank lines count and say nothing", () => {
  const { lines, bad } = readLines(
    jsonl(LISBON_PLAN, "", { ...DRAFT, id: "mine" }, { text: "Day 1: Lisbon" }),
    "a.jsonl",
  );
  expect(bad).toEqual([]);
  expect(lines.map(({ number, id, content }) => [number, id, content.kind])).toEqual([
    [1, "line-1", "plan"],
    [3, "mine", "plan"],
    [4, "line-4", "text"],
  ]);
});

test("a document's own verdict and budget are not read, however wrong they are", () => {
  const { lines, bad } = readLines(JSON.stringify({ ...LISBON_PLAN, verdict: "all is well", budget: null }), "a.json");
  expect(bad).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain("all is well");
});

test("a draft says what and when; the rest is filled in as nothing said", () => {
  const [line] = readLines(JSON.stringify(DRAFT), "a.json").lines;
  expect(line?.content).toMatchObject({
    kind: "plan",
    plan: {
      trip: { travelers: 1, budget: null, wishes: { pace: "moderate", diets: [] } },
      itinerary: { days: [{ items: [{ itemKey: "1:1", placeId: null, status: "planned", cost: null }] }] },
      ...{ flights: [], stays: [] },
    },
  });
});

test("a printed document and a list of them are read as well as lines are", () => {
  expect(readLines(JSON.stringify(LISBON_PLAN, null, 2), "plan.json").lines).toHaveLength(1);
  expect(readLines(JSON.stringify([DRAFT, { text: "Day 1" }]), "list.json").lines.map(({ id }) => id)).toEqual([
    "line-1",
    "line-2",
  ]);
});

test("everything else is one itinerary as text, under the file's name", () => {
  const { lines } = readLines("# Rome\nDay 1: Colosseum", "trips/rome.md");
  expect(lines).toMatchObject([{ number: 1, id: "rome.md", content: { kind: "text" } }]);
});

const days = (endDate: string) => ({ ...DRAFT, trip: { ...DRAFT.trip, endDate } });

test.each([
  ["no JSON", "{broken", "got no JSON"],
  ["another shape", { plan: 1 }, "got something else"],
  ["a number", 7, "got something else"],
  ["no days", { ...DRAFT, itinerary: {} }, "at itinerary.days"],
  ["no dates", { ...DRAFT, trip: {} }, "at trip.startDate"],
  [
    "a time that is none",
    { ...DRAFT, itinerary: { days: [{ ...DAY, items: [{ ...DAY.items[0], startTime: "25:00" }] }] } },
    "expected HH:MM at itinerary.days.0.items.0.startTime",
  ],
  ["dates the wrong way round", days("2027-05-09"), "expected to end when it begins or later"],
  ["a year of days", days("2028-05-09"), "at most 30 days"],
  ["an empty text", { text: " " }, "expected a text at text"],
  ["a date that is none", { text: "Day 1", start: "soon" }, "at start"],
  ["a text without end", { text: "x".repeat(20_001) }, "at text"],
])("%s is named with its line, and the others are read", (_, line, message) => {
  const { lines, bad } = readLines(jsonl(DRAFT, line, { text: "Day 1: Rome" }), "a.jsonl");
  expect(lines).toHaveLength(2);
  expect(bad).toEqual([{ number: 2, message: expect.stringContaining(message) }]);
});

test("an id stands for one itinerary", () => {
  const { lines, bad } = readLines(jsonl({ id: "a", text: "Day 1" }, { id: "a", text: "Day 2" }), "a.jsonl");
  expect(lines).toHaveLength(1);
  expect(bad).toEqual([{ number: 2, message: 'Expected every id once, got "a" as in line 1.' }]);
});
