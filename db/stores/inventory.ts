/** What is installed and what the catalogue holds, for whoever looks after the database. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database } from "../transaction.ts";

const inventorySchema = z.object({
  serverVersion: z.string(),
  postgisVersion: z.string(),
  vectorVersion: z.string(),
  countries: z.coerce.number(),
  cities: z.coerce.number(),
  airports: z.coerce.number(),
  places: z.coerce.number(),
  coveredCities: z.coerce.number(),
});
export type Inventory = z.infer<typeof inventorySchema>;

export function readInventory(db: Database): Promise<Inventory> {
  return db.read({ kind: "service" }, (tx) =>
    tx.one(
      inventorySchema,
      sql`
        select current_setting('server_version') as "serverVersion",
          (select extversion from pg_extension where extname = 'postgis') as "postgisVersion",
          (select extversion from pg_extension where extname = 'vector') as "vectorVersion",
          (select count(*) from countries) as countries,
          (select count(*) from cities) as cities,
          (select count(*) from airports) as airports,
          (select count(*) from attractions where retired_at is null) as places,
          (select count(*) from cities where attraction_count > 0) as "coveredCities"`,
    ),
  );
}

const loginSchema = z.object({ name: z.string(), isSuperuser: z.boolean() });
export type Login = z.infer<typeof loginSchema>;

/** Who the program logs in as: not the role that its transactions take. */
export function readLogin(db: Database): Promise<Login> {
  return db.transaction({ kind: "service" }, (tx) =>
    tx.one(
      loginSchema,
      sql`select rolname::text as name, rolsuper or rolbypassrls as "isSuperuser" from pg_roles where rolname = session_user`,
    ),
  );
}
