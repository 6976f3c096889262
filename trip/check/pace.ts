/** A day at the traveller's pace: how much they see, and how far they walk for it. */
import { cityTravel } from "../geo.ts";
import { dayLimitsOf, mobilityOf } from "../pace.ts";
import type { Coordinates } from "../place.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, minutesOf } from "./context.ts";
import { dayName, duration, listOf } from "./phrases.ts";

/** A tenth more is a matter of taste; one visit more is not. */
const TOLERANCE = 1.1;

export function paceRule({ trip, days }: CheckContext): Violation[] {
  const limits = dayLimitsOf(trip);
  return days.flatMap((day) => {
    const visits = day.items.filter(({ item }) => item.type === "attraction");
    const visitMinutes = visits.reduce((sum, visit) => sum + Math.max(0, minutesOf(visit)), 0);
    const walked = metersOnFoot(trip, day);
    const excesses: string[] = [];
    if (visits.length > limits.maxVisits) excesses.push(`${visits.length} visits instead of ${limits.maxVisits}`);
    if (visitMinutes > limits.maxVisitMinutes * TOLERANCE) {
      excesses.push(`${duration(visitMinutes)} of visits instead of ${duration(limits.maxVisitMinutes)}`);
    }
    if (walked > limits.maxWalkMeters * TOLERANCE) {
      excesses.push(`${(walked / 1000).toFixed(1)} km on foot instead of ${(limits.maxWalkMeters / 1000).toFixed(1)}`);
    }
    if (excesses.length === 0) return [];
    const message = `${dayName(day.day.date)} is too full for a ${trip.wishes.pace} pace: ${listOf(excesses)}.`;
    return [violation("pace_exceeded", day.path, message)];
  });
}

/** Legs that are short enough to be walked; journeys of the plan are ridden. */
function metersOnFoot(trip: CheckContext["trip"], { items }: JudgedDay): number {
  const mobility = mobilityOf(trip);
  let at: Coordinates | null = null;
  let meters = 0;
  for (const item of items) {
    if (!item.location) continue;
    if (at && !isJourney(item)) {
      const travel = cityTravel(at, item.location, mobility);
      meters += travel.mode === "walk" ? travel.distanceMeters : 0;
    }
    at = item.location;
  }
  return meters;
}
