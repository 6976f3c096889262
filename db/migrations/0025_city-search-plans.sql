-- Up Migration
-- Finding cities by what somebody typed, as a function: its statements are planned once a connection, where planning
-- them anew took longer than running them. Prepared statements would do the same, but not behind a pooler.

-- Names of cities that may be meant, in every way of finding: each from its own index, each bounded, the best known
-- first. Slips are only looked for when no name is exactly right. The planner cannot know how few rows there will be
-- for words that it has not seen, so that it is not to read a whole table.
create function find_city_names(
  -- Readings of what was typed that may be a name as they stand, and all of it, for names that begin so.
  names text[],
  typed text,
  -- Where slips are looked for; sounds and skeletons go with them one by one.
  slip_names text[],
  sounds text[],
  skeletons text[],
  variants text[],
  -- Three letters that may be an airport's.
  airport text,
  -- A country or region that was named; alone, its best known cities may be meant even where a name is exactly right.
  place_country uuid,
  place_region_code text,
  place_region text,
  is_place_alone boolean,
  -- Which cities count at all.
  only_country uuid,
  only_covered boolean,
  around geography,
  within_meters double precision
) returns table (found_city uuid, found_name text, found_kind text)
  language plpgsql stable parallel safe rows 40
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  as $$
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

-- Down Migration
drop function find_city_names(
  text[], text, text[], text[], text[], text[], text, uuid, text, text, boolean, uuid, boolean, geography,
  double precision);
