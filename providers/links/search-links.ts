/** The one source of links that search: every site that is linked to, asked for its own. */
import type { FlightQuery, SearchLink, StayQuery } from "../../trip/offer.ts";
import type { LinkVendor, TourLinkQuery } from "../../trip/vendor-ports.ts";
import { openLinks } from "./link-site.ts";
import { LINK_SITES } from "./sites.ts";

/** Without anybody's affiliate id. */
export const PLAIN_SITES: readonly LinkVendor[] = LINK_SITES.map((site) => openLinks(site, {}));

function linksOf(sites: readonly LinkVendor[], urlAt: (site: LinkVendor) => string | undefined): SearchLink[] {
  return sites.flatMap((site) => {
    const url = urlAt(site);
    return url === undefined ? [] : [{ provider: site.provider, url }];
  });
}

export function flightLinks(query: FlightQuery, sites: readonly LinkVendor[] = PLAIN_SITES): SearchLink[] {
  return linksOf(sites, (site) => site.flightLink?.(query));
}

/** `place` is a city with its country. */
export function stayLinks(query: StayQuery, place: string, sites: readonly LinkVendor[] = PLAIN_SITES): SearchLink[] {
  return linksOf(sites, (site) => site.stayLink?.(query, place));
}

export function tourLinks(query: TourLinkQuery, sites: readonly LinkVendor[] = PLAIN_SITES): SearchLink[] {
  return linksOf(sites, (site) => site.tourLink?.(query));
}
