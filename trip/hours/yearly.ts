/**
 * Rules that say the same every year, as the stored document has it: a week, seasons, yearly closures. The
 * year is cut where any rule begins or ends; what lies between is alike and is evaluated once.
 */
import { WEEKDAYS, type WeekdayName } from "../calendar.ts";
import { type OpeningHours, type OpeningInterval, type WeeklyHours, wallTimeOf } from "../opening-hours.ts";
import { countOf, DAYS_IN_MONTH, MONTH_DAYS, twoDigits, weekdayOfCount } from "./day.ts";
import { evaluate, type HoursContext, type OpenSpan } from "./evaluate.ts";
import type { DateRange, HoursRule, Weekday } from "./rule.ts";

export type YearlyHours = WeeklyHours & Pick<OpeningHours, "seasons" | "closedDates">;

/** Nothing of what a yearly rule says depends on it. */
const NOWHERE: HoursContext = { sun: null, isPublicHoliday: () => false, isSchoolHoliday: () => false };

const MOST_SEASONS = 24;
const MOST_CLOSED_DATES = 30;
const MOST_INTERVALS = 8;
/** Closures so short are dates, as far as there is room; longer ones are seasons. */
const SHORT_CLOSURES = [14, 3] as const;

interface Piece {
  /** Indices of `MONTH_DAYS`, both included. */
  from: number;
  to: number;
  week: WeeklyHours;
  /** The week as text, to compare. */
  key: string;
}

/** `null` when the document has no room for it. */
export function yearlyHours(rules: HoursRule): YearlyHours | null {
  const pieces = cutsOf(rules).map((from, index, cuts): Piece => {
    const week = weekOn(rules, from);
    return { from, to: (cuts[index + 1] ?? MONTH_DAYS.length) - 1, week, key: JSON.stringify(week) };
  });
  const { closedDates, rest } = shortClosures(pieces);
  const seasons = joined(rest);
  const base = seasons.find((piece) => piece.key === mostDays(seasons)) ?? seasons[0];
  if (!base) return null;
  const others = seasons.filter(({ key }) => key !== base.key);
  const isTooMuch =
    others.length > MOST_SEASONS ||
    seasons.some(({ week }) => WEEKDAYS.some((day) => week[day].length > MOST_INTERVALS));
  if (isTooMuch) return null;
  return {
    ...base.week,
    ...(others.length > 0 && { seasons: others.map(asSeason) }),
    ...(closedDates.length > 0 && { closedDates }),
  };
}

function shortClosures(pieces: readonly Piece[]): { closedDates: string[]; rest: readonly Piece[] } {
  for (const days of SHORT_CLOSURES) {
    const isShort = ({ from, to, key }: Piece): boolean => key === ALL_CLOSED && to - from < days;
    const rest = pieces.filter((piece) => !isShort(piece));
    const closedDates = pieces.filter(isShort).flatMap(({ from, to }) => MONTH_DAYS.slice(from, to + 1));
    if (rest.length > 0 && closedDates.length <= MOST_CLOSED_DATES) return { closedDates, rest };
  }
  return { closedDates: [], rest: pieces };
}

const asSeason = ({ from, to, week }: Piece): NonNullable<OpeningHours["seasons"]>[number] => ({
  from: MONTH_DAYS[from] ?? "01-01",
  to: MONTH_DAYS[to] ?? "12-31",
  week,
});

/** Neighbours that are alike, over short closures and New Year, too. */
function joined(pieces: readonly Piece[]): Piece[] {
  const seasons: Piece[] = [];
  for (const piece of pieces) {
    const before = seasons.at(-1);
    if (before?.key === piece.key) before.to = piece.to;
    else seasons.push({ ...piece });
  }
  const [first, last] = [seasons[0], seasons.at(-1)];
  if (!first || !last || seasons.length === 1 || first.key !== last.key) return seasons;
  return [...seasons.slice(1, -1), { ...last, to: first.to }];
}

function mostDays(pieces: readonly Piece[]): string {
  const days = new Map<string, number>();
  for (const { from, to, key } of pieces) {
    const length = (to - from + MONTH_DAYS.length) % MONTH_DAYS.length;
    days.set(key, (days.get(key) ?? 0) + length + 1);
  }
  return [...days].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Where the year is to be cut: first days of what may be alike. */
function cutsOf(rules: HoursRule): number[] {
  const cuts = rules.flatMap(({ dates }) => dates.flatMap(cutsOfRange));
  return [...new Set([0, ...cuts.map((cut) => cut % MONTH_DAYS.length)])].sort((a, b) => a - b);
}

function cutsOfRange(range: DateRange): number[] {
  const first = range.kind === "months" ? `${twoDigits(range.from)}-01` : monthDayOf(range.from.anchor);
  const last =
    range.kind === "months"
      ? `${twoDigits(range.to)}-${twoDigits(DAYS_IN_MONTH[range.to - 1] ?? 31)}`
      : monthDayOf((range.to ?? range.from).anchor);
  return [MONTH_DAYS.indexOf(first), MONTH_DAYS.indexOf(last) + 1];
}

function monthDayOf(anchor: (DateRange & { kind: "dates" })["from"]["anchor"]): string {
  return typeof anchor === "object" && "day" in anchor
    ? `${twoDigits(anchor.month)}-${twoDigits(anchor.day)}`
    : "01-01";
}

const spansOn = (rules: HoursRule, index: number, weekday: number): ReturnType<typeof evaluate> =>
  evaluate(rules, dateWith(MONTH_DAYS[index] ?? "01-01", weekday as Weekday), NOWHERE);

/** Whether some day of the year is neither open nor closed by these rules: its week then has no hours. */
export function hasUnknownDays(rules: HoursRule): boolean {
  return cutsOf(rules).some((index) => WEEKDAYS.some((_, weekday) => spansOn(rules, index, weekday) === "unknown"));
}

function weekOn(rules: HoursRule, index: number): WeeklyHours {
  const days = WEEKDAYS.map((name, weekday): [WeekdayName, OpeningInterval[]] => {
    const spans = spansOn(rules, index, weekday);
    return [name, spans === "unknown" ? [] : spans.map(intervalOf)];
  });
  return Object.fromEntries(days) as WeeklyHours;
}

const ALL_CLOSED = JSON.stringify(Object.fromEntries(WEEKDAYS.map((day) => [day, []])));

export function intervalOf({ openMinute, closeMinute }: OpenSpan): OpeningInterval {
  return { open: wallTimeOf(openMinute), close: closeMinute === 1_440 ? "24:00" : wallTimeOf(closeMinute) };
}

/** A day of the year that is this weekday: in 28 years each is each, 29 February too. */
function dateWith(monthDay: string, weekday: Weekday): string {
  const [month = 1, day = 1] = monthDay.split("-").map(Number);
  for (let year = 2_000; year < 2_028; year++) {
    const isThere = monthDay !== "02-29" || year % 4 === 0;
    if (isThere && weekdayOfCount(countOf(year, month, day)) === weekday) return `${year}-${monthDay}`;
  }
  return `2000-${monthDay}`;
}
