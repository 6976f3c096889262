/** Answers as Amadeus describes them, in our own words. */
import type { Respond, VendorReply } from "../conformance/loopback-vendor.ts";
import { HOSTILE, type Timetabled } from "../flights/queries.ts";

export const SETTINGS = { AMADEUS_CLIENT_ID: "id-of-ours", AMADEUS_CLIENT_SECRET: "secret-of-ours" };
export const TOKEN_PATH = "/v1/security/oauth2/token";
export const FLIGHTS_PATH = "/v2/shopping/flight-offers";
export const HOTELS_PATH = "/v1/reference-data/locations/hotels/by-geocode";
export const HOTEL_OFFERS_PATH = "/v3/shopping/hotel-offers";

export const token = (access_token = "token-1", expires_in = 1_799): VendorReply => ({
  body: { type: "amadeusOAuth2Token", token_type: "Bearer", access_token, expires_in, state: "approved", scope: "" },
});

/** A token for whoever asks for one, and these answers by path. */
export function behindToken(replies: Readonly<Record<string, VendorReply>>): Respond {
  return ({ path }) => (path === TOKEN_PATH ? token() : (replies[path] ?? { status: 404 }));
}

export const refusal = (status: number, code: number, title: string): VendorReply => ({
  status,
  body: { errors: [{ status, code, title, detail: HOSTILE, source: { parameter: "x" } }] },
});

function segment({ from, departs, to, arrives, airline, number, takes }: Timetabled): Record<string, unknown> {
  return {
    id: number,
    numberOfStops: 0,
    blacklistedInEU: false,
    departure: { iataCode: from, terminal: "1", at: departs },
    arrival: { iataCode: to, at: arrives },
    carrierCode: airline,
    number,
    aircraft: { code: "320" },
    operating: { carrierCode: airline },
    duration: `PT${Math.floor(takes / 60)}H${takes % 60}M`,
  };
}

export function flightOffer(
  ways: readonly (readonly Timetabled[])[],
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  const fare = {
    segmentId: "1",
    cabin: "ECONOMY",
    brandedFare: HOSTILE,
    class: "A",
    includedCheckedBags: { quantity: 1 },
  };
  return {
    type: "flight-offer",
    id: "1",
    source: "GDS",
    lastTicketingDate: "2026-12-01",
    itineraries: ways.map((flights) => ({ duration: "PT3H50M", segments: flights.map(segment) })),
    price: { currency: "EUR", total: "163.00", base: "120.00", grandTotal: "163.66" },
    pricingOptions: { fareType: ["PUBLISHED"], includedCheckedBagsOnly: true },
    validatingAirlineCodes: ["TS"],
    travelerPricings: ["1", "2"].map((travelerId) => ({
      ...{ travelerId, fareOption: "STANDARD", travelerType: "ADULT" },
      fareDetailsBySegment: ways.flat().map(() => fare),
    })),
    ...change,
  };
}

export const flights = (...offers: unknown[]): VendorReply => ({
  body: {
    meta: { count: offers.length },
    data: offers,
    dictionaries: { carriers: { TS: HOSTILE }, locations: { VIE: { cityCode: "VIE", countryCode: "AT" } } },
  },
});

export const houses = (...list: unknown[]): VendorReply => ({ body: { data: list, meta: { count: list.length } } });
export const house = (hotelId: string, latitude = 38.71, longitude = -9.14) => ({
  ...{ chainCode: "TB", iataCode: "LIS", dupeId: 700, name: HOSTILE, hotelId },
  ...{ geoCode: { latitude, longitude }, address: { countryCode: "PT" } },
});

export function hotelOffer(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "TSXOJ6LFQ2",
    checkInDate: "2027-05-10",
    checkOutDate: "2027-05-13",
    rateCode: "RAC",
    boardType: "BUFFET_BREAKFAST",
    room: { type: "A1K", description: { text: "Double room\nwith a view", lang: "EN" } },
    guests: { adults: 2 },
    price: {
      ...{ currency: "EUR", base: "300.00", total: "345.50" },
      taxes: [
        { code: "VAT", amount: "45.50", currency: "EUR", included: true },
        {
          ...{ code: "CITY", amount: "2.00", currency: "EUR", included: false },
          ...{ pricingFrequency: "PER_NIGHT", pricingMode: "PER_OCCUPANT" },
        },
      ],
    },
    policies: {
      paymentType: "guarantee",
      cancellations: [{ numberOfNights: 1, deadline: "2027-05-08T18:00:00+01:00" }],
      checkInOut: { checkIn: "14:00:00", checkOut: "11:00:00" },
    },
    ...change,
  };
}

export const hotel = (offers: readonly unknown[], change: Record<string, unknown> = {}) => ({
  ...{ type: "hotel-offers", available: true, self: "https://test.example" },
  hotel: { hotelId: "TBLIS001", dupeId: "700", name: "Hotel Tejo", cityCode: "LIS", ...change },
  offers,
});
export const hotels = (...data: unknown[]): VendorReply => ({ body: { data } });
