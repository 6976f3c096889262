import { expect, test } from "vitest";
import { ignav } from "../../../providers/ignav/ignav.ts";
import { marketOf } from "../../../providers/ignav/markets.ts";
import { describeVendor, openCase } from "../conformance/describe-vendor.ts";
import { type AskedVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import type { VendorCase } from "../conformance/vendor-case.ts";
import { describeJourneys } from "../flights/describe-journeys.ts";
import { BACK, flightQuery, HOSTILE, OUT, searching, type Timetabled } from "../flights/queries.ts";

/** Zones as this vendor may leave them out, and instants too: the catalogue knows the airports. */
function segment({ from, departs, to, arrives, airline, number, takes }: Timetabled): Record<string, unknown> {
  return {
    marketing_carrier_code: airline,
    flight_number: number,
    operating_carrier_name: HOSTILE,
    departure_airport: from,
    departure_time_local: departs,
    departure_timezone: null,
    departure_time_utc: null,
    arrival_airport: to,
    arrival_time_local: arrives,
    arrival_timezone: null,
    arrival_time_utc: null,
    duration_minutes: takes,
    aircraft: HOSTILE,
  };
}

const leg = (flights: readonly Timetabled[]) => ({
  carrier: HOSTILE,
  duration_minutes: 1,
  segments: flights.map(segment),
});

function itinerary(out: readonly Timetabled[], back: readonly Timetabled[] | null = null): Record<string, unknown> {
  return {
    price: { amount: 81.83, currency: "EUR", status: "verified" },
    outbound: leg(out),
    inbound: back && leg(back),
    bags: { carry_on: 1, checked: 0 },
    requires_self_transfer: false,
    cabin_class: "economy",
    ignav_id: "a1b2c3",
  };
}

const answer = (...itineraries: unknown[]) => ({
  body: { origin: "VIE", destination: "LIS", departure_date: "2027-05-10", return_date: null, itineraries },
});
const priced = (price: Record<string, unknown>) => ({
  ...itinerary([OUT]),
  price: { amount: 81.83, currency: "EUR", status: "verified", ...price },
});
const refusal = (status: number, type: string, code: string, field: string | null = null) => ({
  status,
  body: { error: { type, code, message: HOSTILE, field } },
});

const FOUND = {
  ...{ id: expect.any(String), provider: "Ignav", offerId: "a1b2c3", link: null, status: "suggested" },
  ...{ departureAirport: "VIE", arrivalAirport: "LIS", airlineCode: "TS", flightNumber: "101", durationMinutes: 230 },
  ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00" },
  segments: [
    {
      ...{ departureAirport: "VIE", arrivalAirport: "LIS", airlineCode: "TS", flightNumber: "101" },
      ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00" },
    },
  ],
  price: {
    ...{ amountMinor: 8_183, currency: "EUR", per: "person", basis: "live", provider: "Ignav" },
    ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-22T09:15:00.000Z" },
  },
  ...{ returning: null, cabinClass: "economy", bags: { cabin: 1, checked: 0 } },
  ...{ isRefundable: null, isSelfTransfer: false },
};

function asks(path: string, more: Record<string, string>) {
  return ([asked, ...others]: readonly AskedVendor[]): void => {
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      ...{ method: "POST", path },
      headers: { "x-api-key": "secret-key-of-ours", "content-type": "application/json", accept: "application/json" },
    });
    expect([...(asked?.query ?? [])]).toEqual([]);
    expect(JSON.parse(asked?.body ?? "")).toEqual({
      ...{ origin: "VIE", destination: "LIS", departure_date: "2027-05-10", ...more },
      ...{ adults: 1, cabin_class: "economy", allow_self_transfer: false, market: "DE" },
    });
  };
}

