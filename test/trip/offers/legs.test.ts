/** Both ways of one offer, wherever a flight matters: the days, the judge, the sum, the exports, the words. */
import { describe, expect, test } from "vitest";
import { budgetOf } from "../../../trip/budget.ts";
import { check } from "../../../trip/check/check.ts";
import { planDiff } from "../../../trip/edit/diff.ts";
import { flightLines, stayLine } from "../../../trip/export/bookings.ts";
import { icsOf } from "../../../trip/export/ics.ts";
import type { FlightOffer, StayOffer } from "../../../trip/offer.ts";
import { isExpired } from "../../../trip/offers/expiry.ts";
import { flightNumberOf } from "../../../trip/offers/legs.ts";
import { nameOf, takesThePlaceOf, told } from "../../../trip/offers/told.ts";
import { problemFrom } from "../../../trip/schedule/mapping/from-trip.ts";
import { lisbon, ZONES } from "../../plan-fixture.ts";
import {
  euros,
  factsWith,
  faultlessWorld,
  flightWith,
  LISBON,
  near,
  placeWith,
  stayWith,
  tripWith,
  withFacts,
} from "../world.ts";

const roundTrip = flightWith(1, {
  ...{ price: euros(200, { per: "party", provider: "test-air" }), airlineCode: "TP", flightNumber: "TP1272" },
  ...{ departureAt: "2027-05-10T06:00:00+02:00", arrivalAt: "2027-05-10T08:00:00+01:00", durationMinutes: 180 },
  returning: {
    ...{ departureAirport: "LIS", arrivalAirport: "VIE", departureAt: "2027-05-12T15:30:00+01:00" },
    ...{ arrivalAt: "2027-05-12T21:30:00+02:00", durationMinutes: 300, airlineCode: "TP", flightNumber: "1273" },
    segments: [
      {
        ...{ departureAirport: "LIS", arrivalAirport: "MAD", departureAt: "2027-05-12T15:30:00+01:00" },
        ...{ arrivalAt: "2027-05-12T17:50:00+02:00", airlineCode: "TP", flightNumber: "1273" },
      },
      {
        ...{ departureAirport: "MAD", arrivalAirport: "VIE", departureAt: "2027-05-12T18:40:00+02:00" },
        ...{ arrivalAt: "2027-05-12T21:30:00+02:00", airlineCode: "OS", flightNumber: "376" },
      },
    ],
  },
});
const lis = { iataCode: "LIS", name: "Humberto Delgado", city: "Lisbon", countryCode: "PT" };
const airports = new Map([["LIS", { ...lis, location: near(LISBON, 6_000, 0) }]]);
const good = faultlessWorld();
const codesOf = (flight: FlightOffer): string[] => {
  const { trip, itinerary, facts } = withFacts(good, { flights: [flight] });
  return check(trip, itinerary, facts).violations.map(({ code, path }) => `${code} ${path}`);
};

describe("the days", () => {
  test("begin after the way there and end before the way back", () => {
    const flights = [{ ...roundTrip, arrivalAt: "2027-05-10T13:00:00+01:00" }];
    const { days } = problemFrom(tripWith(), factsWith([placeWith(1)], { flights, airports })).problem;
    expect(days[0]?.startMinute).toBe(13 * 60 + 45);
    expect(days[2]?.endMinute).toBe(13 * 60 + 30);
  });
});

describe("the judge", () => {
  test("nothing is visited while the way back boards", () => {
    expect(codesOf(roundTrip)).toContain("flight_conflict days[2].items[2]");
    expect(codesOf({ ...roundTrip, returning: null })).not.toContain("flight_conflict days[2].items[2]");
  });

  test("nobody leaves before having landed", () => {
    const { returning } = roundTrip;
    const early = { departureAt: "2027-05-10T05:00:00+01:00", arrivalAt: "2027-05-10T09:00:00+02:00" };
    expect(codesOf({ ...roundTrip, returning: returning && { ...returning, ...early } })).toContain(
      "flight_conflict flights[0]",
    );
  });

  test("across the date line a flight lands the day before, and that is no fault", () => {
    const overPacific = {
      ...{ departureAirport: "NRT", arrivalAirport: "LAX", departureAt: "2027-05-09T00:05:00+09:00" },
      ...{ arrivalAt: "2027-05-08T18:00:00-07:00", durationMinutes: 595, returning: null },
    };
    expect(codesOf({ ...roundTrip, ...overPacific }).filter((code) => code.startsWith("flight"))).toEqual([]);
  });

  test("a price that names nobody we ask is unsourced; where nobody keeps count it is believed", () => {
    const judged = (providers: string[]): string[] => {
      const { trip, itinerary, facts } = withFacts(good, { providers: new Set(providers) });
      return check(trip, itinerary, facts).violations.map(({ code, path }) => `${code} ${path}`);
    };
    expect(judged(["catalogue"])).toContain("unsourced_price stays[0]");
    expect(judged(["catalogue", "test-hotels"])).not.toContain("unsourced_price stays[0]");
  });

  test("a price runs out at its instant", () => {
    const price = euros(80, { per: "night", provider: "test-hotels", expiresAt: "2026-11-22T09:30:00Z" });
    const judged = (now: string | undefined): string[] => {
      const { trip, itinerary, facts } = withFacts(good, { stays: [stayWith(1, { price })], now });
      return check(trip, itinerary, facts).violations.flatMap(({ code, message }) =>
        code === "offer_expired" ? [message] : [],
      );
    };
    expect(judged("2026-11-22T09:29:59Z")).toEqual([]);
    expect(judged("2026-11-22T09:30:00Z")).toEqual([
      "Pensão Alegria: the price of €80 was good until 09:30 UTC on Sunday 22 November. Look it up again.",
    ]);
    expect(judged(undefined)).toEqual([]);
  });
});

