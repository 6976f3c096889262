/**
 * Viator: guided tours and tickets, each with the operator's affiliate link. Only what basic access may call; reviews are
 * summed up by Viator and never read one by one.
 * Partner API v2, https://docs.viator.com/partner-api/technical/.
 */
import type { TourQuery, TourVendor, VendorScope } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { destinationOf, destinationsSchema, type ViatorDestination } from "./destinations.ts";
import { freetextSchema, PRICE_SECONDS, type Products, searchedSchema, toTour } from "./products.ts";

const NAME = "Viator";
const SANDBOX_HOST = "api.sandbox.viator.com";
/** Without a version every call is refused. */
const HEADERS = { accept: "application/json;version=2.0", "accept-language": "en" };
const WEEK_MS = 7 * 86_400_000;
const MOST_AT_ONCE = 50;

/** What it quotes in; a question in another currency is refused whole. */
const CURRENCIES = new Set(
  "AED ARS AUD BRL CAD CHF CLP CNY COP DKK EUR FJD GBP HKD IDR ILS INR ISK JPY KRW MXN MYR NOK NZD PEN PHP PLN SEK SGD THB TRY TWD USD VND ZAR".split(
    " ",
  ),
);

function openTours(vendor: OpenVendor): TourVendor {
  const { http, now } = vendor;
  let kept: { at: number; destinations: ViatorDestination[] } | null = null;

  async function destinations(scope: VendorScope): Promise<ViatorDestination[]> {
    if (kept && now().getTime() - kept.at < WEEK_MS) return kept.destinations;
    const asked = {
      method: "GET",
      path: "/destinations",
      headers: HEADERS,
      schema: destinationsSchema,
      scope,
    } as const;
    const answer = await http.request(asked);
    kept = { at: now().getTime(), destinations: answer.destinations };
    return kept.destinations;
  }

  async function inDestination(
    query: TourQuery,
    { destinationId }: ViatorDestination,
    scope: VendorScope,
  ): Promise<Products> {
    const destination = String(destinationId);
    const pagination = { start: 1, count: Math.min(query.limit, MOST_AT_ONCE) };
    const currency = CURRENCIES.has(query.currency) ? query.currency : "EUR";
    const request = { method: "POST", headers: HEADERS, isRepeatable: true, scope } as const;
    if (query.text === null) {
      const json = { filtering: { destination }, pagination, currency };
      return (await http.request({ ...request, path: "/products/search", json, schema: searchedSchema })).products;
    }
    const productFiltering = { destination };
    const searchTypes = [{ searchType: "PRODUCTS", pagination }];
    const json = { searchTerm: query.text, productFiltering, searchTypes, currency };
    return (
      (await http.request({ ...request, path: "/search/freetext", json, schema: freetextSchema })).products?.results ??
      []
    );
  }

  return {
    provider: NAME,
    async searchTours(query, scope) {
      const destination = destinationOf(query.city, await destinations(scope));
      if (destination === null) return [];
      const found = await inDestination(query, destination, scope);
      return found.flatMap((product) => toTour(product, query.currency, vendor, NAME) ?? []);
    },
  };
}

export const viator: Descriptor = {
  id: "viator",
  name: NAME,
  domains: ["tours"],
  access: "key",
  settings: [{ variable: "VIATOR_API_KEY", isSecret: true, isRequired: true, says: "API key of an affiliate account" }],
  address: { standard: "https://api.viator.com/partner", variable: "VIATOR_URL" },
  terms: { contentSeconds: PRICE_SECONDS, priceSeconds: PRICE_SECONDS, keepsIds: true, isForModels: false },
  // Its limits are each partner's own and not published; this stays below the smallest that it shows in examples.
  limits: { perSecond: 1, atOnce: 2, perDay: 2_000, perUserPerDay: 200, timeoutMs: 10_000, maxBytes: 16_777_216 },
  attribution: { text: "Tours and tickets: Viator", url: "https://www.viator.com" },
  about: {
    keyAt: "https://www.viator.com/partners, an affiliate account with basic access",
    costs: "nothing; the operator is paid a commission on what travellers book",
    sends: "a place's name or a city, a currency",
    stores: "for a day: the product's link and where its price starts; no reviews, no descriptions",
  },
  basis: ({ VIATOR_URL }) =>
    VIATOR_URL !== undefined && new URL(VIATOR_URL).host === SANDBOX_HOST ? "sandbox" : "live",
  authorize: ({ VIATOR_API_KEY = "" }) => ({ "exp-api-key": VIATOR_API_KEY }),
  open: (vendor) => ({ tours: openTours(vendor) }),
};
