-- Up Migration
-- Places to visit and to eat. Null means that nobody knows: unknown hours are not "closed", an unknown
-- price is not free.

create table attractions (
  id uuid primary key,
  city_id uuid not null references cities (id),
  name varchar(200) not null,
  name_local varchar(200),
  description text,
  attraction_type varchar(50) not null,
  is_eatery boolean not null generated always as (
    attraction_type in ('restaurant', 'cafe', 'bakery', 'bar', 'food_hall', 'street_food')
  ) stored,
  category_ids uuid[] not null default '{}',
  address text,
  location geography(point, 4326) not null,
  opening_hours jsonb,
  typical_visit_duration integer not null,
  crowdedness_level varchar(20),
  pricing_type varchar(20),
  price_adult numeric(14, 3),
  price_level integer,
  spend_low numeric(14, 3),
  spend_high numeric(14, 3),
  currency char(3),
  booking_needed boolean,
  avg_rating numeric(2, 1),
  review_count integer,
  popularity_score numeric(3, 2) not null default 0,
  is_offbeat boolean not null default false,
  diets text[] not null default '{}',
  accessibility_features jsonb not null default '{}',
  tags varchar(50)[] not null default '{}',
  google_places_id varchar(255),
  tripadvisor_id varchar(255),
  getyourguide_id varchar(100),
  viator_id varchar(100),
  image_urls text[] not null default '{}',
  search_vector tsvector not null generated always as (
    search_part(name, 'A') || search_part(name_local, 'A') || search_part(spoken_words(tags), 'B')
    || search_part(replace(attraction_type, '_', ' '), 'B') || search_part(description, 'C')
  ) stored,
  external_data jsonb,
  external_data_cached_at timestamptz,
  is_verified boolean not null default false,
  source text not null,
  source_date date not null,
  -- Gone from its source: no longer offered, kept because stored itineraries name it.
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint attractions_type_known check (attraction_type in (
    'museum', 'gallery', 'landmark', 'monument', 'church', 'cathedral', 'temple', 'shrine', 'mosque', 'synagogue',
    'palace', 'castle', 'ruins', 'park', 'garden', 'viewpoint', 'observation_deck', 'beach', 'market', 'neighborhood',
    'square', 'street', 'bridge', 'waterfront', 'zoo', 'aquarium', 'theme_park', 'theater', 'stadium', 'library',
    'cemetery', 'spa', 'shop', 'island', 'hike', 'tram_or_boat', 'other',
    'restaurant', 'cafe', 'bakery', 'bar', 'food_hall', 'street_food')),
  constraint attractions_diets_known check (diets <@ array['vegetarian', 'vegan', 'halal', 'kosher', 'gluten_free',
    'dairy_free', 'nut_free', 'pescatarian', 'keto']),
  constraint attractions_crowdedness_known check (crowdedness_level in ('low', 'moderate', 'high')),
  constraint attractions_pricing_known check (pricing_type in ('free', 'paid', 'donation')),
  constraint attractions_free_costs_nothing check (pricing_type <> 'free' or price_adult is null or price_adult = 0),
  constraint attractions_price_counted check (price_adult >= 0),
  constraint attractions_price_level_in_range check (price_level between 1 and 4),
  constraint attractions_spend_ascends check (spend_low >= 0 and spend_low <= spend_high),
  constraint attractions_money_has_currency check (
    currency is not null or (price_adult is null and spend_low is null and spend_high is null)),
  constraint attractions_visit_takes_time check (typical_visit_duration > 0),
  constraint attractions_rating_in_range check (avg_rating between 0 and 5),
  constraint attractions_popularity_in_range check (popularity_score between 0 and 1)
);
create index idx_attractions_city_popularity on attractions (city_id, popularity_score desc, id);
create index idx_attractions_location on attractions using gist (location);
create index idx_attractions_search on attractions using gin (search_vector);
create index idx_attractions_name_trgm on attractions using gin (name gin_trgm_ops);
create index idx_attractions_categories on attractions using gin (category_ids);
create index idx_attractions_google_places on attractions (google_places_id) where google_places_id is not null;
create index idx_attractions_tripadvisor on attractions (tripadvisor_id) where tripadvisor_id is not null;
create trigger attractions_touch before update on attractions for each row execute function touch_updated_at();

-- cities.attraction_count and eatery_count, kept exact by deltas: one small statement a bulk statement,
-- whoever writes. An upsert fires the insert and the update trigger, each with its own rows.
create function count_places_inserted() returns trigger
  language plpgsql set search_path from current
  as $$
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

create function count_places_deleted() returns trigger
  language plpgsql set search_path from current
  as $$
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

create function count_places_updated() returns trigger
  language plpgsql set search_path from current
  as $$
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

create trigger attractions_count_inserted after insert on attractions
  referencing new table as new_places for each statement execute function count_places_inserted();
create trigger attractions_count_deleted after delete on attractions
  referencing old table as old_places for each statement execute function count_places_deleted();
create trigger attractions_count_updated after update on attractions
  referencing old table as old_places new table as new_places for each statement execute function count_places_updated();

create table attraction_reviews (
  id uuid primary key,
  attraction_id uuid not null references attractions (id) on delete cascade,
  source varchar(50) not null,
  external_review_id varchar(255) not null,
  author_name varchar(100),
  rating integer,
  review_text text,
  review_date date,
  language varchar(10),
  cached_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint attraction_reviews_external_key unique (source, external_review_id),
  constraint attraction_reviews_rating_in_range check (rating between 1 and 5)
);
create index idx_attraction_reviews_attraction on attraction_reviews (attraction_id, review_date desc);
create trigger attraction_reviews_touch before update on attraction_reviews
  for each row execute function touch_updated_at();

grant select on attractions, attraction_reviews to tripwright_app;
grant select on attractions to tripwright_service;
grant select, insert, update, delete on attraction_reviews to tripwright_service;
grant select, insert, update, delete on attractions, attraction_reviews to tripwright_importer;

-- Bulk writers call this last; it does what autovacuum would, which the embedded engine has not: merge what
-- GIN indexes queue up (a long queue is scanned by every search) and show the planner the rows. Both are the
-- owner's right, hence the function.
create function settle_catalogue() returns void
  language plpgsql security definer set search_path from current
  as $$
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
revoke execute on function settle_catalogue() from public;
grant execute on function settle_catalogue() to tripwright_importer;

-- Down Migration
drop function settle_catalogue();
drop table attraction_reviews;
drop table attractions;
drop function count_places_updated();
drop function count_places_deleted();
drop function count_places_inserted();
