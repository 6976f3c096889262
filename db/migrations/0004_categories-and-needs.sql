-- Up Migration
-- The reference lists behind interests, diets and accessibility. Their ids are derived from their names
-- (see db/stores/catalogue-ids.ts), so the program maps between the two without a join.

create table categories (
  id uuid primary key,
  name varchar(50) not null,
  display_name varchar(100) not null,
  description text,
  parent_category_id uuid references categories (id),
  level integer not null,
  sort_order integer not null default 0,
  pinterest_board_id varchar(100),
  pinterest_keyword varchar(100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint categories_name_key unique (name),
  constraint categories_root_has_level_1 check ((level = 1) = (parent_category_id is null) and level >= 1)
);
create index idx_categories_parent on categories (parent_category_id);
create trigger categories_touch before update on categories for each row execute function touch_updated_at();

create table dietary_restrictions (
  id uuid primary key,
  name varchar(50) not null,
  display_name varchar(100) not null,
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint dietary_restrictions_name_key unique (name)
);
create trigger dietary_restrictions_touch before update on dietary_restrictions
  for each row execute function touch_updated_at();

create table accessibility_needs (
  id uuid primary key,
  name varchar(50) not null,
  display_name varchar(100) not null,
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accessibility_needs_name_key unique (name)
);
create trigger accessibility_needs_touch before update on accessibility_needs
  for each row execute function touch_updated_at();

grant select on categories, dietary_restrictions, accessibility_needs to tripwright_app, tripwright_service;
grant select, insert, update, delete on categories, dietary_restrictions, accessibility_needs to tripwright_importer;

-- Down Migration
drop table accessibility_needs;
drop table dietary_restrictions;
drop table categories;
