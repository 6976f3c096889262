/** Days of the plan in a message: by number, ordinal, weekday, date, "tomorrow", or beside another ("the next day"). */
import { addDays, daysBetween } from "../../calendar.ts";
import { readWeekday, WEEKDAY, weekdayIndex } from "../date-words.ts";
import { DATE, readDay } from "../exact-dates.ts";
import { NUMBER, readNumber } from "../numbers.ts";
import { fold } from "./fold.ts";
import type { PlanInView } from "./plan-in-view.ts";

export interface DaySaid {
  start: number;
  end: number;
  text: string;
  /** Numbers of the days that fit; none where the plan has no such day. */
  days: number[];
  /** The calendar date, where one was said. */
  date: string | null;
  /** Beside the day where the stop stands now. */
  relative: "other" | "next" | "previous" | null;
  /** "to", "from", "on", "of" or nothing. */
  cue: string;
}

type Meaning = Pick<DaySaid, "days" | "date" | "relative">;

interface Rule {
  pattern: RegExp;
  read(groups: (string | undefined)[], view: PlanInView, text: string): Meaning | Meaning[] | null;
}

const CUE = "(?:(to|onto|until|till|for|from|of|on|in|into|by|during) )?(?:the |our |that |this )?";
const rule = (pattern: string, read: Rule["read"]): Rule => ({
  pattern: new RegExp(`(?<![\\w])${CUE}(?:${pattern})(?![\\w])`, "g"),
  read,
});

const none: Meaning = { days: [], date: null, relative: null };
const onDays = (days: readonly number[]): Meaning => ({ ...none, days: [...days] });

