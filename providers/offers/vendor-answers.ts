/**
 * What all vendors of a kind say to one search: what is kept and holds, what is asked now, and, where a vendor fails, what
 * it last said, told as old. What a vendor answers is looked at before anybody sees it: an offer for another day or
 * another place is not an answer.
 */
import type { z } from "zod";
import type { SearchCache, SearchClaims } from "../../trip/ports.ts";
import type { VendorFailure } from "../../trip/vendor-ports.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { whileDatabaseIsAway } from "../kernel/without-database.ts";
import { createAskOnce, type Seller } from "./ask-once.ts";
import { fanOut } from "./fan-out.ts";

/** Of the whole search, whatever each vendor's own limits are. */
export const SEARCH_DEADLINE_MS = 12_000;

/** A vendor's answer was kept, came from somebody who was asking already, had to be asked for, or was old. */
export type LookupOutcome = "hit" | "waited" | "miss" | "stale";

export interface Answers<Offer> {
  readonly offers: Offer[];
  /** Of the oldest one; `null` when all were fetched now. */
  readonly cachedAt: string | null;
  readonly isStale: boolean;
  readonly failures: VendorFailure[];
}

export interface VendorAnswersOptions<Query, Offer> {
  readonly cache: SearchCache<Query, Offer>;
  readonly claims: SearchClaims;
  readonly schema: z.ZodType<Offer>;
  isAnswer(query: Query, offer: Offer): boolean;
  /** The same offer, its words harmless: before anybody keeps or reads it. */
  plain?(offer: Offer): Offer;
  newId(): string;
  readonly deadlineMs?: number | undefined;
  /** Told of each look for one vendor's answer. */
  readonly onLookup?: ((outcome: LookupOutcome) => void) | undefined;
}

export type VendorAnswers<Query, Offer> = (
  query: Query,
  sellers: readonly Seller<Offer>[],
  signal: AbortSignal,
) => Promise<Answers<Offer>>;

interface SoldOffer {
  readonly provider: string;
  readonly price: { readonly provider: string };
}

export function createVendorAnswers<Query, Offer extends SoldOffer>(
  options: VendorAnswersOptions<Query, Offer>,
): VendorAnswers<Query, Offer> {
  const { cache, deadlineMs = SEARCH_DEADLINE_MS, onLookup = () => undefined } = options;
  const askOnce = createAskOnce(options);
  return async (query, sellers, signal) => {
    const lasting = sellers.filter(({ priceSeconds }) => priceSeconds > 0).map(({ provider }) => provider);
    const kept = await cache.find(query, lasting).catch(nothingKept);
    const missing = sellers.filter(({ provider }) => !kept.has(provider));
    const ask = (seller: Seller<Offer>, stop: AbortSignal) =>
      askOnce(query, { ...seller, ask: (own) => askChecked(query, seller, own, options) }, stop);
    const { answers, failures } = await fanOut(missing, ask, { signal, deadlineMs });
    const stale = await cache
      .findStale(
        query,
        failures.map(({ provider }) => provider).filter((provider) => lasting.includes(provider)),
      )
      .catch(nothingKept);
    for (const { provider } of sellers) {
      const asked = answers.get(provider)?.isShared ? "waited" : "miss";
      onLookup(kept.has(provider) ? "hit" : stale.has(provider) ? "stale" : asked);
    }
    const all = sellers.flatMap(
      ({ provider }) => kept.get(provider) ?? answers.get(provider) ?? stale.get(provider) ?? [],
    );
    return {
      offers: all.flatMap(({ offers }) => offers),
      cachedAt: all.flatMap(({ cachedAt }) => cachedAt ?? []).toSorted()[0] ?? null,
      isStale: stale.size > 0,
      failures,
    };
  };
}

/** A database that does not answer is one that keeps nothing: the vendors are asked. */
const nothingKept = whileDatabaseIsAway((): ReadonlyMap<string, never> => new Map<string, never>());

/** Nothing that an adapter throws goes further than its vendor. */
async function askChecked<Query, Offer extends SoldOffer>(
  query: Query,
  { provider, ask }: Seller<Offer>,
  signal: AbortSignal,
  { schema, isAnswer, plain = (offer) => offer }: VendorAnswersOptions<Query, Offer>,
): Promise<Offer[]> {
  let found: Offer[];
  try {
    found = await ask(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof VendorError ? error : new VendorError(provider, "upstream", { cause: error });
  }
  const offers = found.flatMap((offer) => {
    const parsed = schema.safeParse(offer);
    const isOwn = parsed.success && parsed.data.provider === provider && parsed.data.price.provider === provider;
    return isOwn && isAnswer(query, parsed.data) ? [plain(parsed.data)] : [];
  });
  if (found.length > 0 && offers.length === 0) {
    throw new VendorError(provider, "schema", { detail: "answered another question" });
  }
  return offers;
}
