/** Areas of city files: described for travellers, they take the place of what a map only has the name of. */
import sql from "sql-template-tag";
import { type BulkRow, upsertRows } from "../stores/bulk.ts";
import type { Transaction } from "../transaction.ts";
import { CITY_AREAS } from "./catalogue-tables.ts";

export async function writeDescribedAreas(tx: Transaction, areas: readonly BulkRow[]): Promise<void> {
  const named = JSON.stringify(areas.map(({ id, city_id, name }) => ({ id, city_id, name })));
  await tx.execute(sql`
    delete from city_areas a using json_to_recordset(${named}::json) as r (id uuid, city_id uuid, name text)
    where a.city_id = r.city_id and lower(a.name) = lower(r.name) and a.id <> r.id and a.description is null`);
  await upsertRows(tx, CITY_AREAS, areas);
}
