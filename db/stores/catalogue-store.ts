/** The catalogue port over a database. The catalogue is nobody's, so it is read with the service's rights; it may lag. */
import type { CatalogueStore } from "../../trip/ports.ts";
import type { Database, Transaction } from "../transaction.ts";
import { getCity } from "./cities.ts";
import { searchCities } from "./city-search.ts";
import { findAirport, findCountry, findExchangeRate, listAirportsNear } from "./geography.ts";
import { searchPlaces } from "./place-search.ts";
import { getPlaces, listPlaces } from "./places.ts";

export function createCatalogueStore(db: Database): CatalogueStore {
  const read = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    db.read({ kind: "service" }, work);
  return {
    searchCities: (query) => read((tx) => searchCities(tx, query)),
    getCity: (cityId) => read((tx) => getCity(tx, cityId)),
    searchPlaces: (query) => read((tx) => searchPlaces(tx, query)),
    listPlaces: (cityId, limit) => read((tx) => listPlaces(tx, cityId, limit)),
    getPlaces: (placeIds) => read((tx) => getPlaces(tx, placeIds)),
    findCountry: (countryCode) => read((tx) => findCountry(tx, countryCode)),
    findAirport: (iataCode) => read((tx) => findAirport(tx, iataCode)),
    listAirportsNear: (location, limit) => read((tx) => listAirportsNear(tx, location, limit)),
    findExchangeRate: (currency) => read((tx) => findExchangeRate(tx, currency)),
  };
}
