/** Keys are handed over where and when a chosen stay says, and not before the traveller is in its city. */

import type { StayOffer } from "../offer.ts";
import { minuteOf, wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem } from "./context.ts";
import { dayName, listOf } from "./phrases.ts";

const isHandover = ({ item }: JudgedItem): boolean => item.type === "check_in" || item.type === "check_out";
const isIn = ({ item }: JudgedItem): boolean => item.type === "check_in";

/** Bags are taken in before the room is ready. */
const LUGGAGE = /\b(?:luggage|baggage|bags?|suitcases?)\b/i;

export function checkInRule(context: CheckContext): Violation[] {
  const { stays } = context.facts;
  const byDate = context.items.filter(isHandover).flatMap((item) => judgeHandover(stays, item));
  return [...byDate, ...context.sequence.flatMap(judgeTransferDay)];
}

function judgeHandover(stays: readonly StayOffer[], item: JudgedItem): Violation[] {
  if (stays.length === 0) return [];
  const { path, name, date, startMinute } = item;
  const dateOf = (stay: StayOffer): string => (isIn(item) ? stay.checkInDate : stay.checkOutDate);
  const stay = stays.find((other) => dateOf(other) === date);
  if (!stay) {
    const deed = isIn(item) ? "begins" : "ends";
    const dates = listOf([...new Set(stays.map(dateOf))].map(dayName));
    const message = `${name} is on ${dayName(date)}, but no chosen stay ${deed} that day.`;
    const saying = { expected: dates, actual: dayName(date), fix: `move it to ${dates}, or drop it` };
    return [violation("stay_conflict", path, message, saying)];
  }
  const limit = isIn(item) ? stay.checkInFrom : stay.checkOutBy;
  if (!limit) return [];
  if (isIn(item) ? startMinute >= minuteOf(limit) : startMinute <= minuteOf(limit)) return [];
  if (isIn(item) && LUGGAGE.test(item.item.title)) return [];
  const bound = isIn(item) ? `from ${limit} on` : `by ${limit}`;
  const at = `${name} is at ${wallTimeOf(startMinute)} on ${dayName(date)}`;
  const message = `${stay.propertyName} ${isIn(item) ? "hands out its rooms" : "wants its rooms back"} ${bound}; ${at}.`;
  const fix = isIn(item) ? `start at ${limit}, or only leave the luggage before` : `start by ${limit}`;
  return [violation("stay_conflict", path, message, { expected: bound, actual: wallTimeOf(startMinute), fix })];
}

/** On the day of a leg to another city, the old room is left before it and the new one taken after it. */
function judgeTransferDay({ day, before }: { day: JudgedDay; before: JudgedDay | null }): Violation[] {
  if (!before || before.day.city.id === day.day.city.id) return [];
  const legs = day.items.filter(isJourney);
  const [first] = legs;
  const last = legs.at(-1);
  if (!first || !last || before.items.some((item) => isJourney(item) && item.endMinute > 1440)) return [];
  return day.items.filter(isHandover).flatMap((item) => {
    const { path, name, startMinute } = item;
    if (isIn(item) ? startMinute >= first.endMinute : startMinute < last.endMinute) return [];
    const leg = isIn(item) ? first : last;
    const bound = isIn(item) ? `after ${wallTimeOf(leg.endMinute)}` : `before ${wallTimeOf(leg.startMinute)}`;
    const deed = isIn(item) ? "ends" : "has left the city";
    const message = `${name} is at ${wallTimeOf(startMinute)} on ${dayName(item.date)}, ${isIn(item) ? "before" : "after"} ${leg.name} ${deed}.`;
    const fix = isIn(item) ? `start at ${wallTimeOf(leg.endMinute)}` : `start by ${wallTimeOf(leg.startMinute)}`;
    return [violation("stay_conflict", path, message, { expected: bound, actual: wallTimeOf(startMinute), fix })];
  });
}
