import { describe, expect, test } from "vitest";
import { duffel } from "../../../providers/duffel/duffel.ts";
import { describeVendor, openCase } from "../conformance/describe-vendor.ts";
import { type AskedVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import type { VendorCase } from "../conformance/vendor-case.ts";
import { describeJourneys } from "../flights/describe-journeys.ts";
import { BACK, flightQuery, HOSTILE, OUT, searching, type Timetabled } from "../flights/queries.ts";

const ZONES: Record<string, string> = {
  ...{ VIE: "Europe/Vienna", LIS: "Europe/Lisbon", FRA: "Europe/Berlin", SIN: "Asia/Singapore" },
  ...{ AKL: "Pacific/Auckland", HNL: "Pacific/Honolulu", LAX: "America/Los_Angeles", SYD: "Australia/Sydney" },
};

const place = (code: string) => ({
  ...{
    iata_code: code,
    time_zone: ZONES[code],
    name: `Airport ${code}`,
    type: "airport",
    latitude: 1.5,
    longitude: 2.5,
  },
});

function segment({ from, departs, to, arrives, airline, number, takes }: Timetabled): Record<string, unknown> {
  return {
    id: `seg_${number}`,
    origin: place(from),
    destination: place(to),
    departing_at: departs,
    arriving_at: arrives,
    duration: `PT${Math.floor(takes / 60)}H${takes % 60}M`,
    marketing_carrier: { iata_code: airline, name: HOSTILE },
    marketing_carrier_flight_number: number,
    operating_carrier: { iata_code: airline, name: HOSTILE },
    stops: [],
    passengers: [
      {
        cabin_class: "economy",
        baggages: [
          { type: "carry_on", quantity: 1 },
          { type: "checked", quantity: 2 },
        ],
      },
      {
        cabin_class: "economy",
        baggages: [
          { type: "carry_on", quantity: 1 },
          { type: "checked", quantity: 1 },
        ],
      },
    ],
  };
}

function offer(
  ways: readonly (readonly Timetabled[])[],
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: "off_0001",
    live_mode: true,
    expires_at: "2026-11-22T09:25:00.000000Z",
    total_amount: "163.66",
    total_currency: "EUR",
    base_amount: "120.00",
    tax_amount: "43.66",
    owner: { name: HOSTILE, iata_code: "TS" },
    conditions: { refund_before_departure: { allowed: false }, change_before_departure: null },
    slices: ways.map((flights) => ({ duration: "PT3H50M", fare_brand_name: HOSTILE, segments: flights.map(segment) })),
    ...change,
  };
}

const answer = (...offers: unknown[]) => ({ status: 201, body: { data: { id: "orq_1", offers, passengers: [] } } });
const refusal = (status: number, type: string, code: string) => ({
  status,
  body: {
    errors: [{ type, code, title: "No", message: "no", documentation_url: "" }],
    meta: { status, request_id: "r" },
  },
});

const FOUND = {
  ...{ id: expect.any(String), provider: "Duffel", offerId: "off_0001", link: null, status: "suggested" },
  ...{ departureAirport: "VIE", arrivalAirport: "LIS", airlineCode: "TS", flightNumber: "101", durationMinutes: 230 },
  ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00" },
  segments: [
    {
      ...{ departureAirport: "VIE", arrivalAirport: "LIS", airlineCode: "TS", flightNumber: "101" },
      ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00" },
    },
  ],
  price: {
    ...{ amountMinor: 16_366, currency: "EUR", per: "party", basis: "live", provider: "Duffel" },
    ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-22T09:25:00.000Z" },
  },
  ...{ returning: null, cabinClass: "economy", bags: { cabin: 1, checked: 1 } },
  ...{ isRefundable: false, isSelfTransfer: false },
};

const settings = { DUFFEL_ACCESS_TOKEN: "duffel_live_secret-of-ours" };

