/**
 * Flights and stays behind one call: the cache, then every configured vendor at once, then, when
 * nobody offers anything, an interval estimate with links. A vendor that fails is left out; the others
 * still answer.
 */
import { partyAmount } from "../../trip/budget.ts";
import { daysBetween } from "../../trip/calendar.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { estimateFare, estimateLodging } from "../../trip/estimate.ts";
import { convert, convertEstimate, type Rates } from "../../trip/exchange.ts";
import { distanceMeters } from "../../trip/geo.ts";
import type { Estimate, Price } from "../../trip/money.ts";
import type { FlightOffer, FlightQuery, SearchLink, SearchOutcome, StayOffer, StayQuery } from "../../trip/offer.ts";
import type { CatalogueStore, FlightSearch, OfferSearch, SearchCache, StaySearch } from "../../trip/ports.ts";
import { flightLinks, stayLinks } from "../links/search-links.ts";

export interface OfferSources {
  catalogue: CatalogueStore;
  flights: readonly FlightSearch[];
  stays: readonly StaySearch[];
  flightCache: SearchCache<FlightQuery, FlightOffer>;
  stayCache: SearchCache<StayQuery, StayOffer>;
}

interface Searching<Query, Offer> {
  query: Query;
  cache: SearchCache<Query, Offer>;
  vendors: readonly (() => Promise<Offer[]>)[];
  links: SearchLink[];
  signal: AbortSignal;
  cheapestFirst(offers: Offer[]): Promise<Offer[]>;
  estimate(): Promise<Estimate | null>;
}

async function search<Query, Offer>(searching: Searching<Query, Offer>): Promise<SearchOutcome<Offer>> {
  const { query, cache, vendors, links, signal } = searching;
  if (vendors.length > 0) {
    const cached = await cache.find(query);
    if (cached) return { offers: cached.offers, estimate: null, links, cachedAt: cached.cachedAt };
    const answers = await Promise.allSettled(vendors.map((ask) => ask()));
    signal.throwIfAborted();
    const found = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (found.length > 0) {
      const offers = await searching.cheapestFirst(found);
      await cache.store(query, offers);
      return { offers, estimate: null, links, cachedAt: null };
    }
  }
  return { offers: [], estimate: await searching.estimate(), links, cachedAt: null };
}

async function ratesOf(currencies: readonly string[], catalogue: CatalogueStore): Promise<Rates> {
  const rates = await Promise.all([...new Set(currencies)].map((code) => catalogue.findExchangeRate(code)));
  return new Map(rates.flatMap((rate) => (rate ? [[rate.currency, rate] as const] : [])));
}

interface Party {
  currency: string;
  people: number;
  nights: number;
}

/** By what the whole party pays for all of it, so that a price a night does not beat a price a stay; unknown rates last. */
async function cheapestFirst<Offer extends { price: Price }>(
  offers: readonly Offer[],
  { currency, people, nights }: Party,
  catalogue: CatalogueStore,
): Promise<Offer[]> {
  const rates = await ratesOf([currency, ...offers.map(({ price }) => price.currency)], catalogue);
  const cost = ({ price }: Offer): number =>
    convert(partyAmount(price, people, nights), currency, rates)?.amountMinor ?? Number.MAX_SAFE_INTEGER;
  return offers.toSorted((a, b) => cost(a) - cost(b));
}

async function inCurrency(estimate: Estimate, currency: string, catalogue: CatalogueStore): Promise<Estimate> {
  const rates = await ratesOf([estimate.currency, currency], catalogue);
  return convertEstimate(estimate, currency, rates) ?? estimate;
}

async function flightEstimate(query: FlightQuery, catalogue: CatalogueStore): Promise<Estimate> {
  const [from, to] = await Promise.all([query.origin, query.destination].map((code) => catalogue.findAirport(code)));
  const unknown = from ? (to ? null : query.destination) : query.origin;
  if (!from || !to) {
    throw new TripwrightError(
      "invalid_input",
      `Expected the IATA code of an airport with scheduled flights, got "${unknown}".`,
      { iataCode: unknown },
    );
  }
  const oneWay = estimateFare("flight", distanceMeters(from.location, to.location), query.passengers);
  const ways = query.returnDate ? 2 : 1;
  const estimate = { ...oneWay, lowMinor: oneWay.lowMinor * ways, highMinor: oneWay.highMinor * ways };
  return inCurrency(estimate, query.currency, catalogue);
}

/** Reckoned at the mid-range indicator: nobody said how dearly the party travels. */
async function stayEstimate(
  query: StayQuery,
  countryCode: string,
  catalogue: CatalogueStore,
): Promise<Estimate | null> {
  const cost = (await catalogue.findCountry(countryCode))?.dailyCost;
  if (!cost) return null;
  const nights = daysBetween(query.checkInDate, query.checkOutDate);
  return inCurrency(
    estimateLodging({ cost, style: "mid_range", travelers: query.guests }, nights),
    query.currency,
    catalogue,
  );
}

function stayParty({ currency, guests, checkInDate, checkOutDate }: StayQuery): Party {
  return { currency, people: guests, nights: daysBetween(checkInDate, checkOutDate) };
}

export function createOfferSearch({ catalogue, flights, stays, flightCache, stayCache }: OfferSources): OfferSearch {
  return {
    searchFlights: (query, signal) =>
      search({
        query,
        cache: flightCache,
        vendors: flights.map((vendor) => () => vendor.searchFlights(query, signal)),
        links: flightLinks(query),
        signal,
        cheapestFirst: (found) =>
          cheapestFirst(found, { currency: query.currency, people: query.passengers, nights: 1 }, catalogue),
        estimate: () => flightEstimate(query, catalogue),
      }),
    searchStays: async (query, signal) => {
      const city = await catalogue.getCity(query.cityId);
      return search({
        query,
        cache: stayCache,
        vendors: stays.map((vendor) => () => vendor.searchStays(query, signal)),
        links: stayLinks(query, `${city.name}, ${city.countryName}`),
        signal,
        cheapestFirst: (found) => cheapestFirst(found, stayParty(query), catalogue),
        estimate: () => stayEstimate(query, city.countryCode, catalogue),
      });
    },
  };
}
