/** Google's ids of our places: the one thing of Google's that may be kept. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database } from "../transaction.ts";

const rowSchema = z.object({ id: z.string(), googleId: z.string() });

export interface GooglePlaceIds {
  /** By our id; a place without one is left out. */
  find(placeIds: readonly string[]): Promise<Map<string, string>>;
  /** `null` forgets an id that leads nowhere. */
  keep(placeId: string, googleId: string | null): Promise<void>;
}

export function createGooglePlaceIds(db: Database): GooglePlaceIds {
  return {
    find: async (placeIds) => {
      const rows = await db.read({ kind: "service" }, (tx) =>
        tx.many(
          rowSchema,
          sql`
            select id, google_places_id as "googleId" from attractions
            where id = any(${[...placeIds]}::uuid[]) and google_places_id is not null`,
        ),
      );
      return new Map(rows.map(({ id, googleId }) => [id, googleId]));
    },
    keep: async (placeId, googleId) => {
      await db.transaction({ kind: "importer" }, (tx) =>
        tx.execute(sql`update attractions set google_places_id = ${googleId} where id = ${placeId}`),
      );
    },
  };
}
