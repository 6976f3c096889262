/** Whether this login may change the tables: one that only runs the program need not, and is told who must. */
import type { Client } from "pg";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";

const rightSchema = z.tuple([z.object({ mayCreate: z.boolean() })]);

/** Throws `database_unavailable` unless tables may be made in the schema. */
export async function mustBeOwner(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query(
    `select coalesce((select has_schema_privilege(oid, 'create') from pg_namespace where nspname = $1), true) as "mayCreate"`,
    [schema],
  );
  if (!rightSchema.parse(rows)[0].mayCreate) throw notTheOwner();
}

export function notTheOwner(cause?: unknown): TripwrightError {
  const text =
    "The database's tables are not up to date, or not to be looked at, and this login may not change that. " +
    "Run `tripwright migrate up` as their owner; docs/operations.md has the rights that each login needs.";
  return new TripwrightError("database_unavailable", text, {}, cause);
}
