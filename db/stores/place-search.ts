/**
 * Searching places: one statement finds, ranks, pages and counts, so that the page and the total agree. Words
 * are looked for in names (slips forgiven) and in what is said about a place; with an embedding of them, also
 * by meaning. The two lists become one by reciprocal rank (Cormack, Clarke and Büttcher, SIGIR 2009): whoever
 * stands high in either stands high, whatever the scales of the scores. A place that was named comes first.
 */
import sql, { empty, join, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { PlaceHit, PlaceSearch } from "../../trip/ports.ts";
import type { Transaction } from "../transaction.ts";
import { plainFold } from "./fold.ts";
import { browsePlaces } from "./place-browse.ts";
import { placeFilters } from "./place-filters.ts";
import { nearestPlaces, type PlaceMeaning, widenNearest } from "./place-meaning.ts";
import { PLACE_COLUMNS, placeRowSchema, toPlace } from "./places.ts";
import { isUuid, pointSql } from "./row-parts.ts";

const placeHitRowSchema = placeRowSchema.extend({
  distanceMeters: z.number().nullable(),
  match: z.enum(["name", "words", "meaning"]).nullable(),
  total: z.number(),
});
const totalRowSchema = z.object({ total: z.number() });

const MAX_TEXT_CHARS = 200;
/** The constant of the paper: how little it matters to be first rather than second. */
const RRF_K = 60;
/** From here on a part of a name is the same words with slips; below, other words of similar letters. */
const NAME_SIMILARITY = 0.66;
/** From here on it may be; such a place counts as found twice by its words. */
const NAME_LIKENESS = 0.55;
/** How many places each way of finding may offer where no city or circle bounds the search. */
const WORLD_CANDIDATES = 200;
/** What is looked at all. */
const WORD_SIMILARITY = 0.45;

const SHORTEST_JOINED = 6;

/** "highline", "sensoji", "rijks museum": names that people write in one word or in two. */
function isWithin(said: string): Sql {
  const joined = said.replaceAll(" ", "");
  return joined.length < SHORTEST_JOINED
    ? sql`false`
    : sql`strpos(translate(concat_ws('/', own, other), ' -', ''), ${joined}) > 0`;
}

/** What was typed, in the forms that it is compared in. */
interface Said {
  /** As names are folded. */
  folded: string;
  /** All of its words, and any of them. */
  all: string;
  any: string;
  /** As it stands, for scripts that trigrams do not know on an engine in the C locale. */
  foreign: string | null;
}

const queriesSchema = z.object({ all: z.string() });

/** Also sets, for this transaction, how alike a word must be for the index of names to offer it. */
async function readText(tx: Transaction, text: string): Promise<Said> {
  // As the catalogue's names are folded: "d'orsay" is two words.
  const folded = plainFold(text.replace(/['’‘ʻʼ`´]/g, " "));
  const { all } = await tx.one(
    queriesSchema,
    sql`
      select plainto_tsquery('english', ${folded})::text as "all",
        set_config('pg_trgm.word_similarity_threshold', ${`${WORD_SIMILARITY}`}, true)`,
  );
  return { folded, all, any: all.replaceAll(" & ", " | "), foreign: /^[a-z0-9 ]*$/.test(folded) ? null : text };
}

/**
 * Each way of finding reads its own index; together in one condition they would read the whole table. Over the
 * whole world a place must have all of the words, and of a word that very many places share some must do.
 */
function candidates({ folded, all, any, foreign }: Said, filters: Sql, isBounded: boolean): Sql {
  const conditions = [
    sql`a.search_vector @@ ${isBounded ? any : all}::tsquery`,
    sql`${folded} <% place_names(a.name, a.name_local)`,
    ...(foreign === null ? [] : [sql`strpos(a.name_local, ${foreign}) > 0`]),
  ];
  const limit = isBounded ? empty : sql`limit ${WORLD_CANDIDATES}`;
  return join(
    conditions.map((condition) => sql`(select a.id from attractions a where ${filters} and ${condition} ${limit})`),
    " union ",
  );
}

/** What a word counts in tags and type, and in the description, where a name counts 1. */
const WORD_WEIGHTS = "{0,0.6,0.9,1}";
/** What `ts_rank` makes of one word said once where it counts 1. */
const SAID_ONCE = 0.6079271;

/**
 * `weighed (id, said)`: 0 to 1, how much of what was typed a place says, where a word that few of the places offered
 * have counts more than one that most have ("modernist" of "modernist museum").
 */
function weighedWords(folded: string): Sql {
  return sql`
    hits as (
      select a.id, t.term, least(1, ts_rank(${WORD_WEIGHTS}::real[], a.search_vector, t.query) / ${SAID_ONCE}::float8) as rank
      from (
        select term, quote_literal(term)::tsquery as query
        from unnest(tsvector_to_array(to_tsvector('english', ${folded}))) as term) t
      join offered a on a.search_vector @@ t.query),
    terms as (select term, ln(1 + (select count(*) from offered)::float8 / count(*)) as rarity from hits group by term),
    weighed as (
      select h.id, sum(h.rank * t.rarity) / (select sum(rarity) from terms) as said
      from hits h join terms t on t.term = h.term group by h.id)`;
}

/** Places by their names and words: `id`, `is_name` and `place`, the best first. */
function textHits(said: Said, filters: Sql, isBounded: boolean): Sql {
  const { folded, all, foreign } = said;
  return sql`
    with offered as materialized (
      select a.id, a.name, a.name_local, a.search_vector, a.popularity_score
      from (${candidates(said, filters, isBounded)}) c join attractions a on a.id = c.id),
    ${weighedWords(folded)}
    select id, is_name, is_like, row_number() over (
      order by whole + part + 0.4 * has_name::int + 0.2 * has_all::int + said + 0.5 * popularity desc, id) as place
    from (
      select s.id, s.popularity, s.has_all, s.said, s.has_name, s.whole, s.part,
        (s.has_name or s.part >= ${NAME_SIMILARITY}::real or s.whole >= ${NAME_SIMILARITY}::real) as is_name,
        greatest(s.part, s.whole) >= ${NAME_LIKENESS}::real as is_like
      from (
        select id, popularity, has_all, said, (names_all or is_in_local or ${isWithin(folded)}) as has_name,
          greatest(similarity(own, ${folded}), similarity(coalesce(other, ''), ${folded}), is_in_local::int) as whole,
          word_similarity(${folded}, concat_ws(' / ', own, other)) as part
        from (
          select a.id, a.popularity_score::float8 as popularity,
            coalesce(strpos(a.name_local, ${foreign}::text) > 0, false) as is_in_local,
            place_names(a.name, null) as own, place_names(a.name_local, null) as other,
            (ts_filter(a.search_vector, '{a}') @@ ${all}::tsquery) as names_all,
            (a.search_vector @@ ${all}::tsquery) as has_all, 
            coalesce(w.said, 0) as said
          from offered a left join weighed w on w.id = a.id
          -- Folded once a row, not once for each use.
          offset 0) hit) s) scored`;
}

const FUSED = sql`
  select coalesce(t.id, n.id) as id,
    case when t.is_name then 'name' when t.id is not null then 'words' else 'meaning' end as match,
    case when t.is_name then t.place end as named,
    coalesce((1.0 + 1.0 * t.is_like::int) / (${RRF_K}::int + t.place), 0) + coalesce(1.0 / (${RRF_K}::int + n.place), 0) as worth
  from text_hits t full join near_hits n on n.id = t.id`;

const staysInPlace = ({ cityId, near, radiusMeters }: PlaceSearch): boolean =>
  cityId !== undefined || (near !== undefined && radiusMeters !== undefined);

/** The places found as `found (id, match, named, worth)`. */
function foundSql(query: PlaceSearch, said: Said, meaning: PlaceMeaning | null): Sql {
  const filters = placeFilters(query);
  const near = meaning
    ? nearestPlaces(meaning, filters, staysInPlace(query))
    : sql`select null::uuid as id, null::bigint as place where false`;
  return join(
    [
      sql`text_hits as (${textHits(said, filters, staysInPlace(query))})`,
      sql`near_hits as (${near})`,
      sql`found as (${FUSED})`,
    ],
    ", ",
  );
}

export async function searchPlaces(
  tx: Transaction,
  query: PlaceSearch,
  meaning: PlaceMeaning | null = null,
): Promise<{ places: PlaceHit[]; total: number }> {
  if (query.cityId !== undefined && !isUuid(query.cityId)) return { places: [], total: 0 };
  const text = (query.text ?? "").trim().slice(0, MAX_TEXT_CHARS);
  if (text === "") return browsePlaces(tx, query, placeFilters(query));
  const found = foundSql(query, await readText(tx, text), meaning);
  const distance = query.near ? sql`st_distance(a.location, ${pointSql(query.near)})` : sql`null::float8`;
  const offset = query.offset ?? 0;
  if (meaning && !staysInPlace(query)) await widenNearest(tx);
  const rows = await tx.many(
    placeHitRowSchema,
    sql`
      with ${found}
      select ${PLACE_COLUMNS}, ${distance} as "distanceMeters", found.match, count(*) over ()::integer as total
      from found join attractions a on a.id = found.id
      order by found.named, found.worth desc nulls last, "distanceMeters", a.popularity_score desc, a.id
      limit ${query.limit} offset ${offset}`,
  );
  const places = rows.map((row) => {
    const place = { ...toPlace(row), distanceMeters: row.distanceMeters };
    return row.match ? { ...place, match: row.match } : place;
  });
  const first = rows.at(0);
  if (first || offset === 0) return { places, total: first?.total ?? 0 };
  // A page past the end has no row to carry the total.
  return {
    places,
    ...(await tx.one(totalRowSchema, sql`with ${found} select count(*)::integer as total from found`)),
  };
}
