-- Up Migration
-- Indexes that let the common reads end early, however many rows there are.

-- With what most searches filter by, so that they count and choose without touching the table.
drop index idx_attractions_city_popularity;
create index idx_attractions_city_popularity on attractions (city_id, popularity_score desc, id)
  include (retired_at, is_eatery, category_ids);

-- A traveller's newest trips, in the order in which they are listed. Without the id on purpose: with it, the
-- policies of everything below a trip would be checked by gathering all trips of the traveller from this index.
create index idx_trips_user_created on trips (user_id, created_at desc);

-- A hit only counts up: with room on its page the new version of a row stays there, and no index is touched.
alter table flight_search_cache set (fillfactor = 80);
alter table accommodation_search_cache set (fillfactor = 80);

-- Down Migration
alter table accommodation_search_cache reset (fillfactor);
alter table flight_search_cache reset (fillfactor);
drop index idx_trips_user_created;
drop index idx_attractions_city_popularity;
create index idx_attractions_city_popularity on attractions (city_id, popularity_score desc, id);
