/** What a command without a traveller needs: the database, brought up to date, the archive, and an orderly end. */
import { type ConnectedDatabase, connectDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Archive } from "../trip/ports.ts";
import { openArchive } from "./archive.ts";
import { loadConfig } from "./config.ts";

export interface BackgroundSession {
  readonly database: ConnectedDatabase;
  readonly archive: Archive | null;
  /** Aborted by Ctrl-C and by a polite kill. */
  readonly signal: AbortSignal;
}

export async function withBackgroundSession<Result>(
  onProgress: (message: string) => void,
  work: (session: BackgroundSession) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl, home, cacheDir, archive: archiveConfig } = loadConfig();
  const archive = await openArchive(archiveConfig);
  const stop = new AbortController();
  const onSignal = (): void =>
    stop.abort(new TripwrightError("cancelled", "Stopped. What was begun is taken up later."));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const database = await connectDatabase({ databaseUrl, home, cacheDir, onProgress });
  try {
    await migrate(database.migrations, { direction: "up", onProgress });
    return await work({ database, archive, signal: stop.signal });
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await database.close();
  }
}
