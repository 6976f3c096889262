/**
 * Amadeus Enterprise: flights and hotels, for whoever has a contract. Its self-service closed in July 2026; this follows
 * the descriptions of that, which the contract's are said to resemble, and nobody of ours has spoken to the live service.
 */
import { z } from "zod";
import type { FlightQuery, StayQuery } from "../../trip/offer.ts";
import type { CityNamed, FailureKind, FlightVendor, StayVendor, VendorScope } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import type { Answer } from "../kernel/exchange.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { cheapestByHouse, SEARCH_RADIUS_METERS } from "../stays/stay-offers.ts";
import { createWithToken, type WithToken } from "./access-token.ts";
import { airportZonesOf, answerSchema, flightOfferOf, MOST_OFFERS } from "./flight-offers.ts";
import { hotelsSchema, housesSchema, locationsOf, stayOffersOf } from "./hotel-offers.ts";

const ID = "AMADEUS_CLIENT_ID";
const SECRET = "AMADEUS_CLIENT_SECRET";

interface Asking<Value> {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | boolean | null>>;
  readonly schema: z.ZodType<Value>;
  readonly scope: VendorScope;
}

type Get = <Value>(asking: Asking<Value>) => Promise<Value>;

/** Its own type of JSON, and JSON. */
const ACCEPT = "application/vnd.amadeus+json, application/json";

function getting({ http }: OpenVendor, withToken: WithToken): Get {
  return (asking) =>
    withToken(asking.scope, (token) =>
      http.request({ ...asking, method: "GET", headers: { ...token, accept: ACCEPT } }),
    );
}

function openFlights(vendor: OpenVendor, get: Get): FlightVendor {
  const asked = ({
    origin,
    destination,
    departureDate,
    returnDate,
    ...query
  }: FlightQuery): Asking<unknown>["query"] => ({
    ...{ originLocationCode: origin, destinationLocationCode: destination, departureDate, returnDate },
    ...{ adults: query.passengers, travelClass: query.cabinClass.toUpperCase() },
    ...{ currencyCode: query.currency, max: MOST_OFFERS },
  });
  return {
    provider: amadeus.name,
    async searchFlights(query, scope) {
      const path = "/v2/shopping/flight-offers";
      const { data } = await get({ path, query: asked(query), schema: answerSchema, scope });
      const zones = await airportZonesOf(data, vendor.airportZone);
      return data.flatMap((offer) => flightOfferOf(offer, { query, zones }, amadeus, vendor) ?? []);
    },
  };
}

/** It has codes for "nothing there", which is an answer. */
async function unlessNothing<Value>(answer: Promise<{ data: Value[] }>): Promise<Value[]> {
  try {
    return (await answer).data;
  } catch (error) {
    if (error instanceof VendorError && error.kind === "not_found" && error.status === 400) return [];
    throw error;
  }
}

function openStays(vendor: OpenVendor, get: Get): StayVendor {
  const near = ({ location }: CityNamed): Asking<unknown>["query"] => ({
    ...{ latitude: location.lat, longitude: location.lon },
    ...{ radius: SEARCH_RADIUS_METERS / 1000, radiusUnit: "KM" },
  });
  const asked = (query: StayQuery, hotelIds: readonly string[]): Asking<unknown>["query"] => ({
    ...{ hotelIds: hotelIds.join(","), adults: query.guests, roomQuantity: 1, bestRateOnly: true },
    ...{ checkInDate: query.checkInDate, checkOutDate: query.checkOutDate, currency: query.currency },
  });
  return {
    provider: amadeus.name,
    async searchStays(query, city, scope) {
      // Nothing says whether the price of several rooms is one's or all of theirs; nine is the most it takes in a room.
      if (query.rooms > 1 || query.guests > 9) return [];
      const path = "/v1/reference-data/locations/hotels/by-geocode";
      const houses = await unlessNothing(get({ path, query: near(city), schema: housesSchema, scope }));
      if (houses.length === 0) return [];
      const ids = houses.map(({ hotelId }) => hotelId);
      const hotels = await unlessNothing(
        get({ path: "/v3/shopping/hotel-offers", query: asked(query, ids), schema: hotelsSchema, scope }),
      );
      const searched = { query, city, locations: locationsOf(houses) };
      return cheapestByHouse(
        hotels.flatMap((hotel) =>
          stayOffersOf(hotel, searched, amadeus, vendor).map((offer) => ({
            house: hotel.hotel.dupeId ?? hotel.hotel.hotelId,
            offer,
          })),
        ),
      );
    },
  };
}

/** Of the codes in its refusals, those that mean something else than their status. */
const KIND_BY_CODE: Readonly<Record<number, FailureKind>> = {
  ...{ 424: "not_found", 895: "not_found", 3664: "not_found", 11126: "not_found" },
  ...{ 450: "upstream", 451: "auth", 784: "timeout" },
};

const refusalSchema = z.object({ errors: z.array(z.object({ code: z.coerce.number() })).min(1) });

function failureOf({ status, text }: Answer): FailureKind | null {
  if (status !== 400) return null;
  try {
    const { data } = refusalSchema.safeParse(JSON.parse(text));
    return KIND_BY_CODE[data?.errors[0]?.code ?? 0] ?? null;
  } catch {
    return null;
  }
}

export const amadeus: Descriptor = {
  id: "amadeus",
  name: "Amadeus",
  domains: ["flights", "stays"],
  access: "contract",
  settings: [
    { variable: ID, isSecret: true, isRequired: true, says: "the API key of your contract" },
    { variable: SECRET, isSecret: true, isRequired: true, says: "its secret" },
  ],
  address: { standard: null, variable: "AMADEUS_URL" },
  // A contract may allow more; nothing public says so.
  terms: { contentSeconds: 900, priceSeconds: 900, keepsIds: true, isForModels: true },
  limits: {
    ...{ perSecond: 5, atOnce: 4, perDay: 1_000, perUserPerDay: 100 },
    ...{ timeoutMs: 11_000, maxBytes: 8 * 1_048_576 },
  },
  attribution: null,
  about: {
    keyAt: "amadeus.com, with an Enterprise contract; self-service closed in July 2026",
    costs: "what the contract says",
    sends: "airports, dates, cabin and the number of adults; for hotels the city's coordinates, dates and guests",
    stores: "offers for 15 minutes",
    isUntested: true,
  },
  failureOf,
  open: (vendor) => {
    const { settings } = vendor;
    const credentials = { clientId: settings[ID] ?? "", clientSecret: settings[SECRET] ?? "" };
    const get = getting(vendor, createWithToken(vendor, credentials));
    return { flights: openFlights(vendor, get), stays: openStays(vendor, get) };
  },
};
