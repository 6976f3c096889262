-- Up Migration
-- Programs call too: a write that arrives twice is done once, a call that takes something away waits for a person's
-- yes, and a traveller may be known by the account that another service keeps for them.

create table keyed_calls (
  user_id uuid not null references users (id) on delete cascade,
  -- The client's own name for the call.
  key varchar(200) not null,
  tool varchar(50) not null,
  arguments_hash varchar(64) not null,
  -- `null` while the call is under way.
  result jsonb,
  -- From then on nobody is believed to be at it any more, or the result is forgotten.
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idx_keyed_calls_expiry on keyed_calls (expires_at);
create trigger keyed_calls_touch before update on keyed_calls for each row execute function touch_updated_at();

alter table keyed_calls enable row level security;
alter table keyed_calls force row level security;
create policy keyed_calls_own on keyed_calls for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
create policy keyed_calls_service on keyed_calls for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on keyed_calls to tripwright_app;
grant select, delete on keyed_calls to tripwright_service;

create table call_confirmations (
  user_id uuid not null references users (id) on delete cascade,
  -- SHA-256 of the code; the code itself is told once.
  code_hash varchar(64) not null,
  tool varchar(50) not null,
  arguments_hash varchar(64) not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, code_hash)
);
create index idx_call_confirmations_expiry on call_confirmations (expires_at);
create trigger call_confirmations_touch before update on call_confirmations
  for each row execute function touch_updated_at();

alter table call_confirmations enable row level security;
alter table call_confirmations force row level security;
create policy call_confirmations_own on call_confirmations for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
create policy call_confirmations_service on call_confirmations for all to tripwright_service
  using (true) with check (true);
grant select, insert, delete on call_confirmations to tripwright_app;
grant select, delete on call_confirmations to tripwright_service;

-- Accounts at an authorization server: its issuer, and what it calls the person.
create table external_identities (
  issuer varchar(500) not null,
  subject varchar(255) not null,
  user_id uuid not null references users (id) on delete cascade,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index idx_external_identities_user on external_identities (user_id);
create trigger external_identities_touch before update on external_identities
  for each row execute function touch_updated_at();

alter table external_identities enable row level security;
alter table external_identities force row level security;
create policy external_identities_own on external_identities for select to tripwright_app
  using (user_id = app_user_id());
create policy external_identities_service on external_identities for all to tripwright_service
  using (true) with check (true);
grant select on external_identities to tripwright_app;
-- Whom a name leads to is said once.
grant select, insert, update (last_used_at) on external_identities to tripwright_service;

-- Down Migration
drop table external_identities;
drop table call_confirmations;
drop table keyed_calls;
