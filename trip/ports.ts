/**
 * The seams. Each port is the whole of what one side knows of the other: `db/` and `providers/`
 * implement them, `server/compose.ts` puts them together once, `tools/` and `agents/` use nothing
 * else. Everything that acts for somebody is already bound to that user when it gets here: no
 * method takes a user id, so that no model can name one.
 */
import type { KeptLink, PlanLinks } from "./booking-link.ts";
import type { Airport, City, Country, ExchangeRate } from "./catalogue.ts";
import type { Category } from "./categories.ts";
import type { Itinerary, ItineraryDraft } from "./itinerary.ts";
import type { FlightOffer, FlightQuery, SearchLink, SearchOutcome, StayOffer, StayQuery } from "./offer.ts";
import type { Taste } from "./offers/taste.ts";
import type { AccessibilityNeed, Coordinates, Diet, Place, PlaceType } from "./place.ts";
import type { PlaceDetails } from "./place-details.ts";
import type { Conflict } from "./schedule/conflicts/find-conflict.ts";
import type { Plan } from "./schedule/plan.ts";
import type { Problem } from "./schedule/problem.ts";
import type { Solution } from "./schedule/solution.ts";
import type { PublicTrip, SharedTrip } from "./shared-trip.ts";
import type { Trip } from "./trip.ts";
import type { VendorFailure } from "./vendor-ports.ts";
import type { Verdict } from "./verdict.ts";

export * from "./mcp-ports.ts";
export * from "./run-ports.ts";
export * from "./surroundings.ts";
export * from "./vendor-ports.ts";

/** The only source of now. `today` may be fixed (`--today`, `TRIPWRIGHT_TODAY`). */
export interface Clock {
  now(): Date;
  /** Today's calendar date where the traveller is. */
  today(): string;
}

export interface CitySearch {
  /** Name as typed: any spelling, script or alias. */
  text?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  countryCode?: string | undefined;
  near?: Coordinates | undefined;
  radiusMeters?: number | undefined;
  /** Only cities with places in the catalogue. */
  coveredOnly?: boolean | undefined;
  limit: number;
}

/** How the city was found: by its name, another name of it, a similar spelling, the country named alone, or by distance. */
export type CityMatch = "exact" | "alias" | "prefix" | "fuzzy" | "country" | "near";
export interface CityHit extends City {
  match: CityMatch;
  /** 0–1, comparable within one answer. */
  score: number;
  distanceMeters: number | null;
}

export interface PlaceSearch {
  cityId?: string | undefined;
  near?: Coordinates | undefined;
  radiusMeters?: number | undefined;
  text?: string | undefined;
  categories?: readonly Category[] | undefined;
  types?: readonly PlaceType[] | undefined;
  kind?: "attraction" | "eatery" | undefined;
  /** Keeps places open at some time of that date, and places whose hours are unknown. */
  openOn?: string | undefined;
  /** Highest adult admission in minor units of the city's currency; unknown prices are kept out. */
  maxAdmissionMinor?: number | undefined;
  accessibility?: readonly AccessibilityNeed[] | undefined;
  diets?: readonly Diet[] | undefined;
  offbeatOnly?: boolean | undefined;
  limit: number;
  offset?: number | undefined;
}
/**
 * How a place answers the words of a search: by its name or a part of it (slips forgiven), by words said about
 * it, or only by what the words mean. Never take a place found by meaning for one that was named.
 */
export type PlaceMatch = "name" | "words" | "meaning";
export interface PlaceHit extends Place {
  distanceMeters: number | null;
  /** Only where words were searched for. */
  match?: PlaceMatch | undefined;
}
export interface PlaceSearchResult {
  places: PlaceHit[];
  total: number;
  /** Searching by meaning was wanted, and could not be had. */
  isMeaningMissing?: boolean | undefined;
}

