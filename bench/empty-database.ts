/** A migrated database without a catalogue, for benchmarks of what needs none: the built-in one, or a native server. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectedDatabase, connectDatabase } from "../db/connect.ts";
import { stopHost } from "../db/embedded/ensure-host.ts";
import { migrate } from "../db/migrate.ts";
import { loadConfig } from "../server/config.ts";
import { throwawayServer } from "./db/native-server.ts";

export interface EmptyDatabase extends AsyncDisposable {
  readonly name: string;
  readonly db: ConnectedDatabase;
}

export async function openEmptyDatabase(isNative: boolean): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "tripwright-bench-"));
  const home = join(folder, "home");
  // The template of a new database is the program's own: building it is not what is measured.
  const { cacheDir } = loadConfig();
  const server = isNative ? await throwawayServer(false) : null;
  const db = await connectDatabase({ databaseUrl: server?.url, home, cacheDir });
  await migrate(db.migrations, { direction: "up" });
  return {
    ...{ name: server ? "native, throwaway" : "embedded", db },
    [Symbol.asyncDispose]: async () => {
      await db.close();
      if (server) await server.stop();
      else await stopHost(home);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
