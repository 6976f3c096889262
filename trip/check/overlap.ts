/** One thing at a time: no item begins before everything earlier has ended, or ends before it begins. */
import { wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName } from "./phrases.ts";

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

function reversed({ path, name, date, startMinute, endMinute }: JudgedItem): Violation {
  const ends = `${name} would end at ${wallTimeOf(endMinute)}, before it starts at ${wallTimeOf(startMinute)}`;
  return violation("overlap", path, `${ends}, on ${dayName(date)}.`);
}

function clash(earlier: JudgedItem, { path, name, date, startMinute }: JudgedItem): Violation {
  const starts = `${name} starts at ${wallTimeOf(startMinute)} on ${dayName(date)}`;
  return violation("overlap", path, `${starts}, while ${earlier.name} lasts until ${wallTimeOf(earlier.endMinute)}.`);
}
