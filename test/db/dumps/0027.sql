-- A database as migration 0027_evaluation left it, with a few rows in every table.
-- Made by keep-dump.ts, kept as it is. By hand: psql --single-transaction --file=0027.sql
set local check_function_bodies = off;
set local client_min_messages = warning;
CREATE SCHEMA tripwright_dumped;
CREATE SCHEMA tripwright_dumped_queue;
CREATE TYPE tripwright_dumped_queue.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);
CREATE FUNCTION tripwright_dumped.acting_user() RETURNS uuid
    LANGUAGE sql STABLE
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$ select u.id from users u where u.id = app_user_id() $$;
CREATE FUNCTION tripwright_dumped.analyze_partitioned_tables() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  analyze external_api_logs;
  analyze user_activities;
end
$$;
CREATE FUNCTION tripwright_dumped.app_share_token() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('app.share_token'::text, true), ''::text);
CREATE FUNCTION tripwright_dumped.app_user_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.current_user_id'::text, true), ''::text))::uuid;
CREATE FUNCTION tripwright_dumped.changed_fields(before jsonb, after jsonb, columns text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT array_agg(c.c) AS array_agg FROM unnest(changed_fields.columns) c(c) WHERE ((changed_fields.before -> c.c) IS DISTINCT FROM (changed_fields.after -> c.c)));
CREATE FUNCTION tripwright_dumped.check_trip_destinations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  changed uuid;
begin
  if tg_table_name = 'trips' then changed := new.id; else changed := new.trip_id; end if;
  if exists (
    select from trip_destinations d join trips t on t.id = d.trip_id
    where t.id = changed and (d.arrival_date < t.start_date or d.departure_date > t.end_date)
  ) then
    raise exception 'Expected every destination of a trip within the dates of the trip.'
      using errcode = 'check_violation', constraint = 'trip_destinations_within_trip', table = 'trip_destinations';
  end if;
  if exists (
    select from (
      select arrival_date, lag(departure_date) over (order by visit_order) as left_before
      from trip_destinations where trip_id = changed
    ) stays where arrival_date < left_before
  ) then
    raise exception 'Expected the destinations of a trip one after the other, in the order of the visit.'
      using errcode = 'check_violation', constraint = 'trip_destinations_follow', table = 'trip_destinations';
  end if;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.complete_itinerary_item() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  travelers integer := 1;
begin
  if new.itinerary_id is null then
    select d.itinerary_id into new.itinerary_id from itinerary_days d where d.id = new.itinerary_day_id;
  end if;
  new.currency := new.cost ->> 'currency';
  if new.cost ->> 'per' is distinct from 'person' and new.currency is not null then
    -- Locked, or somebody who changes the number now would not see this row and leave its share as it is.
    select t.num_travelers into travelers
    from itineraries i join trips t on t.id = i.trip_id where i.id = new.itinerary_id for no key update of t;
  end if;
  new.cost_per_person := in_major_units(floor(party_cost_minor(new.cost, 1) / travelers + 0.5), new.currency);
  return new;
end
$$;
CREATE FUNCTION tripwright_dumped.copy_prominence_to_names() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  update city_names set prominence = new.prominence where city_id = new.id;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.count_places_deleted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  update cities c
  set attraction_count = c.attraction_count - d.attractions, eatery_count = c.eatery_count - d.eateries
  from (
    select city_id, count(*) filter (where not is_eatery) as attractions, count(*) filter (where is_eatery) as eateries
    from old_places where retired_at is null group by city_id
  ) d
  where c.id = d.city_id;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.count_places_inserted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  update cities c
  set attraction_count = c.attraction_count + d.attractions, eatery_count = c.eatery_count + d.eateries
  from (
    select city_id, count(*) filter (where not is_eatery) as attractions, count(*) filter (where is_eatery) as eateries
    from new_places where retired_at is null group by city_id
  ) d
  where c.id = d.city_id;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.count_places_updated() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  update cities c
  set attraction_count = c.attraction_count + d.attractions, eatery_count = c.eatery_count + d.eateries
  from (
    select city_id,
      coalesce(sum(sign) filter (where not is_eatery), 0) as attractions,
      coalesce(sum(sign) filter (where is_eatery), 0) as eateries
    from (
      select city_id, is_eatery, 1 as sign from new_places where retired_at is null
      union all
      select city_id, is_eatery, -1 from old_places where retired_at is null
    ) changes
    group by city_id
  ) d
  where c.id = d.city_id and (d.attractions <> 0 or d.eateries <> 0);
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.create_month_partition(parent text, first_day date, max_rows integer DEFAULT 100000) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    SET lock_timeout TO '3s'
    AS $_$
declare
  partition_name text := parent || '_' || to_char(first_day, 'YYYY_MM');
  from_instant timestamptz := first_day::timestamp at time zone 'UTC';
  to_instant timestamptz := (first_day + interval '1 month') at time zone 'UTC';
  waiting integer;
begin
  if parent not in ('external_api_logs', 'user_activities') or first_day <> date_trunc('month', first_day) then
    raise exception 'expected a partitioned table and the first day of a month, got % and %', parent, first_day;
  end if;
  if to_regclass(format('%I.%I', current_schema(), partition_name)) is not null then
    return null;
  end if;
  execute format(
    'select count(*) from (select from %I where created_at >= $1 and created_at < $2 limit $3 + 1) t',
    parent || '_default') into waiting using from_instant, to_instant, max_rows;
  if waiting > max_rows then
    return -1;
  end if;
  if waiting > 0 then
    execute format('create table %I (like %I including all)', partition_name, parent);
    execute format(
      'with moved as (delete from %I where created_at >= $1 and created_at < $2 returning *)
       insert into %I select * from moved', parent || '_default', partition_name) using from_instant, to_instant;
    get diagnostics waiting = row_count;
    execute format(
      'alter table %I attach partition %I for values from (%L) to (%L)',
      parent, partition_name, from_instant, to_instant);
  else
    execute format(
      'create table %I partition of %I for values from (%L) to (%L)',
      partition_name, parent, from_instant, to_instant);
  end if;
  return waiting;
end
$_$;
CREATE FUNCTION tripwright_dumped.create_monthly_partitions(months_ahead integer DEFAULT 3) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  parent text;
  first_day date;
  partition_name text;
  is_in_default boolean;
  made integer := 0;
begin
  foreach parent in array array['external_api_logs', 'user_activities'] loop
    for ahead in 0..months_ahead loop
      first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
      partition_name := parent || '_' || to_char(first_day, 'YYYY_MM');
      -- In this schema: another one on the search path may hold a partition of the same name.
      continue when to_regclass(format('%I.%I', current_schema(), partition_name)) is not null;
      execute format(
        'select exists (select from %I where created_at >= %L and created_at < %L)', parent || '_default',
        first_day::text || ' 00:00+00', (first_day + interval '1 month')::date::text || ' 00:00+00')
        into is_in_default;
      continue when is_in_default;
      execute format(
        'create table %I partition of %I for values from (%L) to (%L)', partition_name, parent,
        first_day::text || ' 00:00+00', (first_day + interval '1 month')::date::text || ' 00:00+00');
      made := made + 1;
    end loop;
  end loop;
  return made;
end
$$;
CREATE FUNCTION tripwright_dumped.ensure_embedding_index(model_name text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  index_name text := 'idx_attraction_embeddings_' || left(md5(model_name), 12);
begin
  execute format(
    'create index if not exists %I on attraction_embeddings using hnsw (embedding vector_cosine_ops) where model = %L',
    index_name, model_name);
  return index_name;
end
$$;
CREATE FUNCTION tripwright_dumped.fill_name_prominence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  new.prominence := coalesce((select c.prominence from cities c where c.id = new.city_id), 0);
  return new;
end
$$;
CREATE FUNCTION tripwright_dumped.find_city_names(names text[], typed text, slip_names text[], sounds text[], skeletons text[], variants text[], airport text, place_country uuid, place_region_code text, place_region text, is_place_alone boolean, only_country uuid, only_covered boolean, around public.geography, within_meters double precision) RETURNS TABLE(found_city uuid, found_name text, found_kind text)
    LANGUAGE plpgsql STABLE ROWS 40 PARALLEL SAFE
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS $$
declare
  -- `null`: all of them.
  wanted uuid[];
  is_exact boolean;
begin
  if only_country is not null then
    wanted := array(
      select c.id from cities c
      where c.country_id = only_country and (not only_covered or c.attraction_count > 0)
        and (within_meters is null or st_dwithin(c.location, around, within_meters)));
  elsif only_covered then
    wanted := array(
      select c.id from cities c
      where c.attraction_count > 0 and (within_meters is null or st_dwithin(c.location, around, within_meters)));
  elsif within_meters is not null then
    wanted := array(select c.id from cities c where st_dwithin(c.location, around, within_meters));
  end if;
  return query
    select n.city_id, n.folded::text, n.kind::text from city_names n
    where n.folded = any(names) and (wanted is null or n.city_id in (select unnest(wanted)))
    order by n.prominence desc limit 90;
  return query
    select n.city_id, n.folded::text, n.kind::text from city_names n
    where n.folded ~>=~ typed and n.folded ~<~ (typed || chr(1114111))
      and (wanted is null or n.city_id in (select unnest(wanted)))
    order by n.prominence desc limit 30;
  return query
    select n.city_id, n.folded::text, n.kind::text
    from (
      select w.id from (
        select c.id, c.prominence from cities c
        where c.search_vector @@ plainto_tsquery('english', typed)
          and (wanted is null or c.id in (select unnest(wanted)))
        offset 0) w
      order by w.prominence desc limit 30) best
    join city_names n on n.city_id = best.id;
  if airport is not null then
    return query
      select n.city_id, lower(a.iata_code)::text, 'code'
      from airports a
      join city_names n on n.folded = lower(unaccented(a.city_name))
      join cities c on c.id = n.city_id and c.country_id = a.country_id
      where a.iata_code = airport::bpchar and a.size <> 'regional'
        and (wanted is null or n.city_id in (select unnest(wanted)));
  end if;

  is_exact := exists (
    select from city_names n
    where n.folded = any(slip_names)
      and (wanted is null or n.city_id in (select unnest(wanted))));

  if place_country is not null and (is_place_alone or not is_exact) then
    return query
      select n.city_id, n.folded::text, n.kind::text
      from (
        select c.id from cities c
        where c.country_id = place_country
          and (place_region_code is null or c.region_code = place_region_code)
          and (place_region is null or lower(unaccented(c.region)) = place_region)
          and (wanted is null or c.id in (select unnest(wanted)))
        order by c.prominence desc limit 30) best
      join city_names n on n.city_id = best.id;
  end if;
  if not is_exact then
    return query
      select near.city_id, near.folded::text, near.kind::text
      from unnest(slip_names, sounds, skeletons) slip (name, sound, skeleton) cross join lateral (
        (select n.city_id, n.folded, n.kind from city_names n
         where n.sound_key = slip.sound and (wanted is null or n.city_id in (select unnest(wanted)))
         order by n.prominence desc limit 30)
        union all
        (select n.city_id, n.folded, n.kind from city_names n
         where n.skeleton = slip.skeleton and (wanted is null or n.city_id in (select unnest(wanted)))
         order by n.prominence desc limit 30)
        union all
        (select n.city_id, n.folded, n.kind from city_names n
         where n.folded % slip.name and (wanted is null or n.city_id in (select unnest(wanted)))
         order by n.prominence desc limit 60)) near;
    return query
      select n.city_id, n.folded::text, n.kind::text from city_names n
      where n.folded = any(variants) and (wanted is null or n.city_id in (select unnest(wanted)))
      order by n.prominence desc limit 60;
  end if;
end
$$;
CREATE FUNCTION tripwright_dumped.minor_digits(currency text) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (currency = ANY (ARRAY['AFN'::text, 'ALL'::text, 'BIF'::text, 'CLP'::text, 'COP'::text, 'DJF'::text, 'GNF'::text, 'HUF'::text, 'IDR'::text, 'IQD'::text, 'IRR'::text, 'ISK'::text, 'JPY'::text, 'KMF'::text, 'KPW'::text, 'KRW'::text, 'LAK'::text, 'LBP'::text, 'MGA'::text, 'MMK'::text, 'PKR'::text, 'PYG'::text, 'RWF'::text, 'SLL'::text, 'SOS'::text, 'SYP'::text, 'UGX'::text, 'VND'::text, 'VUV'::text, 'XAF'::text, 'XOF'::text, 'XPF'::text, 'YER'::text])) THEN 0 WHEN (currency = ANY (ARRAY['BHD'::text, 'JOD'::text, 'KWD'::text, 'LYD'::text, 'OMR'::text, 'TND'::text])) THEN 3 ELSE 2 END;
CREATE FUNCTION tripwright_dumped.in_major_units(minor numeric, currency text) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN round((minor / ((10)::numeric ^ (tripwright_dumped.minor_digits(currency))::numeric)), 3);
CREATE FUNCTION tripwright_dumped.item_verb(status text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE status WHEN 'completed'::text THEN 'complete'::text WHEN 'skipped'::text THEN 'skip'::text WHEN 'delayed'::text THEN 'delay'::text ELSE NULL::text END;
CREATE FUNCTION tripwright_dumped.itineraries_changed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct trip_id) into changed from new_itineraries where is_selected;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct trip_id) into changed from old_itineraries where is_selected;
  else
    select array_agg(distinct n.trip_id) into changed from old_itineraries o join new_itineraries n using (id)
    where (o.is_selected or n.is_selected)
      and (o.is_selected, o.total_estimated_cost, o.currency) is distinct from (n.is_selected, n.total_estimated_cost, n.currency);
  end if;
  if changed is null or not has_table_privilege('trips', 'update') then return null; end if;

  perform from trips t where t.id = any (changed) order by t.id for no key update;
  update trips t set total_estimated_cost = f.total_estimated_cost, total_cost_currency = f.currency
  from (
    select t.id, i.total_estimated_cost, i.currency
    from trips t left join itineraries i on i.trip_id = t.id and i.is_selected where t.id = any (changed)
  ) f
  where t.id = f.id
    and (t.total_estimated_cost, t.total_cost_currency) is distinct from (f.total_estimated_cost, f.currency);
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.itinerary_items_changed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct itinerary_id) into changed from new_items;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct itinerary_id) into changed from old_items;
  else
    select array_agg(distinct version) into changed
    from old_items o join new_items n using (id), unnest(array[o.itinerary_id, n.itinerary_id]) version
    where (o.itinerary_day_id, o.item_type, o.status, o.cost) is distinct from (n.itinerary_day_id, n.item_type, n.status, n.cost);
  end if;
  perform refresh_itinerary_figures(changed);
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.months_in_default(parent text, before timestamp with time zone) RETURNS SETOF date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $_$
begin
  if parent not in ('external_api_logs', 'user_activities') then
    raise exception 'expected a partitioned table, got %', parent;
  end if;
  return query execute format(
    $query$select distinct date_trunc('month', created_at at time zone 'UTC')::date from %I
      where created_at < $1 order by 1$query$, parent || '_default') using before;
end
$_$;
CREATE FUNCTION tripwright_dumped.note_feedback() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), 'feedback-give', 'feedback', id,
    jsonb_build_object('type', feedback_type, 'rating', rating, 'about', rated_item_type)
  from new_feedback;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_items_inserted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  if not exists (select from new_items where status <> 'planned') or acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), 'item-' || item_verb(n.status), 'item', n.id,
    jsonb_build_object('version', i.version, 'day', d.day_number)
  from new_items n join itineraries i on i.id = n.itinerary_id join itinerary_days d on d.id = n.itinerary_day_id
  where n.status <> 'planned' and i.parent_itinerary_id is not null and not exists (
    select from itinerary_days p join itinerary_items x on x.itinerary_day_id = p.id
    where p.itinerary_id = i.parent_itinerary_id and p.day_number = d.day_number
      and x.item_key = n.item_key and x.status = n.status);
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_items_updated() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), done.type, 'item', n.id, done.details
  from old_items o join new_items n using (id),
    lateral (values
      ('item-' || item_verb(n.status), n.status <> o.status and n.status <> 'planned', '{}'),
      ('item-rate', n.user_rating is distinct from o.user_rating and n.user_rating is not null,
        jsonb_build_object('rating', n.user_rating)),
      ('item-book', n.booking_status = 'booked' and o.booking_status <> 'booked', '{}')
    ) as done (type, is_so, details)
  where done.is_so;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_itineraries() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  actor uuid := acting_user();
begin
  if actor is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, 'itinerary-save', 'itinerary', id,
      jsonb_build_object('version', version, 'generated_by', generated_by, 'is_selected', is_selected)
    from new_itineraries;
  elsif tg_op = 'UPDATE' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, 'itinerary-select', 'itinerary', n.id, jsonb_build_object('version', n.version)
    from old_itineraries o join new_itineraries n using (id) where n.is_selected and not o.is_selected;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, 'itinerary-delete', 'itinerary', o.id, jsonb_build_object('version', o.version)
    from old_itineraries o where exists (select from trips t where t.id = o.trip_id);
  end if;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_offers() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  if acting_user() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select app_user_id(), tg_argv[0] || case when booking_status = 'booked' then '-book' else '-choose' end, tg_argv[0], id,
      jsonb_build_object('provider', provider, 'trip_id', trip_id)
    from new_offers;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select app_user_id(), tg_argv[0] || '-book', tg_argv[0], n.id,
      jsonb_build_object('provider', n.provider, 'trip_id', n.trip_id)
    from old_offers o join new_offers n using (id) where n.booking_status = 'booked' and o.booking_status <> 'booked';
  end if;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_sessions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  actor uuid := acting_user();
begin
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select user_id, 'session-create', 'session', id from new_sessions;
    return null;
  end if;
  if actor is null then return null; end if;
  if tg_op = 'UPDATE' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'session-revoke', 'session', n.id
    from old_sessions o join new_sessions n using (id) where n.revoked_at is not null and o.revoked_at is null;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'session-revoke', 'session', id from old_sessions where revoked_at is null;
  end if;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_trip_preferences() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), 'preferences-change', 'trip', n.trip_id, jsonb_build_object('fields', fields)
  from old_preferences o join new_preferences n using (trip_id),
    changed_fields(to_jsonb(o) - 'updated_at', to_jsonb(n) - 'updated_at', array(select jsonb_object_keys(to_jsonb(n)))) as fields
  where fields is not null;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_trips() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  actor uuid := acting_user();
begin
  if actor is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'trip-create', 'trip', id from new_trips;
  elsif tg_op = 'DELETE' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'trip-delete', 'trip', id from old_trips;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, done.type, 'trip', n.id, done.details
    from old_trips o join new_trips n using (id),
      changed_fields(to_jsonb(o), to_jsonb(n), array[
        'title', 'description', 'trip_status', 'primary_city_id', 'primary_country_id', 'start_date', 'end_date',
        'num_travelers', 'child_ages', 'origin', 'budget_total_minor', 'currency', 'trip_purpose', 'travel_pace',
        'travel_style']) as fields,
      lateral (values
        ('trip-change', fields is not null, jsonb_build_object('fields', fields)),
        ('trip-share', n.is_public and not o.is_public or o.share_token is null and n.share_token is not null, '{}'),
        ('trip-unshare', o.is_public and not n.is_public or o.share_token is not null and n.share_token is null, '{}')
      ) as done (type, is_so, details)
    where done.is_so;
  end if;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.note_users() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), done.type, 'user', n.id, done.details
  from old_users o join new_users n using (id),
    changed_fields(to_jsonb(o), to_jsonb(n), array[
      'email', 'password_hash', 'first_name', 'last_name', 'phone', 'avatar_url', 'is_active', 'oauth_provider']) as fields,
    lateral (values
      ('account-change', fields is not null, jsonb_build_object('fields', fields)),
      ('preferences-change', n.preferences <> o.preferences, '{}')
    ) as done (type, is_so, details)
  where done.is_so;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.party_cost_minor(cost jsonb, travelers integer) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (cost ? 'amountMinor'::text) THEN (((cost ->> 'amountMinor'::text))::numeric * (CASE WHEN ((cost ->> 'per'::text) = 'person'::text) THEN travelers ELSE 1 END)::numeric) ELSE floor((((((cost ->> 'lowMinor'::text))::numeric + ((cost ->> 'highMinor'::text))::numeric) / (2)::numeric) + 0.5)) END;
