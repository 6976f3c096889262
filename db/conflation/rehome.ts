/**
 * After new cities came: places and lodgings that belong to one of them rather than to the city they were given to,
 * and records that waited for a city to be near. Looks at what a new city can reach and writes only what moves.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { pointWkt } from "../stores/bulk.ts";
import type { Transaction } from "../transaction.ts";
import { FARTHEST_METERS } from "./city-index.ts";
import { emptyOutcome } from "./outcome.ts";
import { storedRecordSchema } from "./stored-record.ts";
import { type Catalogue, writePlaces } from "./write-places.ts";

const spotSchema = z.object({
  key: z.string(),
  source: z.string(),
  cityId: z.string().nullable(),
  lat: z.number(),
  lon: z.number(),
});
const recordRowSchema = z.object({ record: storedRecordSchema });

/** A new town of few people takes nothing that is farther than this. */
const REACHED_METERS = FARTHEST_METERS;
const MAX_AT_ONCE = 1_000;

async function moveLodgings(tx: Transaction, points: string, { cities }: Catalogue): Promise<void> {
  const spots = await tx.many(
    spotSchema,
    sql`
      select distinct l.id::text as key, l.source, l.city_id as "cityId", st_y(l.location::geometry) as lat,
        st_x(l.location::geometry) as lon
      from json_to_recordset(${points}::json) as w (at geography)
      join lodgings l on st_dwithin(l.location, w.at, ${REACHED_METERS}, false)`,
  );
  const moved = spots.flatMap((spot) => {
    const city = cities.cityOf(spot);
    return city && city.id !== spot.cityId ? [{ id: spot.key, city_id: city.id }] : [];
  });
  await tx.execute(sql`
    update lodgings l set city_id = r.city_id
    from json_to_recordset(${JSON.stringify(moved)}::json) as r (id uuid, city_id uuid) where l.id = r.id`);
}

/** Places whose city a file says itself stay there. */
async function movePlaces(tx: Transaction, points: string, catalogue: Catalogue): Promise<void> {
  const spots = await tx.many(
    spotSchema,
    sql`
      select distinct p.external_id as key, p.source, a.city_id as "cityId",
        st_y(coalesce(a.location, p.location)::geometry) as lat, st_x(coalesce(a.location, p.location)::geometry) as lon
      from json_to_recordset(${points}::json) as w (at geography)
      join place_records p on st_dwithin(p.location, w.at, ${REACHED_METERS}, false)
      left join attractions a on a.id = p.attraction_id
      where not exists (select from place_records o where o.attraction_id = a.id and o.record ? 'cityId')`,
  );
  const moved = spots.filter((spot) => (catalogue.cities.cityOf(spot)?.id ?? null) !== spot.cityId);
  for (const [source, list] of Map.groupBy(moved, (spot) => spot.source)) {
    for (let start = 0; start < list.length; start += MAX_AT_ONCE) {
      const ids = list.slice(start, start + MAX_AT_ONCE).map(({ key }) => key);
      const rows = await tx.many(
        recordRowSchema,
        sql`select p.record from place_records p where p.source = ${source} and p.external_id = any(${ids}::text[])`,
      );
      await writePlaces(
        tx,
        { source, records: rows.map(({ record }) => record), again: true },
        catalogue,
        emptyOutcome(),
      );
    }
  }
}

export async function rehome(tx: Transaction, cityIds: readonly string[], catalogue: Catalogue): Promise<void> {
  const cities = cityIds.map((id) => catalogue.cities.get(id)).filter((city) => city !== undefined);
  if (cities.length === 0) return;
  const points = JSON.stringify(cities.map((city) => ({ at: pointWkt(city) })));
  await moveLodgings(tx, points, catalogue);
  await movePlaces(tx, points, catalogue);
}
