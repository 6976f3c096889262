-- Up Migration
-- Where every fact of the catalogue is from. A place is the merge of what its sources say: each source's word
-- is kept as it came, so that importing again, in any order, gives the same place, and so that what a person
-- verified (a source too, the strongest) is never written over.

create table catalogue_sources (
  name varchar(50) primary key,
  title text not null,
  licence varchar(50),
  licence_url text,
  -- What must be shown beside the data.
  attribution text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create trigger catalogue_sources_touch before update on catalogue_sources
  for each row execute function touch_updated_at();

alter table attractions
  add column free_days text,
  add column website text,
  add column phone varchar(50),
  add column osm_id varchar(30),
  add column wikidata_id varchar(20),
  add column wikivoyage_page varchar(255),
  add column sitelinks integer,
  add column is_heritage boolean not null default false,
  -- 0 to 1, how well known an editor says it is; popularity_score is computed from this and what is counted.
  add column fame numeric(3, 2),
  -- Field → name of its source, for every field that is not null.
  add column field_sources jsonb not null default '{}',
  -- Of all sources a row is merged from; what must be shown beside it.
  add column licence text,
  add column attribution text,
  -- 0 to 1, how much is known and how well; see docs/catalogue.md.
  add column quality_score numeric(3, 2),
  add column verified_at timestamptz,
  add column verified_by varchar(100),
  add constraint attractions_sitelinks_counted check (sitelinks >= 0),
  add constraint attractions_fame_in_range check (fame between 0 and 1),
  add constraint attractions_quality_in_range check (quality_score between 0 and 1);
-- Who was verified before that was written down was so when the row last changed, at the latest.
alter table attractions disable trigger attractions_touch;
update attractions set verified_at = updated_at where is_verified;
alter table attractions enable trigger attractions_touch;
alter table attractions
  add constraint attractions_verified_says_when check (not is_verified or verified_at is not null);
alter table city_areas
  add column licence text,
  add column attribution text;
-- Null for a built-in name, which goes when the files no longer have it.
alter table city_names add column source varchar(50);
update city_names n set source = 'imported'
from cities c where c.id = n.city_id and c.geonames_id is null;
create index idx_attractions_wikidata on attractions (wikidata_id) where wikidata_id is not null;
create index idx_attractions_osm on attractions (osm_id) where osm_id is not null;

create table place_records (
  source varchar(50) not null references catalogue_sources (name),
  external_id varchar(255) not null,
  -- Null while a record waits: for a place that it adds to, or for a city to be near.
  attraction_id uuid references attractions (id) on delete cascade,
  record jsonb not null,
  source_date date not null,
  -- Of the record, by which it is recognised in others: where it is, and "wikidata:Q1", "osm:node/2".
  location geography(point, 4326) not null,
  identifiers varchar(300)[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (source, external_id)
);
create index idx_place_records_attraction on place_records (attraction_id);
create index idx_place_records_location on place_records using gist (location);
-- Looked at by every batch of an import, so nothing is queued up.
create index idx_place_records_identifiers on place_records using gin (identifiers) with (fastupdate = off);
create trigger place_records_touch before update on place_records for each row execute function touch_updated_at();

-- Somewhere to sleep that is known without a price: what offers are looked for near, never an offer.
create table lodgings (
  id uuid primary key,
  city_id uuid not null references cities (id),
  name varchar(200) not null,
  name_local varchar(200),
  lodging_type varchar(30) not null,
  location geography(point, 4326) not null,
  address text,
  website text,
  phone varchar(50),
  stars numeric(2, 1),
  accessibility_features jsonb not null default '{}',
  source varchar(50) not null references catalogue_sources (name),
  external_id varchar(255) not null,
  source_date date not null,
  licence text,
  attribution text,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lodgings_external_key unique (source, external_id),
  constraint lodgings_type_known check (lodging_type in
    ('hotel', 'hostel', 'guest_house', 'apartment', 'motel', 'camp_site', 'chalet', 'other')),
  constraint lodgings_stars_in_range check (stars between 0 and 7)
);
create index idx_lodgings_city on lodgings (city_id);
create index idx_lodgings_location on lodgings using gist (location);
create trigger lodgings_touch before update on lodgings for each row execute function touch_updated_at();

-- One row a file that was imported, so that an import that was cut off goes on where it stopped.
create table import_runs (
  id uuid primary key,
  source varchar(50) not null references catalogue_sources (name),
  file_name text not null,
  -- Of the file's content and the reader's version: another file, or another reader, starts anew.
  fingerprint varchar(64) not null,
  status varchar(20) not null,
  records_done bigint not null default 0,
  summary jsonb not null default '{}',
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint import_runs_fingerprint_key unique (source, fingerprint),
  constraint import_runs_status_known check (status in ('running', 'finished'))
);
create trigger import_runs_touch before update on import_runs for each row execute function touch_updated_at();

grant select on catalogue_sources, place_records, lodgings to tripwright_app, tripwright_service;
grant select, insert, update, delete on catalogue_sources, place_records, lodgings, import_runs to tripwright_importer;

-- Down Migration
drop table import_runs;
drop table lodgings;
drop table place_records;
drop index idx_attractions_osm;
drop index idx_attractions_wikidata;
alter table city_names drop column source;
alter table city_areas
  drop column licence,
  drop column attribution;
alter table attractions
  drop constraint attractions_verified_says_when,
  drop constraint attractions_quality_in_range,
  drop constraint attractions_fame_in_range,
  drop constraint attractions_sitelinks_counted,
  drop column licence,
  drop column attribution,
  drop column verified_by,
  drop column verified_at,
  drop column quality_score,
  drop column field_sources,
  drop column fame,
  drop column is_heritage,
  drop column sitelinks,
  drop column wikivoyage_page,
  drop column wikidata_id,
  drop column osm_id,
  drop column phone,
  drop column website,
  drop column free_days;
drop table catalogue_sources;
