-- Up Migration
-- What was run for a trip, and what happened while it ran. A run starts before its trip exists, so it
-- has an owner of its own.

create table ai_planning_jobs (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  trip_id uuid references trips (id) on delete set null,
  itinerary_id uuid,
  status varchar(20) not null default 'queued',
  worker_id varchar(100),
  -- A run belongs to its worker until then; a run past its lease may be marked failed by anybody's sweep.
  lease_expires_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  input_params jsonb not null default '{}',
  result_data jsonb,
  error_message text,
  retry_count integer not null default 0,
  max_retries integer not null default 3,
  next_retry_at timestamptz,
  tokens_used integer,
  tokens_input integer,
  tokens_output integer,
  tokens_cached integer,
  tokens_reasoning integer,
  tool_calls integer,
  duration_ms integer,
  model_version varchar(200),
  prompt_hash varchar(64),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_planning_jobs_status_known check (status in ('queued', 'processing', 'completed', 'failed')),
  constraint ai_planning_jobs_processing_is_leased check (
    status <> 'processing' or (worker_id is not null and lease_expires_at is not null)),
  constraint ai_planning_jobs_retries_counted check (retry_count >= 0 and max_retries >= 0)
);
create index idx_ai_planning_jobs_queue on ai_planning_jobs (next_retry_at, created_at) where status = 'queued';
create index idx_ai_planning_jobs_running on ai_planning_jobs (lease_expires_at) where status = 'processing';
create index idx_ai_planning_jobs_user on ai_planning_jobs (user_id, created_at desc);
create index idx_ai_planning_jobs_trip on ai_planning_jobs (trip_id) where trip_id is not null;
create trigger ai_planning_jobs_touch before update on ai_planning_jobs
  for each row execute function touch_updated_at();

alter table ai_planning_jobs enable row level security;
alter table ai_planning_jobs force row level security;
create policy ai_planning_jobs_own on ai_planning_jobs for all to tripwright_app
  using (user_id = app_user_id())
  with check (user_id = app_user_id() and (trip_id is null or exists (select from trips t where t.id = trip_id)));
create policy ai_planning_jobs_service on ai_planning_jobs for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on ai_planning_jobs to tripwright_app, tripwright_service;

alter table trips add constraint trips_ai_planning_job_id_fkey
  foreign key (ai_planning_job_id) references ai_planning_jobs (id) on delete set null;

create table run_events (
  run_id uuid not null references ai_planning_jobs (id) on delete cascade,
  seq integer not null,
  kind varchar(50) not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (run_id, seq)
);
create trigger run_events_touch before update on run_events for each row execute function touch_updated_at();

alter table run_events enable row level security;
alter table run_events force row level security;
create policy run_events_of_own_run on run_events for all to tripwright_app
  using (exists (select from ai_planning_jobs j where j.id = run_id))
  with check (exists (select from ai_planning_jobs j where j.id = run_id));
create policy run_events_service on run_events for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on run_events to tripwright_app, tripwright_service;

-- Down Migration
drop table run_events;
alter table trips drop constraint trips_ai_planning_job_id_fkey;
drop table ai_planning_jobs;
