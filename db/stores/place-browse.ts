/**
 * Places without words: the best known of a city, or the nearest to a point, that meet the conditions. What a
 * call costs must not grow with the catalogue, so the page is chosen by what indexes hold and only its own
 * rows are read whole, nearness looks no further than the page reaches, and counting ends.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { PlaceHit, PlaceSearch } from "../../trip/ports.ts";
import type { Transaction } from "../transaction.ts";
import { PLACE_COLUMNS, placeRowSchema, toPlace } from "./places.ts";
import { pointSql } from "./row-parts.ts";

const placeHitRowSchema = placeRowSchema.extend({ distanceMeters: z.number().nullable(), total: z.number() });
const totalRowSchema = z.object({ total: z.number() });

/** Nobody pages further, and counting all would cost the more the larger the catalogue is. */
export const MAX_TOTAL = 200;
/** The index measures on a sphere, answers on the spheroid: the two differ by less than 0.6 % either way. */
const SPHERE_ERROR = 1.02;

/** As far as the last place of the page: what lies beyond, however much, is not looked at. */
function withinReach({ near, cityId, limit, offset = 0 }: PlaceSearch, conditions: Sql): Sql {
  if (!near || cityId !== undefined) return conditions;
  const point = pointSql(near);
  return sql`${conditions} and st_dwithin(a.location, ${point}, (
    select ${SPHERE_ERROR}::float8 * max(nearest.meters) + 1
    from (
      select a.location <-> ${point} as meters from attractions a where ${conditions}
      order by a.location <-> ${point} limit ${offset + limit}) nearest))`;
}

function totalSql(conditions: Sql): Sql {
  return sql`(
    select count(*)::integer from (select from attractions a where ${conditions} limit ${MAX_TOTAL}) counted)`;
}

/** The conditions speak of `attractions a`. */
export async function browsePlaces(
  tx: Transaction,
  query: PlaceSearch,
  conditions: Sql,
): Promise<{ places: PlaceHit[]; total: number }> {
  const { near, limit, offset = 0 } = query;
  const distance = near ? sql`st_distance(a.location, ${pointSql(near)})` : sql`null::float8`;
  const order = near ? sql`${distance}, a.popularity_score desc, a.id` : sql`a.popularity_score desc, a.id`;
  const rows = await tx.many(
    placeHitRowSchema,
    sql`
      select ${PLACE_COLUMNS}, ${distance} as "distanceMeters", ${totalSql(conditions)} as total
      from (
        select a.id from attractions a where ${withinReach(query, conditions)}
        order by ${order} limit ${limit} offset ${offset}) page
      join attractions a on a.id = page.id
      order by ${order}`,
  );
  const places = rows.map((row) => ({ ...toPlace(row), distanceMeters: row.distanceMeters }));
  const first = rows.at(0);
  if (first || offset === 0) return { places, total: first?.total ?? 0 };
  // A page past the end has no row to carry the total.
  return { places, ...(await tx.one(totalRowSchema, sql`select ${totalSql(conditions)} as total`)) };
}
