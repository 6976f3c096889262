/**
 * What a traveller asked for, in the traveller's own terms: names as typed, dates chosen inside what
 * was said, everything filled in said aloud in `assumptions`. It becomes a trip only when names have
 * been looked up; nothing here knows whether a city exists.
 */
import type { Category } from "../categories.ts";
import type { AccessibilityNeed, Diet } from "../place.ts";
import type { Pace, TravelStyle } from "../trip.ts";

/** A country or region said together with a name, to tell homonyms apart. */
export interface PlaceHint {
  text: string;
  countryCode: string | null;
  /** Short code of a state or province, where there is one: "IL". */
  regionCode: string | null;
}

export interface NamedPlace {
  /** As typed, in any script, spelling mistakes included. */
  text: string;
  hint: PlaceHint | null;
  /** A guess stands where a place may stand, without a word such as "in" or "to" before it. */
  certainty: "named" | "guess";
}

/** Where the trip is to begin or to end. */
export type StayEnd = "first" | "last" | null;

/** What was said about the stay in one of several places. */
export interface StaySaid {
  /** Nights to spend there, when they were given for each place. */
  nights: number | null;
  /** Where they were given for some places only; both the same: exactly so many. */
  minNights: number | null;
  maxNights: number | null;
  end: StayEnd;
  /** Only if there is time. */
  isOptional: boolean;
}
export const UNSAID_STAY: StaySaid = { nights: null, minNights: null, maxNights: null, end: null, isOptional: false };

export interface NamedDestination extends NamedPlace, StaySaid {}

export interface Country {
  text: string;
  code: string;
}

/** Length of the trip as said. A weekend has no fixed number of days until its dates are chosen. */
export interface Duration {
  kind: "days" | "weekend" | "long_weekend";
  days: number;
  said: string;
  /** Set when the number itself was vague ("a few days") or contradicted. */
  note: string | null;
}

/** Time as said: a start, both ends, an end, or a window to choose from. */
export type When =
  | { kind: "range"; start: string; end: string; said: string }
  | { kind: "start"; start: string; said: string; isExact: boolean }
  | { kind: "end"; end: string; said: string }
  | WhenWindow;

export interface WhenWindow {
  kind: "window";
  start: string;
  end: string;
  said: string;
  /** The window is itself as long as the trip (Easter, a given weekend) unless a length was said. */
  fill: boolean;
  /** The next one like it, for a trip that no longer fits into what is left of this one. */
  orElse: { start: string; end: string } | null;
}

/** Kept beside the chosen dates so that an answer to "when?" can be joined to what was said before. */
export interface Timing {
  duration: Duration | null;
  when: When | null;
}

export interface RequestBudget {
  /** Whole units for the whole party and the whole trip. */
  amount: number;
  /** `null`: no currency was said, or one whose country decides ("pesos"). */
  currency: string | null;
}

export type MissingPiece = "destination" | "dates";

export interface TripRequest {
  isTripRequest: boolean;
  destinations: NamedDestination[];
  /** The order of the destinations was left to us. */
  orderIsOpen: boolean;
  /** Countries named as a destination without a city of theirs. */
  countries: Country[];
  origin: NamedPlace | null;
  timing: Timing;
  startDate: string | null;
  endDate: string | null;
  /** Everybody, children included; `null` when nothing was said. */
  travelers: number | null;
  childAges: number[];
  budget: RequestBudget | null;
  /** Most wanted first. */
  interests: Category[];
  pace: Pace | null;
  style: TravelStyle | null;
  diets: Diet[];
  accessibility: AccessibilityNeed[];
  avoidCrowds: boolean;
  preferOffbeat: boolean;
  /** Names of sights, as typed. */
  mustSee: string[];
  /** Names of sights to leave out, as typed. */
  avoid: string[];
  wantsFlights: boolean;
  wantsHotels: boolean;
  /** What was filled in or chosen, in sentences. */
  assumptions: string[];
  missing: MissingPiece[];
  /** Pieces of the text that no rule took and that may matter. */
  notUnderstood: string[];
}
