/**
 * What a traveller may ask of a place, as conditions on `attractions a`. What nobody knows (hours, access)
 * stays in; only what is known not to do is left out.
 */
import sql, { type Sql } from "sql-template-tag";
import { weekdayOf } from "../../trip/calendar.ts";
import { leavesOf } from "../../trip/categories.ts";
import { minorDigits } from "../../trip/money.ts";
import { type AccessibilityNeed, DIETS, type Diet } from "../../trip/place.ts";
import type { PlaceSearch } from "../../trip/ports.ts";
import { servesDiet } from "../../trip/suitability.ts";
import { leafCategoryIds } from "./catalogue-ids.ts";
import { allOf, pointSql } from "./row-parts.ts";

/**
 * `windowsOn(hours, date)` of the domain, as SQL: not a yearly closure, and the season's weekday has hours. What
 * a rule or a single date may open stays in; whoever asks resolves it and drops what is closed after all.
 */
function opensOn(date: string): Sql {
  const monthDay = date.slice(5);
  return sql`(
    a.opening_hours is null
    or a.opening_hours -> 'ruleMayOpen' = 'true'::jsonb
    or a.opening_hours -> 'exceptions' @> jsonb_build_array(jsonb_build_object('date', ${date}::text))
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

/** All but the words, which are ranked rather than required (`place-search.ts`). */
export function placeFilters(query: PlaceSearch): Sql {
  const { cityId, near, radiusMeters, categories, types, kind, openOn, maxAdmissionMinor } = query;
  const leaves = categories?.flatMap((category) => leavesOf(category).map((leaf) => leafCategoryIds.idOf(leaf))) ?? [];
  return allOf([
    sql`a.retired_at is null`,
    ...(cityId ? [sql`a.city_id = ${cityId}`] : []),
    ...(near && radiusMeters !== undefined
      ? [sql`st_dwithin(a.location, ${pointSql(near)}, ${radiusMeters}::float8)`]
      : []),
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
