-- Up Migration
-- What evaluation runs found, beside what people said of the same plans: a run's log stays the record of it; here stand
-- the figures that queries over many runs, and over runs and feedback together, need.

create table eval_runs (
  -- The log's own, so that file and rows find each other.
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  suite varchar(100) not null,
  model_version varchar(200) not null,
  prompt_hash varchar(64) not null,
  -- The log's head: seed, versions, hashes, scorers.
  head jsonb not null,
  started_at timestamptz not null,
  -- `null` while it runs, and of a run that was interrupted.
  ended_at timestamptz,
  -- How many answers a whole run has; then, once it has ended, how many there are and how many passed.
  answers_expected integer not null,
  answers integer,
  passed integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint eval_runs_counted check (answers_expected >= 0 and answers >= 0 and passed between 0 and answers),
  constraint eval_runs_ended_is_counted check ((ended_at is null) = (answers is null)
    and (ended_at is null) = (passed is null))
);
create index idx_eval_runs_recent on eval_runs (user_id, started_at desc);
create index idx_eval_runs_suite on eval_runs (suite, model_version, started_at desc);
create trigger eval_runs_touch before update on eval_runs for each row execute function touch_updated_at();

alter table eval_runs enable row level security;
alter table eval_runs force row level security;
create policy eval_runs_own on eval_runs for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
grant select, insert, update, delete on eval_runs to tripwright_app;

create table eval_answers (
  eval_run_id uuid not null references eval_runs (id) on delete cascade,
  sample varchar(200) not null,
  method varchar(100) not null,
  trial integer not null,
  passed boolean not null,
  -- The number of each scorer that applied.
  scores jsonb not null,
  -- The plan that was judged and the run that made it, where this database has them.
  trip_id uuid references trips (id) on delete set null,
  itinerary_id uuid,
  run_id uuid references ai_planning_jobs (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (eval_run_id, sample, method, trial),
  constraint eval_answers_itinerary_fkey foreign key (trip_id, itinerary_id) references itineraries (trip_id, id)
    on delete set null (itinerary_id),
  constraint eval_answers_trial_counted check (trial >= 1)
);
create index idx_eval_answers_plan on eval_answers (trip_id, itinerary_id) where trip_id is not null;
create index idx_eval_answers_run on eval_answers (run_id) where run_id is not null;
create trigger eval_answers_touch before update on eval_answers for each row execute function touch_updated_at();

alter table eval_answers enable row level security;
alter table eval_answers force row level security;
create policy eval_answers_own on eval_answers for all to tripwright_app
  using (exists (select from eval_runs r where r.id = eval_run_id))
  with check (exists (select from eval_runs r where r.id = eval_run_id)
    and (trip_id is null or exists (select from trips t where t.id = trip_id))
    and (run_id is null or exists (select from ai_planning_jobs j where j.id = run_id)));
grant select, insert, update, delete on eval_answers to tripwright_app;

-- What people said of the very versions that were judged, as a whole: stars for one day or one visit are not about
-- what a run scores.
create view eval_answer_ratings with (security_invoker = true) as
select
  a.eval_run_id,
  a.sample,
  a.method,
  a.trial,
  a.passed,
  a.scores,
  a.trip_id,
  a.itinerary_id,
  f.id as feedback_id,
  f.rating,
  f.created_at as rated_at
from eval_answers a
join ai_feedback f on f.trip_id = a.trip_id and f.itinerary_id = a.itinerary_id
where f.rating is not null and coalesce(f.rated_item_type, 'trip') in ('trip', 'itinerary');

grant select on eval_answer_ratings to tripwright_app;

-- Down Migration
drop view eval_answer_ratings;
drop table eval_answers;
drop table eval_runs;
