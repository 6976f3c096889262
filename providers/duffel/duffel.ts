/**
 * Duffel: flights of some hundred airlines, sold by themselves. The token decides whether it is the real market or the
 * sandbox, whose airline is called Duffel Airways.
 * https://duffel.com/docs/api/v2
 */
import type { FlightQuery } from "../../trip/offer.ts";
import type { FlightVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { answerSchema, flightOfferOf } from "./offers.ts";

/** Airlines that have not answered by then are left out, and we still get the others': sooner than our own time is up. */
const SUPPLIER_TIMEOUT_MS = 9_000;

function askedOf({ origin, destination, departureDate, returnDate, passengers, cabinClass }: FlightQuery): unknown {
  const out = { origin, destination, departure_date: departureDate };
  const back = { origin: destination, destination: origin, departure_date: returnDate };
  return {
    data: {
      slices: returnDate === null ? [out] : [out, back],
      passengers: Array.from({ length: passengers }, () => ({ type: "adult" })),
      cabin_class: cabinClass,
    },
  };
}

function openFlights(vendor: OpenVendor): FlightVendor {
  return {
    provider: duffel.name,
    async searchFlights(query, scope) {
      const { data } = await vendor.http.request({
        method: "POST",
        path: "/air/offer_requests",
        query: { return_offers: true, supplier_timeout: SUPPLIER_TIMEOUT_MS },
        json: askedOf(query),
        schema: answerSchema,
        scope,
      });
      return data.offers.flatMap((offer) => flightOfferOf(offer, query, duffel, vendor) ?? []);
    },
  };
}

const TOKEN = "DUFFEL_ACCESS_TOKEN";

export const duffel: Descriptor = {
  id: "duffel",
  name: "Duffel",
  domains: ["flights"],
  access: "key",
  settings: [
    { variable: TOKEN, isSecret: true, isRequired: true, says: "access token; duffel_test_… is the sandbox's" },
  ],
  address: { standard: "https://api.duffel.com", variable: "DUFFEL_URL" },
  // Every offer says when it ends, mostly in less than half an hour.
  terms: { contentSeconds: 1_800, priceSeconds: 1_800, keepsIds: true, isForModels: true },
  limits: {
    ...{ perSecond: 1, atOnce: 4, perDay: 1_000, perUserPerDay: 100 },
    ...{ timeoutMs: 11_000, maxBytes: 24 * 1_048_576 },
  },
  attribution: null,
  about: {
    keyAt: "https://app.duffel.com, Developers, Access tokens; a test token needs no company",
    costs: "searching is free up to 1,500 searches a booking, then 0.005 USD each; the sandbox costs nothing",
    sends: "airports, dates, cabin and the number of adults",
    stores: "offers until they end, half an hour at most; prices are in your account's currency, others are left out",
  },
  basis: (settings) => (settings[TOKEN]?.startsWith("duffel_test_") ? "sandbox" : "live"),
  authorize: (settings) => ({ authorization: `Bearer ${settings[TOKEN]}`, "duffel-version": "v2" }),
  // "You should not retry" 500 and 502, its documentation says.
  retriedStatuses: [429, 503, 504],
  open: (vendor) => ({ flights: openFlights(vendor) }),
};
