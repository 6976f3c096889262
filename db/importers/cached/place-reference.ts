/** Which place somebody else's review or link is about: by our id, by an id both know, or by its name in a city. */
import sql from "sql-template-tag";
import { z } from "zod";
import { isUuid } from "../../stores/row-parts.ts";
import type { Transaction } from "../../transaction.ts";

export const placeReferenceSchema = z.union(
  [
    z.strictObject({ id: z.uuid() }),
    z.strictObject({ wikidata: z.string().regex(/^Q[1-9]\d*$/) }),
    z.strictObject({ osm: z.string().regex(/^(node|way|relation)\/\d+$/) }),
    z.strictObject({ name: z.string().min(1), city: z.string().min(1) }),
  ],
  { error: 'expected "place" as {"id"}, {"wikidata"}, {"osm"} or {"name", "city"}' },
);
export type PlaceReference = z.infer<typeof placeReferenceSchema>;

const foundSchema = z.object({ at: z.number(), id: z.string() });

/** One id a reference, in their order; `null` where no place, or more than one, answers. */
export async function resolvePlaces(
  tx: Transaction,
  references: readonly PlaceReference[],
): Promise<(string | null)[]> {
  const asked = references.map((reference, at) => ({ at, ...reference }));
  const found = await tx.many(
    foundSchema,
    sql`
      with asked as materialized (
        select r.at, r.id, r.wikidata, r.osm, lower(r.name) as name, lower(r.city) as city
        from json_to_recordset(${JSON.stringify(asked)}::json)
          as r (at integer, id uuid, wikidata text, osm text, name text, city text)),
      answers as (
        select r.at, a.id from asked r join attractions a on a.id = r.id where a.retired_at is null
        union select r.at, a.id from asked r join attractions a on a.wikidata_id = r.wikidata where a.retired_at is null
        union select r.at, a.id from asked r join attractions a on a.osm_id = r.osm where a.retired_at is null
        union select r.at, a.id from asked r join cities c on lower(c.name) = r.city
          join attractions a on a.city_id = c.id and r.name in (lower(a.name), lower(a.name_local))
          where a.retired_at is null)
      select at, min(id::text) as id from answers group by at having count(*) = 1`,
  );
  const byPosition = new Map(found.map(({ at, id }) => [at, id]));
  return references.map((_, at) => {
    const id = byPosition.get(at);
    return id !== undefined && isUuid(id) ? id : null;
  });
}
