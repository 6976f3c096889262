-- Up Migration
-- What maintenance needs: months made ahead for any date, a record of what was archived, and the few acts that
-- take the owner's rights. The worker owns nothing, and partitions themselves are granted to nobody: they have
-- no policies of their own.

-- One row an attempt to archive a month of a table. `writing`: a process is at it, and its rows are all still
-- in the table. `archived`: the object holds them and the table no longer does. `discarded`: the object is to be
-- deleted. Every object in the archive is named here before it is written, so that none is ever forgotten.
create table archived_partitions (
  id uuid primary key,
  table_name varchar(63) not null,
  -- The partition that was; `<table>_default` for rows that had none of their own.
  partition_name varchar(63) not null,
  month date not null,
  state varchar(20) not null default 'writing',
  object_name text not null,
  location text not null,
  row_count bigint,
  byte_size bigint,
  sha256 varchar(64),
  rows_fingerprint bigint,
  worker_id varchar(100) not null,
  lease_expires_at timestamptz not null,
  -- The archived object that this one is to stand in for: the same rows without an erased traveller's.
  replaces uuid references archived_partitions (id) on delete set null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint archived_partitions_object_name_key unique (object_name),
  constraint archived_partitions_table_known check (table_name in ('external_api_logs', 'user_activities')),
  constraint archived_partitions_month_is_first_day check (extract(day from month) = 1),
  constraint archived_partitions_state_known check (state in ('writing', 'archived', 'discarded')),
  constraint archived_partitions_archived_is_verified check (
    state <> 'archived'
    or (row_count is not null and byte_size is not null and sha256 is not null and archived_at is not null))
);
-- Two processes never archive the same rows at once.
create unique index idx_archived_partitions_attempt on archived_partitions (partition_name, month)
  where state = 'writing' and replaces is null;
create index idx_archived_partitions_table on archived_partitions (table_name, state, month);
create index idx_archived_partitions_replaces on archived_partitions (replaces) where replaces is not null;
create trigger archived_partitions_touch before update on archived_partitions
  for each row execute function touch_updated_at();
grant select, insert, update, delete on archived_partitions to tripwright_service;

-- One row's part in the fingerprint of many: their exclusive or tells whether what was archived is what is there.
create function row_fingerprint(row_id uuid, changed_at timestamptz) returns bigint
  language sql stable parallel safe
  return hashtextextended(row_id::text || extract(epoch from changed_at)::text, 0);
revoke execute on function row_fingerprint(uuid, timestamptz) from public;
grant execute on function row_fingerprint(uuid, timestamptz) to tripwright_service;

-- A partition for one month; null if it is there already, else how many rows it took out of the default
-- partition, or -1 when those are more than `max_rows`: then they stay, for moving them would take too long.
create function create_month_partition(parent text, first_day date, max_rows integer default 100000) returns integer
  language plpgsql security definer set search_path from current set lock_timeout = '3s'
  as $$
declare
  partition_name text := parent || '_' || to_char(first_day, 'YYYY_MM');
  from_instant timestamptz := first_day::timestamp at time zone 'UTC';
  to_instant timestamptz := (first_day + interval '1 month') at time zone 'UTC';
  waiting integer;
