/**
 * Where an address is, from a server that many share: what was found is remembered in memory, by this
 * process, and a second passes between two questions of all processes together.
 */
import { setTimeout as delay } from "node:timers/promises";
import { takeTurn } from "../db/stores/vendor-turns.ts";
import type { Database } from "../db/transaction.ts";
import { VendorError } from "../providers/kernel/vendor-error.ts";
import type { GeocodedPlace, GeocodingVendor } from "../trip/vendor-ports.ts";

const EVERY_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;
/** How often whoever is not first looks whether that has changed; nobody is asked for it. */
const LOOK_MS = 20;
const MOST_REMEMBERED = 2_000;
const REMEMBERED_MS = 30 * 86_400_000;

interface Remembered {
  readonly places: GeocodedPlace[];
  readonly until: number;
}

export interface GeocodingOptions {
  readonly db: Database;
  now(): Date;
  readonly everyMs?: number | undefined;
  readonly longestWaitMs?: number | undefined;
}

type Query = Parameters<GeocodingVendor["geocode"]>[0];

/** A neighbourhood is preferred and never demanded: a hundredth of a degree makes no other question. */
function keyOf({ text, near, countryCode, limit }: Query): string {
  const spot = near && [near.lat.toFixed(2), near.lon.toFixed(2)];
  return JSON.stringify([text.normalize().trim().replace(/\s+/g, " ").toLowerCase(), spot, countryCode, limit]);
}

/**
 * One line in this process, whose first one takes turns with the other processes. Whoever leaves it is passed over.
 * Throws where it is too long, and the signal's reason.
 */
function createTurns(
  { db, everyMs = EVERY_MS, longestWaitMs = LONGEST_WAIT_MS }: GeocodingOptions,
  provider: string,
): (signal: AbortSignal) => Promise<void> {
  const line: object[] = [];
  const tooLong = (): VendorError => new VendorError(provider, "rate_limited", { retryAfterMs: longestWaitMs });
  return async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (line.length * everyMs > longestWaitMs) throw tooLong();
    const own = {};
    const until = performance.now() + longestWaitMs;
    line.push(own);
    try {
      for (;;) {
        const isFirst = line[0] === own;
        const waitMs = isFirst ? await takeTurn(db, { vendor: provider.toLowerCase(), everyMs }) : LOOK_MS;
        signal.throwIfAborted();
        if (waitMs === null) return;
        if (performance.now() + waitMs > until) throw tooLong();
        await delay(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    } finally {
      line.splice(line.indexOf(own), 1);
    }
  };
}

export function createGeocoding(vendor: GeocodingVendor, options: GeocodingOptions): GeocodingVendor {
  const { now } = options;
  const { provider } = vendor;
  const remembered = new Map<string, Remembered>();
  const inTurn = createTurns(options, vendor.provider);

  function remember(key: string, places: GeocodedPlace[]): void {
    remembered.delete(key);
    remembered.set(key, { places, until: now().getTime() + REMEMBERED_MS });
    for (const oldest of remembered.keys()) {
      if (remembered.size <= MOST_REMEMBERED) break;
      remembered.delete(oldest);
    }
  }

  return {
    provider,
    async geocode(query, scope) {
      const key = keyOf(query);
      const known = remembered.get(key);
      if (known && known.until > now().getTime()) return known.places;
      await inTurn(scope.signal);
      const places = await vendor.geocode(query, scope);
      remember(key, places);
      return places;
    },
  };
}
