/** The database of a benchmark whose servers are processes of their own: a server's, a throwaway one, the built-in one. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopHost } from "../db/embedded/ensure-host.ts";
import { throwawayServer } from "./db/native-server.ts";

export interface Place extends AsyncDisposable {
  readonly name: string;
  /** What the servers find it by. */
  readonly environment: Record<string, string>;
}

export async function openPlace(embedded: boolean): Promise<Place> {
  const { DATABASE_URL } = process.env;
  if (!embedded && DATABASE_URL) {
    return {
      name: "native, of DATABASE_URL",
      environment: { DATABASE_URL },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }
  if (!embedded) {
    const server = await throwawayServer(false).catch((error: unknown) => {
      console.error(`No throwaway PostgreSQL here, so on the built-in database: ${String(error).split("\n")[0]}`);
    });
    if (server) {
      const environment = { DATABASE_URL: server.url };
      return { name: "native, throwaway", environment, [Symbol.asyncDispose]: () => server.stop() };
    }
  }
  const folder = await mkdtemp(join(tmpdir(), "tripwright-bench-"));
  const TRIPWRIGHT_HOME = join(folder, "home");
  return {
    name: "embedded",
    environment: { TRIPWRIGHT_HOME },
    [Symbol.asyncDispose]: async () => {
      await stopHost(TRIPWRIGHT_HOME);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
