-- Up Migration
-- Conversations as LangGraph stores them, so that one can be stopped and taken up again by another process. The tables
-- are those of `@langchain/langgraph-checkpoint-postgres` after its migrations 0 to 4; ours are the owner, the dates
-- and the rule that a thread's name begins with its owner. Its statements find a row by that name alone
-- (`on conflict (thread_id, …)`): without the rule one traveller could take, or silently lose to, another's name.

-- The library's own record of its migrations: its `setup()` finds nothing left to do.
create table checkpoint_migrations (
  v integer primary key,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
insert into checkpoint_migrations (v) select generate_series(0, 4);
create trigger checkpoint_migrations_touch before update on checkpoint_migrations
  for each row execute function touch_updated_at();

create table checkpoints (
  thread_id text not null,
  checkpoint_ns text not null default '',
  checkpoint_id text not null,
  parent_checkpoint_id text,
  type text,
  checkpoint jsonb not null,
  metadata jsonb not null default '{}',
  user_id uuid not null default app_user_id() references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (thread_id, checkpoint_ns, checkpoint_id),
  constraint checkpoints_thread_names_its_user check (starts_with(thread_id, user_id::text || ':'))
);
create index idx_checkpoints_user on checkpoints (user_id);

create table checkpoint_blobs (
  thread_id text not null,
  checkpoint_ns text not null default '',
  channel text not null,
  version text not null,
  type text not null,
  blob bytea,
  user_id uuid not null default app_user_id() references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (thread_id, checkpoint_ns, channel, version),
  constraint checkpoint_blobs_thread_names_its_user check (starts_with(thread_id, user_id::text || ':'))
);
create index idx_checkpoint_blobs_user on checkpoint_blobs (user_id);

create table checkpoint_writes (
  thread_id text not null,
  checkpoint_ns text not null default '',
  checkpoint_id text not null,
  task_id text not null,
  idx integer not null,
  channel text not null,
  type text,
  blob bytea not null,
  user_id uuid not null default app_user_id() references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (thread_id, checkpoint_ns, checkpoint_id, task_id, idx),
  constraint checkpoint_writes_thread_names_its_user check (starts_with(thread_id, user_id::text || ':'))
);
create index idx_checkpoint_writes_user on checkpoint_writes (user_id);

do $$
declare
  name text;
begin
  foreach name in array array['checkpoints', 'checkpoint_blobs', 'checkpoint_writes'] loop
    execute format(
      'create trigger %I before update on %I for each row execute function touch_updated_at()', name || '_touch', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy %I on %I for all to tripwright_app using (user_id = app_user_id()) with check (user_id = app_user_id())',
      name || '_own', name);
  end loop;
end
$$;
grant select, insert, update, delete on checkpoints, checkpoint_blobs, checkpoint_writes to tripwright_app;

-- Down Migration
drop table checkpoint_writes;
drop table checkpoint_blobs;
drop table checkpoints;
drop table checkpoint_migrations;
