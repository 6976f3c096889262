/** Tours and tickets of Viator, as basic access may ask for them. */
import { describe, expect, test } from "vitest";
import { viator } from "../../../providers/viator/viator.ts";
import type { TourQuery } from "../../../trip/vendor-ports.ts";
import { describeVendor, openCase } from "../conformance/describe-vendor.ts";
import {
  type AskedVendor,
  type Respond,
  startLoopbackVendor,
  type VendorReply,
} from "../conformance/loopback-vendor.ts";
import type { VendorOperation } from "../conformance/vendor-case.ts";
import { DESTINATIONS, LINK, MONASTERY, RIVER } from "./answers.ts";

const settings = { VIATOR_API_KEY: "viator-secret-key-5521" };

export const LISBON: TourQuery["city"] = {
  ...{ id: "00000000-0000-4000-8000-00000000000a", name: "Lisbon", countryCode: "PT", countryName: "Portugal" },
  ...{ location: { lat: 38.7167, lon: -9.1333 }, timezone: "Europe/Lisbon", iataCode: "LIS" },
};
const forPlace: TourQuery = {
  ...{ city: LISBON, text: "Jerónimos Monastery", currency: "EUR", limit: 10 },
};
const forCity: TourQuery = { ...forPlace, text: null };

/** The list of destinations first, as the adapter asks for it; then this. */
const answers =
  (found: unknown): Respond =>
  (asked: AskedVendor) =>
    asked.path.endsWith("/destinations") ? { body: DESTINATIONS } : { body: found };
const found = (...results: unknown[]): Respond => answers({ products: { totalCount: results.length, results } });
const listed = (...products: unknown[]): Respond =>
  answers({ products, totalCount: products.length, total: products.length });

const price = {
  ...{ amountMinor: 1_990, currency: "EUR", per: "person", basis: "live", provider: "Viator" },
  ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-23T09:00:00.000Z" },
};
const MONASTERY_TOUR = {
  ...{ provider: "Viator", productId: "7812P3", title: "Jerónimos Monastery: Skip-the-Line Entry", link: LINK },
  ...{
    affiliateCode: "P00012345",
    priceFrom: price,
    durationMinutes: 90,
    rating: 4.53,
    reviewCount: 812,
    isFreeToCancel: true,
  },
};
const RIVER_TOUR = {
  ...{
    ...MONASTERY_TOUR,
    productId: "991P1",
    title: "Sunset on the Tagus",
    priceFrom: { ...price, amountMinor: 3_500 },
  },
  ...{ durationMinutes: 150, rating: null, reviewCount: 0, isFreeToCancel: false },
};

const HEADERS = {
  ...{ accept: "application/json;version=2.0", "accept-language": "en", "exp-api-key": settings.VIATOR_API_KEY },
};
const refusals: VendorOperation["refusals"] = [
  ["no version in Accept", 400, "INVALID_HEADER_VALUE", "bad_request"],
  ["a key that is not known", 401, "UNAUTHORIZED", "auth"],
  ["a call that the key's tier may not make", 403, "FORBIDDEN", "auth"],
  ["too many calls in ten seconds", 429, "TOO_MANY_REQUESTS", "rate_limited"],
  ["shedding of load", 503, "SERVICE_UNAVAILABLE", "upstream"],
].map(([says, status, code, kind]) => ({
  says: String(says),
  kind: kind as VendorOperation["refusals"][number]["kind"],
  reply: {
    status: Number(status),
    headers: {
      "ratelimit-limit": "16",
      "ratelimit-remaining": status === 429 ? "0" : "11",
      "ratelimit-reset": status === 429 ? "600" : "0",
    },
    body: { code, message: "in words", timestamp: "2026-11-22T09:00:00Z", trackingId: "E1:2" } as unknown,
  } satisfies VendorReply,
}));

