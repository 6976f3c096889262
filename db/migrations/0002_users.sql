-- Up Migration
-- Who travels. `password_hash` may be null: the local user and people who sign in elsewhere have none.

create table users (
  id uuid primary key,
  email varchar(255) not null,
  password_hash varchar(255),
  first_name varchar(100) not null,
  last_name varchar(100) not null,
  phone varchar(20),
  avatar_url text,
  is_active boolean not null default true,
  is_email_verified boolean not null default false,
  oauth_provider varchar(50),
  oauth_provider_id varchar(255),
  preferences jsonb not null default '{}',
  failed_login_attempts integer not null default 0,
  locked_until timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_email_key unique (email),
  constraint users_password_is_argon2id check (password_hash like '$argon2id$%'),
  constraint users_oauth_provider_known check (oauth_provider in ('google', 'pinterest', 'apple')),
  constraint users_oauth_is_complete check ((oauth_provider is null) = (oauth_provider_id is null)),
  constraint users_failed_logins_counted check (failed_login_attempts >= 0)
);
create unique index idx_users_email on users (lower(email));
create unique index idx_users_oauth on users (oauth_provider, oauth_provider_id) where oauth_provider is not null;
create trigger users_touch before update on users for each row execute function touch_updated_at();

alter table users enable row level security;
alter table users force row level security;
create policy users_own_data on users for all to tripwright_app
  using (id = app_user_id()) with check (id = app_user_id());
-- Signing in happens before anybody is known.
create policy users_service on users for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on users to tripwright_app, tripwright_service;

create table user_sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  token_hash varchar(64) not null,
  label varchar(100),
  scopes text[] not null default '{}',
  user_agent text,
  ip_address inet,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_sessions_token_hash_key unique (token_hash)
);
create index idx_user_sessions_user on user_sessions (user_id);
create trigger user_sessions_touch before update on user_sessions
  for each row execute function touch_updated_at();

alter table user_sessions enable row level security;
alter table user_sessions force row level security;
create policy user_sessions_own on user_sessions for all to tripwright_app
  using (user_id = app_user_id()) with check (user_id = app_user_id());
create policy user_sessions_service on user_sessions for all to tripwright_service using (true) with check (true);
grant select, insert, update, delete on user_sessions to tripwright_app, tripwright_service;

-- Down Migration
drop table user_sessions;
drop table users;
