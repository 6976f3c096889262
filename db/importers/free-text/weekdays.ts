/** Days of the week as people write them in English: "Tu–Su", "Mon & Wed", "daily except Monday", "weekdays". */

export const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Public holidays stand beside the seven days. */
export const PUBLIC_HOLIDAYS = 7;

const DAY_WORDS = [
  /^(?:mondays?|mon|mo|m)\b\.?/,
  /^(?:tuesdays?|tues|tue|tu)\b\.?/,
  /^(?:wednesdays?|weds?|we|w)\b\.?/,
  /^(?:thursdays?|thurs|thur|thu|th)\b\.?/,
  /^(?:fridays?|fri|fr|f)\b\.?/,
  /^(?:saturdays?|sat|sa)\b\.?/,
  /^(?:sundays?|sun|su)\b\.?/,
];
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:daily|every ?day|(?:7|seven) days(?: a week)?)\b/, [0, 1, 2, 3, 4, 5, 6]],
  [/^weekdays\b/, [0, 1, 2, 3, 4]],
  [/^weekends?\b/, [5, 6]],
  [/^(?:public|bank|national|federal) holidays?\b/, [PUBLIC_HOLIDAYS]],
];
const RANGE = /^\s*(?:-|to\b|through\b|thru\b)\s*/;
/** "Sa Su" too: a space is enough. */
const AND = /^\s*(?:,?\s*and\b|[,&/+]|\s)\s*(?:on\s+)?/;
const EXCEPT = /^\s*,?\s*(?:except|but not)(?: on| for)?\s+/;

interface Found {
  readonly days: readonly number[];
  readonly length: number;
}

function dayAt(text: string): { day: number; length: number } | null {
  for (const [day, word] of DAY_WORDS.entries()) {
    const match = word.exec(text);
    if (match) return { day, length: match[0].length };
  }
  return null;
}

function daysBetween(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7);
}

function itemAt(text: string): Found | null {
  for (const [words, days] of GROUPS) {
    const match = words.exec(text);
    if (match) return { days, length: match[0].length };
  }
  const first = dayAt(text);
  if (!first) return null;
  const range = RANGE.exec(text.slice(first.length));
  const last = range && dayAt(text.slice(first.length + range[0].length));
  if (!range || !last) return { days: [first.day], length: first.length };
  return { days: daysBetween(first.day, last.day), length: first.length + range[0].length + last.length };
}

function listAt(text: string): Found | null {
  const first = itemAt(text);
  if (!first) return null;
  const days = new Set(first.days);
  let { length } = first;
  for (;;) {
    const and = AND.exec(text.slice(length));
    const next = and && itemAt(text.slice(length + and[0].length));
    if (!and || !next) return { days: [...days], length };
    for (const day of next.days) days.add(day);
    length += and[0].length + next.length;
  }
}

/** The days a text begins with, and how much of it they take. */
export function daysAtStart(text: string): Found | null {
  const listed = listAt(text);
  const except = listed && EXCEPT.exec(text.slice(listed.length));
  if (!listed || !except) return listed;
  const left = listAt(text.slice(listed.length + except[0].length));
  if (!left) return null;
  return {
    days: listed.days.filter((day) => !left.days.includes(day)),
    length: listed.length + except[0].length + left.length,
  };
}
