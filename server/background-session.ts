/** What a command without a traveller needs: the database, brought up to date, the archive, and an orderly end. */
import { type ConnectedDatabase, connectDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { observeDatabase } from "../db/monitoring/observe-database.ts";
import { traceDatabase } from "../db/monitoring/trace-database.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Archive } from "../trip/ports.ts";
import { openArchive } from "./archive.ts";
import { type Config, loadConfig } from "./config.ts";
import type { Metrics } from "./metrics.ts";
import { startTelemetry } from "./telemetry/start-telemetry.ts";
import { secretsIn } from "./vendor-settings.ts";

export interface BackgroundSession {
  readonly config: Config;
  readonly database: ConnectedDatabase;
  readonly archive: Archive | null;
  /** Aborted by Ctrl-C and by a polite kill. */
  readonly signal: AbortSignal;
}

export interface BackgroundOptions {
  readonly onProgress: (message: string) => void;
  readonly metrics?: Metrics | undefined;
}

export async function withBackgroundSession<Result>(
  { onProgress, metrics }: BackgroundOptions,
  work: (session: BackgroundSession) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig();
  const { databaseUrl, databaseReadUrl, poolSize, home, cacheDir } = config;
  const archive = await openArchive(config.archive);
  const stop = new AbortController();
  const onSignal = (): void =>
    stop.abort(new TripwrightError("cancelled", "Stopped. What was begun is taken up later."));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const connected = await connectDatabase({ databaseUrl, databaseReadUrl, poolSize, home, cacheDir, onProgress });
  const observed = metrics ? observeDatabase(connected, metrics.observer) : connected;
  const telemetry = await startTelemetry(config.telemetry, secretsIn(config.vendors));
  const database = telemetry ? traceDatabase(observed) : observed;
  try {
    await migrate(database.migrations, { direction: "up", onProgress });
    return await work({ config, database, archive, signal: stop.signal });
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await database.close();
    await telemetry?.stop();
  }
}
