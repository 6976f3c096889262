/** The order of offers: reckoned by hand once, and never against what is better in everything. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangeFlights, arrangeStays } from "../../../trip/offers/arrange.ts";
import {
  type Criteria,
  flightCriteria,
  rankFlights,
  rankStays,
  shrunkRating,
  stayCriteria,
} from "../../../trip/offers/rank.ts";
import { type Taste, USUAL_TASTE } from "../../../trip/offers/taste.ts";
import { LISBON, near, RATES } from "../world.ts";
import { anyFlight, anyStay, flightAt, PURSE, stayAt } from "./offers-for-tests.ts";

const leg = (departureAirport: string, arrivalAirport: string) => ({
  ...{ departureAirport, arrivalAirport, departureAt: "2027-05-10T08:00:00+02:00" },
  ...{
    arrivalAt: "2027-05-10T09:00:00+01:00",
    airlineCode: "TP",
    flightNumber: `${departureAirport}${arrivalAirport}`,
  },
});
const direct = { segments: [leg("VIE", "LIS")], durationMinutes: 240, departureAt: "2027-05-10T08:00:00+02:00" };
const withChange = { ...direct, segments: [leg("VIE", "MAD"), leg("MAD", "LIS")], durationMinutes: 420 };
const day = { arrivalAt: "2027-05-10T11:00:00+01:00" };

/**
 * At the usual weights, of the cheapest fare of €200, both not known to be refundable (0.5 × 0.05 = 0.025):
 * with a change   200/200 + 7 h × 0.08 + 1 × 0.10 + 0.025 = 1.685
 * direct          240/200 + 4 h × 0.08 + 0 × 0.10 + 0.025 = 1.545
 * direct, at 5:30 230/200 + 4 h × 0.08 + 1 × 0.08 + 0.025 = 1.575
 */
const cheap = flightAt("Airone", "with a change", 200, { ...withChange, ...day });
const quick = flightAt("Airone", "direct", 240, { ...direct, ...day });
const early = flightAt("Airone", "early", 230, { ...direct, ...day, departureAt: "2027-05-10T05:30:00+02:00" });

const flightOrder = (taste: Taste): string[] =>
  rankFlights([cheap, quick, early], PURSE, taste).map(({ offerId }) => offerId);

test("flights: as reckoned by hand", () => {
  expect(flightCriteria(cheap, PURSE)).toEqual([20_000, 7, 1, 0, 0.5]);
  expect(flightCriteria(early, PURSE)).toEqual([23_000, 4, 0, 1, 0.5]);
  expect(flightOrder(USUAL_TASTE)).toEqual(["direct", "early", "with a change"]);
});

/** Budget: 1 + 7 × 0.04 + 0.05 = 1.33, 1.15 + 4 × 0.04 + 0.04 = 1.35, 1.2 + 4 × 0.04 = 1.36. */
test("who travels cheaply would rather change planes", () => {
  expect(flightOrder({ style: "budget", pace: "moderate" })).toEqual(["with a change", "early", "direct"]);
});

test("a ten from two guests is no ten", () => {
  expect(shrunkRating({ guestRating: 10, reviewCount: 2 })).toBeCloseTo((2 * 10 + 20 * 7.5) / 22);
  expect(shrunkRating({ guestRating: 8.9, reviewCount: 980 })).toBeCloseTo((980 * 8.9 + 150) / 1000);
  expect(shrunkRating({ guestRating: null, reviewCount: null })).toBe(7.5);
});

/**
 * Cheapest €300. Casa: 300/300 + (10 − 7.5) × 0.12 + 0.5 × 0.05 + 0.03 = 1.355; Palace with €12 due:
 * 327/300 + (10 − 8.872) × 0.12 + 0 + 0 = 1.2254.
 */
