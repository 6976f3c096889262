/** A built-in database of a test's own, for faults that end its process or fill its disk. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { ConnectedDatabase } from "../../../db/connect.ts";
import { stopHost } from "../../../db/embedded/ensure-host.ts";
import type { Admin, StorageAudit } from "./audit.ts";

const run = promisify(execFile);

export function adminOf(database: ConnectedDatabase): Admin {
  return (text, values = []) =>
    database.migrations.withClient(async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);
}

/** Ends the host and looks at the folder's pages with an engine of the check's own. */
export async function checkFolder(home: string, cacheDir: string): Promise<StorageAudit> {
  await stopHost(home);
  const script = fileURLToPath(new URL("check-folder-process.ts", import.meta.url));
  const { stdout } = await run(process.execPath, [script, join(home, "database"), cacheDir]);
  return JSON.parse(stdout);
}
