/**
 * What a plan is required to keep, one by one, so that a few of them can be named as the ones that cannot
 * be kept together. Opening hours, travel and the ends of the trip are the world's, not requirements.
 */
import type { Day, Problem } from "../problem.ts";
import type { Task } from "./task.ts";

export type Requirement =
  /** A must-see or a fixed visit. */
  | { readonly kind: "visit"; readonly visit: number }
  | { readonly kind: "meal"; readonly day: number; readonly slot: number }
  /** At least so many, at most so many of a category; by its index in the problem's limits. */
  | { readonly kind: "least"; readonly limit: number }
  | { readonly kind: "most"; readonly limit: number }
  | { readonly kind: "budget" }
  /** Not out before the day's start, back by its end. */
  | { readonly kind: "day_hours"; readonly day: number }
  /** How many sights a day, and minutes in them. */
  | { readonly kind: "pace" }
  | { readonly kind: "walking" };

const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const MIDNIGHT = 1440;

/** Those first that a conflict is best explained without. */
export function requirementsOf({ problem, required, meals }: Task): Requirement[] {
  const { limits, days, visits, budget } = problem;
  const byScore = [...required].sort((a, b) => (visits[a]?.score ?? 0) - (visits[b]?.score ?? 0) || a - b);
  return [
    { kind: "walking" },
    ...limits.flatMap(({ most, mostPerDay }, limit): Requirement[] =>
      most === null && mostPerDay === null ? [] : [{ kind: "most", limit }],
    ),
    { kind: "pace" },
    ...meals.flatMap((slots, day) => slots.map((slot): Requirement => ({ kind: "meal", day, slot }))),
    ...(budget === null ? [] : [{ kind: "budget" } as const]),
    ...limits.flatMap(({ least }, limit): Requirement[] => (least > 0 ? [{ kind: "least", limit }] : [])),
    ...[...days.keys()].map((day): Requirement => ({ kind: "day_hours", day })),
    ...byScore.map((visit): Requirement => ({ kind: "visit", visit })),
  ];
}

/** The task of which nothing is asked but these. A day without hours lasts from midnight to midnight. */
export function keepOnly({ problem, required, meals }: Task, kept: readonly Requirement[]): Task {
  const keeps = (kind: Requirement["kind"], test: (requirement: Requirement) => boolean = () => true): boolean =>
    kept.some((requirement) => requirement.kind === kind && test(requirement));
  const of = (limit: number) => (requirement: Requirement) => "limit" in requirement && requirement.limit === limit;
  const hours = new Set(kept.flatMap((requirement) => (requirement.kind === "day_hours" ? [requirement.day] : [])));
  const eaten = new Set(
    kept.flatMap((requirement) => (requirement.kind === "meal" ? [`${requirement.day}/${requirement.slot}`] : [])),
  );
  const visits = new Set(kept.flatMap((requirement) => (requirement.kind === "visit" ? [requirement.visit] : [])));
  const [isPaced, isWalkLimited] = [keeps("pace"), keeps("walking")];
  const day = (each: Day, index: number): Day => ({
    ...each,
    startMinute: hours.has(index) ? each.startMinute : Math.min(0, each.startMinute),
    endMinute: hours.has(index) ? each.endMinute : Math.max(MIDNIGHT, each.endMinute),
    maxVisits: isPaced ? each.maxVisits : NO_LIMIT,
    maxVisitMinutes: isPaced ? each.maxVisitMinutes : NO_LIMIT,
    maxWalkMeters: isWalkLimited ? each.maxWalkMeters : NO_LIMIT,
  });
  const relaxed: Problem = {
    ...problem,
    days: problem.days.map(day),
    budget: keeps("budget") ? problem.budget : null,
    limits: problem.limits.map((limit, index) => ({
      ...limit,
      ...(keeps("most", of(index)) ? {} : { most: null, mostPerDay: null }),
      least: keeps("least", of(index)) ? limit.least : 0,
    })),
  };
  return {
    problem: relaxed,
    required: new Set([...required].filter((visit) => visits.has(visit))),
    meals: meals.map((slots, index) => slots.filter((slot) => eaten.has(`${index}/${slot}`))),
  };
}
