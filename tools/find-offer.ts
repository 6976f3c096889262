/**
 * An offer that a search returned, looked up again by its provider's own id. The search is the one that listed it, in its
 * own cabin, rooms and currency, as long as its answer is kept; else the one that the trip itself would make.
 */
import { TripwrightError } from "../trip/errors.ts";
import type { FlightOffer, FlightQuery, SearchOutcome, StayOffer, StayQuery } from "../trip/offer.ts";
import { isStay } from "../trip/offers/cost.ts";
import { isExpired } from "../trip/offers/expiry.ts";
import { failureWords } from "../trip/offers/failure-words.ts";
import { roomsFor } from "../trip/offers/rooms.ts";
import { MOST_SEATS } from "../trip/offers/seats.ts";
import { unsuitedFlight, unsuitedStay } from "../trip/offers/suits-trip.ts";
import type { Destination, Trip } from "../trip/trip.ts";
import { needsInput } from "./missing-facts.ts";
import type { ToolContext } from "./tool.ts";

/** As the caller names it; where the trip says the rest, the rest may be left out. */
export interface OfferNamed {
  kind: "stay" | "flight";
  provider: string;
  offerId: string;
  cityId?: string | undefined;
  origin?: string | undefined;
  destination?: string | undefined;
  departureDate?: string | undefined;
  returnDate?: string | undefined;
}

function destinationOf(trip: Trip, cityId: string | undefined): Destination {
  const found = cityId === undefined ? trip.destinations : trip.destinations.filter((one) => one.cityId === cityId);
  const [destination] = found;
  if (destination && (cityId !== undefined || found.length === 1)) return destination;
  const cities = trip.destinations.map(({ name, cityId: id }) => `${name} (${id})`).join(", ");
  const message = `Expected the cityId of one of the trip's cities: ${cities}.`;
  if (cityId !== undefined) throw new TripwrightError("invalid_input", message, { cityId });
  const choices = trip.destinations.map(({ name, cityId: value }) => ({ value, label: name }));
  throw needsInput(message, [{ field: "cityId", question: "In which city is the stay?", kind: "text", choices }]);
}

function stayQuery(named: OfferNamed, trip: Trip): StayQuery {
  const { cityId, arrivalDate, departureDate } = destinationOf(trip, named.cityId);
  const query = { cityId, checkInDate: arrivalDate, checkOutDate: departureDate, guests: trip.travelers };
  const currency = trip.budget?.currency ?? "EUR";
  return { ...query, rooms: roomsFor(trip.travelers), currency };
}

/** Nine seats are not twelve: their price would be counted as everybody's. */
function refuseGroup({ travelers }: Trip): void {
  if (travelers <= MOST_SEATS) return;
  throw new TripwrightError(
    "invalid_input",
    `Expected a party of at most ${MOST_SEATS} to choose a flight for: airlines sell no more seats at once, and this trip is of ${travelers}. Ask an airline for a group's fare, or plan a trip for each part of the party.`,
    { travelers },
  );
}

async function flightQuery(named: OfferNamed, trip: Trip, { catalogue }: ToolContext): Promise<FlightQuery> {
  refuseGroup(trip);
  const city = await catalogue.getCity(trip.destinations[0]?.cityId ?? "");
  const origin = named.origin ?? trip.origin?.iataCode;
  const destination = named.destination ?? city.iataCode;
  if (!origin || !destination) {
    throw needsInput(
      "Expected origin and destination of the flight as IATA codes: the trip does not say where it sets out from.",
      [
        { field: "origin", question: "From which airport (IATA code)?", kind: "text" as const, isThere: origin },
        {
          field: "destination",
          question: "To which airport (IATA code)?",
          kind: "text" as const,
          isThere: destination,
        },
      ].flatMap(({ isThere, ...fact }) => (isThere ? [] : [fact])),
    );
  }
  return {
    ...{ origin, destination, departureDate: named.departureDate ?? trip.startDate },
    ...{ returnDate: named.returnDate ?? null, passengers: trip.travelers, cabinClass: "economy" },
    currency: trip.budget?.currency ?? "EUR",
  };
}

type Found = SearchOutcome<StayOffer | FlightOffer>;

interface Searches {
  readonly asks: readonly (() => Promise<Found>)[];
  /** Of searches that the offer answered and that were for another party or other days. */
  readonly unsuited: readonly string[];
}

