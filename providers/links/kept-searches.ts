/** Searches as they are kept: with a trip for all that it needs, with a place for a ticket. Nobody is asked. */
import { type KeptLink, searchLabel } from "../../trip/booking-link.ts";
import type { City } from "../../trip/catalogue.ts";
import type { Place } from "../../trip/place.ts";
import type { Trip } from "../../trip/trip.ts";
import { searchesOf } from "../../trip/trip-searches.ts";
import type { LinkVendor, TourLinkQuery } from "../../trip/vendor-ports.ts";

/** Searches hold for good; a site that changes its addresses is followed within a month. */
const KEPT_MS = 30 * 86_400_000;
/** Of a place: more would say the same. */
const MOST_OF_A_PLACE = 2;

export interface SearchedTrip {
  readonly trip: Trip;
  readonly cities: ReadonlyMap<string, City>;
  readonly now: Date;
}

function kept(
  on: KeptLink["on"],
  { provider, affiliateCode }: LinkVendor,
  { url, where, date, now }: { url: string | undefined; where?: string; date?: string; now: Date },
): KeptLink[] {
  if (url === undefined) return [];
  const dates = { cachedAt: now.toISOString(), expiresAt: new Date(now.getTime() + KEPT_MS).toISOString() };
  return [{ on, provider: searchLabel(provider, where, date), url, priceFrom: null, affiliateCode, ...dates }];
}

/** Beds, flights and things to do, one link a site and a search. */
export function searchesOfTrip({ trip, cities, now }: SearchedTrip, sites: readonly LinkVendor[]): KeptLink[] {
  const { stays, flights, tours } = searchesOf(trip, cities);
  const on = { type: "trip", id: trip.id } as const;
  const nameOf = (cityId: string): string => cities.get(cityId)?.name ?? "";
  const placeOf = (cityId: string): string => `${nameOf(cityId)}, ${cities.get(cityId)?.countryName ?? ""}`;
  const found = sites.flatMap((site) => [
    ...flights.flatMap((query) => {
      const where = `${query.origin}–${query.destination}`;
      return kept(on, site, { url: site.flightLink?.(query), where, date: query.departureDate, now });
    }),
    ...stays.flatMap((query) => {
      const url = site.stayLink?.(query, placeOf(query.cityId));
      return kept(on, site, { url, where: nameOf(query.cityId), date: query.checkInDate, now });
    }),
    ...tours.flatMap((query) => {
      return kept(on, site, { url: site.tourLink?.(query), where: nameOf(query.cityId), date: query.from, now });
    }),
  ]);
  return [...new Map(found.map((link) => [link.provider, link])).values()];
}

/** What a place is looked for by: by whom and when is not in it, for everybody is shown the same. */
export function placeQuery({ name, cityId }: Place, cities: ReadonlyMap<string, City>): TourLinkQuery {
  return { text: `${name}, ${cities.get(cityId)?.name ?? ""}`, from: null, to: null };
}

/** Where somebody pays the operator first: it is the same search. */
export function searchesOfPlace(
  place: Place,
  { cities, now }: Pick<SearchedTrip, "cities" | "now">,
  sites: readonly LinkVendor[],
): KeptLink[] {
  const query = placeQuery(place, cities);
  const on = { type: "attraction", id: place.id } as const;
  return sites
    .toSorted((a, b) => Number(b.affiliateCode !== null) - Number(a.affiliateCode !== null))
    .flatMap((site) => kept(on, site, { url: site.tourLink?.(query), now }))
    .slice(0, MOST_OF_A_PLACE);
}
