/** Where everything is put together, once: database, stores, offers, scheduler, for one user. */
import { randomUUID } from "node:crypto";
import { type ConnectedDatabase, connectDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
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
import { createOfferSearch } from "../providers/offers/offer-search.ts";
import type { ToolContext } from "../tools/tool.ts";
import type { Clock, RunRecorder, TripSharing } from "../trip/ports.ts";
import type { Config } from "./config.ts";
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

export async function compose(config: Config, clock: Clock, onProgress: ProgressListener): Promise<Application> {
  const { databaseUrl, databaseReadUrl, poolSize, home, cacheDir } = config;
  const database = await connectDatabase({ databaseUrl, databaseReadUrl, poolSize, home, cacheDir, onProgress });
  try {
    await migrate(database.migrations, { direction: "up", onProgress });
    await seedCatalogue(database, { onProgress, embedder: createLocalEmbedder() });
    return { ...(await composeFor(database, clock, config)), database, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function composeFor(
  database: ConnectedDatabase,
  clock: Clock,
  config: Config,
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
    flightCache: createFlightSearchCache({ db: database, now }),
    stayCache: createStaySearchCache({ db: database, now }),
  });
  const toolContext = {
    clock,
    catalogue,
    offers,
    trips: createTripStore({ db: database, userId, newId: randomUUID }),
    feedback: createFeedbackStore({ db: database, userId, newId: randomUUID }),
    scheduler: createScheduler(),
  };
  return { toolContext, recorder, sharing: createTripSharing({ db: database, userId }) };
}
