/**
 * Opening hours as an editor wrote them in English ("Tu-Su 10AM-6PM", "daily 09:00-17:00, closed Mon") become
 * OpenStreetMap's syntax where every word is understood and can be read one way only. Anything else is left out:
 * a wrong hour is worse than an unknown one. So a text without days says nothing here: it may not hold on Mondays.
 */
import { DAY, type Span, spanAtStart, timeOf } from "./clock-times.ts";
import { daysAtStart, PUBLIC_HOLIDAYS, WEEKDAYS, type Weekday } from "./weekdays.ts";

export interface FreeTextHours {
  readonly hours?: string;
  readonly lastEntryMinutes?: number;
  /** Where only the closed days are said. */
  readonly closedDays?: readonly Weekday[];
}

export interface HoursContext {
  /** Of a sight or a shop: "9-5" is nine in the morning. */
  readonly isDaytime: boolean;
}

interface Clause {
  readonly days: readonly number[];
  readonly spans: readonly Span[];
}

const ALWAYS =
  /^(?:open )?(?:24 ?\/ ?7|24 ?(?:hours|hrs|h)(?: a day)?(?:,? (?:daily|every ?day|(?:7|seven) days a week))?|always open|daily 24 ?hours)$/;
const BY_THE_SUN: readonly (readonly [RegExp, string])[] = [
  [/^(?:open )?(?:daily,? )?(?:from )?sunrise ?(?:-|to|until) ?sunset(?:,? daily)?$/, "sunrise-sunset"],
  [/^(?:open )?(?:daily,? )?(?:from )?dawn ?(?:-|to|until|till) ?dusk(?:,? daily)?$/, "dawn-dusk"],
];
const LAST_ENTRY = /[,;.]?\s*\(?\blast (?:entry|admission|entrance)s?(?: is)?(?: at)?:? ([^,;()]+?)\)?\.?$/;
const BEFORE_CLOSING = /^(\d+) ?(min|minutes|mins|hours?|hrs?) before clos(?:ing|e)(?: time)?$/;
const SEPARATOR = /^(?:[\s;,.()]|and\b|&)+/;
const CLOSED_FIRST = /^(?:is )?closed(?: on)?:?\s+/;
const CLOSED_AFTER = /^\s*:?\s*(?:closed|off)\b/;
const MORE_SPANS = /^\s*(?:[,&/;]|and\b)\s*/;

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s+/g, " ")
    .replace(/^(?:opening )?hours: ?/, "")
    .replace(/^open:? (?!24)/, "")
    .trim()
    .replace(/(?<![ap]\.m)\.$/, "");
}

function spansAtStart(text: string, isDaytime: boolean): { spans: Span[]; length: number } | null {
  const first = spanAtStart(text, isDaytime);
  if (!first) return null;
  const spans = [first.span];
  let { length } = first;
  for (;;) {
    const and = MORE_SPANS.exec(text.slice(length));
    const next = and && spanAtStart(text.slice(length + and[0].length), isDaytime);
    if (!and || !next) return { spans, length };
    spans.push(next.span);
    length += and[0].length + next.length;
  }
}

interface ClauseFound {
  readonly clause: Clause;
  readonly order: "closed" | "days-first" | "times-first";
  readonly length: number;
}

function closedAt(text: string): ClauseFound | null {
  const closed = CLOSED_FIRST.exec(text);
  const found = closed && daysAtStart(text.slice(closed[0].length));
  if (!closed || !found) return null;
  return { clause: { days: found.days, spans: [] }, order: "closed", length: closed[0].length + found.length };
}

function clauseAt(text: string, isDaytime: boolean): ClauseFound | null {
  const closed = closedAt(text);
  if (closed) return closed;
  const days = daysAtStart(text);
  if (days) {
    const after = CLOSED_AFTER.exec(text.slice(days.length));
    if (after)
      return { clause: { days: days.days, spans: [] }, order: "closed", length: days.length + after[0].length };
    const between = /^\s*[:,]?\s*/.exec(text.slice(days.length))?.[0].length ?? 0;
    const times = spansAtStart(text.slice(days.length + between), isDaytime);
    const length = days.length + between + (times?.length ?? 0);
    return times && { clause: { days: days.days, spans: times.spans }, order: "days-first", length };
  }
  const times = spansAtStart(text, isDaytime);
  const between = times ? (/^\s*,?\s*(?:on )?/.exec(text.slice(times.length))?.[0].length ?? 0) : 0;
  const after = times && daysAtStart(text.slice(times.length + between));
  if (!times || !after) return null;
  return {
    clause: { days: after.days, spans: times.spans },
    order: "times-first",
    length: times.length + between + after.length,
  };
}

