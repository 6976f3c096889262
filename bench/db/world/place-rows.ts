/** The synthetic half of the catalogue: places in real towns, and what each means as a vector. */
import sql, { type Sql } from "sql-template-tag";
import { MODEL, townOf, vectorsOf } from "./helpers.ts";
import { ADJECTIVES, KIND_CATEGORY_IDS, KINDS, OPENING_HOURS, SYLLABLES, TAGS, TOPICS } from "./vocabulary.ts";

/** Unlisted columns are null: nobody knows them. */
export function placesSql(first: number, last: number): Sql {
  const kinds = KINDS.length;
  const hours = OPENING_HOURS.map((document) => JSON.stringify(document));
  return sql`
    insert into attractions (
      id, city_id, name, description, attraction_type, category_ids, address, location, opening_hours,
      typical_visit_duration, crowdedness_level, pricing_type, price_adult, spend_low, spend_high, currency,
      popularity_score, is_offbeat, diets, accessibility_features, tags, source, source_date)
    select bench_uuid('place', n), town.city_id, adjective || ' ' || initcap(subject) || ' ' || noun,
      'A ' || lower(adjective) || ' ' || lower(noun) || ' in ' || town.name || ', known for its ' || topic || ' and '
        || other_topic || '; ask for ' || initcap(other_subject) || '.',
      type, case when bench_unit(n, 8) < 0.6 then array[category] else array[category, other_category] end,
      bench_number(n, 9, 200) || ' ' || initcap(other_subject) || ' Street',
      st_setsrid(st_makepoint(
        town.lon + km * sin(angle) / (111.32 * greatest(0.1, cos(radians(town.lat)))),
        town.lat + km * cos(angle) / 111.32), 4326)::geography,
      case when bench_unit(n, 10) < 0.7 then (${hours}::jsonb[])[bench_number(n, 11, ${hours.length})] end,
      minutes, (array['low', 'moderate', 'high'])[bench_number(n, 12, 3)],
      case when is_eatery then null when is_free then 'free' else 'paid' end,
      case when not is_eatery and not is_free then bench_number(n, 13, 30) end,
      case when is_eatery then 8 + bench_number(n, 14, 10) end,
      case when is_eatery then 20 + bench_number(n, 15, 40) end,
      case when is_eatery or not is_free then 'EUR' end,
      round(power(bench_unit(n, 16), 2)::numeric, 2), bench_unit(n, 17) < 0.2,
      case when is_eatery and bench_unit(n, 18) < 0.4 then array['vegetarian'] else '{}' end,
      case when bench_unit(n, 19) < 0.5 then '{"wheelchair": "yes"}'::jsonb else '{}'::jsonb end,
      array[(${TAGS}::text[])[bench_number(n, 20, ${TAGS.length})], (${TAGS}::text[])[bench_number(n, 21, ${TAGS.length})]],
      'synthetic', '2026-11-01'
    from generate_series(${first}::bigint, ${last}::bigint) n
    ${townOf(sql`n`)}
    cross join lateral (select bench_number(n, 2, ${kinds}) as k, bench_number(n, 3, ${kinds}) as k2) picked
    cross join lateral (
      select (${KINDS.map(({ type }) => type)}::text[])[k] as type,
        (${KINDS.map(({ noun }) => noun)}::text[])[k] as noun,
        (${KINDS.map(({ minutes }) => minutes)}::integer[])[k] as minutes,
        (${KIND_CATEGORY_IDS}::uuid[])[k] as category, (${KIND_CATEGORY_IDS}::uuid[])[k2] as other_category,
        (${ADJECTIVES}::text[])[bench_number(n, 4, ${ADJECTIVES.length})] as adjective,
        (${TOPICS}::text[])[bench_number(n, 5, ${TOPICS.length})] as topic,
        (${TOPICS}::text[])[bench_number(n, 6, ${TOPICS.length})] as other_topic,
        ${syllables(22)} as subject, ${syllables(25)} as other_subject) words
    cross join lateral (
      select type in ('restaurant', 'cafe', 'bakery', 'bar') as is_eatery, bench_unit(n, 7) < 0.5 as is_free,
        town.spread_km * bench_unit(n, 28) as km, 2 * pi() * bench_unit(n, 29) as angle) rest`;
}

function syllables(salt: number): Sql {
  const one = (offset: number): Sql =>
    sql`(${SYLLABLES}::text[])[bench_number(n, ${salt + offset}, ${SYLLABLES.length})]`;
  return sql`${one(0)} || ${one(1)} || ${one(2)}`;
}

export function embeddingsSql(first: number, last: number): Sql {
  return sql`
    insert into attraction_embeddings (attraction_id, model, content_hash, embedding)
    select bench_uuid('place', n), ${MODEL}, md5(n::text), v from (${vectorsOf(first, last)}) vectors`;
}

/** What the triggers would have counted row by row. */
export const COUNT_PLACES: Sql = sql`
  update cities c set attraction_count = counted.attractions, eatery_count = counted.eateries
  from (
    select city_id, count(*) filter (where not is_eatery) as attractions, count(*) filter (where is_eatery) as eateries
    from attractions where retired_at is null group by city_id) counted
  where c.id = counted.city_id
    and (c.attraction_count, c.eatery_count) is distinct from (counted.attractions, counted.eateries)`;
