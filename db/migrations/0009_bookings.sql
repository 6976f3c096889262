-- Up Migration
-- Flights and stays chosen for a trip, and where to book things. `price` is the exact quotation with its
-- provider and dates; the numeric columns are for sums and reports.

create table flights (
  id uuid primary key,
  trip_id uuid not null references trips (id) on delete cascade,
  flight_type varchar(20) not null,
  departure_airport_code char(3) not null,
  arrival_airport_code char(3) not null,
  departure_datetime timestamptz not null,
  arrival_datetime timestamptz not null,
  -- As the airport's clock shows them, with their offset: an instant alone has lost it.
  departure_local varchar(35) not null,
  arrival_local varchar(35) not null,
  duration_minutes integer not null,
  airline_code char(2),
  flight_number varchar(20),
  cabin_class varchar(20),
  provider varchar(50) not null,
  price jsonb not null,
  price_per_person numeric(14, 3),
  total_price numeric(14, 3),
  currency char(3) not null,
  booking_status varchar(20) not null default 'suggested',
  booking_reference varchar(50),
  booking_platform varchar(50),
  booking_url text,
  external_flight_id varchar(255) not null,
  external_data jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint flights_type_known check (flight_type in ('outbound', 'return', 'domestic')),
  constraint flights_cabin_class_known check (cabin_class in ('economy', 'premium_economy', 'business', 'first')),
  constraint flights_booking_status_known check (booking_status in ('suggested', 'considering', 'booked')),
  constraint flights_arrives_after_departure check (arrival_datetime > departure_datetime),
  constraint flights_take_time check (duration_minutes > 0)
);
create index idx_flights_trip on flights (trip_id);
create index idx_flights_route on flights (departure_airport_code, arrival_airport_code, departure_datetime);
create trigger flights_touch before update on flights for each row execute function touch_updated_at();

alter table flights enable row level security;
alter table flights force row level security;
create policy flights_of_own_trip on flights for all to tripwright_app
  using (exists (select from trips t where t.id = trip_id))
  with check (exists (select from trips t where t.id = trip_id));
grant select, insert, update, delete on flights to tripwright_app;

create table accommodations (
  id uuid primary key,
  trip_id uuid not null references trips (id) on delete cascade,
  city_id uuid not null references cities (id),
  property_name varchar(200) not null,
  property_type varchar(30),
  address text,
  location geography(point, 4326),
  check_in_date date not null,
  check_out_date date not null,
  nights integer not null generated always as (check_out_date - check_in_date) stored,
  room_type varchar(100),
  num_rooms integer not null default 1,
  num_guests integer not null default 1,
  amenities jsonb not null default '[]',
  provider varchar(50) not null,
  price jsonb not null,
  price_per_night numeric(14, 3),
  total_price numeric(14, 3),
  currency char(3) not null,
  star_rating numeric(2, 1),
  guest_rating numeric(2, 1),
  booking_status varchar(20) not null default 'suggested',
  booking_reference varchar(50),
  booking_platform varchar(50),
  booking_url text,
  free_cancellation_until date,
  external_property_id varchar(255) not null,
  external_data jsonb,
  image_urls text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accommodations_booking_status_known check (booking_status in ('suggested', 'considering', 'booked')),
  constraint accommodations_check_out_after_check_in check (check_out_date > check_in_date),
  constraint accommodations_rooms_counted check (num_rooms >= 1 and num_guests >= 1)
);
create index idx_accommodations_trip on accommodations (trip_id);
create index idx_accommodations_dates on accommodations (city_id, check_in_date, check_out_date);
create trigger accommodations_touch before update on accommodations for each row execute function touch_updated_at();

alter table accommodations enable row level security;
alter table accommodations force row level security;
create policy accommodations_of_own_trip on accommodations for all to tripwright_app
  using (exists (select from trips t where t.id = trip_id))
  with check (exists (select from trips t where t.id = trip_id));
grant select, insert, update, delete on accommodations to tripwright_app;

create table booking_links (
  id uuid primary key,
  linkable_type varchar(30) not null,
  linkable_id uuid not null,
  provider varchar(50) not null,
  booking_url text not null,
  deeplink_url text,
  price_from numeric(14, 3),
  currency char(3),
  affiliate_code varchar(100),
  cached_at timestamptz not null default now(),
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint booking_links_type_known check (linkable_type in ('attraction', 'trip', 'itinerary_item')),
  constraint booking_links_provider_key unique (linkable_type, linkable_id, provider),
  constraint booking_links_money_has_currency check (price_from is null or currency is not null)
);
create index idx_booking_links_expiry on booking_links (expires_at) where expires_at is not null;
create trigger booking_links_touch before update on booking_links for each row execute function touch_updated_at();

-- A link on a place is everybody's to read; a link on a trip or an item follows its owner.
alter table booking_links enable row level security;
alter table booking_links force row level security;
create policy booking_links_of_places on booking_links for select to tripwright_app using (linkable_type = 'attraction');
create policy booking_links_own on booking_links for all to tripwright_app
  using (
    (linkable_type = 'trip' and exists (select from trips t where t.id = linkable_id))
    or (linkable_type = 'itinerary_item' and exists (select from itinerary_items i where i.id = linkable_id)))
  with check (
    (linkable_type = 'trip' and exists (select from trips t where t.id = linkable_id))
    or (linkable_type = 'itinerary_item' and exists (select from itinerary_items i where i.id = linkable_id)));
create policy booking_links_catalogue on booking_links for all to tripwright_service, tripwright_importer
  using (linkable_type = 'attraction') with check (linkable_type = 'attraction');
grant select, insert, update, delete on booking_links to tripwright_app, tripwright_service, tripwright_importer;

-- Down Migration
drop table booking_links;
drop table accommodations;
drop table flights;
