/**
 * A line as clauses: each says one thing, or one thing after the other at one time. A clause begins at
 * the line, after a sentence, at "then", and at each time that stands in front of what it is for.
 */
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
/** Between a name and the time that belongs to it: "Uffizi (9:00", "Uffizi at 9:00". */
const BEHIND_NAME = /^[\s,]*(?:\(\s*|(?:at|from|around|about|by|@|until)\s*)?$/iu;
const IN_BRACKET = /\(\s*$/;

interface Cut {
  at: number;
  time: SaidTime | null;
  isHead: boolean;
}

/** Which clause-opening times there are, and which belong to the name before them. */
function sortTimes({ text, from, times, names }: LineParts): { opening: SaidTime[]; behind: Map<Named, SaidTime> } {
  const opening: SaidTime[] = [];
  const behind = new Map<Named, SaidTime>();
  const isTimeFirst = times[0] !== undefined && (names[0] === undefined || times[0].from < names[0].from);
  for (const time of times) {
    const before = names.findLast((name) => name.to <= time.from);
    const gap = before ? text.slice(before.to - from, time.from - from) : null;
    const hasWord = gap !== null && /[\p{L}(@]/u.test(gap + text.slice(time.from - from, time.from - from + 1));
    const isBehind =
      before && gap !== null && !behind.has(before) && BEHIND_NAME.test(gap) && isAttached(gap, time, text, from);
    const isOpenNow =
      before &&
      opening.some(
        ({ to }) => to <= before.from && !names.some((n) => n !== before && n.from > to && n.from < before.from),
      );
    if (
      before &&
      isBehind &&
      (IN_BRACKET.test(gap ?? "") || hasWord || !isTimeFirst) &&
      !(isOpenNow && isTimeFirst && !IN_BRACKET.test(gap ?? ""))
    )
      behind.set(before, time);
    else opening.push(time);
  }
  return { opening, behind };
}

/** The time's own "at" was taken into it; a comma alone attaches only in lists that put the time last. */
function isAttached(gap: string, time: SaidTime, text: string, from: number): boolean {
  const said = text.slice(time.from - from, time.to - from);
  return gap.trim() === "" || IN_BRACKET.test(gap) || /^(?:at|from|around|@)/i.test(said) || gap.trim() === ",";
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
  if (!isLast || hasName || !/\p{L}{3}/u.test(said)) return [{ at: time.from, time, isHead: true }];
  return [
    { at: from + start, time, isHead: true },
    { at: time.to, time: null, isHead: true },
  ];
}

/** A name with a time of its own begins a clause, unless it is the first thing said. */
function startBefore({ names, from }: LineParts, name: Named): number {
  const previous = names[names.indexOf(name) - 1];
  return previous ? previous.to : from;
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
