-- Up Migration
-- What a user does is written down by the database, so that no surface can forget it. One insert a statement at
-- most, with the user's own rights, and only where a user acts: not for importers and owners, not for services but
-- for a sign-in, and not while a user is being deleted. Details are names of fields, numbers and states: never what
-- somebody wrote, never a secret. The types, noun and verb, stand in db/stores/activities.ts as well:
--   trip-create trip-change trip-share trip-unshare trip-delete · itinerary-save itinerary-select itinerary-delete
--   item-complete item-skip item-delay item-rate item-book · flight-choose flight-book stay-choose stay-book
--   feedback-give · preferences-change · account-change · session-create session-revoke

-- Null for nobody, and for a user who is gone by now: what goes along with them leaves no trace.
create function acting_user() returns uuid
  language sql stable set search_path from current
  as $$ select u.id from users u where u.id = app_user_id() $$;

-- Which of these columns differ.
create function changed_fields(before jsonb, after jsonb, columns text[]) returns text[]
  language sql immutable parallel safe
  return (select array_agg(c) from unnest(columns) as c where before -> c is distinct from after -> c);

create function note_trips() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  actor uuid := acting_user();
begin
  if actor is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'trip-create', 'trip', id from new_trips;
  elsif tg_op = 'DELETE' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'trip-delete', 'trip', id from old_trips;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, done.type, 'trip', n.id, done.details
    from old_trips o join new_trips n using (id),
      changed_fields(to_jsonb(o), to_jsonb(n), array[
        'title', 'description', 'trip_status', 'primary_city_id', 'primary_country_id', 'start_date', 'end_date',
        'num_travelers', 'child_ages', 'origin', 'budget_total_minor', 'currency', 'trip_purpose', 'travel_pace',
        'travel_style']) as fields,
      lateral (values
        ('trip-change', fields is not null, jsonb_build_object('fields', fields)),
        ('trip-share', n.is_public and not o.is_public or o.share_token is null and n.share_token is not null, '{}'),
        ('trip-unshare', o.is_public and not n.is_public or o.share_token is not null and n.share_token is null, '{}')
      ) as done (type, is_so, details)
    where done.is_so;
  end if;
  return null;
end
$$;
create trigger trips_note_inserted after insert on trips
  referencing new table as new_trips for each statement execute function note_trips();
create trigger trips_note_updated after update on trips
  referencing old table as old_trips new table as new_trips for each statement execute function note_trips();
create trigger trips_note_deleted after delete on trips
  referencing old table as old_trips for each statement execute function note_trips();

create function note_itineraries() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  actor uuid := acting_user();
begin
  if actor is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, 'itinerary-save', 'itinerary', id,
      jsonb_build_object('version', version, 'generated_by', generated_by, 'is_selected', is_selected)
    from new_itineraries;
  elsif tg_op = 'UPDATE' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, 'itinerary-select', 'itinerary', n.id, jsonb_build_object('version', n.version)
    from old_itineraries o join new_itineraries n using (id) where n.is_selected and not o.is_selected;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select actor, 'itinerary-delete', 'itinerary', o.id, jsonb_build_object('version', o.version)
    from old_itineraries o where exists (select from trips t where t.id = o.trip_id);
  end if;
  return null;
end
$$;
create trigger itineraries_note_inserted after insert on itineraries
  referencing new table as new_itineraries for each statement execute function note_itineraries();
create trigger itineraries_note_updated after update on itineraries
  referencing old table as old_itineraries new table as new_itineraries
  for each statement execute function note_itineraries();
create trigger itineraries_note_deleted after delete on itineraries
  referencing old table as old_itineraries for each statement execute function note_itineraries();

create function item_verb(status text) returns text
  language sql immutable parallel safe
  return case status when 'completed' then 'complete' when 'skipped' then 'skip' when 'delayed' then 'delay' end;

-- An edit may come as a new version: then what its parent did not have yet was done by it. A plan of planned
-- items is one itinerary-save, however many they are.
create function note_items_inserted() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  if not exists (select from new_items where status <> 'planned') or acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), 'item-' || item_verb(n.status), 'item', n.id,
    jsonb_build_object('version', i.version, 'day', d.day_number)
  from new_items n join itineraries i on i.id = n.itinerary_id join itinerary_days d on d.id = n.itinerary_day_id
  where n.status <> 'planned' and i.parent_itinerary_id is not null and not exists (
    select from itinerary_days p join itinerary_items x on x.itinerary_day_id = p.id
    where p.itinerary_id = i.parent_itinerary_id and p.day_number = d.day_number
      and x.item_key = n.item_key and x.status = n.status);
  return null;
end
$$;
create trigger itinerary_items_note_inserted after insert on itinerary_items
  referencing new table as new_items for each statement execute function note_items_inserted();

create function note_items_updated() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), done.type, 'item', n.id, done.details
  from old_items o join new_items n using (id),
    lateral (values
      ('item-' || item_verb(n.status), n.status <> o.status and n.status <> 'planned', '{}'),
      ('item-rate', n.user_rating is distinct from o.user_rating and n.user_rating is not null,
        jsonb_build_object('rating', n.user_rating)),
      ('item-book', n.booking_status = 'booked' and o.booking_status <> 'booked', '{}')
    ) as done (type, is_so, details)
  where done.is_so;
  return null;
end
$$;
create trigger itinerary_items_note_updated after update on itinerary_items
  referencing old table as old_items new table as new_items for each statement execute function note_items_updated();

