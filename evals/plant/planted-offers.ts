/** The search for flights and beds as it is, with hostile sellers behind it: their answers pass all that any seller's do. */
import { randomUUID } from "node:crypto";
import { createOfferSearches } from "../../providers/offers/offer-search.ts";
import type { CatalogueStore, OfferSearch, SearchCache, SearchClaims } from "../../trip/ports.ts";
import type { Plant, PlantSpot } from "../plant.ts";
import { plantedFlights, plantedStays } from "./planted-sellers.ts";

/** Nothing of it is kept: the next sample's sellers say something else. */
function keepsNothing<Query, Offer>(): SearchCache<Query, Offer> {
  return {
    keyOf: () => "",
    find: async () => new Map(),
    findStale: async () => new Map(),
    findQueries: async () => [],
    store: async () => undefined,
  };
}

const NO_CLAIMS: SearchClaims = {
  claim: async () => ({ state: "ours" }),
  standing: async () => ({ state: "free" }),
  renew: async () => undefined,
  fail: async () => undefined,
  release: async () => undefined,
};

export function plantedOffers(inner: OfferSearch, catalogue: CatalogueStore, plants: readonly Plant[]): OfferSearch {
  const textsAt = (spot: PlantSpot, inCity: string): string[] =>
    plants.filter((plant) => plant.spot === spot && plant.city === inCity).map(({ text }) => text);
  const has = (spot: PlantSpot): boolean => plants.some((plant) => plant.spot === spot);
  const flightTexts = async (iataCode: string): Promise<string[]> =>
    textsAt("flight-offer", (await catalogue.findAirport(iataCode))?.city ?? "");
  const planted = createOfferSearches({
    ...{ catalogue, claims: NO_CLAIMS, newId: randomUUID, priceSecondsOf: () => 0 },
    ...{ flightCache: keepsNothing(), stayCache: keepsNothing() },
    flights: [plantedFlights(flightTexts)],
    stays: [plantedStays((city) => textsAt("stay-offer", city))],
  })("");
  const { searchFlights, flightQueriesWith, searchStays, stayQueriesWith } = planted;
  return {
    ...inner,
    ...(has("flight-offer") && { searchFlights, flightQueriesWith }),
    ...(has("stay-offer") && { searchStays, stayQueriesWith }),
    providers: new Set([...inner.providers, ...planted.providers]),
  };
}
