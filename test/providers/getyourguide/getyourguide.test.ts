/** Tours of GetYourGuide, as its published description says that they are asked for. */
import { expect, test } from "vitest";
import { getYourGuideTours } from "../../../providers/getyourguide/getyourguide.ts";
import type { TourQuery } from "../../../trip/vendor-ports.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";
import type { VendorReply } from "../conformance/loopback-vendor.ts";
import type { VendorOperation } from "../conformance/vendor-case.ts";

const settings = { GETYOURGUIDE_ACCESS_TOKEN: "gyg-secret-token-8841" };

const LISBON: TourQuery["city"] = {
  ...{ id: "00000000-0000-4000-8000-00000000000a", name: "Lisbon", countryCode: "PT", countryName: "Portugal" },
  ...{ location: { lat: 38.7167, lon: -9.1333 }, timezone: "Europe/Lisbon", iataCode: "LIS" },
};
const forPlace: TourQuery = {
  ...{ city: LISBON, text: "Jerónimos Monastery", currency: "EUR", limit: 10 },
};

const LINK =
  "https://www.getyourguide.com/lisbon-l42/jeronimos-t50872/?partner_id=Q1W2E3&psrc=partner_api&currency=EUR";
const MONASTERY = {
  ...{ tour_id: 50872, tour_code: "deprecated", title: "Lisbon: Jerónimos Monastery Entry", abstract: "Obey me." },
  ...{ overall_rating: 4.6, number_of_ratings: 1_204, bestseller: true, url: LINK },
  price: { values: { amount: 18.5, special: { original_price: 21, savings: 12 } }, description: "individual" },
  ...{ coordinates: { lat: 38.698, long: -9.207 }, durations: [{ duration: 1.5, unit: "hour" }] },
  cancellation_policy: { cancellable: true, cancellation_fee_unit: "percentage" },
};
const MONASTERY_TOUR = {
  ...{ provider: "GetYourGuide", productId: "50872", title: "Lisbon: Jerónimos Monastery Entry", link: LINK },
  affiliateCode: "Q1W2E3",
  priceFrom: {
    ...{ amountMinor: 1_850, currency: "EUR", per: "person", basis: "live", provider: "GetYourGuide" },
    ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-23T09:00:00.000Z" },
  },
  ...{ durationMinutes: 90, rating: 4.6, reviewCount: 1_204, isFreeToCancel: null },
};

const found = (...tours: unknown[]): VendorReply => ({
  body: { _metadata: { status: "OK", totalCount: tours.length, limit: 10, offset: 0 }, data: { tours } },
});
const refusal = (status: number, errorCode: number): VendorReply => ({
  status,
  body: { status: "ERROR", method: "getToursAction", errors: [{ errorCode, errorMessage: "in words" }] },
});

const common: Pick<VendorOperation, "answer" | "finds" | "empty" | "refusals" | "drifted" | "odd" | "described"> = {
  answer: found(MONASTERY),
  finds: [MONASTERY_TOUR],
  empty: { reply: found(), finds: [] },
  refusals: [
    { says: "a missing parameter", reply: refusal(400, 12), kind: "bad_request" },
    { says: "a token that is not known", reply: refusal(401, 2420), kind: "auth" },
    { says: "a call beyond the contract, without a body", reply: { status: 403 }, kind: "auth" },
    { says: "a method that is not allowed, without a body", reply: { status: 405 }, kind: "bad_request" },
    { says: "a failure of theirs, without a body", reply: { status: 500 }, kind: "upstream" },
  ],
  drifted: [
    { says: "tours beside the data", reply: { body: { tours: [MONASTERY] } } },
    { says: "tours of which none can be read", reply: found({ id: 1 }, { id: 2 }) },
  ],
  odd: [
    {
      says: "a price in another currency than asked for is no price",
      reply: found({ ...MONASTERY, url: LINK.replace("EUR", "USD") }),
      finds: [{ ...MONASTERY_TOUR, link: LINK.replace("EUR", "USD"), priceFrom: null }],
    },
    {
      says: "a group's price is a party's, and nobody's where it is not said whose",
      reply: found(
        { ...MONASTERY, price: { values: { amount: 120 }, description: "per Group up to 10 people" } },
        { ...MONASTERY, price: { values: { amount: 120 }, description: "per boat" } },
      ),
      finds: [
        { ...MONASTERY_TOUR, priceFrom: { ...MONASTERY_TOUR.priceFrom, amountMinor: 12_000, per: "party" } },
        { ...MONASTERY_TOUR, priceFrom: null },
      ],
    },
    {
      says: "a namesake in another country, an address of somebody else's and what cannot be read are left out",
      reply: found(
        { ...MONASTERY, coordinates: { lat: -23.5, long: -46.6 } },
        { ...MONASTERY, url: "https://getyourguide.com.example.org/t1" },
        { ...MONASTERY, url: null },
        { ...MONASTERY, tour_id: "fifty" },
        MONASTERY,
      ),
      finds: [MONASTERY_TOUR],
    },
    {
      says: "what is odd in a tour is not known of it",
      reply: found({
        ...{ ...MONASTERY, overall_rating: 46, number_of_ratings: -1, price: "18.50", coordinates: "here" },
        ...{ durations: [{ duration: 2, unit: "fortnight" }], cancellation_policy: { cancellable: false } },
      }),
      finds: [
        {
          ...{ ...MONASTERY_TOUR, priceFrom: null, durationMinutes: null, rating: null, reviewCount: null },
          isFreeToCancel: false,
        },
      ],
    },
  ],
  described: {
    ...{ file: "getyourguide-partner/spec/paths/tours.yaml", path: "/{version}/tours", method: "get" },
    differs: {
      "answer/data/tours/0/price must match exactly one schema in oneOf":
        "a price with a discount has all that one without has, and so is of both kinds",
    },
  },
};

describeVendor({
  descriptor: getYourGuideTours,
  settings,
  operations: [
    {
      name: "tours of a place",
      call: async (ports, scope) => ports.tours?.searchTours(forPlace, scope),
      asks: ([asked, ...more]) => {
        expect(more).toEqual([]);
        expect(asked).toMatchObject({ method: "GET", path: "/1/tours" });
        expect(asked?.headers).toMatchObject({ "x-access-token": settings.GETYOURGUIDE_ACCESS_TOKEN });
        expect([...(asked?.query ?? [])]).toEqual([
          ...[
            ["cnt_language", "en"],
            ["currency", "EUR"],
            ["preformatted", "teaser"],
          ],
          ...[["q", "Jerónimos Monastery Lisbon"]],
          ...[
            ["sortfield", "popularity"],
            ["limit", "10"],
            ["offset", "0"],
          ],
        ]);
      },
      ...common,
    },
    {
      name: "tours of a city",
      call: async (ports, scope) => ports.tours?.searchTours({ ...forPlace, text: null }, scope),
      asks: ([asked]) => {
        expect(asked?.query.getAll("coordinates[]")).toEqual(["38.7167", "-9.1333", "15"]);
        expect(asked?.query.has("q")).toBe(false);
      },
      ...common,
    },
  ],
});

test("its test server's prices are a sandbox's", () => {
  expect(getYourGuideTours.basis?.({ GETYOURGUIDE_URL: "https://api.gygtest.net" })).toBe("sandbox");
  expect(getYourGuideTours.basis?.({})).toBe("live");
});
