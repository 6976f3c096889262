-- Up Migration
-- What was asked for. A trip belongs to its traveller; everything below it is reached through it.

create table trips (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  title varchar(200) not null,
  description text,
  trip_status varchar(20) not null default 'planning',
  primary_destination_type varchar(10) not null,
  primary_city_id uuid references cities (id),
  primary_country_id uuid references countries (id),
  start_date date not null,
  end_date date not null,
  duration_days integer not null generated always as (end_date - start_date + 1) stored,
  num_travelers integer not null,
  child_ages integer[] not null default '{}',
  origin jsonb,
  -- Whole units, rounded up, as the design has it; `budget_total_minor` is the exact amount.
  budget_total_max integer,
  budget_total_minor bigint,
  currency char(3),
  planning_status varchar(20) not null default 'not_started',
  ai_planning_job_id uuid,
  trip_purpose varchar(50) not null default 'leisure',
  travel_pace varchar(20) not null default 'moderate',
  travel_style varchar(20) not null default 'mid_range',
  assumptions jsonb not null default '[]',
  is_public boolean not null default false,
  share_token varchar(64),
  total_estimated_cost numeric(14, 3),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint trips_share_token_key unique (share_token),
  constraint trips_status_known check (trip_status in ('planning', 'booked', 'in_progress', 'completed')),
  constraint trips_destination_is_city_or_country check (
    (primary_destination_type = 'city' and primary_city_id is not null and primary_country_id is null)
    or (primary_destination_type = 'country' and primary_country_id is not null and primary_city_id is null)),
  constraint trips_end_not_before_start check (end_date >= start_date),
  constraint trips_travelers_counted check (num_travelers >= 1),
  constraint trips_children_are_travelers check (coalesce(array_length(child_ages, 1), 0) <= num_travelers),
  constraint trips_budget_positive check (budget_total_max >= 0 and budget_total_minor >= 0),
  constraint trips_budget_has_currency check (budget_total_minor is null or currency is not null),
  constraint trips_planning_status_known check (
    planning_status in ('not_started', 'queued', 'processing', 'completed', 'failed')),
  constraint trips_pace_known check (travel_pace in ('relaxed', 'moderate', 'fast')),
  constraint trips_style_known check (travel_style in ('budget', 'mid_range', 'luxury')),
  constraint trips_public_needs_token check (not is_public or share_token is not null)
);
create index idx_trips_user_status on trips (user_id, trip_status, start_date);
create index idx_trips_planning on trips (planning_status, created_at) where planning_status in ('queued', 'processing');
create index idx_trips_primary_city on trips (primary_city_id) where primary_city_id is not null;
create index idx_trips_primary_country on trips (primary_country_id) where primary_country_id is not null;
create index idx_trips_planning_job on trips (ai_planning_job_id) where ai_planning_job_id is not null;
create trigger trips_touch before update on trips for each row execute function touch_updated_at();

alter table trips enable row level security;
alter table trips force row level security;
create policy trips_own on trips for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
grant select, insert, update, delete on trips to tripwright_app;

create table trip_destinations (
  id uuid primary key,
  trip_id uuid not null references trips (id) on delete cascade,
  destination_type varchar(10) not null,
  city_id uuid references cities (id),
  country_id uuid references countries (id),
  visit_order integer not null,
  arrival_date date not null,
  departure_date date not null,
  nights integer not null generated always as (departure_date - arrival_date) stored,
  is_primary_destination boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint trip_destinations_order_key unique (trip_id, visit_order),
  constraint trip_destinations_is_city_or_country check (
    (destination_type = 'city' and city_id is not null and country_id is null)
    or (destination_type = 'country' and country_id is not null and city_id is null)),
  constraint trip_destinations_departure_not_before_arrival check (departure_date >= arrival_date),
  constraint trip_destinations_order_counted check (visit_order >= 1)
);
create unique index idx_trip_destinations_primary on trip_destinations (trip_id) where is_primary_destination;
create index idx_trip_destinations_city on trip_destinations (city_id) where city_id is not null;
create trigger trip_destinations_touch before update on trip_destinations
  for each row execute function touch_updated_at();

-- A child is seen and written exactly where its parent is: the parent's own policy decides.
alter table trip_destinations enable row level security;
alter table trip_destinations force row level security;
create policy trip_destinations_of_own_trip on trip_destinations for all to tripwright_app
  using (exists (select from trips t where t.id = trip_id))
  with check (exists (select from trips t where t.id = trip_id));
grant select, insert, update, delete on trip_destinations to tripwright_app;

create table trip_categories (
  trip_id uuid not null references trips (id) on delete cascade,
  category_id uuid not null references categories (id),
  priority integer not null,
  position integer not null default 0,
  pinterest_pins jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (trip_id, category_id),
  constraint trip_categories_priority_in_range check (priority between 1 and 10)
);
create index idx_trip_categories_category on trip_categories (category_id);
create trigger trip_categories_touch before update on trip_categories
  for each row execute function touch_updated_at();

alter table trip_categories enable row level security;
alter table trip_categories force row level security;
create policy trip_categories_of_own_trip on trip_categories for all to tripwright_app
  using (exists (select from trips t where t.id = trip_id))
  with check (exists (select from trips t where t.id = trip_id));
grant select, insert, update, delete on trip_categories to tripwright_app;

create table trip_preferences (
  trip_id uuid primary key references trips (id) on delete cascade,
  dietary_restriction_ids uuid[] not null default '{}',
  accessibility_need_ids uuid[] not null default '{}',
  custom_restrictions text,
  accommodation_types varchar(20)[] not null default '{}',
  accommodation_amenities varchar(50)[] not null default '{}',
  preferred_activity_times varchar(20)[] not null default '{}',
  avoid_crowds boolean not null default false,
  prefer_offbeat boolean not null default false,
  must_see_attraction_ids uuid[] not null default '{}',
  additional_preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint trip_preferences_times_known check (
    preferred_activity_times <@ array['morning', 'afternoon', 'evening']::varchar(20)[])
);
create trigger trip_preferences_touch before update on trip_preferences
  for each row execute function touch_updated_at();

alter table trip_preferences enable row level security;
alter table trip_preferences force row level security;
create policy trip_preferences_of_own_trip on trip_preferences for all to tripwright_app
  using (exists (select from trips t where t.id = trip_id))
  with check (exists (select from trips t where t.id = trip_id));
grant select, insert, update, delete on trip_preferences to tripwright_app;

-- Down Migration
drop table trip_preferences;
drop table trip_categories;
drop table trip_destinations;
drop table trips;
