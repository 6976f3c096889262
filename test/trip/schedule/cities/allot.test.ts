/** Nights and order for trips: what was said is kept, what was not is chosen by worth and said aloud. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../../trip/calendar.ts";
import type { City } from "../../../../trip/catalogue.ts";
import type { Place } from "../../../../trip/place.ts";
import { type Allotment, allotStays } from "../../../../trip/schedule/cities/allot.ts";
import type { StayWishes } from "../../../../trip/schedule/cities/from-trip.ts";
import type { Trip } from "../../../../trip/trip.ts";
import { CITIES, cityWith, factsWith, LISBON, near, PORTO, placeWith, TOKYO, tripWith } from "../../world.ts";

const COIMBRA = cityWith(5, { name: "Coimbra", location: { lat: 40.2033, lon: -8.4103 } });
const FARO = cityWith(6, { name: "Faro", location: { lat: 37.0194, lon: -7.9304 } });
const ALL = [...CITIES, COIMBRA, FARO];

/** So many sights of two hours in each city. */
function sights(counts: readonly (readonly [City, number])[]): Place[] {
  return counts.flatMap(([city, count], at) =>
    Array.from({ length: count }, (_, index) =>
      placeWith(100 * at + index + 1, { cityId: city.id, location: near(city, index * 100, 0), visitMinutes: 120 }),
    ),
  );
}

function tripThrough(cities: readonly City[], nights: number, over: Parameters<typeof tripWith>[0] = {}): Trip {
  const startDate = "2027-05-10";
  const endDate = addDays(startDate, nights);
  const destinations = cities.map(({ id, name, countryCode }) => ({
    cityId: id,
    name,
    countryCode,
    arrivalDate: startDate,
    departureDate: endDate,
  }));
  return tripWith({ startDate, endDate, destinations, budget: null, ...over });
}

const UNSAID: StayWishes = {
  ...{ minNights: [], maxNights: [], optional: [] },
  ...{ orderIsOpen: false, firstCity: null, lastCity: null },
};

function allot(trip: Trip, places: readonly Place[], wishes: Partial<StayWishes> = {}): Allotment {
  const facts = factsWith(places, { cities: new Map(ALL.map((city) => [city.id, city])) });
  return allotStays(trip, facts, { ...UNSAID, ...wishes });
}

function nightsOf(allotment: Allotment): string[] {
  if ("obstacle" in allotment) return [allotment.obstacle.kind];
  return allotment.destinations.map(
    ({ name, arrivalDate, departureDate }) => `${name} ${daysBetween(arrivalDate, departureDate)}`,
  );
}

const saidOf = (allotment: Allotment): string[] => ("obstacle" in allotment ? [] : allotment.assumptions);

describe("nights that were not said", () => {
  test("go where there is more to see, and that is said", () => {
    const places = sights([
      [LISBON, 12],
      [PORTO, 3],
    ]);
    const allotment = allot(tripThrough([LISBON, PORTO], 5), places);
    expect(nightsOf(allotment)).toEqual(["Lisbon 4", "Porto 1"]);
    expect(saidOf(allotment)).toEqual([
      "I shared the nights out by what there is to see for you: 4 nights in Lisbon and 1 in Porto.",
    ]);
    const turned = allot(tripThrough([PORTO, LISBON], 5), places);
    expect(nightsOf(turned)).toEqual(["Porto 1", "Lisbon 4"]);
  });

  test("are shared evenly where the cities have the same to see", () => {
    const places = sights([
      [LISBON, 20],
      [PORTO, 20],
    ]);
    expect(nightsOf(allot(tripThrough([LISBON, PORTO], 6), places))).toEqual(["Lisbon 3", "Porto 3"]);
  });

  test("what is almost as good is offered", () => {
    expect(saidOf(allot(tripThrough([LISBON, PORTO], 6), []))).toEqual([
      "I shared the nights out by what there is to see for you: 3 nights in Lisbon and 3 in Porto. One more night in Lisbon and one less night in Porto is almost as good.",
    ]);
  });

  test("with one night less than cities, the last one is seen on the last day", () => {
    expect(nightsOf(allot(tripThrough([LISBON, PORTO], 1), []))).toEqual(["Lisbon 1", "Porto 0"]);
    expect(nightsOf(allot(tripThrough([LISBON, COIMBRA, PORTO], 2), []))).toEqual(["Lisbon 1", "Coimbra 1", "Porto 0"]);
    const open = { orderIsOpen: true, lastCity: 0 };
    expect(nightsOf(allot(tripThrough([LISBON, PORTO], 1), [], open))).toEqual(["Porto 1", "Lisbon 0"]);
  });
});

