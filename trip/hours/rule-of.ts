/** The stored document as text: what `hoursFromRule` reads back, and what a person reads. */
import { WEEKDAYS, type WeekdayName } from "../calendar.ts";
import { isAlwaysOpen, type OpeningHours, type OpeningInterval, type WeeklyHours } from "../opening-hours.ts";
import { MONTH_DAYS } from "./day.ts";
import { MONTH_NAMES, WEEKDAY_NAMES } from "./rule.ts";

/** The rule where there is one; single dates come last in either case. */
export function ruleOf(hours: OpeningHours): string {
  const usual = hours.rule ?? yearlyRule(hours);
  const exceptions = (hours.exceptions ?? []).map(({ date, intervals }) => `${dateName(date)} ${timesOf(intervals)}`);
  return [usual, ...exceptions].join("; ");
}

function yearlyRule(hours: OpeningHours): string {
  if (isAlwaysOpen({ ...hours, exceptions: [] })) return "24/7";
  const seasons = hours.seasons ?? [];
  // The first season that holds counts, so it has to come last; it says closed only where others opened.
  const ofSeasons = seasons.map(({ from, to, week }, index) => {
    const before = [hours, ...seasons.slice(index + 1).map((season) => season.week)];
    const isSaid = (day: WeekdayName): boolean => before.some((other) => other[day].length > 0);
    return weekRules(week, { prefix: `${seasonName(from, to)} `, isClosedSaid: isSaid });
  });
  const closed = closedName(hours.closedDates ?? []);
  const rules = [
    ...weekRules(hours, { prefix: "", isClosedSaid: () => false }),
    ...ofSeasons.toReversed().flat(),
    ...(closed === "" ? [] : [`${closed} off`]),
  ];
  return rules.length > 0 ? rules.join("; ") : "off";
}

interface Said {
  prefix: string;
  isClosedSaid: (day: WeekdayName) => boolean;
}

function weekRules(week: WeeklyHours, { prefix, isClosedSaid }: Said): string[] {
  const said = WEEKDAYS.filter((day) => week[day].length > 0 || isClosedSaid(day));
  return [...Map.groupBy(said, (day) => timesOf(week[day]))].map(([times, days]) =>
    days.length === 7 && prefix !== "" ? `${prefix}${times}` : `${prefix}${daysName(days)} ${times}`,
  );
}

function timesOf(intervals: readonly OpeningInterval[] | null): string {
  if (intervals === null) return "unknown";
  return intervals.length === 0 ? "off" : intervals.map(({ open, close }) => `${open}-${close}`).join(",");
}

/** Days in a row, by their numbers. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

/** What runs out of the end goes on at the beginning. */
function runsAround(numbers: readonly number[], length: number): number[][] {
  const runs = runsOf(numbers);
  const [first, last] = [runs[0], runs.at(-1)];
  const isAround = first && last && runs.length > 1 && first[0] === 0 && last.at(-1) === length - 1;
  return isAround ? [...runs.slice(1, -1), [...last, ...first]] : runs;
}

const rangeNames = (runs: readonly number[][], name: (number: number) => string): string =>
  runs.flatMap((run) => (run.length > 2 ? [`${name(run[0] ?? 0)}-${name(run.at(-1) ?? 0)}`] : run.map(name))).join(",");

/** "Mo-Fr", "Mo,We", "We-Mo". */
function daysName(days: readonly WeekdayName[]): string {
  const numbers = days.map((day) => WEEKDAYS.indexOf(day));
  return rangeNames(runsAround(numbers, 7), (number) => WEEKDAY_NAMES[number] ?? "");
}

/** "Jan 1,May 1,Dec 24-26". */
function closedName(monthDays: readonly string[]): string {
  const numbers = monthDays.map((monthDay) => MONTH_DAYS.indexOf(monthDay)).sort((a, b) => a - b);
  const runs = runsAround([...new Set(numbers)], MONTH_DAYS.length);
  const names = runs.map((run) => {
    const [first = "", last = ""] = [run[0], run.at(-1)].map((number) => MONTH_DAYS[number ?? 0] ?? "");
    return run.length > 2
      ? spanName(first, last)
      : run.map((number) => monthDayName(MONTH_DAYS[number] ?? "")).join(",");
  });
  return names.join(",");
}

const monthName = (month: string | undefined): string => MONTH_NAMES[Number(month) - 1] ?? "";

function monthDayName(monthDay: string): string {
  const [month, day] = monthDay.split("-");
  return `${monthName(month)} ${Number(day)}`;
}

/** "Dec 24-26", "Dec 24-Jan 6". */
function spanName(from: string, to: string): string {
  const isOneMonth = from.slice(0, 2) === to.slice(0, 2) && from <= to;
  return `${monthDayName(from)}-${isOneMonth ? Number(to.slice(3)) : monthDayName(to)}`;
}

/** Whole months by their names; February ends on its 29th where a year has one. */
function seasonName(from: string, to: string): string {
  const [first, last] = [from.slice(0, 2), to.slice(0, 2)];
  const isWhole = from.endsWith("-01") && MONTH_DAYS[MONTH_DAYS.indexOf(to) + 1]?.slice(0, 2) !== last;
  if (isWhole) return first === last ? monthName(first) : `${monthName(first)}-${monthName(last)}`;
  return from === to ? monthDayName(from) : spanName(from, to);
}

const dateName = (date: string): string => `${Number(date.slice(0, 4))} ${monthDayName(date.slice(5))}`;
