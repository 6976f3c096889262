/** What one seller of tours says about places, as links to keep; and that it was asked, where it has nothing. */
import { type KeptLink, searchLabel } from "../../trip/booking-link.ts";
import type { City } from "../../trip/catalogue.ts";
import type { Place } from "../../trip/place.ts";
import type { Trip } from "../../trip/trip.ts";
import type { LinkVendor, TourVendor, VendorFailure, VendorScope } from "../../trip/vendor-ports.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { placeQuery } from "../links/kept-searches.ts";
import { type FoundTours, lookUpTours } from "./look-up-tours.ts";

export interface TourSource {
  readonly vendor: TourVendor;
  /** As its terms allow; zero is that nothing of it is kept. */
  readonly keptSeconds: number;
  /** It tells what a sandbox made up, which is nobody's to book. */
  readonly isSandbox: boolean;
}

export interface Asking {
  readonly trip: Trip;
  readonly places: readonly Place[];
  readonly cities: ReadonlyMap<string, City>;
  readonly now: Date;
}

export interface SellerLookup {
  /** Also while it goes on. */
  soFar(): KeptLink[];
  /** Never rejects for what the seller does. */
  readonly ended: Promise<readonly VendorFailure[]>;
}

function failureOf(provider: string, error: unknown): VendorFailure {
  if (error instanceof VendorError) return error.toFailure();
  const isLate = error instanceof Error && error.name === "TimeoutError";
  return { provider, kind: isLate ? "timeout" : "upstream", retryAfterSeconds: null };
}

/** The work's result, or the signal's reason when that is sooner: also of whoever does not listen to the signal. */
function until<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", stop));
}

/** The seller's own search, kept no longer than an answer of its: `wasAsked` knows it again by that. */
function nothingOf(place: Place, source: TourSource, site: LinkVendor | undefined, asking: Asking): KeptLink[] {
  const url = site?.tourLink?.(placeQuery(place, asking.cities));
  if (!site || url === undefined) return [];
  const on = { type: "attraction", id: place.id } as const;
  const { affiliateCode } = site;
  return [
    { on, provider: searchLabel(site.provider), url, priceFrom: null, affiliateCode, ...keptFor(source, asking) },
  ];
}

function keptFor({ keptSeconds }: TourSource, { now }: Asking): Pick<KeptLink, "cachedAt" | "expiresAt"> {
  return { cachedAt: now.toISOString(), expiresAt: new Date(now.getTime() + keptSeconds * 1000).toISOString() };
}

export const currencyOf = ({ trip }: Pick<Asking, "trip">): string => trip.budget?.currency ?? "EUR";

/**
 * By a link that has not run out: to a product, or to a search that lives as short as one. A price in another currency
 * does not answer this trip; that there is no price, or nothing at all, does.
 */
export function wasAsked(
  { vendor, keptSeconds }: TourSource,
  { id: placeId, currency }: { readonly id: string; readonly currency: string },
  kept: readonly KeptLink[],
): boolean {
  return kept.some(({ on, provider, priceFrom, cachedAt, expiresAt }) => {
    if (on.type !== "attraction" || on.id !== placeId || expiresAt === null) return false;
    if (provider === vendor.provider) return priceFrom === null || priceFrom.currency === currency;
    const lives = Date.parse(expiresAt) - Date.parse(cachedAt);
    return provider === searchLabel(vendor.provider) && lives <= keptSeconds * 1000;
  });
}

function linksIn(found: FoundTours, source: TourSource, asking: Asking, site: LinkVendor | undefined): KeptLink[] {
  return asking.places.flatMap((place): KeptLink[] => {
    const tour = found.get(place.id);
    if (tour === undefined) return [];
    if (tour === null) return nothingOf(place, source, site, asking);
    const on = { type: "attraction", id: place.id } as const;
    // A row has no room for whom a price is: one for a whole party would be read as a person's.
    const priceFrom = tour.priceFrom?.per === "person" ? tour.priceFrom : null;
    const { provider, link: url, affiliateCode } = tour;
    return [{ on, provider, url, priceFrom, affiliateCode, ...keptFor(source, asking) }];
  });
}

export function askSeller(
  source: TourSource,
  asking: Asking,
  site: LinkVendor | undefined,
  scope: VendorScope,
): SellerLookup {
  const { vendor } = source;
  const { places, cities } = asking;
  const currency = currencyOf(asking);
  const found: FoundTours = new Map();
  const inCities = [...Map.groupBy(places, ({ cityId }) => cityId)].map(async ([cityId, inCity]) => {
    const city = cities.get(cityId);
    if (!city) return [];
    const work = lookUpTours(vendor, { city, places: inCity, currency }, found, scope);
    return until(scope.signal, work).then(
      () => [],
      (error: unknown) => [failureOf(vendor.provider, error)],
    );
  });
  const ended = Promise.all(inCities).then((failures) => failures.flat().slice(0, 1));
  return { soFar: () => linksIn(found, source, asking, site), ended };
}
