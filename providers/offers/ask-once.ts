/**
 * One vendor is asked one question once, however many processes want to know: the first takes a claim, asks and keeps the
 * answer; the others look again in growing steps until it is there. A failure is told to all who waited. A process that
 * is killed, or that nobody waits for any more, leaves the question to the next.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { KeptAnswer, SearchCache, SearchClaims } from "../../trip/ports.ts";
import { createSingleFlight } from "../kernel/single-flight.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { whileDatabaseIsAway } from "../kernel/without-database.ts";

const FIRST_STEP_MS = 20;
const LONGEST_STEP_MS = 100;
const STEP_GROWTH = 1.5;
const RENEWED_EVERY_MS = 2_000;

/** A vendor, and how to ask it on behalf of whoever searches. Throws `VendorError` or the signal's reason. */
export interface Seller<Offer> {
  readonly provider: string;
  /** 0: nothing of it may be kept, so that everybody asks for themselves. */
  readonly priceSeconds: number;
  ask(signal: AbortSignal): Promise<Offer[]>;
}

/** `cachedAt` is `null` where it was fetched for whoever asks. */
export interface SellerAnswer<Offer> {
  readonly offers: Offer[];
  readonly cachedAt: string | null;
  /** Somebody else was asking already. */
  readonly isShared: boolean;
}

export interface AskOnceOptions<Query, Offer> {
  readonly cache: SearchCache<Query, Offer>;
  readonly claims: SearchClaims;
  newId(): string;
}

export type AskOnce<Query, Offer> = (
  query: Query,
  seller: Seller<Offer>,
  signal: AbortSignal,
) => Promise<SellerAnswer<Offer>>;

/** The day of whoever asked first is used up: that is nobody else's failure. */
const isTheirsAlone = (error: unknown): boolean =>
  error instanceof VendorError && error.isHeld && error.kind === "quota";

export function createAskOnce<Query, Offer>(options: AskOnceOptions<Query, Offer>): AskOnce<Query, Offer> {
  const flights = createSingleFlight<SellerAnswer<Offer>>();
  return async (query, seller, signal) => {
    if (seller.priceSeconds <= 0) return { offers: await seller.ask(signal), cachedAt: null, isShared: false };
    const key = options.cache.keyOf(query, seller.provider);
    for (;;) {
      let isFirst = false;
      const ask = (stop: AbortSignal): Promise<SellerAnswer<Offer>> => {
        isFirst = true;
        return askAmongProcesses({ query, seller, key, signal: stop }, options);
      };
      try {
        const answer = await flights.join(key, ask, signal);
        return isFirst ? answer : { ...answer, isShared: true };
      } catch (error) {
        if (isFirst || !isTheirsAlone(error)) throw error;
      }
    }
  };
}

interface Asking<Query, Offer> {
  readonly query: Query;
  readonly seller: Seller<Offer>;
  readonly key: string;
  readonly signal: AbortSignal;
}

async function askAmongProcesses<Query, Offer>(
  asking: Asking<Query, Offer>,
  options: AskOnceOptions<Query, Offer>,
): Promise<SellerAnswer<Offer>> {
  const { query, seller, key, signal } = asking;
  const { cache, claims, newId } = options;
  const kept = async (): Promise<KeptAnswer<Offer> | undefined> =>
    (await cache.find(query, [seller.provider])).get(seller.provider);
  const claimedBy = newId();
  for (;;) {
    signal.throwIfAborted();
    const claim = await claims.claim(key, claimedBy).catch(unknown);
    if (claim === null) return { offers: await seller.ask(signal), cachedAt: null, isShared: false };
    if (claim.state === "failed") throw VendorError.told(claim.failure);
    if (claim.state === "ours") return askAsClaimer({ ...asking, claimedBy, kept }, options);
    await untilFree(key, claims, signal);
    const answer = await kept().catch(unknown);
    if (answer) return { ...answer, isShared: true };
  }
}

interface Claiming<Query, Offer> extends Asking<Query, Offer> {
  readonly claimedBy: string;
  kept(): Promise<KeptAnswer<Offer> | undefined>;
}

async function askAsClaimer<Query, Offer>(
  { query, seller, key, signal, claimedBy, kept }: Claiming<Query, Offer>,
  { cache, claims }: AskOnceOptions<Query, Offer>,
): Promise<SellerAnswer<Offer>> {
  const release = (): Promise<void> => claims.release(key, claimedBy);
  const renewal = setInterval(() => void claims.renew(key, claimedBy).catch(leaveToLease), RENEWED_EVERY_MS);
  try {
    // Another process may have had it, kept the answer and left between our look and our claim.
    const answer = await kept().catch(unknown);
    if (answer) {
      await release().catch(leaveToLease);
      return { ...answer, isShared: true };
    }
    const offers = await seller.ask(signal);
    const { provider, priceSeconds } = seller;
    await cache.store(query, { provider, offers, priceSeconds, claimedBy }).catch(release).catch(leaveToLease);
    return { offers, cachedAt: null, isShared: false };
  } catch (error) {
    // What our own limits held back says nothing of the vendor: the next one may ask.
    const isForAll = error instanceof VendorError && !error.isHeld && !signal.aborted;
    const end = isForAll ? claims.fail(key, claimedBy, error.toFailure()) : release();
    await end.catch(leaveToLease);
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

/** A database that does not answer now: the claim ends by itself. */
const leaveToLease = whileDatabaseIsAway((): void => undefined);
/** Neither is a search lost with it: it is made without being shared or kept. */
const unknown = whileDatabaseIsAway((): null => null);

/** Throws what the vendor was found to fail with. */
async function untilFree(key: string, claims: SearchClaims, signal: AbortSignal): Promise<void> {
  for (let step = FIRST_STEP_MS; ; step = Math.min(step * STEP_GROWTH, LONGEST_STEP_MS)) {
    // Those who wait do not all look at the same moment.
    await sleep(step * (0.75 + Math.random() / 2), undefined, { signal });
    const standing = await claims.standing(key).catch(unknown);
    if (standing === null) return;
    if (standing.state === "failed") throw VendorError.told(standing.failure);
    if (standing.state !== "held") return;
  }
}
