-- Up Migration
-- Where one can go. Catalogue: everybody reads, only an importer writes.

create table catalogue_versions (
  name varchar(50) primary key,
  content_hash varchar(64) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create trigger catalogue_versions_touch before update on catalogue_versions
  for each row execute function touch_updated_at();

create table exchange_rates (
  currency char(3) not null,
  per_euro numeric(18, 8) not null,
  as_of date not null,
  source text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (currency, as_of),
  constraint exchange_rates_positive check (per_euro > 0)
);
create trigger exchange_rates_touch before update on exchange_rates
  for each row execute function touch_updated_at();

create table countries (
  id uuid primary key,
  iso_code char(2) not null,
  name varchar(100) not null,
  location geography(point, 4326),
  bounds geography(polygon, 4326),
  currency_code char(3),
  timezone varchar(50),
  popularity_score numeric(3, 2),
  avg_daily_cost_budget integer,
  avg_daily_cost_mid_range integer,
  avg_daily_cost_luxury integer,
  avg_daily_cost_currency char(3),
  avg_daily_cost_as_of date,
  avg_daily_cost_source text,
  google_places_id varchar(255),
  tripadvisor_id varchar(255),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint countries_iso_code_key unique (iso_code),
  constraint countries_iso_code_is_alpha2 check (iso_code ~ '^[A-Z]{2}$'),
  constraint countries_popularity_in_range check (popularity_score between 0 and 1),
  constraint countries_costs_ascend check (
    avg_daily_cost_budget <= avg_daily_cost_mid_range and avg_daily_cost_mid_range <= avg_daily_cost_luxury),
  -- A figure without its currency, date and source is not a figure.
  constraint countries_costs_have_provenance check (
    avg_daily_cost_budget is null
    or (avg_daily_cost_currency is not null and avg_daily_cost_as_of is not null and avg_daily_cost_source is not null))
);
create trigger countries_touch before update on countries for each row execute function touch_updated_at();

create table cities (
  id uuid primary key,
  country_id uuid not null references countries (id),
  name varchar(100) not null,
  name_local varchar(100),
  aliases varchar(100)[] not null default '{}',
  region varchar(100),
  -- What people write after a comma: "TX", "NSW".
  region_code varchar(10),
  description text,
  location geography(point, 4326) not null,
  city_type varchar(20) not null,
  population integer,
  popularity_score numeric(3, 2),
  timezone varchar(50) not null,
  iata_code char(3),
  geonames_id integer,
  google_places_id varchar(255),
  tripadvisor_id varchar(255),
  attraction_count integer not null default 0,
  eatery_count integer not null default 0,
  -- How likely a bare name means this city: fame first, then size (10,000 people 0, 20 million 1).
  prominence real not null generated always as (
    0.6 * coalesce(popularity_score, 0)::double precision
    + 0.4 * least(1, greatest(0, (ln(greatest(coalesce(population, 1), 1)::double precision) / ln(10::double precision) - 4) / 3.3))
  ) stored,
  search_vector tsvector not null generated always as (
    search_part(name, 'A') || search_part(name_local, 'A') || search_part(spoken_words(aliases), 'B')
    || search_part(description, 'C')
  ) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cities_geonames_id_key unique (geonames_id),
  constraint cities_city_type_known check (city_type in ('capital', 'major_city', 'city', 'town')),
  constraint cities_population_counted check (population >= 0),
  constraint cities_popularity_in_range check (popularity_score between 0 and 1),
  constraint cities_places_counted check (attraction_count >= 0 and eatery_count >= 0)
);
create index idx_cities_country on cities (country_id);
create index idx_cities_location on cities using gist (location);
create index idx_cities_search on cities using gin (search_vector);
create index idx_cities_name_trgm on cities using gin (name gin_trgm_ops);
create index idx_cities_iata on cities (iata_code) where iata_code is not null;
-- The few cities that can be planned in, for "nearest covered city".
create index idx_cities_covered on cities using gist (location) where attraction_count > 0;
create trigger cities_touch before update on cities for each row execute function touch_updated_at();

-- Every name of a city, one row each, folded by the program (lower case, no accents) so that the
-- embedded engine (C locale) and a server (any locale) agree on what equals what. Derived from `cities` and
-- only ever joined with it, so it does without a foreign key, which would double the time to fill it.
create table city_names (
  city_id uuid not null,
  folded varchar(120) not null,
  kind varchar(10) not null,
  -- What it sounds like, and its consonants alone; null for scripts where that means nothing, and for
  -- places too small to be meant by a misspelt word.
  sound_key varchar(120),
  skeleton varchar(60),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (city_id, folded),
  constraint city_names_kind_known check (kind in ('name', 'local', 'alias'))
);
create index idx_city_names_folded on city_names (folded text_pattern_ops);
create index idx_city_names_sound on city_names (sound_key) where sound_key is not null;
create index idx_city_names_skeleton on city_names (skeleton) where skeleton is not null;
create index idx_city_names_trgm on city_names using gin (folded gin_trgm_ops);
create trigger city_names_touch before update on city_names for each row execute function touch_updated_at();

create table city_areas (
  id uuid primary key,
  city_id uuid not null references cities (id) on delete cascade,
  name varchar(100) not null,
  name_local varchar(100),
  area_type varchar(30) not null default 'neighborhood',
  description text,
  location geography(point, 4326) not null,
  bounds geography(polygon, 4326),
  popularity_score numeric(3, 2),
  tags varchar(50)[] not null default '{}',
  source text not null,
  source_date date not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint city_areas_name_key unique (city_id, name),
  constraint city_areas_popularity_in_range check (popularity_score between 0 and 1)
);
create index idx_city_areas_location on city_areas using gist (location);
create trigger city_areas_touch before update on city_areas for each row execute function touch_updated_at();

create table airports (
  id uuid primary key,
  iata_code char(3) not null,
  name varchar(200) not null,
  city_name varchar(100) not null,
  country_id uuid not null references countries (id),
  location geography(point, 4326) not null,
  size varchar(20) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint airports_iata_code_key unique (iata_code),
  constraint airports_iata_code_is_alpha3 check (iata_code ~ '^[A-Z]{3}$'),
  constraint airports_size_known check (size in ('hub', 'international', 'regional'))
);
create index idx_airports_location on airports using gist (location);
create trigger airports_touch before update on airports for each row execute function touch_updated_at();

grant select on catalogue_versions, exchange_rates, countries, cities, city_names, city_areas, airports
  to tripwright_app, tripwright_service;
grant select, insert, update, delete
  on catalogue_versions, exchange_rates, countries, cities, city_names, city_areas, airports
  to tripwright_importer;

-- Down Migration
drop table airports;
drop table city_areas;
drop table city_names;
drop table cities;
drop table countries;
drop table exchange_rates;
drop table catalogue_versions;
