/** Days off that people name instead of a date, and when they fall. Only those with the same date everywhere. */
import { addDays } from "../calendar.ts";
import { weekdayFrom, yearOf } from "./date-words.ts";
import { phrase } from "./reading.ts";
import { said, type WhenRule, windowOf } from "./when-rule.ts";

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
  /** Without a length said, the trip is these days. */
  daysOf(year: number): [start: string, end: string];
}

const HOLIDAYS: readonly Holiday[] = [
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
  { pattern: "(?:christmas|xmas)(?= markets?)", daysOf: (year) => [`${year}-12-01`, `${year}-12-22`] },
  {
    pattern: "(?:christmas|xmas)(?! island| tree)(?: day| eve| holidays?| break| time| week)*",
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
      `(?:(?:over|at|for|during|around|on|this|next|the|coming|long weekend (?:of|at|over)) )*${holiday.pattern}(?:,? (20\\d{2}))?`,
    ),
    read(match, { from }) {
      const year = match[1];
      const window = nextHoliday(holiday, year ? `${year}-01-01` : from);
      return windowOf({ ...window, said: said(match), fill: holiday.daysOf(2027)[0] !== "2027-12-01" });
    },
  };
}

export const HOLIDAY_RULES: readonly WhenRule[] = HOLIDAYS.map(holidayRule);
