/** A transaction as the owner of everything, past row-level security, with the schema first on the search path. */
import type { Client } from "pg";
import type { MigrationTarget } from "../../../db/migrate.ts";

export function inSchema<Result>(
  { withClient, schema = "public" }: MigrationTarget,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return withClient(async (client) => {
    // Connections to the built-in engine share one session: what is set must not outlast a transaction.
    await client.query(`begin; set local search_path to ${client.escapeIdentifier(schema)}, public`);
    const result = await work(client);
    await client.query("commit");
    return result;
  });
}
