/** The trip that somebody names on the command line. */
import { TripwrightError } from "../trip/errors.ts";
import type { TripStore } from "../trip/ports.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHORTEST_PREFIX = 4;
const TRIPS_LOOKED_THROUGH = 1_000;

/** People copy the first characters of an id; they are enough while they name one trip. */
export async function resolveTrip(typed: string, trips: TripStore): Promise<string> {
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
