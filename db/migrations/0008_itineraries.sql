-- Up Migration
-- Versions of a trip's plan. A version is written once and whole; what changes later is which one is
-- selected, and what became of its items.

create table itineraries (
  id uuid primary key,
  trip_id uuid not null references trips (id) on delete cascade,
  version integer not null,
  parent_itinerary_id uuid,
  is_selected boolean not null default false,
  title varchar(200),
  generated_by varchar(50) not null,
  ai_model_version varchar(200),
  run_id uuid references ai_planning_jobs (id) on delete set null,
  verdict jsonb not null,
  is_ok boolean not null generated always as ((verdict ->> 'ok')::boolean) stored,
  total_activities integer not null default 0,
  -- Filled where every cost is in one currency; `cost_totals` has each currency's own sum in minor units.
  total_estimated_cost numeric(14, 3),
  currency char(3),
  cost_totals jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint itineraries_version_key unique (trip_id, version),
  constraint itineraries_trip_key unique (trip_id, id),
  -- The parent is a version of the same trip, never of somebody else's.
  constraint itineraries_parent_fkey foreign key (trip_id, parent_itinerary_id) references itineraries (trip_id, id),
  constraint itineraries_version_counted check (version >= 1),
  constraint itineraries_generated_by_known check (generated_by in ('ai', 'manual', 'hybrid')),
  constraint itineraries_money_has_currency check (total_estimated_cost is null or currency is not null)
);
create unique index idx_itineraries_selected on itineraries (trip_id) where is_selected;
create index idx_itineraries_run on itineraries (run_id) where run_id is not null;
create trigger itineraries_touch before update on itineraries for each row execute function touch_updated_at();

alter table itineraries enable row level security;
alter table itineraries force row level security;
create policy itineraries_of_own_trip on itineraries for all to tripwright_app
  using (exists (select from trips t where t.id = trip_id))
  with check (exists (select from trips t where t.id = trip_id));
grant select, insert, update, delete on itineraries to tripwright_app;

alter table ai_planning_jobs add constraint ai_planning_jobs_itinerary_id_fkey
  foreign key (itinerary_id) references itineraries (id) on delete set null;

create table itinerary_days (
  id uuid primary key,
  itinerary_id uuid not null references itineraries (id) on delete cascade,
  day_number integer not null,
  date date not null,
  city_id uuid not null references cities (id),
  title varchar(200),
  total_activities integer not null default 0,
  total_estimated_cost numeric(14, 3),
  currency char(3),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint itinerary_days_number_key unique (itinerary_id, day_number),
  constraint itinerary_days_number_counted check (day_number >= 1),
  constraint itinerary_days_money_has_currency check (total_estimated_cost is null or currency is not null)
);
create trigger itinerary_days_touch before update on itinerary_days for each row execute function touch_updated_at();

alter table itinerary_days enable row level security;
alter table itinerary_days force row level security;
create policy itinerary_days_of_own_itinerary on itinerary_days for all to tripwright_app
  using (exists (select from itineraries i where i.id = itinerary_id))
  with check (exists (select from itineraries i where i.id = itinerary_id));
grant select, insert, update, delete on itinerary_days to tripwright_app;

create table itinerary_items (
  id uuid primary key,
  itinerary_day_id uuid not null references itinerary_days (id) on delete cascade,
  item_order integer not null,
  item_key varchar(80) not null,
  start_time time not null,
  end_time time not null,
  ends_next_day boolean not null default false,
  duration_minutes integer not null generated always as (
    (extract(epoch from end_time - start_time) / 60)::integer + case when ends_next_day then 1440 else 0 end
  ) stored,
  item_type varchar(30) not null,
  attraction_id uuid references attractions (id),
  title varchar(200) not null,
  description text,
  location geography(point, 4326),
  travel_from_previous jsonb,
  booking_required boolean not null default false,
  booking_status varchar(20) not null default 'none',
  booking_url text,
  -- The exact price or estimate; `cost_per_person` is its midpoint for sums and reports.
  cost jsonb,
  cost_per_person numeric(14, 3),
  currency char(3),
  status varchar(20) not null default 'planned',
  delayed_to_day_id uuid references itinerary_days (id) on delete set null,
  locked boolean not null default false,
  ai_recommendation_reason text,
  ai_confidence_score numeric(3, 2),
  user_rating integer,
  external_ids jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint itinerary_items_order_key unique (itinerary_day_id, item_order) deferrable initially immediate,
  constraint itinerary_items_type_known check (item_type in (
    'attraction', 'meal', 'transport', 'flight', 'check_in', 'check_out', 'rest', 'free')),
  constraint itinerary_items_booking_status_known check (booking_status in ('none', 'pending', 'booked')),
  constraint itinerary_items_status_known check (status in ('planned', 'completed', 'skipped', 'delayed')),
  constraint itinerary_items_delay_is_delayed check (delayed_to_day_id is null or status = 'delayed'),
  constraint itinerary_items_confidence_in_range check (ai_confidence_score between 0 and 1),
  constraint itinerary_items_rating_in_range check (user_rating between 1 and 5),
  constraint itinerary_items_money_has_currency check (cost_per_person is null or currency is not null)
);
create index idx_itinerary_items_order on itinerary_items (itinerary_day_id, item_order);
create index idx_itinerary_items_delayed on itinerary_items (delayed_to_day_id) where delayed_to_day_id is not null;
create index idx_itinerary_items_attraction on itinerary_items (attraction_id) where attraction_id is not null;
create trigger itinerary_items_touch before update on itinerary_items for each row execute function touch_updated_at();

alter table itinerary_items enable row level security;
alter table itinerary_items force row level security;
create policy itinerary_items_of_own_day on itinerary_items for all to tripwright_app
  using (exists (select from itinerary_days d where d.id = itinerary_day_id))
  with check (exists (select from itinerary_days d where d.id = itinerary_day_id));
grant select, insert, update, delete on itinerary_items to tripwright_app;

-- Down Migration
drop table itinerary_items;
drop table itinerary_days;
alter table ai_planning_jobs drop constraint ai_planning_jobs_itinerary_id_fkey;
drop table itineraries;