const vendorCase: VendorCase = {
  descriptor: ignav,
  settings: { IGNAV_API_KEY: "secret-key-of-ours" },
  operations: [
    {
      name: "one way",
      call: searching(flightQuery()),
      answer: answer(itinerary([OUT])),
      asks: asks("/fares/one-way", {}),
      finds: [FOUND],
      empty: { reply: answer(), finds: [] },
      refusals: [
        { says: "a wrong key", reply: refusal(401, "unauthorized", "invalid_api_key"), kind: "auth" },
        { says: "nothing paid", reply: refusal(402, "billing", "payment_required"), kind: "quota" },
        {
          says: "an e-mail not confirmed",
          reply: refusal(403, "forbidden", "email_not_verified"),
          kind: "auth",
        },
        {
          says: "a city in place of an airport",
          reply: refusal(400, "invalid_request", "invalid_airport_code", "origin"),
          kind: "bad_request",
        },
        { says: "somebody behind it", reply: refusal(424, "upstream", "search_failed"), kind: "upstream" },
      ],
      drifted: [
        { says: "another name for the list", reply: { body: { results: [itinerary([OUT])] } } },
        { says: "prices as text, every one", reply: answer(priced({ amount: "81.83" })) },
        { says: "ways in a list", reply: answer({ ...itinerary([OUT]), outbound: undefined, legs: [leg([OUT])] }) },
        { says: "nothing to book by", reply: answer({ ...itinerary([OUT]), ignav_id: null }) },
      ],
      odd: [
        {
          says: "a missing price among good ones is left out",
          reply: answer({ ...itinerary([OUT]), price: null }, itinerary([OUT]), priced({ amount: null })),
          finds: [FOUND],
        },
        { says: "another currency is left out", reply: answer(priced({ currency: "USD" })), finds: [] },
        { says: "an unverified price is left out", reply: answer(priced({ status: "unverified" })), finds: [] },
        {
          says: "prices that are none are left out",
          reply: answer(priced({ amount: -81.83 }), priced({ amount: 0 }), priced({ amount: 1e308 })),
          finds: [],
        },
        {
          says: "a number that JSON cannot hold is left out",
          reply: {
            body: JSON.stringify(answer(itinerary([OUT]), priced({ amount: 7 })).body).replace(
              '"amount":7',
              '"amount":1e999',
            ),
          },
          finds: [FOUND],
        },
        {
          says: "a flight that arrives before it departs is left out",
          reply: answer(itinerary([{ ...OUT, arrives: "2027-05-10T03:00:00" }])),
          finds: [],
        },
        { says: "a way back that nobody asked for is left out", reply: answer(itinerary([OUT], [BACK])), finds: [] },
        { says: "another airport is left out", reply: answer(itinerary([{ ...OUT, to: "OPO" }])), finds: [] },
        { says: "an airport nobody knows is left out", reply: answer(itinerary([{ ...OUT, from: "XXX" }])), finds: [] },
        {
          says: "its own zone and instant are believed",
          reply: answer({
            ...itinerary([OUT]),
            outbound: {
              segments: [
                {
                  ...segment(OUT),
                  ...{ departure_timezone: "Europe/Vienna", departure_time_utc: "2027-05-10T05:00:00Z" },
                  ...{ arrival_timezone: "Europe/Lisbon", arrival_time_utc: "2027-05-10T08:50:00Z" },
                },
              ],
            },
          }),
          finds: [FOUND],
        },
        {
          says: "words in place of codes are not passed on",
          reply: answer({ ...itinerary([{ ...OUT, airline: HOSTILE, number: HOSTILE }]), cabin_class: HOSTILE }),
          finds: [expect.objectContaining({ airlineCode: null, flightNumber: null, cabinClass: null })],
        },
        {
          says: "what nobody says is not known",
          reply: answer({ ...itinerary([OUT]), bags: null, requires_self_transfer: null, cabin_class: null }),
          finds: [{ ...FOUND, bags: null, isSelfTransfer: null, cabinClass: null }],
        },
      ],
    },
    {
      name: "there and back",
      call: searching(flightQuery({ returnDate: "2027-05-14" })),
      answer: answer(itinerary([OUT], [BACK])),
      asks: asks("/fares/round-trip", { return_date: "2027-05-14" }),
      finds: [
        {
          ...FOUND,
          returning: expect.objectContaining({
            ...{ departureAirport: "LIS", arrivalAirport: "VIE", flightNumber: "102", durationMinutes: 210 },
            ...{ departureAt: "2027-05-14T18:00:00+01:00", arrivalAt: "2027-05-14T22:30:00+02:00" },
          }),
        },
      ],
      refusals: [],
      drifted: [],
      odd: [{ says: "half of it is left out", reply: answer(itinerary([OUT])), finds: [] }],
    },
  ],
};

describeVendor(vendorCase);
describeJourneys(vendorCase, (flights) => answer(itinerary(flights)));

test("the market is the currency's", () => {
  expect(["EUR", "GBP", "JPY", "XAU"].map(marketOf)).toEqual(["DE", "GB", "JP", null]);
});

test("it is not asked, and not paid, for what it cannot answer in the currency", async () => {
  const vendor = await startLoopbackVendor();
  const scope = { signal: new AbortController().signal, userId: null, runId: null };
  const found = await searching(flightQuery({ currency: "KZT" }))(openCase(vendorCase, vendor.url), scope);
  expect([found, vendor.asked]).toEqual([[], []]);
  await vendor.close();
});

test("somebody behind it who failed once is asked again", async () => {
  const vendor = await startLoopbackVendor();
  vendor.respondInTurn(refusal(424, "upstream", "search_failed"), answer(itinerary([OUT])));
  const scope = { signal: new AbortController().signal, userId: null, runId: null };
  expect(await searching(flightQuery())(openCase(vendorCase, vendor.url), scope)).toEqual([FOUND]);
  expect(vendor.asked).toHaveLength(2);
  await vendor.close();
});