-- Flights and stays alike; the argument is which of the two.
create function note_offers() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  if acting_user() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select app_user_id(), tg_argv[0] || case when booking_status = 'booked' then '-book' else '-choose' end, tg_argv[0], id,
      jsonb_build_object('provider', provider, 'trip_id', trip_id)
    from new_offers;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
    select app_user_id(), tg_argv[0] || '-book', tg_argv[0], n.id,
      jsonb_build_object('provider', n.provider, 'trip_id', n.trip_id)
    from old_offers o join new_offers n using (id) where n.booking_status = 'booked' and o.booking_status <> 'booked';
  end if;
  return null;
end
$$;
create trigger flights_note_inserted after insert on flights
  referencing new table as new_offers for each statement execute function note_offers('flight');
create trigger flights_note_updated after update on flights
  referencing old table as old_offers new table as new_offers for each statement execute function note_offers('flight');
create trigger accommodations_note_inserted after insert on accommodations
  referencing new table as new_offers for each statement execute function note_offers('stay');
create trigger accommodations_note_updated after update on accommodations
  referencing old table as old_offers new table as new_offers for each statement execute function note_offers('stay');

create function note_feedback() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), 'feedback-give', 'feedback', id,
    jsonb_build_object('type', feedback_type, 'rating', rating, 'about', rated_item_type)
  from new_feedback;
  return null;
end
$$;
create trigger ai_feedback_note_inserted after insert on ai_feedback
  referencing new table as new_feedback for each statement execute function note_feedback();

create function note_trip_preferences() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), 'preferences-change', 'trip', n.trip_id, jsonb_build_object('fields', fields)
  from old_preferences o join new_preferences n using (trip_id),
    changed_fields(to_jsonb(o) - 'updated_at', to_jsonb(n) - 'updated_at', array(select jsonb_object_keys(to_jsonb(n)))) as fields
  where fields is not null;
  return null;
end
$$;
create trigger trip_preferences_note_updated after update on trip_preferences
  referencing old table as old_preferences new table as new_preferences
  for each statement execute function note_trip_preferences();

create function note_users() returns trigger
  language plpgsql set search_path from current
  as $$
begin
  if acting_user() is null then return null; end if;
  insert into user_activities (user_id, activity_type, entity_type, entity_id, details)
  select app_user_id(), done.type, 'user', n.id, done.details
  from old_users o join new_users n using (id),
    changed_fields(to_jsonb(o), to_jsonb(n), array[
      'email', 'password_hash', 'first_name', 'last_name', 'phone', 'avatar_url', 'is_active', 'oauth_provider']) as fields,
    lateral (values
      ('account-change', fields is not null, jsonb_build_object('fields', fields)),
      ('preferences-change', n.preferences <> o.preferences, '{}')
    ) as done (type, is_so, details)
  where done.is_so;
  return null;
end
$$;
create trigger users_note_updated after update on users
  referencing old table as old_users new table as new_users for each statement execute function note_users();

-- Signing in is done by the service, before anybody is known, and is its user's doing all the same.
grant insert on user_activities to tripwright_service;
create policy user_activities_service_sign_in on user_activities for insert to tripwright_service
  with check (activity_type = 'session-create');

create function note_sessions() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  actor uuid := acting_user();
begin
  if tg_op = 'INSERT' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select user_id, 'session-create', 'session', id from new_sessions;
    return null;
  end if;
  if actor is null then return null; end if;
  if tg_op = 'UPDATE' then
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'session-revoke', 'session', n.id
    from old_sessions o join new_sessions n using (id) where n.revoked_at is not null and o.revoked_at is null;
  else
    insert into user_activities (user_id, activity_type, entity_type, entity_id)
    select actor, 'session-revoke', 'session', id from old_sessions where revoked_at is null;
  end if;
  return null;
end
$$;
create trigger user_sessions_note_inserted after insert on user_sessions
  referencing new table as new_sessions for each statement execute function note_sessions();
create trigger user_sessions_note_updated after update on user_sessions
  referencing old table as old_sessions new table as new_sessions for each statement execute function note_sessions();
create trigger user_sessions_note_deleted after delete on user_sessions
  referencing old table as old_sessions for each statement execute function note_sessions();

-- Down Migration
drop trigger user_sessions_note_deleted on user_sessions;
drop trigger user_sessions_note_updated on user_sessions;
drop trigger user_sessions_note_inserted on user_sessions;
drop function note_sessions();
drop policy user_activities_service_sign_in on user_activities;
revoke insert on user_activities from tripwright_service;
drop trigger users_note_updated on users;
drop function note_users();
drop trigger trip_preferences_note_updated on trip_preferences;
drop function note_trip_preferences();
drop trigger ai_feedback_note_inserted on ai_feedback;
drop function note_feedback();
drop trigger accommodations_note_updated on accommodations;
drop trigger accommodations_note_inserted on accommodations;
drop trigger flights_note_updated on flights;
drop trigger flights_note_inserted on flights;
drop function note_offers();
drop trigger itinerary_items_note_updated on itinerary_items;
drop function note_items_updated();
drop trigger itinerary_items_note_inserted on itinerary_items;
drop function note_items_inserted();
drop function item_verb(text);
drop trigger itineraries_note_deleted on itineraries;
drop trigger itineraries_note_updated on itineraries;
drop trigger itineraries_note_inserted on itineraries;
drop function note_itineraries();
drop trigger trips_note_deleted on trips;
drop trigger trips_note_updated on trips;
drop trigger trips_note_inserted on trips;
drop function note_trips();
drop function changed_fields(jsonb, jsonb, text[]);
drop function acting_user();
