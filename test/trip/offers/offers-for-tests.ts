/** Offers by what matters to a comparison; the rest is the same for all. */
import fc from "fast-check";
import type { FlightLeg, FlightOffer, StayOffer } from "../../../trip/offer.ts";
import type { Purse } from "../../../trip/offers/cost.ts";
import { euros, flightWith, LISBON, near, RATES, stayWith } from "../world.ts";

export const PURSE: Purse = { currency: "EUR", people: 2, rates: RATES };

/** A price for both. */
export function flightAt(
  provider: string,
  offerId: string,
  amount: number,
  over: Partial<FlightOffer> = {},
): FlightOffer {
  const price = euros(amount, { per: "party", basis: "live", provider });
  return flightWith(1, { provider, offerId, price, airlineCode: "TP", flightNumber: "1272", ...over });
}

export function stayAt(provider: string, offerId: string, amount: number, over: Partial<StayOffer> = {}): StayOffer {
  const price = euros(amount, { per: "stay", basis: "live", provider });
  return stayWith(1, {
    provider,
    offerId,
    price,
    propertyName: "Hotel Mundial",
    location: near(LISBON, 0, 0),
    ...over,
  });
}

export const wayBack: FlightLeg = {
  ...{ departureAirport: "LIS", arrivalAirport: "VIE", departureAt: "2027-05-12T18:00:00+01:00" },
  ...{ arrivalAt: "2027-05-12T23:30:00+02:00", durationMinutes: 270, airlineCode: "TP", flightNumber: "1273" },
};

const VENDORS = ["Airone", "Bedtwo", "Cheapthree"];
const vendor = fc.constantFrom(...VENDORS);
const basis = fc.constantFrom("live" as const, "live" as const, "cached" as const, "sandbox" as const);

/** Few flights and few prices, so that the same often meets the same. */
export const anyFlight: fc.Arbitrary<FlightOffer> = fc
  .record({
    ...{ vendor, basis, id: fc.integer({ min: 1, max: 30 }), amount: fc.integer({ min: 90, max: 96 }) },
    number: fc.constantFrom("1272", "TP1272", "1274", null),
    isRefundable: fc.constantFrom(true, false, null),
    durationMinutes: fc.constantFrom(120, 180, 300),
    returning: fc.constantFrom(null, wayBack),
    currency: fc.constantFrom("EUR", "EUR", "USD", "XTS"),
  })
  .map(({ vendor: provider, basis: sold, id, amount, number, currency, ...over }) => {
    const price = { ...euros(amount, { per: "party" as const, basis: sold, provider }), currency };
    return flightAt(provider, `o${id}`, amount, { ...over, price, flightNumber: number });
  });

const HOUSES = [
  { propertyName: "Hotel Central", location: near(LISBON, 0, 0) },
  { propertyName: "Central Hotel", location: near(LISBON, 100, 0) },
  { propertyName: "HOTEL CENTRAL", location: near(LISBON, 330, 0) },
  { propertyName: "Hotel Central Plaza", location: near(LISBON, 20, 0) },
  { propertyName: "Hostel Central", location: near(LISBON, 10, 0) },
  { propertyName: "Hotel Mundial", location: null },
  { propertyName: "Mundial", location: near(LISBON, 900, 0) },
  { propertyName: "Apartment", location: null },
];

export const anyStay: fc.Arbitrary<StayOffer> = fc
  .record({
    ...{ vendor, basis, id: fc.integer({ min: 1, max: 30 }), amount: fc.integer({ min: 200, max: 206 }) },
    house: fc.constantFrom(...HOUSES),
    isRefundable: fc.constantFrom(true, false, null),
    dues: fc.constantFrom(0, 1200, null),
    guestRating: fc.constantFrom(6, 9.5, null),
    reviewCount: fc.constantFrom(3, 900, null),
  })
  .map(({ vendor: provider, basis: sold, id, amount, house, dues, ...over }) => {
    const price = euros(amount, { per: "stay" as const, basis: sold, provider });
    const dueAtProperty = dues === null ? null : { amountMinor: dues, currency: "EUR" };
    return stayAt(provider, `o${id}`, amount, { ...house, ...over, price, dueAtProperty });
  });
