/**
 * The seams. Each port is the whole of what one side knows of the other: `db/` and `providers/`
 * implement them, `server/compose.ts` puts them together once, `tools/` and `agents/` use nothing
 * else. Everything that acts for somebody is already bound to that user when it gets here: no
 * method takes a user id, so that no model can name one.
 */
import type { Airport, City, Country, ExchangeRate } from "./catalogue.ts";
import type { Category } from "./categories.ts";
import type { CityMode } from "./geo.ts";
import type { Itinerary, ItineraryDraft } from "./itinerary.ts";
import type { FlightOffer, FlightQuery, SearchOutcome, StayOffer, StayQuery } from "./offer.ts";
import type { AccessibilityNeed, Coordinates, Diet, Place, PlaceType } from "./place.ts";
import type { PlaceDetails } from "./place-details.ts";
import type { RunSummary } from "./plan-document.ts";
import type { Conflict } from "./schedule/conflicts/find-conflict.ts";
import type { Plan } from "./schedule/plan.ts";
import type { Problem } from "./schedule/problem.ts";
import type { Solution } from "./schedule/solution.ts";
import type { PublicTrip, SharedTrip } from "./shared-trip.ts";
import type { TravelMatrices } from "./travel-times.ts";
import type { Trip } from "./trip.ts";
import type { Verdict } from "./verdict.ts";

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
}

export interface StoredItinerary {
  itinerary: Itinerary;
  verdict: Verdict;
  runId: string | null;
}

export interface TripStore {
  createTrip(trip: Omit<Trip, "id">): Promise<Trip>;
  /** Throws `trip_not_found`, also for another user's trip. */
  getTrip(tripId: string): Promise<Trip>;
  listTrips(limit: number): Promise<TripSummary[]>;
  /** One transaction: version, days, items, counts, and the selection when asked for. */
  saveItinerary(itinerary: NewItinerary): Promise<StoredItinerary>;
  /** The selected version, else the newest, else `null`; a version when named (throws `itinerary_not_found`). */
  findItinerary(tripId: string, version?: number): Promise<StoredItinerary | null>;
  /** Throws `itinerary_not_found`; the others of the trip are deselected in the same transaction. */
  selectItinerary(tripId: string, version: number): Promise<void>;
  listFlights(tripId: string): Promise<FlightOffer[]>;
  listStays(tripId: string): Promise<StayOffer[]>;
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

export interface TokenUsage {
  input: number;
  output: number;
  cached: number;
  reasoning: number;
}

export interface RunStart {
  input: Record<string, unknown>;
  modelVersion: string;
  promptHash: string;
}
export interface RunEnd {
  tripId: string | null;
  /** The version the service reported, where it differs from what was asked for. */
  modelVersion: string;
  result: Record<string, unknown>;
  tokens: TokenUsage;
  durationMs: number;
  toolCalls: number;
}
/** Writes `ai_planning_jobs`. A run holds a lease while its process lives. */
export interface RunRecorder {
  startRun(run: RunStart): Promise<{ id: string }>;
  /** Extends the lease; throws `cancelled` when the run is no longer ours. */
  heartbeat(runId: string): Promise<void>;
  completeRun(runId: string, end: RunEnd): Promise<void>;
  failRun(runId: string, end: RunEnd & { error: string }): Promise<void>;
  findRun(runId: string): Promise<RunSummary | null>;
  /** Marks runs as failed whose process is gone or whose lease has expired; returns how many. */
  sweepAbandonedRuns(): Promise<number>;
}

/** A vendor of flights. Throws `provider_unavailable`. */
export interface FlightSearch {
  readonly provider: string;
  searchFlights(query: FlightQuery, signal: AbortSignal): Promise<FlightOffer[]>;
}
/** A vendor of stays. Throws `provider_unavailable`. */
export interface StaySearch {
  readonly provider: string;
  searchStays(query: StayQuery, signal: AbortSignal): Promise<StayOffer[]>;
}

/** Flights and stays as the tools see them: every provider, the cache, estimates and links behind one call. */
export interface OfferSearch {
  searchFlights(query: FlightQuery, signal: AbortSignal): Promise<SearchOutcome<FlightOffer>>;
  searchStays(query: StayQuery, signal: AbortSignal): Promise<SearchOutcome<StayOffer>>;
}

/** One cache table. A hit is counted; an expired row is not a hit. */
export interface SearchCache<Query, Offer> {
  find(query: Query): Promise<{ offers: Offer[]; cachedAt: string } | null>;
  store(query: Query, offers: Offer[]): Promise<void>;
}

/** A vendor of travel times between points of one city. Throws `provider_unavailable`. */
export interface TravelTimes {
  readonly provider: string;
  travelTimes(points: readonly Coordinates[], modes: readonly CityMode[], signal: AbortSignal): Promise<TravelMatrices>;
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
