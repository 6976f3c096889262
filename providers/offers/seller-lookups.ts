/**
 * Lookups at sellers that outlive the look at a plan that began them: whoever looks waits a moment, the lookup goes on and
 * is kept when it ends. One place is looked up once at a time, however often somebody looks meanwhile.
 */
import type { VendorFailure } from "../../trip/vendor-ports.ts";
import type { SellerLookup } from "./ask-seller.ts";

/** Of one lookup: sellers are slow, and let themselves be asked once a second. */
const LOOKUP_MS = 20_000;
/** Of all travellers together; beyond, whoever looks is told that the seller is busy. */
const MOST_AT_ONCE = 16;

export interface SellerLookups {
  /** The one that is under way by that name, or a new one; `null` where too many are. */
  join(name: string, start: (signal: AbortSignal) => SellerLookup): SellerLookup | null;
  /** Ends all of them; what they found is kept by then. */
  close(): Promise<void>;
}

export function createSellerLookups({ lookupMs = LOOKUP_MS, mostAtOnce = MOST_AT_ONCE } = {}): SellerLookups {
  const closing = new AbortController();
  const underWay = new Map<string, SellerLookup>();
  return {
    join(name, start) {
      const other = underWay.get(name);
      if (other) return other;
      if (underWay.size >= mostAtOnce || closing.signal.aborted) return null;
      const lookup = start(AbortSignal.any([closing.signal, AbortSignal.timeout(lookupMs)]));
      underWay.set(name, lookup);
      const forget = (): unknown => underWay.delete(name);
      lookup.ended.then(forget, forget);
      return lookup;
    },
    async close() {
      closing.abort();
      await Promise.allSettled([...underWay.values()].map(({ ended }) => ended));
    },
  };
}

/** What the lookup ends with, or that it did not in time. */
export async function failuresWithin(
  { ended }: Pick<SellerLookup, "ended">,
  provider: string,
  waitMs: number,
): Promise<readonly VendorFailure[]> {
  const { promise: late, resolve } = Promise.withResolvers<VendorFailure[]>();
  const timer = setTimeout(() => resolve([{ provider, kind: "timeout", retryAfterSeconds: null }]), waitMs);
  return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
