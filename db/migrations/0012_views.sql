-- Up Migration
-- Both views run with the reader's rights, so the policies of the tables below them decide.

create view trip_summary with (security_invoker = true) as
select
  t.id,
  t.user_id,
  t.title,
  t.trip_status,
  t.planning_status,
  t.start_date,
  t.end_date,
  t.duration_days,
  t.num_travelers,
  t.budget_total_max,
  t.budget_total_minor,
  t.currency,
  t.total_estimated_cost,
  t.trip_purpose,
  t.travel_pace,
  t.is_public,
  t.ai_planning_job_id,
  coalesce(places.names, '{}') as destination_names,
  coalesce(versions.itinerary_count, 0) as itinerary_count,
  selected.id as selected_itinerary_id,
  selected.version as selected_version,
  selected.is_ok as is_plan_ok,
  coalesce(selected.total_activities, 0) as total_activities,
  t.created_at,
  t.updated_at
from trips t
left join lateral (
  select array_agg(coalesce(c.name, co.name)::text order by d.visit_order) as names
  from trip_destinations d
  left join cities c on c.id = d.city_id
  left join countries co on co.id = d.country_id
  where d.trip_id = t.id
) places on true
left join lateral (
  select count(*)::integer as itinerary_count from itineraries i where i.trip_id = t.id
) versions on true
left join itineraries selected on selected.trip_id = t.id and selected.is_selected;

create view itinerary_day_detail with (security_invoker = true) as
select
  d.id,
  d.itinerary_id,
  d.day_number,
  d.date,
  d.city_id,
  c.name as city_name,
  c.timezone as city_timezone,
  d.title,
  d.total_activities,
  d.total_estimated_cost,
  d.currency,
  coalesce(visits.items, '[]'::jsonb) as items,
  d.created_at,
  d.updated_at
from itinerary_days d
join cities c on c.id = d.city_id
left join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'id', i.id,
      'item_order', i.item_order,
      'item_key', i.item_key,
      'item_type', i.item_type,
      'attraction_id', i.attraction_id,
      'title', i.title,
      'start_time', to_char(i.start_time, 'HH24:MI'),
      'end_time', to_char(i.end_time, 'HH24:MI'),
      'ends_next_day', i.ends_next_day,
      'duration_minutes', i.duration_minutes,
      'lat', st_y(i.location::geometry),
      'lon', st_x(i.location::geometry),
      'cost', i.cost,
      'status', i.status,
      'delayed_to_day_id', i.delayed_to_day_id,
      'locked', i.locked,
      'ai_recommendation_reason', i.ai_recommendation_reason,
      'ai_confidence_score', i.ai_confidence_score,
      'travel_from_previous', i.travel_from_previous
    ) order by i.item_order) as items
  from itinerary_items i
  where i.itinerary_day_id = d.id
) visits on true;

grant select on trip_summary, itinerary_day_detail to tripwright_app;

-- Down Migration
drop view itinerary_day_detail;
drop view trip_summary;