function asks(slices: readonly Record<string, string>[]) {
  return ([asked, ...more]: readonly AskedVendor[]): void => {
    expect(more).toEqual([]);
    expect(asked).toMatchObject({
      ...{ method: "POST", path: "/air/offer_requests" },
      headers: {
        ...{ authorization: "Bearer duffel_live_secret-of-ours", "duffel-version": "v2" },
        ...{ accept: "application/json", "content-type": "application/json" },
      },
    });
    const query = Object.fromEntries(asked?.query ?? []);
    expect(query).toEqual({ return_offers: "true", supplier_timeout: expect.stringMatching(/^\d+$/) });
    expect(Number(query.supplier_timeout)).toBeGreaterThanOrEqual(2_000);
    expect(Number(query.supplier_timeout)).toBeLessThanOrEqual(duffel.limits.timeoutMs - 1_500);
    expect(JSON.parse(asked?.body ?? "")).toEqual({
      data: { slices, passengers: [{ type: "adult" }, { type: "adult" }], cabin_class: "economy" },
    });
  };
}

const THERE = { origin: "VIE", destination: "LIS", departure_date: "2027-05-10" };

const vendorCase: VendorCase = {
  descriptor: duffel,
  settings,
  operations: [
    {
      name: "one way",
      call: searching(flightQuery()),
      answer: answer(offer([[OUT]])),
      asks: asks([THERE]),
      finds: [FOUND],
      empty: { reply: answer(), finds: [] },
      refusals: [
        {
          says: "an unknown token",
          reply: refusal(401, "authentication_error", "access_token_not_found"),
          kind: "auth",
        },
        {
          says: "a token that may not search",
          reply: refusal(403, "authentication_error", "insufficient_permissions"),
          kind: "auth",
        },
        {
          says: "a day in the past",
          reply: refusal(422, "validation_error", "validation_after"),
          kind: "bad_request",
        },
        {
          says: "an old version",
          reply: refusal(400, "invalid_request_error", "unsupported_version"),
          kind: "bad_request",
        },
        {
          says: "too many requests",
          reply: refusal(429, "rate_limit_error", "rate_limit_exceeded"),
          kind: "rate_limited",
        },
        {
          says: "an airline in trouble",
          reply: refusal(502, "airline_error", "airline_internal"),
          kind: "upstream",
        },
        { says: "an airline too slow", reply: refusal(504, "api_error", "gateway_timeout"), kind: "timeout" },
      ],
      drifted: [
        { says: "offers beside their envelope", reply: { body: { offers: [offer([[OUT]])] } } },
        { says: "offers by id", reply: { body: { data: { offers: { off_0001: offer([[OUT]]) } } } } },
        { says: "amounts as numbers, every one", reply: answer(offer([[OUT]], { total_amount: 163.66 })) },
        { says: "three ways for one", reply: answer(offer([[OUT], [BACK], [OUT]])) },
        { says: "a way without flights", reply: answer(offer([[]])) },
      ],
      odd: [
        {
          says: "an offer without a price among good ones is left out",
          reply: answer(offer([[OUT]], { id: "off_0000", total_amount: null }), offer([[OUT]])),
          finds: [FOUND],
        },
        { says: "another currency is left out", reply: answer(offer([[OUT]], { total_currency: "GBP" })), finds: [] },
        {
          says: "prices that are none are left out",
          reply: answer(
            ...["NaN", "-5.00", "0.00", "1e308", "9".repeat(40), ""].map((total_amount) =>
              offer([[OUT]], { total_amount }),
            ),
          ),
          finds: [],
        },
        {
          says: "an offer that has ended is left out",
          reply: answer(offer([[OUT]], { expires_at: "2026-11-22T08:59:59Z" })),
          finds: [],
        },
        {
          says: "an end too far away is brought nearer",
          reply: answer(offer([[OUT]], { expires_at: "2030-01-01T00:00:00Z" })),
          finds: [{ ...FOUND, price: { ...FOUND.price, expiresAt: "2026-11-22T09:30:00.000Z" } }],
        },
        {
          says: "a flight that arrives before it departs is left out",
          reply: answer(offer([[{ ...OUT, arrives: "2027-05-10T03:00:00" }]])),
          finds: [],
        },
        { says: "another day is left out", reply: answer(offer([[BACK]])), finds: [] },
        { says: "a way back that nobody asked for is left out", reply: answer(offer([[OUT], [BACK]])), finds: [] },
        {
          says: "words in place of codes are not passed on",
          reply: answer(offer([[{ ...OUT, airline: HOSTILE, number: HOSTILE }]])),
          finds: [
            {
              ...{ ...FOUND, airlineCode: null, flightNumber: null },
              segments: [{ ...FOUND.segments[0], airlineCode: null, flightNumber: null }],
            },
          ],
        },
        {
          says: "what the sandbox offers is called so, whatever the token",
          reply: answer(offer([[OUT]], { live_mode: false })),
          finds: [{ ...FOUND, price: { ...FOUND.price, basis: "sandbox" } }],
        },
        {
          says: "of very many offers the cheapest are read",
          reply: answer(...Array.from({ length: 300 }, (_, at) => offer([[OUT]], { total_amount: `${400 - at}.00` }))),
          finds: Array.from({ length: 50 }, (_, at) => ({
            ...FOUND,
            price: { ...FOUND.price, amountMinor: (101 + at) * 100 },
          })),
        },
      ],
    },
    {
      name: "there and back",
      call: searching(flightQuery({ returnDate: "2027-05-14" })),
      answer: answer(offer([[OUT], [BACK]], { conditions: { refund_before_departure: { allowed: true } } })),
      asks: asks([THERE, { origin: "LIS", destination: "VIE", departure_date: "2027-05-14" }]),
      finds: [
        {
          ...FOUND,
          isRefundable: true,
          returning: expect.objectContaining({
            ...{ departureAirport: "LIS", arrivalAirport: "VIE", flightNumber: "102", durationMinutes: 210 },
            ...{ departureAt: "2027-05-14T18:00:00+01:00", arrivalAt: "2027-05-14T22:30:00+02:00" },
          }),
        },
      ],
      refusals: [],
      drifted: [],
      odd: [
        { says: "half of it is left out", reply: answer(offer([[OUT]])), finds: [] },
        {
          says: "a way back before the way there is left out",
          reply: answer(offer([[OUT], [{ ...BACK, departs: "2027-05-09T18:00:00", arrives: "2027-05-09T22:30:00" }]])),
          finds: [],
        },
        {
          says: "what nobody says is not known",
          reply: answer(
            offer([[OUT], [BACK]], {
              conditions: null,
              slices: [OUT, BACK].map((flight) => ({
                segments: [{ ...segment(flight), passengers: null, duration: null, marketing_carrier: null }],
              })),
            }),
          ),
          finds: [expect.objectContaining({ isRefundable: null, bags: null, cabinClass: null, airlineCode: null })],
        },
      ],
    },
  ],
};

describeVendor(vendorCase);
describeJourneys(vendorCase, (flights) => answer(offer([flights])));

describe("what a token opens", () => {
  test.for([
    ["duffel_test_abc", "sandbox"],
    ["duffel_live_abc", "live"],
  ])("%s is %s", ([token, basis]) => {
    expect(duffel.basis?.({ DUFFEL_ACCESS_TOKEN: token })).toBe(basis);
  });
});

test.for([
  [500, 1],
  [502, 1],
  [503, 2],
] as const)("what its documentation says of status %i holds: asked %i times", async ([status, times]) => {
  const vendor = await startLoopbackVendor();
  vendor.respondInTurn({ status }, answer(offer([[OUT]])));
  const scope = { signal: new AbortController().signal, userId: null, runId: null };
  const found = searching(flightQuery())(openCase(vendorCase, vendor.url), scope);
  await (times === 1
    ? expect(found).rejects.toMatchObject({ kind: "upstream" })
    : expect(found).resolves.toEqual([FOUND]));
  expect(vendor.asked).toHaveLength(times);
  await vendor.close();
});
