-- Up Migration
-- What the tables promise, so that no program has to remember it: the figures kept beside a plan are the
-- database's own, an item is delayed to a day of its own plan, a trip's destinations follow each other within
-- its dates, and links go with what they point to. Triggers act with the rights of whoever writes.

-- Forced policies would hide every row from an owner who is no superuser, and nothing would be mended.
alter table trips no force row level security;
alter table trip_destinations no force row level security;
alter table itineraries no force row level security;
alter table itinerary_days no force row level security;
alter table itinerary_items no force row level security;
alter table booking_links no force row level security;

-- Items know their version: one key names one item of it, and a delay stays inside it.

alter table itinerary_days add constraint itinerary_days_itinerary_key unique (itinerary_id, id);

alter table itinerary_items disable trigger itinerary_items_touch;
alter table itinerary_items add column itinerary_id uuid;
update itinerary_items x set itinerary_id = d.itinerary_id from itinerary_days d where d.id = x.itinerary_day_id;
update itinerary_items x set delayed_to_day_id = null
where delayed_to_day_id = itinerary_day_id
  or not exists (select from itinerary_days d where d.id = x.delayed_to_day_id and d.itinerary_id = x.itinerary_id);
update itinerary_items x set item_key = left(x.item_key, 70) || '#' || twin.number
from (
  select x.id, row_number() over (partition by x.itinerary_id, x.item_key order by d.day_number, x.item_order) as number
  from itinerary_items x join itinerary_days d on d.id = x.itinerary_day_id where x.status <> 'delayed'
) twin
where twin.id = x.id and twin.number > 1;
alter table itinerary_items enable trigger itinerary_items_touch;

alter table itinerary_items
  alter column itinerary_id set not null,
  drop constraint itinerary_items_itinerary_day_id_fkey,
  drop constraint itinerary_items_delayed_to_day_id_fkey,
  add constraint itinerary_items_itinerary_day_id_fkey
    foreign key (itinerary_id, itinerary_day_id) references itinerary_days (itinerary_id, id) on delete cascade,
  add constraint itinerary_items_delayed_to_day_id_fkey
    foreign key (itinerary_id, delayed_to_day_id) references itinerary_days (itinerary_id, id)
    on delete set null (delayed_to_day_id),
  add constraint itinerary_items_delay_goes_elsewhere check (delayed_to_day_id <> itinerary_day_id),
  add constraint itinerary_items_end_not_before_start check (duration_minutes >= 0) not valid,
  -- A price or an estimate: what the sums below can reckon with.
  add constraint itinerary_items_cost_is_reckonable check (cost is null or coalesce(
    cost ->> 'currency' ~ '^[A-Z]{3}$' and (
      jsonb_typeof(cost -> 'amountMinor') = 'number'
      or (jsonb_typeof(cost -> 'lowMinor') = 'number' and jsonb_typeof(cost -> 'highMinor') = 'number')), false)) not valid;
-- An original that was delayed shares its key with the copy that stands in for it.
create unique index idx_itinerary_items_key on itinerary_items (itinerary_id, item_key) where status <> 'delayed';

-- Old rows that break a rule stay as they are; the rule then holds for what is written from now on.
do $$
declare
  rule text;
begin
  foreach rule in array array['itinerary_items_end_not_before_start', 'itinerary_items_cost_is_reckonable'] loop
    begin
      execute format('alter table itinerary_items validate constraint %I', rule);
    exception
      when check_violation then raise notice 'Rows that break % are left as they are.', rule;
    end;
  end loop;
end
$$;

-- Sums. Prices are per person or for the party as quoted; an estimate is for the party, and its middle counts.

