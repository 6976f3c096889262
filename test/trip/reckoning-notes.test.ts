/** What a plan takes for granted is said, and nothing that it does not. */
import { expect, test } from "vitest";
import { reckoningNotes } from "../../trip/reckoning-notes.ts";
import { factsWith, flightWith, TOKYO, tripWith } from "./world.ts";

const TOKYO_DAYS = [
  {
    cityId: TOKYO.id,
    name: TOKYO.name,
    countryCode: TOKYO.countryCode,
    arrivalDate: "2027-05-10",
    departureDate: "2027-05-12",
  },
];
const NO_TIMES =
  "You did not say when you arrive and leave: the first day starts at 11:00 and the last one ends by 18:00.";

test("arrival, level and rate, each in a sentence", () => {
  const trip = tripWith({
    startDate: "2027-05-10",
    endDate: "2027-05-12",
    destinations: TOKYO_DAYS,
    budget: { amountMinor: 200_000, currency: "EUR" },
    wishes: { style: "budget" },
  });
  const [arrival, level, rate, ...more] = reckoningNotes(trip, factsWith([]));
  expect(arrival).toBe(NO_TIMES);
  expect(level).toBe("Beds, meals without a price and local transport are reckoned at a budget level.");
  expect(rate).toMatch(/^Prices in JPY are reckoned at 1 EUR = [\d.]+ JPY \(indicative rate of \d{4}-\d{2}-\d{2}\)\.$/);
  expect(more).toEqual([]);
});

test("nothing about arrival when flights are chosen, or for a single day", () => {
  expect(reckoningNotes(tripWith(), factsWith([], { flights: [flightWith(1)] }))).not.toContain(NO_TIMES);
  const { startDate } = tripWith();
  expect(reckoningNotes(tripWith({ endDate: startDate }), factsWith([]))).not.toContain(NO_TIMES);
});

test("no rate where everything is in one currency", () => {
  expect(reckoningNotes(tripWith(), factsWith([])).filter((note) => note.includes("reckoned at 1 "))).toEqual([]);
});
