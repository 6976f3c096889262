/**
 * The checker's codes in the two classes that TravelPlanner (Xie et al., ICML 2024) keeps apart: what any plan must
 * hold to, asked for or not, and what this traveller asked for. It has eight and five kinds of them; so are these
 * eight, and the hard ones apply only where they were asked for.
 */
import { conditionsRule } from "../../trip/check/conditions.ts";
import { checkContext } from "../../trip/check/context.ts";
import { lockedItemRule } from "../../trip/check/locked.ts";
import { isActive } from "../../trip/itinerary.ts";
import { categoryLimits, limitsCounting } from "../../trip/schedule/mapping/category-limits.ts";
import type { ViolationCode } from "../../trip/verdict.ts";
import type { PlannedWorld } from "../episode.ts";
import { contextOf, isSaid, sightsOf } from "./reading.ts";

export interface CommonsenseGroup {
  readonly name: string;
  /** The group holds when the verdict says none of these. */
  readonly codes: readonly ViolationCode[];
}

export const COMMONSENSE: readonly CommonsenseGroup[] = [
  { name: "hours", codes: ["closed_day", "outside_hours", "after_last_entry"] },
  { name: "travel", codes: ["travel_too_short", "overlap"] },
  { name: "dates", codes: ["outside_trip_dates", "date_in_past", "weekday_mismatch"] },
  { name: "cities", codes: ["wrong_city"] },
  { name: "known facts", codes: ["unknown_place", "unsourced_price"] },
  { name: "repeats", codes: ["repeated_place"] },
  { name: "meals", codes: ["meal_missing", "meal_time_odd"] },
  { name: "stays and flights", codes: ["stay_conflict", "minimum_nights", "flight_conflict"] },
];

/** A plan, and the one that an edit started from. */
export interface Judged {
  readonly plan: PlannedWorld;
  readonly before: PlannedWorld | null;
}

export interface HardClass {
  readonly name: string;
  /** What demands of a sample call it. */
  readonly kinds: readonly string[];
  isAsked(judged: Judged): boolean;
  holds(judged: Judged): boolean;
}

const wishes = ({ plan }: Judged): PlannedWorld["trip"]["wishes"] => plan.trip.wishes;

export const HARD: readonly HardClass[] = [
  {
    name: "budget",
    kinds: ["budget", "money"],
    isAsked: ({ plan }) => plan.trip.budget !== null,
    holds: ({ plan }) => !isSaid(plan, ["budget_exceeded"]),
  },
  {
    name: "diet",
    kinds: ["diet"],
    isAsked: (judged) => wishes(judged).diets.length > 0,
    holds: ({ plan }) => !isSaid(plan, ["diet_unmet"]),
  },
  {
    name: "accessibility",
    kinds: ["access", "accessibility"],
    isAsked: (judged) => wishes(judged).accessibility.length > 0,
    holds: ({ plan }) => !isSaid(plan, ["accessibility_unmet"]),
  },
  {
    name: "must-sees",
    kinds: ["must-see", "must-sees"],
    isAsked: ({ plan }) => insistedOn(plan).length > 0,
    holds: ({ plan }) => {
      const planned = plannedIds(plan);
      return insistedOn(plan).every((id) => planned.has(id));
    },
  },
  {
    name: "how many of a kind",
    kinds: ["limit", "category-limit"],
    isAsked: (judged) => (wishes(judged).categoryLimits ?? []).length > 0,
    holds: ({ plan }) => keepsLimits(plan),
  },
  {
    name: "locks",
    kinds: ["lock", "locked"],
    isAsked: ({ before }) =>
      before?.itinerary.days.some(({ items }) => items.some((item) => item.locked && isActive(item))) ?? false,
    holds: ({ plan, before }) => {
      const { trip, itinerary, facts } = plan;
      return lockedItemRule(checkContext({ trip, itinerary, facts, previous: before?.itinerary ?? null })).length === 0;
    },
  },
  {
    name: "conditions",
    kinds: ["condition", "conditions"],
    isAsked: ({ plan }) =>
      Object.values(plan.trip.conditions ?? {}).some((said) => !Array.isArray(said) || said.length > 0),
    holds: ({ plan }) => keepsConditions(plan),
  },
];

export function plannedIds(plan: PlannedWorld): ReadonlySet<string> {
  return new Set(contextOf(plan).items.flatMap(({ item }) => item.placeId ?? []));
}

/** Must-sees but for those that the traveller gave up since: skipped, or not wanted any more. */
export function insistedOn({ trip, itinerary }: PlannedWorld): readonly string[] {
  const skipped = itinerary.days.flatMap(({ items }) =>
    items.filter(({ status }) => status === "skipped").map(({ placeId }) => placeId),
  );
  const givenUp = new Set([...skipped, ...(trip.conditions?.avoid ?? [])]);
  return trip.wishes.mustSee.filter((id) => !givenUp.has(id));
}

function keepsLimits(plan: PlannedWorld): boolean {
  const sights = sightsOf(plan).flatMap(({ place, date }) =>
    place ? [{ date, counts: limitsCounting(place, plan.trip) }] : [],
  );
  return categoryLimits(plan.trip).every(({ category, most, mostPerDay, least }) => {
    const counted = sights.filter(({ counts }) => counts.includes(category));
    const fullest = Math.max(
      0,
      ...Map.groupBy(counted, ({ date }) => date)
        .values()
        .map((day) => day.length),
    );
    return (
      counted.length >= least &&
      (most === null || counted.length <= most) &&
      (mostPerDay === null || fullest <= mostPerDay)
    );
  });
}

/** There only between arrival and departure, nowhere that is shut or unwanted. Rain is weighed, not forbidden. */
function keepsConditions(plan: PlannedWorld): boolean {
  const context = contextOf(plan);
  const { avoid = [], closures = [] } = plan.trip.conditions ?? {};
  const isShut = (placeId: string, date: string): boolean =>
    closures.some((closure) => closure.placeId === placeId && closure.dates.includes(date));
  return (
    conditionsRule(context).length === 0 &&
    context.items.every(
      ({ item: { placeId }, date }) => placeId === null || !(avoid.includes(placeId) || isShut(placeId, date)),
    )
  );
}
