/**
 * What the world is computed with, inside the database: numbers from a hash, so that row 4711 is the
 * same row in every run and on every PostgreSQL; towns to put places into; pieces to make vectors of.
 */
import { createHash } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";

/** The model under which the synthetic vectors are stored. */
export const MODEL = "bench/256";
/** As `ensure_embedding_index` names it. */
export const EMBEDDING_INDEX = `idx_attraction_embeddings_${createHash("md5").update(MODEL).digest("hex").slice(0, 12)}`;
export const TOWNS = 20_000;
const TOPICS = 256;
const NOISES = 512;

/**
 * `bench_unit` is in [0, 1). A town's rank grows with the number of the place, so that the catalogue grows by
 * towns as well as within them, and small ranks are chosen more often: the square makes big towns big.
 */
export const HELPER_FUNCTIONS: readonly Sql[] = [
  sql`
    create function bench_unit(n bigint, salt integer) returns double precision
    language sql immutable parallel safe
    return (hashint8extended(n, salt::bigint) & 4503599627370495)::double precision / 4503599627370496`,
  sql`
    create function bench_number(n bigint, salt integer, choices integer) returns integer
    language sql immutable parallel safe
    return 1 + floor(bench_unit(n, salt) * choices)::integer`,
  sql`
    create function bench_uuid(kind text, n bigint) returns uuid
    language sql immutable parallel safe
    return overlay(overlay(md5(kind || n) placing '4' from 13) placing '8' from 17)::uuid`,
  sql`
    create function bench_town_rank(n bigint) returns integer
    language sql immutable parallel safe
    return 1 + floor(greatest(200, n / 50) * power(bench_unit(n, 1), 2))::integer`,
  sql`
    create function bench_owner(trip bigint) returns integer
    language sql immutable parallel safe
    return 1 + floor(greatest(10, trip / 100) * power(bench_unit(trip, 40), 2))::integer`,
];

/** The town of the n-th place, as `town`; a smaller catalogue has the same towns more often. */
export function townOf(n: Sql): Sql {
  return sql`
    join bench_towns town on town.rank = 1 + (bench_town_rank(${n}) - 1) % (select count(*)::integer from bench_towns)`;
}

/** Vectors near one of a few hundred topics, each moved twice: two places are rarely alike, and never unrelated to all. */
export function vectorsOf(first: number, last: number): Sql {
  return sql`
    select n, l2_normalize(topic.v + one.v + other.v) as v
    from generate_series(${first}::bigint, ${last}::bigint) n
    join bench_topics topic on topic.id = bench_number(n, 30, ${TOPICS})
    join bench_noises one on one.id = bench_number(n, 31, ${NOISES})
    join bench_noises other on other.id = bench_number(n, 32, ${NOISES})`;
}

function pieces(count: number, salt: number, length: number): Sql {
  return sql`
    select id, (
      select array_agg((bench_unit(id * 1000::bigint + d, ${salt}) - 0.5) * ${length}::float8 order by d)
      from generate_series(1, 256) d)::vector as v
    from generate_series(1, ${count}) id`;
}

export const HELPER_TABLES: readonly Sql[] = [
  sql`create table bench_world (places bigint not null)`,
  sql`insert into bench_world values (0)`,
  sql`create table bench_topics (id integer primary key, v vector(256) not null)`,
  sql`create table bench_noises (id integer primary key, v vector(256) not null)`,
  sql`insert into bench_topics ${pieces(TOPICS, 50, 1)}`,
  sql`insert into bench_noises ${pieces(NOISES, 51, 0.6)}`,
  sql`
    create table bench_towns (
      rank integer primary key, city_id uuid not null, name text not null, lat float8 not null, lon float8 not null,
      spread_km float8 not null)`,
  sql`
    insert into bench_towns
    select rank, id, name, lat, lon, 3 + 12 / (1 + rank / 200.0)
    from (
      select row_number() over (order by prominence desc, id) as rank, id, name,
        st_y(location::geometry) as lat, st_x(location::geometry) as lon
      from cities) ranked
    where rank <= ${TOWNS}`,
  sql`analyze bench_towns, bench_topics, bench_noises`,
];
