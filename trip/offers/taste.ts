/**
 * What travellers value, as shares of the cheapest price: with 0.08 an hour, a flight that takes an hour less may cost
 * 8 % of the cheapest fare more and stand level. By how dearly they travel; in no hurry, changing planes at odd hours
 * and long ways through town weigh more.
 */
import type { Coordinates } from "../place.ts";
import type { Pace, TravelStyle } from "../trip.ts";

export interface Taste {
  readonly style: TravelStyle;
  readonly pace: Pace;
  /** The middle of what the days hold, where there are any. */
  readonly near?: Coordinates | null | undefined;
}

/** Where nobody said how they travel. */
export const USUAL_TASTE: Taste = { style: "mid_range", pace: "moderate" };

export interface FlightWeights {
  readonly hour: number;
  readonly change: number;
  /** A departure before 6 or a landing after 23 or before 6, each. */
  readonly oddHour: number;
  readonly notRefundable: number;
}

const FLIGHTS: Readonly<Record<TravelStyle, FlightWeights>> = {
  budget: { hour: 0.04, change: 0.05, oddHour: 0.04, notRefundable: 0.03 },
  mid_range: { hour: 0.08, change: 0.1, oddHour: 0.08, notRefundable: 0.05 },
  luxury: { hour: 0.16, change: 0.2, oddHour: 0.16, notRefundable: 0.1 },
};

export interface StayWeights {
  /** Of the ten that guests give. */
  readonly ratingPoint: number;
  readonly kilometre: number;
  readonly notRefundable: number;
  /** Something may be due at the property that nobody tells. */
  readonly unsureDues: number;
}

const STAYS: Readonly<Record<TravelStyle, StayWeights>> = {
  budget: { ratingPoint: 0.06, kilometre: 0.04, notRefundable: 0.03, unsureDues: 0.03 },
  mid_range: { ratingPoint: 0.12, kilometre: 0.06, notRefundable: 0.05, unsureDues: 0.03 },
  luxury: { ratingPoint: 0.24, kilometre: 0.06, notRefundable: 0.08, unsureDues: 0.03 },
};

const IN_NO_HURRY = 1.5;

export function flightWeights({ style, pace }: Taste): FlightWeights {
  const weights = FLIGHTS[style];
  const more = pace === "relaxed" ? IN_NO_HURRY : 1;
  return { ...weights, change: weights.change * more, oddHour: weights.oddHour * more };
}

export function stayWeights({ style, pace }: Taste): StayWeights {
  const weights = STAYS[style];
  return { ...weights, kilometre: weights.kilometre * (pace === "relaxed" ? IN_NO_HURRY : 1) };
}