function onDate(date: string, { days }: PlanInView): Meaning {
  const found = days.filter((each) => each.date === date).map(({ day }) => day);
  return { ...none, days: found, date };
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ORDINAL = `${ORDINALS.join("|")}|\\d{1,2}(?:st|nd|rd|th)|last|final|very last|very first`;

/** From 1; -1 for the last. */
function ordinal(text: string): number {
  if (/last|final/.test(text)) return -1;
  const index = ORDINALS.indexOf(text.replace("very ", ""));
  return index >= 0 ? index + 1 : Number.parseInt(text, 10);
}

function nthDay(nth: number, view: PlanInView, city: string | undefined): Meaning {
  const name = city?.trim();
  const days = view.days.filter((day) => name === undefined || fold(day.city) === name);
  const day = days.at(nth < 0 ? nth : nth - 1);
  return day ? onDays([day.day]) : none;
}

const numbered = (number: string, { days }: PlanInView): Meaning => {
  const day = readNumber(number);
  return onDays(days.flatMap((each) => (each.day === day ? [each.day] : [])));
};

/** Where the trip has two Thursdays, the next to come counts while travelling; before that both fit. */
function onWeekday(said: string, view: PlanInView): Meaning {
  const weekday = readWeekday(said);
  const all = view.days.filter(({ date }) => weekdayIndex(date) === weekday);
  const isTravelling = view.today >= view.startDate && view.today <= view.endDate;
  const ahead = isTravelling ? all.filter(({ date }) => date >= view.today).slice(0, 1) : all;
  const chosen = ahead.length > 0 ? ahead : all;
  const [only] = chosen;
  const date = chosen.length === 1 && only ? only.date : null;
  return { ...none, days: chosen.map(({ day }) => day), date };
}

function dayOfMonth(said: string, view: PlanInView): Meaning | null {
  const day = Number.parseInt(said, 10);
  const found = view.days.filter(({ date }) => Number(date.slice(8)) === day);
  return found.length > 0 ? onDays(found.map((each) => each.day)) : null;
}

const SHORT_WEEKDAY = "(?:mon|tues?|wed|weds|thur?s?|fri|sat)";
const IN_CITY = "(?: (?:in|of|at) (PLACE))?";

const RULES: readonly Rule[] = [
  rule(
    `days? (?:number |no\\.? |#)?(${NUMBER})(?:,? (?:and|&|or|with|for) (?:day )?(${NUMBER}))?(?! ?(?:days?|nights?|hours?))`,
    ([first, second], view) => [numbered(first ?? "", view), ...(second ? [numbered(second, view)] : [])],
  ),
  rule("d(\\d{1,2})", ([number], view) => numbered(number ?? "", view)),
  rule("day after tomorrow", (_, view) => onDate(addDays(view.today, 2), view)),
  rule("tomorrow", (_, view) => onDate(addDays(view.today, 1), view)),
  rule("today|tonight|this (?:morning|afternoon|evening)", (_, view) => onDate(view.today, view)),
  rule("yesterday|last night", (_, view) => onDate(addDays(view.today, -1), view)),
  rule("(?:next|following) day|day after(?: that)?(?! day)", () => ({ ...none, relative: "next" })),
  rule("(?:previous) day|day before|day earlier", () => ({ ...none, relative: "previous" })),
  rule(
    "(?:another|a different|different|some other|other|any other|a later|later|one of the other|a quieter|a better|a less busy|an emptier|whichever|whatever|a free|any) days?(?! trip)",
    () => ({
      ...none,
      relative: "other",
    }),
  ),
  rule(`(${ORDINAL}) (?:day )?(?:and|with|&|or) (?:the )?(${ORDINAL}) days?`, ([first, second], view) =>
    [first, second].map((nth) => nthDay(ordinal(nth ?? ""), view, undefined)),
  ),
  rule(`(${ORDINAL}) (?:full )?(?:day|morning|afternoon|evening|night)${IN_CITY}`, ([nth, city], view) =>
    nthDay(ordinal(nth ?? ""), view, city),
  ),
  rule(`(?:arrival day|day (?:that |when )?we (?:arrive|land|get there))`, (_, view) => nthDay(1, view, undefined)),
  rule(`(?:departure day|day (?:that |when )?we (?:leave|fly home|go home|fly back))`, (_, view) =>
    nthDay(-1, view, undefined),
  ),
  rule(DATE, (_, view, text) => {
    const from = [view.startDate, view.today].toSorted().at(-1) ?? view.today;
    const said = readDay(text, from);
    const date = said?.date ?? null;
    return date === null ? null : onDate(within(date, view), view);
  }),
  rule(`(?:next |this |coming )?(${WEEKDAY}|${SHORT_WEEKDAY}(?!\\w))s?`, ([name], view) => onWeekday(name ?? "", view)),
  rule(
    `(\\d{1,2}(?:st|nd|rd|th))(?! (?:stop|thing|place|visit|sight|activity|item|one|day|morning|floor|arrondissement|century))`,
    ([day], view) => dayOfMonth(day ?? "", view),
  ),
];

/** A date without a year is the one in the trip, if there is one. */
function within(date: string, { startDate, endDate }: PlanInView): string {
  const sameYear = `${startDate.slice(0, 4)}${date.slice(4)}`;
  const isIn = (each: string): boolean => daysBetween(startDate, each) >= 0 && daysBetween(each, endDate) >= 0;
  return isIn(sameYear) && !isIn(date) ? sameYear : date;
}

const patterns = new Map<string, RegExp>();

function withPlaces({ source }: RegExp, { cities }: PlanInView): RegExp {
  const names = cities.map(({ name }) => fold(name).replace(/[^\p{L}\p{N} '-]/gu, "")).join("|") || "█";
  const key = source.replace("PLACE", names);
  const known = patterns.get(key);
  if (known) return known;
  const made = new RegExp(key, "g");
  if (patterns.size > 500) patterns.clear();
  patterns.set(key, made);
  return made;
}

/** In the order of the text; a part is read once, by the first rule that makes sense of it. */
export function findDays(text: string, view: PlanInView): DaySaid[] {
  let rest = text;
  const found: DaySaid[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of rest.matchAll(withPlaces(pattern, view))) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (rest.slice(start, end).includes("█")) continue;
      const cue = match[1] ?? "";
      const words = match[0]
        .slice(cue.length)
        .trim()
        .replace(/^(?:the|our|that|this) /, "");
      const meanings = read(match.slice(2), view, words);
      if (meanings === null) continue;
      for (const meaning of [meanings].flat()) found.push({ start, end, text: words, cue, ...meaning });
      rest = rest.slice(0, start) + "█".repeat(end - start) + rest.slice(end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
