/**
 * Does the day cross its own path? Its way from stop to stop is held against the shortest way through
 * the same stops that the same opening hours, mealtimes and locks allow.
 */
import { cityTravel } from "../geo.ts";
import { windowsOn } from "../opening-hours.ts";
import { MEAL_SLOTS, mobilityOf } from "../pace.ts";
import type { Coordinates } from "../place.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem, minutesOf } from "./context.ts";
import { dayName } from "./phrases.ts";
import { type OrderStop, shortestOrder } from "./shortest-order.ts";

/** A detour is worth a word when it makes the way a third longer, and longer than a street or two. */
const LONGEST_RATIO = 1.35;
const LEAST_SAVING_METERS = 500;

type Stop = JudgedItem & { location: Coordinates };

export function backtrackingRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) => {
    const stops = stopsOf(day);
    const first = stops[0];
    if (!first || stops.length < 3) return [];
    const mobility = mobilityOf(context.trip);
    const legs = stops.map((from) => stops.map((to) => cityTravel(from.location, to.location, mobility)));
    const meters = legs.map((row) => row.map(({ distanceMeters }) => distanceMeters));
    const planned = stops.reduce((sum, _, index) => sum + (index === 0 ? 0 : (meters[index - 1]?.[index] ?? 0)), 0);
    const best = shortestOrder({
      stops: stops.map(orderStop),
      meters,
      travelMinutes: legs.map((row) => row.map(({ durationMinutes }) => durationMinutes)),
      startMinute: first.startMinute,
      endMinute: Math.max(...stops.map(({ endMinute }) => endMinute)),
      limitMeters: Math.min(planned / LONGEST_RATIO, planned - LEAST_SAVING_METERS),
    });
    if (best === null) return [];
    const km = (length: number): string => `${(length / 1000).toFixed(1)} km`;
    const message = `${dayName(day.day.date)} goes back and forth: ${km(planned)} from stop to stop, where ${km(best)} would do in another order.`;
    return [violation("backtracking", day.path, message)];
  });
}

/** What comes before a journey lies in another place, and its order is not this day's to choose. */
function stopsOf({ items }: JudgedDay): Stop[] {
  const lastJourney = items.findLastIndex(isJourney);
  return items.slice(lastJourney + 1).filter((item): item is Stop => item.location !== null);
}

function orderStop(stop: Stop): OrderStop {
  const { item, place, startMinute } = stop;
  const minutes = Math.max(0, minutesOf(stop));
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