describe("what was said", () => {
  const places = sights([
    [LISBON, 12],
    [PORTO, 3],
  ]);

  test("at least and at most so many nights", () => {
    expect(nightsOf(allot(tripThrough([LISBON, PORTO], 5), places, { minNights: [null, 3] }))).toEqual([
      "Lisbon 2",
      "Porto 3",
    ]);
    expect(nightsOf(allot(tripThrough([LISBON, PORTO], 5), places, { maxNights: [2, null] }))).toEqual([
      "Lisbon 2",
      "Porto 3",
    ]);
  });

  test("all nights: nothing is left to decide or to say", () => {
    const allotment = allot(tripThrough([LISBON, PORTO], 5), places, { minNights: [1, 4], maxNights: [1, 4] });
    expect(nightsOf(allotment)).toEqual(["Lisbon 1", "Porto 4"]);
    expect(saidOf(allotment)).toEqual([]);
  });

  test("too much of it: how many nights it takes", () => {
    expect(allot(tripThrough([LISBON, PORTO], 5), places, { minNights: [4, 3] })).toEqual({
      obstacle: { kind: "too_few_nights", least: 7 },
    });
    expect(allot(tripThrough([LISBON, PORTO], 5), places, { maxNights: [2, 2] })).toEqual({
      obstacle: { kind: "too_many_nights", most: 4 },
    });
  });

  test("the order is kept, however long the way, but for where to begin or end", () => {
    const trip = tripThrough([PORTO, FARO, COIMBRA, LISBON], 8);
    const orderWith = (wishes: Partial<StayWishes>): string[] =>
      nightsOf(allot(trip, [], wishes)).map((text) => text.split(" ")[0] ?? "");
    expect(orderWith({ firstCity: 3 })).toEqual(["Lisbon", "Porto", "Faro", "Coimbra"]);
    expect(orderWith({ lastCity: 0 })).toEqual(["Faro", "Coimbra", "Lisbon", "Porto"]);
    expect(nightsOf(allot(trip, [])).map((text) => text.split(" ")[0])).toEqual(["Porto", "Faro", "Coimbra", "Lisbon"]);
  });
});

describe("a city that may be left out", () => {
  const places = sights([
    [LISBON, 20],
    [PORTO, 20],
    [TOKYO, 2],
  ]);

  test("is left out where the way is not worth it, and that is said", () => {
    const allotment = allot(tripThrough([LISBON, PORTO, TOKYO], 6), places, { optional: [2] });
    expect(nightsOf(allotment)).toEqual(["Lisbon 3", "Porto 3"]);
    expect(saidOf(allotment)[0]).toBe("Tokyo is left out: its nights and the way there are worth more elsewhere.");
  });

  test("is visited where it is worth it, and where a sight there was asked for", () => {
    expect(nightsOf(allot(tripThrough([LISBON, PORTO, TOKYO], 6), places, { optional: [1] }))).toHaveLength(3);
    const mustSee = places.filter(({ cityId }) => cityId === TOKYO.id).map(({ id }) => id);
    const trip = tripThrough([LISBON, PORTO, TOKYO], 6, { wishes: { mustSee } });
    expect(nightsOf(allot(trip, places, { optional: [2] }))).toHaveLength(3);
  });
});

