-- Up Migration
-- What a place means, as numbers: one vector a place and model, so that a new model can be brought in while
-- the old one's vectors still answer. `content_hash` tells which text was embedded.

create table attraction_embeddings (
  attraction_id uuid not null references attractions (id) on delete cascade,
  model varchar(100) not null,
  content_hash varchar(64) not null,
  embedding vector(256) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (attraction_id, model)
);
create index idx_attraction_embeddings_model on attraction_embeddings (model);
create trigger attraction_embeddings_touch before update on attraction_embeddings
  for each row execute function touch_updated_at();

grant select on attraction_embeddings to tripwright_app, tripwright_service;
grant select, insert, update, delete on attraction_embeddings to tripwright_importer;

-- A nearest-neighbour index for one model alone: vectors of two models must never be compared. Needs the
-- owner's rights, hence the function; returns its name.
create function ensure_embedding_index(model_name text) returns text
  language plpgsql security definer set search_path from current
  as $$
declare
  index_name text := 'idx_attraction_embeddings_' || left(md5(model_name), 12);
begin
  execute format(
    'create index if not exists %I on attraction_embeddings using hnsw (embedding vector_cosine_ops) where model = %L',
    index_name, model_name);
  return index_name;
end
$$;
revoke execute on function ensure_embedding_index(text) from public;
grant execute on function ensure_embedding_index(text) to tripwright_importer;

-- Down Migration
drop function ensure_embedding_index(text);
drop table attraction_embeddings;
