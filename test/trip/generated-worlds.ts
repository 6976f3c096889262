/**
 * Whole worlds with a trip through them, for property tests: cities near and far, hours of every kind,
 * prices and access known or not, diets, wheels, toddlers, budgets from nothing to plenty.
 */
import fc from "fast-check";
import { addDays } from "../../trip/calendar.ts";
import type { City } from "../../trip/catalogue.ts";
import type { PlanFacts } from "../../trip/facts.ts";
import { ALWAYS_OPEN, type OpeningHours, type OpeningInterval } from "../../trip/opening-hours.ts";
import { ATTRACTION_TYPES, DIETS, type Place } from "../../trip/place.ts";
import type { Trip } from "../../trip/trip.ts";
import { CITIES, eateryWith, euros, factsWith, near, placeWith, tripWith } from "./world.ts";

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const dayHours: fc.Arbitrary<OpeningInterval[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<OpeningInterval[]>([]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 24, max: 44 }), fc.integer({ min: 56, max: 90 }))
      .map(([open, close]) => [{ open: timeText(open * 15), close: timeText(close * 15) }]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<OpeningInterval[]>([
      { open: "09:30", close: "13:00" },
      { open: "14:30", close: "18:30" },
    ]),
  },
  { weight: 1, arbitrary: fc.constant<OpeningInterval[]>([{ open: "17:00", close: "02:00" }]) },
);

const week = fc.record({
  monday: dayHours,
  tuesday: dayHours,
  wednesday: dayHours,
  thursday: dayHours,
  friday: dayHours,
  saturday: dayHours,
  sunday: dayHours,
});

const hours: fc.Arbitrary<OpeningHours | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(ALWAYS_OPEN) },
  { weight: 3, arbitrary: week },
  {
    weight: 1,
    arbitrary: fc
      .record({ week, last: fc.integer({ min: 10, max: 90 }) })
      .map(({ week: open, last }) => ({ ...open, lastEntryMinutes: last })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(week, week).map(([usual, winter]) => ({
      ...usual,
      seasons: [{ from: "10-15", to: "03-31", week: winter }],
      closedDates: ["12-25", "05-11", "10-16"],
    })),
  },
);

const spot = fc.record({ north: fc.integer({ min: -4000, max: 4000 }), east: fc.integer({ min: -4000, max: 4000 }) });

function sightIn(city: City, number: number): fc.Arbitrary<Place> {
  return fc
    .record({
      spot,
      hours,
      type: fc.constantFrom(...ATTRACTION_TYPES),
      visitMinutes: fc.integer({ min: 15, max: 240 }),
      admission: fc.option(
        fc.integer({ min: 0, max: 60 }).map((amount) => euros(amount)),
        { nil: null },
      ),
      wheelchair: fc.constantFrom("yes", "limited", "no", null),
      popularity: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      isOffbeat: fc.boolean(),
      bookingNeeded: fc.constantFrom(true, false, null),
    })
    .map(({ spot: { north, east }, ...over }) =>
      placeWith(number, { ...over, cityId: city.id, location: near(city, north, east) }),
    );
}

function eateryIn(city: City, number: number): fc.Arbitrary<Place> {
  return fc
    .record({
      spot,
      hours,
      type: fc.constantFrom("restaurant", "cafe", "food_hall"),
      diets: fc.subarray([...DIETS].slice(0, 4)),
      wheelchair: fc.constantFrom("yes", "limited", "no", null),
    })
    .map(({ spot: { north, east }, ...over }) =>
      eateryWith(number, { ...over, cityId: city.id, location: near(city, north, east) }),
    );
}

function placesIn(city: City, base: number): fc.Arbitrary<Place[]> {
  return fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 6 }))
    .chain(([sights, tables]) =>
      fc.tuple(
        ...Array.from({ length: sights }, (_, index) => sightIn(city, base + index)),
        ...Array.from({ length: tables }, (_, index) => eateryIn(city, base + 50 + index)),
      ),
    );
}

const wishes = fc.record({
  pace: fc.constantFrom("relaxed", "moderate", "fast"),
  style: fc.constantFrom("budget", "mid_range", "luxury"),
  diets: fc.subarray([...DIETS].slice(0, 4), { maxLength: 2 }),
  accessibility: fc.subarray(["wheelchair", "stroller_friendly", "visual_impairment"] as const, { maxLength: 1 }),
  avoidCrowds: fc.boolean(),
  preferOffbeat: fc.boolean(),
});

/** One to three stops of zero to three nights, through cities near and far, in any season. */
const route = fc.array(fc.record({ city: fc.constantFrom(...CITIES), nights: fc.integer({ min: 0, max: 3 }) }), {
  minLength: 1,
  maxLength: 3,
});

function tripThrough(stops: readonly { city: City; nights: number }[], startDate: string): Trip {
  let date = startDate;
  const destinations = stops
    .filter(({ city }, index) => stops[index - 1]?.city !== city)
    .map(({ city, nights }) => {
      const arrivalDate = date;
      date = addDays(date, nights);
      return { cityId: city.id, name: city.name, countryCode: city.countryCode, arrivalDate, departureDate: date };
    });
  return tripWith({ startDate, endDate: date, destinations });
}

/** Whole worlds with a trip through them, some of them mean: nothing open, nothing affordable, a flight over midnight. */
export const worlds: fc.Arbitrary<{ trip: Trip; facts: PlanFacts }> = fc
  .record({
    stops: route,
    startDate: fc.integer({ min: 0, max: 400 }).map((offset) => addDays("2027-01-01", offset)),
    travelers: fc.integer({ min: 1, max: 5 }),
    hasToddler: fc.boolean(),
    budget: fc.option(fc.integer({ min: 5_000, max: 600_000 }), { nil: null }),
    wishes,
    mustSee: fc.subarray([0, 1, 2]),
    places: fc.tuple(...CITIES.map((city, index) => placesIn(city, (index + 1) * 1000))),
  })
  .map(({ stops, startDate, travelers, hasToddler, budget, wishes: wished, mustSee, places }) => {
    const all = places.flat();
    const trip: Trip = {
      ...tripThrough(stops, startDate),
      travelers,
      childAges: hasToddler && travelers > 1 ? [2] : [],
      budget: budget === null ? null : { amountMinor: budget, currency: "EUR" },
      wishes: { ...tripWith().wishes, ...wished, mustSee: mustSee.flatMap((index) => all[index]?.id ?? []) },
    };
    return { trip, facts: factsWith(all) };
  });
