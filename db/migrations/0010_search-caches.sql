-- Up Migration
-- What vendors answered, for an hour (flights) or two (stays). Offers of anybody's search, nobody's data:
-- only the service role touches them.

create table flight_search_cache (
  id uuid primary key default gen_random_uuid(),
  search_hash varchar(64) not null,
  origin_airport char(3) not null,
  destination_airport char(3) not null,
  departure_date date not null,
  return_date date,
  passengers integer not null,
  cabin_class varchar(20) not null,
  currency char(3) not null,
  results jsonb not null,
  cached_at timestamptz not null,
  expires_at timestamptz not null,
  hit_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint flight_search_cache_hash_key unique (search_hash),
  constraint flight_search_cache_expires_after_caching check (expires_at > cached_at)
);
create index idx_flight_search_cache_expiry on flight_search_cache (expires_at);
create index idx_flight_search_cache_route on flight_search_cache (origin_airport, destination_airport, departure_date);
create trigger flight_search_cache_touch before update on flight_search_cache
  for each row execute function touch_updated_at();

create table accommodation_search_cache (
  id uuid primary key default gen_random_uuid(),
  search_hash varchar(64) not null,
  city_id uuid not null references cities (id) on delete cascade,
  check_in_date date not null,
  check_out_date date not null,
  guests integer not null,
  rooms integer not null,
  currency char(3) not null,
  results jsonb not null,
  cached_at timestamptz not null,
  expires_at timestamptz not null,
  hit_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accommodation_search_cache_hash_key unique (search_hash),
  constraint accommodation_search_cache_expires_after_caching check (expires_at > cached_at)
);
create index idx_accommodation_search_cache_expiry on accommodation_search_cache (expires_at);
create index idx_accommodation_search_cache_city on accommodation_search_cache (city_id, check_in_date);
create trigger accommodation_search_cache_touch before update on accommodation_search_cache
  for each row execute function touch_updated_at();

grant select, insert, update, delete on flight_search_cache, accommodation_search_cache to tripwright_service;

-- Down Migration
drop table accommodation_search_cache;
drop table flight_search_cache;