-- Decimals of a currency's minor unit, as trip/money.ts reckons with them; a test holds the two together.
create function minor_digits(currency text) returns integer
  language sql immutable strict parallel safe
  return case
    when currency in (
      'AFN', 'ALL', 'BIF', 'CLP', 'COP', 'DJF', 'GNF', 'HUF', 'IDR', 'IQD', 'IRR', 'ISK', 'JPY', 'KMF', 'KPW', 'KRW', 'LAK',
      'LBP', 'MGA', 'MMK', 'PKR', 'PYG', 'RWF', 'SLL', 'SOS', 'SYP', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF', 'YER') then 0
    when currency in ('BHD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    else 2
  end;

-- For the whole party, in minor units, half a unit rounded up.
create function party_cost_minor(cost jsonb, travelers integer) returns numeric
  language sql immutable parallel safe
  return case
    when cost ? 'amountMinor'
      then (cost ->> 'amountMinor')::numeric * case when cost ->> 'per' = 'person' then travelers else 1 end
    else floor(((cost ->> 'lowMinor')::numeric + (cost ->> 'highMinor')::numeric) / 2 + 0.5)
  end;

create function in_major_units(minor numeric, currency text) returns numeric
  language sql immutable strict parallel safe
  return round(minor / (10::numeric ^ minor_digits(currency)), 3);

alter table trips add column total_cost_currency char(3);

-- The share of one traveller, half a unit rounded up. Runs once a row of a bulk insert, so it looks up only what it
-- must: how many travellers share a price that is for the party. A version left out is the day's own.
create function complete_itinerary_item() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  travelers integer := 1;
begin
  if new.itinerary_id is null then
    select d.itinerary_id into new.itinerary_id from itinerary_days d where d.id = new.itinerary_day_id;
  end if;
  new.currency := new.cost ->> 'currency';
  if new.cost ->> 'per' is distinct from 'person' and new.currency is not null then
    -- Locked, or somebody who changes the number now would not see this row and leave its share as it is.
    select t.num_travelers into travelers
    from itineraries i join trips t on t.id = i.trip_id where i.id = new.itinerary_id for no key update of t;
  end if;
  new.cost_per_person := in_major_units(floor(party_cost_minor(new.cost, 1) / travelers + 0.5), new.currency);
  return new;
end
$$;
create trigger itinerary_items_complete before insert or update of cost, cost_per_person, currency on itinerary_items
  for each row execute function complete_itinerary_item();

-- Counts and sums of whole versions, from their items. Reckoned anew, never by differences: a version has some
-- forty items, its costs may mix currencies, and a figure that was ever wrong comes right at the next edit.
create function refresh_itinerary_figures(changed uuid[]) returns void
  language plpgsql set search_path from current
  as $$
begin
  -- Who deletes a whole user may have no rights on plans, and nothing is left to reckon then.
  if changed is null or not has_table_privilege('trips', 'update') then return; end if;
  -- Writers of one trip take turns: a sum would miss what another one has not committed yet.
  perform from trips t where t.id in (select i.trip_id from itineraries i where i.id = any (changed))
  order by t.id for no key update;
  if not found then return; end if;

  with parts as (
    select i.id as itinerary_id, d.id as day_id, x.cost ->> 'currency' as currency,
      count(*) filter (where x.item_type in ('attraction', 'meal')) as activities,
      sum(party_cost_minor(x.cost, t.num_travelers)) as minor
    from itineraries i join trips t on t.id = i.trip_id
    left join itinerary_days d on d.itinerary_id = i.id
    left join itinerary_items x on x.itinerary_day_id = d.id and x.status in ('planned', 'completed')
    where i.id = any (changed)
    group by i.id, d.id, x.cost ->> 'currency'
  ), of_day as (
    select day_id, sum(activities) as activities, sum(minor) as minor,
      case when count(currency) = 1 then min(currency) end as currency
    from parts where day_id is not null group by day_id
  ), day_written as (
    update itinerary_days d
    set total_activities = f.activities, currency = f.currency, total_estimated_cost = in_major_units(f.minor, f.currency)
    from of_day f
    where d.id = f.day_id and (d.total_activities, d.currency, d.total_estimated_cost)
      is distinct from (f.activities::integer, f.currency::char(3), in_major_units(f.minor, f.currency))
  ), of_currency as (
    select itinerary_id, currency, sum(activities) as activities, sum(minor) as minor
    from parts group by itinerary_id, currency
  ), of_version as (
    select itinerary_id, sum(activities) as activities, sum(minor) as minor,
      case when count(currency) = 1 then min(currency) end as currency,
      coalesce(jsonb_object_agg(currency, minor) filter (where currency is not null), '{}') as by_currency
    from of_currency group by itinerary_id
  )
  update itineraries i
  set total_activities = f.activities, currency = f.currency, cost_totals = f.by_currency,
    total_estimated_cost = in_major_units(f.minor, f.currency)
  from of_version f
  where i.id = f.itinerary_id and (i.total_activities, i.currency, i.cost_totals, i.total_estimated_cost)
    is distinct from (f.activities::integer, f.currency::char(3), f.by_currency, in_major_units(f.minor, f.currency));
end
$$;

create function itinerary_items_changed() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct itinerary_id) into changed from new_items;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct itinerary_id) into changed from old_items;
  else
    select array_agg(distinct version) into changed
    from old_items o join new_items n using (id), unnest(array[o.itinerary_id, n.itinerary_id]) version
    where (o.itinerary_day_id, o.item_type, o.status, o.cost) is distinct from (n.itinerary_day_id, n.item_type, n.status, n.cost);
  end if;
  perform refresh_itinerary_figures(changed);
  return null;
