/**
 * Searching places: every wish is a condition of one statement, so that the page and the total agree. What
 * nobody knows (hours, access) stays in; only what is known not to do is left out.
 */
import sql, { empty, type Sql } from "sql-template-tag";
import { z } from "zod";
import { weekdayOf } from "../../trip/calendar.ts";
import { leavesOf } from "../../trip/categories.ts";
import { minorDigits } from "../../trip/money.ts";
import { type AccessibilityNeed, DIETS, type Diet } from "../../trip/place.ts";
import type { PlaceHit, PlaceSearch } from "../../trip/ports.ts";
import { servesDiet } from "../../trip/suitability.ts";
import type { Transaction } from "../transaction.ts";
import { leafCategoryIds } from "./catalogue-ids.ts";
import { PLACE_COLUMNS, placeRowSchema, toPlace } from "./places.ts";
import { allOf, isUuid, pointSql } from "./row-parts.ts";

const placeHitRowSchema = placeRowSchema.extend({
  distanceMeters: z.number().nullable(),
  total: z.number(),
});
const totalRowSchema = z.object({ total: z.number() });

const MAX_TEXT_CHARS = 200;

/** `windowsOn(hours, date)` of the domain, as SQL: not a yearly closure, and the season's weekday has hours. */
function opensOn(date: string): Sql {
  const monthDay = date.slice(5);
  return sql`(
    a.opening_hours is null
    or (
      not coalesce(a.opening_hours -> 'closedDates' ? ${monthDay}::text, false)
      and jsonb_array_length(coalesce(
        (select season -> 'week'
         from jsonb_array_elements(a.opening_hours -> 'seasons') with ordinality as s (season, place)
         where case when season ->> 'from' <= season ->> 'to'
           then ${monthDay}::text between season ->> 'from' and season ->> 'to'
           else ${monthDay}::text >= season ->> 'from' or ${monthDay}::text <= season ->> 'to' end
         order by place limit 1),
        a.opening_hours) -> ${weekdayOf(date)}::text) > 0))`;
}

/** Currencies that do not have two decimals, each with how many. */
function oddDigits(): { currencies: string[]; digits: number[] } {
  const odd = Intl.supportedValuesOf("currency")
    .map((currency) => ({ currency, digits: minorDigits(currency) }))
    .filter(({ digits }) => digits !== 2);
  return { currencies: odd.map(({ currency }) => currency), digits: odd.map(({ digits }) => digits) };
}

function costsAtMost(maxAdmissionMinor: number): Sql {
  const { currencies, digits } = oddDigits();
  return sql`a.price_adult * power(10::numeric, coalesce(
    (select d.digits from unnest(${currencies}::text[], ${digits}::integer[]) as d (currency, digits)
     where d.currency = a.currency), 2)) <= ${maxAdmissionMinor}::bigint`;
}

/** Steps stop wheels and stiff knees alike; the other needs have a flag of their own. */
function isNotRuledOut(need: AccessibilityNeed): Sql {
  return need === "wheelchair" || need === "mobility_limited"
    ? sql`a.accessibility_features ->> 'wheelchair' is distinct from 'no'`
    : sql`a.accessibility_features ->> ${need}::text is distinct from 'false'`;
}

/** Somewhere to eat must serve the diet or a stricter one; places to visit serve nobody. */
function serves(diet: Diet): Sql {
  const enough = DIETS.filter((known) => servesDiet({ diets: [known] }, diet));
  return sql`(not a.is_eatery or a.diets && ${enough}::text[])`;
}

/** Words in any order; a place that has them all ranks above one that has some. */
function wordsQuery(text: string): Sql {
  return sql`replace(plainto_tsquery('english', unaccented(${text}))::text, '&', '|')::tsquery`;
}

function textOf(query: PlaceSearch): string {
  return (query.text ?? "").trim().slice(0, MAX_TEXT_CHARS);
}

function conditionsOf(query: PlaceSearch): Sql {
  const { cityId, near, radiusMeters, categories, types, kind, openOn, maxAdmissionMinor } = query;
  const text = textOf(query);
  const leaves = categories?.flatMap((category) => leavesOf(category).map((leaf) => leafCategoryIds.idOf(leaf))) ?? [];
  return allOf([
    sql`a.retired_at is null`,
    ...(cityId ? [sql`a.city_id = ${cityId}`] : []),
    ...(near && radiusMeters !== undefined
      ? [sql`st_dwithin(a.location, ${pointSql(near)}, ${radiusMeters}::float8)`]
      : []),
    ...(text ? [sql`(a.search_vector @@ ${wordsQuery(text)} or a.name % ${text})`] : []),
    ...(leaves.length > 0 ? [sql`a.category_ids && ${leaves}::uuid[]`] : []),
    ...(types?.length ? [sql`a.attraction_type = any(${[...types]})`] : []),
    ...(kind ? [sql`a.is_eatery = ${kind === "eatery"}`] : []),
    ...(openOn ? [opensOn(openOn)] : []),
    ...(maxAdmissionMinor === undefined ? [] : [costsAtMost(maxAdmissionMinor)]),
    ...(query.accessibility ?? []).map(isNotRuledOut),
    ...(query.diets ?? []).map(serves),
    ...(query.offbeatOnly ? [sql`a.is_offbeat`] : []),
  ]);
}

function orderOf(query: PlaceSearch): Sql {
  const text = textOf(query);
  const relevance = text
    ? sql`(a.search_vector @@ plainto_tsquery('english', unaccented(${text}))) desc,
        ts_rank(a.search_vector, ${wordsQuery(text)}) + similarity(a.name, ${text}) desc,`
    : empty;
  const distance = query.near ? sql`st_distance(a.location, ${pointSql(query.near)}),` : empty;
  return sql`${relevance} ${distance} a.popularity_score desc, a.id`;
}

export async function searchPlaces(
  tx: Transaction,
  query: PlaceSearch,
): Promise<{ places: PlaceHit[]; total: number }> {
  if (query.cityId !== undefined && !isUuid(query.cityId)) return { places: [], total: 0 };
  const conditions = conditionsOf(query);
  const distance = query.near ? sql`st_distance(a.location, ${pointSql(query.near)})` : sql`null::float8`;
  const offset = query.offset ?? 0;
  const rows = await tx.many(
    placeHitRowSchema,
    sql`
      select ${PLACE_COLUMNS}, ${distance} as "distanceMeters", count(*) over ()::integer as total
      from attractions a where ${conditions} order by ${orderOf(query)} limit ${query.limit} offset ${offset}`,
  );
  const places = rows.map((row) => ({ ...toPlace(row), distanceMeters: row.distanceMeters }));
  const first = rows.at(0);
  if (first || offset === 0) return { places, total: first?.total ?? 0 };
  // A page past the end has no row to carry the total.
  return {
    places,
    ...(await tx.one(totalRowSchema, sql`select count(*)::integer as total from attractions a where ${conditions}`)),
  };
}