/** Texts as points: what means the same lies close together. Vectors of two models are never compared. */
export interface Embedder {
  /** Stored with every vector; another method or version has another name. */
  readonly model: string;
  readonly dimensions: 256;
  /** The cosine from which on two texts of this model have something to do with each other. */
  readonly nearEnough: number;
  /** One vector of length 1 a text, in their order. Throws `provider_unavailable`. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<number[][]>;
}

export interface CatalogueStore {
  searchCities(query: CitySearch): Promise<CityHit[]>;
  /** Throws `city_not_found`. */
  getCity(cityId: string): Promise<City>;
  /** `total` is how many there are; without words it is counted up to 200, which then means "at least". */
  searchPlaces(query: PlaceSearch): Promise<PlaceSearchResult>;
  /** Every place of a city, best known first; at most `limit`. */
  listPlaces(cityId: string, limit: number): Promise<Place[]>;
  getPlaces(placeIds: readonly string[]): Promise<Place[]>;
  /** The same places with sources, quality, reviews and links; `now` decides what is stale. */
  getPlaceDetails(placeIds: readonly string[], now: Date): Promise<PlaceDetails[]>;
  /** Names of a city's quarters. */
  listAreas(cityId: string): Promise<string[]>;
  findCountry(countryCode: string): Promise<Country | null>;
  findAirport(iataCode: string): Promise<Airport | null>;
  listAirportsNear(location: Coordinates, limit: number): Promise<Airport[]>;
  findExchangeRate(currency: string): Promise<ExchangeRate | null>;
}

/** Which days are public holidays where. */
export interface HolidayCalendar {
  /**
   * Date → name in English, for a year. `subdivision` is a region's name as cities have it ("Bavaria"); one that has
   * no holidays of its own counts as the country. `null` where the country's are not known.
   */
  publicHolidays(
    countryCode: string,
    subdivision: string | null,
    year: number,
  ): Promise<ReadonlyMap<string, string> | null>;
}

export interface TripSummary {
  id: string;
  title: string;
  startDate: string;
  endDate: string;
  travelers: number;
  cities: string[];
  status: string;
  itineraryVersions: number;
  /** Verdict of the selected itinerary; `null` when none is selected. */
  isPlanOk: boolean | null;
}

export interface NewItinerary {
  tripId: string;
  draft: ItineraryDraft;
  verdict: Verdict;
  parentId: string | null;
  generatedBy: "ai" | "manual" | "hybrid";
  aiModelVersion: string | null;
  runId: string | null;
  /** Makes it the trip's plan at once; otherwise it stays a proposal. */
  select: boolean;
  /**
   * The trip that the version is for, where it is not the one stored: more days, another city. Selecting the version
   * makes it so. The stored one unless given.
   */
  trip?: Trip | undefined;
  /** The stays and flights chosen with it; those chosen now unless given. */
  chosen?: ChosenOffers | undefined;
  /**
   * The version that must still be selected when this one is written: otherwise `version_conflict`, and nothing is
   * written. Not looked at unless given.
   */
  expectedVersion?: number | null | undefined;
}

/** By the ids of the trip's own rows. */
export interface ChosenOffers {
  stayIds: readonly string[];
  flightIds: readonly string[];
}

export interface StoredItinerary {
  itinerary: Itinerary;
  verdict: Verdict;
  runId: string | null;
  /** The trip as this version is for. */
  trip: Trip;
}

/** One version in a list, newest first. */
export interface VersionSummary {
  id: string;
  version: number;
  parentVersion: number | null;
  isSelected: boolean;
  isOk: boolean;
  generatedBy: "ai" | "manual" | "hybrid";
  createdAt: string;
}

