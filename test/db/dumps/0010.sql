-- A database as migration 0010_search-caches left it, with a few rows in every table.
-- Made by keep-dump.ts, kept as it is. By hand: psql --single-transaction --file=0010.sql
set local check_function_bodies = off;
set local client_min_messages = warning;
CREATE SCHEMA tripwright_dumped;
CREATE FUNCTION tripwright_dumped.app_user_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.current_user_id'::text, true), ''::text))::uuid;
CREATE FUNCTION tripwright_dumped.count_places_deleted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public'
    AS $$
begin
  update cities c
  set attraction_count = c.attraction_count - d.attractions, eatery_count = c.eatery_count - d.eateries
  from (
    select city_id, count(*) filter (where not is_eatery) as attractions, count(*) filter (where is_eatery) as eateries
    from old_places where retired_at is null group by city_id
  ) d
  where c.id = d.city_id;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.count_places_inserted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public'
    AS $$
begin
  update cities c
  set attraction_count = c.attraction_count + d.attractions, eatery_count = c.eatery_count + d.eateries
  from (
    select city_id, count(*) filter (where not is_eatery) as attractions, count(*) filter (where is_eatery) as eateries
    from new_places where retired_at is null group by city_id
  ) d
  where c.id = d.city_id;
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.count_places_updated() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'tripwright_dumped', 'public'
    AS $$
begin
  update cities c
  set attraction_count = c.attraction_count + d.attractions, eatery_count = c.eatery_count + d.eateries
  from (
    select city_id,
      coalesce(sum(sign) filter (where not is_eatery), 0) as attractions,
      coalesce(sum(sign) filter (where is_eatery), 0) as eateries
    from (
      select city_id, is_eatery, 1 as sign from new_places where retired_at is null
      union all
      select city_id, is_eatery, -1 from old_places where retired_at is null
    ) changes
    group by city_id
  ) d
  where c.id = d.city_id and (d.attractions <> 0 or d.eateries <> 0);
  return null;
end
$$;
CREATE FUNCTION tripwright_dumped.unaccented(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, words);
CREATE FUNCTION tripwright_dumped.search_part(words text, weight "char") RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(setweight(to_tsvector('english'::regconfig, tripwright_dumped.unaccented(words)), weight), ''::tsvector);
CREATE FUNCTION tripwright_dumped.settle_catalogue() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'tripwright_dumped', 'public'
    AS $$
begin
  perform gin_clean_pending_list(i.indexrelid::regclass)
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_am a on a.oid = c.relam
  where a.amname = 'gin' and i.indrelid in ('cities'::regclass, 'city_names'::regclass, 'attractions'::regclass);
  -- Not the geography and text-search columns: sampling them costs more than their plans gain.
  analyze countries (id, iso_code), airports (id, iata_code);
  analyze cities (id, country_id, prominence, attraction_count);
  analyze city_names (city_id, folded, sound_key, skeleton);
  analyze attractions (id, city_id, is_eatery, popularity_score, retired_at);
