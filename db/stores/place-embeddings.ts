/** Which places a model has yet to embed, and what it made of them. Catalogue: an importer writes. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { PLACE_TEXT_VERSION, placeText } from "../embeddings/place-text.ts";
import type { Transaction } from "../transaction.ts";
import { leafCategoryIds } from "./catalogue-ids.ts";
import { vectorText } from "./place-meaning.ts";

const factsRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  type: z.string(),
  categoryIds: z.array(z.string()),
  tags: z.array(z.string()),
  diets: z.array(z.string()),
  description: z.string().nullable(),
  isOffbeat: z.boolean(),
  isUncrowded: z.boolean(),
  isFree: z.boolean(),
  isFamous: z.boolean(),
  contentHash: z.string(),
});
const presenceSchema = z.object({ isThere: z.boolean() });

export interface PlaceToEmbed {
  id: string;
  contentHash: string;
  text: string;
}

/** From here on a place is one of those that a first visit is for. */
const FAMOUS = 0.85;
const IS_FREE: Sql = sql`(not a.is_eatery and coalesce(a.price_adult = 0, a.pricing_type = 'free', false))`;
const IS_FAMOUS: Sql = sql`(not a.is_eatery and a.popularity_score >= ${FAMOUS}::float8)`;
const IS_UNCROWDED: Sql = sql`coalesce(a.crowdedness_level = 'low', false)`;

/** What the text of a place is made of; reckoned by the database, so that looking for changes reads no text. */
const CONTENT_HASH: Sql = sql`md5(concat_ws(chr(31), ${`${PLACE_TEXT_VERSION}`}::text, a.name, coalesce(a.name_local, ''),
  a.attraction_type, array_to_string(a.category_ids, ','), array_to_string(a.tags, ','), array_to_string(a.diets, ','),
  coalesce(a.description, ''), a.is_offbeat, ${IS_UNCROWDED}, ${IS_FREE}, ${IS_FAMOUS}))`;

const LACKS = (model: string): Sql => sql`
  a.retired_at is null and not exists (
    select from attraction_embeddings e
    where e.attraction_id = a.id and e.model = ${model} and e.content_hash = ${CONTENT_HASH})`;

/** Places without a vector of this model, or with one of other words, in the order of their ids from one on. */
export async function listPlacesToEmbed(
  tx: Transaction,
  { model, after, limit }: { model: string; after: string | null; limit: number },
): Promise<PlaceToEmbed[]> {
  const rows = await tx.many(
    factsRowSchema,
    sql`
      select a.id, a.name, a.name_local as "nameLocal", a.attraction_type as type, a.category_ids as "categoryIds",
        a.tags, a.diets, a.description, a.is_offbeat as "isOffbeat", ${IS_UNCROWDED} as "isUncrowded", ${IS_FREE} as "isFree",
        ${IS_FAMOUS} as "isFamous", ${CONTENT_HASH} as "contentHash"
      from attractions a
      where ${LACKS(model)} and (${after}::uuid is null or a.id > ${after}::uuid) order by a.id limit ${limit}`,
  );
  return rows.map(({ id, contentHash, categoryIds, ...facts }) => ({
    id,
    contentHash,
    text: placeText({ ...facts, categories: leafCategoryIds.namesOf(categoryIds) }),
  }));
}

/** Idempotent; a place that has gone meanwhile is passed over. */
export async function writeEmbeddings(
  tx: Transaction,
  model: string,
  places: readonly { id: string; contentHash: string; vector: readonly number[] }[],
): Promise<number> {
  const rows = places.map(({ id, contentHash, vector }) => ({ id, hash: contentHash, vector: vectorText(vector) }));
  return tx.execute(sql`
    insert into attraction_embeddings as t (attraction_id, model, content_hash, embedding)
    select r.id, ${model}, r.hash, r.vector::vector
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, hash text, vector text)
    join attractions a on a.id = r.id
    order by r.id
    on conflict (attraction_id, model) do update set content_hash = excluded.content_hash, embedding = excluded.embedding
    where t.content_hash is distinct from excluded.content_hash`);
}

export async function hasEmbeddings(tx: Transaction, model: string): Promise<boolean> {
  const found = await tx.one(
    presenceSchema,
    sql`select exists (select from attraction_embeddings where model = ${model}) as "isThere"`,
  );
  return found.isThere;
}

/** Below this many vectors comparing all of them is as quick as an index, and needs none. */
const WORTH_AN_INDEX = 5_000;

export async function ensureEmbeddingIndex(tx: Transaction, model: string): Promise<void> {
  const { isThere: isWorthIt } = await tx.one(
    presenceSchema,
    sql`
      select count(*) >= ${WORTH_AN_INDEX} as "isThere"
      from (select from attraction_embeddings where model = ${model} limit ${WORTH_AN_INDEX}) n`,
  );
  // On its own: no index is built on a table that the same statement reads.
  if (isWorthIt) await tx.execute(sql`select ensure_embedding_index(${model})`);
}

/**
 * Vectors of models that this one replaces, once every place has one of this model: a service's models replace
 * each other, and so do the local ones, which answer where the service does not.
 */
export async function removeReplacedEmbeddings(tx: Transaction, model: string): Promise<number> {
  return tx.execute(sql`
    delete from attraction_embeddings o
    where o.model <> ${model} and starts_with(o.model, 'local/') = starts_with(${model}, 'local/')
      and not exists (select from attractions a where ${LACKS(model)})`);
}