export interface TripStore {
  createTrip(trip: Omit<Trip, "id">): Promise<Trip>;
  /** Throws `trip_not_found`, also for another user's trip. */
  getTrip(tripId: string): Promise<Trip>;
  /** Newest first, from that position on. */
  listTrips(limit: number, offset?: number): Promise<TripSummary[]>;
  /** One transaction: version, days, items, counts, and the selection when asked for. */
  saveItinerary(itinerary: NewItinerary): Promise<StoredItinerary>;
  /** The selected version, else the newest, else `null`; a version when named (throws `itinerary_not_found`). */
  findItinerary(tripId: string, version?: number): Promise<StoredItinerary | null>;
  /** Newest first. Throws `trip_not_found`. */
  listVersions(tripId: string): Promise<VersionSummary[]>;
  /**
   * Throws `itinerary_not_found`; the others of the trip are deselected in the same transaction, and the trip, its
   * stays and its flights become those that the version was made for. With `expectedVersion`, throws
   * `version_conflict` when another one is selected by now.
   */
  selectItinerary(tripId: string, version: number, options?: { expectedVersion?: number | null }): Promise<void>;
  /** For a trip without a plan; with one, changes come as a version. Throws `trip_not_found`. */
  updateTrip(trip: Trip): Promise<Trip>;
  /** Everything of it: plans, offers, feedback. Throws `trip_not_found`. */
  deleteTrip(tripId: string): Promise<void>;
  /** Chosen ones alone, now or with that version: what was replaced is kept and not listed. */
  listFlights(tripId: string, version?: number): Promise<FlightOffer[]>;
  listStays(tripId: string, version?: number): Promise<StayOffer[]>;
  /** Rows for offers that a version is about to choose; not chosen yet. */
  addOffers(
    tripId: string,
    offers: { stays: readonly StayOffer[]; flights: readonly FlightOffer[] },
  ): Promise<ChosenOffers>;
}

/** The owner's side of a shared link. */
export interface TripSharing {
  /**
   * A link's secret, told this once: only its hash is kept. A link made before no longer works. A public trip is
   * also listed, and read without the link. Throws `trip_not_found`.
   */
  shareTrip(tripId: string, options: { isPublic: boolean }): Promise<{ shareToken: string }>;
  /** No link opens it and no list shows it any more. Throws `trip_not_found`. */
  stopSharing(tripId: string): Promise<void>;
}

/** The stranger's side; somebody who is signed in is a stranger here too. */
export interface SharedTripReader {
  /** `null` for a token that opens nothing (any more), or is none. */
  findSharedTrip(shareToken: string): Promise<SharedTrip | null>;
  findPublicTrip(tripId: string): Promise<SharedTrip | null>;
  /** The soonest first. */
  listPublicTrips(limit: number): Promise<PublicTrip[]>;
}

export interface Feedback {
  tripId: string;
  itineraryId: string | null;
  type: "rating" | "correction" | "suggestion";
  rating: number | null;
  text: string | null;
  ratedItemType: "trip" | "itinerary" | "day" | "item" | null;
  ratedItemId: string | null;
  /** A day is named by its number in the itinerary; `ratedItemId` is then `null`. */
  ratedDayNumber: number | null;
}
export interface FeedbackStore {
  /** Joined in the database to the run, model and verdict of the itinerary it is about. */
  recordFeedback(feedback: Feedback): Promise<{ id: string }>;
}

/** How a search is ended, and the run it is made for; a tool's context is one. */
export interface SearchScope {
  readonly signal: AbortSignal;
  readonly run?: { readonly id: string } | null | undefined;
  /** How the travellers travel, where it is known: decides what stands first. */
  readonly taste?: Taste | undefined;
}

/** Flights and stays as the tools see them: every vendor, the cache, estimates and links behind one call. */
export interface OfferSearch {
  searchFlights(query: FlightQuery, scope: SearchScope): Promise<SearchOutcome<FlightOffer>>;
  searchStays(query: StayQuery, scope: SearchScope): Promise<SearchOutcome<StayOffer>>;
  /** The searches of that route, or of that city, that have lately been answered with that offer; nobody is asked. */
  flightQueriesWith(like: FlightQuery, sold: { provider: string; offerId: string }): Promise<FlightQuery[]>;
  stayQueriesWith(like: StayQuery, sold: { provider: string; offerId: string }): Promise<StayQuery[]>;
  /** Where a traveller can look for themselves: nobody is asked. */
  flightLinks(query: FlightQuery): Promise<SearchLink[]>;
  stayLinks(query: StayQuery): Promise<SearchLink[]>;
  /** Names of all that prices can come from: the vendors that are set up. */
  readonly providers: ReadonlySet<string>;
}

/**
 * Where a plan's beds, flights and places can be booked: kept, and looked up where it is missing or has run out. Asking
 * takes a moment at most; what is not there by then is there the next time. Nothing here fails a plan.
 */