begin
  if parent not in ('external_api_logs', 'user_activities') or first_day <> date_trunc('month', first_day) then
    raise exception 'expected a partitioned table and the first day of a month, got % and %', parent, first_day;
  end if;
  if to_regclass(format('%I.%I', current_schema(), partition_name)) is not null then
    return null;
  end if;
  execute format(
    'select count(*) from (select from %I where created_at >= $1 and created_at < $2 limit $3 + 1) t',
    parent || '_default') into waiting using from_instant, to_instant, max_rows;
  if waiting > max_rows then
    return -1;
  end if;
  if waiting > 0 then
    execute format('create table %I (like %I including all)', partition_name, parent);
    execute format(
      'with moved as (delete from %I where created_at >= $1 and created_at < $2 returning *)
       insert into %I select * from moved', parent || '_default', partition_name) using from_instant, to_instant;
    get diagnostics waiting = row_count;
    execute format(
      'alter table %I attach partition %I for values from (%L) to (%L)',
      parent, partition_name, from_instant, to_instant);
  else
    execute format(
      'create table %I partition of %I for values from (%L) to (%L)',
      partition_name, parent, from_instant, to_instant);
  end if;
  return waiting;
end
$$;
revoke execute on function create_month_partition(text, date, integer) from public;
grant execute on function create_month_partition(text, date, integer) to tripwright_service;

-- The months before an instant of which rows lie in the default partition.
create function months_in_default(parent text, before timestamptz) returns setof date
  language plpgsql stable security definer set search_path from current
  as $$
begin
  if parent not in ('external_api_logs', 'user_activities') then
    raise exception 'expected a partitioned table, got %', parent;
  end if;
  return query execute format(
    $query$select distinct date_trunc('month', created_at at time zone 'UTC')::date from %I
      where created_at < $1 order by 1$query$, parent || '_default') using before;
end
$$;
revoke execute on function months_in_default(text, timestamptz) from public;
grant execute on function months_in_default(text, timestamptz) to tripwright_service;

-- Lets go of the rows of an attempt, if they are still exactly those that its object holds: `released`;
-- `changed` when they are not, `lost` when the attempt is no longer anybody's. Record and rows go together.
create function release_archived_rows(attempt uuid, released_at timestamptz) returns text
  language plpgsql security definer set search_path from current set lock_timeout = '3s'
  as $$
declare
  taken archived_partitions%rowtype;
  is_default boolean;
  from_instant timestamptz;
  to_instant timestamptz;
  found_rows bigint;
  found_fingerprint bigint;
begin
  select * into taken from archived_partitions where id = attempt for update;
  if not found or taken.state <> 'writing' or taken.replaces is not null or taken.rows_fingerprint is null then
    return 'lost';
  end if;
  if to_regclass(format('%I.%I', current_schema(), taken.partition_name)) is null then
    return 'lost';
  end if;
  is_default := taken.partition_name = taken.table_name || '_default';
  from_instant := taken.month::timestamp at time zone 'UTC';
  to_instant := (taken.month + interval '1 month') at time zone 'UTC';
  -- Readers go on; whoever would write into this one partition waits.
  execute format('lock table only %I in share row exclusive mode', taken.partition_name);
  execute format(
    'select count(*), coalesce(bit_xor(row_fingerprint(id, updated_at)), 0) from %I
     where created_at >= $1 and created_at < $2', taken.partition_name)
    into found_rows, found_fingerprint using from_instant, to_instant;
  if found_rows <> taken.row_count or found_fingerprint <> taken.rows_fingerprint then
    return 'changed';
  end if;
  if is_default then
    execute format('delete from %I where created_at >= $1 and created_at < $2', taken.partition_name)
      using from_instant, to_instant;
  else
    execute format('alter table %I detach partition %I', taken.table_name, taken.partition_name);
    execute format('drop table %I', taken.partition_name);
  end if;
  update archived_partitions set state = 'archived', archived_at = released_at where id = attempt;
  return 'released';
end
$$;
revoke execute on function release_archived_rows(uuid, timestamptz) from public;
grant execute on function release_archived_rows(uuid, timestamptz) to tripwright_service;

-- No autovacuum ever analyses a partitioned table as a whole.
create function analyze_partitioned_tables() returns void
  language plpgsql security definer set search_path from current
  as $$
begin
  analyze external_api_logs;
  analyze user_activities;
end
$$;
revoke execute on function analyze_partitioned_tables() from public;
grant execute on function analyze_partitioned_tables() to tripwright_service;

-- A link that has expired is cleared away whoever it belongs to.
create policy booking_links_expiring_seen on booking_links for select to tripwright_service
  using (expires_at is not null);
create policy booking_links_expiring_swept on booking_links for delete to tripwright_service
  using (expires_at is not null);
-- What the sweeps look for.
create index idx_user_sessions_expiry on user_sessions (expires_at) where expires_at is not null;
create index idx_user_sessions_revoked on user_sessions (revoked_at) where revoked_at is not null;
create index idx_notifications_created on notifications (created_at) where deleted_at is null;
create index idx_notifications_deleted on notifications (deleted_at) where deleted_at is not null;

-- Down Migration
drop index idx_notifications_deleted;
drop index idx_notifications_created;
drop index idx_user_sessions_revoked;
drop index idx_user_sessions_expiry;
drop policy booking_links_expiring_swept on booking_links;
drop policy booking_links_expiring_seen on booking_links;
drop function analyze_partitioned_tables();
drop function release_archived_rows(uuid, timestamptz);
drop function months_in_default(text, timestamptz);
drop function create_month_partition(text, date, integer);
drop function row_fingerprint(uuid, timestamptz);
drop table archived_partitions;
