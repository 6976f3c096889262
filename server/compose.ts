/** Where everything is put together, once: database, stores, offers, scheduler, for one user. */
import { randomUUID } from "node:crypto";
import { type ConnectedDatabase, connectDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { observeDatabase } from "../db/monitoring/observe-database.ts";
import { seedCatalogue } from "../db/seed/seed-catalogue.ts";
import { createCatalogueStore } from "../db/stores/catalogue-store.ts";
import { createFeedbackStore } from "../db/stores/feedback-store.ts";
import { createRunRecorder } from "../db/stores/run-recorder.ts";
import { createFlightSearchCache, createStaySearchCache } from "../db/stores/search-caches.ts";
import { createTripSharing } from "../db/stores/shared-trips.ts";
import { createTripStore } from "../db/stores/trip-store.ts";
import { ensureLocalUser } from "../db/stores/users.ts";
import { chooseEmbedders } from "../providers/embeddings/choose-embedders.ts";
import { createLocalEmbedder } from "../providers/embeddings/local-embedding.ts";
import { createHolidayCalendar } from "../providers/holidays/holiday-calendar.ts";
import { createOfferSearch } from "../providers/offers/offer-search.ts";
import type { ToolContext } from "../tools/tool.ts";
import type { Clock, RunRecorder, TripSharing } from "../trip/ports.ts";
import type { Config } from "./config.ts";
import type { Metrics } from "./metrics.ts";
import { createScheduler } from "./scheduler.ts";
import { isWorkerAlive, ownWorkerId } from "./worker-id.ts";

export type ProgressListener = (message: string) => void;

/** Everything a command needs to act for the local user. */
export interface Application {
  database: ConnectedDatabase;
  toolContext: Omit<ToolContext, "run" | "signal">;
  recorder: RunRecorder;
  sharing: TripSharing;
  close(): Promise<void>;
}

export interface ComposeOptions {
  onProgress: ProgressListener;
  /** For commands that watch; the others do without. */
  metrics?: Pick<Metrics, "observer" | "onLookup"> | undefined;
}

export async function compose(config: Config, clock: Clock, options: ComposeOptions): Promise<Application> {
  const { onProgress, metrics } = options;
  const { databaseUrl, databaseReadUrl, poolSize, home, cacheDir } = config;
  const connected = await connectDatabase({ databaseUrl, databaseReadUrl, poolSize, home, cacheDir, onProgress });
  const database = metrics ? observeDatabase(connected, metrics.observer) : connected;
  try {
    await migrate(database.migrations, { direction: "up", onProgress });
    await seedCatalogue(database, { onProgress, embedder: createLocalEmbedder() });
    return {
      ...(await composeFor(database, clock, { config, onLookup: metrics?.onLookup })),
      database,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function composeFor(
  database: ConnectedDatabase,
  clock: Clock,
  { config, onLookup }: { config: Config; onLookup: Metrics["onLookup"] | undefined },
): Promise<Pick<Application, "toolContext" | "recorder" | "sharing">> {
  const userId = await ensureLocalUser(database);
  const { now } = clock;
  const catalogue = createCatalogueStore(database, { embedders: chooseEmbedders(config.model) });
  const recorder = createRunRecorder({ db: database, userId, workerId: ownWorkerId(), now, isWorkerAlive });
  await recorder.sweepAbandonedRuns();
  const offers = createOfferSearch({
    catalogue,
    flights: [],
    stays: [],
    flightCache: createFlightSearchCache({ db: database, now, onLookup }),
    stayCache: createStaySearchCache({ db: database, now, onLookup }),
  });
  const toolContext = {
    clock,
    catalogue,
    offers,
    trips: createTripStore({ db: database, userId, newId: randomUUID }),
    feedback: createFeedbackStore({ db: database, userId, newId: randomUUID }),
    scheduler: createScheduler(),
    holidays: createHolidayCalendar(),
  };
  return { toolContext, recorder, sharing: createTripSharing({ db: database, userId }) };
}
