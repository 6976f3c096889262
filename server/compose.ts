/**
 * Where everything is put together. What all travellers share (database, catalogue, scheduler, caches) is made once a
 * process; what acts for one of them is made from it in a moment, and kept for the next request.
 */
import { randomUUID } from "node:crypto";
import { type ConnectedDatabase, connectDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { observeDatabase } from "../db/monitoring/observe-database.ts";
import { traceDatabase } from "../db/monitoring/trace-database.ts";
import type { Sealer } from "../db/seal.ts";
import { seedCatalogue } from "../db/seed/seed-catalogue.ts";
import { type ApiCallLog, createApiCallLog } from "../db/stores/api-call-log.ts";
import { createBookingLinkStore } from "../db/stores/booking-links.ts";
import { createCatalogueStore } from "../db/stores/catalogue-store.ts";
import { createFeedbackStore } from "../db/stores/feedback-store.ts";
import { createRunRecorder } from "../db/stores/run-recorder.ts";
import { createFlightSearchCache, createStaySearchCache } from "../db/stores/search-caches.ts";
import { createSearchClaims } from "../db/stores/search-claims.ts";
import { createTripSharing } from "../db/stores/shared-trips.ts";
import { createTripStore } from "../db/stores/trip-store.ts";
import { createUsageStore } from "../db/stores/usage-store.ts";
import { ensureLocalUser } from "../db/stores/users.ts";
import { createCallLedger } from "../db/stores/vendor-calls.ts";
import type { Database } from "../db/transaction.ts";
import { chooseEmbedders } from "../providers/embeddings/choose-embedders.ts";
import { createLocalEmbedder } from "../providers/embeddings/local-embedding.ts";
import { createAirportZone } from "../providers/flights/airport-zones.ts";
import { createHolidayCalendar } from "../providers/holidays/holiday-calendar.ts";
import type { VendorPorts } from "../providers/kernel/descriptor.ts";
import { PLAIN_SITES } from "../providers/links/search-links.ts";
import type { TourSource } from "../providers/offers/ask-seller.ts";
import { createBookingLinks } from "../providers/offers/booking-links.ts";
import { createOfferSearches } from "../providers/offers/offer-search.ts";
import { createSellerLookups, type SellerLookups } from "../providers/offers/seller-lookups.ts";
import { type OpenedVendor, openVendors } from "../providers/open-vendors.ts";
import { HIDDEN_FROM_MODELS, VENDORS } from "../providers/registry.ts";
import { createSurroundings } from "../providers/surroundings/surroundings.ts";
import type { ToolContext } from "../tools/tool.ts";
import type {
  Clock,
  GeocodingVendor,
  InspirationVendor,
  LinkVendor,
  MapVendor,
  RunRecorder,
  TripSharing,
  UsageStore,
} from "../trip/ports.ts";
import { boundedCache } from "./bounded-cache.ts";
import type { Config } from "./config.ts";
import { createGeocoding } from "./geocoding.ts";
import { createLivePlaces, type LivePlaces } from "./live-places.ts";
import type { Metrics } from "./metrics.ts";
import { createModelPool, type ModelPool } from "./model-pool.ts";
import { createScheduler, DEFAULT_BUDGET } from "./scheduler.ts";
import { sealerFor } from "./secret-keys.ts";
import { startTelemetry } from "./telemetry/start-telemetry.ts";
import { secretsIn } from "./vendor-settings.ts";
import { isWorkerAlive, ownWorkerId } from "./worker-id.ts";

export type ProgressListener = (message: string) => void;

/** What acts for one traveller: its stores see nobody else's rows. */
export interface UserApplication {
  readonly userId: string;
  readonly toolContext: Omit<ToolContext, "run" | "signal">;
  readonly recorder: RunRecorder;
  readonly sharing: TripSharing;
  readonly usage: UsageStore;
}

/** What one process has once, whoever it serves. */
export interface Runtime {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  /** Where its tables stand; `public` unless given. */
  readonly schema: string | undefined;
  readonly localUserId: string;
  readonly models: ModelPool;
  /** To be closed before the database is. */
  readonly callLog: ApiCallLog;
  /** Lookups that go on when nobody waits any more; to be closed before the log is. */
  readonly lookups: Pick<SellerLookups, "close">;
  /** What places say today; `null` where nobody is set up who can be asked. */
  readonly livePlaces: LivePlaces | null;
  /** Whole cities of the map, for imports. */
  readonly maps: MapVendor | null;
  /** Where addresses are: in turn with all other processes, and remembered. */
  readonly geocoding: GeocodingVendor | null;
  /** Whose accounts travellers may link; `null` where none is set up. */
  readonly inspiration: InspirationVendor | null;
  /** What tokens of linked accounts are sealed with; `null` without a key. */
  readonly sealer: Sealer | null;
  /** Costs nothing to speak of; the same traveller gets the same one while it is kept. */
  forUser(userId: string): UserApplication;
}

/** Everything a command needs to act for the local user. */
export interface Application extends UserApplication {
  readonly database: ConnectedDatabase;
  readonly runtime: Runtime;
  close(): Promise<void>;
}

export interface ComposeOptions {
  onProgress: ProgressListener;
  /** For commands that watch; the others do without. */
  metrics?: Pick<Metrics, "observer" | "onLookup" | "onVendorCall"> | undefined;
}

/** Travellers whose stores are kept: they hold no rows, so that this bounds some megabytes. */
const USERS_KEPT = 1_000;

export async function compose(config: Config, clock: Clock, options: ComposeOptions): Promise<Application> {
  const { onProgress, metrics } = options;
  const { databaseUrl, databaseReadUrl, poolSize, home, cacheDir } = config;
  const connected = await connectDatabase({ databaseUrl, databaseReadUrl, poolSize, home, cacheDir, onProgress });
  const observed = metrics ? observeDatabase(connected, metrics.observer) : connected;
  const telemetry = await startTelemetry(config.telemetry, secretsIn(config.vendors));
  const database = telemetry ? traceDatabase(observed) : observed;
  let runtime: Runtime | null = null;
  const close = async (): Promise<void> => {
    await runtime?.lookups.close();
    await runtime?.callLog.close();
    await database.close();
    await telemetry?.stop();
  };
  try {
    await migrate(database.migrations, { direction: "up", onProgress });
    await seedCatalogue(database, { onProgress, embedder: createLocalEmbedder() });
    runtime = await createRuntime(database, {
      ...{ config, clock, schema: database.migrations.schema },
      onLookup: metrics?.onLookup,
      onVendorCall: metrics?.onVendorCall,
    });
    const local = runtime.forUser(runtime.localUserId);
    await local.recorder.sweepAbandonedRuns();
    return { ...local, runtime, database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Without a description, its answers are kept for as long as such answers hold. */
type ComposedVendor = Pick<OpenedVendor, "ports"> & Partial<OpenedVendor>;

export interface RuntimeOptions {
  /** Those that the configuration opens, unless given. */
  vendors?: readonly ComposedVendor[] | undefined;
  config: Config;
  clock: Clock;
  schema?: string | undefined;
  onLookup?: Metrics["onLookup"] | undefined;
  onVendorCall?: Metrics["onVendorCall"] | undefined;
}

function portsOf<Port extends keyof VendorPorts>(
  vendors: readonly ComposedVendor[],
  port: Port,
): NonNullable<VendorPorts[Port]>[] {
  return vendors.flatMap(({ ports }) => ports[port] ?? []);
}

/** What of a tour's price and link may be kept, and where it is only a test. */
function toursOf(vendors: NonNullable<RuntimeOptions["vendors"]>): TourSource[] {
  return vendors.flatMap(({ ports, descriptor, basis }) => {
    const { contentSeconds = 0, priceSeconds = 0 } = descriptor?.terms ?? {};
    const keptSeconds = Math.min(contentSeconds, priceSeconds);
    return ports.tours ? [{ vendor: ports.tours, keptSeconds, isSandbox: basis === "sandbox" }] : [];
  });
}

function surroundingsAttributions(vendors: readonly ComposedVendor[]): string[] {
  const lines = vendors.flatMap(({ ports, descriptor }) => {
    const text = descriptor?.attribution?.text;
    if (text === undefined) return [];
    return ports.travelTimes ? [`travel times ${text}`] : ports.weather ? [text] : [];
  });
  return [...new Set(lines)];
}

/** Plain ones where none are opened. */
function linksOf(vendors: readonly Pick<OpenedVendor, "ports">[]): readonly LinkVendor[] {
  const opened = portsOf(vendors, "links");
  return opened.length > 0 ? opened : PLAIN_SITES;
}

/** On a database that is up to date already. */
export async function createRuntime(database: Database, options: RuntimeOptions): Promise<Runtime> {
  const { config, clock, schema, onLookup } = options;
  const { now } = clock;
  const catalogue = createCatalogueStore(database, { embedders: chooseEmbedders(config.model) });
  const airportZone = createAirportZone((iataCode) => catalogue.findAirport(iataCode));
  const callLog = createApiCallLog(database);
  const calls = { ledger: createCallLedger(database), log: callLog, onCall: options.onVendorCall };
  const opening = { ...config.vendors, vendors: VENDORS, calls, now, newId: randomUUID, airportZone };
  const { vendors = openVendors(opening) } = options;
  const priceSeconds = new Map(
    vendors.flatMap(({ descriptor }) => (descriptor ? [[descriptor.name, descriptor.terms.priceSeconds]] : [])),
  );
  const links = linksOf(vendors);
  const offersFor = createOfferSearches({
    catalogue,
    flights: portsOf(vendors, "flights"),
    stays: portsOf(vendors, "stays"),
    links,
    flightCache: createFlightSearchCache({ db: database, now }),
    stayCache: createStaySearchCache({ db: database, now }),
    claims: createSearchClaims({ db: database }),
    ...{ newId: randomUUID, onLookup },
    priceSecondsOf: (provider) => priceSeconds.get(provider) ?? Number.POSITIVE_INFINITY,
  });
  const weather = portsOf(vendors, "weather");
  const travelTimes = portsOf(vendors, "travelTimes");
  const attributions = surroundingsAttributions(vendors);
  const surroundingsOf =
    weather.length + travelTimes.length > 0 ? createSurroundings({ weather, travelTimes, attributions }) : undefined;
  const scheduler = createScheduler({ ...DEFAULT_BUDGET, steps: config.schedulerSteps ?? DEFAULT_BUDGET.steps });
  const lookups = createSellerLookups();
  const shared = { clock, catalogue, scheduler, holidays: createHolidayCalendar() };
  const forUser = (userId: string): UserApplication => {
    const own = { db: database, userId, newId: randomUUID };
    return {
      userId,
      toolContext: {
        ...{ ...shared, trips: createTripStore(own), feedback: createFeedbackStore(own) },
        offers: offersFor(userId),
        hiddenFromModels: HIDDEN_FROM_MODELS,
        surroundings: surroundingsOf?.(userId),
        bookingLinks: createBookingLinks({
          ...{ store: createBookingLinkStore({ db: database, userId }), catalogue, now, userId },
          ...{ tours: toursOf(vendors), links, lookups },
        }),
      },
      recorder: createRunRecorder({ db: database, userId, workerId: ownWorkerId(), now, isWorkerAlive }),
      sharing: createTripSharing({ db: database, userId }),
      usage: createUsageStore({ db: database, userId }),
    };
  };
  const localUserId = await ensureLocalUser(database);
  const models = createModelPool(config, () => clock.today());
  const [places] = portsOf(vendors, "places");
  const [maps = null] = portsOf(vendors, "maps");
  const [geocoder] = portsOf(vendors, "geocoding");
  const [inspiration = null] = portsOf(vendors, "inspiration");
  return {
    ...{ config, clock, database, schema, localUserId, models, callLog, lookups, maps, inspiration },
    livePlaces: places ? createLivePlaces(places, database) : null,
    geocoding: geocoder ? createGeocoding(geocoder, { db: database, now }) : null,
    sealer: sealerFor(config.secretKeys),
    forUser: boundedCache(forUser, USERS_KEPT),
  };
}