end
$$;
create trigger itinerary_items_count_inserted after insert on itinerary_items
  referencing new table as new_items for each statement execute function itinerary_items_changed();
create trigger itinerary_items_count_deleted after delete on itinerary_items
  referencing old table as old_items for each statement execute function itinerary_items_changed();
create trigger itinerary_items_count_updated after update on itinerary_items
  referencing old table as old_items new table as new_items for each statement execute function itinerary_items_changed();

-- A trip costs what its selected version costs, in that one's currency; `trips.currency` is the budget's.
create function itineraries_changed() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct trip_id) into changed from new_itineraries where is_selected;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct trip_id) into changed from old_itineraries where is_selected;
  else
    select array_agg(distinct n.trip_id) into changed from old_itineraries o join new_itineraries n using (id)
    where (o.is_selected or n.is_selected)
      and (o.is_selected, o.total_estimated_cost, o.currency) is distinct from (n.is_selected, n.total_estimated_cost, n.currency);
  end if;
  if changed is null or not has_table_privilege('trips', 'update') then return null; end if;

  perform from trips t where t.id = any (changed) order by t.id for no key update;
  update trips t set total_estimated_cost = f.total_estimated_cost, total_cost_currency = f.currency
  from (
    select t.id, i.total_estimated_cost, i.currency
    from trips t left join itineraries i on i.trip_id = t.id and i.is_selected where t.id = any (changed)
  ) f
  where t.id = f.id
    and (t.total_estimated_cost, t.total_cost_currency) is distinct from (f.total_estimated_cost, f.currency);
  return null;
end
$$;
create trigger itineraries_count_inserted after insert on itineraries
  referencing new table as new_itineraries for each statement execute function itineraries_changed();
create trigger itineraries_count_deleted after delete on itineraries
  referencing old table as old_itineraries for each statement execute function itineraries_changed();
create trigger itineraries_count_updated after update on itineraries
  referencing old table as old_itineraries new table as new_itineraries
  for each statement execute function itineraries_changed();

-- More or fewer travellers: another price a person, and other sums, in every version.
create function trips_changed() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  resized uuid[] := (
    select array_agg(id) from old_trips o join new_trips n using (id) where o.num_travelers <> n.num_travelers);
  changed uuid[];
