/**
 * Asks a vendor about our places, this minute, for one who waits. The vendor's id of a place is kept; everything else
 * goes to whoever asked and nowhere else: no table, no log, no model.
 */
import { createGooglePlaceIds } from "../db/stores/google-place-ids.ts";
import type { Database } from "../db/transaction.ts";
import { VendorError } from "../providers/kernel/vendor-error.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { LivePlace } from "../trip/live/live-place.ts";
import { isPlausiblySame } from "../trip/live/same-place.ts";
import { failureWords } from "../trip/offers/failure-words.ts";
import type { Place } from "../trip/place.ts";
import type { PlaceVendor, VendorFailure, VendorScope } from "../trip/vendor-ports.ts";

/** Of everything that is asked for one traveller at once. */
const DEADLINE_MS = 20_000;

/** A place as it is now, or that the vendor has no such place, or why it did not say. */
export type LiveAnswer =
  | { readonly kind: "told"; readonly live: LivePlace }
  | { readonly kind: "unknown" }
  | { readonly kind: "failed"; readonly failure: VendorFailure };

export interface LivePlaces {
  readonly provider: string;
  /** By our id. Throws the signal's reason, and nothing else that a vendor can do. */
  ask(places: readonly Place[], what: "hours" | "all", scope: VendorScope): Promise<Map<string, LiveAnswer>>;
}

const isGone = (error: unknown): boolean => error instanceof VendorError && error.kind === "not_found";

export function createLivePlaces(vendor: PlaceVendor, db: Database): LivePlaces {
  const ids = createGooglePlaceIds(db);

  /** `null` where the vendor knows it no longer. */
  async function detailsOf(id: string, what: "hours" | "all", scope: VendorScope): Promise<LivePlace | null> {
    try {
      return await vendor.details(id, what, scope);
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  async function lookUp(place: Place, what: "hours" | "all", scope: VendorScope): Promise<LivePlace | null> {
    const id = await vendor.findId(place, scope);
    const found = id === null ? null : await detailsOf(id, what, scope);
    if (found === null || !isPlausiblySame(place, found)) return null;
    await ids.keep(place.id, found.id);
    return found;
  }

  async function askOne(
    place: Place,
    known: string | undefined,
    what: "hours" | "all",
    scope: VendorScope,
  ): Promise<LiveAnswer> {
    const stored = known === undefined ? null : await detailsOf(known, what, scope);
    if (known !== undefined && stored?.id !== known) await ids.keep(place.id, stored?.id ?? null);
    const live = stored ?? (await lookUp(place, what, scope));
    return live ? { kind: "told", live } : { kind: "unknown" };
  }

  return {
    provider: vendor.provider,
    async ask(places, what, scope) {
      const known = await ids.find(places.map(({ id }) => id));
      const signal = AbortSignal.any([scope.signal, AbortSignal.timeout(DEADLINE_MS)]);
      const asked = await Promise.all(
        places.map(async (place) => {
          const answer = await askOne(place, known.get(place.id), what, { ...scope, signal }).catch(
            (error: unknown) => {
              scope.signal.throwIfAborted();
              return failed(vendor.provider, error, signal);
            },
          );
          return [place.id, answer] as const;
        }),
      );
      return new Map(asked);
    },
  };
}

function failed(provider: string, error: unknown, signal: AbortSignal): LiveAnswer {
  if (error instanceof VendorError) return { kind: "failed", failure: error.toFailure() };
  if (!signal.aborted) throw error;
  return { kind: "failed", failure: { provider, kind: "timeout", retryAfterSeconds: null } };
}

/** Throws `provider_not_configured`. */
export function needLivePlaces(livePlaces: LivePlaces | null): LivePlaces {
  if (livePlaces) return livePlaces;
  throw new TripwrightError(
    "provider_not_configured",
    "Expected somebody who can be asked what a place says today, and nobody is set up: set GOOGLE_PLACES_API_KEY. docs/providers.md says how to get a key.",
  );
}

/** Of one place, all that is known. Throws `provider_unavailable`, and `place_not_found` where the vendor has no such place. */
export async function tellLive(livePlaces: LivePlaces, place: Place, scope: VendorScope): Promise<LivePlace> {
  const { id, name } = place;
  const answer = (await livePlaces.ask([place], "all", scope)).get(id);
  if (answer?.kind === "told") return answer.live;
  const { provider } = livePlaces;
  if (answer?.kind === "failed") {
    throw new TripwrightError("provider_unavailable", `${failureWords([answer.failure])}.`, { ...answer.failure });
  }
  const message = `Expected a place that ${provider} knows, and it has none like ${name} there.`;
  throw new TripwrightError("place_not_found", message, { placeId: id });
}
