-- Up Migration
-- What every later migration stands on. Extensions and roles belong to the whole database, not to one
-- schema, so they are created only where missing and outlive a migration down.

create extension if not exists postgis with schema public;
create extension if not exists vector with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- Nobody logs in as these: every transaction takes one of them by SET LOCAL ROLE, which is what makes
-- row-level security hold even where the connection itself is a superuser (the embedded engine).
do $$
declare
  role_name text;
  -- From 16 on, who creates a role is its member without the right to SET it.
  needed text := case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end;
begin
  foreach role_name in array array['tripwright_app', 'tripwright_service', 'tripwright_importer'] loop
    begin
      execute format('create role %I nologin nobypassrls', role_name);
    exception
      when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, role_name, needed) then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
  execute format('grant usage on schema %I to tripwright_app, tripwright_service, tripwright_importer', current_schema());
end
$$;

-- Whose rows a transaction may see; null when nobody is named. An unset variable reads '' after the
-- first SET LOCAL of a session, hence nullif.
create function app_user_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.current_user_id', true), '')::uuid;

create function touch_updated_at() returns trigger
  language plpgsql
  as $$
begin
  new.updated_at := now();
  return new;
end
$$;

-- unaccent() and array_to_string() are only STABLE because their dictionary and their element type could
-- change; ours do not, and generated columns and indexes need IMMUTABLE.
create function unaccented(words text) returns text
  language sql immutable strict parallel safe
  return public.unaccent('public.unaccent'::regdictionary, words);

-- Null for no words: what is made of them is then not computed at all.
create function spoken_words(words text[]) returns text
  language sql immutable parallel safe
  return nullif(replace(array_to_string(words, ' '), '_', ' '), '');

-- One weighted part of a search vector; a part without words costs nothing.
create function search_part(words text, weight "char") returns tsvector
  language sql immutable parallel safe
  return coalesce(setweight(to_tsvector('english', unaccented(words)), weight), ''::tsvector);

-- Down Migration
drop function search_part(text, "char");
drop function spoken_words(text[]);
drop function unaccented(text);
drop function touch_updated_at();
drop function app_user_id();
