/**
 * What vendors say of a place, kept beside it: a week for what hardly changes, a day for what does, and never longer than
 * the vendor's terms allow. A vendor whose content may not be kept is refused, so that forgetting its terms is an error
 * and not a breach.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Database } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

const DAY_SECONDS = 86_400;
const KEPT_SECONDS = { stable: 7 * DAY_SECONDS, dynamic: DAY_SECONDS } as const;

export interface KeptPlaceData<Data> {
  readonly data: Data;
  readonly cachedAt: string;
}

export interface PlaceDataCache {
  /** `null` for what is not there, has had its time, or is not of that shape (any more). */
  find<Data>(placeId: string, provider: string, schema: z.ZodType<Data>): Promise<KeptPlaceData<Data> | null>;
  /** Throws `internal` for a vendor whose content may not be kept. A place that is gone keeps nothing. */
  store(placeId: string, provider: string, data: unknown, options: { kind: "stable" | "dynamic" }): Promise<void>;
}

export interface PlaceDataOptions {
  readonly db: Database;
  readonly now: () => Date;
  /** Everybody whose content may come here, as the registry describes them. */
  readonly vendors: readonly { readonly id: string; readonly terms: { readonly contentSeconds: number } }[];
}

const entrySchema = z.object({ data: z.unknown(), cachedAt: z.string() });

export function createPlaceDataCache({ db, now, vendors }: PlaceDataOptions): PlaceDataCache {
  const contentSeconds = new Map(vendors.map(({ id, terms }) => [id, terms.contentSeconds]));
  return {
    async find(placeId, provider, schema) {
      const entry = await db.read({ kind: "service" }, (tx) =>
        tx.maybeOne(
          entrySchema,
          sql`
            select external_data -> ${provider}::text -> 'data' as data,
              ${instantSql(sql`(external_data -> ${provider}::text ->> 'cachedAt')::timestamptz`)} as "cachedAt"
            from attractions
            where id = ${placeId}
              and (external_data -> ${provider}::text ->> 'expiresAt')::timestamptz > ${now().toISOString()}`,
        ),
      );
      const parsed = schema.safeParse(entry?.data);
      return entry && parsed.success ? { data: parsed.data, cachedAt: entry.cachedAt } : null;
    },

    async store(placeId, provider, data, { kind }) {
      const allowed = contentSeconds.get(provider) ?? 0;
      if (allowed <= 0) {
        const message = `Expected a vendor whose content may be kept, got ${provider}. Show it to whoever asked, and no more.`;
        throw new TripwrightError("internal", message, { provider });
      }
      const cachedAt = now();
      const seconds = Math.min(KEPT_SECONDS[kind], allowed);
      const expiresAt = new Date(cachedAt.getTime() + seconds * 1000).toISOString();
      const entry = JSON.stringify({ data, cachedAt: cachedAt.toISOString(), expiresAt });
      await db.transaction({ kind: "importer" }, (tx) =>
        tx.execute(sql`
          update attractions
          set external_data = coalesce(external_data, '{}') || jsonb_build_object(${provider}::text, ${entry}::jsonb),
            external_data_cached_at = ${cachedAt.toISOString()}
          where id = ${placeId}`),
      );
    },
  };
}