test.each([
  [null, false],
  ["2026-11-21", true],
  ["2026-11-22", false],
  ["2026-11-22T08:59:59Z", true],
  ["2026-11-22T10:30:00+02:00", true],
  ["2026-11-23T00:00:00Z", false],
  ["soon", false],
])("a price good until %s has run out on 22 November at nine: %s", (expiresAt, isOver) => {
  expect(isExpired({ expiresAt }, { today: "2026-11-22", now: "2026-11-22T09:00:00Z" })).toBe(isOver);
});

describe("the sum", () => {
  const lodging = (stay: StayOffer): { known: number | undefined; missing: string[] } => {
    const { lines, missing } = budgetOf(good.trip, good.itinerary, { ...good.facts, stays: [stay] });
    return { known: lines.find(({ kind }) => kind === "lodging")?.known, missing };
  };

  test("counts both ways once", () => {
    const { lines } = budgetOf(good.trip, good.itinerary, { ...good.facts, flights: [roundTrip] });
    expect(lines.find(({ kind }) => kind === "flights")).toMatchObject({ known: 20_000 });
  });

  test("counts what is due at the property, at today's rate, and says where nobody tells", () => {
    const yen = { amountMinor: 1_700, currency: "JPY" };
    expect(lodging(stayWith(1, { dueAtProperty: yen }))).toEqual({ known: 16_000 + 1_000, missing: [] });
    expect(lodging(stayWith(1, { dueAtProperty: { amountMinor: 0, currency: "EUR" } }))).toMatchObject({
      known: 16_000,
    });
    expect(lodging(stayWith(1, { dueAtProperty: null }))).toEqual({
      known: 16_000,
      missing: ["what is due at Pensão Alegria itself"],
    });
    expect(lodging(stayWith(1)).missing).toEqual([]);
  });
});

describe("the exports", () => {
  test("a line a way, the price at the first, changes and dues where they belong", () => {
    expect(flightLines(roundTrip, 2)).toEqual([
      "Flight TP 1272, VIE Mon 10 May 06:00 to LIS Mon 10 May 08:00: €200 together from test-air, the way back included",
      "Flight TP 1273, LIS Wed 12 May 15:30 to VIE Wed 12 May 21:30, change at MAD: included",
    ]);
    const dueAtProperty = { amountMinor: 1_200, currency: "EUR" };
    const stay = stayWith(1, {
      price: euros(80, { per: "night", provider: "Beds" }),
      freeCancellationUntil: "2027-05-03",
    });
    expect(stayLine({ ...stay, dueAtProperty }, 2)).toBe(
      "Pensão Alegria, 10–12 May 2027: €80 a night from Beds, plus €12 due at the property, free to cancel until Mon 3 May",
    );
    expect(stayLine({ ...stay, dueAtProperty: null }, 2)).toContain(
      ", what is due at the property itself is not known",
    );
  });

  test("the calendar has an entry for each way", () => {
    const text = icsOf(
      { ...lisbon(), flights: [roundTrip] },
      { stampedAt: new Date("2026-11-22T10:00:00Z"), zones: ZONES },
    );
    expect(text).toContain("SUMMARY:Flight TP 1273 LIS–VIE");
    expect(text).toContain("DTSTART:20270512T143000Z");
    expect(text).toContain("DESCRIPTION:Change at MAD");
    expect(text.match(/^UID:flight/gm)).toHaveLength(2);
    expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(text.match(/^UID:/gm)?.length);
  });
});

describe("the words", () => {
  test("of one offer", () => {
    expect(nameOf(roundTrip)).toBe("TP 1272 VIE–LIS, 2027-05-10 06:00, back TP 1273 LIS–VIE, 2027-05-12 15:30");
    expect(told(stayWith(1, { dueAtProperty: { amountMinor: 1_200, currency: "EUR" } }))).toBe(
      "Pensão Alegria, 2027-05-10 to 2027-05-12 (€80 a night plus €12 due there, test-hotels)",
    );
  });

  test.each([
    ["TP", "TP1272", "TP 1272"],
    ["U2", "8561", "U2 8561"],
    [null, "1272", "1272"],
    ["TP", null, "TP"],
  ])("%s and %s are %s", (airlineCode, flightNumber, words) => {
    expect(flightNumberOf({ ...roundTrip, airlineCode, flightNumber })).toBe(words);
  });

  test("of a plan that chose it", () => {
    const before = { trip: good.trip, draft: good.itinerary, flights: [], stays: [] };
    expect(planDiff(before, { ...before, flights: [roundTrip] }).sentences).toEqual([
      "Chosen: the flight TP1272 from VIE to LIS and back.",
    ]);
  });
});

test("both ways take the place of one way home, and of nothing between other towns", () => {
  const home = flightWith(2, { departureAirport: "LIS", arrivalAirport: "VIE" });
  expect(takesThePlaceOf(roundTrip, home)).toBe(true);
  expect(takesThePlaceOf(home, roundTrip)).toBe(true);
  expect(takesThePlaceOf(roundTrip, { ...home, arrivalAirport: "BER" })).toBe(false);
  expect(takesThePlaceOf(roundTrip, stayWith(1))).toBe(false);
});
