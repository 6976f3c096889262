/** The same flight and the same house once, whoever sells them and in whatever order; never two things as one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FlightOffer, FlightSegment, StayOffer } from "../../../trip/offer.ts";
import { mergeFlights, mergeStays } from "../../../trip/offers/merge.ts";
import { propertyKey } from "../../../trip/offers/property-name.ts";
import { LISBON, near, PORTO } from "../world.ts";
import { anyFlight, anyStay, flightAt, PURSE, stayAt, wayBack } from "./offers-for-tests.ts";

const idsOf = (offers: readonly (FlightOffer | StayOffer)[]): string[][] =>
  offers
    .map(({ offerId, alsoAt = [] }) => [offerId, ...alsoAt.map((other) => other.offerId)])
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));

const flights = (...offers: FlightOffer[]): string[][] => idsOf(mergeFlights(offers, PURSE));
const stays = (...offers: StayOffer[]): string[][] => idsOf(mergeStays(offers, PURSE));

const segment = (over: Partial<FlightSegment> = {}): FlightSegment => ({
  ...{ departureAirport: "VIE", arrivalAirport: "LIS", departureAt: "2027-05-10T08:00:00+02:00" },
  ...{ arrivalAt: "2027-05-10T09:00:00+01:00", airlineCode: "TP", flightNumber: "1272", ...over },
});

describe("flights", () => {
  test("the cheaper is the offer, the other stands beside it with its price and link", () => {
    const dear = flightAt("Airone", "a", 210, { link: "https://a.example/" });
    const [only, ...others] = mergeFlights([dear, flightAt("Bedtwo", "b", 200)], PURSE);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ provider: "Bedtwo", offerId: "b", price: { amountMinor: 20_000 } });
    expect(only?.alsoAt).toEqual([{ provider: "Airone", offerId: "a", price: dear.price, link: "https://a.example/" }]);
  });

  test("one number however it is spelled, one instant by whatever clock", () => {
    const spelled = { flightNumber: "TP 01272", departureAt: "2027-05-10T08:00:00+02:00", segments: [segment()] };
    expect(flights(flightAt("Airone", "a", 1), flightAt("Bedtwo", "b", 2, spelled))).toEqual([["a", "b"]]);
  });

  test.each<[string, Partial<FlightOffer>]>([
    ["another number", { flightNumber: "1274" }],
    ["no number", { flightNumber: null }],
    ["another carrier's number for perhaps the same aeroplane", { airlineCode: "UA", flightNumber: "1272" }],
    ["another day", { departureAt: "2027-05-11T06:00:00Z" }],
    ["another cabin", { cabinClass: "business" }],
    ["a way back", { returning: wayBack }],
    ["a change on the way", { segments: [segment({ arrivalAirport: "MAD" }), segment({ flightNumber: "9" })] }],
    ["a test price", { price: { ...flightAt("Bedtwo", "b", 1).price, basis: "sandbox" } }],
  ])("%s is another offer", (_, over) => {
    expect(flights(flightAt("Airone", "a", 1), flightAt("Bedtwo", "b", 2, over))).toEqual([["a"], ["b"]]);
  });

  test("fares that are known to differ stay two; who says nothing goes with the cheapest", () => {
    const flexible = flightAt("Airone", "flexible", 300, { isRefundable: true });
    const fixed = flightAt("Bedtwo", "fixed", 200, { isRefundable: false });
    const silent = flightAt("Cheapthree", "silent", 250);
    expect(flights(flexible, fixed, silent)).toEqual([["fixed", "silent"], ["flexible"]]);
  });

  test("a vendor that lists a flight twice means two fares", () => {
    const twice = [flightAt("Airone", "a1", 100), flightAt("Airone", "a2", 130)];
    expect(flights(...twice, flightAt("Bedtwo", "b", 120))).toEqual([["a1", "b"], ["a2"]]);
  });
});

describe("stays", () => {
  const b = (over: Partial<StayOffer>): StayOffer => stayAt("Bedtwo", "b", 300, over);
  const a = stayAt("Airone", "a", 310);

  test.each<[string, Partial<StayOffer>]>([
    ["another spelling, across the street", { propertyName: "MUNDIAL, Hôtel", location: near(LISBON, 200, 0) }],
    ["no spot on the map", { location: null }],
  ])("the same house: %s", (_, over) => {
    expect(stays(a, b(over))).toEqual([["b", "a"]]);
  });

  test.each<[string, Partial<StayOffer>]>([
    ["a longer name", { propertyName: "Hotel Mundial Plaza" }],
    ["a hostel", { propertyName: "Hostel Mundial" }],
    ["a number", { propertyName: "Hotel Mundial 2" }],
    ["across town", { location: near(LISBON, 260, 0) }],
    ["another city", { cityId: PORTO.id }],
    ["other nights", { checkOutDate: "2027-05-11" }],
    ["a test price", { price: { ...a.price, provider: "Bedtwo", basis: "sandbox" } }],
    ["other terms", { isRefundable: false, location: null }],
  ])("another offer: %s", (_, over) => {
    expect(stays({ ...a, isRefundable: true }, b(over))).toEqual([["a"], ["b"]]);
  });

  test("two houses of one name: whoever does not say which is neither", () => {
    const far = stayAt("Bedtwo", "b", 300, { location: near(LISBON, 2_000, 0) });
    expect(stays(a, far, stayAt("Cheapthree", "c", 290, { location: null }))).toEqual([["a"], ["b"], ["c"]]);
  });

  test("a row of houses of one name is not one house", () => {
    const row = [0, 200, 400].map((north, index) =>
      stayAt(`Vendor ${index}`, `s${index}`, 300, { location: near(LISBON, north, 0) }),
    );
    expect(stays(...row)).toEqual([["s0"], ["s1"], ["s2"]]);
    const own = [0, 20].map((north) => stayAt("Airone", `n${north}`, 300, { location: near(LISBON, north, 0) }));
    expect(stays(...own, stayAt("Bedtwo", "b", 300))).toEqual([["n0", "b"], ["n20"]]);
  });

  test("a name that anybody may have says nothing without a spot", () => {
    const flat = (provider: string): StayOffer =>
      stayAt(provider, provider, 90, { propertyName: "Cosy apartment", location: null });
    expect(stays(flat("Airone"), flat("Bedtwo"))).toEqual([["Airone"], ["Bedtwo"]]);
  });

  test("dues count for what is cheaper, and the house is known by whoever knows it", () => {
    const dues = { dueAtProperty: { amountMinor: 2_000, currency: "EUR" }, location: null };
    const cheap = stayAt("Bedtwo", "b", 300, { ...dues });
    const [only] = mergeStays([cheap, { ...a, stars: 4, guestRating: 8.8, reviewCount: 90, roomName: "Twin" }], PURSE);
    expect(only).toMatchObject({ offerId: "a", alsoAt: [{ offerId: "b" }] });
    const [other] = mergeStays(
      [
        { ...cheap, dueAtProperty: null },
        { ...a, stars: 4, guestRating: 8.8, roomName: "Twin" },
      ],
      PURSE,
    );
    expect(other).toMatchObject({ offerId: "b", location: a.location, stars: 4, guestRating: 8.8 });
    expect(other?.roomName).toBeUndefined();
  });
});

describe("whatever is sold", () => {
  const shuffled = <Offer>(one: fc.Arbitrary<Offer>) =>
    fc
      .array(one, { maxLength: 12 })
      .chain((offers) => fc.tuple(fc.constant(offers), fc.shuffledSubarray(offers, { minLength: offers.length })));
  const isTest = ({ price }: { price: { basis: string } }): boolean => price.basis === "sandbox";
  const idOf = ({ provider, offerId }: { provider: string; offerId: string }): string => `${provider} ${offerId}`;

  function holds<Offer extends FlightOffer | StayOffer>(offers: readonly Offer[], merged: readonly Offer[]): void {
    const shown = merged.flatMap((offer) => [idOf(offer), ...(offer.alsoAt ?? []).map(idOf)]);
    expect(new Set(shown)).toEqual(new Set(offers.map(idOf)));
    for (const offer of merged) {
      const vendors = [offer.provider, ...(offer.alsoAt ?? []).map(({ provider }) => provider)];
      expect(new Set(vendors).size).toBe(vendors.length);
      expect((offer.alsoAt ?? []).every((other) => isTest(other) === isTest(offer))).toBe(true);
    }
  }

  test("flights: nothing is lost, no vendor twice, nothing for sale with a test, in any order the same", () => {
    fc.assert(
      fc.property(shuffled(anyFlight), ([offers, others]) => {
        const merged = mergeFlights(offers, PURSE);
        expect(mergeFlights(others, PURSE)).toEqual(merged);
        holds(offers, merged);
      }),
    );
  });

  test("stays: the same, and no two names in one", () => {
    fc.assert(
      fc.property(shuffled(anyStay), ([offers, others]) => {
        const merged = mergeStays(offers, PURSE);
        expect(mergeStays(others, PURSE)).toEqual(merged);
        holds(offers, merged);
        const names = new Map(offers.map((offer) => [idOf(offer), new Set<string>()]));
        for (const offer of offers) names.get(idOf(offer))?.add(propertyKey(offer.propertyName));
        for (const offer of merged) {
          const key = propertyKey(offer.propertyName);
          expect((offer.alsoAt ?? []).every((other) => names.get(idOf(other))?.has(key))).toBe(true);
        }
      }),
    );
  });
});
