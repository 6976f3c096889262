/** Days and times without admission: whether a visit falls on one, and how a traveller is told. */
import { wallTimeOf } from "../opening-hours.ts";
import { evaluate, type HoursContext, type OpenSpan } from "./evaluate.ts";
import { parseHours } from "./parse-hours.ts";
import { printRules } from "./print-rule.ts";
import { type DayRange, type HoursRule, MINUTES_IN_DAY, type Rule } from "./rule.ts";

/** "free on the first Sunday of the month", where somebody who comes in then pays nothing; else `null`. */
export function freeReason(
  freeDays: string,
  { date, startMinute }: { date: string; startMinute: number },
  context: HoursContext,
): string | null {
  const { rule } = parseHours(freeDays);
  if (!rule) return null;
  const spans = evaluate(rule, date, context);
  const isFree = spans !== "unknown" && spans.some((span) => isWithin(span, startMinute));
  return isFree ? `free ${freeWords(rule)}` : null;
}

const isWithin = ({ openMinute, closeMinute }: OpenSpan, minute: number): boolean =>
  minute >= openMinute && minute < closeMinute;

const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS_IN_FULL: readonly string[] = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"],
  ...["November", "December"],
];
const ORDINALS: Record<number, string> = {
  ...{ 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth" },
  ...{ [-1]: "last", [-2]: "second last" },
};

/** Common rules in words; others as they are written. */
export function freeWords(rules: HoursRule): string {
  const said = rules.filter(({ state }) => state === "open").map(ruleWords);
  const known = said.filter((words) => words !== null);
  return known.length === said.length && known.length > 0 && known.length <= 2
    ? known.join(" and ")
    : `at certain times (${printRules(rules)})`;
}

function ruleWords({ years, dates, weeks, days, holidays, times }: Rule): string | null {
  if (years.length + weeks.length + holidays.length > 0 || days.length > 2 || times.length > 1) return null;
  const months = dates.length === 0 ? "" : monthWords(dates);
  const named = days.map(dayWords);
  if (months === null || named.includes(null) || (days.length === 0 && dates.length > 0)) return null;
  const when = days.length === 0 || days.some(isWholeWeek) ? "every day" : `on ${named.join(" and ")}`;
  const hours = timeWords(times);
  return hours === null ? null : `${when}${hours}${months}`;
}

const isWholeWeek = (range: DayRange): boolean => range.kind === "weekdays" && (range.to - range.from + 7) % 7 === 6;

function dayWords(range: DayRange): string | null {
  if (range.kind === "holiday") return range.which === "public" && range.addDays === 0 ? "public holidays" : null;
  if (range.kind === "weekdays") {
    const [from, to] = [`${DAY_NAMES[range.from]}s`, `${DAY_NAMES[range.to]}s`];
    return range.from === range.to ? from : `${from} to ${to}`;
  }
  const [nth, ...others] = range.nths;
  const ordinal = nth === undefined || others.length > 0 ? undefined : ORDINALS[nth];
  return ordinal === undefined || range.addDays !== 0
    ? null
    : `the ${ordinal} ${DAY_NAMES[range.weekday]} of the month`;
}

function monthWords(dates: Rule["dates"]): string | null {
  const [range, ...others] = dates;
  if (range?.kind !== "months" || range.year !== null || others.length > 0) return null;
  const [from, to] = [MONTHS_IN_FULL[range.from - 1], MONTHS_IN_FULL[range.to - 1]];
  return from === to ? ` in ${from}` : ` from ${from} to ${to}`;
}

function timeWords([span]: Rule["times"]): string | null {
  if (!span) return "";
  if (typeof span.from !== "number" || span.isOpenEnded) return null;
  if (span.to === null || typeof span.to !== "number") return null;
  if (span.to >= MINUTES_IN_DAY) return ` from ${wallTimeOf(span.from)}`;
  const until = wallTimeOf(span.to);
  return span.from === 0 ? ` until ${until}` : ` from ${wallTimeOf(span.from)} to ${until}`;
}
