/**
 * Finding a city from what somebody typed: one statement gathers candidates by exact name, beginning, sound,
 * consonants, similar spelling and full text, each from its own index and each bounded; `city-score.ts`
 * ranks them. Slips are only looked for when no name is exactly right.
 */
import sql, { join, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { CityHit, CitySearch } from "../../trip/ports.ts";
import type { Transaction } from "../transaction.ts";
import { catalogueId } from "./catalogue-ids.ts";
import { CITY_COLUMNS, cityRowSchema, toCity } from "./cities.ts";
import { type CityQuery, type NameScore, readCityQuery, scoreCandidate } from "./city-score.ts";
import { skeleton, soundKey } from "./fold.ts";
import { allOf, pointSql } from "./row-parts.ts";

const candidateRowSchema = cityRowSchema.extend({
  folded: z.string(),
  kind: z.enum(["name", "local", "alias"]),
  regionCode: z.string().nullable(),
  prominence: z.number(),
  distanceMeters: z.number().nullable(),
});
type CandidateRow = z.infer<typeof candidateRowSchema>;

const cityHitRowSchema = cityRowSchema.extend({ prominence: z.number(), distanceMeters: z.number().nullable() });

/** Per way of finding; enough that the city meant is among them, few enough to score in a blink. */
const CANDIDATES = 30;
const MAX_QUERY_CHARS = 100;

function filtersOf(query: CitySearch): Sql {
  const { countryCode, coveredOnly, near, radiusMeters } = query;
  return allOf([
    ...(countryCode ? [sql`c.country_id = ${catalogueId("country", countryCode.toUpperCase())}`] : []),
    ...(coveredOnly ? [sql`c.attraction_count > 0`] : []),
    ...(near && radiusMeters !== undefined
      ? [sql`st_dwithin(c.location, ${pointSql(near)}, ${radiusMeters}::float8)`]
      : []),
  ]);
}

function distanceOf({ near }: CitySearch): Sql {
  return near ? sql`st_distance(c.location, ${pointSql(near)})` : sql`null::float8`;
}

/** Rows of `city_names n` that meet a condition, the best known first. */
function candidates(condition: Sql, filters: Sql, limit = CANDIDATES): Sql {
  return sql`(
    select n.city_id, n.folded, n.kind
    from city_names n join cities c on c.id = n.city_id
    where ${condition} and ${filters}
    order by c.prominence desc limit ${limit})`;
}

function likePrefix(text: string): string {
  return `${text.replace(/[\\%_]/g, "\\$&")}%`;
}

function slips(name: string, filters: Sql): Sql[] {
  const sound = soundKey(name);
  const consonants = skeleton(name);
  return [
    ...(sound ? [candidates(sql`n.sound_key = ${sound}`, filters)] : []),
    ...(consonants ? [candidates(sql`n.skeleton = ${consonants}`, filters)] : []),
    candidates(sql`n.folded % ${name}`, filters, 2 * CANDIDATES),
  ];
}

function candidatesSql(query: CitySearch, text: CityQuery): Sql {
  const filters = filtersOf(query);
  const names = text.readings.map(({ name }) => name);
  const { typedName } = text;
  const beginning = candidates(sql`n.folded like ${likePrefix(text.folded)}`, filters);
  const words = sql`(
    select n.city_id, n.folded, n.kind
    from (
      select c.id from cities c
      where c.search_vector @@ plainto_tsquery('english', ${text.folded}) and ${filters}
      order by c.prominence desc limit ${CANDIDATES}) best
    join city_names n on n.city_id = best.id)`;
  return sql`
    with exact as materialized (${candidates(sql`n.folded = any(${names})`, filters, 3 * CANDIDATES)}),
    slips as (select * from (${join(slips(typedName, filters), " union all ")}) s
      where not exists (select from exact e where e.folded = ${typedName})),
    found as (
      select * from exact union select * from ${beginning} b union select * from ${words} w union select * from slips)
    select ${CITY_COLUMNS}, found.folded, found.kind, c.region_code as "regionCode", c.prominence,
      ${distanceOf(query)} as "distanceMeters"
    from found join cities c on c.id = found.city_id join countries co on co.id = c.country_id`;
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
