/**
 * Finding a city from what somebody typed: one statement gathers candidates by exact name, beginning, sound,
 * consonants, similar spelling and full text, each from its own index and each bounded; `city-score.ts`
 * ranks them. Slips are only looked for when no name is exactly right.
 */
import sql, { empty, join, type Sql } from "sql-template-tag";
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

/** Per way of finding; enough that the city meant is among them, few enough to score in a blink. */
const CANDIDATES = 30;
const MAX_QUERY_CHARS = 100;

/** Of `cities c`; none lets a search of names do without that table. */
function filtersOf({ countryCode, coveredOnly, near, radiusMeters }: CitySearch): Sql | null {
  const filters = [
    ...(countryCode ? [sql`c.country_id = ${catalogueId("country", countryCode.toUpperCase())}`] : []),
    ...(coveredOnly ? [sql`c.attraction_count > 0`] : []),
    ...(near && radiusMeters !== undefined
      ? [sql`st_dwithin(c.location, ${pointSql(near)}, ${radiusMeters}::float8)`]
      : []),
  ];
  return filters.length > 0 ? allOf(filters) : null;
}

function distanceOf({ near }: CitySearch): Sql {
  return near ? sql`st_distance(c.location, ${pointSql(near)})` : sql`null::float8`;
}

/** Rows of `city_names n` that meet a condition, the best known first. */
function candidates(condition: Sql, filters: Sql | null, limit = CANDIDATES): Sql {
  const join = filters ? sql`join cities c on c.id = n.city_id and ${filters}` : empty;
  return sql`(
    select n.city_id, n.folded, n.kind from city_names n ${join}
    where ${condition} order by n.prominence desc limit ${limit})`;
}

function likePrefix(text: string): string {
  return `${text.replace(/[\\%_]/g, "\\$&")}%`;
}

function slips(name: string, filters: Sql | null): Sql[] {
  const sound = soundKey(name);
  const consonants = skeleton(name);
  const variants = fingerSlips(name);
  return [
    ...(sound ? [candidates(sql`n.sound_key = ${sound}`, filters)] : []),
    ...(consonants ? [candidates(sql`n.skeleton = ${consonants}`, filters)] : []),
    ...(variants.length > 0 ? [candidates(sql`n.folded = any(${variants})`, filters)] : []),
    candidates(sql`n.folded % ${name}`, filters, 2 * CANDIDATES),
  ];
}

/** The best known cities of the country or region that was named. */
function bestOf({ text, countryCode, regionCode }: PlaceHint, filters: Sql | null): Sql[] {
  if (countryCode === null) return [];
  const region = foldText(text);
  const isCountry = readCountry(region) !== null && !isNation(region);
  const named = isCountry ? empty : sql`and lower(unaccented(c.region)) = ${region}`;
  const inRegion = regionCode === null ? named : sql`and c.region_code = ${regionCode}`;
  return [
    sql`(
    select n.city_id, n.folded, n.kind
    from (
      select c.id from cities c
      where c.country_id = ${catalogueId("country", countryCode)} ${inRegion} and ${filters ?? sql`true`}
      order by c.prominence desc limit ${CANDIDATES}) best
    join city_names n on n.city_id = best.id)`,
  ];
}

/** The city that an airport's code stands for. */
function codes({ code }: CityQuery, filters: Sql | null): Sql[] {
  if (code === null) return [];
  return [
    sql`(
    select n.city_id, lower(a.iata_code) as folded, 'code' as kind
    from airports a
    join city_names n on n.folded = lower(unaccented(a.city_name))
    join cities c on c.id = n.city_id and c.country_id = a.country_id and ${filters ?? sql`true`}
    where a.iata_code = ${code.iata} and a.size <> 'regional')`,
  ];
}

function words({ folded }: CityQuery, filters: Sql | null): Sql {
  return sql`(
    select n.city_id, n.folded, n.kind
    from (
      select c.id from cities c
      where c.search_vector @@ plainto_tsquery('english', ${folded}) and ${filters ?? sql`true`}
      order by c.prominence desc limit ${CANDIDATES}) best
    join city_names n on n.city_id = best.id)`;
}

export function candidatesSql(query: CitySearch, text: CityQuery): Sql {
  const filters = filtersOf(query);
  const names = [...new Set(text.readings.map(({ name }) => name))];
  const beginning = candidates(sql`n.folded like ${likePrefix(text.folded)}`, filters);
  const best = text.place ? bestOf(text.place, filters) : [];
  const sure = [beginning, words(text, filters), ...codes(text, filters), ...(text.isPlaceAlone ? best : [])];
  const unsure = [...text.slipNames.flatMap((name) => slips(name, filters)), ...(text.isPlaceAlone ? [] : best)];
  return sql`
    with exact as materialized (${candidates(sql`n.folded = any(${names})`, filters, 3 * CANDIDATES)}),
    unsure as (select * from (${join(unsure, " union all ")}) s
      where not exists (select from exact e where e.folded = any(${text.slipNames}))),
    found as (select * from exact union ${join(sure, " union ")} union select * from unsure)
    select found.folded, found.kind, city.*
    from found cross join lateral (
      select ${CITY_COLUMNS}, c.region_code as "regionCode", c.prominence, ${distanceOf(query)} as "distanceMeters"
      from cities c join countries co on co.id = c.country_id where c.id = found.city_id
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
      where ${filtersOf(query) ?? sql`true`} order by ${order}, c.id limit ${query.limit}`,
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
