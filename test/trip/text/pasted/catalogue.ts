/** The built-in catalogue as the domain sees it, read from its files: no database needed to resolve a name. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";
import { type CityFile, cityFileSchema } from "../../../../db/catalogue/city-file.ts";
import { BUILT_IN, placeIdOf } from "../../../../db/conflation/stored-record.ts";
import { placeRecords } from "../../../../db/seed/build-places.ts";
import { catalogueId } from "../../../../db/stores/catalogue-ids.ts";
import type { City, Country, ExchangeRate } from "../../../../trip/catalogue.ts";
import { leafCategorySchema } from "../../../../trip/categories.ts";
import { hoursFromRule } from "../../../../trip/hours/hours-from-rule.ts";
import { toMinor } from "../../../../trip/money.ts";
import { isEatery, type Place } from "../../../../trip/place.ts";
import type { CityPlaces } from "../../../../trip/text/pasted/gazetteer.ts";

const FOLDER = "db/catalogue";
const zoneAt = createRequire(import.meta.url)("tz-lookup") as (lat: number, lon: number) => string;
const aliases = parse<Record<string, string>>(readFileSync(`${FOLDER}/city-aliases.csv`, "utf8"), { columns: true });

function cityOf(file: CityFile, slug: string): City {
  const known = aliases.find((row) => row.name === file.city && row.country_code === file.countryCode);
  return {
    id: catalogueId("city", known?.geonames_id ?? slug),
    name: file.city,
    nameLocal: known?.local_name || null,
    region: null,
    countryCode: file.countryCode,
    countryName: file.countryCode,
    location: { lat: file.lat, lon: file.lon },
    timezone: zoneAt(file.lat, file.lon),
    population: null,
    iataCode: null,
    attractionCount: file.attractions.length,
    eateryCount: file.eateries.length,
  };
}

function placesOf(file: CityFile, city: City, slug: string): Place[] {
  const ids = placeRecords({ cityId: city.id, slug, file }).map((record) => placeIdOf({ source: BUILT_IN, record }));
  return [...file.attractions, ...file.eateries].map((entry, index): Place => {
    const source = "Tripwright built-in catalogue";
    const { currency, compiledOn } = file;
    const common = {
      id: ids[index] ?? "",
      cityId: city.id,
      name: entry.name,
      nameLocal: entry.nameLocal,
      location: { lat: entry.lat, lon: entry.lon },
      address: entry.address,
      hours: entry.hours === null ? null : hoursFromRule(entry.hours, entry).hours,
      wheelchair: entry.wheelchair,
      bookingNeeded: entry.bookingNeeded,
      popularity: entry.popularity,
      tags: entry.tags,
      description: entry.description,
      source,
      sourceDate: compiledOn,
    };
    if ("cuisines" in entry) {
      const lowMinor = toMinor(entry.spendLow, currency);
      const highMinor = toMinor(entry.spendHigh, currency);
      return {
        ...common,
        type: entry.type,
        categories: ["restaurants"],
        visitMinutes: EATERY_MINUTES[entry.type],
        admission: null,
        mealEstimate: { lowMinor, highMinor, currency, method: "usual spend a person", asOf: compiledOn },
        crowdedness: null,
        diets: entry.diets,
        isOffbeat: false,
      };
    }
    const price = entry.pricing === "free" ? 0 : entry.adultPrice;
    return {
      ...common,
      type: entry.type,
      categories: entry.categories.map((name) => leafCategorySchema.parse(name)),
      visitMinutes: entry.visitMinutes,
      admission:
        price === null
          ? null
          : {
              ...{ amountMinor: toMinor(price, currency), currency, per: "person", basis: "open-data" },
              ...{ provider: source, fetchedAt: compiledOn, expiresAt: null },
            },
      mealEstimate: null,
      crowdedness: entry.crowdedness,
      diets: [],
      isOffbeat: entry.offbeat,
    };
  });
}

const EATERY_MINUTES = { restaurant: 75, cafe: 45, bakery: 25, bar: 75, food_hall: 60, street_food: 30 } as const;

/** Every built-in city with its places, quarters and other names. */
export const CATALOGUE: readonly CityPlaces[] = readdirSync(`${FOLDER}/cities`).map((name) => {
  const file = cityFileSchema.parse(JSON.parse(readFileSync(`${FOLDER}/cities/${name}`, "utf8")));
  const slug = name.replace(/\.json$/, "");
  const city = cityOf(file, slug);
  const known = aliases.find((row) => row.name === file.city && row.country_code === file.countryCode);
  const otherNames = (known?.aliases ?? "").split("|").filter((alias) => alias !== "");
  return { city, places: placesOf(file, city, slug), otherNames, areas: file.areas.map((area) => area.name) };
});

export const COUNTRIES: readonly Country[] = [
  ...new Map(
    CATALOGUE.map(({ city, places }) => {
      const currencyCode = places.find(({ admission }) => admission)?.admission?.currency ?? null;
      const { countryCode: isoCode } = city;
      const id = catalogueId("country", isoCode);
      return [isoCode, { id, isoCode, name: isoCode, currencyCode, timezone: city.timezone, dailyCost: null }] as const;
    }),
  ).values(),
];

export const RATES: readonly ExchangeRate[] = parse<Record<string, string>>(
  readFileSync(`${FOLDER}/exchange-rates.csv`, "utf8"),
  { columns: true },
).map(({ currency = "", per_euro, as_of = "", source = "" }) => ({
  currency,
  perEuro: Number(per_euro),
  asOf: as_of,
  source,
}));

export function cityNamed(name: string): CityPlaces {
  const found = CATALOGUE.find(({ city }) => city.name === name);
  if (!found) throw new Error(`no built-in city ${name}`);
  return found;
}

export const eateriesOf = ({ places }: CityPlaces): readonly Place[] => places.filter(isEatery);
