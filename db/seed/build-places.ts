/** A city file as records of places, and as rows of `city_areas`. */
import { leafCategorySchema } from "../../trip/categories.ts";
import { toDecimal, toMinor } from "../../trip/money.ts";
import { placeTypeSchema } from "../../trip/place.ts";
import type { AttractionEntry, CityFile, EateryEntry } from "../catalogue/city-file.ts";
import type { StoredRecord } from "../conflation/stored-record.ts";
import { type BulkRow, pointWkt } from "../stores/bulk.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";

export interface PlacedCity {
  cityId: string;
  /** File name without its ending; part of every place's id, so it is never renamed. */
  slug: string;
  file: CityFile;
}

interface Amount {
  amount: string;
  currency: string;
}
const amountIn = (currency: string, amount: number): Amount => ({
  amount: toDecimal(toMinor(amount, currency), currency),
  currency,
});

/** Without the keys that nobody is sure of: a record leaves out what was not said. */
type Said<Row> = { [Key in keyof Row]: Exclude<Row[Key], null | undefined> };
function said<Row extends object>(row: Row): Partial<Said<Row>> {
  const known = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as Partial<Said<Row>>;
}

function commonFields({ cityId, slug, file }: PlacedCity, entry: AttractionEntry | EateryEntry) {
  return {
    kind: "place" as const,
    externalId: `${slug}/${entry.key}`,
    sourceDate: file.compiledOn,
    ids: {},
    cityId,
    name: entry.name,
    type: placeTypeSchema.parse(entry.type),
    location: { lat: entry.lat, lon: entry.lon },
    fame: entry.popularity,
    tags: entry.tags,
    description: entry.description,
    ...said({
      nameLocal: entry.nameLocal,
      address: entry.address,
      wheelchair: entry.wheelchair,
      bookingNeeded: entry.bookingNeeded,
      hours: entry.hours,
      lastEntryMinutes: entry.lastEntryMinutes,
    }),
  };
}

function attractionRecord(city: PlacedCity, entry: AttractionEntry): StoredRecord {
  const price = entry.pricing === "free" ? 0 : entry.adultPrice;
  return {
    ...commonFields(city, entry),
    categories: entry.categories.map((name) => leafCategorySchema.parse(name)),
    visitMinutes: entry.visitMinutes,
    isOffbeat: entry.offbeat,
    ...said({
      freeDays: entry.freeDays,
      pricing: entry.pricing,
      admission: price === null ? null : amountIn(city.file.currency, price),
      crowdedness: entry.crowdedness,
    }),
  };
}

function eateryRecord(city: PlacedCity, entry: EateryEntry): StoredRecord {
  const { currency } = city.file;
  return {
    ...commonFields(city, entry),
    cuisines: entry.cuisines,
    diets: entry.diets,
    spend: {
      low: amountIn(currency, entry.spendLow).amount,
      high: amountIn(currency, entry.spendHigh).amount,
      currency,
    },
  };
}

export function placeRecords(city: PlacedCity): StoredRecord[] {
  return [
    ...city.file.attractions.map((entry) => attractionRecord(city, entry)),
    ...city.file.eateries.map((entry) => eateryRecord(city, entry)),
  ];
}

export function areaRows({ cityId, slug, file }: PlacedCity, source: string): BulkRow[] {
  return file.areas.map((area) => ({
    id: catalogueId("city_area", `${slug}/${area.name}`),
    city_id: cityId,
    name: area.name,
    description: area.description,
    location: pointWkt(area),
    source,
    source_date: file.compiledOn,
  }));
}
