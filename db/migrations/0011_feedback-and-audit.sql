-- Up Migration
-- What travellers said about plans, and what the program did on their behalf.

create table ai_feedback (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  trip_id uuid not null references trips (id) on delete cascade,
  itinerary_id uuid,
  feedback_type varchar(30) not null,
  rating integer,
  feedback_text text,
  rated_item_type varchar(30),
  rated_item_id uuid,
  -- Copied when the feedback is given, so that it still teaches something once the itinerary is gone.
  run_id uuid references ai_planning_jobs (id) on delete set null,
  model_version varchar(200),
  verdict jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_feedback_itinerary_fkey foreign key (trip_id, itinerary_id) references itineraries (trip_id, id)
    on delete set null (itinerary_id),
  constraint ai_feedback_type_known check (feedback_type in ('rating', 'correction', 'suggestion')),
  constraint ai_feedback_rating_in_range check (rating between 1 and 5),
  constraint ai_feedback_rating_rates check (feedback_type <> 'rating' or rating is not null),
  constraint ai_feedback_rated_item_type_known check (rated_item_type in ('trip', 'itinerary', 'day', 'item'))
);
create index idx_ai_feedback_trip on ai_feedback (trip_id);
create index idx_ai_feedback_model on ai_feedback (model_version, created_at);
create trigger ai_feedback_touch before update on ai_feedback for each row execute function touch_updated_at();

alter table ai_feedback enable row level security;
alter table ai_feedback force row level security;
create policy ai_feedback_own on ai_feedback for all to tripwright_app
  using (user_id = app_user_id())
  with check (user_id = app_user_id() and exists (select from trips t where t.id = trip_id));
create policy ai_feedback_service on ai_feedback for select to tripwright_service using (true);
grant select, insert, update, delete on ai_feedback to tripwright_app;
grant select on ai_feedback to tripwright_service;

create table notifications (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  trip_id uuid references trips (id) on delete cascade,
  notification_type varchar(50) not null,
  title varchar(200) not null,
  body text,
  data jsonb not null default '{}',
  scheduled_for timestamptz,
  read_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_notifications_unread on notifications (user_id, created_at desc)
  where read_at is null and deleted_at is null;
create trigger notifications_touch before update on notifications for each row execute function touch_updated_at();

alter table notifications enable row level security;
alter table notifications force row level security;
create policy notifications_own on notifications for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
create policy notifications_service on notifications for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on notifications to tripwright_app, tripwright_service;

create table user_activities (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  activity_type varchar(50) not null,
  entity_type varchar(30),
  entity_id uuid,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table user_activities_default partition of user_activities default;
create index idx_user_activities_user on user_activities (user_id, created_at desc);
create trigger user_activities_touch before update on user_activities
  for each row execute function touch_updated_at();

alter table user_activities enable row level security;
alter table user_activities force row level security;
create policy user_activities_own on user_activities for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
create policy user_activities_service on user_activities for select to tripwright_service using (true);
-- An audit trail: written once.
grant select, insert on user_activities to tripwright_app;
grant select on user_activities to tripwright_service;

create table external_api_logs (
  id uuid not null default gen_random_uuid(),
  api_provider varchar(50) not null,
  api_endpoint varchar(200) not null,
  request_method varchar(10) not null,
  request_params jsonb,
  response_status integer,
  response_body jsonb,
  error_message text,
  request_started_at timestamptz not null,
  request_completed_at timestamptz,
  duration_ms integer,
  rate_limit_remaining integer,
  run_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table external_api_logs_default partition of external_api_logs default;
create index idx_external_api_logs_provider on external_api_logs (api_provider, created_at desc);
create index idx_external_api_logs_run on external_api_logs (run_id) where run_id is not null;
create trigger external_api_logs_touch before update on external_api_logs
  for each row execute function touch_updated_at();

alter table external_api_logs enable row level security;
alter table external_api_logs force row level security;
create policy external_api_logs_service on external_api_logs for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on external_api_logs to tripwright_service;

-- Partitions for this month and the `months_ahead` next ones; returns how many it made. Runs with the
-- owner's rights because the worker that calls it owns nothing. A month whose rows already went to the
-- default partition is left there: splitting it would lock the table.
create function create_monthly_partitions(months_ahead integer default 3) returns integer
  language plpgsql security definer set search_path from current
  as $$
declare
  parent text;
  first_day date;
  partition_name text;
  is_in_default boolean;
  made integer := 0;
begin
  foreach parent in array array['external_api_logs', 'user_activities'] loop
    for ahead in 0..months_ahead loop
      first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
      partition_name := parent || '_' || to_char(first_day, 'YYYY_MM');
      -- In this schema: another one on the search path may hold a partition of the same name.
      continue when to_regclass(format('%I.%I', current_schema(), partition_name)) is not null;
      execute format(
        'select exists (select from %I where created_at >= %L and created_at < %L)', parent || '_default',
        first_day::text || ' 00:00+00', (first_day + interval '1 month')::date::text || ' 00:00+00')
        into is_in_default;
      continue when is_in_default;
      execute format(
        'create table %I partition of %I for values from (%L) to (%L)', partition_name, parent,
        first_day::text || ' 00:00+00', (first_day + interval '1 month')::date::text || ' 00:00+00');
      made := made + 1;
    end loop;
  end loop;
  return made;
end
$$;
revoke execute on function create_monthly_partitions(integer) from public;
grant execute on function create_monthly_partitions(integer) to tripwright_service;
select create_monthly_partitions(3);

-- Down Migration
drop function create_monthly_partitions(integer);
drop table external_api_logs;
drop table user_activities;
drop table notifications;
drop table ai_feedback;
