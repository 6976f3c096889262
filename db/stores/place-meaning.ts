/**
 * Places by what they mean: nearest neighbours of one model's vectors. Within a city or a circle every row is
 * compared, which is exact and quick for thousands; over the whole world the model's own HNSW index answers.
 */
import sql, { type Sql } from "sql-template-tag";
import type { Transaction } from "../transaction.ts";

/** What was searched for, as a point of one model. */
export interface PlaceMeaning {
  readonly model: string;
  readonly vector: readonly number[];
  readonly nearEnough: number;
}

/** Enough to fill the pages that anybody reads. */
const NEIGHBOURS = 50;
/** As many as are wanted, and some that a filter will take. */
const WORLD_NEIGHBOURS = 100;

/** The text form of pgvector; six digits are more than the index keeps. */
export function vectorText(vector: readonly number[]): string {
  return `[${vector.map((value) => value.toFixed(6)).join(",")}]`;
}

/** For this transaction: look until there are enough neighbours, instead of stopping short. */
export async function widenNearest(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    select set_config('hnsw.ef_search', ${`${WORLD_NEIGHBOURS}`}, true), set_config('hnsw.iterative_scan', 'relaxed_order', true)`);
}

/** `id` and `place`, the nearest first; filters speak of `attractions a`. */
export function nearestPlaces(meaning: PlaceMeaning, filters: Sql, isBounded: boolean): Sql {
  const { model, vector, nearEnough } = meaning;
  const distance = sql`e.embedding <=> ${vectorText(vector)}::vector`;
  // A look at each place's own vector (`offset 0` keeps it one): never all vectors for the sake of a city's.
  const inBounds = sql`
    select a.id, e.distance
    from attractions a cross join lateral (
      select ${distance} as distance from attraction_embeddings e
      where e.attraction_id = a.id and e.model = ${model} offset 0) e
    where ${filters}`;
  // First the index, then the filters on what it found: together they would be answered by reading everything.
  const inTheWorld = sql`
    select a.id, e.distance
    from (
      select e.attraction_id, ${distance} as distance from attraction_embeddings e
      where e.model = ${model} order by ${distance} limit ${WORLD_NEIGHBOURS}) e
    join attractions a on a.id = e.attraction_id
    where ${filters}`;
  return sql`
    with neighbours as materialized (${isBounded ? inBounds : inTheWorld})
    select id, row_number() over (order by distance, id) as place from neighbours
    where distance <= ${1 - nearEnough}::float8 order by distance, id limit ${NEIGHBOURS}`;
}
