/** A day at the traveller's pace: how much they see, how far they walk and ride for it, and how long they are out. */
import { dayLimitsOf } from "../pace.ts";
import type { Coordinates } from "../place.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, minutesOf } from "./context.ts";
import { dayName, duration, listOf } from "./phrases.ts";

/** A tenth more is a matter of taste; one visit more is not. */
const TOLERANCE = 1.1;
/** Minutes between the stops of a day beyond which the day is spent on trams. */
const MOST_MINUTES_UNDER_WAY = { relaxed: 150, moderate: 210, fast: 270 } as const;
/** Evenings run late, and breakfasts begin early: only so much beyond the usual day is too much. */
const LONGER_DAY_MINUTES = 240;

/** Farther apart two stops are in two cities, and the way between them is the travel rule's. */
const FARTHEST_TRAM_METERS = 65_000;

interface Excess {
  is: string;
  most: string;
}

export function paceRule(context: CheckContext): Violation[] {
  const { trip } = context;
  return context.days.flatMap((day) => {
    const excesses = excessesOf(context, day);
    if (excesses.length === 0) return [];
    const said = listOf(excesses.map(({ is, most }) => `${is} instead of ${most}`));
    const message = `${dayName(day.day.date)} is too full for a ${trip.wishes.pace} pace: ${said}.`;
    const expected = `at most ${listOf(excesses.map(({ most }) => most))}`;
    const actual = listOf(excesses.map(({ is }) => is));
    return [violation("pace_exceeded", day.path, message, { expected, actual, fix: relief(trip, day) })];
  });
}

function excessesOf(context: CheckContext, day: JudgedDay): Excess[] {
  const { trip } = context;
  const limits = dayLimitsOf(trip);
  const visits = day.items.filter(({ item }) => item.type === "attraction");
  const visitMinutes = visits.reduce((sum, visit) => sum + minutesOf(visit), 0);
  const { walked, underWay } = waysOf(context, day);
  const excesses: Excess[] = [];
  if (visits.length > limits.maxVisits) excesses.push({ is: `${visits.length} visits`, most: `${limits.maxVisits}` });
  if (visitMinutes > limits.maxVisitMinutes * TOLERANCE) {
    excesses.push({ is: `${duration(visitMinutes)} of visits`, most: duration(limits.maxVisitMinutes) });
  }
  if (walked > limits.maxWalkMeters * TOLERANCE) {
    const most = (limits.maxWalkMeters / 1000).toFixed(1);
    excesses.push({ is: `${(walked / 1000).toFixed(1)} km on foot`, most });
  }
  const mostUnderWay = MOST_MINUTES_UNDER_WAY[trip.wishes.pace];
  if (underWay > mostUnderWay * TOLERANCE) {
    excesses.push({ is: `${duration(underWay)} on the way from stop to stop`, most: duration(mostUnderWay) });
  }
  const usual = limits.endMinute - limits.startMinute;
  const out = minutesOut(day);
  if (out > usual + LONGER_DAY_MINUTES) excesses.push({ is: `${duration(out)} out and about`, most: duration(usual) });
  return excesses;
}

/** Leave out the longest visits until the rest is within bounds, or the last one where it is the way that is too long. */
function relief(trip: CheckContext["trip"], { items }: JudgedDay): string {
  const limits = dayLimitsOf(trip);
  const visits = items.filter(({ item }) => item.type === "attraction" && !item.locked);
  const longest = visits.toSorted((a, b) => minutesOf(b) - minutesOf(a));
  const surplus = items.filter(({ item }) => item.type === "attraction").length - limits.maxVisits;
  const dropped = longest.slice(0, Math.max(1, surplus)).map(({ name }) => name);
  if (dropped.length === 0) return "leave something out, or travel at a faster pace";
  return `move ${listOf(dropped, 3)} to another day, or drop ${dropped.length === 1 ? "it" : "them"}`;
}

/** What begins before is the end of the night before. */
const MORNING_MINUTE = 300;

/** From the first stop to the end of the last; legs between cities are another matter. */
function minutesOut({ items }: JudgedDay): number {
  const stops = items.filter((item) => !isJourney(item) && item.startMinute >= MORNING_MINUTE);
  const first = stops[0];
  if (!first) return 0;
  return stops.reduce((latest, { endMinute }) => Math.max(latest, endMinute), 0) - first.startMinute;
}

/** Metres walked and minutes under way between stops; journeys of the plan are ridden, and take their own time. */
function waysOf({ wayBetween }: CheckContext, { items }: JudgedDay): { walked: number; underWay: number } {
  let at: Coordinates | null = null;
  let walked = 0;
  let underWay = 0;
  for (const item of items) {
    if (!item.location) continue;
    if (at && !isJourney(item)) {
      const travel = wayBetween(at, item.location);
      walked += travel.mode === "walk" ? travel.distanceMeters : 0;
      underWay += travel.distanceMeters > FARTHEST_TRAM_METERS ? 0 : travel.durationMinutes;
    }
    at = item.location;
  }
  return { walked, underWay };
}