CREATE FUNCTION tripwright_dumped.unaccented(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, words);
CREATE FUNCTION tripwright_dumped.place_names(name text, name_local text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(translate(tripwright_dumped.unaccented((name || COALESCE((' / '::text || name_local), ''::text))), '''’‘ʻʼ`´'::text, '       '::text));
CREATE FUNCTION tripwright_dumped.refresh_itinerary_figures(changed uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  -- Who deletes a whole user may have no rights on plans, and nothing is left to reckon then.
  if changed is null or not has_table_privilege('trips', 'update') then return; end if;
  -- Writers of one trip take turns: a sum would miss what another one has not committed yet.
  perform from trips t where t.id in (select i.trip_id from itineraries i where i.id = any (changed))
  order by t.id for no key update;
  if not found then return; end if;

  with parts as (
    select i.id as itinerary_id, d.id as day_id, x.cost ->> 'currency' as currency,
      count(*) filter (where x.item_type in ('attraction', 'meal')) as activities,
      sum(party_cost_minor(x.cost, t.num_travelers)) as minor
    from itineraries i join trips t on t.id = i.trip_id
    left join itinerary_days d on d.itinerary_id = i.id
    left join itinerary_items x on x.itinerary_day_id = d.id and x.status in ('planned', 'completed')
    where i.id = any (changed)
    group by i.id, d.id, x.cost ->> 'currency'
  ), of_day as (
    select day_id, sum(activities) as activities, sum(minor) as minor,
      case when count(currency) = 1 then min(currency) end as currency
    from parts where day_id is not null group by day_id
  ), day_written as (
    update itinerary_days d
    set total_activities = f.activities, currency = f.currency, total_estimated_cost = in_major_units(f.minor, f.currency)
    from of_day f
    where d.id = f.day_id and (d.total_activities, d.currency, d.total_estimated_cost)
      is distinct from (f.activities::integer, f.currency::char(3), in_major_units(f.minor, f.currency))
  ), of_currency as (
    select itinerary_id, currency, sum(activities) as activities, sum(minor) as minor
    from parts group by itinerary_id, currency
  ), of_version as (
    select itinerary_id, sum(activities) as activities, sum(minor) as minor,
      case when count(currency) = 1 then min(currency) end as currency,
      coalesce(jsonb_object_agg(currency, minor) filter (where currency is not null), '{}') as by_currency
    from of_currency group by itinerary_id
  )
  update itineraries i
  set total_activities = f.activities, currency = f.currency, cost_totals = f.by_currency,
    total_estimated_cost = in_major_units(f.minor, f.currency)
  from of_version f
  where i.id = f.itinerary_id and (i.total_activities, i.currency, i.cost_totals, i.total_estimated_cost)
    is distinct from (f.activities::integer, f.currency::char(3), f.by_currency, in_major_units(f.minor, f.currency));
end
$$;
CREATE FUNCTION tripwright_dumped.release_archived_rows(attempt uuid, released_at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    SET lock_timeout TO '3s'
    AS $_$
declare
  taken archived_partitions%rowtype;
  is_default boolean;
  from_instant timestamptz;
  to_instant timestamptz;
  found_rows bigint;
  found_fingerprint bigint;
begin
  select * into taken from archived_partitions where id = attempt for update;
  if not found or taken.state <> 'writing' or taken.replaces is not null or taken.rows_fingerprint is null then
    return 'lost';
  end if;
  if to_regclass(format('%I.%I', current_schema(), taken.partition_name)) is null then
    return 'lost';
  end if;
  is_default := taken.partition_name = taken.table_name || '_default';
  from_instant := taken.month::timestamp at time zone 'UTC';
  to_instant := (taken.month + interval '1 month') at time zone 'UTC';
  -- Readers go on; whoever would write into this one partition waits.
  execute format('lock table only %I in share row exclusive mode', taken.partition_name);
  execute format(
    'select count(*), coalesce(bit_xor(row_fingerprint(id, updated_at)), 0) from %I
     where created_at >= $1 and created_at < $2', taken.partition_name)
    into found_rows, found_fingerprint using from_instant, to_instant;
  if found_rows <> taken.row_count or found_fingerprint <> taken.rows_fingerprint then
    return 'changed';
  end if;
  if is_default then
    execute format('delete from %I where created_at >= $1 and created_at < $2', taken.partition_name)
      using from_instant, to_instant;
  else
    execute format('alter table %I detach partition %I', taken.table_name, taken.partition_name);
    execute format('drop table %I', taken.partition_name);
  end if;
  update archived_partitions set state = 'archived', archived_at = released_at where id = attempt;
  return 'released';
end
$_$;
CREATE FUNCTION tripwright_dumped.row_fingerprint(row_id uuid, changed_at timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN hashtextextended(((row_id)::text || (EXTRACT(epoch FROM changed_at))::text), (0)::bigint);
CREATE FUNCTION tripwright_dumped.search_part(words text, weight "char") RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(setweight(to_tsvector('english'::regconfig, tripwright_dumped.unaccented(words)), weight), ''::tsvector);
CREATE FUNCTION tripwright_dumped.settle_catalogue() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
begin
  perform gin_clean_pending_list(i.indexrelid::regclass)
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_am a on a.oid = c.relam
  where a.amname = 'gin' and i.indrelid in ('cities'::regclass, 'city_names'::regclass, 'attractions'::regclass);
  -- Not the geography and text-search columns: sampling them costs more than their plans gain.
  analyze countries (id, iso_code), airports (id, iata_code);
  analyze cities (id, country_id, prominence, attraction_count);
  analyze city_names (city_id, folded, sound_key, skeleton);
  analyze attractions (id, city_id, is_eatery, popularity_score, retired_at);
end
$$;
CREATE FUNCTION tripwright_dumped.spoken_words(words text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN NULLIF(replace(array_to_string(words, ' '::text), '_'::text, ' '::text), ''::text);
CREATE FUNCTION tripwright_dumped.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.updated_at := now();
  return new;
end
$$;
CREATE FUNCTION tripwright_dumped.trips_changed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public', 'pg_temp'
    AS $$
declare
  resized uuid[] := (
    select array_agg(id) from old_trips o join new_trips n using (id) where o.num_travelers <> n.num_travelers);
  changed uuid[];
begin
  if resized is null then return null; end if;
  select array_agg(id) into changed from itineraries where trip_id = any (resized);
  update itinerary_items set cost = cost
  where itinerary_day_id in (select d.id from itinerary_days d where d.itinerary_id = any (changed))
    and cost ->> 'per' is distinct from 'person' and cost is not null;
  perform refresh_itinerary_figures(changed);
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped_queue.create_queue(queue_name text, options jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
        INSERT INTO tripwright_dumped_queue.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify,
          created_on,
          updated_on
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false),
          tripwright_dumped_queue.job_now(),
          tripwright_dumped_queue.job_now()
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE tripwright_dumped_queue.%I (LIKE tripwright_dumped_queue.job INCLUDING DEFAULTS)', tablename);

      EXECUTE tripwright_dumped_queue.job_table_format($cmd$ALTER TABLE tripwright_dumped_queue.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$ALTER TABLE tripwright_dumped_queue.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES tripwright_dumped_queue.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$ALTER TABLE tripwright_dumped_queue.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES tripwright_dumped_queue.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);

      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i11 ON tripwright_dumped_queue.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON tripwright_dumped_queue.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i7 ON tripwright_dumped_queue.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i9 ON tripwright_dumped_queue.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i12 ON tripwright_dumped_queue.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i13 ON tripwright_dumped_queue.job (name, singleton_key) WHERE state = 'created' AND upsert_by_key$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i14 ON tripwright_dumped_queue.job (name, state, blocked, start_after) WHERE state IN ('created', 'retry', 'active', 'failed')$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i15 ON tripwright_dumped_queue.job (name, created_on)$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i16 ON tripwright_dumped_queue.job (name, completed_on) WHERE completed_on IS NOT NULL$cmd$, tablename);
      EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i17 ON tripwright_dumped_queue.job (name, singleton_key, created_on) WHERE state < 'active' AND singleton_key IS NOT NULL$cmd$, tablename);

      IF options->>'policy' = 'short' THEN
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON tripwright_dumped_queue.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON tripwright_dumped_queue.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON tripwright_dumped_queue.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON tripwright_dumped_queue.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON tripwright_dumped_queue.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$CREATE INDEX job_i10 ON tripwright_dumped_queue.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE tripwright_dumped_queue.job_table_format($cmd$ALTER TABLE tripwright_dumped_queue.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;

      EXECUTE format('ALTER TABLE tripwright_dumped_queue.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE tripwright_dumped_queue.job ATTACH PARTITION tripwright_dumped_queue.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $_$;
CREATE FUNCTION tripwright_dumped_queue.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN

      SELECT table_name, partition
      FROM tripwright_dumped_queue.queue
      WHERE name = queue_name
      INTO v_table, v_partition;

      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS tripwright_dumped_queue.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM tripwright_dumped_queue.%I WHERE name = %L', v_table, queue_name);
      END IF;

      DELETE FROM tripwright_dumped_queue.queue WHERE name = queue_name;
    END;
    $$;
CREATE FUNCTION tripwright_dumped_queue.job_now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
      SELECT pg_catalog.now();
    $$;
CREATE FUNCTION tripwright_dumped_queue.job_table_format(command text, table_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $_$;
CREATE FUNCTION tripwright_dumped_queue.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM tripwright_dumped_queue.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        EXECUTE tripwright_dumped_queue.job_table_format(command, tbl_name);
        RETURN;
      END IF;

      EXECUTE tripwright_dumped_queue.job_table_format(command, 'job_common');

      FOR tbl IN SELECT table_name FROM tripwright_dumped_queue.queue WHERE partition = true
      LOOP
        EXECUTE tripwright_dumped_queue.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$;
CREATE FUNCTION tripwright_dumped_queue.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM tripwright_dumped_queue.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        INSERT INTO tripwright_dumped_queue.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          tripwright_dumped_queue.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;

      INSERT INTO tripwright_dumped_queue.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        tripwright_dumped_queue.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        tripwright_dumped_queue.job_table_format(command, queue.table_name)
      FROM tripwright_dumped_queue.queue
      WHERE partition = true;
    END;
    $$;
CREATE TABLE tripwright_dumped.accessibility_needs (
    id uuid NOT NULL,
    name character varying(50) NOT NULL,
    display_name character varying(100) NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.accommodation_search_cache (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    search_hash character varying(64) NOT NULL,
    city_id uuid NOT NULL,
    check_in_date date NOT NULL,
    check_out_date date NOT NULL,
    guests integer NOT NULL,
    rooms integer NOT NULL,
    currency character(3) NOT NULL,
    results jsonb NOT NULL,
    cached_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    hit_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    provider character varying(50) DEFAULT ''::character varying NOT NULL,
    stale_until timestamp with time zone,
    CONSTRAINT accommodation_search_cache_expires_after_caching CHECK ((expires_at > cached_at))
)
WITH (fillfactor='80');
CREATE TABLE tripwright_dumped.accommodations (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    city_id uuid NOT NULL,
    property_name character varying(200) NOT NULL,
    property_type character varying(30),
    address text,
    location public.geography(Point,4326),
    check_in_date date NOT NULL,
    check_out_date date NOT NULL,
    nights integer GENERATED ALWAYS AS ((check_out_date - check_in_date)) STORED NOT NULL,
    room_type character varying(100),
    num_rooms integer DEFAULT 1 NOT NULL,
    num_guests integer DEFAULT 1 NOT NULL,
    amenities jsonb DEFAULT '[]'::jsonb NOT NULL,
    provider character varying(50) NOT NULL,
    price jsonb NOT NULL,
    price_per_night numeric(14,3),
    total_price numeric(14,3),
    currency character(3) NOT NULL,
    star_rating numeric(2,1),
    guest_rating numeric(2,1),
    booking_status character varying(20) DEFAULT 'suggested'::character varying NOT NULL,
    booking_reference character varying(50),
    booking_platform character varying(50),
    booking_url text,
    free_cancellation_until date,
    external_property_id character varying(255) NOT NULL,
    external_data jsonb,
    image_urls text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    replaced_at timestamp with time zone,
    CONSTRAINT accommodations_booking_status_known CHECK (((booking_status)::text = ANY ((ARRAY['suggested'::character varying, 'considering'::character varying, 'booked'::character varying])::text[]))),
    CONSTRAINT accommodations_check_out_after_check_in CHECK ((check_out_date > check_in_date)),
    CONSTRAINT accommodations_rooms_counted CHECK (((num_rooms >= 1) AND (num_guests >= 1)))
);
ALTER TABLE ONLY tripwright_dumped.accommodations FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.ai_feedback (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    trip_id uuid NOT NULL,
    itinerary_id uuid,
    feedback_type character varying(30) NOT NULL,
    rating integer,
    feedback_text text,
    rated_item_type character varying(30),
    rated_item_id uuid,
    run_id uuid,
    model_version character varying(200),
    verdict jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ai_feedback_rated_item_type_known CHECK (((rated_item_type)::text = ANY ((ARRAY['trip'::character varying, 'itinerary'::character varying, 'day'::character varying, 'item'::character varying])::text[]))),
    CONSTRAINT ai_feedback_rating_in_range CHECK (((rating >= 1) AND (rating <= 5))),
    CONSTRAINT ai_feedback_rating_rates CHECK ((((feedback_type)::text <> 'rating'::text) OR (rating IS NOT NULL))),
    CONSTRAINT ai_feedback_type_known CHECK (((feedback_type)::text = ANY ((ARRAY['rating'::character varying, 'correction'::character varying, 'suggestion'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.ai_feedback FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.ai_planning_jobs (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    trip_id uuid,
    itinerary_id uuid,
    status character varying(20) DEFAULT 'queued'::character varying NOT NULL,
    worker_id character varying(100),
    lease_expires_at timestamp with time zone,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    input_params jsonb DEFAULT '{}'::jsonb NOT NULL,
    result_data jsonb,
    error_message text,
    retry_count integer DEFAULT 0 NOT NULL,
    max_retries integer DEFAULT 3 NOT NULL,
    next_retry_at timestamp with time zone,
    tokens_used integer,
    tokens_input integer,
    tokens_output integer,
    tokens_cached integer,
    tokens_reasoning integer,
    tool_calls integer,
    duration_ms integer,
    model_version character varying(200),
    prompt_hash character varying(64),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    kind character varying(20) DEFAULT 'plan'::character varying NOT NULL,
    thread_id character varying(100),
    message_id character varying(100),
    verdict_ok boolean,
    model_calls integer,
    first_token_ms integer,
    cost_usd numeric(14,8),
    CONSTRAINT ai_planning_jobs_kind_known CHECK (((kind)::text = ANY ((ARRAY['plan'::character varying, 'chat'::character varying, 'background'::character varying])::text[]))),
    CONSTRAINT ai_planning_jobs_processing_is_leased CHECK ((((status)::text <> 'processing'::text) OR ((worker_id IS NOT NULL) AND (lease_expires_at IS NOT NULL)))),
    CONSTRAINT ai_planning_jobs_retries_counted CHECK (((retry_count >= 0) AND (max_retries >= 0))),
    CONSTRAINT ai_planning_jobs_status_known CHECK (((status)::text = ANY ((ARRAY['queued'::character varying, 'processing'::character varying, 'completed'::character varying, 'failed'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.airports (
    id uuid NOT NULL,
    iata_code character(3) NOT NULL,
    name character varying(200) NOT NULL,
    city_name character varying(100) NOT NULL,
    country_id uuid NOT NULL,
    location public.geography(Point,4326) NOT NULL,
    size character varying(20) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT airports_iata_code_is_alpha3 CHECK ((iata_code ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT airports_size_known CHECK (((size)::text = ANY ((ARRAY['hub'::character varying, 'international'::character varying, 'regional'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.archived_partitions (
    id uuid NOT NULL,
    table_name character varying(63) NOT NULL,
    partition_name character varying(63) NOT NULL,
    month date NOT NULL,
    state character varying(20) DEFAULT 'writing'::character varying NOT NULL,
    object_name text NOT NULL,
    location text NOT NULL,
    row_count bigint,
    byte_size bigint,
    sha256 character varying(64),
    rows_fingerprint bigint,
    worker_id character varying(100) NOT NULL,
    lease_expires_at timestamp with time zone NOT NULL,
    replaces uuid,
    archived_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT archived_partitions_archived_is_verified CHECK ((((state)::text <> 'archived'::text) OR ((row_count IS NOT NULL) AND (byte_size IS NOT NULL) AND (sha256 IS NOT NULL) AND (archived_at IS NOT NULL)))),
    CONSTRAINT archived_partitions_month_is_first_day CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT archived_partitions_state_known CHECK (((state)::text = ANY ((ARRAY['writing'::character varying, 'archived'::character varying, 'discarded'::character varying])::text[]))),
    CONSTRAINT archived_partitions_table_known CHECK (((table_name)::text = ANY ((ARRAY['external_api_logs'::character varying, 'user_activities'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.attraction_embeddings (
    attraction_id uuid NOT NULL,
    model character varying(100) NOT NULL,
    content_hash character varying(64) NOT NULL,
    embedding public.vector(256) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.attraction_reviews (
    id uuid NOT NULL,
    attraction_id uuid NOT NULL,
    source character varying(50) NOT NULL,
    external_review_id character varying(255) NOT NULL,
    author_name character varying(100),
    rating integer,
    review_text text,
    review_date date,
    language character varying(10),
    cached_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT attraction_reviews_rating_in_range CHECK (((rating >= 1) AND (rating <= 5)))
);
CREATE TABLE tripwright_dumped.attractions (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    name_local character varying(200),
    description text,
    attraction_type character varying(50) NOT NULL,
    is_eatery boolean GENERATED ALWAYS AS (((attraction_type)::text = ANY ((ARRAY['restaurant'::character varying, 'cafe'::character varying, 'bakery'::character varying, 'bar'::character varying, 'food_hall'::character varying, 'street_food'::character varying])::text[]))) STORED NOT NULL,
    category_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    address text,
    location public.geography(Point,4326) NOT NULL,
    opening_hours jsonb,
    typical_visit_duration integer NOT NULL,
    crowdedness_level character varying(20),
    pricing_type character varying(20),
    price_adult numeric(14,3),
    price_level integer,
    spend_low numeric(14,3),
    spend_high numeric(14,3),
    currency character(3),
    booking_needed boolean,
    avg_rating numeric(2,1),
    review_count integer,
    popularity_score numeric(3,2) DEFAULT 0 NOT NULL,
    is_offbeat boolean DEFAULT false NOT NULL,
    diets text[] DEFAULT '{}'::text[] NOT NULL,
    accessibility_features jsonb DEFAULT '{}'::jsonb NOT NULL,
    tags character varying(50)[] DEFAULT '{}'::character varying[] NOT NULL,
    google_places_id character varying(255),
    tripadvisor_id character varying(255),
    getyourguide_id character varying(100),
    viator_id character varying(100),
    image_urls text[] DEFAULT '{}'::text[] NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (((((tripwright_dumped.search_part((name)::text, 'A'::"char") || tripwright_dumped.search_part((name_local)::text, 'A'::"char")) || tripwright_dumped.search_part(tripwright_dumped.spoken_words((tags)::text[]), 'B'::"char")) || tripwright_dumped.search_part(replace((attraction_type)::text, '_'::text, ' '::text), 'B'::"char")) || tripwright_dumped.search_part(description, 'C'::"char"))) STORED NOT NULL,
    external_data jsonb,
    external_data_cached_at timestamp with time zone,
    is_verified boolean DEFAULT false NOT NULL,
    source text NOT NULL,
    source_date date NOT NULL,
    retired_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    free_days text,
    website text,
    phone character varying(50),
    osm_id character varying(30),
    wikidata_id character varying(20),
    wikivoyage_page character varying(255),
    sitelinks integer,
    is_heritage boolean DEFAULT false NOT NULL,
    fame numeric(3,2),
    field_sources jsonb DEFAULT '{}'::jsonb NOT NULL,
    licence text,
    attribution text,
    quality_score numeric(3,2),
    verified_at timestamp with time zone,
    verified_by character varying(100),
    CONSTRAINT attractions_crowdedness_known CHECK (((crowdedness_level)::text = ANY ((ARRAY['low'::character varying, 'moderate'::character varying, 'high'::character varying])::text[]))),
    CONSTRAINT attractions_diets_known CHECK ((diets <@ ARRAY['vegetarian'::text, 'vegan'::text, 'halal'::text, 'kosher'::text, 'gluten_free'::text, 'dairy_free'::text, 'nut_free'::text, 'pescatarian'::text, 'keto'::text])),
    CONSTRAINT attractions_fame_in_range CHECK (((fame >= (0)::numeric) AND (fame <= (1)::numeric))),
    CONSTRAINT attractions_free_costs_nothing CHECK ((((pricing_type)::text <> 'free'::text) OR (price_adult IS NULL) OR (price_adult = (0)::numeric))),
    CONSTRAINT attractions_money_has_currency CHECK (((currency IS NOT NULL) OR ((price_adult IS NULL) AND (spend_low IS NULL) AND (spend_high IS NULL)))),
    CONSTRAINT attractions_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric))),
    CONSTRAINT attractions_price_counted CHECK ((price_adult >= (0)::numeric)),
    CONSTRAINT attractions_price_level_in_range CHECK (((price_level >= 1) AND (price_level <= 4))),
    CONSTRAINT attractions_pricing_known CHECK (((pricing_type)::text = ANY ((ARRAY['free'::character varying, 'paid'::character varying, 'donation'::character varying])::text[]))),
    CONSTRAINT attractions_quality_in_range CHECK (((quality_score >= (0)::numeric) AND (quality_score <= (1)::numeric))),
    CONSTRAINT attractions_rating_in_range CHECK (((avg_rating >= (0)::numeric) AND (avg_rating <= (5)::numeric))),
    CONSTRAINT attractions_sitelinks_counted CHECK ((sitelinks >= 0)),
    CONSTRAINT attractions_spend_ascends CHECK (((spend_low >= (0)::numeric) AND (spend_low <= spend_high))),
    CONSTRAINT attractions_type_known CHECK (((attraction_type)::text = ANY ((ARRAY['museum'::character varying, 'gallery'::character varying, 'landmark'::character varying, 'monument'::character varying, 'church'::character varying, 'cathedral'::character varying, 'temple'::character varying, 'shrine'::character varying, 'mosque'::character varying, 'synagogue'::character varying, 'palace'::character varying, 'castle'::character varying, 'ruins'::character varying, 'park'::character varying, 'garden'::character varying, 'viewpoint'::character varying, 'observation_deck'::character varying, 'beach'::character varying, 'market'::character varying, 'neighborhood'::character varying, 'square'::character varying, 'street'::character varying, 'bridge'::character varying, 'waterfront'::character varying, 'zoo'::character varying, 'aquarium'::character varying, 'theme_park'::character varying, 'theater'::character varying, 'stadium'::character varying, 'library'::character varying, 'cemetery'::character varying, 'spa'::character varying, 'shop'::character varying, 'island'::character varying, 'hike'::character varying, 'tram_or_boat'::character varying, 'other'::character varying, 'restaurant'::character varying, 'cafe'::character varying, 'bakery'::character varying, 'bar'::character varying, 'food_hall'::character varying, 'street_food'::character varying])::text[]))),
    CONSTRAINT attractions_verified_says_when CHECK (((NOT is_verified) OR (verified_at IS NOT NULL))),
    CONSTRAINT attractions_visit_takes_time CHECK ((typical_visit_duration > 0))
);
CREATE TABLE tripwright_dumped.booking_links (
    id uuid NOT NULL,
    linkable_type character varying(30) NOT NULL,
    linkable_id uuid NOT NULL,
    provider character varying(50) NOT NULL,
    booking_url text NOT NULL,
    deeplink_url text,
    price_from numeric(14,3),
    currency character(3),
    affiliate_code character varying(100),
    cached_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    trip_id uuid GENERATED ALWAYS AS (
CASE
    WHEN ((linkable_type)::text = 'trip'::text) THEN linkable_id
    ELSE NULL::uuid
END) STORED,
    itinerary_item_id uuid GENERATED ALWAYS AS (
CASE
    WHEN ((linkable_type)::text = 'itinerary_item'::text) THEN linkable_id
    ELSE NULL::uuid
END) STORED,
    attraction_id uuid GENERATED ALWAYS AS (
CASE
    WHEN ((linkable_type)::text = 'attraction'::text) THEN linkable_id
    ELSE NULL::uuid
END) STORED,
    CONSTRAINT booking_links_money_has_currency CHECK (((price_from IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT booking_links_type_known CHECK (((linkable_type)::text = ANY ((ARRAY['attraction'::character varying, 'trip'::character varying, 'itinerary_item'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.booking_links FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.call_confirmations (
    user_id uuid NOT NULL,
    code_hash character varying(64) NOT NULL,
    tool character varying(50) NOT NULL,
    arguments_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.call_confirmations FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.catalogue_sources (
    name character varying(50) NOT NULL,
    title text NOT NULL,
    licence character varying(50),
    licence_url text,
    attribution text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.catalogue_versions (
    name character varying(50) NOT NULL,
    content_hash character varying(64) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.categories (
    id uuid NOT NULL,
    name character varying(50) NOT NULL,
    display_name character varying(100) NOT NULL,
    description text,
    parent_category_id uuid,
    level integer NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    pinterest_board_id character varying(100),
    pinterest_keyword character varying(100),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT categories_root_has_level_1 CHECK ((((level = 1) = (parent_category_id IS NULL)) AND (level >= 1)))
);
CREATE TABLE tripwright_dumped.chat_messages (
    user_id uuid NOT NULL,
    thread_id character varying(100) NOT NULL,
    seq integer NOT NULL,
    id character varying(100) NOT NULL,
    role character varying(20) NOT NULL,
    parts jsonb NOT NULL,
    metadata jsonb,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT chat_messages_role_known CHECK (((role)::text = ANY ((ARRAY['user'::character varying, 'assistant'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.chat_messages FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.chat_threads (
    user_id uuid NOT NULL,
    id character varying(100) NOT NULL,
    trip_id uuid,
    title character varying(200),
    time_zone character varying(64),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.chat_threads FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.checkpoint_blobs (
    thread_id text NOT NULL,
    checkpoint_ns text DEFAULT ''::text NOT NULL,
    channel text NOT NULL,
    version text NOT NULL,
    type text NOT NULL,
    blob bytea,
    user_id uuid DEFAULT tripwright_dumped.app_user_id() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT checkpoint_blobs_thread_names_its_user CHECK (starts_with(thread_id, ((user_id)::text || ':'::text)))
);
ALTER TABLE ONLY tripwright_dumped.checkpoint_blobs FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.checkpoint_migrations (
    v integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.checkpoint_writes (
    thread_id text NOT NULL,
    checkpoint_ns text DEFAULT ''::text NOT NULL,
    checkpoint_id text NOT NULL,
    task_id text NOT NULL,
    idx integer NOT NULL,
    channel text NOT NULL,
    type text,
    blob bytea NOT NULL,
    user_id uuid DEFAULT tripwright_dumped.app_user_id() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT checkpoint_writes_thread_names_its_user CHECK (starts_with(thread_id, ((user_id)::text || ':'::text)))
);
ALTER TABLE ONLY tripwright_dumped.checkpoint_writes FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.checkpoints (
    thread_id text NOT NULL,
    checkpoint_ns text DEFAULT ''::text NOT NULL,
    checkpoint_id text NOT NULL,
    parent_checkpoint_id text,
    type text,
    checkpoint jsonb NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    user_id uuid DEFAULT tripwright_dumped.app_user_id() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT checkpoints_thread_names_its_user CHECK (starts_with(thread_id, ((user_id)::text || ':'::text)))
);
ALTER TABLE ONLY tripwright_dumped.checkpoints FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.cities (
    id uuid NOT NULL,
    country_id uuid NOT NULL,
    name character varying(100) NOT NULL,
    name_local character varying(100),
    aliases character varying(100)[] DEFAULT '{}'::character varying[] NOT NULL,
    region character varying(100),
    region_code character varying(10),
    description text,
    location public.geography(Point,4326) NOT NULL,
    city_type character varying(20) NOT NULL,
    population integer,
    popularity_score numeric(3,2),
    timezone character varying(50) NOT NULL,
    iata_code character(3),
    geonames_id integer,
    google_places_id character varying(255),
    tripadvisor_id character varying(255),
    attraction_count integer DEFAULT 0 NOT NULL,
    eatery_count integer DEFAULT 0 NOT NULL,
    prominence real GENERATED ALWAYS AS ((((0.6)::double precision * (COALESCE(popularity_score, (0)::numeric))::double precision) + ((0.4)::double precision * LEAST((1)::double precision, GREATEST((0)::double precision, (((ln((GREATEST(COALESCE(population, 1), 1))::double precision) / ln((10)::double precision)) - (4)::double precision) / (3.3)::double precision)))))) STORED NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS ((((tripwright_dumped.search_part((name)::text, 'A'::"char") || tripwright_dumped.search_part((name_local)::text, 'A'::"char")) || tripwright_dumped.search_part(tripwright_dumped.spoken_words((aliases)::text[]), 'B'::"char")) || tripwright_dumped.search_part(description, 'C'::"char"))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cities_city_type_known CHECK (((city_type)::text = ANY ((ARRAY['capital'::character varying, 'major_city'::character varying, 'city'::character varying, 'town'::character varying])::text[]))),
    CONSTRAINT cities_places_counted CHECK (((attraction_count >= 0) AND (eatery_count >= 0))),
    CONSTRAINT cities_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric))),
    CONSTRAINT cities_population_counted CHECK ((population >= 0))
);
CREATE TABLE tripwright_dumped.city_areas (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name character varying(100) NOT NULL,
    name_local character varying(100),
    area_type character varying(30) DEFAULT 'neighborhood'::character varying NOT NULL,
    description text,
    location public.geography(Point,4326) NOT NULL,
    bounds public.geography(Polygon,4326),
    popularity_score numeric(3,2),
    tags character varying(50)[] DEFAULT '{}'::character varying[] NOT NULL,
    source text NOT NULL,
    source_date date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    licence text,
    attribution text,
    CONSTRAINT city_areas_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric)))
);
CREATE TABLE tripwright_dumped.city_names (
    city_id uuid NOT NULL,
    folded character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    sound_key character varying(120),
    skeleton character varying(60),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    prominence real NOT NULL,
    source character varying(50),
    CONSTRAINT city_names_kind_known CHECK (((kind)::text = ANY ((ARRAY['name'::character varying, 'local'::character varying, 'alias'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.countries (
    id uuid NOT NULL,
    iso_code character(2) NOT NULL,
    name character varying(100) NOT NULL,
    location public.geography(Point,4326),
    bounds public.geography(Polygon,4326),
    currency_code character(3),
    timezone character varying(50),
    popularity_score numeric(3,2),
    avg_daily_cost_budget integer,
    avg_daily_cost_mid_range integer,
    avg_daily_cost_luxury integer,
    avg_daily_cost_currency character(3),
    avg_daily_cost_as_of date,
    avg_daily_cost_source text,
    google_places_id character varying(255),
    tripadvisor_id character varying(255),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT countries_costs_ascend CHECK (((avg_daily_cost_budget <= avg_daily_cost_mid_range) AND (avg_daily_cost_mid_range <= avg_daily_cost_luxury))),
    CONSTRAINT countries_costs_have_provenance CHECK (((avg_daily_cost_budget IS NULL) OR ((avg_daily_cost_currency IS NOT NULL) AND (avg_daily_cost_as_of IS NOT NULL) AND (avg_daily_cost_source IS NOT NULL)))),
    CONSTRAINT countries_iso_code_is_alpha2 CHECK ((iso_code ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT countries_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric)))
);
CREATE TABLE tripwright_dumped.dietary_restrictions (
    id uuid NOT NULL,
    name character varying(50) NOT NULL,
    display_name character varying(100) NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.eval_answers (
    eval_run_id uuid NOT NULL,
    sample character varying(200) NOT NULL,
    method character varying(100) NOT NULL,
    trial integer NOT NULL,
    passed boolean NOT NULL,
    scores jsonb NOT NULL,
    trip_id uuid,
    itinerary_id uuid,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT eval_answers_trial_counted CHECK ((trial >= 1))
);
ALTER TABLE ONLY tripwright_dumped.eval_answers FORCE ROW LEVEL SECURITY;
CREATE VIEW tripwright_dumped.eval_answer_ratings WITH (security_invoker='true') AS
 SELECT a.eval_run_id,
    a.sample,
    a.method,
    a.trial,
    a.passed,
    a.scores,
    a.trip_id,
    a.itinerary_id,
    f.id AS feedback_id,
    f.rating,
    f.created_at AS rated_at
   FROM (tripwright_dumped.eval_answers a
     JOIN tripwright_dumped.ai_feedback f ON (((f.trip_id = a.trip_id) AND (f.itinerary_id = a.itinerary_id))))
  WHERE ((f.rating IS NOT NULL) AND ((COALESCE(f.rated_item_type, 'trip'::character varying))::text = ANY ((ARRAY['trip'::character varying, 'itinerary'::character varying])::text[])));
CREATE TABLE tripwright_dumped.eval_runs (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    suite character varying(100) NOT NULL,
    model_version character varying(200) NOT NULL,
    prompt_hash character varying(64) NOT NULL,
    head jsonb NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    answers_expected integer NOT NULL,
    answers integer,
    passed integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT eval_runs_counted CHECK (((answers_expected >= 0) AND (answers >= 0) AND ((passed >= 0) AND (passed <= answers)))),
    CONSTRAINT eval_runs_ended_is_counted CHECK ((((ended_at IS NULL) = (answers IS NULL)) AND ((ended_at IS NULL) = (passed IS NULL))))
);
ALTER TABLE ONLY tripwright_dumped.eval_runs FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.exchange_rates (
    currency character(3) NOT NULL,
    per_euro numeric(18,8) NOT NULL,
    as_of date NOT NULL,
    source text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT exchange_rates_positive CHECK ((per_euro > (0)::numeric))
);
CREATE TABLE tripwright_dumped.external_api_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    api_provider character varying(50) NOT NULL,
    api_endpoint character varying(200) NOT NULL,
    request_method character varying(10) NOT NULL,
    request_params jsonb,
    response_status integer,
    response_body jsonb,
    error_message text,
    request_started_at timestamp with time zone NOT NULL,
    request_completed_at timestamp with time zone,
    duration_ms integer,
    rate_limit_remaining integer,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (created_at);
ALTER TABLE ONLY tripwright_dumped.external_api_logs FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.external_api_logs_2026_11 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    api_provider character varying(50) NOT NULL,
    api_endpoint character varying(200) NOT NULL,
    request_method character varying(10) NOT NULL,
    request_params jsonb,
    response_status integer,
    response_body jsonb,
    error_message text,
    request_started_at timestamp with time zone NOT NULL,
    request_completed_at timestamp with time zone,
    duration_ms integer,
    rate_limit_remaining integer,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.external_api_logs_2026_12 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    api_provider character varying(50) NOT NULL,
    api_endpoint character varying(200) NOT NULL,
    request_method character varying(10) NOT NULL,
    request_params jsonb,
    response_status integer,
    response_body jsonb,
    error_message text,
    request_started_at timestamp with time zone NOT NULL,
    request_completed_at timestamp with time zone,
    duration_ms integer,
    rate_limit_remaining integer,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.external_api_logs_2027_01 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    api_provider character varying(50) NOT NULL,
    api_endpoint character varying(200) NOT NULL,
    request_method character varying(10) NOT NULL,
    request_params jsonb,
    response_status integer,
    response_body jsonb,
    error_message text,
    request_started_at timestamp with time zone NOT NULL,
    request_completed_at timestamp with time zone,
    duration_ms integer,
    rate_limit_remaining integer,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.external_api_logs_2027_02 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    api_provider character varying(50) NOT NULL,
    api_endpoint character varying(200) NOT NULL,
    request_method character varying(10) NOT NULL,
    request_params jsonb,
    response_status integer,
    response_body jsonb,
    error_message text,
    request_started_at timestamp with time zone NOT NULL,
    request_completed_at timestamp with time zone,
    duration_ms integer,
    rate_limit_remaining integer,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.external_api_logs_default (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    api_provider character varying(50) NOT NULL,
    api_endpoint character varying(200) NOT NULL,
    request_method character varying(10) NOT NULL,
    request_params jsonb,
    response_status integer,
    response_body jsonb,
    error_message text,
    request_started_at timestamp with time zone NOT NULL,
    request_completed_at timestamp with time zone,
    duration_ms integer,
    rate_limit_remaining integer,
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.external_identities (
    issuer character varying(500) NOT NULL,
    subject character varying(255) NOT NULL,
    user_id uuid NOT NULL,
    last_used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.external_identities FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.flight_search_cache (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    search_hash character varying(64) NOT NULL,
    origin_airport character(3) NOT NULL,
    destination_airport character(3) NOT NULL,
    departure_date date NOT NULL,
    return_date date,
    passengers integer NOT NULL,
    cabin_class character varying(20) NOT NULL,
    currency character(3) NOT NULL,
    results jsonb NOT NULL,
    cached_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    hit_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    provider character varying(50) DEFAULT ''::character varying NOT NULL,
    stale_until timestamp with time zone,
    CONSTRAINT flight_search_cache_expires_after_caching CHECK ((expires_at > cached_at))
)
WITH (fillfactor='80');
CREATE TABLE tripwright_dumped.flights (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    flight_type character varying(20) NOT NULL,
    departure_airport_code character(3) NOT NULL,
    arrival_airport_code character(3) NOT NULL,
    departure_datetime timestamp with time zone NOT NULL,
    arrival_datetime timestamp with time zone NOT NULL,
    departure_local character varying(35) NOT NULL,
    arrival_local character varying(35) NOT NULL,
    duration_minutes integer NOT NULL,
    airline_code character(2),
    flight_number character varying(20),
    cabin_class character varying(20),
    provider character varying(50) NOT NULL,
    price jsonb NOT NULL,
    price_per_person numeric(14,3),
    total_price numeric(14,3),
    currency character(3) NOT NULL,
    booking_status character varying(20) DEFAULT 'suggested'::character varying NOT NULL,
    booking_reference character varying(50),
    booking_platform character varying(50),
    booking_url text,
    external_flight_id character varying(255) NOT NULL,
    external_data jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    replaced_at timestamp with time zone,
    included_with uuid,
    CONSTRAINT flights_arrives_after_departure CHECK ((arrival_datetime > departure_datetime)),
    CONSTRAINT flights_booking_status_known CHECK (((booking_status)::text = ANY ((ARRAY['suggested'::character varying, 'considering'::character varying, 'booked'::character varying])::text[]))),
    CONSTRAINT flights_cabin_class_known CHECK (((cabin_class)::text = ANY ((ARRAY['economy'::character varying, 'premium_economy'::character varying, 'business'::character varying, 'first'::character varying])::text[]))),
    CONSTRAINT flights_take_time CHECK ((duration_minutes > 0)),
    CONSTRAINT flights_type_known CHECK (((flight_type)::text = ANY ((ARRAY['outbound'::character varying, 'return'::character varying, 'domestic'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.flights FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.import_runs (
    id uuid NOT NULL,
    source character varying(50) NOT NULL,
    file_name text NOT NULL,
    fingerprint character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    records_done bigint DEFAULT 0 NOT NULL,
    summary jsonb DEFAULT '{}'::jsonb NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT import_runs_status_known CHECK (((status)::text = ANY ((ARRAY['running'::character varying, 'finished'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.itineraries (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    version integer NOT NULL,
    parent_itinerary_id uuid,
    is_selected boolean DEFAULT false NOT NULL,
    title character varying(200),
    generated_by character varying(50) NOT NULL,
    ai_model_version character varying(200),
    run_id uuid,
    verdict jsonb NOT NULL,
    is_ok boolean GENERATED ALWAYS AS (((verdict ->> 'ok'::text))::boolean) STORED NOT NULL,
    total_activities integer DEFAULT 0 NOT NULL,
    total_estimated_cost numeric(14,3),
    currency character(3),
    cost_totals jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    trip_snapshot jsonb,
    job_id uuid,
    CONSTRAINT itineraries_generated_by_known CHECK (((generated_by)::text = ANY ((ARRAY['ai'::character varying, 'manual'::character varying, 'hybrid'::character varying])::text[]))),
    CONSTRAINT itineraries_money_has_currency CHECK (((total_estimated_cost IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT itineraries_version_counted CHECK ((version >= 1))
);
ALTER TABLE ONLY tripwright_dumped.itineraries FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.itinerary_days (
    id uuid NOT NULL,
    itinerary_id uuid NOT NULL,
    day_number integer NOT NULL,
    date date NOT NULL,
    city_id uuid NOT NULL,
    title character varying(200),
    total_activities integer DEFAULT 0 NOT NULL,
    total_estimated_cost numeric(14,3),
    currency character(3),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT itinerary_days_money_has_currency CHECK (((total_estimated_cost IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT itinerary_days_number_counted CHECK ((day_number >= 1))
);
ALTER TABLE ONLY tripwright_dumped.itinerary_days FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.itinerary_items (
    id uuid NOT NULL,
    itinerary_day_id uuid NOT NULL,
    item_order integer NOT NULL,
    item_key character varying(80) NOT NULL,
    start_time time without time zone NOT NULL,
    end_time time without time zone NOT NULL,
    ends_next_day boolean DEFAULT false NOT NULL,
    duration_minutes integer GENERATED ALWAYS AS ((((EXTRACT(epoch FROM (end_time - start_time)) / (60)::numeric))::integer +
CASE
    WHEN ends_next_day THEN 1440
    ELSE 0
END)) STORED NOT NULL,
    item_type character varying(30) NOT NULL,
    attraction_id uuid,
    title character varying(200) NOT NULL,
    description text,
    location public.geography(Point,4326),
    travel_from_previous jsonb,
    booking_required boolean DEFAULT false NOT NULL,
    booking_status character varying(20) DEFAULT 'none'::character varying NOT NULL,
    booking_url text,
    cost jsonb,
    cost_per_person numeric(14,3),
    currency character(3),
    status character varying(20) DEFAULT 'planned'::character varying NOT NULL,
    delayed_to_day_id uuid,
    locked boolean DEFAULT false NOT NULL,
    ai_recommendation_reason text,
    ai_confidence_score numeric(3,2),
    user_rating integer,
    external_ids jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    itinerary_id uuid NOT NULL,
    CONSTRAINT itinerary_items_booking_status_known CHECK (((booking_status)::text = ANY ((ARRAY['none'::character varying, 'pending'::character varying, 'booked'::character varying])::text[]))),
    CONSTRAINT itinerary_items_confidence_in_range CHECK (((ai_confidence_score >= (0)::numeric) AND (ai_confidence_score <= (1)::numeric))),
    CONSTRAINT itinerary_items_cost_is_reckonable CHECK (((cost IS NULL) OR COALESCE((((cost ->> 'currency'::text) ~ '^[A-Z]{3}$'::text) AND ((jsonb_typeof((cost -> 'amountMinor'::text)) = 'number'::text) OR ((jsonb_typeof((cost -> 'lowMinor'::text)) = 'number'::text) AND (jsonb_typeof((cost -> 'highMinor'::text)) = 'number'::text)))), false))),
    CONSTRAINT itinerary_items_delay_goes_elsewhere CHECK ((delayed_to_day_id <> itinerary_day_id)),
    CONSTRAINT itinerary_items_delay_is_delayed CHECK (((delayed_to_day_id IS NULL) OR ((status)::text = 'delayed'::text))),
    CONSTRAINT itinerary_items_end_not_before_start CHECK ((duration_minutes >= 0)),
    CONSTRAINT itinerary_items_money_has_currency CHECK (((cost_per_person IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT itinerary_items_rating_in_range CHECK (((user_rating >= 1) AND (user_rating <= 5))),
    CONSTRAINT itinerary_items_status_known CHECK (((status)::text = ANY ((ARRAY['planned'::character varying, 'completed'::character varying, 'skipped'::character varying, 'delayed'::character varying])::text[]))),
    CONSTRAINT itinerary_items_type_known CHECK (((item_type)::text = ANY ((ARRAY['attraction'::character varying, 'meal'::character varying, 'transport'::character varying, 'flight'::character varying, 'check_in'::character varying, 'check_out'::character varying, 'rest'::character varying, 'free'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.itinerary_items FORCE ROW LEVEL SECURITY;
CREATE VIEW tripwright_dumped.itinerary_day_detail WITH (security_invoker='true') AS
 SELECT d.id,
    d.itinerary_id,
    d.day_number,
    d.date,
    d.city_id,
    c.name AS city_name,
    c.timezone AS city_timezone,
    d.title,
    d.total_activities,
    d.total_estimated_cost,
    d.currency,
    COALESCE(visits.items, '[]'::jsonb) AS items,
    d.created_at,
    d.updated_at
   FROM ((tripwright_dumped.itinerary_days d
     JOIN tripwright_dumped.cities c ON ((c.id = d.city_id)))
     LEFT JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('id', i.id, 'item_order', i.item_order, 'item_key', i.item_key, 'item_type', i.item_type, 'attraction_id', i.attraction_id, 'title', i.title, 'start_time', to_char((i.start_time)::interval, 'HH24:MI'::text), 'end_time', to_char((i.end_time)::interval, 'HH24:MI'::text), 'ends_next_day', i.ends_next_day, 'duration_minutes', i.duration_minutes, 'lat', public.st_y((i.location)::public.geometry), 'lon', public.st_x((i.location)::public.geometry), 'cost', i.cost, 'status', i.status, 'delayed_to_day_id', i.delayed_to_day_id, 'locked', i.locked, 'ai_recommendation_reason', i.ai_recommendation_reason, 'ai_confidence_score', i.ai_confidence_score, 'travel_from_previous', i.travel_from_previous) ORDER BY i.item_order) AS items
           FROM tripwright_dumped.itinerary_items i
          WHERE (i.itinerary_day_id = d.id)) visits ON (true));
CREATE TABLE tripwright_dumped.keyed_calls (
    user_id uuid NOT NULL,
    key character varying(200) NOT NULL,
    tool character varying(50) NOT NULL,
    arguments_hash character varying(64) NOT NULL,
    result jsonb,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.keyed_calls FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.linked_accounts (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    provider character varying(50) NOT NULL,
    external_id character varying(255) NOT NULL,
    external_name character varying(255),
    scopes character varying(100)[] DEFAULT '{}'::character varying[] NOT NULL,
    sealed_access_token text NOT NULL,
    sealed_refresh_token text,
    expires_at timestamp with time zone,
    refresh_expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.linked_accounts FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.lodgings (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    name_local character varying(200),
    lodging_type character varying(30) NOT NULL,
    location public.geography(Point,4326) NOT NULL,
    address text,
    website text,
    phone character varying(50),
    stars numeric(2,1),
    accessibility_features jsonb DEFAULT '{}'::jsonb NOT NULL,
    source character varying(50) NOT NULL,
    external_id character varying(255) NOT NULL,
    source_date date NOT NULL,
    licence text,
    attribution text,
    retired_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT lodgings_stars_in_range CHECK (((stars >= (0)::numeric) AND (stars <= (7)::numeric))),
    CONSTRAINT lodgings_type_known CHECK (((lodging_type)::text = ANY ((ARRAY['hotel'::character varying, 'hostel'::character varying, 'guest_house'::character varying, 'apartment'::character varying, 'motel'::character varying, 'camp_site'::character varying, 'chalet'::character varying, 'other'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.model_calls (
    run_id uuid NOT NULL,
    seq integer NOT NULL,
    user_id uuid NOT NULL,
    provider character varying(50) NOT NULL,
    model character varying(200) NOT NULL,
    model_version character varying(200) NOT NULL,
    prompt_hash character varying(64) NOT NULL,
    tokens_input integer DEFAULT 0 NOT NULL,
    tokens_output integer DEFAULT 0 NOT NULL,
    tokens_cached integer DEFAULT 0 NOT NULL,
    tokens_reasoning integer DEFAULT 0 NOT NULL,
    cost_usd numeric(14,8),
    priced_as_of date,
    first_token_ms integer,
    duration_ms integer NOT NULL,
    finish_reason character varying(50),
    tool_calls integer DEFAULT 0 NOT NULL,
    error_code character varying(50),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT model_calls_priced CHECK (((cost_usd IS NULL) OR (priced_as_of IS NOT NULL)))
);
ALTER TABLE ONLY tripwright_dumped.model_calls FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.notifications (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    trip_id uuid,
    notification_type character varying(50) NOT NULL,
    title character varying(200) NOT NULL,
    body text,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    scheduled_for timestamp with time zone,
    read_at timestamp with time zone,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.notifications FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.place_records (
    source character varying(50) NOT NULL,
    external_id character varying(255) NOT NULL,
    attraction_id uuid,
    record jsonb NOT NULL,
    source_date date NOT NULL,
    location public.geography(Point,4326) NOT NULL,
    identifiers character varying(300)[] DEFAULT '{}'::character varying[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.review_checks (
    attraction_id uuid NOT NULL,
    source character varying(50) NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    next_check_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.run_events (
    run_id uuid NOT NULL,
    seq integer NOT NULL,
    kind character varying(50) NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.run_events FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.schema_migrations (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    run_on timestamp without time zone NOT NULL
);
CREATE SEQUENCE tripwright_dumped.schema_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE tripwright_dumped.schema_migrations_id_seq OWNED BY tripwright_dumped.schema_migrations.id;
CREATE TABLE tripwright_dumped.search_claims (
    search_hash character varying(64) NOT NULL,
    claimed_by uuid NOT NULL,
    claimed_until timestamp with time zone NOT NULL,
    failure jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.trip_categories (
    trip_id uuid NOT NULL,
    category_id uuid NOT NULL,
    priority integer NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    pinterest_pins jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT trip_categories_priority_in_range CHECK (((priority >= 1) AND (priority <= 10)))
);
ALTER TABLE ONLY tripwright_dumped.trip_categories FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.trip_destinations (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    destination_type character varying(10) NOT NULL,
    city_id uuid,
    country_id uuid,
    visit_order integer NOT NULL,
    arrival_date date NOT NULL,
    departure_date date NOT NULL,
    nights integer GENERATED ALWAYS AS ((departure_date - arrival_date)) STORED NOT NULL,
    is_primary_destination boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT trip_destinations_departure_not_before_arrival CHECK ((departure_date >= arrival_date)),
    CONSTRAINT trip_destinations_is_city_or_country CHECK (((((destination_type)::text = 'city'::text) AND (city_id IS NOT NULL) AND (country_id IS NULL)) OR (((destination_type)::text = 'country'::text) AND (country_id IS NOT NULL) AND (city_id IS NULL)))),
    CONSTRAINT trip_destinations_order_counted CHECK ((visit_order >= 1))
);
ALTER TABLE ONLY tripwright_dumped.trip_destinations FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.trip_preferences (
    trip_id uuid NOT NULL,
    dietary_restriction_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    accessibility_need_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    custom_restrictions text,
    accommodation_types character varying(20)[] DEFAULT '{}'::character varying[] NOT NULL,
    accommodation_amenities character varying(50)[] DEFAULT '{}'::character varying[] NOT NULL,
    preferred_activity_times character varying(20)[] DEFAULT '{}'::character varying[] NOT NULL,
    avoid_crowds boolean DEFAULT false NOT NULL,
    prefer_offbeat boolean DEFAULT false NOT NULL,
    must_see_attraction_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    additional_preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    more_wishes jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT trip_preferences_times_known CHECK ((preferred_activity_times <@ ARRAY['morning'::character varying(20), 'afternoon'::character varying(20), 'evening'::character varying(20)]))
);
ALTER TABLE ONLY tripwright_dumped.trip_preferences FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.trips (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    title character varying(200) NOT NULL,
    description text,
    trip_status character varying(20) DEFAULT 'planning'::character varying NOT NULL,
    primary_destination_type character varying(10) NOT NULL,
    primary_city_id uuid,
    primary_country_id uuid,
    start_date date NOT NULL,
    end_date date NOT NULL,
    duration_days integer GENERATED ALWAYS AS (((end_date - start_date) + 1)) STORED NOT NULL,
    num_travelers integer NOT NULL,
    child_ages integer[] DEFAULT '{}'::integer[] NOT NULL,
    origin jsonb,
    budget_total_max integer,
    budget_total_minor bigint,
    currency character(3),
    planning_status character varying(20) DEFAULT 'not_started'::character varying NOT NULL,
    ai_planning_job_id uuid,
    trip_purpose character varying(50) DEFAULT 'leisure'::character varying NOT NULL,
    travel_pace character varying(20) DEFAULT 'moderate'::character varying NOT NULL,
    travel_style character varying(20) DEFAULT 'mid_range'::character varying NOT NULL,
    assumptions jsonb DEFAULT '[]'::jsonb NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    share_token character varying(64),
    total_estimated_cost numeric(14,3),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    total_cost_currency character(3),
    conditions jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT trips_budget_has_currency CHECK (((budget_total_minor IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT trips_budget_positive CHECK (((budget_total_max >= 0) AND (budget_total_minor >= 0))),
    CONSTRAINT trips_children_are_travelers CHECK ((COALESCE(array_length(child_ages, 1), 0) <= num_travelers)),
    CONSTRAINT trips_destination_is_city_or_country CHECK (((((primary_destination_type)::text = 'city'::text) AND (primary_city_id IS NOT NULL) AND (primary_country_id IS NULL)) OR (((primary_destination_type)::text = 'country'::text) AND (primary_country_id IS NOT NULL) AND (primary_city_id IS NULL)))),
    CONSTRAINT trips_end_not_before_start CHECK ((end_date >= start_date)),
    CONSTRAINT trips_pace_known CHECK (((travel_pace)::text = ANY ((ARRAY['relaxed'::character varying, 'moderate'::character varying, 'fast'::character varying])::text[]))),
    CONSTRAINT trips_planning_status_known CHECK (((planning_status)::text = ANY ((ARRAY['not_started'::character varying, 'queued'::character varying, 'processing'::character varying, 'completed'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT trips_public_needs_token CHECK (((NOT is_public) OR (share_token IS NOT NULL))),
    CONSTRAINT trips_share_token_is_hash CHECK (((share_token)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT trips_status_known CHECK (((trip_status)::text = ANY ((ARRAY['planning'::character varying, 'booked'::character varying, 'in_progress'::character varying, 'completed'::character varying])::text[]))),
    CONSTRAINT trips_style_known CHECK (((travel_style)::text = ANY ((ARRAY['budget'::character varying, 'mid_range'::character varying, 'luxury'::character varying])::text[]))),
    CONSTRAINT trips_total_has_currency CHECK (((total_estimated_cost IS NULL) OR (total_cost_currency IS NOT NULL))),
    CONSTRAINT trips_travelers_counted CHECK ((num_travelers >= 1))
);
ALTER TABLE ONLY tripwright_dumped.trips FORCE ROW LEVEL SECURITY;
CREATE VIEW tripwright_dumped.trip_summary WITH (security_invoker='true') AS
 SELECT t.id,
    t.user_id,
    t.title,
    t.trip_status,
    t.planning_status,
    t.start_date,
    t.end_date,
    t.duration_days,
    t.num_travelers,
    t.budget_total_max,
    t.budget_total_minor,
    t.currency,
    t.total_estimated_cost,
    t.trip_purpose,
    t.travel_pace,
    t.is_public,
    t.ai_planning_job_id,
    COALESCE(places.names, '{}'::text[]) AS destination_names,
    COALESCE(versions.itinerary_count, 0) AS itinerary_count,
    selected.id AS selected_itinerary_id,
    selected.version AS selected_version,
    selected.is_ok AS is_plan_ok,
    COALESCE(selected.total_activities, 0) AS total_activities,
    t.created_at,
    t.updated_at
   FROM (((tripwright_dumped.trips t
     LEFT JOIN LATERAL ( SELECT array_agg((COALESCE(c.name, co.name))::text ORDER BY d.visit_order) AS names
           FROM ((tripwright_dumped.trip_destinations d
             LEFT JOIN tripwright_dumped.cities c ON ((c.id = d.city_id)))
             LEFT JOIN tripwright_dumped.countries co ON ((co.id = d.country_id)))
          WHERE (d.trip_id = t.id)) places ON (true))
     LEFT JOIN LATERAL ( SELECT (count(*))::integer AS itinerary_count
           FROM tripwright_dumped.itineraries i
          WHERE (i.trip_id = t.id)) versions ON (true))
     LEFT JOIN tripwright_dumped.itineraries selected ON (((selected.trip_id = t.id) AND selected.is_selected)));
CREATE TABLE tripwright_dumped.user_activities (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    activity_type character varying(50) NOT NULL,
    entity_type character varying(30),
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (created_at);
ALTER TABLE ONLY tripwright_dumped.user_activities FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.user_activities_2026_11 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    activity_type character varying(50) NOT NULL,
    entity_type character varying(30),
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.user_activities_2026_12 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    activity_type character varying(50) NOT NULL,
    entity_type character varying(30),
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.user_activities_2027_01 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    activity_type character varying(50) NOT NULL,
    entity_type character varying(30),
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.user_activities_2027_02 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    activity_type character varying(50) NOT NULL,
    entity_type character varying(30),
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.user_activities_default (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    activity_type character varying(50) NOT NULL,
    entity_type character varying(30),
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.user_sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    label character varying(100),
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    user_agent text,
    ip_address inet,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.user_sessions FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.users (
    id uuid NOT NULL,
    email character varying(255) NOT NULL,
    password_hash character varying(255),
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    phone character varying(20),
    avatar_url text,
    is_active boolean DEFAULT true NOT NULL,
    is_email_verified boolean DEFAULT false NOT NULL,
    oauth_provider character varying(50),
    oauth_provider_id character varying(255),
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    failed_login_attempts integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_failed_logins_counted CHECK ((failed_login_attempts >= 0)),
    CONSTRAINT users_oauth_is_complete CHECK (((oauth_provider IS NULL) = (oauth_provider_id IS NULL))),
    CONSTRAINT users_oauth_provider_known CHECK (((oauth_provider)::text = ANY ((ARRAY['google'::character varying, 'pinterest'::character varying, 'apple'::character varying])::text[]))),
    CONSTRAINT users_password_is_argon2id CHECK (((password_hash)::text ~~ '$argon2id$%'::text))
);
ALTER TABLE ONLY tripwright_dumped.users FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.vendor_calls (
    provider character varying(50) NOT NULL,
    day date NOT NULL,
    user_id uuid NOT NULL,
    calls integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT vendor_calls_counted CHECK ((calls >= 0))
);
ALTER TABLE ONLY tripwright_dumped.vendor_calls FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.bam (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    queue text,
    table_name text NOT NULL,
    command text NOT NULL,
    error text,
    created_on timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone
);
ALTER TABLE ONLY tripwright_dumped_queue.bam FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.instance (
    id uuid NOT NULL,
    name text,
    host text NOT NULL,
    pid integer NOT NULL,
    version text NOT NULL,
    node_version text NOT NULL,
    application_name text,
    heartbeat_seconds integer NOT NULL,
    supervise boolean NOT NULL,
    schedule boolean NOT NULL,
    migrate boolean NOT NULL,
    persist_queue_stats boolean NOT NULL,
    persist_warnings boolean NOT NULL,
    pool_max integer,
    pool_total integer,
    pool_idle integer,
    pool_waiting integer,
    workers jsonb DEFAULT '[]'::jsonb NOT NULL,
    metrics jsonb,
    config jsonb DEFAULT '{}'::jsonb NOT NULL,
    crash_restarts integer DEFAULT 0 NOT NULL,
    crash_restarts_since timestamp with time zone,
    started_on timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat_on timestamp with time zone DEFAULT now() NOT NULL,
    stopped_on timestamp with time zone
);
ALTER TABLE ONLY tripwright_dumped_queue.instance FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state tripwright_dumped_queue.job_state DEFAULT 'created'::tripwright_dumped_queue.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    trace_context jsonb,
    upsert_by_key boolean
)
PARTITION BY LIST (name);
ALTER TABLE ONLY tripwright_dumped_queue.job FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.job_common (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state tripwright_dumped_queue.job_state DEFAULT 'created'::tripwright_dumped_queue.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    trace_context jsonb,
    upsert_by_key boolean,
    CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);
ALTER TABLE ONLY tripwright_dumped_queue.job_common FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.job_dependency (
    child_name text NOT NULL,
    child_id uuid NOT NULL,
    parent_name text NOT NULL,
    parent_id uuid NOT NULL
);
ALTER TABLE ONLY tripwright_dumped_queue.job_dependency FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.queue (
    name text NOT NULL,
    policy text NOT NULL,
    retry_limit integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    retry_delay_max integer,
    expire_seconds integer NOT NULL,
    retention_seconds integer NOT NULL,
    deletion_seconds integer NOT NULL,
    dead_letter text,
    partition boolean NOT NULL,
    table_name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    blocked_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    warning_queued integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    retained_count integer,
    retained_on timestamp with time zone,
    created_delta integer DEFAULT 0 NOT NULL,
    completed_delta integer DEFAULT 0 NOT NULL,
    failed_delta integer DEFAULT 0 NOT NULL,
    delta_on timestamp with time zone,
    delta_seconds integer,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    ready_history integer[] DEFAULT '{}'::integer[] NOT NULL,
    heartbeat_seconds integer,
    notify boolean DEFAULT false NOT NULL,
    singletons_active text[],
    monitor_claim_on timestamp with time zone,
    monitor_on timestamp with time zone,
    maintain_on timestamp with time zone,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name))
);
ALTER TABLE ONLY tripwright_dumped_queue.queue FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.queue_stats (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (captured_on);
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.queue_stats_20261124 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats_20261124 FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.queue_stats_20261125 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats_20261125 FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.schedule (
    name text NOT NULL,
    key text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'cron'::text NOT NULL,
    cron text NOT NULL,
    timezone text DEFAULT 'UTC'::text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    last_job_id uuid,
    CONSTRAINT schedule_kind_check CHECK ((kind = ANY (ARRAY['cron'::text, 'rrule'::text])))
);
ALTER TABLE ONLY tripwright_dumped_queue.schedule FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped_queue.subscription FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.version (
    version integer NOT NULL,
    cron_on timestamp with time zone,
    bam_on timestamp with time zone,
    flow_on timestamp with time zone,
    reindex_on timestamp with time zone,
    monitor_backoff_on timestamp with time zone
);
ALTER TABLE ONLY tripwright_dumped_queue.version FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped_queue.warning (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    data jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped_queue.warning FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY tripwright_dumped.external_api_logs ATTACH PARTITION tripwright_dumped.external_api_logs_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.external_api_logs ATTACH PARTITION tripwright_dumped.external_api_logs_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.external_api_logs ATTACH PARTITION tripwright_dumped.external_api_logs_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.external_api_logs ATTACH PARTITION tripwright_dumped.external_api_logs_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.external_api_logs ATTACH PARTITION tripwright_dumped.external_api_logs_default DEFAULT;
ALTER TABLE ONLY tripwright_dumped.user_activities ATTACH PARTITION tripwright_dumped.user_activities_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.user_activities ATTACH PARTITION tripwright_dumped.user_activities_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.user_activities ATTACH PARTITION tripwright_dumped.user_activities_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.user_activities ATTACH PARTITION tripwright_dumped.user_activities_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.user_activities ATTACH PARTITION tripwright_dumped.user_activities_default DEFAULT;
ALTER TABLE ONLY tripwright_dumped_queue.job ATTACH PARTITION tripwright_dumped_queue.job_common DEFAULT;
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats ATTACH PARTITION tripwright_dumped_queue.queue_stats_20261124 FOR VALUES FROM ('2026-11-24 00:00:00+00') TO ('2026-11-25 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats ATTACH PARTITION tripwright_dumped_queue.queue_stats_20261125 FOR VALUES FROM ('2026-11-25 00:00:00+00') TO ('2026-11-26 00:00:00+00');
ALTER TABLE ONLY tripwright_dumped.schema_migrations ALTER COLUMN id SET DEFAULT nextval('tripwright_dumped.schema_migrations_id_seq'::regclass);
INSERT INTO tripwright_dumped.accessibility_needs VALUES
	('00000000-0000-4000-8000-000000000019', 'step_free', 'Step-free', NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.accommodation_search_cache VALUES
	('00000000-0000-4000-8000-000000000044', '0000000000000000000000000000000000000000000000000000000000000000', '00000000-0000-4000-8000-000000000011', '2027-05-10', '2027-05-13', 2, 1, 'EUR', '[]', '2026-11-05 08:30:00+00', '2026-11-05 10:30:00+00', 0, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'sample', NULL);
INSERT INTO tripwright_dumped.accommodations VALUES
	('00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000011', 'Pensão Amostra', NULL, NULL, '0101000020E610000065AA6054524722C04DF38E53745C4340', '2027-05-10', '2027-05-13', DEFAULT, NULL, 1, 1, '[]', 'sample', '{"per": "person", "basis": "live", "currency": "EUR", "provider": "sample", "amountMinor": 12345}', NULL, 300.000, 'EUR', NULL, NULL, 'suggested', NULL, NULL, NULL, NULL, 'p1', '{"raw": true}', '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', NULL);
INSERT INTO tripwright_dumped.ai_feedback VALUES
	('00000000-0000-4000-8000-000000000050', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000031', 'rating', 4, 'More cafés; less ''hill''.', NULL, NULL, '00000000-0000-4000-8000-000000000022', 'offline/1', '{"ok": true, "violations": []}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.ai_planning_jobs VALUES
	('00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', NULL, 'completed', 'sample:1:1', NULL, '2026-11-05 08:30:00+00', '2026-11-05 08:30:00+00', '{"request": "4 days in Lisbon"}', '{"status": "ok"}', NULL, 0, 3, NULL, 1200, NULL, NULL, NULL, NULL, NULL, NULL, 'offline/1', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'plan', NULL, NULL, NULL, NULL, NULL, NULL),
	('00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000031', 'queued', NULL, NULL, NULL, NULL, '{}', NULL, NULL, 0, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'plan', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO tripwright_dumped.airports VALUES
	('00000000-0000-4000-8000-000000000015', 'LIS', 'Humberto Delgado', 'Lisbon', '00000000-0000-4000-8000-000000000010', '0101000020E6100000840D4FAF944522C0174850FC18634340', 'hub', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.archived_partitions VALUES
	('00000000-0000-4000-8000-000000000055', 'user_activities', 'user_activities_2024_01', '2024-01-01', 'archived', 'user_activities/2024-01.jsonl.gz', 'sample', 1, 200, '1111111111111111111111111111111111111111111111111111111111111111', 1, 'sample:1:1', '2026-11-05 08:30:00+00', NULL, '2026-11-05 08:30:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.attraction_embeddings VALUES
	('00000000-0000-4000-8000-000000000012', 'sample-256', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', '[0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75,0,0.25,0.5,0.75]', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.attraction_reviews VALUES
	('00000000-0000-4000-8000-000000000024', '00000000-0000-4000-8000-000000000012', 'sample', 'r1', NULL, 5, 'Wow', NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.attractions VALUES
	('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000011', 'Miradouro d''Amostra', NULL, 'A viewpoint that exists in samples only.', 'viewpoint', DEFAULT, '{00000000-0000-4000-8000-000000000016}', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', '{"mon": [{"open": "09:00", "close": "18:00"}]}', 45, NULL, 'free', 0.000, NULL, NULL, NULL, 'EUR', NULL, NULL, NULL, 0.70, false, '{}', '{}', '{view,sunset}', NULL, NULL, NULL, NULL, '{https://images.example.org/1.jpg}', DEFAULT, NULL, NULL, true, 'sample', '2026-11-01', NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'Su[1]', 'https://example.org', '+351 210 000 001', 'node/1', 'Q1', 'en:Lisbon', 12, true, 0.70, '{"name": "sample", "location": "sample"}', 'CC0-1.0', 'Sample contributors', 0.80, '2026-11-05 08:30:00+00', 'Ada'),
	('00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000011', 'Café Amostra', NULL, NULL, 'cafe', DEFAULT, '{}', NULL, '0101000020E610000048E17A14AE4722C07B14AE47E15A4340', NULL, 60, NULL, NULL, NULL, NULL, 6.500, 14.000, 'EUR', NULL, NULL, NULL, 0.00, false, '{vegan}', '{}', '{}', NULL, NULL, NULL, NULL, '{}', DEFAULT, NULL, NULL, false, 'sample', '2026-11-01', NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, '{}', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tripwright_dumped.booking_links VALUES
	('00000000-0000-4000-8000-000000000042', 'attraction', '00000000-0000-4000-8000-000000000012', 'sample', 'https://tickets.example.org', NULL, NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2027-01-01 00:00:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', DEFAULT, DEFAULT, DEFAULT);
INSERT INTO tripwright_dumped.call_confirmations VALUES
	('00000000-0000-4000-8000-000000000001', '3333333333333333333333333333333333333333333333333333333333333333', 'select_itinerary', '4444444444444444444444444444444444444444444444444444444444444444', '2026-11-05 08:40:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.catalogue_sources VALUES
	('sample', 'A sample source', 'CC0-1.0', 'https://example.org/licence', 'Sample contributors', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.catalogue_versions VALUES
	('sample', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.categories VALUES
	('00000000-0000-4000-8000-000000000016', 'food', 'Food', NULL, NULL, 1, 0, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00'),
	('00000000-0000-4000-8000-000000000017', 'markets', 'Markets', NULL, '00000000-0000-4000-8000-000000000016', 2, 0, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.chat_messages VALUES
	('00000000-0000-4000-8000-000000000001', 'thread-1', 1, 'message-1', 'user', '[{"text": "4 days in Lisbon", "type": "text"}]', NULL, '00000000-0000-4000-8000-000000000022', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.chat_threads VALUES
	('00000000-0000-4000-8000-000000000001', 'thread-1', '00000000-0000-4000-8000-000000000020', 'Lisbon', 'Europe/Vienna', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.checkpoint_blobs VALUES
	('00000000-0000-4000-8000-000000000001:sample', '', 'messages', '1', 'json', '\x5b5d', '00000000-0000-4000-8000-000000000001', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.checkpoint_migrations VALUES
	(0, '2026-11-24 02:37:49.046415+00', '2026-11-24 02:37:49.046415+00'),
	(1, '2026-11-24 02:37:49.046415+00', '2026-11-24 02:37:49.046415+00'),
	(2, '2026-11-24 02:37:49.046415+00', '2026-11-24 02:37:49.046415+00'),
	(3, '2026-11-24 02:37:49.046415+00', '2026-11-24 02:37:49.046415+00'),
	(4, '2026-11-24 02:37:49.046415+00', '2026-11-24 02:37:49.046415+00');
INSERT INTO tripwright_dumped.checkpoint_writes VALUES
	('00000000-0000-4000-8000-000000000001:sample', '', 'c1', 't1', 0, 'messages', 'json', '\x5b5d', '00000000-0000-4000-8000-000000000001', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.checkpoints VALUES
	('00000000-0000-4000-8000-000000000001:sample', '', 'c1', NULL, 'json', '{"v": 4}', '{"step": 1}', '00000000-0000-4000-8000-000000000001', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.cities VALUES
	('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000010', 'Lisbon', 'Lisboa', '{Lissabon,Lisbonne}', NULL, NULL, 'Hills by the Tejo''s mouth; it''s steep.', '0101000020E610000065AA6054524722C04DF38E53745C4340', 'capital', 517802, 0.90, 'Europe/Lisbon', 'LIS', 2267057, NULL, NULL, 1, 1, DEFAULT, DEFAULT, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.city_areas VALUES
	('00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000011', 'Alfama', NULL, 'neighborhood', NULL, '0101000020E61000006D567DAEB64222C0DE02098A1F5B4340', NULL, NULL, '{old}', 'sample', '2026-11-01', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'CC0-1.0', 'Sample contributors');
INSERT INTO tripwright_dumped.city_names VALUES
	('00000000-0000-4000-8000-000000000011', 'lisboa', 'local', 'LSB', 'lsb', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 0.7477774, 'sample');
INSERT INTO tripwright_dumped.countries VALUES
	('00000000-0000-4000-8000-000000000010', 'PT', 'Portugal', '0101000020E610000065AA6054524722C04DF38E53745C4340', '0103000020E6100000010000000500000000000000000023C00000000000804240CDCCCCCCCCCC18C00000000000804240CDCCCCCCCCCC18C0CDCCCCCCCC0C454000000000000023C0CDCCCCCCCC0C454000000000000023C00000000000804240', 'EUR', NULL, NULL, 55, 110, 260, 'EUR', '2026-11-01', 'sample', NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.dietary_restrictions VALUES
	('00000000-0000-4000-8000-000000000018', 'vegan', 'Vegan', NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.eval_answers VALUES
	('00000000-0000-4000-8000-000000000058', 'lisbon-food', 'planner', 1, true, '{"pace": 0.75, "hours-kept": 1}', '00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000022', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00'),
	('00000000-0000-4000-8000-000000000058', 'lisbon-food', 'nearest', 1, false, '{"hours-kept": 0.5}', NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.eval_runs VALUES
	('00000000-0000-4000-8000-000000000058', '00000000-0000-4000-8000-000000000001', 'golden', 'offline/1', 'eeeeeeeeeeeeeeee', '{"seed": 1, "format": 1}', '2026-11-05 08:30:00+00', '2026-11-05 08:32:00+00', 2, 2, 1, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.exchange_rates VALUES
	('USD', 1.08250000, '2026-11-01', 'sample', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.external_api_logs_2026_11 VALUES
	('00000000-0000-4000-8000-000000000054', 'sample', '/search', 'GET', '{"q": "LIS"}', NULL, NULL, NULL, '2026-11-05 08:30:00+00', NULL, 120, NULL, '00000000-0000-4000-8000-000000000022', '2026-11-05 08:30:00+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.external_identities VALUES
	('https://issuer.example', 'sample-subject', '00000000-0000-4000-8000-000000000001', '2026-11-05 08:30:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.flight_search_cache VALUES
	('00000000-0000-4000-8000-000000000043', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 'LHR', 'LIS', '2027-05-10', NULL, 2, 'economy', 'EUR', '[]', '2026-11-05 08:30:00+00', '2026-11-05 09:30:00+00', 3, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'sample', '2026-11-06 08:30:00+00');
INSERT INTO tripwright_dumped.flights VALUES
	('00000000-0000-4000-8000-000000000040', '00000000-0000-4000-8000-000000000020', 'outbound', 'LHR', 'LIS', '2027-05-10 07:00:00+00', '2027-05-10 09:45:00+00', '2027-05-10T08:00+01:00', '2027-05-10T10:45+01:00', 165, NULL, NULL, NULL, 'sample', '{"per": "person", "basis": "live", "currency": "EUR", "provider": "sample", "amountMinor": 12345}', 123.450, NULL, 'EUR', 'suggested', NULL, NULL, NULL, 'f1', NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', NULL, NULL);
INSERT INTO tripwright_dumped.import_runs VALUES
	('00000000-0000-4000-8000-000000000061', 'sample', 'sample.csv', 'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd', 'finished', 3, '{"new": 3}', '2026-11-24 02:37:49.873991+00', '2026-11-05 08:30:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.itineraries VALUES
	('00000000-0000-4000-8000-000000000030', '00000000-0000-4000-8000-000000000020', 1, NULL, false, NULL, 'ai', 'offline/1', '00000000-0000-4000-8000-000000000022', '{"ok": true, "violations": []}', DEFAULT, 1, NULL, NULL, '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', NULL, NULL),
	('00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000020', 2, '00000000-0000-4000-8000-000000000030', true, NULL, 'hybrid', NULL, NULL, '{"ok": true, "violations": []}', DEFAULT, 2, 246.900, 'EUR', '{"EUR": 24690}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', NULL, NULL);
INSERT INTO tripwright_dumped.itinerary_days VALUES
	('00000000-0000-4000-8000-000000000032', '00000000-0000-4000-8000-000000000030', 1, '2027-05-10', '00000000-0000-4000-8000-000000000011', NULL, 1, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00'),
	('00000000-0000-4000-8000-000000000036', '00000000-0000-4000-8000-000000000031', 2, '2027-05-11', '00000000-0000-4000-8000-000000000011', NULL, 1, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00'),
	('00000000-0000-4000-8000-000000000033', '00000000-0000-4000-8000-000000000031', 1, '2027-05-10', '00000000-0000-4000-8000-000000000011', 'Arrival', 1, 246.900, 'EUR', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.itinerary_items VALUES
	('00000000-0000-4000-8000-000000000034', '00000000-0000-4000-8000-000000000032', 1, 'view', '11:00:00', '11:45:00', false, DEFAULT, 'attraction', '00000000-0000-4000-8000-000000000012', 'Miradouro d''Amostra', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', NULL, false, 'none', NULL, NULL, NULL, NULL, 'planned', NULL, false, NULL, 0.80, NULL, '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', '00000000-0000-4000-8000-000000000030'),
	('00000000-0000-4000-8000-000000000037', '00000000-0000-4000-8000-000000000033', 1, 'view', '11:00:00', '11:45:00', false, DEFAULT, 'attraction', '00000000-0000-4000-8000-000000000012', 'Miradouro d''Amostra', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', NULL, false, 'none', NULL, NULL, NULL, NULL, 'delayed', '00000000-0000-4000-8000-000000000036', false, NULL, 0.80, NULL, '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', '00000000-0000-4000-8000-000000000031'),
	('00000000-0000-4000-8000-000000000038', '00000000-0000-4000-8000-000000000036', 1, 'view', '11:00:00', '11:45:00', false, DEFAULT, 'attraction', '00000000-0000-4000-8000-000000000012', 'Miradouro d''Amostra', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', NULL, false, 'none', NULL, NULL, NULL, NULL, 'planned', NULL, false, NULL, 0.80, 5, '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', '00000000-0000-4000-8000-000000000031'),
	('00000000-0000-4000-8000-000000000035', '00000000-0000-4000-8000-000000000033', 2, 'dinner', '23:00:00', '00:30:00', true, DEFAULT, 'meal', '00000000-0000-4000-8000-000000000013', 'Café Amostra', NULL, NULL, '{"mode": "walk", "distanceMeters": 640, "durationMinutes": 9}', false, 'none', NULL, '{"per": "person", "basis": "live", "currency": "EUR", "provider": "sample", "amountMinor": 12345}', 123.450, 'EUR', 'planned', NULL, true, NULL, NULL, NULL, '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', '00000000-0000-4000-8000-000000000031');
INSERT INTO tripwright_dumped.keyed_calls VALUES
	('00000000-0000-4000-8000-000000000001', 'sample-call', 'create_trip', '2222222222222222222222222222222222222222222222222222222222222222', '{"status": "ok", "tripId": "00000000-0000-4000-8000-000000000020"}', '2026-11-06 08:30:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.linked_accounts VALUES
	('00000000-0000-4000-8000-000000000057', '00000000-0000-4000-8000-000000000001', 'sample', '42', 'ada', '{boards:read}', 'sealed', NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.lodgings VALUES
	('00000000-0000-4000-8000-000000000060', '00000000-0000-4000-8000-000000000011', 'Pensão Amostra', NULL, 'guest_house', '0101000020E610000065AA6054524722C04DF38E53745C4340', NULL, NULL, NULL, 2.5, '{}', 'sample', 'l1', '2026-11-01', NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.model_calls VALUES
	('00000000-0000-4000-8000-000000000022', 1, '00000000-0000-4000-8000-000000000001', 'openai', 'gpt-5', 'openai/gpt-5-1', 'eeeeeeeeeeeeeeee', 1000, 200, 800, 0, 0.00420000, '2026-03-01', 300, 900, NULL, 1, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.notifications VALUES
	('00000000-0000-4000-8000-000000000051', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', 'trip_reminder', 'Tomorrow: Lisbon', NULL, '{}', NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.place_records VALUES
	('sample', 'p1', '00000000-0000-4000-8000-000000000012', '{"kind": "place", "name": "Miradouro d''Amostra", "hours": "24/7"}', '2026-11-01', '0101000020E6100000A54E4013614322C0A54E4013615B4340', '{osm:node/1,wikidata:Q1}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.review_checks VALUES
	('00000000-0000-4000-8000-000000000012', 'sample', '2026-11-05 08:30:00+00', '2026-11-12 08:30:00+00', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.run_events VALUES
	('00000000-0000-4000-8000-000000000022', 1, 'run-start', '{"at": "2026-11-05T08:30:00Z"}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00'),
	('00000000-0000-4000-8000-000000000022', 2, 'run-end', '{"status": "ok"}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.schema_migrations VALUES
	(1, '0001_extensions-and-roles', '2026-11-24 02:37:49.046415'),
	(2, '0002_users', '2026-11-24 02:37:49.046415'),
	(3, '0003_destinations', '2026-11-24 02:37:49.046415'),
	(4, '0004_categories-and-needs', '2026-11-24 02:37:49.046415'),
	(5, '0005_attractions', '2026-11-24 02:37:49.046415'),
	(6, '0006_trips', '2026-11-24 02:37:49.046415'),
	(7, '0007_planning-jobs', '2026-11-24 02:37:49.046415'),
	(8, '0008_itineraries', '2026-11-24 02:37:49.046415'),
	(9, '0009_bookings', '2026-11-24 02:37:49.046415'),
	(10, '0010_search-caches', '2026-11-24 02:37:49.046415'),
	(11, '0011_feedback-and-audit', '2026-11-24 02:37:49.046415'),
	(12, '0012_views', '2026-11-24 02:37:49.046415'),
	(13, '0013_place-embeddings', '2026-11-24 02:37:49.046415'),
	(14, '0014_integrity', '2026-11-24 02:37:49.046415'),
	(15, '0015_user-activities', '2026-11-24 02:37:49.046415'),
	(16, '0016_sharing', '2026-11-24 02:37:49.046415'),
	(17, '0017_checkpoints', '2026-11-24 02:37:49.046415'),
	(18, '0018_job-queue', '2026-11-24 02:37:49.046415'),
	(19, '0019_retention', '2026-11-24 02:37:49.046415'),
	(20, '0020_search', '2026-11-24 02:37:49.046415'),
	(21, '0021_read-indexes', '2026-11-24 02:37:49.046415'),
	(22, '0022_catalogue-sources', '2026-11-24 02:37:49.046415'),
	(23, '0023_conversations', '2026-11-24 02:37:49.046415'),
	(24, '0024_calls-of-programs', '2026-11-24 02:37:49.046415'),
	(25, '0025_city-search-plans', '2026-11-24 02:37:49.046415'),
	(26, '0026_vendors', '2026-11-24 02:37:49.046415'),
	(27, '0027_evaluation', '2026-11-24 02:37:49.046415');
INSERT INTO tripwright_dumped.search_claims VALUES
	('5555555555555555555555555555555555555555555555555555555555555555', '00000000-0000-4000-8000-000000000056', '2026-11-05 08:30:15+00', '{"kind": "rate_limited", "provider": "sample", "retryAfterSeconds": 30}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.trip_categories VALUES
	('00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000016', 9, 0, '{"pins": [1]}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.trip_destinations VALUES
	('00000000-0000-4000-8000-000000000025', '00000000-0000-4000-8000-000000000020', 'city', '00000000-0000-4000-8000-000000000011', NULL, 1, '2027-05-10', '2027-05-13', DEFAULT, true, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.trip_preferences VALUES
	('00000000-0000-4000-8000-000000000020', '{00000000-0000-4000-8000-000000000018}', '{}', NULL, '{}', '{}', '{morning}', true, false, '{}', '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', '{}');
INSERT INTO tripwright_dumped.trips VALUES
	('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000001', 'Anywhere in Portugal', NULL, 'planning', 'country', NULL, '00000000-0000-4000-8000-000000000010', '2027-06-01', '2027-06-01', DEFAULT, 1, '{}', NULL, NULL, NULL, NULL, 'not_started', '00000000-0000-4000-8000-000000000022', 'leisure', 'moderate', 'mid_range', '[]', false, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', NULL, '{}'),
	('00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000001', 'Lisbon in May', NULL, 'planning', 'city', '00000000-0000-4000-8000-000000000011', NULL, '2027-05-10', '2027-05-13', DEFAULT, 2, '{7}', NULL, 900, 90000, 'EUR', 'not_started', NULL, 'leisure', 'moderate', 'mid_range', '[{"text": "Two people"}]', true, 'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd', 246.900, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00', 'EUR', '{}');
INSERT INTO tripwright_dumped.user_activities_2026_11 VALUES
	('8f752511-9f70-4046-9784-426477d4bdd3', '00000000-0000-4000-8000-000000000001', 'session-create', 'session', '00000000-0000-4000-8000-000000000002', '{}', '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00'),
	('00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000001', 'trip_created', NULL, '00000000-0000-4000-8000-000000000020', '{}', '2026-11-05 08:30:00+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.user_activities_default VALUES
	('00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000001', 'signed_in', NULL, NULL, '{}', '2001-01-01 00:00:00+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.user_sessions VALUES
	('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'laptop', '{trips}', NULL, '::1', NULL, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.users VALUES
	('00000000-0000-4000-8000-000000000001', 'Ada@example.org', '$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$c2FtcGxl', 'Ada', 'Byron', '+351 210 000 000', NULL, true, false, 'google', 'sample-subject', '{"theme": "dark"}', 0, NULL, NULL, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped.vendor_calls VALUES
	('sample', '2026-11-05', '00000000-0000-4000-8000-000000000001', 7, '2026-11-24 02:37:49.873991+00', '2026-11-24 02:37:49.873991+00');
INSERT INTO tripwright_dumped_queue.version VALUES
	(46, NULL, NULL, NULL, NULL, NULL);
SELECT pg_catalog.setval('tripwright_dumped.schema_migrations_id_seq', 27, true);
ALTER TABLE ONLY tripwright_dumped.accessibility_needs
    ADD CONSTRAINT accessibility_needs_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.accessibility_needs
    ADD CONSTRAINT accessibility_needs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.accommodation_search_cache
    ADD CONSTRAINT accommodation_search_cache_hash_key UNIQUE (search_hash);
ALTER TABLE ONLY tripwright_dumped.accommodation_search_cache
    ADD CONSTRAINT accommodation_search_cache_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.accommodations
    ADD CONSTRAINT accommodations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.ai_feedback
    ADD CONSTRAINT ai_feedback_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_iata_code_key UNIQUE (iata_code);
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.archived_partitions
    ADD CONSTRAINT archived_partitions_object_name_key UNIQUE (object_name);
ALTER TABLE ONLY tripwright_dumped.archived_partitions
    ADD CONSTRAINT archived_partitions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.attraction_embeddings
    ADD CONSTRAINT attraction_embeddings_pkey PRIMARY KEY (attraction_id, model);
ALTER TABLE ONLY tripwright_dumped.attraction_reviews
    ADD CONSTRAINT attraction_reviews_external_key UNIQUE (source, external_review_id);
ALTER TABLE ONLY tripwright_dumped.attraction_reviews
    ADD CONSTRAINT attraction_reviews_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.attractions
    ADD CONSTRAINT attractions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_provider_key UNIQUE (linkable_type, linkable_id, provider);
ALTER TABLE ONLY tripwright_dumped.call_confirmations
    ADD CONSTRAINT call_confirmations_pkey PRIMARY KEY (user_id, code_hash);
ALTER TABLE ONLY tripwright_dumped.catalogue_sources
    ADD CONSTRAINT catalogue_sources_pkey PRIMARY KEY (name);
ALTER TABLE ONLY tripwright_dumped.catalogue_versions
    ADD CONSTRAINT catalogue_versions_pkey PRIMARY KEY (name);
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.chat_messages
    ADD CONSTRAINT chat_messages_id_key UNIQUE (user_id, thread_id, id);
ALTER TABLE ONLY tripwright_dumped.chat_messages
    ADD CONSTRAINT chat_messages_pkey PRIMARY KEY (user_id, thread_id, seq);
ALTER TABLE ONLY tripwright_dumped.chat_threads
    ADD CONSTRAINT chat_threads_pkey PRIMARY KEY (user_id, id);
ALTER TABLE ONLY tripwright_dumped.checkpoint_blobs
    ADD CONSTRAINT checkpoint_blobs_pkey PRIMARY KEY (thread_id, checkpoint_ns, channel, version);
ALTER TABLE ONLY tripwright_dumped.checkpoint_migrations
    ADD CONSTRAINT checkpoint_migrations_pkey PRIMARY KEY (v);
ALTER TABLE ONLY tripwright_dumped.checkpoint_writes
    ADD CONSTRAINT checkpoint_writes_pkey PRIMARY KEY (thread_id, checkpoint_ns, checkpoint_id, task_id, idx);
ALTER TABLE ONLY tripwright_dumped.checkpoints
    ADD CONSTRAINT checkpoints_pkey PRIMARY KEY (thread_id, checkpoint_ns, checkpoint_id);
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_geonames_id_key UNIQUE (geonames_id);
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_name_key UNIQUE (city_id, name);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.city_names
    ADD CONSTRAINT city_names_pkey PRIMARY KEY (city_id, folded);
ALTER TABLE ONLY tripwright_dumped.countries
    ADD CONSTRAINT countries_iso_code_key UNIQUE (iso_code);
ALTER TABLE ONLY tripwright_dumped.countries
    ADD CONSTRAINT countries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.dietary_restrictions
    ADD CONSTRAINT dietary_restrictions_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.dietary_restrictions
    ADD CONSTRAINT dietary_restrictions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.eval_answers
    ADD CONSTRAINT eval_answers_pkey PRIMARY KEY (eval_run_id, sample, method, trial);
ALTER TABLE ONLY tripwright_dumped.eval_runs
    ADD CONSTRAINT eval_runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.exchange_rates
    ADD CONSTRAINT exchange_rates_pkey PRIMARY KEY (currency, as_of);
ALTER TABLE ONLY tripwright_dumped.external_api_logs
    ADD CONSTRAINT external_api_logs_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.external_api_logs_2026_11
    ADD CONSTRAINT external_api_logs_2026_11_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.external_api_logs_2026_12
    ADD CONSTRAINT external_api_logs_2026_12_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.external_api_logs_2027_01
    ADD CONSTRAINT external_api_logs_2027_01_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.external_api_logs_2027_02
    ADD CONSTRAINT external_api_logs_2027_02_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.external_api_logs_default
    ADD CONSTRAINT external_api_logs_default_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.external_identities
    ADD CONSTRAINT external_identities_pkey PRIMARY KEY (issuer, subject);
ALTER TABLE ONLY tripwright_dumped.flight_search_cache
    ADD CONSTRAINT flight_search_cache_hash_key UNIQUE (search_hash);
ALTER TABLE ONLY tripwright_dumped.flight_search_cache
    ADD CONSTRAINT flight_search_cache_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.flights
    ADD CONSTRAINT flights_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.flights
    ADD CONSTRAINT flights_trip_key UNIQUE (trip_id, id);
ALTER TABLE ONLY tripwright_dumped.import_runs
    ADD CONSTRAINT import_runs_fingerprint_key UNIQUE (source, fingerprint);
ALTER TABLE ONLY tripwright_dumped.import_runs
    ADD CONSTRAINT import_runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_trip_key UNIQUE (trip_id, id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_version_key UNIQUE (trip_id, version);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_itinerary_key UNIQUE (itinerary_id, id);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_number_key UNIQUE (itinerary_id, day_number);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_order_key UNIQUE (itinerary_day_id, item_order) DEFERRABLE;
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.keyed_calls
    ADD CONSTRAINT keyed_calls_pkey PRIMARY KEY (user_id, key);
ALTER TABLE ONLY tripwright_dumped.linked_accounts
    ADD CONSTRAINT linked_accounts_one_each UNIQUE (user_id, provider);
ALTER TABLE ONLY tripwright_dumped.linked_accounts
    ADD CONSTRAINT linked_accounts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.lodgings
    ADD CONSTRAINT lodgings_external_key UNIQUE (source, external_id);
ALTER TABLE ONLY tripwright_dumped.lodgings
    ADD CONSTRAINT lodgings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.model_calls
    ADD CONSTRAINT model_calls_pkey PRIMARY KEY (run_id, seq);
ALTER TABLE ONLY tripwright_dumped.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.place_records
    ADD CONSTRAINT place_records_pkey PRIMARY KEY (source, external_id);
ALTER TABLE ONLY tripwright_dumped.review_checks
    ADD CONSTRAINT review_checks_pkey PRIMARY KEY (attraction_id, source);
ALTER TABLE ONLY tripwright_dumped.run_events
    ADD CONSTRAINT run_events_pkey PRIMARY KEY (run_id, seq);
ALTER TABLE ONLY tripwright_dumped.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.search_claims
    ADD CONSTRAINT search_claims_pkey PRIMARY KEY (search_hash);
ALTER TABLE ONLY tripwright_dumped.trip_categories
    ADD CONSTRAINT trip_categories_pkey PRIMARY KEY (trip_id, category_id);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_order_key UNIQUE (trip_id, visit_order);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.trip_preferences
    ADD CONSTRAINT trip_preferences_pkey PRIMARY KEY (trip_id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_share_token_key UNIQUE (share_token);
ALTER TABLE ONLY tripwright_dumped.user_activities
    ADD CONSTRAINT user_activities_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.user_activities_2026_11
    ADD CONSTRAINT user_activities_2026_11_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.user_activities_2026_12
    ADD CONSTRAINT user_activities_2026_12_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.user_activities_2027_01
    ADD CONSTRAINT user_activities_2027_01_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.user_activities_2027_02
    ADD CONSTRAINT user_activities_2027_02_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.user_activities_default
    ADD CONSTRAINT user_activities_default_pkey PRIMARY KEY (id, created_at);
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY tripwright_dumped.users
    ADD CONSTRAINT users_email_key UNIQUE (email);
ALTER TABLE ONLY tripwright_dumped.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.vendor_calls
    ADD CONSTRAINT vendor_calls_pkey PRIMARY KEY (provider, day, user_id);
ALTER TABLE ONLY tripwright_dumped_queue.bam
    ADD CONSTRAINT bam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped_queue.instance
    ADD CONSTRAINT instance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped_queue.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY tripwright_dumped_queue.job_common
    ADD CONSTRAINT job_common_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY tripwright_dumped_queue.job_dependency
    ADD CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id);
ALTER TABLE ONLY tripwright_dumped_queue.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats
    ADD CONSTRAINT queue_stats_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats_20261124
    ADD CONSTRAINT queue_stats_20261124_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY tripwright_dumped_queue.queue_stats_20261125
    ADD CONSTRAINT queue_stats_20261125_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY tripwright_dumped_queue.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name, key);
ALTER TABLE ONLY tripwright_dumped_queue.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);
ALTER TABLE ONLY tripwright_dumped_queue.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY tripwright_dumped_queue.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (id);
CREATE INDEX idx_external_api_logs_provider ON ONLY tripwright_dumped.external_api_logs USING btree (api_provider, created_at DESC);
CREATE INDEX external_api_logs_2026_11_api_provider_created_at_idx ON tripwright_dumped.external_api_logs_2026_11 USING btree (api_provider, created_at DESC);
CREATE INDEX idx_external_api_logs_run ON ONLY tripwright_dumped.external_api_logs USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX external_api_logs_2026_11_run_id_idx ON tripwright_dumped.external_api_logs_2026_11 USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX external_api_logs_2026_12_api_provider_created_at_idx ON tripwright_dumped.external_api_logs_2026_12 USING btree (api_provider, created_at DESC);
CREATE INDEX external_api_logs_2026_12_run_id_idx ON tripwright_dumped.external_api_logs_2026_12 USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX external_api_logs_2027_01_api_provider_created_at_idx ON tripwright_dumped.external_api_logs_2027_01 USING btree (api_provider, created_at DESC);
CREATE INDEX external_api_logs_2027_01_run_id_idx ON tripwright_dumped.external_api_logs_2027_01 USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX external_api_logs_2027_02_api_provider_created_at_idx ON tripwright_dumped.external_api_logs_2027_02 USING btree (api_provider, created_at DESC);
CREATE INDEX external_api_logs_2027_02_run_id_idx ON tripwright_dumped.external_api_logs_2027_02 USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX external_api_logs_default_api_provider_created_at_idx ON tripwright_dumped.external_api_logs_default USING btree (api_provider, created_at DESC);
CREATE INDEX external_api_logs_default_run_id_idx ON tripwright_dumped.external_api_logs_default USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX idx_accommodation_search_cache_city ON tripwright_dumped.accommodation_search_cache USING btree (city_id, check_in_date);
CREATE INDEX idx_accommodation_search_cache_expiry ON tripwright_dumped.accommodation_search_cache USING btree (expires_at);
CREATE INDEX idx_accommodation_search_cache_stale ON tripwright_dumped.accommodation_search_cache USING btree (stale_until);
CREATE INDEX idx_accommodations_dates ON tripwright_dumped.accommodations USING btree (city_id, check_in_date, check_out_date);
CREATE INDEX idx_accommodations_trip ON tripwright_dumped.accommodations USING btree (trip_id);
CREATE INDEX idx_ai_feedback_itinerary ON tripwright_dumped.ai_feedback USING btree (trip_id, itinerary_id) WHERE (itinerary_id IS NOT NULL);
CREATE INDEX idx_ai_feedback_model ON tripwright_dumped.ai_feedback USING btree (model_version, created_at);
CREATE INDEX idx_ai_feedback_run ON tripwright_dumped.ai_feedback USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX idx_ai_feedback_trip ON tripwright_dumped.ai_feedback USING btree (trip_id);
CREATE INDEX idx_ai_feedback_user ON tripwright_dumped.ai_feedback USING btree (user_id);
CREATE INDEX idx_ai_planning_jobs_itinerary ON tripwright_dumped.ai_planning_jobs USING btree (itinerary_id) WHERE (itinerary_id IS NOT NULL);
CREATE INDEX idx_ai_planning_jobs_queue ON tripwright_dumped.ai_planning_jobs USING btree (next_retry_at, created_at) WHERE ((status)::text = 'queued'::text);
CREATE INDEX idx_ai_planning_jobs_running ON tripwright_dumped.ai_planning_jobs USING btree (lease_expires_at) WHERE ((status)::text = 'processing'::text);
CREATE INDEX idx_ai_planning_jobs_thread ON tripwright_dumped.ai_planning_jobs USING btree (user_id, thread_id, created_at DESC) WHERE (thread_id IS NOT NULL);
CREATE INDEX idx_ai_planning_jobs_trip ON tripwright_dumped.ai_planning_jobs USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX idx_ai_planning_jobs_user ON tripwright_dumped.ai_planning_jobs USING btree (user_id, created_at DESC);
CREATE INDEX idx_airports_location ON tripwright_dumped.airports USING gist (location);
CREATE UNIQUE INDEX idx_archived_partitions_attempt ON tripwright_dumped.archived_partitions USING btree (partition_name, month) WHERE (((state)::text = 'writing'::text) AND (replaces IS NULL));
CREATE INDEX idx_archived_partitions_replaces ON tripwright_dumped.archived_partitions USING btree (replaces) WHERE (replaces IS NOT NULL);
CREATE INDEX idx_archived_partitions_table ON tripwright_dumped.archived_partitions USING btree (table_name, state, month);
CREATE INDEX idx_attraction_embeddings_model ON tripwright_dumped.attraction_embeddings USING btree (model);
CREATE INDEX idx_attraction_reviews_attraction ON tripwright_dumped.attraction_reviews USING btree (attraction_id, review_date DESC);
CREATE INDEX idx_attractions_categories ON tripwright_dumped.attractions USING gin (category_ids);
CREATE INDEX idx_attractions_city_popularity ON tripwright_dumped.attractions USING btree (city_id, popularity_score DESC, id) INCLUDE (retired_at, is_eatery, category_ids);
CREATE INDEX idx_attractions_google_places ON tripwright_dumped.attractions USING btree (google_places_id) WHERE (google_places_id IS NOT NULL);
CREATE INDEX idx_attractions_location ON tripwright_dumped.attractions USING gist (location);
CREATE INDEX idx_attractions_name_trgm ON tripwright_dumped.attractions USING gin (name public.gin_trgm_ops);
CREATE INDEX idx_attractions_names_trgm ON tripwright_dumped.attractions USING gin (tripwright_dumped.place_names((name)::text, (name_local)::text) public.gin_trgm_ops);
CREATE INDEX idx_attractions_osm ON tripwright_dumped.attractions USING btree (osm_id) WHERE (osm_id IS NOT NULL);
CREATE INDEX idx_attractions_search ON tripwright_dumped.attractions USING gin (search_vector);
CREATE INDEX idx_attractions_tripadvisor ON tripwright_dumped.attractions USING btree (tripadvisor_id) WHERE (tripadvisor_id IS NOT NULL);
CREATE INDEX idx_attractions_wikidata ON tripwright_dumped.attractions USING btree (wikidata_id) WHERE (wikidata_id IS NOT NULL);
CREATE INDEX idx_booking_links_attraction ON tripwright_dumped.booking_links USING btree (attraction_id) WHERE (attraction_id IS NOT NULL);
CREATE INDEX idx_booking_links_expiry ON tripwright_dumped.booking_links USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX idx_booking_links_item ON tripwright_dumped.booking_links USING btree (itinerary_item_id) WHERE (itinerary_item_id IS NOT NULL);
CREATE INDEX idx_booking_links_trip ON tripwright_dumped.booking_links USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX idx_call_confirmations_expiry ON tripwright_dumped.call_confirmations USING btree (expires_at);
CREATE INDEX idx_categories_parent ON tripwright_dumped.categories USING btree (parent_category_id);
CREATE INDEX idx_chat_messages_run ON tripwright_dumped.chat_messages USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX idx_chat_threads_recent ON tripwright_dumped.chat_threads USING btree (user_id, updated_at DESC);
CREATE INDEX idx_chat_threads_trip ON tripwright_dumped.chat_threads USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX idx_checkpoint_blobs_user ON tripwright_dumped.checkpoint_blobs USING btree (user_id);
CREATE INDEX idx_checkpoint_writes_user ON tripwright_dumped.checkpoint_writes USING btree (user_id);
CREATE INDEX idx_checkpoints_user ON tripwright_dumped.checkpoints USING btree (user_id);
CREATE INDEX idx_cities_country ON tripwright_dumped.cities USING btree (country_id);
CREATE INDEX idx_cities_covered ON tripwright_dumped.cities USING gist (location) WHERE (attraction_count > 0);
CREATE INDEX idx_cities_iata ON tripwright_dumped.cities USING btree (iata_code) WHERE (iata_code IS NOT NULL);
CREATE INDEX idx_cities_location ON tripwright_dumped.cities USING gist (location);
CREATE INDEX idx_cities_name_trgm ON tripwright_dumped.cities USING gin (name public.gin_trgm_ops);
CREATE INDEX idx_cities_search ON tripwright_dumped.cities USING gin (search_vector);
CREATE INDEX idx_city_areas_location ON tripwright_dumped.city_areas USING gist (location);
CREATE INDEX idx_city_names_folded ON tripwright_dumped.city_names USING btree (folded text_pattern_ops);
CREATE INDEX idx_city_names_skeleton ON tripwright_dumped.city_names USING btree (skeleton) WHERE (skeleton IS NOT NULL);
CREATE INDEX idx_city_names_sound ON tripwright_dumped.city_names USING btree (sound_key) WHERE (sound_key IS NOT NULL);
CREATE INDEX idx_city_names_trgm ON tripwright_dumped.city_names USING gin (folded public.gin_trgm_ops);
CREATE INDEX idx_eval_answers_plan ON tripwright_dumped.eval_answers USING btree (trip_id, itinerary_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX idx_eval_answers_run ON tripwright_dumped.eval_answers USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX idx_eval_runs_recent ON tripwright_dumped.eval_runs USING btree (user_id, started_at DESC);
CREATE INDEX idx_eval_runs_suite ON tripwright_dumped.eval_runs USING btree (suite, model_version, started_at DESC);
CREATE INDEX idx_external_identities_user ON tripwright_dumped.external_identities USING btree (user_id);
CREATE INDEX idx_flight_search_cache_expiry ON tripwright_dumped.flight_search_cache USING btree (expires_at);
CREATE INDEX idx_flight_search_cache_route ON tripwright_dumped.flight_search_cache USING btree (origin_airport, destination_airport, departure_date);
CREATE INDEX idx_flight_search_cache_stale ON tripwright_dumped.flight_search_cache USING btree (stale_until);
CREATE INDEX idx_flights_included_with ON tripwright_dumped.flights USING btree (trip_id, included_with) WHERE (included_with IS NOT NULL);
CREATE INDEX idx_flights_route ON tripwright_dumped.flights USING btree (departure_airport_code, arrival_airport_code, departure_datetime);
CREATE INDEX idx_flights_trip ON tripwright_dumped.flights USING btree (trip_id);
CREATE UNIQUE INDEX idx_itineraries_job ON tripwright_dumped.itineraries USING btree (job_id) WHERE (job_id IS NOT NULL);
CREATE INDEX idx_itineraries_parent ON tripwright_dumped.itineraries USING btree (trip_id, parent_itinerary_id) WHERE (parent_itinerary_id IS NOT NULL);
CREATE INDEX idx_itineraries_run ON tripwright_dumped.itineraries USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE UNIQUE INDEX idx_itineraries_selected ON tripwright_dumped.itineraries USING btree (trip_id) WHERE is_selected;
CREATE INDEX idx_itinerary_items_attraction ON tripwright_dumped.itinerary_items USING btree (attraction_id) WHERE (attraction_id IS NOT NULL);
CREATE INDEX idx_itinerary_items_delayed ON tripwright_dumped.itinerary_items USING btree (delayed_to_day_id) WHERE (delayed_to_day_id IS NOT NULL);
CREATE UNIQUE INDEX idx_itinerary_items_key ON tripwright_dumped.itinerary_items USING btree (itinerary_id, item_key) WHERE ((status)::text <> 'delayed'::text);
CREATE INDEX idx_itinerary_items_order ON tripwright_dumped.itinerary_items USING btree (itinerary_day_id, item_order);
CREATE INDEX idx_keyed_calls_expiry ON tripwright_dumped.keyed_calls USING btree (expires_at);
CREATE INDEX idx_lodgings_city ON tripwright_dumped.lodgings USING btree (city_id);
CREATE INDEX idx_lodgings_location ON tripwright_dumped.lodgings USING gist (location);
CREATE INDEX idx_model_calls_user ON tripwright_dumped.model_calls USING btree (user_id, created_at DESC);
CREATE INDEX idx_notifications_created ON tripwright_dumped.notifications USING btree (created_at) WHERE (deleted_at IS NULL);
CREATE INDEX idx_notifications_deleted ON tripwright_dumped.notifications USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX idx_notifications_trip ON tripwright_dumped.notifications USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX idx_notifications_unread ON tripwright_dumped.notifications USING btree (user_id, created_at DESC) WHERE ((read_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX idx_notifications_user ON tripwright_dumped.notifications USING btree (user_id);
CREATE INDEX idx_place_records_attraction ON tripwright_dumped.place_records USING btree (attraction_id);
CREATE INDEX idx_place_records_identifiers ON tripwright_dumped.place_records USING gin (identifiers) WITH (fastupdate=off);
CREATE INDEX idx_place_records_location ON tripwright_dumped.place_records USING gist (location);
CREATE INDEX idx_review_checks_due ON tripwright_dumped.review_checks USING btree (next_check_at);
CREATE INDEX idx_search_claims_expiry ON tripwright_dumped.search_claims USING btree (claimed_until);
CREATE INDEX idx_trip_categories_category ON tripwright_dumped.trip_categories USING btree (category_id);
CREATE INDEX idx_trip_destinations_city ON tripwright_dumped.trip_destinations USING btree (city_id) WHERE (city_id IS NOT NULL);
CREATE UNIQUE INDEX idx_trip_destinations_primary ON tripwright_dumped.trip_destinations USING btree (trip_id) WHERE is_primary_destination;
CREATE INDEX idx_trips_planning ON tripwright_dumped.trips USING btree (planning_status, created_at) WHERE ((planning_status)::text = ANY ((ARRAY['queued'::character varying, 'processing'::character varying])::text[]));
CREATE INDEX idx_trips_planning_job ON tripwright_dumped.trips USING btree (ai_planning_job_id) WHERE (ai_planning_job_id IS NOT NULL);
CREATE INDEX idx_trips_primary_city ON tripwright_dumped.trips USING btree (primary_city_id) WHERE (primary_city_id IS NOT NULL);
CREATE INDEX idx_trips_primary_country ON tripwright_dumped.trips USING btree (primary_country_id) WHERE (primary_country_id IS NOT NULL);
CREATE INDEX idx_trips_public ON tripwright_dumped.trips USING btree (start_date) WHERE is_public;
CREATE INDEX idx_trips_user_created ON tripwright_dumped.trips USING btree (user_id, created_at DESC);
CREATE INDEX idx_trips_user_status ON tripwright_dumped.trips USING btree (user_id, trip_status, start_date);
CREATE INDEX idx_user_activities_user ON ONLY tripwright_dumped.user_activities USING btree (user_id, created_at DESC);
CREATE INDEX idx_user_sessions_expiry ON tripwright_dumped.user_sessions USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX idx_user_sessions_revoked ON tripwright_dumped.user_sessions USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);
CREATE INDEX idx_user_sessions_user ON tripwright_dumped.user_sessions USING btree (user_id);
CREATE UNIQUE INDEX idx_users_email ON tripwright_dumped.users USING btree (lower((email)::text));
CREATE UNIQUE INDEX idx_users_oauth ON tripwright_dumped.users USING btree (oauth_provider, oauth_provider_id) WHERE (oauth_provider IS NOT NULL);
CREATE INDEX idx_vendor_calls_user ON tripwright_dumped.vendor_calls USING btree (user_id);
CREATE INDEX user_activities_2026_11_user_id_created_at_idx ON tripwright_dumped.user_activities_2026_11 USING btree (user_id, created_at DESC);
CREATE INDEX user_activities_2026_12_user_id_created_at_idx ON tripwright_dumped.user_activities_2026_12 USING btree (user_id, created_at DESC);
CREATE INDEX user_activities_2027_01_user_id_created_at_idx ON tripwright_dumped.user_activities_2027_01 USING btree (user_id, created_at DESC);
CREATE INDEX user_activities_2027_02_user_id_created_at_idx ON tripwright_dumped.user_activities_2027_02 USING btree (user_id, created_at DESC);
CREATE INDEX user_activities_default_user_id_created_at_idx ON tripwright_dumped.user_activities_default USING btree (user_id, created_at DESC);
CREATE UNIQUE INDEX job_common_i1 ON tripwright_dumped_queue.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::tripwright_dumped_queue.job_state) AND (policy = 'short'::text));
CREATE INDEX job_common_i10 ON tripwright_dumped_queue.job_common USING btree (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE ((state < 'active'::tripwright_dumped_queue.job_state) AND (NOT blocked) AND (policy = 'key_strict_fifo'::text));
CREATE INDEX job_common_i11 ON tripwright_dumped_queue.job_common USING btree (name, priority DESC, created_on, start_after) WHERE ((state < 'active'::tripwright_dumped_queue.job_state) AND (NOT blocked));
CREATE INDEX job_common_i12 ON tripwright_dumped_queue.job_common USING btree (source_root_id) WHERE (source_root_id IS NOT NULL);
CREATE UNIQUE INDEX job_common_i13 ON tripwright_dumped_queue.job_common USING btree (name, singleton_key) WHERE ((state = 'created'::tripwright_dumped_queue.job_state) AND upsert_by_key);
CREATE INDEX job_common_i14 ON tripwright_dumped_queue.job_common USING btree (name, state, blocked, start_after) WHERE (state = ANY (ARRAY['created'::tripwright_dumped_queue.job_state, 'retry'::tripwright_dumped_queue.job_state, 'active'::tripwright_dumped_queue.job_state, 'failed'::tripwright_dumped_queue.job_state]));
CREATE INDEX job_common_i15 ON tripwright_dumped_queue.job_common USING btree (name, created_on);
CREATE INDEX job_common_i16 ON tripwright_dumped_queue.job_common USING btree (name, completed_on) WHERE (completed_on IS NOT NULL);
CREATE INDEX job_common_i17 ON tripwright_dumped_queue.job_common USING btree (name, singleton_key, created_on) WHERE ((state < 'active'::tripwright_dumped_queue.job_state) AND (singleton_key IS NOT NULL));
CREATE UNIQUE INDEX job_common_i2 ON tripwright_dumped_queue.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::tripwright_dumped_queue.job_state) AND (policy = 'singleton'::text));
CREATE UNIQUE INDEX job_common_i3 ON tripwright_dumped_queue.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::tripwright_dumped_queue.job_state) AND (policy = 'stately'::text));
CREATE UNIQUE INDEX job_common_i4 ON tripwright_dumped_queue.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::tripwright_dumped_queue.job_state) AND (singleton_on IS NOT NULL));
CREATE UNIQUE INDEX job_common_i6 ON tripwright_dumped_queue.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::tripwright_dumped_queue.job_state) AND (policy = 'exclusive'::text));
CREATE INDEX job_common_i7 ON tripwright_dumped_queue.job_common USING btree (name, group_id) WHERE ((state = 'active'::tripwright_dumped_queue.job_state) AND (group_id IS NOT NULL));
CREATE UNIQUE INDEX job_common_i8 ON tripwright_dumped_queue.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::tripwright_dumped_queue.job_state, 'retry'::tripwright_dumped_queue.job_state, 'failed'::tripwright_dumped_queue.job_state])) AND (policy = 'key_strict_fifo'::text));
CREATE INDEX job_common_i9 ON tripwright_dumped_queue.job_common USING btree (name, id) WHERE (blocking AND (state = 'completed'::tripwright_dumped_queue.job_state));
CREATE INDEX job_dep_parent_idx ON tripwright_dumped_queue.job_dependency USING btree (parent_name, parent_id);
CREATE INDEX queue_stats_i1 ON ONLY tripwright_dumped_queue.queue_stats USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX queue_stats_20261124_name_captured_on_deferred_count_queued_idx ON tripwright_dumped_queue.queue_stats_20261124 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX queue_stats_20261125_name_captured_on_deferred_count_queued_idx ON tripwright_dumped_queue.queue_stats_20261125 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX warning_i1 ON tripwright_dumped_queue.warning USING btree (created_on DESC);
ALTER INDEX tripwright_dumped.idx_external_api_logs_provider ATTACH PARTITION tripwright_dumped.external_api_logs_2026_11_api_provider_created_at_idx;
ALTER INDEX tripwright_dumped.external_api_logs_pkey ATTACH PARTITION tripwright_dumped.external_api_logs_2026_11_pkey;
ALTER INDEX tripwright_dumped.idx_external_api_logs_run ATTACH PARTITION tripwright_dumped.external_api_logs_2026_11_run_id_idx;
ALTER INDEX tripwright_dumped.idx_external_api_logs_provider ATTACH PARTITION tripwright_dumped.external_api_logs_2026_12_api_provider_created_at_idx;
ALTER INDEX tripwright_dumped.external_api_logs_pkey ATTACH PARTITION tripwright_dumped.external_api_logs_2026_12_pkey;
ALTER INDEX tripwright_dumped.idx_external_api_logs_run ATTACH PARTITION tripwright_dumped.external_api_logs_2026_12_run_id_idx;
ALTER INDEX tripwright_dumped.idx_external_api_logs_provider ATTACH PARTITION tripwright_dumped.external_api_logs_2027_01_api_provider_created_at_idx;
ALTER INDEX tripwright_dumped.external_api_logs_pkey ATTACH PARTITION tripwright_dumped.external_api_logs_2027_01_pkey;
ALTER INDEX tripwright_dumped.idx_external_api_logs_run ATTACH PARTITION tripwright_dumped.external_api_logs_2027_01_run_id_idx;
ALTER INDEX tripwright_dumped.idx_external_api_logs_provider ATTACH PARTITION tripwright_dumped.external_api_logs_2027_02_api_provider_created_at_idx;
ALTER INDEX tripwright_dumped.external_api_logs_pkey ATTACH PARTITION tripwright_dumped.external_api_logs_2027_02_pkey;
ALTER INDEX tripwright_dumped.idx_external_api_logs_run ATTACH PARTITION tripwright_dumped.external_api_logs_2027_02_run_id_idx;
ALTER INDEX tripwright_dumped.idx_external_api_logs_provider ATTACH PARTITION tripwright_dumped.external_api_logs_default_api_provider_created_at_idx;
ALTER INDEX tripwright_dumped.external_api_logs_pkey ATTACH PARTITION tripwright_dumped.external_api_logs_default_pkey;
ALTER INDEX tripwright_dumped.idx_external_api_logs_run ATTACH PARTITION tripwright_dumped.external_api_logs_default_run_id_idx;
ALTER INDEX tripwright_dumped.user_activities_pkey ATTACH PARTITION tripwright_dumped.user_activities_2026_11_pkey;
ALTER INDEX tripwright_dumped.idx_user_activities_user ATTACH PARTITION tripwright_dumped.user_activities_2026_11_user_id_created_at_idx;
ALTER INDEX tripwright_dumped.user_activities_pkey ATTACH PARTITION tripwright_dumped.user_activities_2026_12_pkey;
ALTER INDEX tripwright_dumped.idx_user_activities_user ATTACH PARTITION tripwright_dumped.user_activities_2026_12_user_id_created_at_idx;
ALTER INDEX tripwright_dumped.user_activities_pkey ATTACH PARTITION tripwright_dumped.user_activities_2027_01_pkey;
ALTER INDEX tripwright_dumped.idx_user_activities_user ATTACH PARTITION tripwright_dumped.user_activities_2027_01_user_id_created_at_idx;
ALTER INDEX tripwright_dumped.user_activities_pkey ATTACH PARTITION tripwright_dumped.user_activities_2027_02_pkey;
ALTER INDEX tripwright_dumped.idx_user_activities_user ATTACH PARTITION tripwright_dumped.user_activities_2027_02_user_id_created_at_idx;
ALTER INDEX tripwright_dumped.user_activities_pkey ATTACH PARTITION tripwright_dumped.user_activities_default_pkey;
ALTER INDEX tripwright_dumped.idx_user_activities_user ATTACH PARTITION tripwright_dumped.user_activities_default_user_id_created_at_idx;
ALTER INDEX tripwright_dumped_queue.job_pkey ATTACH PARTITION tripwright_dumped_queue.job_common_pkey;
ALTER INDEX tripwright_dumped_queue.queue_stats_i1 ATTACH PARTITION tripwright_dumped_queue.queue_stats_20261124_name_captured_on_deferred_count_queued_idx;
ALTER INDEX tripwright_dumped_queue.queue_stats_pkey ATTACH PARTITION tripwright_dumped_queue.queue_stats_20261124_pkey;
ALTER INDEX tripwright_dumped_queue.queue_stats_i1 ATTACH PARTITION tripwright_dumped_queue.queue_stats_20261125_name_captured_on_deferred_count_queued_idx;
ALTER INDEX tripwright_dumped_queue.queue_stats_pkey ATTACH PARTITION tripwright_dumped_queue.queue_stats_20261125_pkey;
CREATE TRIGGER accessibility_needs_touch BEFORE UPDATE ON tripwright_dumped.accessibility_needs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER accommodation_search_cache_touch BEFORE UPDATE ON tripwright_dumped.accommodation_search_cache FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER accommodations_note_inserted AFTER INSERT ON tripwright_dumped.accommodations REFERENCING NEW TABLE AS new_offers FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_offers('stay');
CREATE TRIGGER accommodations_note_updated AFTER UPDATE ON tripwright_dumped.accommodations REFERENCING OLD TABLE AS old_offers NEW TABLE AS new_offers FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_offers('stay');
CREATE TRIGGER accommodations_touch BEFORE UPDATE ON tripwright_dumped.accommodations FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER ai_feedback_note_inserted AFTER INSERT ON tripwright_dumped.ai_feedback REFERENCING NEW TABLE AS new_feedback FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_feedback();
CREATE TRIGGER ai_feedback_touch BEFORE UPDATE ON tripwright_dumped.ai_feedback FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER ai_planning_jobs_touch BEFORE UPDATE ON tripwright_dumped.ai_planning_jobs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER airports_touch BEFORE UPDATE ON tripwright_dumped.airports FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER archived_partitions_touch BEFORE UPDATE ON tripwright_dumped.archived_partitions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER attraction_embeddings_touch BEFORE UPDATE ON tripwright_dumped.attraction_embeddings FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER attraction_reviews_touch BEFORE UPDATE ON tripwright_dumped.attraction_reviews FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER attractions_count_deleted AFTER DELETE ON tripwright_dumped.attractions REFERENCING OLD TABLE AS old_places FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.count_places_deleted();
CREATE TRIGGER attractions_count_inserted AFTER INSERT ON tripwright_dumped.attractions REFERENCING NEW TABLE AS new_places FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.count_places_inserted();
CREATE TRIGGER attractions_count_updated AFTER UPDATE ON tripwright_dumped.attractions REFERENCING OLD TABLE AS old_places NEW TABLE AS new_places FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.count_places_updated();
CREATE TRIGGER attractions_touch BEFORE UPDATE ON tripwright_dumped.attractions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER booking_links_touch BEFORE UPDATE ON tripwright_dumped.booking_links FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER call_confirmations_touch BEFORE UPDATE ON tripwright_dumped.call_confirmations FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER catalogue_sources_touch BEFORE UPDATE ON tripwright_dumped.catalogue_sources FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER catalogue_versions_touch BEFORE UPDATE ON tripwright_dumped.catalogue_versions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER categories_touch BEFORE UPDATE ON tripwright_dumped.categories FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER chat_messages_touch BEFORE UPDATE ON tripwright_dumped.chat_messages FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER chat_threads_touch BEFORE UPDATE ON tripwright_dumped.chat_threads FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER checkpoint_blobs_touch BEFORE UPDATE ON tripwright_dumped.checkpoint_blobs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER checkpoint_migrations_touch BEFORE UPDATE ON tripwright_dumped.checkpoint_migrations FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER checkpoint_writes_touch BEFORE UPDATE ON tripwright_dumped.checkpoint_writes FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER checkpoints_touch BEFORE UPDATE ON tripwright_dumped.checkpoints FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER cities_prominence_copied AFTER UPDATE ON tripwright_dumped.cities FOR EACH ROW WHEN ((old.prominence IS DISTINCT FROM new.prominence)) EXECUTE FUNCTION tripwright_dumped.copy_prominence_to_names();
CREATE TRIGGER cities_touch BEFORE UPDATE ON tripwright_dumped.cities FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER city_areas_touch BEFORE UPDATE ON tripwright_dumped.city_areas FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER city_names_prominence BEFORE INSERT ON tripwright_dumped.city_names FOR EACH ROW WHEN ((new.prominence IS NULL)) EXECUTE FUNCTION tripwright_dumped.fill_name_prominence();
CREATE TRIGGER city_names_touch BEFORE UPDATE ON tripwright_dumped.city_names FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER countries_touch BEFORE UPDATE ON tripwright_dumped.countries FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER dietary_restrictions_touch BEFORE UPDATE ON tripwright_dumped.dietary_restrictions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER eval_answers_touch BEFORE UPDATE ON tripwright_dumped.eval_answers FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER eval_runs_touch BEFORE UPDATE ON tripwright_dumped.eval_runs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER exchange_rates_touch BEFORE UPDATE ON tripwright_dumped.exchange_rates FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER external_api_logs_touch BEFORE UPDATE ON tripwright_dumped.external_api_logs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER external_identities_touch BEFORE UPDATE ON tripwright_dumped.external_identities FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER flight_search_cache_touch BEFORE UPDATE ON tripwright_dumped.flight_search_cache FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER flights_note_inserted AFTER INSERT ON tripwright_dumped.flights REFERENCING NEW TABLE AS new_offers FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_offers('flight');
CREATE TRIGGER flights_note_updated AFTER UPDATE ON tripwright_dumped.flights REFERENCING OLD TABLE AS old_offers NEW TABLE AS new_offers FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_offers('flight');
CREATE TRIGGER flights_touch BEFORE UPDATE ON tripwright_dumped.flights FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER import_runs_touch BEFORE UPDATE ON tripwright_dumped.import_runs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER itineraries_count_deleted AFTER DELETE ON tripwright_dumped.itineraries REFERENCING OLD TABLE AS old_itineraries FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.itineraries_changed();
CREATE TRIGGER itineraries_count_inserted AFTER INSERT ON tripwright_dumped.itineraries REFERENCING NEW TABLE AS new_itineraries FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.itineraries_changed();
CREATE TRIGGER itineraries_count_updated AFTER UPDATE ON tripwright_dumped.itineraries REFERENCING OLD TABLE AS old_itineraries NEW TABLE AS new_itineraries FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.itineraries_changed();
CREATE TRIGGER itineraries_note_deleted AFTER DELETE ON tripwright_dumped.itineraries REFERENCING OLD TABLE AS old_itineraries FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_itineraries();
CREATE TRIGGER itineraries_note_inserted AFTER INSERT ON tripwright_dumped.itineraries REFERENCING NEW TABLE AS new_itineraries FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_itineraries();
CREATE TRIGGER itineraries_note_updated AFTER UPDATE ON tripwright_dumped.itineraries REFERENCING OLD TABLE AS old_itineraries NEW TABLE AS new_itineraries FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_itineraries();
CREATE TRIGGER itineraries_touch BEFORE UPDATE ON tripwright_dumped.itineraries FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER itinerary_days_touch BEFORE UPDATE ON tripwright_dumped.itinerary_days FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER itinerary_items_complete BEFORE INSERT OR UPDATE OF cost, cost_per_person, currency ON tripwright_dumped.itinerary_items FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.complete_itinerary_item();
CREATE TRIGGER itinerary_items_count_deleted AFTER DELETE ON tripwright_dumped.itinerary_items REFERENCING OLD TABLE AS old_items FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.itinerary_items_changed();
CREATE TRIGGER itinerary_items_count_inserted AFTER INSERT ON tripwright_dumped.itinerary_items REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.itinerary_items_changed();
CREATE TRIGGER itinerary_items_count_updated AFTER UPDATE ON tripwright_dumped.itinerary_items REFERENCING OLD TABLE AS old_items NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.itinerary_items_changed();
CREATE TRIGGER itinerary_items_note_inserted AFTER INSERT ON tripwright_dumped.itinerary_items REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_items_inserted();
CREATE TRIGGER itinerary_items_note_updated AFTER UPDATE ON tripwright_dumped.itinerary_items REFERENCING OLD TABLE AS old_items NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_items_updated();
CREATE TRIGGER itinerary_items_touch BEFORE UPDATE ON tripwright_dumped.itinerary_items FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER keyed_calls_touch BEFORE UPDATE ON tripwright_dumped.keyed_calls FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER linked_accounts_touch BEFORE UPDATE ON tripwright_dumped.linked_accounts FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER lodgings_touch BEFORE UPDATE ON tripwright_dumped.lodgings FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER model_calls_touch BEFORE UPDATE ON tripwright_dumped.model_calls FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER notifications_touch BEFORE UPDATE ON tripwright_dumped.notifications FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER place_records_touch BEFORE UPDATE ON tripwright_dumped.place_records FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER review_checks_touch BEFORE UPDATE ON tripwright_dumped.review_checks FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER run_events_touch BEFORE UPDATE ON tripwright_dumped.run_events FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER search_claims_touch BEFORE UPDATE ON tripwright_dumped.search_claims FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trip_categories_touch BEFORE UPDATE ON tripwright_dumped.trip_categories FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trip_destinations_touch BEFORE UPDATE ON tripwright_dumped.trip_destinations FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE CONSTRAINT TRIGGER trip_destinations_within_trip AFTER INSERT OR UPDATE OF trip_id, visit_order, arrival_date, departure_date ON tripwright_dumped.trip_destinations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.check_trip_destinations();
CREATE TRIGGER trip_preferences_note_updated AFTER UPDATE ON tripwright_dumped.trip_preferences REFERENCING OLD TABLE AS old_preferences NEW TABLE AS new_preferences FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_trip_preferences();
CREATE TRIGGER trip_preferences_touch BEFORE UPDATE ON tripwright_dumped.trip_preferences FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trips_count_updated AFTER UPDATE ON tripwright_dumped.trips REFERENCING OLD TABLE AS old_trips NEW TABLE AS new_trips FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.trips_changed();
CREATE CONSTRAINT TRIGGER trips_hold_destinations AFTER UPDATE OF start_date, end_date ON tripwright_dumped.trips DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.start_date <> new.start_date) OR (old.end_date <> new.end_date))) EXECUTE FUNCTION tripwright_dumped.check_trip_destinations();
CREATE TRIGGER trips_note_deleted AFTER DELETE ON tripwright_dumped.trips REFERENCING OLD TABLE AS old_trips FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_trips();
CREATE TRIGGER trips_note_inserted AFTER INSERT ON tripwright_dumped.trips REFERENCING NEW TABLE AS new_trips FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_trips();
CREATE TRIGGER trips_note_updated AFTER UPDATE ON tripwright_dumped.trips REFERENCING OLD TABLE AS old_trips NEW TABLE AS new_trips FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_trips();
CREATE TRIGGER trips_touch BEFORE UPDATE ON tripwright_dumped.trips FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER user_activities_touch BEFORE UPDATE ON tripwright_dumped.user_activities FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER user_sessions_note_deleted AFTER DELETE ON tripwright_dumped.user_sessions REFERENCING OLD TABLE AS old_sessions FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_sessions();
CREATE TRIGGER user_sessions_note_inserted AFTER INSERT ON tripwright_dumped.user_sessions REFERENCING NEW TABLE AS new_sessions FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_sessions();
CREATE TRIGGER user_sessions_note_updated AFTER UPDATE ON tripwright_dumped.user_sessions REFERENCING OLD TABLE AS old_sessions NEW TABLE AS new_sessions FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_sessions();
CREATE TRIGGER user_sessions_touch BEFORE UPDATE ON tripwright_dumped.user_sessions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER users_note_updated AFTER UPDATE ON tripwright_dumped.users REFERENCING OLD TABLE AS old_users NEW TABLE AS new_users FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.note_users();
CREATE TRIGGER users_touch BEFORE UPDATE ON tripwright_dumped.users FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER vendor_calls_touch BEFORE UPDATE ON tripwright_dumped.vendor_calls FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
ALTER TABLE ONLY tripwright_dumped.accommodation_search_cache
    ADD CONSTRAINT accommodation_search_cache_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.accommodations
    ADD CONSTRAINT accommodations_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.accommodations
    ADD CONSTRAINT accommodations_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.ai_feedback
    ADD CONSTRAINT ai_feedback_itinerary_fkey FOREIGN KEY (trip_id, itinerary_id) REFERENCES tripwright_dumped.itineraries(trip_id, id) ON DELETE SET NULL (itinerary_id);
ALTER TABLE ONLY tripwright_dumped.ai_feedback
    ADD CONSTRAINT ai_feedback_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.ai_feedback
    ADD CONSTRAINT ai_feedback_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.ai_feedback
    ADD CONSTRAINT ai_feedback_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_itinerary_id_fkey FOREIGN KEY (itinerary_id) REFERENCES tripwright_dumped.itineraries(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_thread_fkey FOREIGN KEY (user_id, thread_id) REFERENCES tripwright_dumped.chat_threads(user_id, id) ON DELETE SET NULL (thread_id);
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.archived_partitions
    ADD CONSTRAINT archived_partitions_replaces_fkey FOREIGN KEY (replaces) REFERENCES tripwright_dumped.archived_partitions(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.attraction_embeddings
    ADD CONSTRAINT attraction_embeddings_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.attraction_reviews
    ADD CONSTRAINT attraction_reviews_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.attractions
    ADD CONSTRAINT attractions_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_itinerary_item_id_fkey FOREIGN KEY (itinerary_item_id) REFERENCES tripwright_dumped.itinerary_items(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.call_confirmations
    ADD CONSTRAINT call_confirmations_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_parent_category_id_fkey FOREIGN KEY (parent_category_id) REFERENCES tripwright_dumped.categories(id);
ALTER TABLE ONLY tripwright_dumped.chat_messages
    ADD CONSTRAINT chat_messages_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.chat_messages
    ADD CONSTRAINT chat_messages_thread_fkey FOREIGN KEY (user_id, thread_id) REFERENCES tripwright_dumped.chat_threads(user_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.chat_messages
    ADD CONSTRAINT chat_messages_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.chat_threads
    ADD CONSTRAINT chat_threads_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.chat_threads
    ADD CONSTRAINT chat_threads_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.checkpoint_blobs
    ADD CONSTRAINT checkpoint_blobs_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.checkpoint_writes
    ADD CONSTRAINT checkpoint_writes_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.checkpoints
    ADD CONSTRAINT checkpoints_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.eval_answers
    ADD CONSTRAINT eval_answers_eval_run_id_fkey FOREIGN KEY (eval_run_id) REFERENCES tripwright_dumped.eval_runs(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.eval_answers
    ADD CONSTRAINT eval_answers_itinerary_fkey FOREIGN KEY (trip_id, itinerary_id) REFERENCES tripwright_dumped.itineraries(trip_id, id) ON DELETE SET NULL (itinerary_id);
ALTER TABLE ONLY tripwright_dumped.eval_answers
    ADD CONSTRAINT eval_answers_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.eval_answers
    ADD CONSTRAINT eval_answers_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.eval_runs
    ADD CONSTRAINT eval_runs_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.external_identities
    ADD CONSTRAINT external_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.flights
    ADD CONSTRAINT flights_included_with_fkey FOREIGN KEY (trip_id, included_with) REFERENCES tripwright_dumped.flights(trip_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.flights
    ADD CONSTRAINT flights_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.import_runs
    ADD CONSTRAINT import_runs_source_fkey FOREIGN KEY (source) REFERENCES tripwright_dumped.catalogue_sources(name);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_job_id_fkey FOREIGN KEY (job_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_parent_fkey FOREIGN KEY (trip_id, parent_itinerary_id) REFERENCES tripwright_dumped.itineraries(trip_id, id) ON DELETE SET NULL (parent_itinerary_id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_itinerary_id_fkey FOREIGN KEY (itinerary_id) REFERENCES tripwright_dumped.itineraries(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id);
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_delayed_to_day_id_fkey FOREIGN KEY (itinerary_id, delayed_to_day_id) REFERENCES tripwright_dumped.itinerary_days(itinerary_id, id) ON DELETE SET NULL (delayed_to_day_id);
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_itinerary_day_id_fkey FOREIGN KEY (itinerary_id, itinerary_day_id) REFERENCES tripwright_dumped.itinerary_days(itinerary_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.keyed_calls
    ADD CONSTRAINT keyed_calls_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.linked_accounts
    ADD CONSTRAINT linked_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.lodgings
    ADD CONSTRAINT lodgings_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.lodgings
    ADD CONSTRAINT lodgings_source_fkey FOREIGN KEY (source) REFERENCES tripwright_dumped.catalogue_sources(name);
ALTER TABLE ONLY tripwright_dumped.model_calls
    ADD CONSTRAINT model_calls_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.model_calls
    ADD CONSTRAINT model_calls_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.notifications
    ADD CONSTRAINT notifications_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.place_records
    ADD CONSTRAINT place_records_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.place_records
    ADD CONSTRAINT place_records_source_fkey FOREIGN KEY (source) REFERENCES tripwright_dumped.catalogue_sources(name);
ALTER TABLE ONLY tripwright_dumped.review_checks
    ADD CONSTRAINT review_checks_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.run_events
    ADD CONSTRAINT run_events_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trip_categories
    ADD CONSTRAINT trip_categories_category_id_fkey FOREIGN KEY (category_id) REFERENCES tripwright_dumped.categories(id);
ALTER TABLE ONLY tripwright_dumped.trip_categories
    ADD CONSTRAINT trip_categories_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trip_preferences
    ADD CONSTRAINT trip_preferences_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_ai_planning_job_id_fkey FOREIGN KEY (ai_planning_job_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_primary_city_id_fkey FOREIGN KEY (primary_city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_primary_country_id_fkey FOREIGN KEY (primary_country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE tripwright_dumped.user_activities
    ADD CONSTRAINT user_activities_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped_queue.job_common
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES tripwright_dumped_queue.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY tripwright_dumped_queue.job_common
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES tripwright_dumped_queue.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY tripwright_dumped_queue.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES tripwright_dumped_queue.queue(name);
ALTER TABLE ONLY tripwright_dumped_queue.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES tripwright_dumped_queue.queue(name) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped_queue.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES tripwright_dumped_queue.queue(name) ON DELETE CASCADE;
ALTER TABLE tripwright_dumped.accommodations ENABLE ROW LEVEL SECURITY;
CREATE POLICY accommodations_of_own_trip ON tripwright_dumped.accommodations TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = accommodations.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = accommodations.trip_id))));
ALTER TABLE tripwright_dumped.ai_feedback ENABLE ROW LEVEL SECURITY;
CREATE POLICY ai_feedback_own ON tripwright_dumped.ai_feedback TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = ai_feedback.trip_id))) AND ((run_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = ai_feedback.run_id))))));
CREATE POLICY ai_feedback_service ON tripwright_dumped.ai_feedback FOR SELECT TO tripwright_service USING (true);
ALTER TABLE tripwright_dumped.ai_planning_jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY ai_planning_jobs_own ON tripwright_dumped.ai_planning_jobs TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND ((trip_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = ai_planning_jobs.trip_id)))) AND ((itinerary_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.itineraries i
  WHERE (i.id = ai_planning_jobs.itinerary_id))))));
CREATE POLICY ai_planning_jobs_service ON tripwright_dumped.ai_planning_jobs TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.booking_links ENABLE ROW LEVEL SECURITY;
CREATE POLICY booking_links_catalogue ON tripwright_dumped.booking_links TO tripwright_service, tripwright_importer USING (((linkable_type)::text = 'attraction'::text)) WITH CHECK (((linkable_type)::text = 'attraction'::text));
CREATE POLICY booking_links_expiring_seen ON tripwright_dumped.booking_links FOR SELECT TO tripwright_service USING ((expires_at IS NOT NULL));
CREATE POLICY booking_links_expiring_swept ON tripwright_dumped.booking_links FOR DELETE TO tripwright_service USING ((expires_at IS NOT NULL));
CREATE POLICY booking_links_of_places ON tripwright_dumped.booking_links FOR SELECT TO tripwright_app USING (((linkable_type)::text = 'attraction'::text));
CREATE POLICY booking_links_own ON tripwright_dumped.booking_links TO tripwright_app USING (((((linkable_type)::text = 'trip'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = booking_links.linkable_id)))) OR (((linkable_type)::text = 'itinerary_item'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_items i
  WHERE (i.id = booking_links.linkable_id)))))) WITH CHECK (((((linkable_type)::text = 'trip'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = booking_links.linkable_id)))) OR (((linkable_type)::text = 'itinerary_item'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_items i
  WHERE (i.id = booking_links.linkable_id))))));
ALTER TABLE tripwright_dumped.call_confirmations ENABLE ROW LEVEL SECURITY;
CREATE POLICY call_confirmations_own ON tripwright_dumped.call_confirmations TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY call_confirmations_service ON tripwright_dumped.call_confirmations TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.chat_messages ENABLE ROW LEVEL SECURITY;
CREATE POLICY chat_messages_own ON tripwright_dumped.chat_messages TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND ((run_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = chat_messages.run_id))))));
ALTER TABLE tripwright_dumped.chat_threads ENABLE ROW LEVEL SECURITY;
CREATE POLICY chat_threads_own ON tripwright_dumped.chat_threads TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND ((trip_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = chat_threads.trip_id))))));
ALTER TABLE tripwright_dumped.checkpoint_blobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY checkpoint_blobs_own ON tripwright_dumped.checkpoint_blobs TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
ALTER TABLE tripwright_dumped.checkpoint_writes ENABLE ROW LEVEL SECURITY;
CREATE POLICY checkpoint_writes_own ON tripwright_dumped.checkpoint_writes TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
ALTER TABLE tripwright_dumped.checkpoints ENABLE ROW LEVEL SECURITY;
CREATE POLICY checkpoints_own ON tripwright_dumped.checkpoints TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
ALTER TABLE tripwright_dumped.eval_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY eval_answers_own ON tripwright_dumped.eval_answers TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.eval_runs r
  WHERE (r.id = eval_answers.eval_run_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM tripwright_dumped.eval_runs r
  WHERE (r.id = eval_answers.eval_run_id))) AND ((trip_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = eval_answers.trip_id)))) AND ((run_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = eval_answers.run_id))))));
ALTER TABLE tripwright_dumped.eval_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY eval_runs_own ON tripwright_dumped.eval_runs TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
ALTER TABLE tripwright_dumped.external_api_logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY external_api_logs_service ON tripwright_dumped.external_api_logs TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.external_identities ENABLE ROW LEVEL SECURITY;
CREATE POLICY external_identities_own ON tripwright_dumped.external_identities FOR SELECT TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY external_identities_service ON tripwright_dumped.external_identities TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.flights ENABLE ROW LEVEL SECURITY;
CREATE POLICY flights_of_own_trip ON tripwright_dumped.flights TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = flights.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = flights.trip_id))));
ALTER TABLE tripwright_dumped.itineraries ENABLE ROW LEVEL SECURITY;
CREATE POLICY itineraries_of_own_trip ON tripwright_dumped.itineraries TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = itineraries.trip_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = itineraries.trip_id))) AND ((run_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = itineraries.run_id)))) AND ((job_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = itineraries.job_id))))));
CREATE POLICY itineraries_shared ON tripwright_dumped.itineraries FOR SELECT TO tripwright_guest USING ((is_selected AND (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = itineraries.trip_id)))));
ALTER TABLE tripwright_dumped.itinerary_days ENABLE ROW LEVEL SECURITY;
CREATE POLICY itinerary_days_of_own_itinerary ON tripwright_dumped.itinerary_days TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.itineraries i
  WHERE (i.id = itinerary_days.itinerary_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.itineraries i
  WHERE (i.id = itinerary_days.itinerary_id))));
CREATE POLICY itinerary_days_shared ON tripwright_dumped.itinerary_days FOR SELECT TO tripwright_guest USING ((EXISTS ( SELECT
   FROM tripwright_dumped.itineraries i
  WHERE (i.id = itinerary_days.itinerary_id))));
ALTER TABLE tripwright_dumped.itinerary_items ENABLE ROW LEVEL SECURITY;
CREATE POLICY itinerary_items_of_own_day ON tripwright_dumped.itinerary_items TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_days d
  WHERE (d.id = itinerary_items.itinerary_day_id)))) WITH CHECK (((EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_days d
  WHERE (d.id = itinerary_items.itinerary_day_id))) AND ((delayed_to_day_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_days d
  WHERE (d.id = itinerary_items.delayed_to_day_id))))));
CREATE POLICY itinerary_items_shared ON tripwright_dumped.itinerary_items FOR SELECT TO tripwright_guest USING ((((status)::text = ANY ((ARRAY['planned'::character varying, 'completed'::character varying])::text[])) AND ((item_type)::text <> ALL ((ARRAY['flight'::character varying, 'check_in'::character varying, 'check_out'::character varying])::text[])) AND (EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_days d
  WHERE (d.id = itinerary_items.itinerary_day_id)))));
ALTER TABLE tripwright_dumped.keyed_calls ENABLE ROW LEVEL SECURITY;
CREATE POLICY keyed_calls_own ON tripwright_dumped.keyed_calls TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY keyed_calls_service ON tripwright_dumped.keyed_calls TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.linked_accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY linked_accounts_own ON tripwright_dumped.linked_accounts TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
ALTER TABLE tripwright_dumped.model_calls ENABLE ROW LEVEL SECURITY;
CREATE POLICY model_calls_own ON tripwright_dumped.model_calls TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = model_calls.run_id)))));
CREATE POLICY model_calls_service ON tripwright_dumped.model_calls FOR SELECT TO tripwright_service USING (true);
ALTER TABLE tripwright_dumped.notifications ENABLE ROW LEVEL SECURITY;
CREATE POLICY notifications_own ON tripwright_dumped.notifications TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND ((trip_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = notifications.trip_id))))));
CREATE POLICY notifications_service ON tripwright_dumped.notifications TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.run_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_events_of_own_run ON tripwright_dumped.run_events TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = run_events.run_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = run_events.run_id))));
CREATE POLICY run_events_service ON tripwright_dumped.run_events TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.trip_categories ENABLE ROW LEVEL SECURITY;
CREATE POLICY trip_categories_of_own_trip ON tripwright_dumped.trip_categories TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_categories.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_categories.trip_id))));
ALTER TABLE tripwright_dumped.trip_destinations ENABLE ROW LEVEL SECURITY;
CREATE POLICY trip_destinations_of_own_trip ON tripwright_dumped.trip_destinations TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_destinations.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_destinations.trip_id))));
CREATE POLICY trip_destinations_shared ON tripwright_dumped.trip_destinations FOR SELECT TO tripwright_guest USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_destinations.trip_id))));
ALTER TABLE tripwright_dumped.trip_preferences ENABLE ROW LEVEL SECURITY;
CREATE POLICY trip_preferences_of_own_trip ON tripwright_dumped.trip_preferences TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_preferences.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_preferences.trip_id))));
ALTER TABLE tripwright_dumped.trips ENABLE ROW LEVEL SECURITY;
CREATE POLICY trips_own ON tripwright_dumped.trips TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND ((ai_planning_job_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = trips.ai_planning_job_id))))));
CREATE POLICY trips_shared ON tripwright_dumped.trips FOR SELECT TO tripwright_guest USING ((((share_token)::text = tripwright_dumped.app_share_token()) OR (is_public AND (tripwright_dumped.app_share_token() IS NULL))));
ALTER TABLE tripwright_dumped.user_activities ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_activities_own ON tripwright_dumped.user_activities TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY user_activities_service ON tripwright_dumped.user_activities FOR SELECT TO tripwright_service USING (true);
CREATE POLICY user_activities_service_sign_in ON tripwright_dumped.user_activities FOR INSERT TO tripwright_service WITH CHECK (((activity_type)::text = 'session-create'::text));
ALTER TABLE tripwright_dumped.user_sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_sessions_own ON tripwright_dumped.user_sessions TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY user_sessions_service ON tripwright_dumped.user_sessions TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY users_own_data ON tripwright_dumped.users TO tripwright_app USING ((id = tripwright_dumped.app_user_id())) WITH CHECK ((id = tripwright_dumped.app_user_id()));
CREATE POLICY users_service ON tripwright_dumped.users TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.vendor_calls ENABLE ROW LEVEL SECURITY;
CREATE POLICY vendor_calls_forgotten ON tripwright_dumped.vendor_calls FOR DELETE TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY vendor_calls_own ON tripwright_dumped.vendor_calls FOR SELECT TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY vendor_calls_service ON tripwright_dumped.vendor_calls TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.bam ENABLE ROW LEVEL SECURITY;
CREATE POLICY bam_service ON tripwright_dumped_queue.bam TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.instance ENABLE ROW LEVEL SECURITY;
CREATE POLICY instance_service ON tripwright_dumped_queue.instance TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.job ENABLE ROW LEVEL SECURITY;
ALTER TABLE tripwright_dumped_queue.job_common ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_common_service ON tripwright_dumped_queue.job_common TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.job_dependency ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_dependency_service ON tripwright_dumped_queue.job_dependency TO tripwright_service USING (true) WITH CHECK (true);
CREATE POLICY job_service ON tripwright_dumped_queue.job TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.queue ENABLE ROW LEVEL SECURITY;
CREATE POLICY queue_service ON tripwright_dumped_queue.queue TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.queue_stats ENABLE ROW LEVEL SECURITY;
ALTER TABLE tripwright_dumped_queue.queue_stats_20261124 ENABLE ROW LEVEL SECURITY;
CREATE POLICY queue_stats_20261124_service ON tripwright_dumped_queue.queue_stats_20261124 TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.queue_stats_20261125 ENABLE ROW LEVEL SECURITY;
CREATE POLICY queue_stats_20261125_service ON tripwright_dumped_queue.queue_stats_20261125 TO tripwright_service USING (true) WITH CHECK (true);
CREATE POLICY queue_stats_service ON tripwright_dumped_queue.queue_stats TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.schedule ENABLE ROW LEVEL SECURITY;
CREATE POLICY schedule_service ON tripwright_dumped_queue.schedule TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY subscription_service ON tripwright_dumped_queue.subscription TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.version ENABLE ROW LEVEL SECURITY;
CREATE POLICY version_service ON tripwright_dumped_queue.version TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped_queue.warning ENABLE ROW LEVEL SECURITY;
CREATE POLICY warning_service ON tripwright_dumped_queue.warning TO tripwright_service USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_app;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_service;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_importer;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_guest;
GRANT USAGE ON SCHEMA tripwright_dumped_queue TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.analyze_partitioned_tables() FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.analyze_partitioned_tables() TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.create_month_partition(parent text, first_day date, max_rows integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.create_month_partition(parent text, first_day date, max_rows integer) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.create_monthly_partitions(months_ahead integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.create_monthly_partitions(months_ahead integer) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.ensure_embedding_index(model_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.ensure_embedding_index(model_name text) TO tripwright_importer;
REVOKE ALL ON FUNCTION tripwright_dumped.months_in_default(parent text, before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.months_in_default(parent text, before timestamp with time zone) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.release_archived_rows(attempt uuid, released_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.release_archived_rows(attempt uuid, released_at timestamp with time zone) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.row_fingerprint(row_id uuid, changed_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.row_fingerprint(row_id uuid, changed_at timestamp with time zone) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped.settle_catalogue() FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.settle_catalogue() TO tripwright_importer;
REVOKE ALL ON FUNCTION tripwright_dumped_queue.create_queue(queue_name text, options jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped_queue.create_queue(queue_name text, options jsonb) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped_queue.delete_queue(queue_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped_queue.delete_queue(queue_name text) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped_queue.job_now() FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped_queue.job_now() TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped_queue.job_table_format(command text, table_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped_queue.job_table_format(command text, table_name text) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped_queue.job_table_run(command text, tbl_name text, queue_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped_queue.job_table_run(command text, tbl_name text, queue_name text) TO tripwright_service;
REVOKE ALL ON FUNCTION tripwright_dumped_queue.job_table_run_async(command_name text, version integer, command text, tbl_name text, queue_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped_queue.job_table_run_async(command_name text, version integer, command text, tbl_name text, queue_name text) TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.accessibility_needs TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.accessibility_needs TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accessibility_needs TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accommodation_search_cache TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accommodations TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.ai_feedback TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.ai_feedback TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.ai_planning_jobs TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.ai_planning_jobs TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.airports TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.airports TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.airports TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.archived_partitions TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.attraction_embeddings TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.attraction_embeddings TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attraction_embeddings TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.attraction_reviews TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attraction_reviews TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attraction_reviews TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.attractions TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.attractions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attractions TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.attractions TO tripwright_guest;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.booking_links TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.booking_links TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.booking_links TO tripwright_importer;
GRANT SELECT,INSERT,DELETE ON TABLE tripwright_dumped.call_confirmations TO tripwright_app;
GRANT SELECT,DELETE ON TABLE tripwright_dumped.call_confirmations TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.catalogue_sources TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.catalogue_sources TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.catalogue_sources TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.catalogue_versions TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.catalogue_versions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.catalogue_versions TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.categories TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.categories TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.categories TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.categories TO tripwright_guest;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.chat_messages TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.chat_threads TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.checkpoint_blobs TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.checkpoint_writes TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.checkpoints TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.cities TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.cities TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.cities TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.cities TO tripwright_guest;
GRANT SELECT ON TABLE tripwright_dumped.city_areas TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.city_areas TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.city_areas TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.city_areas TO tripwright_guest;
GRANT SELECT ON TABLE tripwright_dumped.city_names TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.city_names TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.city_names TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.countries TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.countries TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.countries TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.countries TO tripwright_guest;
GRANT SELECT ON TABLE tripwright_dumped.dietary_restrictions TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.dietary_restrictions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.dietary_restrictions TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.eval_answers TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.eval_answer_ratings TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.eval_runs TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.exchange_rates TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.exchange_rates TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.exchange_rates TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.external_api_logs TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.external_identities TO tripwright_app;
GRANT SELECT,INSERT ON TABLE tripwright_dumped.external_identities TO tripwright_service;
GRANT UPDATE(last_used_at) ON TABLE tripwright_dumped.external_identities TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.flight_search_cache TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.flights TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.import_runs TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.itineraries TO tripwright_app;
GRANT SELECT(id) ON TABLE tripwright_dumped.itineraries TO tripwright_guest;
GRANT SELECT(trip_id) ON TABLE tripwright_dumped.itineraries TO tripwright_guest;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.itinerary_days TO tripwright_app;
GRANT SELECT(id) ON TABLE tripwright_dumped.itinerary_days TO tripwright_guest;
GRANT SELECT(itinerary_id) ON TABLE tripwright_dumped.itinerary_days TO tripwright_guest;
GRANT SELECT(day_number) ON TABLE tripwright_dumped.itinerary_days TO tripwright_guest;
GRANT SELECT(date) ON TABLE tripwright_dumped.itinerary_days TO tripwright_guest;
GRANT SELECT(city_id) ON TABLE tripwright_dumped.itinerary_days TO tripwright_guest;
GRANT SELECT(title) ON TABLE tripwright_dumped.itinerary_days TO tripwright_guest;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.itinerary_items TO tripwright_app;
GRANT SELECT(id) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(itinerary_day_id) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(item_order) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(start_time) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(end_time) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(ends_next_day) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(duration_minutes) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(item_type) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(attraction_id) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(title) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT(location) ON TABLE tripwright_dumped.itinerary_items TO tripwright_guest;
GRANT SELECT ON TABLE tripwright_dumped.itinerary_day_detail TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.keyed_calls TO tripwright_app;
GRANT SELECT,DELETE ON TABLE tripwright_dumped.keyed_calls TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.linked_accounts TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.lodgings TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.lodgings TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.lodgings TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.model_calls TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.model_calls TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.notifications TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.notifications TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.place_records TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.place_records TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.place_records TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.review_checks TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.review_checks TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.run_events TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.run_events TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.search_claims TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trip_categories TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trip_destinations TO tripwright_app;
GRANT SELECT(id) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(trip_id) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(destination_type) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(city_id) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(country_id) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(visit_order) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(arrival_date) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(departure_date) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT(nights) ON TABLE tripwright_dumped.trip_destinations TO tripwright_guest;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trip_preferences TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trips TO tripwright_app;
GRANT SELECT(id) ON TABLE tripwright_dumped.trips TO tripwright_guest;
GRANT SELECT(title) ON TABLE tripwright_dumped.trips TO tripwright_guest;
GRANT SELECT(start_date) ON TABLE tripwright_dumped.trips TO tripwright_guest;
GRANT SELECT(end_date) ON TABLE tripwright_dumped.trips TO tripwright_guest;
GRANT SELECT(duration_days) ON TABLE tripwright_dumped.trips TO tripwright_guest;
GRANT SELECT ON TABLE tripwright_dumped.trip_summary TO tripwright_app;
GRANT SELECT,INSERT ON TABLE tripwright_dumped.user_activities TO tripwright_app;
GRANT SELECT,INSERT ON TABLE tripwright_dumped.user_activities TO tripwright_service;
GRANT DELETE ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_service;
GRANT SELECT(id) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(user_id) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(label),UPDATE(label) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(scopes) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(user_agent) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(ip_address) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(expires_at) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(last_used_at) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(created_at) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT(updated_at) ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT DELETE ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_service;
GRANT SELECT(id),INSERT(id) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(email),INSERT(email) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(first_name),INSERT(first_name),UPDATE(first_name) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(last_name),INSERT(last_name),UPDATE(last_name) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(phone),INSERT(phone),UPDATE(phone) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(avatar_url),INSERT(avatar_url),UPDATE(avatar_url) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(is_active) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(is_email_verified) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(oauth_provider) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(oauth_provider_id) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(preferences),INSERT(preferences),UPDATE(preferences) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(failed_login_attempts) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(locked_until) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(last_login_at) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(created_at) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT(updated_at) ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT,DELETE ON TABLE tripwright_dumped.vendor_calls TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.vendor_calls TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.bam TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.instance TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.job TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.job_common TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.job_dependency TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.queue TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.queue_stats TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.queue_stats_20261124 TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.queue_stats_20261125 TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.schedule TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.subscription TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.version TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped_queue.warning TO tripwright_service;