export interface BookingLinks {
  linksFor(plan: { trip: Trip; places: readonly Place[] }): Promise<PlanLinks>;
}

export interface BookingLinkStore {
  /** What has not run out. */
  find(on: { tripId: string; placeIds: readonly string[] }, now: Date): Promise<KeptLink[]>;
  /** In place of what was kept of the same seller; places that are gone are passed over. */
  keep(links: readonly KeptLink[]): Promise<void>;
  /** Of the trip, all but these sellers'. */
  dropOthers(tripId: string, providers: readonly string[]): Promise<void>;
}

/** One vendor's answer to a search, as it was kept. No offers are an answer too. */
export interface KeptAnswer<Offer> {
  readonly offers: Offer[];
  readonly cachedAt: string;
}

/** What vendors answered, each by itself, for all processes. What is kept but does not answer the query is not there. */
export interface SearchCache<Query, Offer> {
  /** Names the question to that vendor, however it is spelled. */
  keyOf(query: Query, provider: string): string;
  /** By vendor, those that hold; each is counted as a hit. */
  find(query: Query, providers: readonly string[]): Promise<ReadonlyMap<string, KeptAnswer<Offer>>>;
  /** Those that had their time and may still be shown, with their age, while their vendor fails: their prices have expired. */
  findStale(query: Query, providers: readonly string[]): Promise<ReadonlyMap<string, KeptAnswer<Offer>>>;
  /**
   * Searches of the same route or city whose answers hold and have that offer in them, the last seen first: whoever lists
   * an offer names it by no more than its vendor's id.
   */
  findQueries(like: Query, sold: { provider: string; offerId: string }): Promise<Query[]>;
  /** In place of what stood there; ends the claim under which it was fetched. */
  store(query: Query, answer: NewAnswer<Offer>): Promise<void>;
}

export interface NewAnswer<Offer> {
  readonly provider: string;
  readonly offers: readonly Offer[];
  /** How long the vendor's terms let its prices be kept. */
  readonly priceSeconds: number;
  readonly claimedBy?: string | undefined;
}

export type Claim =
  | { state: "ours" }
  | { state: "held" }
  | { state: "free" }
  | { state: "failed"; failure: VendorFailure };

/**
 * Which process asks a vendor just now. A claim that is not renewed is lost after seconds, and another process's to take.
 * A failure is told to whoever waited, and to whoever asks within moments.
 */
export interface SearchClaims {
  /** Takes it where it is free or lost; never `free`. */
  claim(key: string, claimedBy: string): Promise<Claim>;
  /** A look, for those who wait. */
  standing(key: string): Promise<Claim>;
  renew(key: string, claimedBy: string): Promise<void>;
  fail(key: string, claimedBy: string, failure: VendorFailure): Promise<void>;
  release(key: string, claimedBy: string): Promise<void>;
}

/** Runs the stepped search; owns deadline, threads and cancellation. */
export interface Scheduler {
  /** `start` is a plan to begin from, where there is one. */
  solve(problem: Problem, options: { signal: AbortSignal; start?: Plan | undefined }): Promise<Solution>;
  /** No plan is worth more than this. */
  bound(problem: Problem, options: { signal: AbortSignal }): Promise<number>;
  /** What was asked for and cannot be had together; `null` when it can. */
  findConflict(problem: Problem, options: { signal: AbortSignal }): Promise<Conflict | null>;
}

/** Where rows go that are too old for the database. An object is there whole or not at all. */
export interface Archive {
  /** The content is exactly so long and hashes to that (hexadecimal); anything else is refused. */
  put(
    name: string,
    content: AsyncIterable<Uint8Array>,
    proof: { byteSize: number; sha256: string },
    signal: AbortSignal,
  ): Promise<void>;
  /** Throws `archive_unavailable`, also when there is no such object. */
  get(name: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Names that begin so, sorted. */
  list(prefix: string): Promise<string[]>;
  /** Also what an interrupted `put` of that name left behind; an object that is not there is no error. */
  remove(name: string): Promise<void>;
  /** Where a person would look for it. */
  location(name: string): string;
}
