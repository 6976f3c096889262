/** Places to eat as eateries of the problem, and what a meal costs while it has none. */
import { partyStyleAt } from "../../budget.ts";
import { estimateMeal } from "../../estimate.ts";
import { convertEstimate } from "../../exchange.ts";
import { mealScore } from "../../interest.ts";
import type { Place } from "../../place.ts";
import { destinationOn } from "../../trip.ts";
import type { Eatery } from "../problem.ts";
import type { MappingContext } from "./mapping-context.ts";
import type { MealKind } from "./trip-problem.ts";
import { mealWindows } from "./windows.ts";

export function eateryFrom(context: MappingContext, place: Place): Eatery {
  const { trip, areas, points, days, dates, change } = context;
  const area = areas.indexOf(place.cityId);
  const stood = context.stood.find(({ item }) => item.placeId === place.id && item.type === "meal");
  return {
    id: place.id,
    area,
    point: points.add(place.location, area),
    score: mealScore(place, trip),
    cost: mealCost(context, place),
    windows: days.map((day, index) => (day.area === area ? mealWindows(place, dates[index] ?? "", change) : [])),
    before: stood?.day == null ? null : { day: stood.day, startMinute: stood.startMinute },
  };
}

export function mealCost({ trip, facts, purse }: MappingContext, place: Place): number {
  const estimate = place.mealEstimate && convertEstimate(place.mealEstimate, purse.currency, facts.rates);
  return estimate ? Math.round((estimate.lowMinor + estimate.highMinor) / 2) * trip.travelers : 0;
}

export function costWithoutPlace({ trip, facts, purse }: MappingContext, date: string, kind: MealKind): number {
  const destination = destinationOn(trip, date);
  const party = destination ? partyStyleAt(trip, destination.countryCode, facts) : null;
  if (!party) return 0;
  const estimate = convertEstimate(
    estimateMeal({ ...party, style: purse.mealStyle }, kind),
    purse.currency,
    facts.rates,
  );
  return estimate?.lowMinor ?? 0;
}
