/**
 * Does the day cross its own path? Its way from stop to stop is held against the shortest way through
 * the same stops that the same opening hours, mealtimes and locks allow.
 */
import { windowsOn } from "../opening-hours.ts";
import { MEAL_SLOTS } from "../pace.ts";
import type { Coordinates } from "../place.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem, minutesOf } from "./context.ts";
import { dayName, listOf } from "./phrases.ts";
import { MOST_STOPS, type OrderProblem, type OrderStop, shortestOrder } from "./shortest-order.ts";

/** A detour is worth a word when it makes the way a third longer, and longer than a street or two. */
const LONGEST_RATIO = 1.35;
const LEAST_SAVING_METERS = 500;

type Stop = JudgedItem & { location: Coordinates };

export function backtrackingRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) => {
    const stops = stopsOf(day);
    if (stops.length < 3 || stops.length > MOST_STOPS) return [];
    const { problem, planned } = problemOf(context, day, stops);
    const best = shortestOrder(problem);
    if (best === null) return [];
    const km = (length: number): string => `${(length / 1000).toFixed(1)} km`;
    const date = dayName(day.day.date);
    const message = `${date} goes back and forth: ${km(planned)} from stop to stop, where ${km(best.meters)} would do in another order.`;
    const order = listOf(
      best.order.flatMap((index) => stops[index]?.name ?? []),
      MOST_STOPS,
    );
    const saying = { expected: `about ${km(best.meters)}`, actual: km(planned), fix: `go in this order: ${order}` };
    return [violation("backtracking", day.path, message, saying)];
  });
}

/** What comes before a journey lies in another place, and its order is not this day's to choose. */
export function stopsOf({ items }: JudgedDay): Stop[] {
  const lastJourney = items.findLastIndex(isJourney);
  return items.slice(lastJourney + 1).filter((item): item is Stop => item.location !== null);
}

export interface DayOrder {
  readonly problem: OrderProblem;
  /** Metres of the day's own order. */
  readonly planned: number;
}

export function problemOf({ wayBetween }: CheckContext, { items }: JudgedDay, stops: readonly Stop[]): DayOrder {
  const count = stops.length;
  const meters = new Float64Array(count * count);
  const travelMinutes = new Float64Array(count * count);
  for (const [from, { location }] of stops.entries()) {
    for (const [to, other] of stops.entries()) {
      if (to === from) continue;
      const travel = wayBetween(location, other.location);
      meters[from * count + to] = travel.distanceMeters;
      travelMinutes[from * count + to] = travel.durationMinutes;
    }
  }
  let planned = 0;
  for (let index = 1; index < count; index++) planned += meters[(index - 1) * count + index] ?? 0;
  const startMinute = stops[0]?.startMinute ?? 0;
  const lastEnd = stops.reduce((latest, { endMinute }) => Math.max(latest, endMinute), 0);
  const problem: OrderProblem = {
    stops: stops.map(orderStop),
    meters,
    travelMinutes,
    startMinute,
    endMinute: lastEnd - minutesElsewhere(items, startMinute, lastEnd),
    limitMeters: Math.min(planned / LONGEST_RATIO, planned - LEAST_SAVING_METERS),
  };
  return { problem, planned };
}

/** A lunch that is eaten somewhere on the way takes its time in any order. */
function minutesElsewhere(items: readonly JudgedItem[], from: number, until: number): number {
  return items
    .filter(({ location, startMinute, endMinute }) => location === null && startMinute >= from && endMinute <= until)
    .filter((item) => !isJourney(item) && item.item.type !== "free")
    .reduce((sum, item) => sum + minutesOf(item), 0);
}

function orderStop(stop: Stop): OrderStop {
  const { item, place, startMinute } = stop;
  const minutes = minutesOf(stop);
  const planned = { from: startMinute, to: startMinute };
  const isFree = (item.type === "attraction" || item.type === "meal") && !item.locked;
  if (!isFree) return { minutes, starts: [planned] };
  const windows = (place && windowsOn(place.hours, stop.date)) ?? [
    { openMinute: 0, closeMinute: 2880, lastEntryMinute: 2880 },
  ];
  const starts = windows
    .map(({ openMinute, closeMinute, lastEntryMinute }) => ({
      from: openMinute,
      to: Math.min(lastEntryMinute, closeMinute - minutes),
    }))
    .map((range) => (item.type === "meal" ? within(range, mealRange(startMinute)) : range))
    .filter(({ from, to }) => from <= to);
  return { minutes, starts: starts.length > 0 ? starts : [planned] };
}

/** The meal stays the meal it is: within the slot it was planned for, or where it stands. */
function mealRange(startMinute: number): { from: number; to: number } {
  const slot = MEAL_SLOTS.find(
    ({ earliestMinute, latestMinute }) => startMinute >= earliestMinute && startMinute <= latestMinute,
  );
  return slot ? { from: slot.earliestMinute, to: slot.latestMinute } : { from: startMinute, to: startMinute };
}

function within(
  range: { from: number; to: number },
  other: { from: number; to: number },
): { from: number; to: number } {
  return { from: Math.max(range.from, other.from), to: Math.min(range.to, other.to) };
}
