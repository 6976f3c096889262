/**
 * Which cities in which order, and how many nights in each: the trip above the days, in numbers alone.
 * An orienteering problem whose stops have a length to choose (Erdoğan & Laporte, "The orienteering
 * problem with variable profits", Networks 2013), small enough to be solved exactly: `MAX_CITIES` cities
 * and `MAX_NIGHTS` nights. `route.ts` says what a route of it means; nothing else defines it.
 *
 * A stay of k nights has k days, the day of arrival first; the last city has one more, the day of leaving.
 * Units: minutes since midnight of the day of travel (before it, negative), minor units of one currency;
 * all whole numbers but worth and weights. Cities and other points by their index.
 */
import type { TravelMode } from "../../geo.ts";

export const MAX_CITIES = 10;
export const MAX_NIGHTS = 30;

/** One way to get from one point to another; door to door, for the whole party. */
export interface LegOption {
  /** Echoed in the route, never compared. */
  readonly mode: TravelMode;
  readonly departMinute: number;
  readonly minutes: number;
  readonly cost: number;
}

export interface CityToVisit {
  readonly minNights: number;
  readonly maxNights: number;
  /** Else it may be skipped. */
  readonly isMandatory: boolean;
  /** Cities with a rank come in the order of their ranks; `null`: wherever it suits. */
  readonly rank: number | null;
  /** Reached after at least and at most so many nights of the trip: a festival, a ticket. */
  readonly arriveFromNight: number;
  readonly arriveByNight: number;
  /** No bed is given to who arrives later on the day of travel; over 1440 is after midnight. */
  readonly latestArrivalMinute: number;
  readonly nightCost: number;
  readonly dayCost: number;
  /** What the best 1, 2, 3 … days are worth together; more days than entries are worth no more. */
  readonly dayValues: readonly number[];
}

export interface CityWeights {
  /** What a minute between cities costs, in worth, beside the sights it takes the time of. */
  readonly travelMinute: number;
  /** What a minor unit costs, in worth. */
  readonly money: number;
}

export interface CitiesProblem {
  readonly cities: readonly CityToVisit[];
  readonly nights: number;
  /** By point of departure and of arrival; the cities come first, then home and airports. Empty: no way. */
  readonly legs: readonly (readonly (readonly LegOption[])[])[];
  /** Where the party sets out and where it must be in the end; `null` when that is no matter. */
  readonly startPoint: number | null;
  readonly endPoint: number | null;
  readonly firstCity: number | null;
  readonly lastCity: number | null;
  /** The hours of a day that can be spent on sights. */
  readonly dayStartMinute: number;
  readonly dayEndMinute: number;
  /** Not out before on the first day, done by then on the last. */
  readonly firstDayStartMinute: number;
  readonly lastDayEndMinute: number;
  /** From the station to the bed and out again. */
  readonly settleMinutes: number;
  /** For legs, nights and days together; `null` when money is no limit. */
  readonly budget: number | null;
  readonly weights: CityWeights;
}
