-- A database as migration 0001_extensions-and-roles left it, with a few rows in every table.
-- Made by keep-dump.ts, kept as it is. By hand: psql --single-transaction --file=0001.sql
set local check_function_bodies = off;
set local client_min_messages = warning;
CREATE SCHEMA tripwright_dumped;
CREATE FUNCTION tripwright_dumped.app_user_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.current_user_id'::text, true), ''::text))::uuid;
CREATE FUNCTION tripwright_dumped.unaccented(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, words);
CREATE FUNCTION tripwright_dumped.search_part(words text, weight "char") RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(setweight(to_tsvector('english'::regconfig, tripwright_dumped.unaccented(words)), weight), ''::tsvector);
CREATE FUNCTION tripwright_dumped.spoken_words(words text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN NULLIF(replace(array_to_string(words, ' '::text), '_'::text, ' '::text), ''::text);
CREATE FUNCTION tripwright_dumped.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.updated_at := now();
  return new;
end
$$;
CREATE TABLE tripwright_dumped.schema_migrations (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    run_on timestamp without time zone NOT NULL
);
CREATE SEQUENCE tripwright_dumped.schema_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE tripwright_dumped.schema_migrations_id_seq OWNED BY tripwright_dumped.schema_migrations.id;
ALTER TABLE ONLY tripwright_dumped.schema_migrations ALTER COLUMN id SET DEFAULT nextval('tripwright_dumped.schema_migrations_id_seq'::regclass);
INSERT INTO tripwright_dumped.schema_migrations VALUES
	(1, '0001_extensions-and-roles', '2026-11-23 02:01:46.172182');
SELECT pg_catalog.setval('tripwright_dumped.schema_migrations_id_seq', 1, true);
ALTER TABLE ONLY tripwright_dumped.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (id);
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_app;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_service;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_importer;