begin
  if resized is null then return null; end if;
  select array_agg(id) into changed from itineraries where trip_id = any (resized);
  update itinerary_items set cost = cost
  where itinerary_day_id in (select d.id from itinerary_days d where d.itinerary_id = any (changed))
    and cost ->> 'per' is distinct from 'person' and cost is not null;
  perform refresh_itinerary_figures(changed);
  return null;
end
$$;
create trigger trips_count_updated after update on trips
  referencing old table as old_trips new table as new_trips for each statement execute function trips_changed();

-- Figures of what is stored already.
do $$
begin
  perform refresh_itinerary_figures(array_agg(id)) from itineraries;
  update trips t set total_estimated_cost = i.total_estimated_cost, total_cost_currency = i.currency
  from itineraries i where i.trip_id = t.id and i.is_selected
    and (t.total_estimated_cost, t.total_cost_currency) is distinct from (i.total_estimated_cost, i.currency);
  update trips t set total_estimated_cost = null where total_estimated_cost is not null
    and not exists (select from itineraries i where i.trip_id = t.id and i.is_selected);
end
$$;
alter table trips add constraint trips_total_has_currency check (total_estimated_cost is null or total_cost_currency is not null);

-- Destinations lie within their trip and follow each other. Looked at when the transaction ends, because a
-- trip's dates and its destinations change in several statements.
create function check_trip_destinations() returns trigger
  language plpgsql set search_path from current
  as $$
declare
  changed uuid;
begin
  if tg_table_name = 'trips' then changed := new.id; else changed := new.trip_id; end if;
  if exists (
    select from trip_destinations d join trips t on t.id = d.trip_id
    where t.id = changed and (d.arrival_date < t.start_date or d.departure_date > t.end_date)
  ) then
    raise exception 'Expected every destination of a trip within the dates of the trip.'
      using errcode = 'check_violation', constraint = 'trip_destinations_within_trip', table = 'trip_destinations';
  end if;
  if exists (
    select from (
      select arrival_date, lag(departure_date) over (order by visit_order) as left_before
      from trip_destinations where trip_id = changed
    ) stays where arrival_date < left_before
  ) then
    raise exception 'Expected the destinations of a trip one after the other, in the order of the visit.'
      using errcode = 'check_violation', constraint = 'trip_destinations_follow', table = 'trip_destinations';
  end if;
  return null;
end
$$;
create constraint trigger trip_destinations_within_trip
  after insert or update of trip_id, visit_order, arrival_date, departure_date on trip_destinations
  deferrable initially deferred for each row execute function check_trip_destinations();
create constraint trigger trips_hold_destinations after update of start_date, end_date on trips
  deferrable initially deferred for each row
  when (old.start_date <> new.start_date or old.end_date <> new.end_date) execute function check_trip_destinations();

-- Deletes. What a delete of each parent does, and why, is a table in test/db/integrity/deletes.test.ts.

-- A version whose parent is deleted stays, without one.
alter table itineraries
  drop constraint itineraries_parent_fkey,
  add constraint itineraries_parent_fkey foreign key (trip_id, parent_itinerary_id) references itineraries (trip_id, id)
    on delete set null (parent_itinerary_id);
create index idx_itineraries_parent on itineraries (trip_id, parent_itinerary_id) where parent_itinerary_id is not null;

-- A link points to one of three tables. A foreign key for each lets it go with what it points to, whoever deletes.
delete from booking_links l
where (l.linkable_type = 'trip' and not exists (select from trips t where t.id = l.linkable_id))
  or (l.linkable_type = 'itinerary_item' and not exists (select from itinerary_items x where x.id = l.linkable_id))
  or (l.linkable_type = 'attraction' and not exists (select from attractions a where a.id = l.linkable_id));
