/** The judge reads anything of the schema, however absurd, and always answers within the closed list of codes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../trip/check/check.ts";
import { type DayDraft, itemTypeSchema, itineraryDraftSchema } from "../../../trip/itinerary.ts";
import { verdictSchema } from "../../../trip/verdict.ts";
import {
  eateryWith,
  euros,
  factsWith,
  flightWith,
  idOf,
  LISBON,
  PORTO,
  placeWith,
  stayWith,
  TOKYO,
  tripWith,
} from "../world.ts";

const twoDigits = (limit: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: limit }).map((value) => String(value).padStart(2, "0"));
const wallTime = fc.tuple(twoDigits(23), twoDigits(59)).map(([hours, minutes]) => `${hours}:${minutes}`);
const date = fc.oneof(
  fc.constantFrom("2027-05-10", "2027-05-11", "2027-05-12", "2026-02-28", "0001-01-01", "9999-12-31", "2028-02-29"),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);
const placeId = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((number) => idOf(2, number)),
  fc.constant(idOf(2, 4711)),
);
const location = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const cost = fc.oneof(
  fc.constantFrom(null, euros(10), euros(-5), euros(0, { currency: "XXX", per: "night", provider: "", fetchedAt: "" })),
  fc.record({
    lowMinor: fc.nat(),
    highMinor: fc.nat(),
    currency: fc.constantFrom("EUR", "JPY", "ZZZ"),
    method: fc.string(),
    asOf: date,
  }),
);

const item = fc.record({
  itemKey: fc.string({ minLength: 1, maxLength: 80 }),
  type: fc.constantFrom(...itemTypeSchema.options),
  title: fc.string({ minLength: 1, maxLength: 60 }),
  placeId: fc.option(placeId),
  location: fc.option(location),
  startTime: wallTime,
  endTime: wallTime,
  endsNextDay: fc.boolean(),
  cost,
  status: fc.constantFrom("planned", "completed", "skipped", "delayed"),
  locked: fc.boolean(),
  reason: fc.option(fc.string()),
  confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  travelFromPrevious: fc.constant(null),
});

const draft = fc.record({
  days: fc.array(
    fc.record({
      dayNumber: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.MAX_SAFE_INTEGER)),
      date,
      title: fc.constantFrom("", "Tuesday", "Day 3 (Sun): x"),
      city: fc
        .constantFrom(LISBON, PORTO, TOKYO, { id: idOf(1, 99), name: "Atlantis" })
        .map(({ id, name }) => ({ id, name })),
      items: fc.array(item, { maxLength: 14 }),
    }),
    { maxLength: 6 },
  ),
});

const trip = tripWith({
  childAges: [3],
  wishes: { diets: ["vegan"], accessibility: ["wheelchair", "hearing_impairment"] },
});
const facts = factsWith(
  [
    ...[1, 2, 3, 4, 5, 6].map((number) => placeWith(number, { hours: number % 2 ? null : placeWith(1).hours })),
    ...[7, 8, 9].map((number) => eateryWith(number)),
    placeWith(10, { cityId: PORTO.id, location: PORTO.location, wheelchair: "no" }),
    placeWith(11, { cityId: TOKYO.id, location: TOKYO.location, admission: euros(5, { currency: "JPY" }) }),
  ],
  {
    flights: [flightWith(1)],
    providers: new Set(["catalogue"]),
    stays: [
      stayWith(1, { minimumNights: 5, checkInFrom: "15:00", checkOutBy: "10:00" }),
      stayWith(2, { checkInDate: "2027-05-12", checkOutDate: "2027-05-10" }),
    ],
  },
);

describe("check, handed nonsense", () => {
  it("answers in codes and paths that exist", () => {
    fc.assert(
      fc.property(draft, draft, (itinerary, previous) => {
        itineraryDraftSchema.parse(itinerary);
        const verdict = verdictSchema.parse(check(trip, itinerary, facts, previous));
        for (const { path, message, expected, actual, fix } of verdict.violations) {
          const [, kind, first, second] = /^(days|flights|stays)\[(\d+)\](?:\.items\[(\d+)\])?$/.exec(path) ?? [];
          const day = itinerary.days[Number(first)];
          const isThere =
            path === "" ||
            (kind === "days"
              ? day !== undefined && (second === undefined || day.items[Number(second)] !== undefined)
              : Number(first) < 2);
          expect(isThere, path).toBe(true);
          expect(`${message} ${expected} ${actual} ${fix}`).not.toMatch(/undefined|NaN|\[object|Invalid/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same verdict twice, and leaves the plan as it was", () => {
    fc.assert(
      fc.property(draft, (itinerary) => {
        const before = structuredClone(itinerary);
        expect(check(trip, itinerary, facts)).toEqual(check(trip, itinerary, facts));
        expect(itinerary).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it("reads thousands of items, days and rides without taking minutes over it", () => {
    const [some] = fc.sample(fc.array(item, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 7 });
    const many = Array.from({ length: 4000 }, (_, index) => some?.[index % 60]).filter((one) => one !== undefined);
    const city = { id: LISBON.id, name: "Lisbon" };
    const dayWith = (items: typeof many, index = 0): DayDraft => ({
      dayNumber: index + 1,
      date: "2027-05-10",
      city,
      items,
    });
    const rides = many.map((one, index) => ({ ...one, type: index % 2 ? ("transport" as const) : one.type }));
    const plans = [
      [dayWith(many)],
      [dayWith(rides)],
      many.map((one, index) => dayWith([one], index)),
      many.map((_, index) => dayWith([], index)),
    ];
    const before = process.cpuUsage();
    for (const days of plans) expect(check(trip, { days }, facts, { days }).ok).toBe(false);
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(10);
  });

  it("calls a trip without a day incomplete", () => {
    expect(check(trip, { days: [] }, facts).violations.map(({ code }) => code)).toContain("weekday_mismatch");
  });
});
