/**
 * Finding a city from what somebody typed: a function of the database (`find_city_names`) gathers candidates by exact
 * name, beginning, sound, consonants, similar spelling and full text, each from its own index and each bounded;
 * `city-score.ts` ranks them. Slips are only looked for when no name is exactly right.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { CityHit, CitySearch } from "../../trip/ports.ts";
import { readCountry } from "../../trip/text/countries.ts";
import type { PlaceHint } from "../../trip/text/request.ts";
import type { Transaction } from "../transaction.ts";
import { catalogueId } from "./catalogue-ids.ts";
import { CITY_COLUMNS, cityRowSchema, toCity } from "./cities.ts";
import { type CityQuery, fingerSlips, isNation, readCityQuery } from "./city-query.ts";
import { type NameScore, scoreCandidate } from "./city-score.ts";
import { foldText, skeleton, soundKey } from "./fold.ts";
import { allOf, pointSql } from "./row-parts.ts";

const candidateRowSchema = cityRowSchema.extend({
  folded: z.string(),
  kind: z.enum(["name", "local", "alias", "code"]),
  regionCode: z.string().nullable(),
  prominence: z.number(),
  distanceMeters: z.number().nullable(),
});
type CandidateRow = z.infer<typeof candidateRowSchema>;

const cityHitRowSchema = cityRowSchema.extend({ prominence: z.number(), distanceMeters: z.number().nullable() });

const MAX_QUERY_CHARS = 100;

/** Of `cities c`. */
function filtersOf({ countryCode, coveredOnly, near, radiusMeters }: CitySearch): Sql {
  return allOf([
    ...(countryCode ? [sql`c.country_id = ${countryIdOf(countryCode)}`] : []),
    ...(coveredOnly ? [sql`c.attraction_count > 0`] : []),
    ...(near && radiusMeters !== undefined
      ? [sql`st_dwithin(c.location, ${pointSql(near)}, ${radiusMeters}::float8)`]
      : []),
  ]);
}

const countryIdOf = (countryCode: string): string => catalogueId("country", countryCode.toUpperCase());

function distanceOf({ near }: CitySearch): Sql {
  return near ? sql`st_distance(c.location, ${pointSql(near)})` : sql`null::float8`;
}

/** The country or region that was named, and which part of it. */
function bestOf(place: PlaceHint | null): { country: string | null; regionCode: string | null; region: string | null } {
  if (place === null || place.countryCode === null) return { country: null, regionCode: null, region: null };
  const { regionCode } = place;
  const region = foldText(place.text);
  const isCountry = readCountry(region) !== null && !isNation(region);
  const country = catalogueId("country", place.countryCode);
  return { country, regionCode, region: regionCode !== null || isCountry ? null : region };
}

function candidatesSql(query: CitySearch, text: CityQuery): Sql {
  const { countryCode, coveredOnly, near, radiusMeters } = query;
  const { folded, slipNames, isPlaceAlone, code } = text;
  const best = bestOf(text.place);
  const within = near ? (radiusMeters ?? null) : null;
  return sql`
    select found.folded, found.kind, city.*
    from (
      select distinct found_city as id, found_name as folded, found_kind as kind
      from find_city_names(
        ${[...new Set(text.readings.map(({ name }) => name))]}, ${folded},
        ${slipNames}, ${slipNames.map(soundKey)}, ${slipNames.map(skeleton)}, ${slipNames.flatMap(fingerSlips)},
        ${code?.iata ?? null}, ${best.country}, ${best.regionCode}, ${best.region}, ${isPlaceAlone},
        ${countryCode ? countryIdOf(countryCode) : null}, ${coveredOnly ?? false},
        ${near ? pointSql(near) : sql`null`}, ${within})) found
    cross join lateral (
      select ${CITY_COLUMNS}, c.region_code as "regionCode", c.prominence, ${distanceOf(query)} as "distanceMeters"
      from cities c join countries co on co.id = c.country_id where c.id = found.id
      -- Looked up one by one: the planner cannot know how few there are, and would read the whole table.
      offset 0) city`;
}

function bestByCity(text: CityQuery, rows: readonly CandidateRow[]): Map<string, { row: CandidateRow } & NameScore> {
  const best = new Map<string, { row: CandidateRow } & NameScore>();
  for (const row of rows) {
    const score = scoreCandidate(text, row);
    const known = best.get(row.id);
    if (score && (!known || score.score > known.score)) best.set(row.id, { row, ...score });
  }
  return best;
}

async function searchByName(tx: Transaction, query: CitySearch, text: CityQuery): Promise<CityHit[]> {
  const rows = await tx.many(candidateRowSchema, candidatesSql(query, text));
  return [...bestByCity(text, rows).values()]
    .sort((a, b) => b.score - a.score || a.row.id.localeCompare(b.row.id))
    .slice(0, query.limit)
    .map(({ row, match, score }) => ({ ...toCity(row), match, score, distanceMeters: row.distanceMeters }));
}

/** Without a name: the nearest to a point, or the best known. */
async function searchByPlace(tx: Transaction, query: CitySearch): Promise<CityHit[]> {
  const order = query.near ? sql`c.location <-> ${pointSql(query.near)}` : sql`c.prominence desc`;
  const rows = await tx.many(
    cityHitRowSchema,
    sql`
      select ${CITY_COLUMNS}, c.prominence, ${distanceOf(query)} as "distanceMeters"
      from cities c join countries co on co.id = c.country_id
      where ${filtersOf(query)} order by ${order}, c.id limit ${query.limit}`,
  );
  // The index orders by distance on a sphere; the last metres are the spheroid's.
  const ordered = query.near ? rows.toSorted((a, b) => (a.distanceMeters ?? 0) - (b.distanceMeters ?? 0)) : rows;
  return ordered.map((row, index) => ({
    ...toCity(row),
    match: "near",
    score: query.near ? 1 - index / rows.length : row.prominence,
    distanceMeters: row.distanceMeters,
  }));
}

export async function searchCities(tx: Transaction, query: CitySearch): Promise<CityHit[]> {
  const text = readCityQuery((query.text ?? "").slice(0, MAX_QUERY_CHARS));
  return text.folded === "" ? searchByPlace(tx, query) : searchByName(tx, query, text);
}