end
$$;
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
CREATE TABLE tripwright_dumped.accommodation_search_cache (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    search_hash character varying(64) NOT NULL,
    city_id uuid NOT NULL,
    check_in_date date NOT NULL,
    check_out_date date NOT NULL,
    guests integer NOT NULL,
    rooms integer NOT NULL,
    currency character(3) NOT NULL,
    results jsonb NOT NULL,
    cached_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    hit_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT accommodation_search_cache_expires_after_caching CHECK ((expires_at > cached_at))
);
CREATE TABLE tripwright_dumped.accommodations (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    city_id uuid NOT NULL,
    property_name character varying(200) NOT NULL,
    property_type character varying(30),
    address text,
    location public.geography(Point,4326),
    check_in_date date NOT NULL,
    check_out_date date NOT NULL,
    nights integer GENERATED ALWAYS AS ((check_out_date - check_in_date)) STORED NOT NULL,
    room_type character varying(100),
    num_rooms integer DEFAULT 1 NOT NULL,
    num_guests integer DEFAULT 1 NOT NULL,
    amenities jsonb DEFAULT '[]'::jsonb NOT NULL,
    provider character varying(50) NOT NULL,
    price jsonb NOT NULL,
    price_per_night numeric(14,3),
    total_price numeric(14,3),
    currency character(3) NOT NULL,
    star_rating numeric(2,1),
    guest_rating numeric(2,1),
    booking_status character varying(20) DEFAULT 'suggested'::character varying NOT NULL,
    booking_reference character varying(50),
    booking_platform character varying(50),
    booking_url text,
    free_cancellation_until date,
    external_property_id character varying(255) NOT NULL,
    external_data jsonb,
    image_urls text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT accommodations_booking_status_known CHECK (((booking_status)::text = ANY ((ARRAY['suggested'::character varying, 'considering'::character varying, 'booked'::character varying])::text[]))),
    CONSTRAINT accommodations_check_out_after_check_in CHECK ((check_out_date > check_in_date)),
    CONSTRAINT accommodations_rooms_counted CHECK (((num_rooms >= 1) AND (num_guests >= 1)))
);
ALTER TABLE ONLY tripwright_dumped.accommodations FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.ai_planning_jobs (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    trip_id uuid,
    itinerary_id uuid,
    status character varying(20) DEFAULT 'queued'::character varying NOT NULL,
    worker_id character varying(100),
    lease_expires_at timestamp with time zone,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    input_params jsonb DEFAULT '{}'::jsonb NOT NULL,
    result_data jsonb,
    error_message text,
    retry_count integer DEFAULT 0 NOT NULL,
    max_retries integer DEFAULT 3 NOT NULL,
    next_retry_at timestamp with time zone,
    tokens_used integer,
    tokens_input integer,
    tokens_output integer,
    tokens_cached integer,
    tokens_reasoning integer,
    tool_calls integer,
    duration_ms integer,
    model_version character varying(200),
    prompt_hash character varying(64),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ai_planning_jobs_processing_is_leased CHECK ((((status)::text <> 'processing'::text) OR ((worker_id IS NOT NULL) AND (lease_expires_at IS NOT NULL)))),
    CONSTRAINT ai_planning_jobs_retries_counted CHECK (((retry_count >= 0) AND (max_retries >= 0))),
    CONSTRAINT ai_planning_jobs_status_known CHECK (((status)::text = ANY ((ARRAY['queued'::character varying, 'processing'::character varying, 'completed'::character varying, 'failed'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs FORCE ROW LEVEL SECURITY;
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
CREATE TABLE tripwright_dumped.attraction_reviews (
    id uuid NOT NULL,
    attraction_id uuid NOT NULL,
    source character varying(50) NOT NULL,
    external_review_id character varying(255) NOT NULL,
    author_name character varying(100),
    rating integer,
    review_text text,
    review_date date,
    language character varying(10),
    cached_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT attraction_reviews_rating_in_range CHECK (((rating >= 1) AND (rating <= 5)))
);
CREATE TABLE tripwright_dumped.attractions (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    name_local character varying(200),
    description text,
    attraction_type character varying(50) NOT NULL,
    is_eatery boolean GENERATED ALWAYS AS (((attraction_type)::text = ANY ((ARRAY['restaurant'::character varying, 'cafe'::character varying, 'bakery'::character varying, 'bar'::character varying, 'food_hall'::character varying, 'street_food'::character varying])::text[]))) STORED NOT NULL,
    category_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    address text,
    location public.geography(Point,4326) NOT NULL,
    opening_hours jsonb,
    typical_visit_duration integer NOT NULL,
    crowdedness_level character varying(20),
    pricing_type character varying(20),
    price_adult numeric(14,3),
    price_level integer,
    spend_low numeric(14,3),
    spend_high numeric(14,3),
    currency character(3),
    booking_needed boolean,
    avg_rating numeric(2,1),
    review_count integer,
    popularity_score numeric(3,2) DEFAULT 0 NOT NULL,
    is_offbeat boolean DEFAULT false NOT NULL,
    diets text[] DEFAULT '{}'::text[] NOT NULL,
    accessibility_features jsonb DEFAULT '{}'::jsonb NOT NULL,
    tags character varying(50)[] DEFAULT '{}'::character varying[] NOT NULL,
    google_places_id character varying(255),
    tripadvisor_id character varying(255),
    getyourguide_id character varying(100),
    viator_id character varying(100),
    image_urls text[] DEFAULT '{}'::text[] NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (((((tripwright_dumped.search_part((name)::text, 'A'::"char") || tripwright_dumped.search_part((name_local)::text, 'A'::"char")) || tripwright_dumped.search_part(tripwright_dumped.spoken_words((tags)::text[]), 'B'::"char")) || tripwright_dumped.search_part(replace((attraction_type)::text, '_'::text, ' '::text), 'B'::"char")) || tripwright_dumped.search_part(description, 'C'::"char"))) STORED NOT NULL,
    external_data jsonb,
    external_data_cached_at timestamp with time zone,
    is_verified boolean DEFAULT false NOT NULL,
    source text NOT NULL,
    source_date date NOT NULL,
    retired_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT attractions_crowdedness_known CHECK (((crowdedness_level)::text = ANY ((ARRAY['low'::character varying, 'moderate'::character varying, 'high'::character varying])::text[]))),
    CONSTRAINT attractions_diets_known CHECK ((diets <@ ARRAY['vegetarian'::text, 'vegan'::text, 'halal'::text, 'kosher'::text, 'gluten_free'::text, 'dairy_free'::text, 'nut_free'::text, 'pescatarian'::text, 'keto'::text])),
    CONSTRAINT attractions_free_costs_nothing CHECK ((((pricing_type)::text <> 'free'::text) OR (price_adult IS NULL) OR (price_adult = (0)::numeric))),
    CONSTRAINT attractions_money_has_currency CHECK (((currency IS NOT NULL) OR ((price_adult IS NULL) AND (spend_low IS NULL) AND (spend_high IS NULL)))),
    CONSTRAINT attractions_popularity_in_range CHECK (((popularity_score >= (0)::numeric) AND (popularity_score <= (1)::numeric))),
    CONSTRAINT attractions_price_counted CHECK ((price_adult >= (0)::numeric)),
    CONSTRAINT attractions_price_level_in_range CHECK (((price_level >= 1) AND (price_level <= 4))),
    CONSTRAINT attractions_pricing_known CHECK (((pricing_type)::text = ANY ((ARRAY['free'::character varying, 'paid'::character varying, 'donation'::character varying])::text[]))),
    CONSTRAINT attractions_rating_in_range CHECK (((avg_rating >= (0)::numeric) AND (avg_rating <= (5)::numeric))),
    CONSTRAINT attractions_spend_ascends CHECK (((spend_low >= (0)::numeric) AND (spend_low <= spend_high))),
    CONSTRAINT attractions_type_known CHECK (((attraction_type)::text = ANY ((ARRAY['museum'::character varying, 'gallery'::character varying, 'landmark'::character varying, 'monument'::character varying, 'church'::character varying, 'cathedral'::character varying, 'temple'::character varying, 'shrine'::character varying, 'mosque'::character varying, 'synagogue'::character varying, 'palace'::character varying, 'castle'::character varying, 'ruins'::character varying, 'park'::character varying, 'garden'::character varying, 'viewpoint'::character varying, 'observation_deck'::character varying, 'beach'::character varying, 'market'::character varying, 'neighborhood'::character varying, 'square'::character varying, 'street'::character varying, 'bridge'::character varying, 'waterfront'::character varying, 'zoo'::character varying, 'aquarium'::character varying, 'theme_park'::character varying, 'theater'::character varying, 'stadium'::character varying, 'library'::character varying, 'cemetery'::character varying, 'spa'::character varying, 'shop'::character varying, 'island'::character varying, 'hike'::character varying, 'tram_or_boat'::character varying, 'other'::character varying, 'restaurant'::character varying, 'cafe'::character varying, 'bakery'::character varying, 'bar'::character varying, 'food_hall'::character varying, 'street_food'::character varying])::text[]))),
    CONSTRAINT attractions_visit_takes_time CHECK ((typical_visit_duration > 0))
);
CREATE TABLE tripwright_dumped.booking_links (
    id uuid NOT NULL,
    linkable_type character varying(30) NOT NULL,
    linkable_id uuid NOT NULL,
    provider character varying(50) NOT NULL,
    booking_url text NOT NULL,
    deeplink_url text,
    price_from numeric(14,3),
    currency character(3),
    affiliate_code character varying(100),
    cached_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT booking_links_money_has_currency CHECK (((price_from IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT booking_links_type_known CHECK (((linkable_type)::text = ANY ((ARRAY['attraction'::character varying, 'trip'::character varying, 'itinerary_item'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.booking_links FORCE ROW LEVEL SECURITY;
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
CREATE TABLE tripwright_dumped.flight_search_cache (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    search_hash character varying(64) NOT NULL,
    origin_airport character(3) NOT NULL,
    destination_airport character(3) NOT NULL,
    departure_date date NOT NULL,
    return_date date,
    passengers integer NOT NULL,
    cabin_class character varying(20) NOT NULL,
    currency character(3) NOT NULL,
    results jsonb NOT NULL,
    cached_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    hit_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT flight_search_cache_expires_after_caching CHECK ((expires_at > cached_at))
);
CREATE TABLE tripwright_dumped.flights (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    flight_type character varying(20) NOT NULL,
    departure_airport_code character(3) NOT NULL,
    arrival_airport_code character(3) NOT NULL,
    departure_datetime timestamp with time zone NOT NULL,
    arrival_datetime timestamp with time zone NOT NULL,
    departure_local character varying(35) NOT NULL,
    arrival_local character varying(35) NOT NULL,
    duration_minutes integer NOT NULL,
    airline_code character(2),
    flight_number character varying(20),
    cabin_class character varying(20),
    provider character varying(50) NOT NULL,
    price jsonb NOT NULL,
    price_per_person numeric(14,3),
    total_price numeric(14,3),
    currency character(3) NOT NULL,
    booking_status character varying(20) DEFAULT 'suggested'::character varying NOT NULL,
    booking_reference character varying(50),
    booking_platform character varying(50),
    booking_url text,
    external_flight_id character varying(255) NOT NULL,
    external_data jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT flights_arrives_after_departure CHECK ((arrival_datetime > departure_datetime)),
    CONSTRAINT flights_booking_status_known CHECK (((booking_status)::text = ANY ((ARRAY['suggested'::character varying, 'considering'::character varying, 'booked'::character varying])::text[]))),
    CONSTRAINT flights_cabin_class_known CHECK (((cabin_class)::text = ANY ((ARRAY['economy'::character varying, 'premium_economy'::character varying, 'business'::character varying, 'first'::character varying])::text[]))),
    CONSTRAINT flights_take_time CHECK ((duration_minutes > 0)),
    CONSTRAINT flights_type_known CHECK (((flight_type)::text = ANY ((ARRAY['outbound'::character varying, 'return'::character varying, 'domestic'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.flights FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.itineraries (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    version integer NOT NULL,
    parent_itinerary_id uuid,
    is_selected boolean DEFAULT false NOT NULL,
    title character varying(200),
    generated_by character varying(50) NOT NULL,
    ai_model_version character varying(200),
    run_id uuid,
    verdict jsonb NOT NULL,
    is_ok boolean GENERATED ALWAYS AS (((verdict ->> 'ok'::text))::boolean) STORED NOT NULL,
    total_activities integer DEFAULT 0 NOT NULL,
    total_estimated_cost numeric(14,3),
    currency character(3),
    cost_totals jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT itineraries_generated_by_known CHECK (((generated_by)::text = ANY ((ARRAY['ai'::character varying, 'manual'::character varying, 'hybrid'::character varying])::text[]))),
    CONSTRAINT itineraries_money_has_currency CHECK (((total_estimated_cost IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT itineraries_version_counted CHECK ((version >= 1))
);
ALTER TABLE ONLY tripwright_dumped.itineraries FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.itinerary_days (
    id uuid NOT NULL,
    itinerary_id uuid NOT NULL,
    day_number integer NOT NULL,
    date date NOT NULL,
    city_id uuid NOT NULL,
    title character varying(200),
    total_activities integer DEFAULT 0 NOT NULL,
    total_estimated_cost numeric(14,3),
    currency character(3),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT itinerary_days_money_has_currency CHECK (((total_estimated_cost IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT itinerary_days_number_counted CHECK ((day_number >= 1))
);
ALTER TABLE ONLY tripwright_dumped.itinerary_days FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.itinerary_items (
    id uuid NOT NULL,
    itinerary_day_id uuid NOT NULL,
    item_order integer NOT NULL,
    item_key character varying(80) NOT NULL,
    start_time time without time zone NOT NULL,
    end_time time without time zone NOT NULL,
    ends_next_day boolean DEFAULT false NOT NULL,
    duration_minutes integer GENERATED ALWAYS AS ((((EXTRACT(epoch FROM (end_time - start_time)) / (60)::numeric))::integer +
CASE
    WHEN ends_next_day THEN 1440
    ELSE 0
END)) STORED NOT NULL,
    item_type character varying(30) NOT NULL,
    attraction_id uuid,
    title character varying(200) NOT NULL,
    description text,
    location public.geography(Point,4326),
    travel_from_previous jsonb,
    booking_required boolean DEFAULT false NOT NULL,
    booking_status character varying(20) DEFAULT 'none'::character varying NOT NULL,
    booking_url text,
    cost jsonb,
    cost_per_person numeric(14,3),
    currency character(3),
    status character varying(20) DEFAULT 'planned'::character varying NOT NULL,
    delayed_to_day_id uuid,
    locked boolean DEFAULT false NOT NULL,
    ai_recommendation_reason text,
    ai_confidence_score numeric(3,2),
    user_rating integer,
    external_ids jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT itinerary_items_booking_status_known CHECK (((booking_status)::text = ANY ((ARRAY['none'::character varying, 'pending'::character varying, 'booked'::character varying])::text[]))),
    CONSTRAINT itinerary_items_confidence_in_range CHECK (((ai_confidence_score >= (0)::numeric) AND (ai_confidence_score <= (1)::numeric))),
    CONSTRAINT itinerary_items_delay_is_delayed CHECK (((delayed_to_day_id IS NULL) OR ((status)::text = 'delayed'::text))),
    CONSTRAINT itinerary_items_money_has_currency CHECK (((cost_per_person IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT itinerary_items_rating_in_range CHECK (((user_rating >= 1) AND (user_rating <= 5))),
    CONSTRAINT itinerary_items_status_known CHECK (((status)::text = ANY ((ARRAY['planned'::character varying, 'completed'::character varying, 'skipped'::character varying, 'delayed'::character varying])::text[]))),
    CONSTRAINT itinerary_items_type_known CHECK (((item_type)::text = ANY ((ARRAY['attraction'::character varying, 'meal'::character varying, 'transport'::character varying, 'flight'::character varying, 'check_in'::character varying, 'check_out'::character varying, 'rest'::character varying, 'free'::character varying])::text[])))
);
ALTER TABLE ONLY tripwright_dumped.itinerary_items FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.run_events (
    run_id uuid NOT NULL,
    seq integer NOT NULL,
    kind character varying(50) NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tripwright_dumped.run_events FORCE ROW LEVEL SECURITY;
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
CREATE TABLE tripwright_dumped.trip_categories (
    trip_id uuid NOT NULL,
    category_id uuid NOT NULL,
    priority integer NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    pinterest_pins jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT trip_categories_priority_in_range CHECK (((priority >= 1) AND (priority <= 10)))
);
ALTER TABLE ONLY tripwright_dumped.trip_categories FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.trip_destinations (
    id uuid NOT NULL,
    trip_id uuid NOT NULL,
    destination_type character varying(10) NOT NULL,
    city_id uuid,
    country_id uuid,
    visit_order integer NOT NULL,
    arrival_date date NOT NULL,
    departure_date date NOT NULL,
    nights integer GENERATED ALWAYS AS ((departure_date - arrival_date)) STORED NOT NULL,
    is_primary_destination boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT trip_destinations_departure_not_before_arrival CHECK ((departure_date >= arrival_date)),
    CONSTRAINT trip_destinations_is_city_or_country CHECK (((((destination_type)::text = 'city'::text) AND (city_id IS NOT NULL) AND (country_id IS NULL)) OR (((destination_type)::text = 'country'::text) AND (country_id IS NOT NULL) AND (city_id IS NULL)))),
    CONSTRAINT trip_destinations_order_counted CHECK ((visit_order >= 1))
);
ALTER TABLE ONLY tripwright_dumped.trip_destinations FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.trip_preferences (
    trip_id uuid NOT NULL,
    dietary_restriction_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    accessibility_need_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    custom_restrictions text,
    accommodation_types character varying(20)[] DEFAULT '{}'::character varying[] NOT NULL,
    accommodation_amenities character varying(50)[] DEFAULT '{}'::character varying[] NOT NULL,
    preferred_activity_times character varying(20)[] DEFAULT '{}'::character varying[] NOT NULL,
    avoid_crowds boolean DEFAULT false NOT NULL,
    prefer_offbeat boolean DEFAULT false NOT NULL,
    must_see_attraction_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    additional_preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT trip_preferences_times_known CHECK ((preferred_activity_times <@ ARRAY['morning'::character varying(20), 'afternoon'::character varying(20), 'evening'::character varying(20)]))
);
ALTER TABLE ONLY tripwright_dumped.trip_preferences FORCE ROW LEVEL SECURITY;
CREATE TABLE tripwright_dumped.trips (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    title character varying(200) NOT NULL,
    description text,
    trip_status character varying(20) DEFAULT 'planning'::character varying NOT NULL,
    primary_destination_type character varying(10) NOT NULL,
    primary_city_id uuid,
    primary_country_id uuid,
    start_date date NOT NULL,
    end_date date NOT NULL,
    duration_days integer GENERATED ALWAYS AS (((end_date - start_date) + 1)) STORED NOT NULL,
    num_travelers integer NOT NULL,
    child_ages integer[] DEFAULT '{}'::integer[] NOT NULL,
    origin jsonb,
    budget_total_max integer,
    budget_total_minor bigint,
    currency character(3),
    planning_status character varying(20) DEFAULT 'not_started'::character varying NOT NULL,
    ai_planning_job_id uuid,
    trip_purpose character varying(50) DEFAULT 'leisure'::character varying NOT NULL,
    travel_pace character varying(20) DEFAULT 'moderate'::character varying NOT NULL,
    travel_style character varying(20) DEFAULT 'mid_range'::character varying NOT NULL,
    assumptions jsonb DEFAULT '[]'::jsonb NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    share_token character varying(64),
    total_estimated_cost numeric(14,3),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT trips_budget_has_currency CHECK (((budget_total_minor IS NULL) OR (currency IS NOT NULL))),
    CONSTRAINT trips_budget_positive CHECK (((budget_total_max >= 0) AND (budget_total_minor >= 0))),
    CONSTRAINT trips_children_are_travelers CHECK ((COALESCE(array_length(child_ages, 1), 0) <= num_travelers)),
    CONSTRAINT trips_destination_is_city_or_country CHECK (((((primary_destination_type)::text = 'city'::text) AND (primary_city_id IS NOT NULL) AND (primary_country_id IS NULL)) OR (((primary_destination_type)::text = 'country'::text) AND (primary_country_id IS NOT NULL) AND (primary_city_id IS NULL)))),
    CONSTRAINT trips_end_not_before_start CHECK ((end_date >= start_date)),
    CONSTRAINT trips_pace_known CHECK (((travel_pace)::text = ANY ((ARRAY['relaxed'::character varying, 'moderate'::character varying, 'fast'::character varying])::text[]))),
    CONSTRAINT trips_planning_status_known CHECK (((planning_status)::text = ANY ((ARRAY['not_started'::character varying, 'queued'::character varying, 'processing'::character varying, 'completed'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT trips_public_needs_token CHECK (((NOT is_public) OR (share_token IS NOT NULL))),
    CONSTRAINT trips_status_known CHECK (((trip_status)::text = ANY ((ARRAY['planning'::character varying, 'booked'::character varying, 'in_progress'::character varying, 'completed'::character varying])::text[]))),
    CONSTRAINT trips_style_known CHECK (((travel_style)::text = ANY ((ARRAY['budget'::character varying, 'mid_range'::character varying, 'luxury'::character varying])::text[]))),
    CONSTRAINT trips_travelers_counted CHECK ((num_travelers >= 1))
);
ALTER TABLE ONLY tripwright_dumped.trips FORCE ROW LEVEL SECURITY;
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
	('00000000-0000-4000-8000-000000000019', 'step_free', 'Step-free', NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.accommodation_search_cache VALUES
	('00000000-0000-4000-8000-000000000044', '0000000000000000000000000000000000000000000000000000000000000000', '00000000-0000-4000-8000-000000000011', '2027-05-10', '2027-05-13', 2, 1, 'EUR', '[]', '2026-11-05 08:30:00+00', '2026-11-05 10:30:00+00', 0, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.accommodations VALUES
	('00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000011', 'Pensão Amostra', NULL, NULL, '0101000020E610000065AA6054524722C04DF38E53745C4340', '2027-05-10', '2027-05-13', DEFAULT, NULL, 1, 1, '[]', 'sample', '{"per": "person", "basis": "live", "currency": "EUR", "provider": "sample", "amountMinor": 12345}', NULL, 300.000, 'EUR', NULL, NULL, 'suggested', NULL, NULL, NULL, NULL, 'p1', '{"raw": true}', '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.ai_planning_jobs VALUES
	('00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', NULL, 'completed', 'sample:1:1', NULL, '2026-11-05 08:30:00+00', '2026-11-05 08:30:00+00', '{"request": "4 days in Lisbon"}', '{"status": "ok"}', NULL, 0, 3, NULL, 1200, NULL, NULL, NULL, NULL, NULL, NULL, 'offline/1', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000031', 'queued', NULL, NULL, NULL, NULL, '{}', NULL, NULL, 0, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.airports VALUES
	('00000000-0000-4000-8000-000000000015', 'LIS', 'Humberto Delgado', 'Lisbon', '00000000-0000-4000-8000-000000000010', '0101000020E6100000840D4FAF944522C0174850FC18634340', 'hub', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.attraction_reviews VALUES
	('00000000-0000-4000-8000-000000000024', '00000000-0000-4000-8000-000000000012', 'sample', 'r1', NULL, 5, 'Wow', NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.attractions VALUES
	('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000011', 'Miradouro d''Amostra', NULL, 'A viewpoint that exists in samples only.', 'viewpoint', DEFAULT, '{00000000-0000-4000-8000-000000000016}', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', '{"mon": [{"open": "09:00", "close": "18:00"}]}', 45, NULL, 'free', 0.000, NULL, NULL, NULL, 'EUR', NULL, NULL, NULL, 0.70, false, '{}', '{}', '{view,sunset}', NULL, NULL, NULL, NULL, '{https://images.example.org/1.jpg}', DEFAULT, NULL, NULL, false, 'sample', '2026-11-01', NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000011', 'Café Amostra', NULL, NULL, 'cafe', DEFAULT, '{}', NULL, '0101000020E610000048E17A14AE4722C07B14AE47E15A4340', NULL, 60, NULL, NULL, NULL, NULL, 6.500, 14.000, 'EUR', NULL, NULL, NULL, 0.00, false, '{vegan}', '{}', '{}', NULL, NULL, NULL, NULL, '{}', DEFAULT, NULL, NULL, false, 'sample', '2026-11-01', NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.booking_links VALUES
	('00000000-0000-4000-8000-000000000042', 'attraction', '00000000-0000-4000-8000-000000000012', 'sample', 'https://tickets.example.org', NULL, NULL, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2027-01-01 00:00:00+00', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.catalogue_versions VALUES
	('sample', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.categories VALUES
	('00000000-0000-4000-8000-000000000016', 'food', 'Food', NULL, NULL, 1, 0, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000017', 'markets', 'Markets', NULL, '00000000-0000-4000-8000-000000000016', 2, 0, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.cities VALUES
	('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000010', 'Lisbon', 'Lisboa', '{Lissabon,Lisbonne}', NULL, NULL, 'Hills by the Tejo''s mouth; it''s steep.', '0101000020E610000065AA6054524722C04DF38E53745C4340', 'capital', 517802, 0.90, 'Europe/Lisbon', 'LIS', 2267057, NULL, NULL, 1, 1, DEFAULT, DEFAULT, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.city_areas VALUES
	('00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000011', 'Alfama', NULL, 'neighborhood', NULL, '0101000020E61000006D567DAEB64222C0DE02098A1F5B4340', NULL, NULL, '{old}', 'sample', '2026-11-01', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.city_names VALUES
	('00000000-0000-4000-8000-000000000011', 'lisboa', 'local', 'LSB', 'lsb', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.countries VALUES
	('00000000-0000-4000-8000-000000000010', 'PT', 'Portugal', '0101000020E610000065AA6054524722C04DF38E53745C4340', '0103000020E6100000010000000500000000000000000023C00000000000804240CDCCCCCCCCCC18C00000000000804240CDCCCCCCCCCC18C0CDCCCCCCCC0C454000000000000023C0CDCCCCCCCC0C454000000000000023C00000000000804240', 'EUR', NULL, NULL, 55, 110, 260, 'EUR', '2026-11-01', 'sample', NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.dietary_restrictions VALUES
	('00000000-0000-4000-8000-000000000018', 'vegan', 'Vegan', NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.exchange_rates VALUES
	('USD', 1.08250000, '2026-11-01', 'sample', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.flight_search_cache VALUES
	('00000000-0000-4000-8000-000000000043', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 'LHR', 'LIS', '2027-05-10', NULL, 2, 'economy', 'EUR', '[]', '2026-11-05 08:30:00+00', '2026-11-05 09:30:00+00', 3, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.flights VALUES
	('00000000-0000-4000-8000-000000000040', '00000000-0000-4000-8000-000000000020', 'outbound', 'LHR', 'LIS', '2027-05-10 07:00:00+00', '2027-05-10 09:45:00+00', '2027-05-10T08:00+01:00', '2027-05-10T10:45+01:00', 165, NULL, NULL, NULL, 'sample', '{"per": "person", "basis": "live", "currency": "EUR", "provider": "sample", "amountMinor": 12345}', 123.450, NULL, 'EUR', 'suggested', NULL, NULL, NULL, 'f1', NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.itineraries VALUES
	('00000000-0000-4000-8000-000000000030', '00000000-0000-4000-8000-000000000020', 1, NULL, false, NULL, 'ai', 'offline/1', '00000000-0000-4000-8000-000000000022', '{"ok": true, "violations": []}', DEFAULT, 1, NULL, NULL, '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000020', 2, '00000000-0000-4000-8000-000000000030', true, NULL, 'hybrid', NULL, NULL, '{"ok": true, "violations": []}', DEFAULT, 2, 246.900, 'EUR', '{"EUR": 24690}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.itinerary_days VALUES
	('00000000-0000-4000-8000-000000000032', '00000000-0000-4000-8000-000000000030', 1, '2027-05-10', '00000000-0000-4000-8000-000000000011', NULL, 1, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000033', '00000000-0000-4000-8000-000000000031', 1, '2027-05-10', '00000000-0000-4000-8000-000000000011', 'Arrival', 1, 246.900, 'EUR', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000036', '00000000-0000-4000-8000-000000000031', 2, '2027-05-11', '00000000-0000-4000-8000-000000000011', NULL, 1, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.itinerary_items VALUES
	('00000000-0000-4000-8000-000000000034', '00000000-0000-4000-8000-000000000032', 1, 'view', '11:00:00', '11:45:00', false, DEFAULT, 'attraction', '00000000-0000-4000-8000-000000000012', 'Miradouro d''Amostra', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', NULL, false, 'none', NULL, NULL, NULL, NULL, 'planned', NULL, false, NULL, 0.80, NULL, '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000037', '00000000-0000-4000-8000-000000000033', 1, 'view', '11:00:00', '11:45:00', false, DEFAULT, 'attraction', '00000000-0000-4000-8000-000000000012', 'Miradouro d''Amostra', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', NULL, false, 'none', NULL, NULL, NULL, NULL, 'delayed', '00000000-0000-4000-8000-000000000036', false, NULL, 0.80, NULL, '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000038', '00000000-0000-4000-8000-000000000036', 1, 'view', '11:00:00', '11:45:00', false, DEFAULT, 'attraction', '00000000-0000-4000-8000-000000000012', 'Miradouro d''Amostra', NULL, '0101000020E6100000A54E4013614322C0A54E4013615B4340', NULL, false, 'none', NULL, NULL, NULL, NULL, 'planned', NULL, false, NULL, 0.80, 5, '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000035', '00000000-0000-4000-8000-000000000033', 2, 'dinner', '23:00:00', '00:30:00', true, DEFAULT, 'meal', '00000000-0000-4000-8000-000000000013', 'Café Amostra', NULL, NULL, '{"mode": "walk", "distanceMeters": 640, "durationMinutes": 9}', false, 'none', NULL, '{"per": "person", "basis": "live", "currency": "EUR", "provider": "sample", "amountMinor": 12345}', 123.450, 'EUR', 'planned', NULL, true, NULL, NULL, NULL, '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.run_events VALUES
	('00000000-0000-4000-8000-000000000022', 1, 'run-start', '{"at": "2026-11-05T08:30:00Z"}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000022', 2, 'run-end', '{"status": "ok"}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.schema_migrations VALUES
	(1, '0001_extensions-and-roles', '2026-11-23 02:02:02.101633'),
	(2, '0002_users', '2026-11-23 02:02:02.101633'),
	(3, '0003_destinations', '2026-11-23 02:02:02.101633'),
	(4, '0004_categories-and-needs', '2026-11-23 02:02:02.101633'),
	(5, '0005_attractions', '2026-11-23 02:02:02.101633'),
	(6, '0006_trips', '2026-11-23 02:02:02.101633'),
	(7, '0007_planning-jobs', '2026-11-23 02:02:02.101633'),
	(8, '0008_itineraries', '2026-11-23 02:02:02.101633'),
	(9, '0009_bookings', '2026-11-23 02:02:02.101633'),
	(10, '0010_search-caches', '2026-11-23 02:02:02.101633');
INSERT INTO tripwright_dumped.trip_categories VALUES
	('00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000016', 9, 0, '{"pins": [1]}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.trip_destinations VALUES
	('00000000-0000-4000-8000-000000000025', '00000000-0000-4000-8000-000000000020', 'city', '00000000-0000-4000-8000-000000000011', NULL, 1, '2027-05-10', '2027-05-13', DEFAULT, true, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.trip_preferences VALUES
	('00000000-0000-4000-8000-000000000020', '{00000000-0000-4000-8000-000000000018}', '{}', NULL, '{}', '{}', '{morning}', true, false, '{}', '{}', '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.trips VALUES
	('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000001', 'Anywhere in Portugal', NULL, 'planning', 'country', NULL, '00000000-0000-4000-8000-000000000010', '2027-06-01', '2027-06-01', DEFAULT, 1, '{}', NULL, NULL, NULL, NULL, 'not_started', '00000000-0000-4000-8000-000000000022', 'leisure', 'moderate', 'mid_range', '[]', false, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00'),
	('00000000-0000-4000-8000-000000000020', '00000000-0000-4000-8000-000000000001', 'Lisbon in May', NULL, 'planning', 'city', '00000000-0000-4000-8000-000000000011', NULL, '2027-05-10', '2027-05-13', DEFAULT, 2, '{7}', NULL, 900, 90000, 'EUR', 'not_started', NULL, 'leisure', 'moderate', 'mid_range', '[{"text": "Two people"}]', true, 'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd', 246.900, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.user_sessions VALUES
	('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'laptop', '{trips}', NULL, '::1', NULL, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
INSERT INTO tripwright_dumped.users VALUES
	('00000000-0000-4000-8000-000000000001', 'Ada@example.org', '$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$c2FtcGxl', 'Ada', 'Byron', '+351 210 000 000', NULL, true, false, 'google', 'sample-subject', '{"theme": "dark"}', 0, NULL, NULL, '2026-11-23 02:02:02.62377+00', '2026-11-23 02:02:02.62377+00');
SELECT pg_catalog.setval('tripwright_dumped.schema_migrations_id_seq', 10, true);
ALTER TABLE ONLY tripwright_dumped.accessibility_needs
    ADD CONSTRAINT accessibility_needs_name_key UNIQUE (name);
ALTER TABLE ONLY tripwright_dumped.accessibility_needs
    ADD CONSTRAINT accessibility_needs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.accommodation_search_cache
    ADD CONSTRAINT accommodation_search_cache_hash_key UNIQUE (search_hash);
ALTER TABLE ONLY tripwright_dumped.accommodation_search_cache
    ADD CONSTRAINT accommodation_search_cache_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.accommodations
    ADD CONSTRAINT accommodations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_iata_code_key UNIQUE (iata_code);
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.attraction_reviews
    ADD CONSTRAINT attraction_reviews_external_key UNIQUE (source, external_review_id);
ALTER TABLE ONLY tripwright_dumped.attraction_reviews
    ADD CONSTRAINT attraction_reviews_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.attractions
    ADD CONSTRAINT attractions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.booking_links
    ADD CONSTRAINT booking_links_provider_key UNIQUE (linkable_type, linkable_id, provider);
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
ALTER TABLE ONLY tripwright_dumped.flight_search_cache
    ADD CONSTRAINT flight_search_cache_hash_key UNIQUE (search_hash);
ALTER TABLE ONLY tripwright_dumped.flight_search_cache
    ADD CONSTRAINT flight_search_cache_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.flights
    ADD CONSTRAINT flights_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_trip_key UNIQUE (trip_id, id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_version_key UNIQUE (trip_id, version);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_number_key UNIQUE (itinerary_id, day_number);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_order_key UNIQUE (itinerary_day_id, item_order) DEFERRABLE;
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.run_events
    ADD CONSTRAINT run_events_pkey PRIMARY KEY (run_id, seq);
ALTER TABLE ONLY tripwright_dumped.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.trip_categories
    ADD CONSTRAINT trip_categories_pkey PRIMARY KEY (trip_id, category_id);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_order_key UNIQUE (trip_id, visit_order);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.trip_preferences
    ADD CONSTRAINT trip_preferences_pkey PRIMARY KEY (trip_id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_share_token_key UNIQUE (share_token);
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY tripwright_dumped.users
    ADD CONSTRAINT users_email_key UNIQUE (email);
ALTER TABLE ONLY tripwright_dumped.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE INDEX idx_accommodation_search_cache_city ON tripwright_dumped.accommodation_search_cache USING btree (city_id, check_in_date);
CREATE INDEX idx_accommodation_search_cache_expiry ON tripwright_dumped.accommodation_search_cache USING btree (expires_at);
CREATE INDEX idx_accommodations_dates ON tripwright_dumped.accommodations USING btree (city_id, check_in_date, check_out_date);
CREATE INDEX idx_accommodations_trip ON tripwright_dumped.accommodations USING btree (trip_id);
CREATE INDEX idx_ai_planning_jobs_queue ON tripwright_dumped.ai_planning_jobs USING btree (next_retry_at, created_at) WHERE ((status)::text = 'queued'::text);
CREATE INDEX idx_ai_planning_jobs_running ON tripwright_dumped.ai_planning_jobs USING btree (lease_expires_at) WHERE ((status)::text = 'processing'::text);
CREATE INDEX idx_ai_planning_jobs_trip ON tripwright_dumped.ai_planning_jobs USING btree (trip_id) WHERE (trip_id IS NOT NULL);
CREATE INDEX idx_ai_planning_jobs_user ON tripwright_dumped.ai_planning_jobs USING btree (user_id, created_at DESC);
CREATE INDEX idx_airports_location ON tripwright_dumped.airports USING gist (location);
CREATE INDEX idx_attraction_reviews_attraction ON tripwright_dumped.attraction_reviews USING btree (attraction_id, review_date DESC);
CREATE INDEX idx_attractions_categories ON tripwright_dumped.attractions USING gin (category_ids);
CREATE INDEX idx_attractions_city_popularity ON tripwright_dumped.attractions USING btree (city_id, popularity_score DESC, id);
CREATE INDEX idx_attractions_google_places ON tripwright_dumped.attractions USING btree (google_places_id) WHERE (google_places_id IS NOT NULL);
CREATE INDEX idx_attractions_location ON tripwright_dumped.attractions USING gist (location);
CREATE INDEX idx_attractions_name_trgm ON tripwright_dumped.attractions USING gin (name public.gin_trgm_ops);
CREATE INDEX idx_attractions_search ON tripwright_dumped.attractions USING gin (search_vector);
CREATE INDEX idx_attractions_tripadvisor ON tripwright_dumped.attractions USING btree (tripadvisor_id) WHERE (tripadvisor_id IS NOT NULL);
CREATE INDEX idx_booking_links_expiry ON tripwright_dumped.booking_links USING btree (expires_at) WHERE (expires_at IS NOT NULL);
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
CREATE INDEX idx_flight_search_cache_expiry ON tripwright_dumped.flight_search_cache USING btree (expires_at);
CREATE INDEX idx_flight_search_cache_route ON tripwright_dumped.flight_search_cache USING btree (origin_airport, destination_airport, departure_date);
CREATE INDEX idx_flights_route ON tripwright_dumped.flights USING btree (departure_airport_code, arrival_airport_code, departure_datetime);
CREATE INDEX idx_flights_trip ON tripwright_dumped.flights USING btree (trip_id);
CREATE INDEX idx_itineraries_run ON tripwright_dumped.itineraries USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE UNIQUE INDEX idx_itineraries_selected ON tripwright_dumped.itineraries USING btree (trip_id) WHERE is_selected;
CREATE INDEX idx_itinerary_items_attraction ON tripwright_dumped.itinerary_items USING btree (attraction_id) WHERE (attraction_id IS NOT NULL);
CREATE INDEX idx_itinerary_items_delayed ON tripwright_dumped.itinerary_items USING btree (delayed_to_day_id) WHERE (delayed_to_day_id IS NOT NULL);
CREATE INDEX idx_itinerary_items_order ON tripwright_dumped.itinerary_items USING btree (itinerary_day_id, item_order);
CREATE INDEX idx_trip_categories_category ON tripwright_dumped.trip_categories USING btree (category_id);
CREATE INDEX idx_trip_destinations_city ON tripwright_dumped.trip_destinations USING btree (city_id) WHERE (city_id IS NOT NULL);
CREATE UNIQUE INDEX idx_trip_destinations_primary ON tripwright_dumped.trip_destinations USING btree (trip_id) WHERE is_primary_destination;
CREATE INDEX idx_trips_planning ON tripwright_dumped.trips USING btree (planning_status, created_at) WHERE ((planning_status)::text = ANY ((ARRAY['queued'::character varying, 'processing'::character varying])::text[]));
CREATE INDEX idx_trips_planning_job ON tripwright_dumped.trips USING btree (ai_planning_job_id) WHERE (ai_planning_job_id IS NOT NULL);
CREATE INDEX idx_trips_primary_city ON tripwright_dumped.trips USING btree (primary_city_id) WHERE (primary_city_id IS NOT NULL);
CREATE INDEX idx_trips_primary_country ON tripwright_dumped.trips USING btree (primary_country_id) WHERE (primary_country_id IS NOT NULL);
CREATE INDEX idx_trips_user_status ON tripwright_dumped.trips USING btree (user_id, trip_status, start_date);
CREATE INDEX idx_user_sessions_user ON tripwright_dumped.user_sessions USING btree (user_id);
CREATE UNIQUE INDEX idx_users_email ON tripwright_dumped.users USING btree (lower((email)::text));
CREATE UNIQUE INDEX idx_users_oauth ON tripwright_dumped.users USING btree (oauth_provider, oauth_provider_id) WHERE (oauth_provider IS NOT NULL);
CREATE TRIGGER accessibility_needs_touch BEFORE UPDATE ON tripwright_dumped.accessibility_needs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER accommodation_search_cache_touch BEFORE UPDATE ON tripwright_dumped.accommodation_search_cache FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER accommodations_touch BEFORE UPDATE ON tripwright_dumped.accommodations FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER ai_planning_jobs_touch BEFORE UPDATE ON tripwright_dumped.ai_planning_jobs FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER airports_touch BEFORE UPDATE ON tripwright_dumped.airports FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER attraction_reviews_touch BEFORE UPDATE ON tripwright_dumped.attraction_reviews FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER attractions_count_deleted AFTER DELETE ON tripwright_dumped.attractions REFERENCING OLD TABLE AS old_places FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.count_places_deleted();
CREATE TRIGGER attractions_count_inserted AFTER INSERT ON tripwright_dumped.attractions REFERENCING NEW TABLE AS new_places FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.count_places_inserted();
CREATE TRIGGER attractions_count_updated AFTER UPDATE ON tripwright_dumped.attractions REFERENCING OLD TABLE AS old_places NEW TABLE AS new_places FOR EACH STATEMENT EXECUTE FUNCTION tripwright_dumped.count_places_updated();
CREATE TRIGGER attractions_touch BEFORE UPDATE ON tripwright_dumped.attractions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER booking_links_touch BEFORE UPDATE ON tripwright_dumped.booking_links FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER catalogue_versions_touch BEFORE UPDATE ON tripwright_dumped.catalogue_versions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER categories_touch BEFORE UPDATE ON tripwright_dumped.categories FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER cities_touch BEFORE UPDATE ON tripwright_dumped.cities FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER city_areas_touch BEFORE UPDATE ON tripwright_dumped.city_areas FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER city_names_touch BEFORE UPDATE ON tripwright_dumped.city_names FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER countries_touch BEFORE UPDATE ON tripwright_dumped.countries FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER dietary_restrictions_touch BEFORE UPDATE ON tripwright_dumped.dietary_restrictions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER exchange_rates_touch BEFORE UPDATE ON tripwright_dumped.exchange_rates FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER flight_search_cache_touch BEFORE UPDATE ON tripwright_dumped.flight_search_cache FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER flights_touch BEFORE UPDATE ON tripwright_dumped.flights FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER itineraries_touch BEFORE UPDATE ON tripwright_dumped.itineraries FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER itinerary_days_touch BEFORE UPDATE ON tripwright_dumped.itinerary_days FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER itinerary_items_touch BEFORE UPDATE ON tripwright_dumped.itinerary_items FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER run_events_touch BEFORE UPDATE ON tripwright_dumped.run_events FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trip_categories_touch BEFORE UPDATE ON tripwright_dumped.trip_categories FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trip_destinations_touch BEFORE UPDATE ON tripwright_dumped.trip_destinations FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trip_preferences_touch BEFORE UPDATE ON tripwright_dumped.trip_preferences FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER trips_touch BEFORE UPDATE ON tripwright_dumped.trips FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER user_sessions_touch BEFORE UPDATE ON tripwright_dumped.user_sessions FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
CREATE TRIGGER users_touch BEFORE UPDATE ON tripwright_dumped.users FOR EACH ROW EXECUTE FUNCTION tripwright_dumped.touch_updated_at();
ALTER TABLE ONLY tripwright_dumped.accommodation_search_cache
    ADD CONSTRAINT accommodation_search_cache_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.accommodations
    ADD CONSTRAINT accommodations_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.accommodations
    ADD CONSTRAINT accommodations_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_itinerary_id_fkey FOREIGN KEY (itinerary_id) REFERENCES tripwright_dumped.itineraries(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.ai_planning_jobs
    ADD CONSTRAINT ai_planning_jobs_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.airports
    ADD CONSTRAINT airports_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.attraction_reviews
    ADD CONSTRAINT attraction_reviews_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.attractions
    ADD CONSTRAINT attractions_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.categories
    ADD CONSTRAINT categories_parent_category_id_fkey FOREIGN KEY (parent_category_id) REFERENCES tripwright_dumped.categories(id);
ALTER TABLE ONLY tripwright_dumped.cities
    ADD CONSTRAINT cities_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.city_areas
    ADD CONSTRAINT city_areas_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.flights
    ADD CONSTRAINT flights_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_parent_fkey FOREIGN KEY (trip_id, parent_itinerary_id) REFERENCES tripwright_dumped.itineraries(trip_id, id);
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.itineraries
    ADD CONSTRAINT itineraries_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.itinerary_days
    ADD CONSTRAINT itinerary_days_itinerary_id_fkey FOREIGN KEY (itinerary_id) REFERENCES tripwright_dumped.itineraries(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_attraction_id_fkey FOREIGN KEY (attraction_id) REFERENCES tripwright_dumped.attractions(id);
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_delayed_to_day_id_fkey FOREIGN KEY (delayed_to_day_id) REFERENCES tripwright_dumped.itinerary_days(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.itinerary_items
    ADD CONSTRAINT itinerary_items_itinerary_day_id_fkey FOREIGN KEY (itinerary_day_id) REFERENCES tripwright_dumped.itinerary_days(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.run_events
    ADD CONSTRAINT run_events_run_id_fkey FOREIGN KEY (run_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trip_categories
    ADD CONSTRAINT trip_categories_category_id_fkey FOREIGN KEY (category_id) REFERENCES tripwright_dumped.categories(id);
ALTER TABLE ONLY tripwright_dumped.trip_categories
    ADD CONSTRAINT trip_categories_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_city_id_fkey FOREIGN KEY (city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_country_id_fkey FOREIGN KEY (country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.trip_destinations
    ADD CONSTRAINT trip_destinations_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trip_preferences
    ADD CONSTRAINT trip_preferences_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES tripwright_dumped.trips(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_ai_planning_job_id_fkey FOREIGN KEY (ai_planning_job_id) REFERENCES tripwright_dumped.ai_planning_jobs(id) ON DELETE SET NULL;
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_primary_city_id_fkey FOREIGN KEY (primary_city_id) REFERENCES tripwright_dumped.cities(id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_primary_country_id_fkey FOREIGN KEY (primary_country_id) REFERENCES tripwright_dumped.countries(id);
ALTER TABLE ONLY tripwright_dumped.trips
    ADD CONSTRAINT trips_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY tripwright_dumped.user_sessions
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES tripwright_dumped.users(id) ON DELETE CASCADE;
ALTER TABLE tripwright_dumped.accommodations ENABLE ROW LEVEL SECURITY;
CREATE POLICY accommodations_of_own_trip ON tripwright_dumped.accommodations TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = accommodations.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = accommodations.trip_id))));
ALTER TABLE tripwright_dumped.ai_planning_jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY ai_planning_jobs_own ON tripwright_dumped.ai_planning_jobs TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK (((user_id = tripwright_dumped.app_user_id()) AND ((trip_id IS NULL) OR (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = ai_planning_jobs.trip_id))))));
CREATE POLICY ai_planning_jobs_service ON tripwright_dumped.ai_planning_jobs TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.booking_links ENABLE ROW LEVEL SECURITY;
CREATE POLICY booking_links_catalogue ON tripwright_dumped.booking_links TO tripwright_service, tripwright_importer USING (((linkable_type)::text = 'attraction'::text)) WITH CHECK (((linkable_type)::text = 'attraction'::text));
CREATE POLICY booking_links_of_places ON tripwright_dumped.booking_links FOR SELECT TO tripwright_app USING (((linkable_type)::text = 'attraction'::text));
CREATE POLICY booking_links_own ON tripwright_dumped.booking_links TO tripwright_app USING (((((linkable_type)::text = 'trip'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = booking_links.linkable_id)))) OR (((linkable_type)::text = 'itinerary_item'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_items i
  WHERE (i.id = booking_links.linkable_id)))))) WITH CHECK (((((linkable_type)::text = 'trip'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = booking_links.linkable_id)))) OR (((linkable_type)::text = 'itinerary_item'::text) AND (EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_items i
  WHERE (i.id = booking_links.linkable_id))))));
ALTER TABLE tripwright_dumped.flights ENABLE ROW LEVEL SECURITY;
CREATE POLICY flights_of_own_trip ON tripwright_dumped.flights TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = flights.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = flights.trip_id))));
ALTER TABLE tripwright_dumped.itineraries ENABLE ROW LEVEL SECURITY;
CREATE POLICY itineraries_of_own_trip ON tripwright_dumped.itineraries TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = itineraries.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = itineraries.trip_id))));
ALTER TABLE tripwright_dumped.itinerary_days ENABLE ROW LEVEL SECURITY;
CREATE POLICY itinerary_days_of_own_itinerary ON tripwright_dumped.itinerary_days TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.itineraries i
  WHERE (i.id = itinerary_days.itinerary_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.itineraries i
  WHERE (i.id = itinerary_days.itinerary_id))));
ALTER TABLE tripwright_dumped.itinerary_items ENABLE ROW LEVEL SECURITY;
CREATE POLICY itinerary_items_of_own_day ON tripwright_dumped.itinerary_items TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_days d
  WHERE (d.id = itinerary_items.itinerary_day_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.itinerary_days d
  WHERE (d.id = itinerary_items.itinerary_day_id))));
ALTER TABLE tripwright_dumped.run_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_events_of_own_run ON tripwright_dumped.run_events TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = run_events.run_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.ai_planning_jobs j
  WHERE (j.id = run_events.run_id))));
CREATE POLICY run_events_service ON tripwright_dumped.run_events TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.trip_categories ENABLE ROW LEVEL SECURITY;
CREATE POLICY trip_categories_of_own_trip ON tripwright_dumped.trip_categories TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_categories.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_categories.trip_id))));
ALTER TABLE tripwright_dumped.trip_destinations ENABLE ROW LEVEL SECURITY;
CREATE POLICY trip_destinations_of_own_trip ON tripwright_dumped.trip_destinations TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_destinations.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_destinations.trip_id))));
ALTER TABLE tripwright_dumped.trip_preferences ENABLE ROW LEVEL SECURITY;
CREATE POLICY trip_preferences_of_own_trip ON tripwright_dumped.trip_preferences TO tripwright_app USING ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_preferences.trip_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM tripwright_dumped.trips t
  WHERE (t.id = trip_preferences.trip_id))));
ALTER TABLE tripwright_dumped.trips ENABLE ROW LEVEL SECURITY;
CREATE POLICY trips_own ON tripwright_dumped.trips TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
ALTER TABLE tripwright_dumped.user_sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_sessions_own ON tripwright_dumped.user_sessions TO tripwright_app USING ((user_id = tripwright_dumped.app_user_id())) WITH CHECK ((user_id = tripwright_dumped.app_user_id()));
CREATE POLICY user_sessions_service ON tripwright_dumped.user_sessions TO tripwright_service USING (true) WITH CHECK (true);
ALTER TABLE tripwright_dumped.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY users_own_data ON tripwright_dumped.users TO tripwright_app USING ((id = tripwright_dumped.app_user_id())) WITH CHECK ((id = tripwright_dumped.app_user_id()));
CREATE POLICY users_service ON tripwright_dumped.users TO tripwright_service USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_app;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_service;
GRANT USAGE ON SCHEMA tripwright_dumped TO tripwright_importer;
REVOKE ALL ON FUNCTION tripwright_dumped.settle_catalogue() FROM PUBLIC;
GRANT ALL ON FUNCTION tripwright_dumped.settle_catalogue() TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.accessibility_needs TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.accessibility_needs TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accessibility_needs TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accommodation_search_cache TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.accommodations TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.ai_planning_jobs TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.ai_planning_jobs TO tripwright_service;
GRANT SELECT ON TABLE tripwright_dumped.airports TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.airports TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.airports TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.attraction_reviews TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attraction_reviews TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attraction_reviews TO tripwright_importer;
GRANT SELECT ON TABLE tripwright_dumped.attractions TO tripwright_app;
GRANT SELECT ON TABLE tripwright_dumped.attractions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.attractions TO tripwright_importer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.booking_links TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.booking_links TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.booking_links TO tripwright_importer;
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
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.flight_search_cache TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.flights TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.itineraries TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.itinerary_days TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.itinerary_items TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.run_events TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.run_events TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trip_categories TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trip_destinations TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trip_preferences TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.trips TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.user_sessions TO tripwright_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tripwright_dumped.users TO tripwright_service;
