/** Small pieces that more than one store builds its statements and rows from. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Coordinates } from "../../trip/place.ts";

const uuidSchema = z.uuid();

/** Anything else would reach PostgreSQL as a malformed uuid and come back as an internal error. */
export function isUuid(text: string): boolean {
  return uuidSchema.safeParse(text).success;
}

export function pointSql({ lat, lon }: Coordinates): Sql {
  return sql`st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326)::geography`;
}

/** An instant as ISO text in UTC, whatever the session's time zone and the driver's parsers. */
export function instantSql(column: Sql): Sql {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** `and`-ed conditions; none means no restriction. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, condition) => sql`${all} and ${condition}`, sql`true`);
}
