/**
 * Weather and ways, from whichever vendors are set up: the best that is known of each day, and the first table of travel
 * times that comes back. Each question has a short deadline of its own, for a plan waits for it.
 */
import { CITY_MODES } from "../../trip/geo.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { Surroundings } from "../../trip/surroundings.ts";
import type { TravelMatrices } from "../../trip/travel-times.ts";
import type {
  DayWeather,
  TravelTimesVendor,
  VendorFailure,
  VendorScope,
  WeatherVendor,
} from "../../trip/vendor-ports.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { createAnswerCache } from "./answer-cache.ts";

export interface SurroundingsOptions {
  readonly weather: readonly WeatherVendor[];
  readonly travelTimes: readonly TravelTimesVendor[];
  readonly attributions?: readonly string[] | undefined;
  readonly deadlineMs?: number | undefined;
  /** For what is kept; milliseconds from whenever. */
  readonly now?: (() => number) | undefined;
}

/** A plan is made in a second or two: more than some seconds of waiting is not worth the weather. */
const DEADLINE_MS = 8_000;
/** Forecasts are made a few times a day. */
const WEATHER_KEPT_MS = 3_600_000;
const MOST_DAYS = 10_000;
/** As long as somebody is at one plan. Streets change more seldom, but a table is large. */
const TRAVEL_KEPT_MS = 15 * 60_000;
/** Minutes and metres count each: some tens of megabytes. */
const MOST_CELLS = 4_000_000;

type Seen = DayWeather & { provider: string };

function failureOf(provider: string, error: unknown, signal: AbortSignal | undefined): VendorFailure {
  signal?.throwIfAborted();
  if (error instanceof VendorError) return error.toFailure();
  const isLate = error instanceof Error && error.name === "TimeoutError";
  return { provider, kind: isLate ? "timeout" : "upstream", retryAfterSeconds: null };
}

/** A forecast is worth more than what was usual. */
function bestOfEach(days: readonly Seen[]): Seen[] {
  const ranked = days.toSorted((a, b) => Number(a.basis === "climate") - Number(b.basis === "climate"));
  const byDate = new Map<string, Seen>();
  for (const day of ranked) if (!byDate.has(day.date)) byDate.set(day.date, day);
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The same places make the same question, in whichever order a plan thinks of them. */
const inOrder = (points: readonly Coordinates[]): Coordinates[] =>
  points.toSorted((a, b) => a.lat - b.lat || a.lon - b.lon);

/** One a process: what is kept is the same for every traveller. */
export function createSurroundings(options: SurroundingsOptions): (userId: string) => Surroundings {
  const { weather, travelTimes, attributions = [], deadlineMs = DEADLINE_MS, now } = options;
  const days = createAnswerCache<DayWeather[]>({
    ...{ keptMs: WEATHER_KEPT_MS, mostWeight: MOST_DAYS, now },
    // That nothing is known takes room, too.
    weightOf: ({ length }) => length + 1,
  });
  const tables = createAnswerCache<TravelMatrices>({
    ...{ keptMs: TRAVEL_KEPT_MS, mostWeight: MOST_CELLS, now },
    weightOf: ({ points, matrices }) => (matrices.length * 2 * points.length + 1) * points.length + 1,
  });
  return (userId) => {
    const scopeOf = (signal: AbortSignal | undefined): VendorScope => {
      const deadline = AbortSignal.timeout(deadlineMs);
      return { signal: signal ? AbortSignal.any([signal, deadline]) : deadline, userId, runId: null };
    };
    return {
      attributions,
      async weather({ city, from, to, today, signal }) {
        const query = { location: city.location, timeZone: city.timezone, from, to, today };
        const failures: VendorFailure[] = [];
        const found = await Promise.all(
          weather.map(async (vendor) => {
            const { provider } = vendor;
            try {
              const known = await days.ask([provider, query], () => vendor.weather(query, scopeOf(signal)));
              return known.map((day) => ({ ...day, provider }));
            } catch (error) {
              failures.push(failureOf(provider, error, signal));
              return [];
            }
          }),
        );
        return { days: bestOfEach(found.flat()), failures };
      },

      async travelTimes(points, signal) {
        const failures: VendorFailure[] = [];
        for (const vendor of travelTimes) {
          const { provider } = vendor;
          const asked = inOrder(points.slice(0, vendor.maxPoints));
          try {
            const work = (): Promise<TravelMatrices> => vendor.travelTimes(asked, CITY_MODES, scopeOf(signal));
            return { matrices: await tables.ask([provider, CITY_MODES, asked], work), failures };
          } catch (error) {
            failures.push(failureOf(provider, error, signal));
          }
        }
        return { matrices: null, failures };
      },
    };
  };
}
