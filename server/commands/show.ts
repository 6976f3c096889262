/** `tripwright show`: a stored plan again, or written to files. */
import { TripwrightError } from "../../trip/errors.ts";
import type { TripStore } from "../../trip/ports.ts";
import { exportFiles, requireWritable } from "../export-files.ts";
import { loadPlan } from "../load-plan.ts";
import { printPlan } from "../print-plan.ts";
import { withSession } from "../session.ts";

export interface ShowOptions {
  version?: string;
  out?: string[];
  json?: boolean;
  today?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHORTEST_PREFIX = 4;
const TRIPS_LOOKED_THROUGH = 1_000;

/** People copy the first characters of an id; they are enough while they name one trip. */
async function resolveTrip(typed: string, trips: TripStore): Promise<string> {
  if (UUID.test(typed)) return typed.toLowerCase();
  const isPrefix = /^[0-9a-f-]+$/i.test(typed) && typed.length >= SHORTEST_PREFIX;
  const known = isPrefix ? await trips.listTrips(TRIPS_LOOKED_THROUGH) : [];
  const matches = known.filter(({ id }) => id.startsWith(typed.toLowerCase()));
  const [only] = matches;
  if (only && matches.length === 1) return only.id;
  const found = matches.length > 1 ? `which names ${matches.length} trips` : "which names none";
  throw new TripwrightError(
    "trip_not_found",
    `Expected the id of a trip, or its first ${SHORTEST_PREFIX} or more characters, got "${typed}", ${found}. List them with: npm run trips`,
    { trip: typed },
  );
}

function versionFrom(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const version = Number(typed);
  if (Number.isInteger(version) && version > 0) return version;
  throw new TripwrightError("invalid_input", `Expected --version as a whole number from 1 on, got "${typed}".`);
}

export async function showCommand(trip: string, options: ShowOptions): Promise<void> {
  const version = versionFrom(options.version);
  const files = options.out ?? [];
  await requireWritable(files);
  await withSession({ today: options.today }, async (session) => {
    const tripId = await resolveTrip(trip, session.toolContext.trips);
    const plan = await loadPlan(session, { tripId, version });
    const written = await exportFiles(plan, files, session.toolContext.catalogue);
    printPlan(plan, { ...options, config: session.config, written, answer: "" });
  });
}