/** Those that suit the trip, and why the others do not. */
function sorted<Query>(kept: readonly Query[], whyNot: (query: Query) => string | null): [Query[], string[]] {
  return [kept.filter((query) => whyNot(query) === null), kept.flatMap((query) => whyNot(query) ?? [])];
}

async function staySearches(named: OfferNamed, trip: Trip, context: ToolContext): Promise<Searches> {
  const own = stayQuery(named, trip);
  const kept = await context.offers.stayQueriesWith(own, named);
  const [listed, unsuited] = sorted(kept, (query) => unsuitedStay(query, trip));
  return { asks: [...listed, own].map((query) => () => context.offers.searchStays(query, context)), unsuited };
}

/** Offers of one way or both are asked for by themselves; who names no way back may mean either. */
async function flightSearches(named: OfferNamed, trip: Trip, context: ToolContext): Promise<Searches> {
  const own = await flightQuery(named, trip, context);
  const kept = await context.offers.flightQueriesWith(own, named);
  const [listed, unsuited] = sorted(kept, (query) => unsuitedFlight(query, trip, named));
  const isOpen = named.returnDate === undefined && own.departureDate < trip.endDate;
  const queries = [...listed, own, ...(isOpen ? [{ ...own, returnDate: trip.endDate }] : [])];
  return { asks: queries.map((query) => () => context.offers.searchFlights(query, context)), unsuited };
}

const isNamed = (one: { provider: string; offerId: string }, { provider, offerId }: OfferNamed): boolean =>
  one.provider === provider && one.offerId === offerId;

/** Sold elsewhere the flight or house is the same, and nobody said on what terms. */
function elsewhere<Offer extends StayOffer | FlightOffer>(offer: Offer, named: OfferNamed): Offer[] {
  const other = offer.alsoAt?.find((one) => isNamed(one, named));
  if (!other) return [];
  const alsoAt = [
    { provider: offer.provider, offerId: offer.offerId, price: offer.price, link: offer.link },
    ...(offer.alsoAt ?? []).filter((one) => one !== other),
  ];
  const unsaid = isStay(offer)
    ? { isRefundable: null, freeCancellationUntil: null, dueAtProperty: null, roomName: null, board: null }
    : { isRefundable: null, bags: null, isSelfTransfer: null };
  return [{ ...offer, ...unsaid, ...other, alsoAt }];
}

/** A price of before, shown while its vendor does not answer, is nothing to choose by. */
function refuseOld(offer: StayOffer | FlightOffer, { isStale, failures }: Found, { clock }: ToolContext): void {
  const isSilent = failures.some(({ provider }) => provider === offer.provider);
  const isOver = isExpired(offer.price, { today: clock.today(), now: clock.now().toISOString() });
  if (!isOver && !(isStale && isSilent)) return;
  const why = isOver
    ? `The price of ${offer.provider} has run out (it was good until ${offer.price.expiresAt})`
    : `The price of ${offer.provider} is an old one, and ${failureWords(failures)}`;
  throw new TripwrightError("invalid_input", `${why}. Search again, and choose from what is found then.`, {
    ...{ provider: offer.provider, offerId: offer.offerId },
  });
}

/** Throws `invalid_input` where no provider has that offer (any more), or its price no longer holds. */
export async function findOffer(named: OfferNamed, trip: Trip, context: ToolContext): Promise<StayOffer | FlightOffer> {
  const search = named.kind === "stay" ? "search_hotels" : "search_flights";
  const { asks, unsuited } = await (named.kind === "stay" ? staySearches : flightSearches)(named, trip, context);
  for (const ask of asks) {
    const outcome = await ask();
    const [offer] = [
      ...outcome.offers.filter((one) => isNamed(one, named)),
      ...outcome.offers.flatMap((one) => elsewhere(one, named)),
    ];
    if (!offer) continue;
    refuseOld(offer, outcome, context);
    const { reason: _, ...chosen } = offer;
    return { ...chosen, status: "considering" };
  }
  const { provider, offerId } = named;
  if (unsuited[0]) {
    const message = `That offer answered a search for ${unsuited[0]}. Search again with ${search} for the trip's own dates and party, and choose from what is found then.`;
    throw new TripwrightError("invalid_input", message, { provider, offerId });
  }
  throw new TripwrightError(
    "invalid_input",
    `Expected an offer of ${named.provider} that ${search} returns for this trip's own dates, party and currency, got "${named.offerId}". Search again: offers expire.`,
    { provider: named.provider, offerId: named.offerId },
  );
}
