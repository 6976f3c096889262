/** The places nearest in meaning to a vector, whatever the city. */
import { createHash } from "node:crypto";
import sql from "sql-template-tag";
import { PLACE_COLUMNS, placeRowSchema, toPlace } from "../../db/stores/places.ts";
import type { Database } from "../../db/transaction.ts";
import { MODEL } from "./world/helpers.ts";

/** As `ensure_embedding_index` names it. */
export const EMBEDDING_INDEX = `idx_attraction_embeddings_${createHash("md5").update(MODEL).digest("hex").slice(0, 12)}`;

export function createMeaningSearch(db: Database): (vector: string, limit: number) => Promise<number> {
  return (vector, limit) =>
    db.transaction({ kind: "service" }, async (tx) => {
      const rows = await tx.many(
        placeRowSchema,
        sql`
          select ${PLACE_COLUMNS}
          from attraction_embeddings e join attractions a on a.id = e.attraction_id
          where e.model = ${MODEL} and a.retired_at is null
          order by e.embedding <=> ${vector}::vector limit ${limit}`,
      );
      return rows.map(toPlace).length;
    });
}
