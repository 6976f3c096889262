-- A database as migration 0002_users left it, with a few rows in every table.
-- Made by keep-dump.ts, kept as it is. By hand: psql --single-transaction --file=0002.sql
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
INSERT INTO tripwright_dumped.schema_migrations VALUES
	(1, '0001_extensions-and-roles', '2026-11-23 02:01:47.532172'),
	(2, '0002_users', '2026-11-23 02:01:47.532172');
INSERT INTO tripwright_dumped.user_sessions VALUES
	('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'laptop', '{trips}', NULL, '::1', NULL, NULL, NULL, '2026-11-23 02:01:47.687201+00', '2026-11-23 02:01:47.687201+00');
INSERT INTO tripwright_dumped.users VALUES
	('00000000-0000-4000-8000-000000000001', 'Ada@example.org', '$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$c2FtcGxl', 'Ada', 'Byron', '+351 210 000 000', NULL, true, false, 'google', 'sample-subject', '{"theme": "dark"}', 0, NULL, NULL, '2026-11-23 02:01:47.687201+00', '2026-11-23 02:01:47.687201+00');
SELECT pg_catalog.setval('tripwright_dumped.schema_migrations_id_seq', 2, true);
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
CREATE INDEX idx_user_sessions_user ON tripwright_dumped.user_sessions USING btree (user_id);
CREATE UNIQUE INDEX idx_users_email ON tripwright_dumped.users USING btree (lower((email)::text));
CREATE UNIQUE INDEX idx_users_oauth ON tripwright_dumped.users USING btree (oauth_provider, oauth_provider_id) WHERE (oauth_provider IS NOT NULL);
CREATE TRIGGER user_sessions_touch BEFORE UPDATE ON tripwright_dumped.user_sessions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER users_touch BEFORE UPDATE ON tripwright_dumped.users FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
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
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_service;
