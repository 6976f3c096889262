import { expect, test } from "vitest";
import { amadeus } from "../../../providers/amadeus/amadeus.ts";
import type { VendorPorts } from "../../../providers/kernel/descriptor.ts";
import { type StayQuery, stayOfferSchema } from "../../../trip/offer.ts";
import type { CityNamed, VendorScope } from "../../../trip/vendor-ports.ts";
import { describeVendor, openCase } from "../conformance/describe-vendor.ts";
import { startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import type { VendorCase } from "../conformance/vendor-case.ts";
import { HOSTILE } from "../flights/queries.ts";
import {
  behindToken,
  HOTEL_OFFERS_PATH,
  HOTELS_PATH,
  hotel,
  hotelOffer,
  hotels,
  house,
  houses,
  refusal,
  SETTINGS,
  TOKEN_PATH,
} from "./replies.ts";

const CITY: CityNamed = {
  ...{ id: "00000000-0000-4000-8000-00000000c17e", name: "Lisbon", countryCode: "PT", countryName: "Portugal" },
  ...{ location: { lat: 38.72, lon: -9.14 }, timezone: "Europe/Lisbon", iataCode: "LIS" },
};

const QUERY: StayQuery = {
  ...{ cityId: CITY.id, checkInDate: "2027-05-10", checkOutDate: "2027-05-13", guests: 2, rooms: 1, currency: "EUR" },
};

function staying(change: Partial<StayQuery> = {}) {
  return async (ports: VendorPorts, scope: VendorScope): Promise<unknown> => {
    const offers = await ports.stays?.searchStays({ ...QUERY, ...change }, CITY, scope);
    for (const offer of offers ?? []) expect(stayOfferSchema.parse(offer)).toEqual(offer);
    return offers;
  };
}

const HOUSES = houses(house("TBLIS001"), house("TBLIS002"));
const answer = (...data: unknown[]) => behindToken({ [HOTELS_PATH]: HOUSES, [HOTEL_OFFERS_PATH]: hotels(...data) });
const one = (change: Record<string, unknown>) => answer(hotel([hotelOffer(change)]));
const priced = (price: Record<string, unknown>) =>
  hotelOffer({ price: { currency: "EUR", total: "345.50", ...price } });
const taxed = (...taxes: unknown[]) => answer(hotel([priced({ taxes })]));
const cancelled = (...cancellations: unknown[]) => one({ policies: { cancellations } });

const FOUND = {
  ...{ id: expect.any(String), provider: "Amadeus", offerId: "TSXOJ6LFQ2", cityId: CITY.id, link: null },
  ...{ propertyName: "Hotel Tejo", checkInDate: "2027-05-10", checkOutDate: "2027-05-13", status: "suggested" },
  price: {
    ...{ amountMinor: 34_550, currency: "EUR", per: "stay", basis: "live", provider: "Amadeus" },
    ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-22T09:15:00.000Z" },
  },
  ...{ location: { lat: 38.71, lon: -9.14 }, checkInFrom: "14:00", checkOutBy: "11:00" },
  ...{ roomName: "Double room with a view", board: "buffet breakfast" },
  ...{
    isRefundable: true,
    freeCancellationUntil: "2027-05-07",
    dueAtProperty: { amountMinor: 1_200, currency: "EUR" },
  },
};
const found = (change: Record<string, unknown>) => [expect.objectContaining(change)];

const vendorCase: VendorCase = {
  descriptor: amadeus,
  settings: SETTINGS,
  operations: [
    {
      name: "hotels",
      call: staying(),
      answer: answer(hotel([hotelOffer()])),
      asks: (asked) => {
        expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
          ...[`POST ${TOKEN_PATH}`, `GET ${HOTELS_PATH}`, `GET ${HOTEL_OFFERS_PATH}`],
        ]);
        for (const { headers } of asked.slice(1)) expect(headers.authorization).toBe("Bearer token-1");
        expect(Object.fromEntries(asked[1]?.query ?? [])).toEqual({
          ...{ latitude: "38.72", longitude: "-9.14", radius: "15", radiusUnit: "KM" },
        });
        expect(Object.fromEntries(asked[2]?.query ?? [])).toEqual({
          ...{ hotelIds: "TBLIS001,TBLIS002", adults: "2", roomQuantity: "1", bestRateOnly: "true" },
          ...{ checkInDate: "2027-05-10", checkOutDate: "2027-05-13", currency: "EUR" },
        });
      },
      finds: [FOUND],
      empty: { reply: behindToken({ [HOTELS_PATH]: houses() }), finds: [] },
      refusals: [
        {
          says: "a place that is none",
          reply: behindToken({ [HOTELS_PATH]: refusal(400, 477, "INVALID FORMAT") }),
          kind: "bad_request",
        },
        {
          says: "a hotel's own system without an answer",
          reply: behindToken({ [HOTELS_PATH]: HOUSES, [HOTEL_OFFERS_PATH]: refusal(400, 784, "PROVIDER TIME OUT") }),
          kind: "timeout",
        },
        {
          says: "a contract without hotels",
          reply: behindToken({ [HOTELS_PATH]: HOUSES, [HOTEL_OFFERS_PATH]: refusal(400, 451, "INVALID CREDENTIALS") }),
          kind: "auth",
        },
      ],
      drifted: [
        { says: "hotels without ids", reply: behindToken({ [HOTELS_PATH]: houses({ name: "Hotel Tejo" }) }) },
        { says: "prices as numbers, every one", reply: answer(hotel([priced({ total: 345.5 })])) },
        { says: "prices of nothing, every one", reply: answer(hotel([priced({ total: null })])) },
      ],
      odd: [
        {
          says: "no hotel near is nothing found",
          reply: behindToken({ [HOTELS_PATH]: refusal(400, 895, "NOTHING FOUND FOR REQUESTED CITY") }),
          finds: [],
        },
        {
          says: "no room is nothing found",
          reply: behindToken({ [HOTELS_PATH]: HOUSES, [HOTEL_OFFERS_PATH]: refusal(400, 424, "NO HOTELS FOUND") }),
          finds: [],
        },
        {
          says: "a missing price among good ones is left out",
          reply: answer(hotel([priced({ total: null }), hotelOffer()]), hotel([])),
          finds: [FOUND],
        },
        {
          says: "the hotel's own currency is left out",
          reply: answer(hotel([priced({ currency: "USD" })])),
          finds: [],
        },
        {
          says: "prices that are none are left out",
          reply: answer(...["NaN", "-5.00", "0", "1e308", "9".repeat(40)].map((total) => hotel([priced({ total })]))),
          finds: [],
        },
        {
          says: "what is paid is what it sells for",
          reply: answer(hotel([priced({ sellingTotal: "350.00" })])),
          finds: found({ price: { ...FOUND.price, amountMinor: 35_000 } }),
        },
        {
          says: "the same house by two ways is there once, at the lower price",
          reply: answer(
            hotel([hotelOffer()]),
            hotel([priced({ total: "320.00" })], { hotelId: "TBLIS002", dupeId: "700" }),
          ),
          finds: found({ price: { ...FOUND.price, amountMinor: 32_000 } }),
        },
        { says: "other nights are left out", reply: one({ checkInDate: "2027-05-11" }), finds: [] },
        {
          says: "a house that is full is left out",
          reply: answer({ ...hotel([hotelOffer()]), available: false }),
          finds: [],
        },
        {
          says: "a house in another town is left out",
          reply: behindToken({
            [HOTELS_PATH]: houses(house("TBLIS001", 41.15, -8.61)),
            [HOTEL_OFFERS_PATH]: hotels(hotel([hotelOffer()])),
          }),
          finds: [],
        },
        {
          says: "text is one bounded line",
          reply: answer(hotel([hotelOffer({ room: { description: { text: `${HOSTILE}\n`.repeat(99) } } })])),
          finds: found({ roomName: expect.stringMatching(/^[^\0\n]{1,100}$/) }),
        },
        {
          says: "what nobody says is not known",
          reply: answer(
            hotel([priced({})].map((offer) => ({ ...offer, policies: null, room: null, boardType: null }))),
          ),
          finds: found({
            ...{ isRefundable: null, freeCancellationUntil: null, dueAtProperty: null },
            ...{ roomName: null, board: null, checkInFrom: null, checkOutBy: null },
          }),
        },
        {
          says: "what is due in another currency is not known",
          reply: taxed({
            amount: "2.00",
            currency: "USD",
            included: false,
            pricingFrequency: "PER_STAY",
            pricingMode: "PER_PRODUCT",
          }),
          finds: found({ dueAtProperty: null }),
        },
        {
          says: "what is due by percentage is not known",
          reply: taxed({ percentage: "5.00", included: false }),
          finds: found({ dueAtProperty: null }),
        },
        {
          says: "where all is included nothing is due",
          reply: taxed({ amount: "2.00", currency: "EUR", included: true }),
          finds: found({ dueAtProperty: { amountMinor: 0, currency: "EUR" } }),
        },
        {
          says: "of several deadlines the first counts, and a day that is free to its end is free",
          reply: cancelled({ deadline: "2027-05-09T12:00:00+01:00" }, { deadline: "2027-05-04T23:59:00+01:00" }),
          finds: found({ isRefundable: true, freeCancellationUntil: "2027-05-04" }),
        },
        {
          says: "a deadline that has passed promises nothing",
          reply: cancelled({ deadline: "2026-11-22T09:00:00+01:00" }),
          finds: found({ isRefundable: null, freeCancellationUntil: null }),
        },
        {
          says: "all is lost from the beginning",
          reply: cancelled({ type: "FULL_STAY" }),
          finds: found({ isRefundable: false, freeCancellationUntil: null }),
        },
        {
          says: "all is lost, told of one in place of a list",
          reply: one({ policies: { cancellation: { type: "FULL_STAY" } } }),
          finds: found({ isRefundable: false, freeCancellationUntil: null }),
        },
        {
          says: "a deadline that is none promises nothing",
          reply: cancelled({ deadline: "until the day before" }),
          finds: found({ isRefundable: null, freeCancellationUntil: null }),
        },
      ],
    },
  ],
};

describeVendor(vendorCase);

test.for([{ rooms: 2 }, { guests: 10 }])("it is not asked what it cannot price for certain: %j", async (change) => {
  const vendor = await startLoopbackVendor();
  const scope = { signal: new AbortController().signal, userId: null, runId: null };
  expect(await staying(change)(openCase(vendorCase, vendor.url), scope)).toEqual([]);
  expect(vendor.asked).toEqual([]);
  await vendor.close();
});
