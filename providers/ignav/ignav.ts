/**
 * Ignav: fares as airlines and agencies show them to people, by a small vendor that does not say where it has them from.
 * https://ignav.com/docs
 */
import type { FlightQuery } from "../../trip/offer.ts";
import type { FlightVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { airportZonesOf, answerSchema, flightOfferOf } from "./itineraries.ts";
import { marketOf } from "./markets.ts";

/**
 * One adult, whoever travels: nothing says whether a fare for several is each one's or all of theirs, and taking one for
 * the other would be wrong by the size of the party.
 */
function askedOf(query: FlightQuery, market: string): unknown {
  const { origin, destination, departureDate, returnDate, cabinClass } = query;
  return {
    ...{ origin, destination, departure_date: departureDate },
    ...(returnDate !== null && { return_date: returnDate }),
    ...{ adults: 1, cabin_class: cabinClass, allow_self_transfer: false, market },
  };
}

function openFlights(vendor: OpenVendor): FlightVendor {
  return {
    provider: ignav.name,
    async searchFlights(query, scope) {
      const market = marketOf(query.currency);
      // It would answer in dollars, charge for it, and nothing of it could be used.
      if (market === null) return [];
      const { itineraries } = await vendor.http.request({
        method: "POST",
        path: query.returnDate === null ? "/fares/one-way" : "/fares/round-trip",
        json: askedOf(query, market),
        schema: answerSchema,
        scope,
      });
      const zones = await airportZonesOf(itineraries, vendor.airportZone);
      return itineraries.flatMap((itinerary) => flightOfferOf(itinerary, { query, zones }, ignav, vendor) ?? []);
    },
  };
}

const KEY = "IGNAV_API_KEY";

export const ignav: Descriptor = {
  id: "ignav",
  name: "Ignav",
  domains: ["flights"],
  access: "key",
  settings: [{ variable: KEY, isSecret: true, isRequired: true, says: "key of the dashboard" }],
  address: { standard: "https://ignav.com/api", variable: "IGNAV_URL" },
  // It says nothing of how long a fare is good or may be kept.
  terms: { contentSeconds: 900, priceSeconds: 900, keepsIds: true, isForModels: true },
  limits: {
    ...{ perSecond: 2, atOnce: 4, perDay: 1_000, perUserPerDay: 100 },
    ...{ timeoutMs: 11_000, maxBytes: 8 * 1_048_576 },
  },
  attribution: null,
  about: {
    keyAt: "https://ignav.com, sign up and confirm the e-mail address",
    costs: "1,000 searches free, then 2 USD for 1,000; what fails is not charged",
    sends: "airports, dates, cabin and the market of the currency; never how many travel",
    stores: "fares for 15 minutes",
  },
  authorize: (settings) => ({ "x-api-key": settings[KEY] ?? "" }),
  // 424 is theirs for "somebody behind us failed; ask again".
  retriedStatuses: [424, 429, 502, 503, 504],
  open: (vendor) => ({ flights: openFlights(vendor) }),
};
