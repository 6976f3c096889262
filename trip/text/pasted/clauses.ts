/**
 * A line as clauses: each says one thing, or one thing after the other at one time. A clause begins at
 * the line, after a sentence, at "then", and at each time that stands in front of what it is for.
 */
import { JOURNEY } from "./clause-words.ts";
import type { Resolved } from "./resolve.ts";
import type { SaidLength, SaidTime } from "./said-times.ts";

export interface Named extends Resolved {
  /** Positions in the text. */
  from: number;
  to: number;
}

export interface Clause {
  from: number;
  to: number;
  time: SaidTime | null;
  length: SaidLength | null;
  names: Named[];
  /** First of its line, or behind a time: says what is done, where later sentences describe it. */
  isHead: boolean;
}

export interface LineParts {
  from: number;
  to: number;
  /** The line's text, blanked where times, prices and remarks were read. */
  text: string;
  times: readonly SaidTime[];
  lengths: readonly SaidLength[];
  names: readonly Named[];
}

const BREAK =
  /(?<!\b(?:St|Ste|Mt|Dr|No|Av|a\.m|p\.m|approx|ca|vs|etc|e\.g|i\.e|S|D))[.!?](?=\s|$)|;|\b(?:and )?then\b|\bafter (?:that|this|which|wards)\b|\bafterwards\b|\bfollowed by\b|\bnext,|\bfinally\b|\blater\b|\b(?:before|end(?:ing)? the day|finish(?:ing)?(?: off)?) (?:with|at|by)\b|\bbefore (?=heading|going|walking|visiting|moving|continuing|taking)|->/giu;
/** A sentence may begin a part of the day: "Afternoon: …", "Dinner at …". */
const LABELLED =
  /^\W*(?:early |late |mid-?)?(?:morning|afternoon|evening|night|breakfast|brunch|lunch|dinner|sunset)\b\s*(?::|-|at\b|in\b|with\b)/iu;