describe("an open order", () => {
  const trip = tripThrough([PORTO, FARO, COIMBRA, LISBON], 8);
  const orderOf = (allotment: Allotment): string =>
    nightsOf(allotment)
      .map((text) => text.split(" ")[0])
      .join(" ");

  test("follows the road, and says what that saves", () => {
    const allotment = allot(trip, [], { orderIsOpen: true });
    expect(["Porto Coimbra Lisbon Faro", "Faro Lisbon Coimbra Porto"]).toContain(orderOf(allotment));
    expect(saidOf(allotment)[0]).toMatch(
      /^You left the order open: I took \w+, \w+, \w+, \w+; \w+ first saves (about €\d+ and )?\d h( \d+ min)? of travel against the order you named\.$/,
    );
  });

  test("begins and ends where it was said to", () => {
    expect(orderOf(allot(trip, [], { orderIsOpen: true, lastCity: 0 }))).toBe("Faro Lisbon Coimbra Porto");
    expect(orderOf(allot(trip, [], { orderIsOpen: true, firstCity: 0 }))).toBe("Porto Coimbra Lisbon Faro");
    expect(orderOf(allot(trip, [], { orderIsOpen: true, firstCity: 2, lastCity: 3 }))).toMatch(/^Coimbra .* Lisbon$/);
  });

  test("the order named may be the best", () => {
    const straight = tripThrough([PORTO, COIMBRA, LISBON], 6);
    const allotment = allot(straight, [], { orderIsOpen: true, firstCity: 0 });
    expect(saidOf(allotment)[0]).toBe(
      "You left the order open: the one you named, Porto, Coimbra, Lisbon, is the best, with about 5 h 15 min of travel.",
    );
  });

  test("flies to the far end and comes home from there once", () => {
    const origin = { name: "Seville", iataCode: "SVQ", location: { lat: 37.39, lon: -5.99 } };
    const order = orderOf(allot(tripThrough([LISBON, TOKYO, PORTO], 9, { origin }), [], { orderIsOpen: true }));
    expect(["Tokyo Porto Lisbon", "Lisbon Porto Tokyo"]).toContain(order);
  });
});

describe("money", () => {
  const places = sights([
    [LISBON, 4],
    [TOKYO, 40],
  ]);
  const nightsInLisbon = (budget: number | null): number => {
    const money = budget === null ? null : { amountMinor: budget * 100, currency: "EUR" };
    const facts = factsWith(places);
    const dear = new Map([...facts.countries].map(([code, country]) => [code, { ...country }]));
    const japan = dear.get("JP");
    if (japan?.dailyCost) japan.dailyCost = { ...japan.dailyCost, budget: 30_000, midRange: 60_000 };
    const trip = tripThrough([LISBON, TOKYO], 10, { budget: money });
    const allotment = allotStays(trip, { ...facts, countries: dear }, UNSAID);
    return Number(nightsOf(allotment)[0]?.split(" ")[1]);
  };

  test("a budget that allows nothing else gives the cheaper country more nights", () => {
    const budgets = [null, 7_000, 5_500].map(nightsInLisbon);
    expect(budgets).toEqual(budgets.toSorted((a, b) => a - b));
    expect(new Set(budgets).size).toBeGreaterThan(1);
  });

  test("a budget too small for any split gives the cheapest one: the planner says what is missing", () => {
    const budget = { amountMinor: 1_000, currency: "EUR" };
    expect(nightsOf(allot(tripThrough([LISBON, PORTO], 5, { budget }), []))).toHaveLength(2);
  });
});

test("every trip gets its cities, its dates and no day twice", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 20 }),
      fc.boolean(),
      (cities, more, orderIsOpen) => {
        const trip = tripThrough(cities, cities.length - 1 + more);
        const allotment = allot(trip, sights(cities.map((city, at) => [city, 3 * at])), { orderIsOpen });
        if ("obstacle" in allotment) throw new Error(allotment.obstacle.kind);
        const { destinations } = allotment;
        expect(destinations.map(({ cityId }) => cityId).toSorted()).toEqual(cities.map(({ id }) => id).toSorted());
        expect(destinations[0]?.arrivalDate).toBe(trip.startDate);
        expect(destinations.at(-1)?.departureDate).toBe(trip.endDate);
        for (const [index, { arrivalDate }] of destinations.entries()) {
          expect(arrivalDate).toBe(destinations[index - 1]?.departureDate ?? trip.startDate);
        }
        expect(saidOf(allotment).every((sentence) => sentence.length <= 300)).toBe(true);
      },
    ),
    { numRuns: 80, seed: 1 },
  );
});

test("a city returned to has two stays", () => {
  const trip = tripThrough([LISBON, PORTO, LISBON], 5);
  const allotment = allot(
    trip,
    sights([
      [LISBON, 9],
      [PORTO, 9],
    ]),
  );
  expect(nightsOf(allotment).map((text) => text.split(" ")[0])).toEqual(["Lisbon", "Porto", "Lisbon"]);
});
