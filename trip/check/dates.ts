/** The calendar: inside the trip, not in the past, each day numbered and dated as the trip counts, none missing. */
import { addDays, daysBetween } from "../calendar.ts";
import { destinationOn } from "../trip.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, type JudgedDay, nightsFrom } from "./context.ts";
import { dayName, dayNameWithYear, listOf } from "./phrases.ts";

const isWithin = ({ trip }: CheckContext, date: string): boolean => date >= trip.startDate && date <= trip.endDate;

export function outsideTripDatesRule(context: CheckContext): Violation[] {
  const { startDate, endDate } = context.trip;
  const planned = new Set(context.days.map(({ day }) => day.date));
  const free = nightsFrom(startDate, addDays(endDate, 1)).find((date) => !planned.has(date));
  return context.days.flatMap(({ day, path }) => {
    if (isWithin(context, day.date)) return [];
    const actual = dayNameWithYear(day.date);
    const [start, end] = [dayNameWithYear(startDate), dayNameWithYear(endDate)];
    const message = `${actual} is not part of the trip: the trip runs from ${start} to ${end}.`;
    const fix = free ? `date it ${dayName(free)}, or drop it` : "drop it, or make the trip longer";
    return [violation("outside_trip_dates", path, message, { expected: `${start} to ${end}`, actual, fix })];
  });
}

/** Days that were lived are history; what is still planned for them can no longer be done. */
export function dateInPastRule({ days, facts }: CheckContext): Violation[] {
  return days.flatMap(({ day, path }) => {
    const isHistory = day.items.length > 0 && day.items.every(({ status }) => status !== "planned");
    if (day.date >= facts.today || isHistory) return [];
    const [actual, today] = [dayNameWithYear(day.date), dayNameWithYear(facts.today)];
    const message = `${actual} is already past: today is ${today}.`;
    const fix = "move the trip to later dates, or mark what was done as done";
    return [violation("date_in_past", path, message, { expected: `${today} or later`, actual, fix })];
  });
}

export function dayNumberRule(context: CheckContext): Violation[] {
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
      return [violation("weekday_mismatch", path, message, misnumbered(context, day.dayNumber, day.date, number))];
    }
    if (!twin) return [];
    const fix = `make one of the two days of ${dayName(day.date)}, or date this one otherwise`;
    const message = `${dayName(day.date)} is in the plan twice.`;
    return [
      violation("weekday_mismatch", path, message, { expected: "one day a date", actual: `${twin.path} too`, fix }),
    ];
  });
}

function misnumbered(context: CheckContext, said: number, date: string, number: number): Partial<Violation> {
  const meant = addDays(context.trip.startDate, Math.min(said, 400) - 1);
  const orDate = isWithin(context, meant) ? `, or date it ${dayName(meant)}` : "";
  return { expected: `day ${number}`, actual: `day ${said}`, fix: `number ${dayName(date)} day ${number}${orDate}` };
}

function missingDays({ trip, itinerary }: CheckContext): Violation[] {
  const dates = nightsFrom(trip.startDate, addDays(trip.endDate, 1)).filter((date) => destinationOn(trip, date));
  if (itinerary.days.length >= dates.length) return [];
  const planned = new Set(itinerary.days.map(({ date }) => date));
  const missing = dates.filter((date) => !planned.has(date)).map(dayName);
  if (missing.length === 0) return [];
  const [all, some] = [dates.length, itinerary.days.length];
  const message = `The trip has ${all} days, the plan ${some}: ${listOf(missing)} ${missing.length === 1 ? "is" : "are"} missing.`;
  const fix = `plan ${listOf(missing)}, if only as a free day`;
  return [violation("weekday_mismatch", "", message, { expected: `${all} days`, actual: `${some} days`, fix })];
}
