-- Up Migration
-- Vendors are asked by many processes: each vendor's answer is kept by itself, one process fetches it while the others
-- wait, old answers outlive their time as a last resort, and what may be asked in a day is counted. Travellers link
-- accounts of theirs.

-- Whose answer it is: the key is a hash of vendor and query.
alter table flight_search_cache
  add column provider varchar(50) not null default '',
  -- Until then it may be shown, with its age, while the vendor does not answer.
  add column stale_until timestamptz;
alter table accommodation_search_cache
  add column provider varchar(50) not null default '',
  add column stale_until timestamptz;
create index idx_flight_search_cache_stale on flight_search_cache (stale_until);
create index idx_accommodation_search_cache_stale on accommodation_search_cache (stale_until);

-- Who fetches what just now. A claim ends with the answer, with a failure that the others are told, or when it is
-- believed to be lost.
create table search_claims (
  search_hash varchar(64) primary key,
  claimed_by uuid not null,
  claimed_until timestamptz not null,
  -- What kept the vendor from answering, for those who waited and for whoever asks within moments.
  failure jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_search_claims_expiry on search_claims (claimed_until);
create trigger search_claims_touch before update on search_claims for each row execute function touch_updated_at();
grant select, insert, update, delete on search_claims to tripwright_service;

-- Calls of a day (UTC) to a vendor: one row for each traveller they were made for, and one for all together.
create table vendor_calls (
  provider varchar(50) not null,
  day date not null,
  -- All zeros: everybody's calls together, and those that nobody asked for.
  user_id uuid not null,
  calls integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (provider, day, user_id),
  constraint vendor_calls_counted check (calls >= 0)
);
create index idx_vendor_calls_user on vendor_calls (user_id);
create trigger vendor_calls_touch before update on vendor_calls for each row execute function touch_updated_at();
alter table vendor_calls enable row level security;
alter table vendor_calls force row level security;
create policy vendor_calls_own on vendor_calls for select to tripwright_app using (user_id = app_user_id());
create policy vendor_calls_forgotten on vendor_calls for delete to tripwright_app using (user_id = app_user_id());
create policy vendor_calls_service on vendor_calls for all to tripwright_service using (true) with check (true);
grant select, delete on vendor_calls to tripwright_app;
grant select, insert, update, delete on vendor_calls to tripwright_service;

-- The way back that was sold with the way there is a row of its own, of the same trip, and has no price of its own.
alter table flights
  add column included_with uuid,
  add constraint flights_trip_key unique (trip_id, id);
alter table flights add constraint flights_included_with_fkey
  foreign key (trip_id, included_with) references flights (trip_id, id) on delete cascade;
create index idx_flights_included_with on flights (trip_id, included_with) where included_with is not null;

-- When the reviews of a place were last asked for, and when to ask again: soon where many are written.
create table review_checks (
  attraction_id uuid not null references attractions (id) on delete cascade,
  source varchar(50) not null,
  checked_at timestamptz not null,
  next_check_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (attraction_id, source)
);
create index idx_review_checks_due on review_checks (next_check_at);
create trigger review_checks_touch before update on review_checks for each row execute function touch_updated_at();
grant select, insert, update, delete on review_checks to tripwright_service, tripwright_importer;

-- Accounts elsewhere that a traveller has linked. Tokens are sealed: only the program's own key opens them.
create table linked_accounts (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  provider varchar(50) not null,
  external_id varchar(255) not null,
  external_name varchar(255),
  scopes varchar(100)[] not null default '{}',
  sealed_access_token text not null,
  sealed_refresh_token text,
  expires_at timestamptz,
  refresh_expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint linked_accounts_one_each unique (user_id, provider)
);
create trigger linked_accounts_touch before update on linked_accounts
  for each row execute function touch_updated_at();
alter table linked_accounts enable row level security;
alter table linked_accounts force row level security;
create policy linked_accounts_own on linked_accounts for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
grant select, insert, update, delete on linked_accounts to tripwright_app;

-- Down Migration
drop table linked_accounts;
drop table review_checks;
drop index idx_flights_included_with;
-- A way back without its price would look like a flight that costs what both did.
delete from flights where included_with is not null;
alter table flights drop constraint flights_included_with_fkey, drop constraint flights_trip_key, drop column included_with;
drop table vendor_calls;
drop table search_claims;
drop index idx_accommodation_search_cache_stale;
drop index idx_flight_search_cache_stale;
-- Answers stay until they run out: no other search has a vendor's hash.
alter table accommodation_search_cache drop column stale_until, drop column provider;
alter table flight_search_cache drop column stale_until, drop column provider;