const IN_BRACKET = /\(\s*$/;

interface Cut {
  at: number;
  time: SaidTime | null;
  isHead: boolean;
}

/** Which times open a clause, and which belong to the name before them. */
function sortTimes(parts: LineParts): { opening: SaidTime[]; behind: Map<Named, SaidTime> } {
  const opening: SaidTime[] = [];
  const behind = new Map<Named, SaidTime>();
  for (const time of parts.times) {
    const before = parts.names.findLast((name) => name.to <= time.from);
    if (before && !behind.has(before) && isBehind(parts, before, time, opening)) behind.set(before, time);
    else opening.push(time);
  }
  return { opening, behind };
}

/** Between a name and a time: the time is for something else. */
const OWN_TIME =
  /[.!?;█]|\b(?:then|and|flights?|trains?|bus|ferry|eurostar|breakfast|brunch|lunch|dinner|check(?:ing)?[ -]?(?:in|out))\b/iu;
/** So much may stand between a name and its time: "Casa da Música: guided tour 10:00–11:00". */
const MOST_BETWEEN = 40;

/** A name's own time, in brackets, behind "at", or where the line puts times last: "Torre dos Clérigos – 9:30 to 10:30". */
function isBehind(
  { text, from, times, names }: LineParts,
  name: Named,
  time: SaidTime,
  opening: readonly SaidTime[],
): boolean {
  const gap = text.slice(name.to - from, time.from - from);
  if (gap.length > MOST_BETWEEN || OWN_TIME.test(gap)) return false;
  const sentence = sentenceAround(text, name.from - from);
  const isInside = (range: { from: number }): boolean =>
    range.from >= from + sentence.start && range.from < from + sentence.end;
  const first = names.find(isInside);
  const isNameFirst = first !== undefined && times.filter(isInside).every(({ from: at }) => at >= first.to);
  const isBracket = IN_BRACKET.test(gap);
  if (opening.some((other) => isInside(other) && other.to <= name.from)) return isBracket && !isNameFirst;
  if (/^[\s,]*$/.test(gap) || isBracket) {
    return isBracket || isNameFirst || /^(?:at|from|around|@)/iu.test(text.slice(time.from - from));
  }
  const next = text.slice(time.to - from).search(/[,;.]|\b(?:then|and)\b/u);
  const until = next === -1 ? Number.POSITIVE_INFINITY : time.to + next;
  return isNameFirst && !names.some((other) => other.from >= time.to && other.from < until);
}

function sentenceAround(text: string, at: number): { start: number; end: number } {
  const ends = [...text.matchAll(/[.!?;](?=\s|$)/gu)].map(({ index }) => index + 1);
  return { start: ends.findLast((end) => end <= at) ?? 0, end: ends.find((end) => end > at) ?? text.length };
}

export function clausesOf(parts: LineParts): Clause[] {
  const { opening, behind } = sortTimes(parts);
  const inner = parts.text;
  const isInName = (at: number): boolean => parts.names.some(({ from, to }) => at >= from && at < to);
  const cuts: Cut[] = [
    { at: parts.from, time: null, isHead: true },
    ...[...inner.matchAll(BREAK)]
      .map((match) => ({
        at: parts.from + match.index + match[0].length,
        time: null,
        isHead: !/^[.!?]/.test(match[0]),
      }))
      .filter(({ at }) => !isInName(at - 1)),
    ...opening.flatMap((time) => cutsAt(parts, time)),
    ...[...behind].map(([name]) => ({ at: startBefore(parts, name), time: null, isHead: true })),
  ].sort((a, b) => a.at - b.at);
  return cuts
    .map((cut, index) => clauseAt(parts, cut, cuts[index + 1]?.at ?? parts.to, behind))
    .filter(({ to, from }) => to > from);
}

/** In front of what it is for, or in brackets and at the end behind it: "Check-in (15:00)", "flight home 18:45". */
function cutsAt({ text, from, to, names }: LineParts, time: SaidTime): Cut[] {
  const before = text.slice(0, time.from - from);
  const start = Math.max(
    0,
    ...[...before.matchAll(/[,;█]|[.!?]\s/gu)].map(({ index, 0: mark }) => index + mark.length),
  );
  const said = before.slice(start);
  const behind = text.slice(time.to - from, to - from).split(/[,;]|[.!?](?:\s|$)/u)[0] ?? "";
  const isLast = /\(\s*$/.test(said) || !/\p{L}/u.test(behind);
  const hasName = names.some((name) => name.from >= from + start && name.to <= time.from);
  if (!hasName && (JOURNEY.test(said) || ONLY_MEAL.test(said))) return [{ at: from + start, time, isHead: true }];
  if (!isLast || hasName || !/\p{L}{3}/u.test(said)) return [{ at: time.from, time, isHead: true }];
  return [
    { at: from + start, time, isHead: true },
    { at: time.to, time: null, isHead: true },
  ];
}

/** "Dinner 20:00 at Güerrín". */
const ONLY_MEAL = /^[\s.-]*(?:\p{L}+ )?(?:breakfast|brunch|lunch|dinner|supper)\s*(?:at|@|:|-)?\s*$/iu;

/** A name with a time of its own begins a clause, unless it is the first thing said. */
function startBefore({ names, from, text }: LineParts, name: Named): number {
  const previous = names[names.indexOf(name) - 1]?.to ?? from;
  const broken = [...text.slice(previous - from, name.from - from).matchAll(BREAK)].at(-1);
  return broken ? previous + broken.index + broken[0].length : previous;
}

function clauseAt(
  { names, lengths, text, from }: LineParts,
  { at, time, isHead }: Cut,
  to: number,
  behind: ReadonlyMap<Named, SaidTime>,
): Clause {
  const own = names.filter((name) => name.from >= at && name.from < to);
  const timed = own.find((name) => behind.has(name));
  return {
    from: at,
    to,
    time: time ?? (timed ? (behind.get(timed) ?? null) : null),
    length: lengths.find((length) => length.from >= at && length.from < to) ?? null,
    names: own,
    isHead: isHead || LABELLED.test(text.slice(at - from, to - from)),
  };
}
