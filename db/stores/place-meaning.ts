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
const EF_SEARCH = 100;

/** The text form of pgvector; six digits are more than the index keeps. */
export function vectorText(vector: readonly number[]): string {
  return `[${vector.map((value) => value.toFixed(6)).join(",")}]`;
}

/** For this transaction: look until enough neighbours pass the filters, instead of stopping short. */
export async function widenNearest(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    select set_config('hnsw.ef_search', ${`${EF_SEARCH}`}, true), set_config('hnsw.iterative_scan', 'relaxed_order', true)`);
}

/** `id` and `place`, the nearest first; filters speak of `attractions a`. */
export function nearestPlaces({ model, vector, nearEnough }: PlaceMeaning, filters: Sql, isBounded: boolean): Sql {
  const distance = sql`e.embedding <=> ${vectorText(vector)}::vector`;
  const joined = sql`
    select a.id, ${distance} as distance
    from attraction_embeddings e join attractions a on a.id = e.attraction_id
    where e.model = ${model} and ${filters}`;
  // Materialized without an order: the planner must not answer for a city from the index of the whole world.
  const neighbours = isBounded ? joined : sql`${joined} order by ${distance} limit ${NEIGHBOURS}`;
  return sql`
    with neighbours as materialized (${neighbours})
    select id, row_number() over (order by distance, id) as place from neighbours
    where distance <= ${1 - nearEnough}::float8 order by distance, id limit ${NEIGHBOURS}`;
}