/** What may be wrong with a product, and what is left of it. */
const oddly = (reply: (...products: unknown[]) => Respond): VendorOperation["odd"] => [
  {
    says: "a price in another currency is no price",
    reply: reply({ ...MONASTERY, pricing: { summary: { fromPrice: 19.9 }, currency: "USD" } }),
    finds: [{ ...MONASTERY_TOUR, priceFrom: null }],
  },
  {
    says: "an address that is not Viator's over https is not passed on, and nothing without one",
    reply: reply(
      ...[
        "http://www.viator.com/tours/1",
        "https://viator.com.example.org/tours/1",
        "https://user@www.viator.com/tours/1",
        "javascript:alert(1)//viator.com",
        'https://www.viator.com/"><script>',
        `https://www.viator.com/${"x".repeat(3_000)}`,
        null,
      ].map((productUrl) => ({ ...MONASTERY, productUrl })),
      RIVER,
    ),
    finds: [RIVER_TOUR],
  },
  {
    says: "one product that cannot be read does not take the others with it",
    reply: reply({ ...MONASTERY, productCode: 7 }, "no product", RIVER),
    finds: [RIVER_TOUR],
  },
  {
    says: "what is odd in a product is not known of it",
    reply: reply({
      ...MONASTERY,
      ...{ pricing: { summary: { fromPrice: -3 }, currency: "EUR" }, duration: { fixedDurationInMinutes: "long" } },
      ...{ reviews: { totalReviews: 4, combinedAverageRating: 47 }, flags: "FREE_CANCELLATION" },
    }),
    finds: [
      {
        ...{ ...MONASTERY_TOUR, priceFrom: null, durationMinutes: null, rating: null, reviewCount: null },
        isFreeToCancel: null,
      },
    ],
  },
  {
    says: "a title is one line of a bounded length",
    reply: reply({ ...MONASTERY, title: `Jerónimos\u202e\n\u001b[31m Monastery${" very".repeat(200)}` }),
    finds: [{ ...MONASTERY_TOUR, title: expect.stringMatching(/^Jerónimos \[31m Monastery very[ a-z]{100,180}$/) }],
  },
];

/** The description asks for a member where it lists none of that name: it stands elsewhere, or has another name. */
const NOT_A_MEMBER = "required in its description, and no member of what requires it";

describeVendor({
  descriptor: viator,
  settings,
  operations: [
    {
      name: "tours of a place",
      call: async (ports, scope) => ports.tours?.searchTours(forPlace, scope),
      answer: found(MONASTERY, RIVER),
      asks: ([destinations, search, ...more]) => {
        expect(more).toEqual([]);
        expect(destinations).toMatchObject({ method: "GET", path: "/destinations", headers: HEADERS });
        expect(search).toMatchObject({ method: "POST", path: "/search/freetext", headers: HEADERS });
        expect(JSON.parse(search?.body ?? "")).toEqual({
          searchTerm: "Jerónimos Monastery",
          productFiltering: { destination: "538" },
          searchTypes: [{ searchType: "PRODUCTS", pagination: { start: 1, count: 10 } }],
          currency: "EUR",
        });
      },
      finds: [MONASTERY_TOUR, RIVER_TOUR],
      empty: { reply: found(), finds: [] },
      refusals,
      drifted: [
        { says: "products in another place", reply: answers({ results: [MONASTERY] }) },
        { says: "products of which none can be read", reply: found({ code: "7812P3" }, { code: "991P1" }) },
        { says: "destinations by number", reply: { body: { destinations: { 538: "Lisbon" } } } },
      ],
      odd: oddly(found),
      described: {
        file: "viator-partner-v2/viator-partner-api-v2-openapi.json",
        path: "/search/freetext",
        method: "post",
        differs: {
          "body/productFiltering must have required property 'searchTerm'": NOT_A_MEMBER,
        },
      },
    },
    {
      name: "tours of a city",
      call: async (ports, scope) => ports.tours?.searchTours(forCity, scope),
      answer: listed(MONASTERY, RIVER),
      asks: ([, search]) => {
        expect(search).toMatchObject({ method: "POST", path: "/products/search", headers: HEADERS });
        expect(JSON.parse(search?.body ?? "")).toEqual({
          filtering: { destination: "538" },
          pagination: { start: 1, count: 10 },
          currency: "EUR",
        });
      },
      finds: [MONASTERY_TOUR, RIVER_TOUR],
      empty: { reply: listed(), finds: [] },
      refusals,
      drifted: [{ says: "a list of nothing known", reply: answers({ items: [] }) }],
      odd: oddly(listed),
      described: {
        file: "viator-partner-v2/viator-partner-api-v2-openapi.json",
        path: "/products/search",
        method: "post",
      },
    },
  ],
});

describe("beyond one question", () => {
  const scope = { signal: new AbortController().signal, userId: null, runId: null };
  const bodies = (asked: readonly AskedVendor[]): unknown[] =>
    asked.flatMap(({ body }) => (body === "" ? [] : [JSON.parse(body) as unknown]));

  test("the list of destinations is asked for once", async () => {
    const vendor = await startLoopbackVendor();
    vendor.respond(found(MONASTERY));
    const { tours } = openCase({ descriptor: viator, settings, operations: [] }, vendor.url);
    await tours?.searchTours(forPlace, scope);
    await tours?.searchTours(forCity, scope).catch(() => null);
    expect(vendor.asked.filter(({ path }) => path === "/destinations")).toHaveLength(1);
    await vendor.close();
  });

  test("a city where it sells nothing finds nothing, and is not searched for elsewhere", async () => {
    const vendor = await startLoopbackVendor();
    vendor.respond(found(MONASTERY));
    const { tours } = openCase({ descriptor: viator, settings, operations: [] }, vendor.url);
    const city = { ...LISBON, name: "Lisbon", location: { lat: 40.77, lon: -80.76 } };
    expect(await tours?.searchTours({ ...forPlace, city }, scope)).toEqual([]);
    expect(vendor.asked).toHaveLength(1);
    await vendor.close();
  });

  test("a currency it does not quote in is not sent, and gives no price", async () => {
    const vendor = await startLoopbackVendor();
    vendor.respond(found(MONASTERY));
    const { tours } = openCase({ descriptor: viator, settings, operations: [] }, vendor.url);
    const [tour] = (await tours?.searchTours({ ...forPlace, currency: "CZK" }, scope)) ?? [];
    expect(bodies(vendor.asked)).toMatchObject([{ currency: "EUR" }]);
    expect(tour?.priceFrom).toBeNull();
    await vendor.close();
  });

  test("the sandbox's prices are a sandbox's", () => {
    expect(viator.basis?.({ VIATOR_URL: "https://api.sandbox.viator.com/partner" })).toBe("sandbox");
    expect(viator.basis?.({})).toBe("live");
  });
});
