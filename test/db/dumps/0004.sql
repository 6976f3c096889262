-- A database as migration 0004_categories-and-needs left it, with a few rows in every table.
-- Made by keep-dump.ts, kept as it is. By hand: psql --single-transaction --file=0004.sql
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
CREATE TABLE tripwright_dumped.accessibility_needs (
    id uuid NOT NULL,
    name character varying(50) NOT NULL,
    display_name character varying(100) NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.airports (
    id uuid NOT NULL,
    iata_code character(3) NOT NULL,
    name character varying(200) NOT NULL,
    city_name character varying(100) NOT NULL,
    country_id uuid NOT NULL,
    location public.geography(Point,4326) NOT NULL,
    size character varying(20) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT airports_iata_code_is_alpha3 CHECK ((iata_code ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT airports_size_known CHECK (((size)::text = ANY ((ARRAY['hub'::character varying, 'international'::character varying, 'regional'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.catalogue_versions (
    name character varying(50) NOT NULL,
    content_hash character varying(64) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.categories (
    id uuid NOT NULL,
    name character varying(50) NOT NULL,
    display_name character varying(100) NOT NULL,
    description text,
    parent_category_id uuid,
    level integer NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    pinterest_board_id character varying(100),
    pinterest_keyword character varying(100),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT categories_root_has_level_1 CHECK ((((level = 1) = (parent_category_id IS NULL)) AND (level >= 1)))
);
CREATE TABLE tripwright_dumped.cities (
    id uuid NOT NULL,
    country_id uuid NOT NULL,
    name character varying(100) NOT NULL,
    name_local character varying(100),
    aliases character varying(100)[] DEFAULT '{}'::character varying[] NOT NULL,
    region character varying(100),
    region_code character varying(10),
    description text,
    location public.geography(Point,4326) NOT NULL,
    city_type character varying(20) NOT NULL,
    population integer,
    popularity_score numeric(3,2),
    timezone character varying(50) NOT NULL,
    iata_code character(3),
    geonames_id integer,
    google_places_id character varying(255),
    tripadvisor_id character varying(255),
    attraction_count integer DEFAULT 0 NOT NULL,
    eatery_count integer DEFAULT 0 NOT NULL,
    prominence real GENERATED ALWAYS AS ((((0.6)::double precision * (COALESCE(popularity_score, (0)::numeric))::double precision) + ((0.4)::double precision * LEAST((1)::double precision, GREATEST((0)::double precision, (((ln((GREATEST(COALESCE(population, 1), 1))::double precision) / ln((10)::double precision)) - (4)::double precision) / (3.3)::double precision)))))) STORED NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS ((((tripwright_dumped.search_part((name)::text, 'A'::"char") || tripwright_dumped.search_part((name_local)::text, 'A'::"char")) || tripwright_dumped.search_part(tripwright_dumped.spoken_words((aliases)::text[]), 'B'::"char")) || tripwright_dumped.search_part(description, 'C'::"char"))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cities_city_type_known CHECK (((city_type)::text = ANY ((ARRAY['capital'::character varying, 'major_city'::character varying, 'city'::character varying, 'town'::character varying])::text[]))),
    CONSTRAINT cities_places_counted CHECK (((attraction_count >= 0) AND (eatery_count >= 0))),
    CONSTRAINT cities_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric))),
    CONSTRAINT cities_population_counted CHECK ((population >= 0))
);
CREATE TABLE tripwright_dumped.city_areas (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name character varying(100) NOT NULL,
    name_local character varying(100),
    area_type character varying(30) DEFAULT 'neighborhood'::character varying NOT NULL,
    description text,
    location public.geography(Point,4326) NOT NULL,
    bounds public.geography(Polygon,4326),
    popularity_score numeric(3,2),
    tags character varying(50)[] DEFAULT '{}'::character varying[] NOT NULL,
    source text NOT NULL,
    source_date date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT city_areas_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric)))
);
CREATE TABLE tripwright_dumped.city_names (
    city_id uuid NOT NULL,
    folded character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    sound_key character varying(120),
    skeleton character varying(60),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT city_names_kind_known CHECK (((kind)::text = ANY ((ARRAY['name'::character varying, 'local'::character varying, 'alias'::character varying])::text[])))
);
CREATE TABLE tripwright_dumped.countries (
    id uuid NOT NULL,
    iso_code character(2) NOT NULL,
    name character varying(100) NOT NULL,
    location public.geography(Point,4326),
    bounds public.geography(Polygon,4326),
    currency_code character(3),
    timezone character varying(50),
    popularity_score numeric(3,2),
    avg_daily_cost_budget integer,
    avg_daily_cost_mid_range integer,
    avg_daily_cost_luxury integer,
    avg_daily_cost_currency character(3),
    avg_daily_cost_as_of date,
    avg_daily_cost_source text,
    google_places_id character varying(255),
    tripadvisor_id character varying(255),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT countries_costs_ascend CHECK (((avg_daily_cost_budget <= avg_daily_cost_mid_range) AND (avg_daily_cost_mid_range <= avg_daily_cost_luxury))),
    CONSTRAINT countries_costs_have_provenance CHECK (((avg_daily_cost_budget IS NULL) OR ((avg_daily_cost_currency IS NOT NULL) AND (avg_daily_cost_as_of IS NOT NULL) AND (avg_daily_cost_source IS NOT NULL)))),
    CONSTRAINT countries_iso_code_is_alpha2 CHECK ((iso_code ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT countries_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric)))
);
CREATE TABLE tripwright_dumped.dietary_restrictions (
    id uuid NOT NULL,
    name character varying(50) NOT NULL,
    display_name character varying(100) NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tripwright_dumped.exchange_rates (
    currency character(3) NOT NULL,
    per_euro numeric(18,8) NOT NULL,
    as_of date NOT NULL,
    source text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT exchange_rates_positive CHECK ((per_euro > (0)::numeric))
);
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
CREATE TABLE tripwright_dumped.user_sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    label character varying(100),
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    user_agent text,
    ip_address inet,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.user_sessions FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.users (
    id uuid NOT NULL,
    email character varying(255) NOT NULL,
    password_hash character varying(255),
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    phone character varying(20),
    avatar_url text,
    is_active boolean DEFAULT true NOT NULL,
    is_email_verified boolean DEFAULT false NOT NULL,
    oauth_provider character varying(50),
    oauth_provider_id character varying(255),
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    failed_login_attempts integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_failed_logins_counted CHECK ((failed_login_attempts >= 0)),
    CONSTRAINT users_oauth_is_complete CHECK (((oauth_provider IS NULL) = (oauth_provider_id IS NULL))),
    CONSTRAINT users_oauth_provider_known CHECK (((oauth_provider)::text = ANY ((ARRAY['google'::character varying, 'pinterest'::character varying, 'apple'::character varying])::text[]))),
    CONSTRAINT users_password_is_argon2id CHECK (((password_hash)::text ~~ '$argon2id$%'::text))
);
ALTER TABLE ONLY tripwright_dumped.users FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY tripwright_dumped.schema_migrations ALTER COLUMN id SET DEFAULT nextval('tripwright_dumped.schema_migrations_id_seq'::regclass);
INSERT INTO tripwright_dumped.accessibility_needs VALUES
	('00000000-0000-4000-8000-000000000019', 'step_free', 'Step-free', NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.airports VALUES
	('00000000-0000-4000-8000-000000000015', 'LIS', 'Humberto Delgado', 'Lisbon', '00000000-0000-4000-8000-000000000010', '0101000020E6100000840D4FAF944522C0174850FC18634340', 'hub', '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.catalogue_versions VALUES
	('sample', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.categories VALUES
	('00000000-0000-4000-8000-000000000016', 'food', 'Food', NULL, NULL, 1, 0, NULL, NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00'),
	('00000000-0000-4000-8000-000000000017', 'markets', 'Markets', NULL, '00000000-0000-4000-8000-000000000016', 2, 0, NULL, NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.cities VALUES
	('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000010', 'Lisbon', 'Lisboa', '{Lissabon,Lisbonne}', NULL, NULL, 'Hills by the Tejo''s mouth; it''s steep.', '0101000020E610000065AA6054524722C04DF38E53745C4340', 'capital', 517802, 0.90, 'Europe/Lisbon', 'LIS', 2267057, NULL, NULL, 0, 0, DEFAULT, DEFAULT, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.city_areas VALUES
	('00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000011', 'Alfama', NULL, 'neighborhood', NULL, '0101000020E61000006D567DAEB64222C0DE02098A1F5B4340', NULL, NULL, '{old}', 'sample', '2026-11-01', '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.city_names VALUES
	('00000000-0000-4000-8000-000000000011', 'lisboa', 'local', 'LSB', 'lsb', '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.countries VALUES
	('00000000-0000-4000-8000-000000000010', 'PT', 'Portugal', '0101000020E610000065AA6054524722C04DF38E53745C4340', '0103000020E6100000010000000500000000000000000023C00000000000804240CDCCCCCCCCCC18C00000000000804240CDCCCCCCCCCC18C0CDCCCCCCCC0C454000000000000023C0CDCCCCCCCC0C454000000000000023C00000000000804240', 'EUR', NULL, NULL, 55, 110, 260, 'EUR', '2026-11-01', 'sample', NULL, NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.dietary_restrictions VALUES
	('00000000-0000-4000-8000-000000000018', 'vegan', 'Vegan', NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.exchange_rates VALUES
	('USD', 1.08250000, '2026-11-01', 'sample', '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.schema_migrations VALUES
	(1, '0001_extensions-and-roles', '2026-11-23 02:01:50.168164'),
	(2, '0002_users', '2026-11-23 02:01:50.168164'),
	(3, '0003_destinations', '2026-11-23 02:01:50.168164'),
	(4, '0004_categories-and-needs', '2026-11-23 02:01:50.168164');
INSERT INTO tripwright_dumped.user_sessions VALUES
	('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'laptop', '{trips}', NULL, '::1', NULL, NULL, NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
INSERT INTO tripwright_dumped.users VALUES
	('00000000-0000-4000-8000-000000000001', 'Ada@example.org', '$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$c2FtcGxl', 'Ada', 'Byron', '+351 210 000 000', NULL, true, false, 'google', 'sample-subject', '{"theme": "dark"}', 0, NULL, NULL, '2026-11-23 02:01:50.762986+00', '2026-11-23 02:01:50.762986+00');
SELECT pg_catalog.setval('tripwright_dumped.schema_migrations_id_seq', 4, true);
ALTER TABLE ONLY tripwright_dumped.accessibility_needs
    ADD CONSTRAINT accessibility_needs_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.accessibility_needs
    ADD CONSTRAINT accessibility_needs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_iata_code_key UNIQUE (iata_code);
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.catalogue_versions
    ADD CONSTRAINT catalogue_versions_pkey PRIMARY KEY (name);
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_geonames_id_key UNIQUE (geonames_id);
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_name_key UNIQUE (city_id, name);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.city_names
    ADD CONSTRAINT city_names_pkey PRIMARY KEY (city_id, folded);
ALTER TABLE ONLY tripwright_dumped.countries
    ADD CONSTRAINT countries_iso_code_key UNIQUE (iso_code);
ALTER TABLE ONLY tripwright_dumped.countries
    ADD CONSTRAINT countries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.dietary_restrictions
    ADD CONSTRAINT dietary_restrictions_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.dietary_restrictions
    ADD CONSTRAINT dietary_restrictions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.exchange_rates
    ADD CONSTRAINT exchange_rates_pkey PRIMARY KEY (currency, as_of);
ALTER TABLE ONLY tripwright_dumped.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY tripwright_dumped.users
    ADD CONSTRAINT users_email_key UNIQUE (email);
ALTER TABLE ONLY tripwright_dumped.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE INDEX idx_airports_location ON tripwright_dumped.airports USING gist (location);
CREATE INDEX idx_categories_parent ON tripwright_dumped.categories USING btree (parent_category_id);
CREATE INDEX idx_cities_country ON tripwright_dumped.cities USING btree (country_id);
CREATE INDEX idx_cities_covered ON tripwright_dumped.cities USING gist (location) WHERE (attraction_count > 0);
CREATE INDEX idx_cities_iata ON tripwright_dumped.cities USING btree (iata_code) WHERE (iata_code IS NOT NULL);
CREATE INDEX idx_cities_location ON tripwright_dumped.cities USING gist (location);
CREATE INDEX idx_cities_name_trgm ON tripwright_dumped.cities USING gin (name public.gin_trgm_ops);
CREATE INDEX idx_cities_search ON tripwright_dumped.cities USING gin (search_vector);
CREATE INDEX idx_city_areas_location ON tripwright_dumped.city_areas USING gist (location);
CREATE INDEX idx_city_names_folded ON tripwright_dumped.city_names USING btree (folded text_pattern_ops);
CREATE INDEX idx_city_names_skeleton ON tripwright_dumped.city_names USING btree (skeleton) WHERE (skeleton IS NOT NULL);
CREATE INDEX idx_city_names_sound ON tripwright_dumped.city_names USING btree (sound_key) WHERE (sound_key IS NOT NULL);
CREATE INDEX idx_city_names_trgm ON tripwright_dumped.city_names USING gin (folded public.gin_trgm_ops);
CREATE INDEX idx_user_sessions_user ON tripwright_dumped.user_sessions USING btree (user_id);
CREATE UNIQUE INDEX idx_users_email ON tripwright_dumped.users USING btree (lower((email)::text));
CREATE UNIQUE INDEX idx_users_oauth ON tripwright_dumped.users USING btree (oauth_provider, oauth_provider_id) WHERE (oauth_provider IS NOT NULL);
CREATE TRIGGER accessibility_needs_touch BEFORE UPDATE ON tripwright_dumped.accessibility_needs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER airports_touch BEFORE UPDATE ON tripwright_dumped.airports FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER catalogue_versions_touch BEFORE UPDATE ON tripwright_dumped.catalogue_versions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER categories_touch BEFORE UPDATE ON tripwright_dumped.categories FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER cities_touch BEFORE UPDATE ON tripwright_dumped.cities FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER city_areas_touch BEFORE UPDATE ON tripwright_dumped.city_areas FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER city_names_touch BEFORE UPDATE ON tripwright_dumped.city_names FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER countries_touch BEFORE UPDATE ON tripwright_dumped.countries FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER dietary_restrictions_touch BEFORE UPDATE ON tripwright_dumped.dietary_restrictions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER exchange_rates_touch BEFORE UPDATE ON tripwright_dumped.exchange_rates FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER user_sessions_touch BEFORE UPDATE ON tripwright_dumped.user_sessions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER users_touch BEFORE UPDATE ON tripwright_dumped.users FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_parent_category_id_fkey FOREIGN KEY (parent_category_id) REFERENCES tripwright_dumped.categories(id);
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE tripwright_dumped.user_sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_sessions_own ON tripwright_dumped.user_sessions TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY user_sessions_service ON tripwright_dumped.user_sessions TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY users_own_data ON tripwright_dumped.users TO tripwright_app USING ((id = tripwright_dumped.app_user_id())) WITH CHECK ((id = tripwright_dumped.app_user_id()));
CREATE POLICY users_service ON tripwright_dumped.users TO tripwright_service USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_app;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_service;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.accessibility_needs TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.accessibility_needs TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accessibility_needs TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.airports TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.airports TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.airports TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.catalogue_versions TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.catalogue_versions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.catalogue_versions TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.categories TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.categories TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.categories TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.cities TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.cities TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.cities TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.city_areas TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.city_areas TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.city_areas TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.city_names TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.city_names TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.city_names TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.countries TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.countries TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.countries TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.dietary_restrictions TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.dietary_restrictions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.dietary_restrictions TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.exchange_rates TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.exchange_rates TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.exchange_rates TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_service;
