-- Up Migration
-- Shared trips, as strangers read them: through a link, or public ones through none. A role of its own and grants
-- by column keep everything else from them: what the trip costs, who travels and from where, diets and access
-- needs, where the party sleeps and flies, other versions, and what became of an item.

do $$
declare
  needed text := case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end;
begin
  begin
    create role tripwright_guest nologin nobypassrls;
  exception
    when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role(current_user, 'tripwright_guest', needed) then
    grant tripwright_guest to current_user;
  end if;
  execute format('grant usage on schema %I to tripwright_guest', current_schema());
  -- Functions with their owner's rights look in `public` too. From PostgreSQL 15 on nobody may put anything there,
  -- but a server that was upgraded still lets everybody.
  if has_schema_privilege('tripwright_guest', 'public', 'create') then
    revoke create on schema public from public;
  end if;
end
$$;

-- The link's secret as the database knows it, hashed; null when none is presented.
create function app_share_token() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.share_token', true), '');

-- Only the hash is kept, so that a copy of the table opens no trip. Owners see their own rows only, hence the pause.
alter table trips no force row level security;
update trips set share_token = encode(sha256(convert_to(share_token, 'UTF8')), 'hex')
where share_token !~ '^[0-9a-f]{64}$';
alter table trips force row level security;
alter table trips add constraint trips_share_token_is_hash check (share_token ~ '^[0-9a-f]{64}$');
create index idx_trips_public on trips (start_date) where is_public;

-- A link opens the one trip it was made for; who brings none sees the public ones. Columns that a policy tests need no
-- grant. A child is seen where its parent is, as everywhere.
create policy trips_shared on trips for select to tripwright_guest
  using (share_token = app_share_token() or (is_public and app_share_token() is null));
grant select (id, title, start_date, end_date, duration_days) on trips to tripwright_guest;

create policy trip_destinations_shared on trip_destinations for select to tripwright_guest
  using (exists (select from trips t where t.id = trip_id));
grant select (
  id, trip_id, destination_type, city_id, country_id, visit_order, arrival_date, departure_date, nights
) on trip_destinations to tripwright_guest;

create policy itineraries_shared on itineraries for select to tripwright_guest
  using (is_selected and exists (select from trips t where t.id = trip_id));
grant select (id, trip_id) on itineraries to tripwright_guest;

create policy itinerary_days_shared on itinerary_days for select to tripwright_guest
  using (exists (select from itineraries i where i.id = itinerary_id));
grant select (id, itinerary_id, day_number, date, city_id, title) on itinerary_days to tripwright_guest;

-- Not where they sleep and fly, and not the way from there to the next stop (`travel_from_previous`).
create policy itinerary_items_shared on itinerary_items for select to tripwright_guest
  using (
    status in ('planned', 'completed') and item_type not in ('flight', 'check_in', 'check_out')
    and exists (select from itinerary_days d where d.id = itinerary_day_id));
grant select (
  id, itinerary_day_id, item_order, start_time, end_time, ends_next_day, duration_minutes, item_type, attraction_id,
  title, location
) on itinerary_items to tripwright_guest;

grant select on countries, cities, city_areas, categories, attractions to tripwright_guest;

-- A traveller's own role signs nobody in: secrets are read, and accounts verified, locked and given sessions, by the
-- service alone. A column added to `users` or `user_sessions` needs a grant of its own from now on.
revoke select, insert, update on users from tripwright_app;
grant select (
  id, email, first_name, last_name, phone, avatar_url, is_active, is_email_verified, oauth_provider,
  oauth_provider_id, preferences, failed_login_attempts, locked_until, last_login_at, created_at, updated_at
) on users to tripwright_app;
grant insert (id, email, first_name, last_name, phone, avatar_url, preferences) on users to tripwright_app;
grant update (first_name, last_name, phone, avatar_url, preferences) on users to tripwright_app;
revoke select, insert, update on user_sessions from tripwright_app;
grant select (
  id, user_id, label, scopes, user_agent, ip_address, expires_at, last_used_at, revoked_at, created_at, updated_at
) on user_sessions to tripwright_app;
grant update (label, revoked_at) on user_sessions to tripwright_app;

-- A foreign key does not ask whose row it points at, so the policies do: nobody's rows refer to somebody else's.
alter policy trips_own on trips with check (
  user_id = app_user_id()
  and (ai_planning_job_id is null or exists (select from ai_planning_jobs j where j.id = ai_planning_job_id)));
alter policy ai_planning_jobs_own on ai_planning_jobs with check (
  user_id = app_user_id() and (trip_id is null or exists (select from trips t where t.id = trip_id))
  and (itinerary_id is null or exists (select from itineraries i where i.id = itinerary_id)));
alter policy itineraries_of_own_trip on itineraries with check (
  exists (select from trips t where t.id = trip_id)
  and (run_id is null or exists (select from ai_planning_jobs j where j.id = run_id)));
alter policy itinerary_items_of_own_day on itinerary_items with check (
  exists (select from itinerary_days d where d.id = itinerary_day_id)
  and (delayed_to_day_id is null or exists (select from itinerary_days d where d.id = delayed_to_day_id)));
alter policy ai_feedback_own on ai_feedback with check (
  user_id = app_user_id() and exists (select from trips t where t.id = trip_id)
  and (run_id is null or exists (select from ai_planning_jobs j where j.id = run_id)));
alter policy notifications_own on notifications with check (
  user_id = app_user_id() and (trip_id is null or exists (select from trips t where t.id = trip_id)));

-- A temporary table is found before all others unless the path names its schema, last: without that, who may call a
-- function with its owner's rights could put a table of their own in the place of one of ours. Functions of an older
-- database get the path that a new one gives them.
do $$
declare
  definer regprocedure;
begin
  for definer in
    select p.oid from pg_proc p where p.pronamespace = current_schema()::regnamespace and p.proconfig::text like '%search_path%'
  loop
    execute format('alter function %s set search_path = %I, public, pg_temp', definer, current_schema());
  end loop;
end
$$;

-- Down Migration
alter policy notifications_own on notifications with check (user_id = app_user_id());
alter policy ai_feedback_own on ai_feedback with check (
  user_id = app_user_id() and exists (select from trips t where t.id = trip_id));
alter policy itinerary_items_of_own_day on itinerary_items with check (
  exists (select from itinerary_days d where d.id = itinerary_day_id));
alter policy itineraries_of_own_trip on itineraries with check (exists (select from trips t where t.id = trip_id));
alter policy ai_planning_jobs_own on ai_planning_jobs with check (
  user_id = app_user_id() and (trip_id is null or exists (select from trips t where t.id = trip_id)));
alter policy trips_own on trips with check (user_id = app_user_id());
-- A revoked table privilege takes the columns' with it.
revoke select, insert, update on users, user_sessions from tripwright_app;
grant select, insert, update on users, user_sessions to tripwright_app;
revoke select on countries, cities, city_areas, categories, attractions from tripwright_guest;
revoke select on trips, trip_destinations, itineraries, itinerary_days, itinerary_items from tripwright_guest;
drop policy itinerary_items_shared on itinerary_items;
drop policy itinerary_days_shared on itinerary_days;
drop policy itineraries_shared on itineraries;
drop policy trip_destinations_shared on trip_destinations;
drop policy trips_shared on trips;
drop index idx_trips_public;
alter table trips drop constraint trips_share_token_is_hash;
drop function app_share_token();
