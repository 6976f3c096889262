/**
 * A few rows for every table, so that dumps and round trips have something to lose. What a database does not have
 * yet, a table or a column, is left out: a migration that brings a table adds rows to the samples, in an order in
 * which foreign keys hold, one that brings a column adds a value, and older databases take no notice.
 */
import type { Client } from "pg";
import { CATALOGUE, PEOPLE } from "./sample-catalogue.ts";
import { PLANS, TRIPS } from "./sample-plans.ts";
import { BOOKINGS, RECORDS } from "./sample-records.ts";
import type { SampleRow } from "./sample-row.ts";

const SAMPLE: readonly SampleRow[] = [...PEOPLE, ...CATALOGUE, ...TRIPS, ...PLANS, ...BOOKINGS, ...RECORDS];

/** Into the schema that comes first on the search path, inside the caller's transaction. */
export async function insertSample(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attgenerated = ''
     group by c.relname`,
  );
  const columnsOf = new Map(rows.map(({ name, columns }) => [name, columns]));
  for (const { table, row, needs, isChange } of SAMPLE) {
    const existing = columnsOf.get(table);
    if (!existing || (needs !== undefined && !columnsOf.has(needs))) continue;
    const columns = Object.keys(row).filter((column) => existing.includes(column));
    const list = columns.join(", ");
    const values = `select ${list} from json_populate_record(null::${table}, $1)`;
    const statement = isChange
      ? `update ${table} set (${list}) = (${values}) where id = ($1::json ->> 'id')::uuid`
      : `insert into ${table} (${list}) ${values}`;
    await client.query(statement, [JSON.stringify(row)]);
  }
}