/** `null` unless all of the text is clauses, all in one order. */
function clausesOf(text: string, isDaytime: boolean): Clause[] | null {
  const clauses: Clause[] = [];
  const orders = new Set<string>();
  for (let rest = text; rest !== ""; ) {
    const found = clauseAt(rest, isDaytime);
    if (!found) return null;
    clauses.push(found.clause);
    if (found.order !== "closed") orders.add(found.order);
    rest = rest.slice(found.length);
    const separator = SEPARATOR.exec(rest);
    if (rest !== "" && !separator) return null;
    rest = rest.slice(separator?.[0].length ?? 0);
  }
  return orders.size > 1 ? null : clauses;
}

function overlaps(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => one.from < other.to && other.from < one.to));
}

function isOrdered(spans: readonly Span[]): boolean {
  return spans.every((span, at) => at === 0 || (spans[at - 1]?.to ?? 0) <= span.from);
}

/**
 * One clause a day. "Daily 10-18, Th 10-21" is a rule with its exception; two clauses for the same days, or an
 * exception that could be an addition, are not certain.
 */
function weekOf(clauses: readonly Clause[]): (Clause | undefined)[] | null {
  const week: (Clause | undefined)[] = Array.from({ length: PUBLIC_HOLIDAYS + 1 });
  for (const clause of clauses.filter(({ spans }) => spans.length > 0)) {
    if (!isOrdered(clause.spans)) return null;
    for (const day of clause.days) {
      const before = week[day];
      const isException = before && clause.days.length < before.days.length && overlaps(before.spans, clause.spans);
      if (before && !isException) return null;
      week[day] = clause;
    }
  }
  for (const clause of clauses.filter(({ spans }) => spans.length === 0)) {
    for (const day of clause.days) {
      if (week[day]?.days.length === 1) return null;
      week[day] = clause;
    }
  }
  return week;
}

function clock(minutes: number): string {
  const inDay = minutes > DAY ? minutes - DAY : minutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(",");
}

/** "Mo,We-Su". */
function daysText(days: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length; ) {
    let end = at;
    while (days[end + 1] === (days[end] ?? 0) + 1 && days[end + 1] !== PUBLIC_HOLIDAYS) end += 1;
    const [first, last] = [days[at] ?? 0, days[end] ?? 0].map((day) => WEEKDAYS[day] ?? "PH");
    parts.push(end === at ? `${first}` : end === at + 1 ? `${first},${last}` : `${first}-${last}`);
    at = end + 1;
  }
  return parts.join(",");
}

function osmText(week: readonly (Clause | undefined)[]): string {
  const byTimes = new Map<string, number[]>();
  for (const [day, clause] of week.entries()) {
    if (!clause || (clause.spans.length === 0 && day !== PUBLIC_HOLIDAYS)) continue;
    const times = clause.spans.length === 0 ? "off" : spansText(clause.spans);
    byTimes.set(times, [...(byTimes.get(times) ?? []), day]);
  }
  if (byTimes.size === 1 && byTimes.get("00:00-24:00")?.length === 7) return "24/7";
  return [...byTimes].map(([times, days]) => `${daysText(days)} ${times}`).join("; ");
}

/** Minutes from last entry to closing, where all days close at the same time. */
function lastEntryOf(said: string, week: readonly (Clause | undefined)[]): { minutes?: number } | null {
  const [, count, unit = ""] = BEFORE_CLOSING.exec(said) ?? [];
  if (count !== undefined) return { minutes: Number(count) * (unit.startsWith("h") ? 60 : 1) };
  const at = timeOf(said);
  if (at === null) return null;
  const closings = new Set(week.flatMap((clause) => clause?.spans.at(-1)?.to ?? []));
  const [closing = at] = closings;
  return closings.size === 1 ? { minutes: closing - at } : {};
}

/** Empty where nothing is certain. */
export function readFreeTextHours(text: string, { isDaytime }: HoursContext): FreeTextHours {
  let words = normalised(text);
  if (ALWAYS.test(words)) return { hours: "24/7" };
  const bySun = BY_THE_SUN.find(([pattern]) => pattern.test(words));
  if (bySun) return { hours: bySun[1] };
  const lastEntry = LAST_ENTRY.exec(words)?.[1];
  if (lastEntry !== undefined) words = words.replace(LAST_ENTRY, "");
  const clauses = clausesOf(words, isDaytime);
  const week = clauses && weekOf(clauses);
  if (!clauses || !week) return {};
  if (clauses.every(({ spans }) => spans.length === 0)) {
    const closedDays = WEEKDAYS.filter((_, day) => week[day]);
    return closedDays.length > 0 && closedDays.length < 7 ? { closedDays } : {};
  }
  if (week.slice(0, PUBLIC_HOLIDAYS).every((clause) => !clause?.spans.length)) return {};
  const entry = lastEntry === undefined ? {} : lastEntryOf(lastEntry, week);
  if (!entry) return {};
  const isUsable = entry.minutes !== undefined && entry.minutes >= 0 && entry.minutes <= 240;
  return { hours: osmText(week), ...(isUsable ? { lastEntryMinutes: entry.minutes } : {}) };
}
