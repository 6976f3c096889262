/**
 * How much of the budget is left for sights and meals once the bed, the breakfasts and the trams are
 * reckoned, and the smallest budget with which the trip can be made at all.
 */
import { type Budget, budgetOf, currencyOf, partyStyleAt } from "../../budget.ts";
import { estimateMeal } from "../../estimate.ts";
import { convertEstimate } from "../../exchange.ts";
import type { PlanFacts } from "../../facts.ts";
import { destinationOn, type TravelStyle, type Trip } from "../../trip.ts";
import { skeletonDays } from "./skeleton.ts";

export interface Purse {
  currency: string;
  /** For lunches, dinners and sights of the whole trip; `null` without a budget. */
  purseMinor: number | null;
  /** The cheapest this trip can be: simplest beds and meals, free sights only. */
  smallestBudgetMinor: number;
  /** Meals are reckoned at this level. */
  mealStyle: TravelStyle;
}

function withStyle(trip: Trip, style: TravelStyle): Trip {
  return { ...trip, wishes: { ...trip.wishes, style } };
}

/** Everything that is spent before the first sight is chosen. */
function fixedCosts(trip: Trip, style: TravelStyle, facts: PlanFacts): Budget {
  return budgetOf(withStyle(trip, style), { days: skeletonDays(trip, facts) }, facts);
}

/** Lunches and dinners of the whole trip at the low and the high end; 0 where no indicator is known. */
function mealCosts(trip: Trip, style: TravelStyle, facts: PlanFacts): { low: number; high: number } {
  const currency = currencyOf(trip, facts);
  let low = 0;
  let high = 0;
  for (const { date } of skeletonDays(trip, facts)) {
    const destination = destinationOn(trip, date);
    const party = destination ? partyStyleAt(withStyle(trip, style), destination.countryCode, facts) : null;
    for (const meal of party ? (["lunch", "dinner"] as const) : []) {
      const estimate = party && convertEstimate(estimateMeal(party, meal), currency, facts.rates);
      low += estimate?.lowMinor ?? 0;
      high += estimate?.highMinor ?? 0;
    }
  }
  return { low, high };
}

const middle = ({ estimatedLow, estimatedHigh }: Budget): number => Math.round((estimatedLow + estimatedHigh) / 2);

export function purseOf(trip: Trip, facts: PlanFacts): Purse {
  const { style } = trip.wishes;
  const currency = currencyOf(trip, facts);
  const barest = fixedCosts(trip, "budget", facts).estimatedLow;
  const simplestMeals = mealCosts(trip, "budget", facts).low;
  const smallestBudgetMinor = barest + simplestMeals;
  if (trip.budget === null) return { currency, purseMinor: null, smallestBudgetMinor, mealStyle: style };
  const usual = trip.budget.amountMinor - middle(fixedCosts(trip, style, facts));
  if (usual >= mealCosts(trip, style, facts).low)
    return { currency, purseMinor: usual, smallestBudgetMinor, mealStyle: style };
  const purseMinor = Math.max(usual, trip.budget.amountMinor - barest);
  return { currency, purseMinor, smallestBudgetMinor, mealStyle: "budget" };
}

/** The dearest of budget and mid-range that the budget is likely to cover; mid-range without a budget. */
export function styleWithin(trip: Trip, facts: PlanFacts): TravelStyle {
  if (trip.budget === null) return "mid_range";
  const meals = mealCosts(trip, "mid_range", facts);
  const usual = middle(fixedCosts(trip, "mid_range", facts)) + (meals.low + meals.high) / 2;
  return usual <= trip.budget.amountMinor ? "mid_range" : "budget";
}
