/** The calendar: inside the trip, not in the past, each day numbered and dated as the trip counts, none missing. */
import { addDays, daysBetween } from "../calendar.ts";
import { destinationOn } from "../trip.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, type JudgedDay, nightsFrom } from "./context.ts";
import { dayName, dayNameWithYear, listOf } from "./phrases.ts";

const isWithin = ({ trip }: CheckContext, date: string): boolean => date >= trip.startDate && date <= trip.endDate;

export function outsideTripDatesRule(context: CheckContext): Violation[] {
  const { startDate, endDate } = context.trip;
  return context.days.flatMap(({ day, path }) => {
    if (isWithin(context, day.date)) return [];
    const trip = `the trip runs from ${dayNameWithYear(startDate)} to ${dayNameWithYear(endDate)}`;
    return [violation("outside_trip_dates", path, `${dayNameWithYear(day.date)} is not part of the trip: ${trip}.`)];
  });
}

/** Days that were lived are history; what is still planned for them can no longer be done. */
export function dateInPastRule({ days, facts }: CheckContext): Violation[] {
  return days.flatMap(({ day, path }) => {
    const isHistory = day.items.length > 0 && day.items.every(({ status }) => status !== "planned");
    if (day.date >= facts.today || isHistory) return [];
    const today = `today is ${dayNameWithYear(facts.today)}`;
    return [violation("date_in_past", path, `${dayNameWithYear(day.date)} is already past: ${today}.`)];
  });
}

export function weekdayMismatchRule(context: CheckContext): Violation[] {
  return [...misnumberedDays(context), ...missingDays(context)];
}

function misnumberedDays(context: CheckContext): Violation[] {
  const seen = new Map<string, JudgedDay>();
  return context.days.flatMap((judged) => {
    const { day, path } = judged;
    if (!isWithin(context, day.date)) return [];
    const twin = seen.get(day.date);
    if (!twin) seen.set(day.date, judged);
    const number = daysBetween(context.trip.startDate, day.date) + 1;
    if (day.dayNumber !== number) {
      const message = `Day ${day.dayNumber} is dated ${dayName(day.date)}, which is day ${number} of the trip.`;
      return [violation("weekday_mismatch", path, message)];
    }
    return twin ? [violation("weekday_mismatch", path, `${dayName(day.date)} is in the plan twice.`)] : [];
  });
}

function missingDays({ trip, itinerary }: CheckContext): Violation[] {
  const dates = nightsFrom(trip.startDate, addDays(trip.endDate, 1)).filter((date) => destinationOn(trip, date));
  if (itinerary.days.length >= dates.length) return [];
  const planned = new Set(itinerary.days.map(({ date }) => date));
  const missing = dates.filter((date) => !planned.has(date)).map(dayName);
  if (missing.length === 0) return [];
  const message = `The trip has ${dates.length} days, the plan ${itinerary.days.length}: ${listOf(missing)} ${missing.length === 1 ? "is" : "are"} missing.`;
  return [violation("weekday_mismatch", "", message)];
}
