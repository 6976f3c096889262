-- Up Migration
-- Conversations as people see them, what each model call took and cost, and versions of a plan that know the trip
-- they were made for. A thread's name is the client's own (AI SDK clients make one up), so it is unique per traveller.

create table chat_threads (
  user_id uuid not null references users (id) on delete cascade,
  id varchar(100) not null,
  trip_id uuid references trips (id) on delete set null,
  title varchar(200),
  time_zone varchar(64),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, id)
);
create index idx_chat_threads_recent on chat_threads (user_id, updated_at desc);
create index idx_chat_threads_trip on chat_threads (trip_id) where trip_id is not null;
create trigger chat_threads_touch before update on chat_threads for each row execute function touch_updated_at();

alter table chat_threads enable row level security;
alter table chat_threads force row level security;
create policy chat_threads_own on chat_threads for all to tripwright_app
  using (user_id = app_user_id())
  with check (user_id = app_user_id() and (trip_id is null or exists (select from trips t where t.id = trip_id)));
grant select, insert, update, delete on chat_threads to tripwright_app;

alter table ai_planning_jobs
  -- 'plan' from a command, 'chat' a turn of a thread, 'background' a queued job.
  add column kind varchar(20) not null default 'plan',
  add column thread_id varchar(100),
  -- The reply that the run's events make up, as the client names it.
  add column message_id varchar(100),
  add column verdict_ok boolean,
  add column model_calls integer,
  add column first_token_ms integer,
  -- `null` when a call was made by a model without a price.
  add column cost_usd numeric(14, 8),
  add constraint ai_planning_jobs_kind_known check (kind in ('plan', 'chat', 'background')),
  -- What a run took and cost outlives the conversation.
  add constraint ai_planning_jobs_thread_fkey foreign key (user_id, thread_id) references chat_threads (user_id, id)
    on delete set null (thread_id);
create index idx_ai_planning_jobs_thread on ai_planning_jobs (user_id, thread_id, created_at desc)
  where thread_id is not null;

-- Messages as the page shows them; what the model reads stands in the checkpoints.
create table chat_messages (
  user_id uuid not null references users (id) on delete cascade,
  thread_id varchar(100) not null,
  seq integer not null,
  id varchar(100) not null,
  role varchar(20) not null,
  parts jsonb not null,
  metadata jsonb,
  run_id uuid references ai_planning_jobs (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, thread_id, seq),
  constraint chat_messages_id_key unique (user_id, thread_id, id),
  constraint chat_messages_thread_fkey foreign key (user_id, thread_id) references chat_threads (user_id, id)
    on delete cascade,
  constraint chat_messages_role_known check (role in ('user', 'assistant'))
);
create index idx_chat_messages_run on chat_messages (run_id) where run_id is not null;
create trigger chat_messages_touch before update on chat_messages for each row execute function touch_updated_at();

alter table chat_messages enable row level security;
alter table chat_messages force row level security;
create policy chat_messages_own on chat_messages for all to tripwright_app
  using (user_id = app_user_id())
  with check (user_id = app_user_id() and (run_id is null or exists (select from ai_planning_jobs j where j.id = run_id)));
grant select, insert, update, delete on chat_messages to tripwright_app;

create table model_calls (
  run_id uuid not null references ai_planning_jobs (id) on delete cascade,
  seq integer not null,
  user_id uuid not null references users (id) on delete cascade,
  provider varchar(50) not null,
  -- As asked for, and as the service reported it.
  model varchar(200) not null,
  model_version varchar(200) not null,
  prompt_hash varchar(64) not null,
  tokens_input integer not null default 0,
  tokens_output integer not null default 0,
  tokens_cached integer not null default 0,
  tokens_reasoning integer not null default 0,
  cost_usd numeric(14, 8),
  -- The date of the price list that the cost was reckoned with.
  priced_as_of date,
  first_token_ms integer,
  duration_ms integer not null,
  finish_reason varchar(50),
  tool_calls integer not null default 0,
  -- Why the call failed, as a code; `null` when it did not.
  error_code varchar(50),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (run_id, seq),
  constraint model_calls_priced check (cost_usd is null or priced_as_of is not null)
);
-- What a traveller has used today.
create index idx_model_calls_user on model_calls (user_id, created_at desc);
create trigger model_calls_touch before update on model_calls for each row execute function touch_updated_at();

alter table model_calls enable row level security;
alter table model_calls force row level security;
create policy model_calls_own on model_calls for all to tripwright_app
  using (user_id = app_user_id())
  with check (user_id = app_user_id() and exists (select from ai_planning_jobs j where j.id = run_id));
create policy model_calls_service on model_calls for select to tripwright_service using (true);
grant select, insert, update, delete on model_calls to tripwright_app;
grant select on model_calls to tripwright_service;

-- What the traveller has told us about the trip as it is: when they land, which days it rains.
alter table trips add column conditions jsonb not null default '{}';
-- Wishes without a column of their own: places seen already, limits by category, ways of getting about.
alter table trip_preferences add column more_wishes jsonb not null default '{}';
-- The trip as it was when the version was made, and which flights and stays were chosen for it: selecting the
-- version brings them back. `null` on versions from before.
alter table itineraries add column trip_snapshot jsonb;
-- A background job makes one plan, whichever worker ends it.
alter table itineraries add column job_id uuid references ai_planning_jobs (id) on delete set null;
create unique index idx_itineraries_job on itineraries (job_id) where job_id is not null;
alter policy itineraries_of_own_trip on itineraries with check (
  exists (select from trips t where t.id = trip_id)
  and (run_id is null or exists (select from ai_planning_jobs j where j.id = run_id))
  and (job_id is null or exists (select from ai_planning_jobs j where j.id = job_id)));
-- A stay or flight that another one has taken the place of is kept: undoing brings it back.
alter table accommodations add column replaced_at timestamptz;
alter table flights add column replaced_at timestamptz;

-- Down Migration
alter table flights drop column replaced_at;
alter table accommodations drop column replaced_at;
alter policy itineraries_of_own_trip on itineraries with check (
  exists (select from trips t where t.id = trip_id)
  and (run_id is null or exists (select from ai_planning_jobs j where j.id = run_id)));
drop index idx_itineraries_job;
alter table itineraries drop column job_id;
alter table itineraries drop column trip_snapshot;
alter table trip_preferences drop column more_wishes;
alter table trips drop column conditions;
drop table model_calls;
drop table chat_messages;
alter table ai_planning_jobs
  drop constraint ai_planning_jobs_thread_fkey,
  drop constraint ai_planning_jobs_kind_known,
  drop column cost_usd,
  drop column first_token_ms,
  drop column model_calls,
  drop column verdict_ok,
  drop column message_id,
  drop column thread_id,
  drop column kind;
drop table chat_threads;
