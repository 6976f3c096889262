/**
 * Flights and stays behind one call: what vendors say, now or lately, arranged for the traveller; where nobody offers
 * anything, an interval estimate; and always links to look further. A vendor that fails is named; the others still answer.
 */
import { daysBetween } from "../../trip/calendar.ts";
import type { City } from "../../trip/catalogue.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { estimateFare, estimateLodging } from "../../trip/estimate.ts";
import { convertEstimate, type Rates } from "../../trip/exchange.ts";
import { distanceMeters } from "../../trip/geo.ts";
import type { Estimate } from "../../trip/money.ts";
import {
  type FlightOffer,
  type FlightQuery,
  flightOfferSchema,
  type SearchLink,
  type SearchOutcome,
  type StayOffer,
  type StayQuery,
  stayOfferSchema,
} from "../../trip/offer.ts";
import { arrangeFlights, arrangeStays, currenciesOf } from "../../trip/offers/arrange.ts";
import { isFlightAnswer, isStayAnswer } from "../../trip/offers/is-answer.ts";
import { plainFlight, plainStay } from "../../trip/offers/plain-offer.ts";
import type {
  CatalogueStore,
  FlightVendor,
  LinkVendor,
  OfferSearch,
  SearchCache,
  SearchClaims,
  SearchScope,
  StayVendor,
  VendorScope,
} from "../../trip/ports.ts";
import { flightLinks, PLAIN_SITES, stayLinks } from "../links/search-links.ts";
import { type Answers, createVendorAnswers, type LookupOutcome } from "./vendor-answers.ts";

export interface OfferSources {
  readonly catalogue: CatalogueStore;
  readonly flights: readonly FlightVendor[];
  readonly stays: readonly StayVendor[];
  /** Plain ones unless given. */
  readonly links?: readonly LinkVendor[] | undefined;
  readonly flightCache: SearchCache<FlightQuery, FlightOffer>;
  readonly stayCache: SearchCache<StayQuery, StayOffer>;
  readonly claims: SearchClaims;
  newId(): string;
  /** How long a vendor's terms let prices be kept; as long as such prices hold, unless given. */
  priceSecondsOf?(provider: string): number;
  readonly onLookup?: ((cache: "flights" | "stays", outcome: LookupOutcome) => void) | undefined;
}

/** One currency is converted to nothing else, so that nobody looks for its rate. */
async function ratesOf(currencies: readonly string[], catalogue: CatalogueStore): Promise<Rates> {
  const distinct = new Set(currencies);
  if (distinct.size < 2) return new Map();
  const rates = await Promise.all([...distinct].map((code) => catalogue.findExchangeRate(code)));
  return new Map(rates.flatMap((rate) => (rate ? [[rate.currency, rate] as const] : [])));
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

const placeWords = ({ name, countryName }: City): string => `${name}, ${countryName}`;

interface Found<Offer> {
  readonly answers: Answers<Offer>;
  readonly links: SearchLink[];
  arrange(offers: Offer[]): Promise<Offer[]>;
  estimate(): Promise<Estimate | null>;
}

async function outcomeOf<Offer>({ answers, links, arrange, estimate }: Found<Offer>): Promise<SearchOutcome<Offer>> {
  const { offers } = answers;
  if (offers.length > 0) return { ...answers, offers: await arrange(offers), estimate: null, links };
  return { ...answers, cachedAt: null, estimate: await estimate(), links };
}

/** One for a process; it answers for any traveller, whose calls vendors count. */
export function createOfferSearches(sources: OfferSources): (userId: string) => OfferSearch {
  const { catalogue, flights, stays, links = PLAIN_SITES, flightCache, stayCache, claims, newId, onLookup } = sources;
  const priceSecondsOf = sources.priceSecondsOf ?? (() => Number.POSITIVE_INFINITY);
  const flightAnswers = createVendorAnswers({
    ...{ cache: flightCache, claims, newId, schema: flightOfferSchema, isAnswer: isFlightAnswer, plain: plainFlight },
    onLookup: (outcome) => onLookup?.("flights", outcome),
  });
  const stayAnswers = createVendorAnswers({
    ...{ cache: stayCache, claims, newId, schema: stayOfferSchema, isAnswer: isStayAnswer, plain: plainStay },
    onLookup: (outcome) => onLookup?.("stays", outcome),
  });
  const providers = new Set([...flights, ...stays].map(({ provider }) => provider));
  return (userId) => {
    const scopeOf = (signal: AbortSignal, { run }: SearchScope): VendorScope => ({
      ...{ signal, userId, runId: run?.id ?? null },
    });
    return {
      flightLinks: async (query) => flightLinks(query, links),
      stayLinks: async (query) => stayLinks(query, placeWords(await catalogue.getCity(query.cityId)), links),
      flightQueriesWith: (like, sold) => flightCache.findQueries(like, sold),
      stayQueriesWith: (like, sold) => stayCache.findQueries(like, sold),
      providers,
      async searchFlights(query, scope) {
        const sellers = flights.map((vendor) => ({
          ...{ provider: vendor.provider, priceSeconds: priceSecondsOf(vendor.provider) },
          ask: (signal: AbortSignal) => vendor.searchFlights(query, scopeOf(signal, scope)),
        }));
        return outcomeOf({
          answers: await flightAnswers(query, sellers, scope.signal),
          links: flightLinks(query, links),
          arrange: async (offers) => {
            const rates = await ratesOf(currenciesOf(offers, query), catalogue);
            return arrangeFlights(offers, { query, rates, taste: scope.taste });
          },
          estimate: () => flightEstimate(query, catalogue),
        });
      },
      async searchStays(query, scope) {
        const city = await catalogue.getCity(query.cityId);
        const sellers = stays.map((vendor) => ({
          ...{ provider: vendor.provider, priceSeconds: priceSecondsOf(vendor.provider) },
          ask: (signal: AbortSignal) => vendor.searchStays(query, city, scopeOf(signal, scope)),
        }));
        return outcomeOf({
          answers: await stayAnswers(query, sellers, scope.signal),
          links: stayLinks(query, placeWords(city), links),
          arrange: async (offers) => {
            const rates = await ratesOf(currenciesOf(offers, query), catalogue);
            return arrangeStays(offers, { query, rates, taste: scope.taste });
          },
          estimate: () => stayEstimate(query, city.countryCode, catalogue),
        });
      },
    };
  };
}
