/** A row of a GeoNames table as a record: a city, a part of one, something to see, or why it is none. */
import { coordinatesOf, dateOf, nameProblem, said, skipped } from "../record-parts.ts";
import type { CityRecord, Skipped, SourceRecord } from "../source-record.ts";
import { FORMER_PLACES, LODGING_FEATURES, PLACE_FEATURES, SECTION_OF_PLACE } from "./feature-codes.ts";

/** The columns of the main table, in GeoNames' words. */
export const COLUMNS = [
  "geonameid",
  "name",
  "asciiname",
  "alternatenames",
  "latitude",
  "longitude",
  "feature class",
  "feature code",
  "country code",
  "cc2",
  "admin1 code",
  "admin2 code",
  "admin3 code",
  "admin4 code",
  "population",
  "elevation",
  "dem",
  "timezone",
  "modification date",
] as const;
export type GeonameRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** As the smallest of the published city tables has it: fewer people, and no seat of an administration. */
const FEWEST_PEOPLE = 500;
const SEAT = /^PPL(?:C|G|A\d?)$/;
const MOST_NAMES = 100;
const RENAMED_ZONES: Readonly<Record<string, string>> = { "Europe/Kiev": "Europe/Kyiv" };

const FORMER = skipped("a place that is no more");
const TOO_SMALL = skipped(`a place of fewer than ${FEWEST_PEOPLE} people, or of nobody knows how many`);
const OF_NO_USE = skipped("neither a city, a part of one nor something to see");

function cityType(code: string, population: number): CityRecord["cityType"] {
  if (code === "PPLC") return "capital";
  if (population >= 500_000) return "major_city";
  return population >= 50_000 ? "city" : "town";
}

function otherNames(row: GeonameRow): string[] {
  const names = new Set([row.asciiname, ...row.alternatenames.split(",")].map((name) => name.trim()));
  names.delete(row.name);
  return [...names].filter((name) => name !== "" && name.length <= 200).slice(0, MOST_NAMES);
}

export function geonameRecord(row: GeonameRow, fileDate: string): SourceRecord | Skipped {
  const code = row["feature code"];
  const feature = `${row["feature class"]}.${code}`;
  const isPopulated = row["feature class"] === "P";
  const placeFeature = PLACE_FEATURES.get(feature);
  const lodgingType = LODGING_FEATURES.get(feature);
  if (!isPopulated && !placeFeature && !lodgingType) return OF_NO_USE;
  if (isPopulated && FORMER_PLACES.has(code)) return FORMER;
  const location = coordinatesOf(row.latitude, row.longitude);
  const problem = nameProblem(row.name);
  if (problem) return problem;
  if ("kind" in location) return location;
  const thing = {
    externalId: row.geonameid,
    sourceDate: dateOf(row["modification date"]) ?? fileDate,
    ids: { geonames: Number(row.geonameid) },
    name: row.name,
    ...said({ otherNames: otherNames(row) }),
    location,
  };
  if (placeFeature) {
    const { type, categories } = placeFeature;
    return { kind: "place", ...thing, type, ...said({ categories: categories && [...categories] }) };
  }
  if (lodgingType) return { kind: "lodging", ...thing, lodgingType };
  if (code === SECTION_OF_PLACE) return { kind: "area", ...thing, areaType: "neighborhood" };
  const population = Number(row.population) || 0;
  if (population < FEWEST_PEOPLE && !SEAT.test(code)) return TOO_SMALL;
  return {
    kind: "city",
    ...thing,
    cityType: cityType(code, population),
    ...said({
      countryCode: /^[A-Z]{2}$/.exec(row["country code"])?.[0],
      population: population > 0 ? population : undefined,
      timezone: RENAMED_ZONES[row.timezone] ?? row.timezone,
    }),
  };
}
