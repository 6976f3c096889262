-- Up Migration
-- What searching needs to be fast and to forgive: how well known a city is beside each of its names, and the
-- names of places without accents.

-- A copy of `cities.prominence`: the best known of many names are then found without a look at each city.
alter table city_names add column prominence real;
update city_names n set prominence = c.prominence from cities c where c.id = n.city_id;
update city_names set prominence = 0 where prominence is null;
alter table city_names alter column prominence set not null;

-- Whoever writes many names says it along with them; for anybody else it is looked up.
create function fill_name_prominence() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  new.prominence := coalesce((select c.prominence from cities c where c.id = new.city_id), 0);
  return new;
end
$$;
create trigger city_names_prominence before insert on city_names
  for each row when (new.prominence is null) execute function fill_name_prominence();

create function copy_prominence_to_names() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  update city_names set prominence = new.prominence where city_id = new.id;
  return null;
end
$$;
create trigger cities_prominence_copied after update on cities
  for each row when (old.prominence is distinct from new.prominence) execute function copy_prominence_to_names();

-- Both names of a place as they are compared: lower case, without accents, apostrophes as spaces (d'Orsay).
create function place_names(name text, name_local text) returns text
  language sql immutable parallel safe
  return lower(translate(unaccented(name || coalesce(' / ' || name_local, '')), '''’‘ʻʼ`´', '       '));
create index idx_attractions_names_trgm on attractions using gin (place_names(name, name_local) gin_trgm_ops);

-- Down Migration
drop index idx_attractions_names_trgm;
drop function place_names(text, text);
drop trigger cities_prominence_copied on cities;
drop function copy_prominence_to_names();
drop trigger city_names_prominence on city_names;
drop function fill_name_prominence();
alter table city_names drop column prominence;
