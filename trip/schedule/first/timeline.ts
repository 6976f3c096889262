/**
 * Walking through one day: given an order of stops, when does each begin, and can it be done at all?
 * Every stop starts as early as its windows allow; a start is never moved once a later stop is known
 * to fit, which makes one pass enough.
 */
import type { OpenWindow } from "../../opening-hours.ts";
import type { MealSlot } from "../../pace.ts";
import type { PlanProblem, ScheduledStop } from "./problem.ts";
import type { TravelTable } from "./travel-table.ts";

export type Stop =
  | { readonly kind: "visit"; readonly visit: number }
  | { readonly kind: "meal"; readonly slot: number; readonly eatery: number | null };

export interface Timeline {
  stops: ScheduledStop[];
  travelMinutes: number;
  /** From the first stop to the last; the ways from and to the bed are not the day's to shorten. */
  travelMeters: number;
  waitMinutes: number;
  visitCount: number;
  visitMinutes: number;
}

/** Plans are read by people: nothing starts at 10:37. */
const GRID_MINUTES = 5;
const onGrid = (minute: number): number => Math.ceil(minute / GRID_MINUTES) * GRID_MINUTES;

function earliestStart(windows: readonly OpenWindow[], from: number, minutes: number): number | null {
  for (const { openMinute, closeMinute, lastEntryMinute } of windows) {
    const start = onGrid(Math.max(openMinute, from));
    if (start <= lastEntryMinute && start + minutes <= closeMinute) return start;
  }
  return null;
}

/** A meal begins within its slot and, at an eatery, within its hours. */
function earliestMeal(slot: MealSlot, windows: readonly OpenWindow[] | null, from: number): number | null {
  const start =
    windows === null
      ? onGrid(Math.max(slot.earliestMinute, from))
      : earliestStart(windows, Math.max(slot.earliestMinute, from), slot.minutes);
  return start !== null && start <= slot.latestMinute ? start : null;
}

/** `null` when the day cannot be done in this order. */
export function walkThrough(
  problem: PlanProblem,
  travel: TravelTable,
  dayIndex: number,
  order: readonly Stop[],
): Timeline | null {
  const day = problem.days[dayIndex];
  if (!day) return null;
  const { limits } = day;
  const stops: ScheduledStop[] = [];
  let at = travel.basePoint(dayIndex);
  let minute = day.startMinute;
  let travelMinutes = 0;
  let travelMeters = 0;
  let waitMinutes = 0;
  let walkMeters = 0;
  let visitMinutes = 0;
  let visitCount = 0;

  for (const stop of order) {
    const point = pointOf(stop, travel) ?? at;
    const leg = travel.minutes(at, point);
    const arriveMinute = minute + leg;
    const startMinute = startOf(problem, dayIndex, stop, arriveMinute);
    if (startMinute === null) return null;
    const minutes =
      stop.kind === "visit" ? (problem.visits[stop.visit]?.minutes ?? 0) : (day.meals[stop.slot]?.minutes ?? 0);
    const endMinute = startMinute + minutes;
    stops.push({ ...stop, arriveMinute, startMinute, endMinute });
    travelMinutes += leg;
    waitMinutes += startMinute - arriveMinute;
    travelMeters += stops.length === 1 ? 0 : travel.meters(at, point);
    walkMeters += travel.walkMeters(at, point);
    if (stop.kind === "visit") {
      visitMinutes += minutes;
      visitCount += 1;
    }
    minute = endMinute + (stop.kind === "visit" ? limits.bufferMinutes : 0);
    at = point;
  }
  const back = travel.minutes(at, travel.basePoint(dayIndex));
  const isWithinLimits =
    minute + back <= day.endMinute &&
    visitCount <= limits.maxVisits &&
    visitMinutes <= limits.maxVisitMinutes &&
    walkMeters <= limits.maxWalkMeters;
  return isWithinLimits
    ? { stops, travelMinutes: travelMinutes + back, travelMeters, waitMinutes, visitCount, visitMinutes }
    : null;
}

function pointOf(stop: Stop, travel: TravelTable): number | null {
  if (stop.kind === "visit") return travel.visitPoint(stop.visit);
  return stop.eatery === null ? null : travel.eateryPoint(stop.eatery);
}

function startOf(problem: PlanProblem, dayIndex: number, stop: Stop, arriveMinute: number): number | null {
  if (stop.kind === "visit") {
    const visit = problem.visits[stop.visit];
    return visit ? earliestStart(visit.windows[dayIndex] ?? [], arriveMinute, visit.minutes) : null;
  }
  const slot = problem.days[dayIndex]?.meals[stop.slot];
  if (!slot) return null;
  const windows = stop.eatery === null ? null : (problem.eateries[stop.eatery]?.windows[dayIndex] ?? []);
  return earliestMeal(slot, windows, arriveMinute);
}
