/** Plain methods are plain, not careless: whatever the world, what they place is open, reachable and in the trip. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METHODS } from "../../../evals/methods/registry.ts";
import { addDays } from "../../../trip/calendar.ts";
import { check } from "../../../trip/check/check.ts";
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import { isEatery } from "../../../trip/place.ts";
import type { Trip } from "../../../trip/trip.ts";
import { worlds } from "../../trip/generated-worlds.ts";
import { CATALOGUE, COUNTRIES, RATES } from "../../trip/text/pasted/catalogue.ts";
import { factsWith, LISBON, near, placeWith, tripWith } from "../../trip/world.ts";

const NEVER = new Set([
  ...["closed_day", "outside_hours", "after_last_entry", "overlap", "travel_too_short", "repeated_place"],
  ...["wrong_city", "unknown_place", "diet_unmet", "accessibility_unmet", "outside_trip_dates"],
]);

function builtIn(name: string, days: number, wishes: Partial<Trip["wishes"]> = {}) {
  const found = CATALOGUE.find(({ city }) => city.name === name);
  if (!found) throw new Error(`Expected ${name} among the built-in cities.`);
  const { city, places } = found;
  const [startDate, endDate] = ["2027-05-10", addDays("2027-05-10", days - 1)];
  const base = tripWith();
  const trip: Trip = {
    ...base,
    ...{ startDate, endDate, budget: null, wishes: { ...base.wishes, mustSee: [], ...wishes } },
    destinations: [
      { cityId: city.id, name, countryCode: city.countryCode, arrivalDate: startDate, departureDate: endDate },
    ],
  };
  const facts = {
    today: "2027-02-01",
    cities: new Map([[city.id, city]]),
    countries: new Map(COUNTRIES.map((country) => [country.isoCode, country])),
    places: new Map(places.map((place) => [place.id, place])),
    rates: new Map(RATES.map((rate) => [rate.currency, rate])),
    flights: [],
    stays: [],
  };
  return { trip, facts, places };
}

/** Four sights three kilometres north of the middle and four as far south, alternating in every list. */
function twoQuarters() {
  const places = Array.from({ length: 8 }, (_, index) => {
    const isNorth = index % 2 === 0;
    const location = near(LISBON, isNorth ? 3_000 : -3_000, index * 60);
    return placeWith(index + 1, { name: `${isNorth ? "North" : "South"} ${index}`, location, visitMinutes: 45 });
  });
  const day = "2027-05-11";
  const destinations = tripWith().destinations.map((stop) => ({ ...stop, arrivalDate: day, departureDate: day }));
  return { trip: tripWith({ startDate: day, endDate: day, destinations }), facts: factsWith(places) };
}

const sightsOf = ({ days }: ItineraryDraft): string[] =>
  days.flatMap(({ items }) =>
    items.flatMap(({ type, placeId }) => (type === "attraction" && placeId ? [placeId] : [])),
  );

describe.each(METHODS)("$name", (method) => {
  test("in any world, nothing closed, nothing at once, nowhere it cannot get to in time", () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 0, max: 99 }), ({ trip, facts }, seed) => {
        const { violations } = check(trip, method.plan(trip, facts, seed), facts);
        expect(violations.filter(({ code }) => NEVER.has(code))).toEqual([]);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test("three days in a built-in city hold, with meals and sights on each", () => {
    const { trip, facts } = builtIn("Lisbon", 3);
    const draft = method.plan(trip, facts, 1);
    const verdict = check(trip, draft, facts);
    expect(verdict.violations.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { items } of draft.days) {
      expect(items.filter(({ type }) => type === "attraction").length).toBeGreaterThanOrEqual(2);
      expect(items.filter(({ type }) => type === "meal").length).toBeGreaterThanOrEqual(1);
    }
  });

  test("the same seed, the same draft", () => {
    const { trip, facts } = builtIn("Rome", 2);
    expect(method.plan(trip, facts, 7)).toEqual(method.plan(trip, facts, 7));
  });

  test("a purse for meals alone is not overdrawn", () => {
    const { trip, facts } = builtIn("Lisbon", 2);
    const tight = { ...trip, budget: { amountMinor: 30_000, currency: "EUR" } };
    const codes = check(tight, method.plan(tight, facts, 1), facts).violations.map(({ code }) => code);
    expect(codes).not.toContain("budget_exceeded");
  });
});

test("names are single words, in the order of the tables", () => {
  expect(METHODS.map(({ name }) => name)).toEqual(["nearest", "greedy", "random"]);
});

test("what is insisted on is placed by those that look at it", () => {
  const { places } = builtIn("Lisbon", 3);
  const wanted = places.filter((place) => !isEatery(place) && place.hours !== null).slice(-2);
  expect(wanted).toHaveLength(2);
  const mustSee = wanted.map(({ id }) => id);
  const { trip, facts } = builtIn("Lisbon", 3, { mustSee });
  for (const method of METHODS.filter(({ name }) => name !== "random")) {
    expect(sightsOf(method.plan(trip, facts, 1))).toEqual(expect.arrayContaining(mustSee));
  }
});

test("random draws by its seed, and the others by nothing", () => {
  const { trip, facts } = builtIn("Lisbon", 3);
  const changed = METHODS.filter(
    (method) => sightsOf(method.plan(trip, facts, 1)).join() !== sightsOf(method.plan(trip, facts, 2)).join(),
  );
  expect(changed.map(({ name }) => name)).toEqual(["random"]);
});

test("nearest goes to what is near: two groups of sights far apart are not mixed", () => {
  const { trip, facts } = twoQuarters();
  const nearest = METHODS.find(({ name }) => name === "nearest");
  const names = sightsOf(nearest?.plan(trip, facts, 1) ?? { days: [] }).map((id) => facts.places.get(id)?.name ?? "");
  const changes = names.filter((name, index) => index > 0 && name.slice(0, 4) !== names[index - 1]?.slice(0, 4));
  expect(names.length).toBeGreaterThanOrEqual(4);
  expect(changes.length).toBeLessThanOrEqual(1);
});
