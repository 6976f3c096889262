/** What somebody asked for, laid over the trip that a text turns out to be about: a plan is judged by what was asked. */
import { currencyOf } from "../../trip/budget.ts";
import type { PlanFacts } from "../../trip/facts.ts";
import { toMinor } from "../../trip/money.ts";
import type { TripRequest } from "../../trip/text/request.ts";
import type { Trip } from "../../trip/trip.ts";

const MOST_PRIORITY = 10;

/** Only what was said; the text's own words stand for the rest. Dates and cities are the plan's: it answers for them. */
export function withRequest(trip: Trip, request: TripRequest, facts: PlanFacts): Trip {
  const { budget, diets, accessibility, interests, pace, style, avoidCrowds, preferOffbeat } = request;
  const travelers = request.travelers ?? trip.travelers;
  const currency = budget?.currency ?? currencyOf(trip, facts);
  return {
    ...trip,
    travelers,
    childAges: request.travelers === null ? trip.childAges : request.childAges.slice(0, Math.max(0, travelers - 1)),
    budget: budget ? { amountMinor: toMinor(budget.amount, currency), currency } : trip.budget,
    wishes: {
      ...trip.wishes,
      interests: interests.map((category, rank) => ({ category, priority: Math.max(1, MOST_PRIORITY - rank) })),
      pace: pace ?? trip.wishes.pace,
      style: style ?? trip.wishes.style,
      diets: union(trip.wishes.diets, diets),
      accessibility: union(trip.wishes.accessibility, accessibility),
      avoidCrowds,
      preferOffbeat,
      mustSee: placesNamed(request.mustSee, facts),
    },
  };
}

const union = <Item>(some: readonly Item[], more: readonly Item[]): Item[] => [...new Set([...some, ...more])];

/** By their whole names alone: a must-see that was guessed at would be missed by mistake. */
function placesNamed(names: readonly string[], { places }: PlanFacts): string[] {
  const wanted = new Set(names.map((name) => folded(name)));
  return [...places.values()].flatMap(({ id, name, nameLocal }) =>
    wanted.has(folded(name)) || (nameLocal && wanted.has(folded(nameLocal))) ? [id] : [],
  );
}

const folded = (name: string): string =>
  name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replace(/^the /, "").trim();
