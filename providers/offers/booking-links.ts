/**
 * Where a plan can be booked, looked up when somebody first looks at it and again when it has run out: products of the
 * sellers that are set up, and searches at the sites that are linked to. Looking waits a moment for sellers and no longer;
 * one that has not answered by then is named, and what it says later is there at the next look.
 */
import { isSearchLabel, type KeptLink, mayNeedTicket, searchLabel, toBookable } from "../../trip/booking-link.ts";
import type { City } from "../../trip/catalogue.ts";
import type { Place } from "../../trip/place.ts";
import type { BookingLinkStore, BookingLinks, CatalogueStore } from "../../trip/ports.ts";
import type { Trip } from "../../trip/trip.ts";
import type { LinkVendor, VendorFailure } from "../../trip/vendor-ports.ts";
import { searchesOfPlace, searchesOfTrip } from "../links/kept-searches.ts";
import { type Asking, askSeller, currencyOf, type SellerLookup, type TourSource, wasAsked } from "./ask-seller.ts";
import { failuresWithin, type SellerLookups } from "./seller-lookups.ts";

export interface BookingLinkOptions {
  readonly store: BookingLinkStore;
  readonly catalogue: Pick<CatalogueStore, "getCity">;
  readonly tours: readonly TourSource[];
  readonly links: readonly LinkVendor[];
  /** Of the whole process: a lookup is anybody's who looks for the same. */
  readonly lookups: SellerLookups;
  readonly userId: string;
  now(): Date;
  /** How long a plan waits for sellers. */
  readonly deadlineMs?: number | undefined;
}

const DEADLINE_MS = 1_500;

interface SellerAnswer {
  readonly links: readonly KeptLink[];
  readonly failures: readonly VendorFailure[];
}

const keyOf = ({ on, provider }: KeptLink): string => `${on.type}/${on.id}/${provider}`;

async function citiesOf(
  trip: Trip,
  places: readonly Place[],
  catalogue: BookingLinkOptions["catalogue"],
): Promise<Map<string, City>> {
  const ids = new Set([...trip.destinations, ...places].map(({ cityId }) => cityId));
  const cities = await Promise.all([...ids].map((id) => catalogue.getCity(id)));
  return new Map(cities.map((city) => [city.id, city]));
}

/** Products first; of a seller whose product is known not the search as well. The order does not change with who looks. */
function shownOf(placeId: string, links: readonly KeptLink[]): KeptLink[] {
  const here = links.filter(({ on }) => on.type === "attraction" && on.id === placeId);
  const products = here.filter(({ provider }) => !isSearchLabel(provider));
  const sellers = new Set(products.map(({ provider }) => searchLabel(provider)));
  const searches = here.filter(({ provider }) => isSearchLabel(provider) && !sellers.has(provider));
  const byName = (a: KeptLink, b: KeptLink): number => (a.provider < b.provider ? -1 : 1);
  return [...products.sort(byName), ...searches.sort(byName)];
}

export function createBookingLinks(options: BookingLinkOptions): BookingLinks {
  const { store, catalogue, tours, links: sites, lookups, userId, now, deadlineMs = DEADLINE_MS } = options;

  /** What it found is kept however it ends, and before it counts as ended. */
  function lookUp(source: TourSource, asking: Asking, signal: AbortSignal): SellerLookup {
    const site = sites.find(({ provider }) => provider === source.vendor.provider);
    const { soFar, ended } = askSeller(source, asking, site, { signal, userId, runId: null });
    const isFleeting = source.keptSeconds === 0 || source.isSandbox;
    const mayBeKept = ({ provider }: KeptLink): boolean => !isFleeting || provider !== source.vendor.provider;
    // A link that could not be kept is looked up again; there is nobody left to tell.
    const keepFound = (): Promise<void> => store.keep(soFar().filter(mayBeKept)).catch(() => undefined);
    return { soFar, ended: ended.then((failures) => keepFound().then(() => failures)) };
  }

  async function askSellers(asking: Asking, kept: readonly KeptLink[]): Promise<SellerAnswer[]> {
    const currency = currencyOf(asking);
    const answers = tours.map(async (source): Promise<SellerAnswer> => {
      const places = asking.places.filter(({ id }) => !wasAsked(source, { id, currency }, kept));
      if (places.length === 0) return { links: [], failures: [] };
      const { provider } = source.vendor;
      const name = JSON.stringify([provider, currency, places.map(({ id }) => id).toSorted()]);
      const lookup = lookups.join(name, (signal) => lookUp(source, { ...asking, places }, signal));
      if (!lookup) return { links: [], failures: [{ provider, kind: "rate_limited", retryAfterSeconds: null }] };
      const failures = await failuresWithin(lookup, provider, deadlineMs);
      return { links: lookup.soFar(), failures };
    });
    return Promise.all(answers);
  }

  /** Searches that are not kept just so; what the trip no longer searches for goes. */
  async function keepSearches(
    { trip }: Asking,
    searches: readonly KeptLink[],
    kept: readonly KeptLink[],
  ): Promise<void> {
    const urls = new Map(kept.map((link) => [keyOf(link), link.url]));
    await store.keep(searches.filter((link) => urls.get(keyOf(link)) !== link.url));
    const ofTrip = searches.filter(({ on }) => on.type === "trip").map(({ provider }) => provider);
    const isGone = ({ on, provider }: KeptLink): boolean => on.type === "trip" && !ofTrip.includes(provider);
    if (kept.some(isGone)) await store.dropOthers(trip.id, ofTrip);
  }

  return {
    async linksFor({ trip, places }) {
      const placeIds = places.map(({ id }) => id);
      const at = now();
      const [kept, cities] = await Promise.all([
        store.find({ tripId: trip.id, placeIds }, at),
        citiesOf(trip, places, catalogue),
      ]);
      const asking = { trip, places, cities, now: at };
      const ofEach = places.filter(mayNeedTicket).flatMap((place) => searchesOfPlace(place, asking, sites));
      const searches = [...ofEach, ...searchesOfTrip(asking, sites)];
      // Before sellers are asked: that one was asked and has nothing is a search as well, and takes the place of this one.
      await keepSearches(asking, searches, kept);
      const answers = await askSellers(asking, kept);
      const answered = answers.flatMap(({ links }) => links);
      const all = [...new Map([...kept, ...searches, ...answered].map((link) => [keyOf(link), link])).values()];
      const ofPlaces = new Map(placeIds.map((id) => [id, shownOf(id, all).map(toBookable)]));
      return { ofPlaces, failures: answers.flatMap(({ failures }) => failures) };
    },
  };
}
