/** The catalogue port over a database. The catalogue is nobody's, so it is read with the service's rights; it may lag. */
import type { CatalogueStore, Embedder, PlaceSearchResult } from "../../trip/ports.ts";
import type { Database, Transaction } from "../transaction.ts";
import { getCity } from "./cities.ts";
import { searchCities } from "./city-search.ts";
import { findAirport, findCountry, findExchangeRate, listAirportsNear, listAreas } from "./geography.ts";
import { getPlaceDetails } from "./place-details.ts";
import { hasEmbeddings } from "./place-embeddings.ts";
import type { PlaceMeaning } from "./place-meaning.ts";
import { searchPlaces } from "./place-search.ts";
import { getPlaces, listPlaces } from "./places.ts";

export interface CatalogueOptions {
  /** Best first. One that has no vectors here yet is passed over; none at all searches by words alone. */
  embedders?: readonly Embedder[] | undefined;
}

/** Somebody waits for an answer that words alone can give. */
const MEANING_LIMIT_MS = 4_000;

async function meaningOf(text: string, embedder: Embedder): Promise<PlaceMeaning | null> {
  try {
    const [vector] = await embedder.embed([text], AbortSignal.timeout(MEANING_LIMIT_MS));
    return vector ? { model: embedder.model, vector, nearEnough: embedder.nearEnough } : null;
  } catch {
    // A service that fails must not fail a search; the answer says what is missing.
    return null;
  }
}

export function createCatalogueStore(db: Database, { embedders = [] }: CatalogueOptions = {}): CatalogueStore {
  const read = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    db.read({ kind: "service" }, work);

  /** Models seen to have vectors; that they might lose them again costs no more than an empty list. */
  const ready = new Set<string>();
  async function isReady({ model }: Embedder): Promise<boolean> {
    if (!ready.has(model) && (await read((tx) => hasEmbeddings(tx, model)))) ready.add(model);
    return ready.has(model);
  }

  async function searchByMeaning(...[query]: Parameters<CatalogueStore["searchPlaces"]>): Promise<PlaceSearchResult> {
    const text = query.text?.trim() ?? "";
    if (text === "" || embedders.length === 0) return read((tx) => searchPlaces(tx, query));
    for (const embedder of embedders) {
      const meaning = (await isReady(embedder)) ? await meaningOf(text, embedder) : null;
      if (meaning) return read((tx) => searchPlaces(tx, query, meaning));
    }
    return { ...(await read((tx) => searchPlaces(tx, query))), isMeaningMissing: true };
  }

  return {
    searchCities: (query) => read((tx) => searchCities(tx, query)),
    getCity: (cityId) => read((tx) => getCity(tx, cityId)),
    searchPlaces: searchByMeaning,
    listPlaces: (cityId, limit) => read((tx) => listPlaces(tx, cityId, limit)),
    getPlaces: (placeIds) => read((tx) => getPlaces(tx, placeIds)),
    getPlaceDetails: (placeIds, now) => read((tx) => getPlaceDetails(tx, placeIds, now)),
    listAreas: (cityId) => read((tx) => listAreas(tx, cityId)),
    findCountry: (countryCode) => read((tx) => findCountry(tx, countryCode)),
    findAirport: (iataCode) => read((tx) => findAirport(tx, iataCode)),
    listAirportsNear: (location, limit) => read((tx) => listAirportsNear(tx, location, limit)),
    findExchangeRate: (currency) => read((tx) => findExchangeRate(tx, currency)),
  };
}
