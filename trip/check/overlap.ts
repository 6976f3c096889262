/** One thing at a time: no item begins before everything earlier has ended, or ends before it begins. */
import { wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName, span } from "./phrases.ts";

export function overlapRule({ items }: CheckContext): Violation[] {
  const violations: Violation[] = [];
  let latest: JudgedItem | null = null;
  for (const item of items) {
    if (item.until < item.from) violations.push(reversed(item));
    else if (latest && item.from < latest.until) violations.push(clash(latest, item));
    if (!latest || item.until > latest.until) latest = item;
  }
  return violations;
}

function reversed(item: JudgedItem): Violation {
  const { path, name, date, startMinute, endMinute, place } = item;
  const ends = `${name} would end at ${wallTimeOf(endMinute)}, before it starts at ${wallTimeOf(startMinute)}`;
  const end = place ? `end it at ${wallTimeOf(startMinute + place.visitMinutes)}` : "give it an end after its start";
  return violation("overlap", path, `${ends}, on ${dayName(date)}.`, {
    expected: `an end after ${wallTimeOf(startMinute)}`,
    actual: span(item),
    fix: `${end}, or say that it ends the next day`,
  });
}

function clash(earlier: JudgedItem, item: JudgedItem): Violation {
  const { path, name, date, startMinute } = item;
  const end = wallTimeOf(earlier.endMinute);
  const message = `${name} starts at ${wallTimeOf(startMinute)} on ${dayName(date)}, while ${earlier.name} lasts until ${end}.`;
  const isSoon = earlier.until - item.from < 1440;
  return violation("overlap", path, message, {
    expected: `a start at ${end} or later`,
    actual: wallTimeOf(startMinute),
    fix: isSoon ? `start ${name} at ${end}, or drop one of the two` : "drop one of the two",
  });
}
