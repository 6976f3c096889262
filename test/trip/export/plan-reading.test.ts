/** What is said of a plan: notes where they belong, warnings gathered, known and estimated kept apart. */
import { expect, test } from "vitest";
import { adviceOn } from "../../../trip/export/advice.ts";
import { costSummaryOf, missingText } from "../../../trip/export/costs.ts";
import { readPlan } from "../../../trip/export/plan-reading.ts";
import type { PlanDocument } from "../../../trip/plan-document.ts";
import { type Violation, verdictOf, violation } from "../../../trip/verdict.ts";
import { japan, lisbon } from "../../plan-fixture.ts";

const judged = (...violations: Violation[]): PlanDocument => ({ ...lisbon(), verdict: verdictOf(violations) });

test("twenty findings of one kind are one sentence, bookings first", () => {
  const places = [0, 1, 2, 3].map((index) => violation("booking_needed", `days[0].items[${index}]`, "Book it."));
  const hours = violation("unknown_hours", "days[1].items[7]", "We do not know when it is open.");
  expect(adviceOn(judged(hours, ...places)).warnings).toEqual([
    "Book ahead: Jerónimos Monastery, Monument to the Discoveries, Pastéis de Belém and National Coach Museum.",
    "Opening hours unknown, look them up before you go: Fado at Tasca do Chico.",
  ]);
});

test("a finding that points nowhere in particular keeps the checker's own words", () => {
  const advice = adviceOn(
    judged(
      violation("unknown_accessibility", "", "We do not know of step-free access at A and B."),
      violation("booking_needed", "days[9].items[9]", "Something has to be booked."),
      violation("pace_exceeded", "days[0]", "Monday 10 May is too full."),
    ),
  );
  expect(advice.warnings).toEqual([
    "Something has to be booked.",
    "We do not know of step-free access at A and B.",
    "Monday 10 May is too full.",
  ]);
});

test("many full days are named together", () => {
  const days = [0, 1, 2].map((index) => violation("pace_exceeded", `days[${index}]`, "Too full."));
  expect(adviceOn(judged(...days)).warnings).toEqual([
    "Fuller than the pace you asked for: Mon 10 May, Tue 11 May and Wed 12 May.",
  ]);
});

test("the verdict promises no more than was checked", () => {
  const line = (...violations: Violation[]): string => adviceOn(judged(...violations)).verdict;
  expect(line()).toBe("Checked: opening hours, travel times, dates and budget hold.");
  expect(line(violation("unknown_hours", "days[0].items[0]", "Unknown."))).toBe(
    "Checked: the opening hours that are known, travel times, dates and budget hold; one thing to mind.",
  );
  expect(line(violation("budget_at_risk", "", "It may come to more."))).toBe(
    "Checked: opening hours, travel times and dates hold; the budget may not be enough.",
  );
  expect(line(violation("overlap", "days[0].items[1]", "A starts before B ends."))).toBe(
    "This plan does not hold yet: one problem to solve.",
  );
  expect(adviceOn(japan()).problems).toEqual([
    "東京国立博物館 is closed on Mondays; you would be there on Monday 5 April.",
  ]);
});

test("a day's cost keeps what is known, estimated and unknown apart", () => {
  expect(readPlan(lisbon()).days.map(({ cost }) => cost)).toEqual([
    "€83.20 known, about €34–55 more estimated, one price unknown",
    "€58 known, about €80–130 more estimated, one price unknown",
    "€78 known, about €20–33 more estimated",
  ]);
  expect(readPlan(japan()).days.map(({ cost }) => cost)).toEqual([
    "¥1,500 known, about ¥6,900–11,500 more estimated",
    "¥1,500 known, about ¥6,500–10,500 more estimated",
    "¥3,000 known, about €96–320 more estimated",
    null,
  ]);
});

test("the trip's cost stands in two columns and against the budget", () => {
  const summary = costSummaryOf(lisbon());
  expect(summary.total).toEqual({ label: "Total", known: "€219.60", withEstimates: "about €550–745" });
  expect(summary.rows.find(({ label }) => label === "Meals")?.known).toBe("–");
  expect(missingText(summary)).toBe(
    "Not in these figures, for want of a price: National Coach Museum and Fado at Tasca do Chico.",
  );
  const judgement = (amountMinor: number): string | null => {
    const plan = lisbon();
    return costSummaryOf({ ...plan, trip: { ...plan.trip, budget: { amountMinor, currency: "EUR" } } }).judgement;
  };
  expect(judgement(90_000)).toMatch(/^Within the budget of €900, even at the high end/);
  expect(judgement(60_000)).toMatch(/enough at the low end of the estimates and not at the high end/);
  expect(judgement(40_000)).toMatch(/^Likely over the budget of €400/);
  expect(judgement(20_000)).toMatch(/^Over the budget of €200: known prices alone come to €219\.60/);
  expect(costSummaryOf(japan()).judgement).toBeNull();
});

test("items carry what a traveller needs on the spot", () => {
  const items = readPlan(lisbon()).days.flatMap((day) => day.items);
  const named = (title: string) => items.find((entry) => entry.title === title);
  expect(named("Fado at Tasca do Chico")).toMatchObject({
    time: "22:30–01:00",
    cost: "price unknown",
    notes: ["until 01:00 on Wed 12 May", "opening hours unknown"],
  });
  expect(named("Dinner near Santa Justa Lift")?.stop).toBeNull();
  expect(named("A visit that was called off")).toBeUndefined();
  expect(items.flatMap(({ stop }) => stop?.number ?? [])).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
});

test("a leg between cities is told once, as what it is", () => {
  const leg = readPlan(japan()).days[2]?.items[0];
  expect(leg).toMatchObject({ travel: null, leg: "5 h 9 min by train, 455 km", cost: "about €96–320 for three" });
  expect(readPlan(japan()).bookings).toEqual([
    "Flight LH 742, FRA Fri 2 Apr 13:20 to KIX Sat 3 Apr 09:05: €612 each from Duffel",
    "Ryokan Shimizu (旅館 しみず), 3–5 April 2027: ¥14,000 a night from LiteAPI (a test price, not for sale), booked",
  ]);
});

test("only links to the web are shown, each once", () => {
  const plan = lisbon();
  const links = [
    { provider: "Bad", url: "javascript:alert(1)" },
    { provider: "Good", url: "https://example.com/a" },
    { provider: "Good again", url: "https://example.com/a" },
  ];
  expect(readPlan({ ...plan, links }).links.map(({ url }) => url)).toEqual(["https://example.com/a"]);
});
