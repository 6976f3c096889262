/**
 * Cost estimates: intervals computed from a country's daily cost indicators and from distances, never
 * invented and never sold as prices. Each names its method and the date of the figures behind it.
 *
 * An indicator is what one person spends a day at one travel style. It is split by fixed shares, and
 * the interval spans 20 % below to 25 % above the indicator's share.
 */
import type { DailyCost } from "./catalogue.ts";
import { type Estimate, minorDigits } from "./money.ts";
import type { TravelStyle } from "./trip.ts";

/** How a day's spending divides; sights are priced one by one and are not estimated. */
const SHARES = { lodging: 0.42, meals: 0.33, localTransport: 0.1 } as const;
const MEAL_SHARES = { breakfast: 0.2, lunch: 0.33, dinner: 0.47 } as const;
const LOW = 0.8;
const HIGH = 1.25;

export type MealKind = keyof typeof MEAL_SHARES;

function indicatorOf(cost: DailyCost, style: TravelStyle): number {
  return { budget: cost.budget, mid_range: cost.midRange, luxury: cost.luxury }[style];
}

function interval(amount: number, cost: DailyCost, method: string): Estimate {
  const unit = 10 ** minorDigits(cost.currency);
  return {
    lowMinor: Math.round(amount * LOW * unit),
    highMinor: Math.round(amount * HIGH * unit),
    currency: cost.currency,
    method,
    asOf: cost.asOf,
  };
}

export interface PartyStyle {
  cost: DailyCost;
  style: TravelStyle;
  travelers: number;
}

export function estimateLodging({ cost, style, travelers }: PartyStyle, nights: number): Estimate {
  const amount = indicatorOf(cost, style) * SHARES.lodging * travelers * nights;
  return interval(
    amount,
    cost,
    `daily cost indicator (${style}), lodging share, ${nights} nights × ${travelers} people`,
  );
}

export function estimateMeal({ cost, style, travelers }: PartyStyle, meal: MealKind): Estimate {
  const amount = indicatorOf(cost, style) * SHARES.meals * MEAL_SHARES[meal] * travelers;
  return interval(amount, cost, `daily cost indicator (${style}), ${meal} for ${travelers}`);
}

export function estimateLocalTransport({ cost, style, travelers }: PartyStyle, days: number): Estimate {
  const amount = indicatorOf(cost, style) * SHARES.localTransport * travelers * days;
  return interval(amount, cost, `daily cost indicator (${style}), local transport, ${days} days × ${travelers} people`);
}

/** Fares by distance in euros, one way and a person: a fixed part plus so much a kilometre. */
const FARES = {
  train: { lowFixed: 5, lowPerKm: 0.06, highFixed: 15, highPerKm: 0.2 },
  flight: { lowFixed: 30, lowPerKm: 0.035, highFixed: 90, highPerKm: 0.13 },
} as const;
const FARES_AS_OF = "2026-11-22";

export function estimateFare(mode: keyof typeof FARES, meters: number, travelers: number): Estimate {
  const fare = FARES[mode];
  const km = meters / 1000;
  return {
    lowMinor: Math.round((fare.lowFixed + fare.lowPerKm * km) * travelers * 100),
    highMinor: Math.round((fare.highFixed + fare.highPerKm * km) * travelers * 100),
    currency: "EUR",
    method: `${mode} fare by distance (${Math.round(km)} km) for ${travelers}`,
    asOf: FARES_AS_OF,
  };
}