const casa = stayAt("Airone", "Casa", 300, { propertyName: "Casa Alta" });
const palace = stayAt("Airone", "Palace", 315, {
  ...{ propertyName: "Palace", guestRating: 8.9, reviewCount: 980, freeCancellationUntil: "2027-05-03" },
  ...{ dueAtProperty: { amountMinor: 1_200, currency: "EUR" }, location: near(LISBON, 400, 0) },
});

test("stays: as reckoned by hand, and why is said", () => {
  expect(stayCriteria(palace, PURSE, USUAL_TASTE)[0]).toBe(32_700);
  const taste = { ...USUAL_TASTE, near: LISBON.location };
  const query = {
    ...{ cityId: LISBON.id, checkInDate: "2027-05-10", checkOutDate: "2027-05-12" },
    ...{ guests: 2, rooms: 1, currency: "EUR" },
  };
  const arranged = arrangeStays([casa, palace], { query, rates: RATES, taste });
  expect(arranged.map(({ offerId, reason }) => [offerId, reason])).toEqual([
    [
      "Palace",
      "€27 more, with €12 due there, 8.9 of 10 from 980 guests, 400 m from your days, free to cancel until 3 May",
    ],
    ["Casa", "cheapest, 10 m from your days"],
  ]);
});

test("flights: why is said beside the cheapest", () => {
  const query = {
    ...{ origin: "VIE", destination: "LIS", departureDate: "2027-05-10", returnDate: null },
    ...{ passengers: 2, cabinClass: "economy" as const, currency: "EUR" },
  };
  const odd = flightAt("Airone", "unknown currency", 1, { ...direct, ...day, isSelfTransfer: true, flightNumber: "7" });
  const unknown = { ...odd, price: { ...odd.price, currency: "XTS" } };
  const arranged = arrangeFlights([unknown, { ...quick, isRefundable: true }, cheap, early], { query, rates: RATES });
  expect(arranged.map(({ reason }) => reason)).toEqual([
    "€40 more, 3 h shorter, no change, refundable",
    "€30 more, 3 h shorter, no change, leaves at 05:30",
    "cheapest, one change",
    "its price cannot be compared, 3 h shorter, no change, changing planes at your own risk",
  ]);
});

const isBeaten = (one: Criteria, by: Criteria): boolean =>
  by.every((value, index) => value <= (one[index] ?? 0)) && by.some((value, index) => value < (one[index] ?? 0));

function neverAbove(criteria: readonly Criteria[]): void {
  for (const [at, one] of criteria.entries()) {
    for (const below of criteria.slice(at + 1)) expect(isBeaten(one, below)).toBe(false);
  }
}

const taste: fc.Arbitrary<Taste> = fc.record({
  style: fc.constantFrom("budget" as const, "mid_range" as const, "luxury" as const),
  pace: fc.constantFrom("relaxed" as const, "moderate" as const, "fast" as const),
  near: fc.constantFrom(null, LISBON.location),
});

describe("whatever is sold", () => {
  test("what is no better in anything and worse in something never stands above", () => {
    fc.assert(
      fc.property(fc.array(anyFlight, { maxLength: 12 }), taste, (offers, tasted) => {
        neverAbove(rankFlights(offers, PURSE, tasted).map((offer) => flightCriteria(offer, PURSE)));
      }),
    );
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 12 }), taste, (offers, tasted) => {
        neverAbove(rankStays(offers, PURSE, tasted).map((offer) => stayCriteria(offer, PURSE, tasted)));
      }),
    );
  });

  test("the order in which vendors answered does not matter", () => {
    const orders = fc
      .uniqueArray(anyStay, { maxLength: 10, selector: ({ provider, offerId }) => `${provider} ${offerId}` })
      .chain((offers) => fc.tuple(fc.constant(offers), fc.shuffledSubarray(offers, { minLength: offers.length })));
    fc.assert(
      fc.property(orders, taste, ([offers, others], tasted) => {
        expect(rankStays(others, PURSE, tasted)).toEqual(rankStays(offers, PURSE, tasted));
      }),
    );
  });
});