alter table booking_links
  add column trip_id uuid generated always as (case when linkable_type = 'trip' then linkable_id end) stored,
  add column itinerary_item_id uuid generated always as (
    case when linkable_type = 'itinerary_item' then linkable_id end) stored,
  add column attraction_id uuid generated always as (case when linkable_type = 'attraction' then linkable_id end) stored,
  add constraint booking_links_trip_id_fkey foreign key (trip_id) references trips (id) on delete cascade,
  add constraint booking_links_itinerary_item_id_fkey
    foreign key (itinerary_item_id) references itinerary_items (id) on delete cascade,
  add constraint booking_links_attraction_id_fkey foreign key (attraction_id) references attractions (id) on delete cascade;
create index idx_booking_links_trip on booking_links (trip_id) where trip_id is not null;
create index idx_booking_links_item on booking_links (itinerary_item_id) where itinerary_item_id is not null;
create index idx_booking_links_attraction on booking_links (attraction_id) where attraction_id is not null;

-- What is deleted or emptied along with its parent is found by an index.
create index if not exists idx_ai_planning_jobs_itinerary on ai_planning_jobs (itinerary_id) where itinerary_id is not null;
create index if not exists idx_ai_feedback_user on ai_feedback (user_id);
create index if not exists idx_ai_feedback_itinerary on ai_feedback (trip_id, itinerary_id) where itinerary_id is not null;
create index if not exists idx_ai_feedback_run on ai_feedback (run_id) where run_id is not null;
create index if not exists idx_notifications_user on notifications (user_id);
create index if not exists idx_notifications_trip on notifications (trip_id) where trip_id is not null;

alter table trips force row level security;
alter table trip_destinations force row level security;
alter table itineraries force row level security;
alter table itinerary_days force row level security;
alter table itinerary_items force row level security;
alter table booking_links force row level security;

-- Down Migration
drop index if exists idx_notifications_trip;
drop index if exists idx_notifications_user;
drop index if exists idx_ai_feedback_run;
drop index if exists idx_ai_feedback_itinerary;
drop index if exists idx_ai_feedback_user;
drop index if exists idx_ai_planning_jobs_itinerary;
alter table booking_links drop column attraction_id, drop column itinerary_item_id, drop column trip_id;
drop index idx_itineraries_parent;
alter table itineraries
  drop constraint itineraries_parent_fkey,
  add constraint itineraries_parent_fkey foreign key (trip_id, parent_itinerary_id) references itineraries (trip_id, id);
drop trigger trips_hold_destinations on trips;
drop trigger trip_destinations_within_trip on trip_destinations;
drop function check_trip_destinations();
alter table trips drop constraint trips_total_has_currency, drop column total_cost_currency;
drop trigger trips_count_updated on trips;
drop function trips_changed();
drop trigger itineraries_count_updated on itineraries;
drop trigger itineraries_count_deleted on itineraries;
drop trigger itineraries_count_inserted on itineraries;
drop function itineraries_changed();
drop trigger itinerary_items_count_updated on itinerary_items;
drop trigger itinerary_items_count_deleted on itinerary_items;
drop trigger itinerary_items_count_inserted on itinerary_items;
drop function itinerary_items_changed();
drop function refresh_itinerary_figures(uuid[]);
drop trigger itinerary_items_complete on itinerary_items;
drop function complete_itinerary_item();
drop function in_major_units(numeric, text);
drop function party_cost_minor(jsonb, integer);
drop function minor_digits(text);
drop index idx_itinerary_items_key;
alter table itinerary_items
  drop constraint itinerary_items_cost_is_reckonable,
  drop constraint itinerary_items_end_not_before_start,
  drop constraint itinerary_items_delay_goes_elsewhere,
  drop constraint itinerary_items_delayed_to_day_id_fkey,
  drop constraint itinerary_items_itinerary_day_id_fkey,
  drop column itinerary_id,
  add constraint itinerary_items_itinerary_day_id_fkey
    foreign key (itinerary_day_id) references itinerary_days (id) on delete cascade,
  add constraint itinerary_items_delayed_to_day_id_fkey
    foreign key (delayed_to_day_id) references itinerary_days (id) on delete set null;
alter table itinerary_days drop constraint itinerary_days_itinerary_key;
