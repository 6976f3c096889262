/** Days off that people name instead of a date, and when they fall. Only those with the same date everywhere. */
import { addDays } from "../calendar.ts";
import { weekdayFrom, weekdayIndex, yearOf } from "./date-words.ts";
import { phrase } from "./reading.ts";
import { said, startsOn, type WhenRule, windowOf } from "./when-rule.ts";

/** Easter Sunday of the western churches (the anonymous Gregorian computus). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const shift = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const [month, day] = [Math.floor(shift / 31), (shift % 31) + 1];
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

interface Holiday {
  pattern: string;
  /** One day of the calendar: a trip begins with it, unless a length or another day was said. */
  isDay?: boolean;
  /** A season to choose in, not days to fill. */
  isSeason?: boolean;
  /** Without a length said, the trip is these days. */
  daysOf(year: number): [start: string, end: string];
}

const nthMonday = (year: number, month: string, nth: number): string =>
  addDays(weekdayFrom(`${year}-${month}-01`, 0), 7 * (nth - 1));
const lastMonday = (year: number, month: string): string => weekdayFrom(`${year}-${month}-25`, 0);
const upToMonday = (monday: string): [string, string] => [addDays(monday, -3), monday];
const day = (date: string): [string, string] => [date, date];

/** A day off on a Friday or a Monday makes a long weekend, any other is reached with the weekend beside it. */
function weekendWith(date: string): [string, string] {
  const weekday = weekdayIndex(date);
  if (weekday <= 1) return [addDays(date, -3 - weekday), date];
  if (weekday >= 5) return [addDays(date, 4 - weekday), addDays(date, 7 - weekday)];
  return [date, addDays(date, 6 - weekday)];
}

const EVE = "(?:christmas|xmas|x-mas)";

