/**
 * Notices when trips change, whichever process changed them: it asks the database for their stamps every moment, one
 * statement a traveller, while somebody watches and no longer. What a watch hears is bound to its identity: the trips
 * of others have no stamp for it, so their changes are nothing it could notice.
 */
import type { Identity } from "../trip/ports.ts";
import type { McpParts } from "./parts.ts";

export interface TripWatch {
  /** From then on no change is missed. Never rejects: while the database is away there is nothing to hear. */
  readonly ready: Promise<void>;
  stop(): void;
}

export interface TripWatcher {
  /** `onChange` is also told when a trip is gone. */
  watch(identity: Identity, tripIds: readonly string[], onChange: (tripId: string) => void): TripWatch;
  /** How many watches there are. */
  readonly size: number;
  close(): void;
}

interface Watched {
  identity: Identity;
  tripIds: readonly string[];
  onChange: (tripId: string) => void;
  /** As last seen; `null` until they were. */
  stamps: ReadonlyMap<string, string> | null;
  isReading: boolean;
}

const INTERVAL_MS = 1_500;
/** Between two tries while the database does not answer, at most. */
const LONGEST_MS = 30_000;

export function createTripWatcher(
  { actFor, onError }: Pick<McpParts, "actFor" | "onError">,
  { intervalMs = INTERVAL_MS }: { intervalMs?: number } = {},
): TripWatcher {
  const watches = new Set<Watched>();
  let timer: NodeJS.Timeout | null = null;
  let isLooking = false;
  let waitMs = intervalMs;

  /** Of watches of one traveller that nobody else is reading for. */
  async function look(group: readonly Watched[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    const tripIds = [...new Set(group.flatMap((watch) => watch.tripIds))];
    for (const watch of group) watch.isReading = true;
    try {
      const { changes } = await actFor(first.identity);
      const stamps = await changes.stampsOf(tripIds);
      for (const watch of group) compare(watch, stamps);
    } finally {
      for (const watch of group) watch.isReading = false;
    }
  }

  function compare(watch: Watched, stamps: ReadonlyMap<string, string>): void {
    const before = watch.stamps;
    watch.stamps = stamps;
    if (before === null) return;
    for (const tripId of watch.tripIds) {
      // A listener may stop its watch while it hears of the first of several.
      if (watches.has(watch) && before.get(tripId) !== stamps.get(tripId)) watch.onChange(tripId);
    }
  }

  async function lookAtAll(): Promise<void> {
    isLooking = true;
    const idle = [...watches].filter(({ isReading }) => !isReading);
    for (const group of Map.groupBy(idle, ({ identity }) => identity.userId).values()) {
      try {
        await look(group);
        waitMs = intervalMs;
      } catch (error) {
        waitMs = Math.min(2 * waitMs, LONGEST_MS);
        onError(error);
      }
    }
    isLooking = false;
    schedule();
  }

  function schedule(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (watches.size === 0 || isLooking) return;
    timer = setTimeout(() => void lookAtAll(), waitMs).unref();
  }

  return {
    watch: (identity, tripIds, onChange) => {
      const watch: Watched = { identity, tripIds, onChange, stamps: null, isReading: false };
      watches.add(watch);
      if (watches.size === 1) schedule();
      return {
        ready: tripIds.length === 0 ? Promise.resolve() : look([watch]).catch(onError),
        stop: () => {
          watches.delete(watch);
          if (watches.size === 0) schedule();
        },
      };
    },
    get size() {
      return watches.size;
    },
    close: () => {
      watches.clear();
      schedule();
    },
  };
}
