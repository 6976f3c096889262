import { expect } from "vitest";
import { amadeus } from "../../../providers/amadeus/amadeus.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";
import type { AskedVendor } from "../conformance/loopback-vendor.ts";
import type { VendorCase } from "../conformance/vendor-case.ts";
import { describeJourneys } from "../flights/describe-journeys.ts";
import { BACK, flightQuery, HOSTILE, OUT, searching } from "../flights/queries.ts";
import { behindToken, FLIGHTS_PATH, flightOffer, flights, refusal, SETTINGS, TOKEN_PATH } from "./replies.ts";

const answer = (...offers: unknown[]) => behindToken({ [FLIGHTS_PATH]: flights(...offers) });
const refusing = (status: number, code: number, title: string) =>
  behindToken({ [FLIGHTS_PATH]: refusal(status, code, title) });
const priced = (price: Record<string, unknown>) =>
  flightOffer([[OUT]], { price: { currency: "EUR", total: "163.00", grandTotal: "163.66", ...price } });

const FOUND = {
  ...{ id: expect.any(String), provider: "Amadeus", offerId: "TS101.2027-05-10_1", link: null, status: "suggested" },
  ...{ departureAirport: "VIE", arrivalAirport: "LIS", airlineCode: "TS", flightNumber: "101", durationMinutes: 230 },
  ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00" },
  segments: [
    {
      ...{ departureAirport: "VIE", arrivalAirport: "LIS", airlineCode: "TS", flightNumber: "101" },
      ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00" },
    },
  ],
  price: {
    ...{ amountMinor: 16_366, currency: "EUR", per: "party", basis: "live", provider: "Amadeus" },
    ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-22T09:15:00.000Z" },
  },
  ...{ returning: null, cabinClass: "economy", bags: { cabin: null, checked: 1 } },
  ...{ isRefundable: null, isSelfTransfer: null },
};

function asks(more: Record<string, string>) {
  return ([first, second, ...others]: readonly AskedVendor[]): void => {
    expect(others).toEqual([]);
    expect(first).toMatchObject({ method: "POST", path: TOKEN_PATH });
    expect(first?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(Object.fromEntries(new URLSearchParams(first?.body))).toEqual({
      ...{ grant_type: "client_credentials", client_id: "id-of-ours", client_secret: "secret-of-ours" },
    });
    expect(second).toMatchObject({ method: "GET", path: FLIGHTS_PATH, headers: { authorization: "Bearer token-1" } });
    expect(second?.headers.accept).toContain("application/vnd.amadeus+json");
    expect(Object.fromEntries(second?.query ?? [])).toEqual({
      ...{ originLocationCode: "VIE", destinationLocationCode: "LIS", departureDate: "2027-05-10", ...more },
      ...{ adults: "2", travelClass: "ECONOMY", currencyCode: "EUR", max: "50" },
    });
  };
}

const described = { file: "amadeus/FlightOffersSearch_v2.json", path: "/shopping/flight-offers", method: "get" };

const vendorCase: VendorCase = {
  descriptor: amadeus,
  settings: SETTINGS,
  operations: [
    {
      name: "flights one way",
      call: searching(flightQuery()),
      answer: answer(flightOffer([[OUT]])),
      asks: asks({}),
      finds: [FOUND],
      empty: { reply: answer(), finds: [] },
      refusals: [
        {
          says: "a wrong secret",
          reply: {
            status: 401,
            body: { error: "invalid_client", error_description: HOSTILE, code: 38187, title: "No" },
          },
          kind: "auth",
        },
        { says: "a token refused twice", reply: refusing(401, 38190, "Invalid access token"), kind: "auth" },
        { says: "an invalid date", reply: refusing(400, 425, "INVALID DATE"), kind: "bad_request" },
        { says: "too many calls", reply: refusing(429, 38194, "Too many requests"), kind: "rate_limited" },
        { says: "somebody behind it", reply: refusing(500, 141, "SYSTEM ERROR"), kind: "upstream" },
      ],
      drifted: [
        { says: "a token without its end", reply: { body: { access_token: "token-1" } } },
        {
          says: "one offer in place of a list",
          reply: behindToken({ [FLIGHTS_PATH]: { body: { data: flightOffer([[OUT]]) } } }),
        },
        { says: "amounts as numbers, every one", reply: answer(priced({ grandTotal: 163.66 })) },
        {
          says: "another name for the journey",
          reply: answer(flightOffer([[OUT]], { itineraries: null, journeys: [] })),
        },
      ],
      odd: [
        {
          says: "a missing price among good ones is left out",
          reply: answer(flightOffer([[OUT]], { price: null }), flightOffer([[OUT]]), priced({ grandTotal: null })),
          finds: [FOUND],
        },
        { says: "another currency is left out", reply: answer(priced({ currency: "USD" })), finds: [] },
        {
          says: "prices that are none are left out",
          reply: answer(
            ...["NaN", "-5.00", "0.00", "1e308", "9".repeat(40), ""].map((grandTotal) => priced({ grandTotal })),
          ),
          finds: [],
        },
        {
          says: "a flight that arrives before it departs is left out",
          reply: answer(flightOffer([[{ ...OUT, arrives: "2027-05-10T03:00:00" }]])),
          finds: [],
        },
        {
          says: "the city's other airport is left out",
          reply: answer(flightOffer([[{ ...OUT, to: "OPO" }]])),
          finds: [],
        },
        {
          says: "an airport nobody knows is left out",
          reply: answer(flightOffer([[{ ...OUT, to: "XXX" }]])),
          finds: [],
        },
        { says: "another day is left out", reply: answer(flightOffer([[BACK]])), finds: [] },
        {
          says: "words in place of codes are not passed on",
          reply: answer(flightOffer([[{ ...OUT, airline: HOSTILE, number: HOSTILE }]])),
          finds: [
            expect.objectContaining({
              airlineCode: null,
              flightNumber: null,
              offerId: expect.stringMatching(/^[\w.-]+$/),
            }),
          ],
        },
        {
          says: "what nobody says is not known",
          reply: answer(flightOffer([[OUT]], { travelerPricings: null, pricingOptions: null })),
          finds: [{ ...FOUND, bags: null, cabinClass: null }],
        },
      ],
      described,
    },
    {
      name: "flights there and back",
      call: searching(flightQuery({ returnDate: "2027-05-14" })),
      answer: answer(flightOffer([[OUT], [BACK]], { pricingOptions: { refundableFare: true } })),
      asks: asks({ returnDate: "2027-05-14" }),
      finds: [
        {
          ...FOUND,
          ...{ offerId: "TS101.2027-05-10_TS102.2027-05-14_1", isRefundable: true },
          returning: expect.objectContaining({
            ...{ departureAirport: "LIS", arrivalAirport: "VIE", flightNumber: "102", durationMinutes: 210 },
            ...{ departureAt: "2027-05-14T18:00:00+01:00", arrivalAt: "2027-05-14T22:30:00+02:00" },
          }),
        },
      ],
      refusals: [],
      drifted: [],
      odd: [{ says: "half of it is left out", reply: answer(flightOffer([[OUT]])), finds: [] }],
      described,
    },
  ],
};

describeVendor(vendorCase);
describeJourneys(vendorCase, (journey) => answer(flightOffer([journey])));
