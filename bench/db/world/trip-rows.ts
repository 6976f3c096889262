/**
 * Travellers and their plans: one trip for ten places of the catalogue, one to three days each, five items a
 * day, so that trips, days and items keep their proportion at every size.
 */
import sql, { type Sql } from "sql-template-tag";
import { townOf } from "./helpers.ts";

const series = (first: number, last: number): Sql => sql`generate_series(${first}::bigint, ${last}::bigint) t`;

export function usersSql(first: number, last: number): Sql {
  return sql`
    insert into users (id, email, first_name, last_name)
    select bench_uuid('user', u), 'traveller' || u || '@example.org', 'Ada', 'Byron'
    from generate_series(${first}::bigint, ${last}::bigint) u`;
}

/** How many users own the first `trips` trips; see `bench_owner`. */
export function usersFor(trips: number): number {
  return Math.max(10, Math.floor(trips / 100));
}

function tripsSql(first: number, last: number): Sql {
  return sql`
    insert into trips (
      id, user_id, title, trip_status, primary_destination_type, primary_city_id, start_date, end_date, num_travelers,
      budget_total_max, budget_total_minor, currency, planning_status, total_estimated_cost, total_cost_currency, created_at, updated_at)
    select bench_uuid('trip', t), bench_uuid('user', bench_owner(t)), days || ' days in ' || town.name,
      (array['planning', 'booked', 'in_progress', 'completed'])[bench_number(t, 41, 4)], 'city', town.city_id,
      start, start + days - 1, bench_number(t, 42, 4), 900, 90000, 'EUR', 'completed', 5 * days * 12,
      'EUR', created, created
    from ${series(first, last)}
    ${townOf(sql`t * 10`)}
    cross join lateral (
      select 1 + (t % 3)::integer as days, '2026-01-01'::date + bench_number(t, 43, 700) as start,
        '2025-01-01'::timestamptz + t * interval '5 minutes' as created) trip`;
}

function detailsSql(first: number, last: number): Sql[] {
  return [
    sql`
      insert into trip_destinations (
        id, trip_id, destination_type, city_id, visit_order, arrival_date, departure_date, is_primary_destination)
      select bench_uuid('destination', t), bench_uuid('trip', t), 'city', town.city_id, 1, start, start + (t % 3)::integer, true
      from ${series(first, last)}
      ${townOf(sql`t * 10`)}
      cross join lateral (select '2026-01-01'::date + bench_number(t, 43, 700) as start) trip`,
    sql`insert into trip_preferences (trip_id) select bench_uuid('trip', t) from ${series(first, last)}`,
    sql`
      insert into trip_categories (trip_id, category_id, priority)
      select bench_uuid('trip', t), k.id, 5
      from ${series(first, last)}
      join lateral (
        select id from (select id, row_number() over (order by id) - 1 as place, count(*) over () as many from categories) c
        where place in (t % many, (t + 7) % many)) k on true`,
  ];
}

/** A trip's plan, and for every fifth trip a proposal besides. */
function itinerariesSql(first: number, last: number): Sql[] {
  const columns = sql`
    id, trip_id, version, is_selected, generated_by, ai_model_version, verdict, total_activities, total_estimated_cost,
    currency, cost_totals`;
  const verdict = sql`'{"ok": true, "violations": []}'::jsonb`;
  return [
    sql`
      insert into itineraries (${columns})
      select bench_uuid('plan', t), bench_uuid('trip', t), 1, true, 'ai', 'offline/1', ${verdict},
        5 * days, 5 * days * 12, 'EUR', jsonb_build_object('EUR', 5 * days * 1200)
      from ${series(first, last)} cross join lateral (select 1 + (t % 3)::integer as days) trip`,
    sql`
      insert into itineraries (${columns})
      select bench_uuid('proposal', t), bench_uuid('trip', t), 2, false, 'ai', 'offline/1', ${verdict}, 0, null, null, '{}'
      from ${series(first, last)} where t % 5 = 0`,
  ];
}

function daysSql(first: number, last: number): Sql {
  return sql`
    insert into itinerary_days (
      id, itinerary_id, day_number, date, city_id, total_activities, total_estimated_cost, currency)
    select bench_uuid('day' || d || '-', t), bench_uuid('plan', t), d, '2026-01-01'::date + bench_number(t, 43, 700) + d - 1,
      town.city_id, 5, 60, 'EUR'
    from ${series(first, last)}
    ${townOf(sql`t * 10`)}
    cross join lateral generate_series(1, 1 + (t % 3)::integer) d`;
}

/** An item's place is any of the first `t * 10`: those were there before the trip was planned. */
function itemsSql(first: number, last: number): Sql {
  return sql`
    insert into itinerary_items (
      id, itinerary_id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, attraction_id, title, location,
      travel_from_previous, cost, cost_per_person, currency, ai_recommendation_reason, ai_confidence_score)
    select bench_uuid('item' || d || '-' || i || '-', t), bench_uuid('plan', t), bench_uuid('day' || d || '-', t), i, 'visit-' || d || '-' || i,
      '09:00'::time + i * interval '90 minutes', '10:00'::time + i * interval '90 minutes',
      case i when 3 then 'meal' else 'attraction' end, bench_uuid('place', place), 'Visit ' || place,
      st_setsrid(st_makepoint(town.lon, town.lat), 4326)::geography,
      '{"mode": "walk", "distanceMeters": 420, "durationMinutes": 6}'::jsonb,
      jsonb_build_object('lowMinor', 1000, 'highMinor', 1400, 'currency', 'EUR', 'method', 'usual spend', 'asOf', '2026-11-01'),
      12, 'EUR', 'Well known, and close by.', 0.87
    from ${series(first, last)}
    ${townOf(sql`t * 10`)}
    cross join lateral generate_series(1, 1 + (t % 3)::integer) d
    cross join lateral generate_series(1, 5) i
    cross join lateral (select bench_number(t * 100 + d * 10 + i, 44, (t * 10)::integer) as place) visited`;
}

/** Parents first. */
export function tripStatements(first: number, last: number): Sql[] {
  return [
    tripsSql(first, last),
    ...detailsSql(first, last),
    ...itinerariesSql(first, last),
    daysSql(first, last),
    itemsSql(first, last),
  ];
}