const HOLIDAYS: readonly Holiday[] = [
  {
    pattern: "(?:the )?week(?:end)? after easter",
    daysOf: (year) => [addDays(easterSunday(year), 5), addDays(easterSunday(year), 7)],
  },
  {
    pattern: "(?:the )?week(?:end)? before easter",
    daysOf: (year) => [addDays(easterSunday(year), -9), addDays(easterSunday(year), -7)],
  },
  {
    pattern: "good friday(?: weekend)?|easter friday",
    daysOf: (year) => [addDays(easterSunday(year), -2), addDays(easterSunday(year), 1)],
  },
  {
    pattern: "(?:holy week|semana santa)",
    daysOf: (year) => [addDays(easterSunday(year), -7), easterSunday(year)],
  },
  {
    pattern: "mardi gras|carnival(?: week| weekend| time)|shrove tuesday",
    daysOf: (year) => [addDays(easterSunday(year), -51), addDays(easterSunday(year), -47)],
  },
  { pattern: `${EVE} eve`, isDay: true, daysOf: (year) => day(`${year}-12-24`) },
  { pattern: `${EVE} day`, isDay: true, daysOf: (year) => day(`${year}-12-25`) },
  { pattern: "boxing day|st\\.? stephen's day", isDay: true, daysOf: (year) => day(`${year}-12-26`) },
  { pattern: "new year'?s day", isDay: true, daysOf: (year) => day(`${year + 1}-01-01`) },
  { pattern: "st\\.? patrick'?s(?: day)?|paddy's day", daysOf: (year) => weekendWith(`${year}-03-17`) },
  { pattern: "king's day|koningsdag", isDay: true, daysOf: (year) => day(`${year}-04-27`) },
  { pattern: "golden week", daysOf: (year) => [`${year}-04-29`, `${year}-05-05`], isSeason: true },
  {
    pattern: "(?:early )?may (?:day )?bank holiday(?: weekend)?",
    daysOf: (year) => upToMonday(nthMonday(year, "05", 1)),
  },
  { pattern: "(?:late may|spring) bank holiday(?: weekend)?", daysOf: (year) => upToMonday(lastMonday(year, "05")) },
  { pattern: "(?:august|summer) bank holiday(?: weekend)?", daysOf: (year) => upToMonday(lastMonday(year, "08")) },
  { pattern: "memorial day(?: weekend)?", daysOf: (year) => upToMonday(lastMonday(year, "05")) },
  { pattern: "labou?r day weekend", daysOf: (year) => upToMonday(nthMonday(year, "09", 1)) },
  {
    pattern: "(?:columbus|indigenous peoples'?) day(?: weekend)?",
    daysOf: (year) => upToMonday(nthMonday(year, "10", 2)),
  },
  {
    pattern: "(?:mlk|martin luther king)(?: day)?(?: weekend)?",
    daysOf: (year) => upToMonday(nthMonday(year, "01", 3)),
  },
  { pattern: "presidents?'? day(?: weekend)?", daysOf: (year) => upToMonday(nthMonday(year, "02", 3)) },
  {
    pattern: "(?:4th of july|july 4th|fourth of july|independence day) (?:long )?weekend",
    daysOf: (year) => weekendWith(`${year}-07-04`),
  },
  { pattern: "bastille day(?: weekend)?", daysOf: (year) => weekendWith(`${year}-07-14`) },
  {
    pattern: "oktoberfest",
    daysOf: (year) => [weekdayFrom(`${year}-09-16`, 5), weekdayFrom(`${year}-10-01`, 6)],
    isSeason: true,
  },
  {
    pattern: "(?:may|spring|summer) half[- ]?term",
    daysOf: (year) => [addDays(lastMonday(year, "05"), -2), addDays(lastMonday(year, "05"), 6)],
    isSeason: true,
  },
  {
    pattern: "(?:october|autumn) half[- ]?term",
    daysOf: (year) => [addDays(lastMonday(year, "10"), -2), addDays(lastMonday(year, "10"), 6)],
    isSeason: true,
  },
  { pattern: "february half[- ]?term", daysOf: (year) => [`${year}-02-13`, `${year}-02-21`], isSeason: true },
  { pattern: "spring break", daysOf: (year) => [`${year}-03-08`, `${year}-04-15`], isSeason: true },
  {
    pattern: "easter(?! island)(?: sunday| weekend| break| holidays?| week)?",
    daysOf: (year) => [addDays(easterSunday(year), -2), addDays(easterSunday(year), 1)],
  },
  {
    pattern: "between (?:christmas|xmas) and new year(?:'?s)?(?: eve| day)?",
    daysOf: (year) => [`${year}-12-26`, `${year}-12-31`],
  },
  {
    pattern: "(?:christmas|xmas)(?: and| to|-| &|/) ?new year(?:'?s)?(?: eve)?",
    daysOf: (year) => [`${year}-12-24`, `${year + 1}-01-01`],
  },
  {
    pattern: "(?:christmas|xmas)(?= (?:markets?|shopping))",
    daysOf: (year) => [`${year}-12-01`, `${year}-12-22`],
    isSeason: true,
  },
  {
    pattern: "(?:christmas|xmas)(?! island| tree)(?: holidays?| break| time| week| weekend)*",
    daysOf: (year) => [`${year}-12-24`, `${year}-12-27`],
  },
  {
    pattern: "(?:new year(?:'?s)?(?: eve| day| weekend)*|nye|hogmanay)",
    daysOf: (year) => [`${year}-12-30`, `${year + 1}-01-01`],
  },
  { pattern: "valentine(?:'?s)?(?: day| weekend)*", daysOf: (year) => [`${year}-02-13`, `${year}-02-15`] },
  { pattern: "halloween(?: weekend)?", daysOf: (year) => [`${year}-10-30`, `${year}-11-01`] },
  {
    pattern: "thanksgiving(?: weekend| break| week)?",
    daysOf: (year) => {
      const thursday = addDays(weekdayFrom(`${year}-11-01`, 3), 21);
      return [thursday, addDays(thursday, 3)];
    },
  },
  {
    pattern: "(?:pentecost|whitsun|whit)(?: weekend| monday| sunday)?",
    daysOf: (year) => [addDays(easterSunday(year), 47), addDays(easterSunday(year), 50)],
  },
  {
    pattern: "ascension(?: day| weekend)?",
    daysOf: (year) => [addDays(easterSunday(year), 39), addDays(easterSunday(year), 42)],
  },
];

/** The next one that has not begun; with a year said, the one of that year. */
function nextHoliday({ daysOf }: Holiday, from: string): { start: string; end: string } {
  const year = yearOf(from);
  const [start, end] = [year - 1, year, year + 1].map(daysOf).find(([first]) => first >= from) ?? daysOf(year + 1);
  return { start, end };
}

function holidayRule(holiday: Holiday): WhenRule {
  return {
    pattern: phrase(
      `(?:(?:over|at|for|during|around|on|this|next|the|coming|long weekend (?:of|at|over)) )*(?:${holiday.pattern})(?:,? (20\\d{2}))?`,
    ),
    read(match, { from }) {
      const year = match[1];
      const window = nextHoliday(holiday, year ? `${year}-01-01` : from);
      if (holiday.isDay) return startsOn(window.start, match);
      return windowOf({ ...window, said: said(match), fill: holiday.isSeason !== true });
    },
  };
}

export const HOLIDAY_RULES: readonly WhenRule[] = HOLIDAYS.map(holidayRule);
