/** One wish of a message with what was found in it: days, times, and the words that are left, which may name a stop. */
import { type DaySaid, findDays } from "./find-days.ts";
import { findTimes, type TimeSaid } from "./find-times.ts";
import { blank, fold, tidy } from "./fold.ts";
import { type PlanInView, type StopInView, stopsOf } from "./plan-in-view.ts";

export interface Clause {
  /** As typed. */
  text: string;
  /** Folded, for patterns, with titles of stops blanked out: "(riverside view)" asks to see nothing. */
  folded: string;
  days: DaySaid[];
  times: TimeSaid[];
  /** Folded, with days and times blanked out; as long as the text. */
  rest: string;
  /** Stops whose whole title was typed. */
  named: StopInView[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Titles hold words such as "Sunday" and "1st", which are then no days. */
function titlesIn(folded: string, view: PlanInView): { stop: StopInView; start: number; end: number }[] {
  return stopsOf(view).flatMap((stop) => {
    const title = fold(stop.title);
    if (title.length < 5) return [];
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(title)}(?![\\p{L}\\p{N}])`, "u").exec(folded);
    return match ? [{ stop, start: match.index, end: match.index + title.length }] : [];
  });
}

/** "4 out of 5" is no date, "half an hour" no half past. */
const NO_TIME = /\b\d(?:[.,]5)? ?\/ ?(?:5|10)\b|\b\d+ out of \d+\b|(?:half an|an|\d+) hours?\b|\d+ min(?:ute)?s?\b/g;

/** "2.3" names a stop where the plan has one, else it may be a time. */
function positionsIn(folded: string, view: PlanInView): { stop: StopInView; start: number; end: number }[] {
  return [...folded.matchAll(/(?<![\w.])(?:stop |item |number )?#?(\d{1,2}\.\d{1,2})(?![\w.])/g)].flatMap((match) => {
    const stop = stopsOf(view).find(({ position }) => position === match[1]);
    return stop ? [{ stop, start: match.index, end: match.index + match[0].length }] : [];
  });
}

export function clauseOf(text: string, view: PlanInView): Clause {
  const typed = tidy(text);
  const folded = fold(typed);
  const titles = titlesIn(folded, view);
  const positions = positionsIn(folded, view);
  const known = [...titles, ...positions];
  const masked = known.reduce((words, { start, end }) => blank(words, start, end), folded);
  const timed = [...masked.matchAll(NO_TIME)].reduce(
    (words, match) => blank(words, match.index, match.index + match[0].length),
    masked,
  );
  const days = findDays(timed, view);
  const withoutDays = days.reduce((words, { start, end }) => blank(words, start, end), timed);
  const times = findTimes(withoutDays);
  const claimed = [...days, ...times];
  const rest = claimed.reduce((words, { start, end }) => blank(words, start, end), folded);
  const named = known.map(({ stop }) => stop);
  const untitled = titles.reduce((words, { start, end }) => blank(words, start, end), folded);
  return { text: typed, folded: untitled, days, times, rest, named };
}

/** What a rule's pattern leaves of a clause, without days and times: the words for a stop. */
export function without(clause: Clause, pattern: RegExp): string {
  const all = new RegExp(pattern.source, pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`);
  const reason = /(?<!\w)(?:because|since|as (?:we|it|i)|so that|so we|cause|cos|'cause)(?!\w).*$/;
  return tidy(clause.rest.replace(reason, " ").replace(all, " "));
}
