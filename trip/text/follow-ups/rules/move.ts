/** Another day or time for a stop; put off to another day where it was said so; two stops that change places. */
import type { EditOperation } from "../../../edit/operations.ts";
import { askAbout, askWhichDay, stopWords } from "../ask.ts";
import { type Clause, without } from "../clause.ts";
import type { DaySaid } from "../find-days.ts";
import { findStops, type StopsFound, tellingWords } from "../find-stops.ts";
import type { TimeSaid } from "../find-times.ts";
import { fold } from "../fold.ts";
import type { Intent } from "../intent.ts";
import { type PlanInView, type StopInView, stopsOf } from "../plan-in-view.ts";
import { edit, type FollowUpRule } from "../rule.ts";
import { shifted } from "./days.ts";

const DELAY =
  /\b(?:(?:can|could|will have to|should|must|has to) wait (?:until|till|for)|delay(?:ed)?|postpone(?:d)?|put(?:ting)? (?:\S+ ){0,5}?off|push(?:ed)?(?: back)?|defer|hold off(?: on)?|(?:leave|save|keep) (?:\S+ ){1,5}?(?:for|until|till))\b/;
const MOVE =
  /\b(?:mov(?:e|ed|ing)|shift(?:ed)?|reschedul(?:e|ed)|re-?arrange|transfer|relocate|slide|bump|drag|bring (?:\S+ ){0,6}?(?:forward|up)|put|switch(?:ed)?|swap(?:ped)?|chang(?:e|ed)|set|schedule|do|have|visit|see|go(?:ing)? (?:to|up|for|in(?:to)?)|make|start|begin|eat|hit|fit|place|take|prefer|rather|be(?: on| at| in)?|instead|better|works?|want|like)\b/;
const STRONG =
  /\b(?:mov(?:e|ed|ing)|shift|reschedul\w*|re-?arrange|transfer|relocate|slide|bump|drag|bring|put|switch|swap|change)\b/;
const MOVE_WORDS =
  /\b(?:forward|later|earlier|sooner|(?:half )?(?:an|\d+|one|two|three)? ?(?:hours?|minutes?|mins?)|bit|little|slot|possible|switch|around|over|from|hit|eat|works?|defer|schedule|rearrange|re-arrange)\b/g;

interface Whereto {
  to: DaySaid | null;
  /** The day of the stop, where it was said to tell it apart. */
  at: DaySaid | null;
  time: TimeSaid | null;
  atTime: TimeSaid | null;
}

const isPossessive = ({ end }: DaySaid, folded: string): boolean =>
  /^'s?\b|^ (?!afternoon|morning|evening|instead|at|and|please|then|if|for)[a-z]{4,}/.test(folded.slice(end));

/** "Lunch on day 2 to day 3": what follows "to" is where it goes, the other tells which one. */
function whereto({ days, times, folded }: Clause): Whereto {
  const time = times.findLast(({ isName }) => !isName) ?? null;
  const atTime = times.find(({ isName }) => isName) ?? (times.length > 1 ? (times[0] ?? null) : null);
  const [first = null] = days;
  if (days.length < 2) {
    const isFrom =
      first !== null && (first.cue === "from" || first.cue === "of" || /^'s\b/.test(folded.slice(first.end)));
    return { to: isFrom ? null : first, at: isFrom ? first : null, time, atTime };
  }
  const to =
    days.findLast(({ cue, relative }) => /^(?:to|onto|into|until|till|for)$/.test(cue) || relative !== null) ??
    days.findLast((day) => day.cue !== "from" && !isPossessive(day, folded)) ??
    days.at(-1) ??
    null;
  return { to, at: days.find((day) => day !== to) ?? null, time, atTime };
}

/** "On Friday" is where it is to go, unless it stands there and goes to another hour. */
function settled(where: Whereto, clause: Clause, view: PlanInView): Whereto {
  const { to, at, time } = where;
  if (!to || at || (!time && !shifted("12:00", clause.folded)) || !["on", "", "of", "in"].includes(to.cue))
    return where;
  const there = findStops(stopWordsOf(clause), view, {
    days: to.days,
    ...(where.atTime && { time: where.atTime.time }),
  });
  return there.kind === "found" && to.days.length === 1 ? { ...where, to: null, at: to } : where;
}

const stopWordsOf = (clause: Clause): string => without(clause, MOVE_WORDS);

function target(where: Whereto, stop: StopInView, view: PlanInView): { day?: number } | Intent {
  const { to } = where;
  if (!to || to.relative === "other") return {};
  if (to.relative !== null) {
    const day = stop.day + (to.relative === "next" ? 1 : -1);
    const isThere = view.days.some((each) => each.day === day);
    return isThere ? { day } : { kind: "missing", message: `There is no day ${day} in this trip.` };
  }
  const question = askWhichDay(to, view, "To which day?");
  const [day] = to.days;
  return question ?? (day === undefined ? {} : { day });
}

function notesOn({ time }: Whereto): string[] {
  return time?.isPart ? [`I took that part of the day as ${time.time}.`] : [];
}

/** "Dinner at 8" is in the evening. */
function hourOf({ time, isBare }: TimeSaid, { start }: StopInView): string {
  if (!isBare || start < "17:00" || time >= "12:00") return time;
  return `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`;
}

/** Put off is what is said so, and what goes to whichever day: the plan remembers where it stood. */
function operation(
  stop: StopInView,
  where: Whereto,
  context: { clause: Clause; view: PlanInView },
): EditOperation | Intent {
  const { clause, view } = context;
  const day = target(where, stop, view);
  if ("kind" in day) return day;
  const time = (where.time && hourOf(where.time, stop)) ?? (where.to ? null : shifted(stop.start, clause.folded));
  const isOther = where.to?.relative === "other";
  const isDelay = isOther || (DELAY.test(clause.folded) && day.day !== undefined && day.day > stop.day);
  if (day.day === stop.day && !time) {
    return { kind: "missing", message: `${stopWords(stop)} is on that day already.` };
  }
  return {
    op: isDelay ? "delay" : "move",
    item: stop.position,
    ...(day.day !== stop.day && day),
    ...(time && { time }),
  };
}

const hasTarget = ({ to, time }: Whereto, folded: string): boolean =>
  to !== null || time !== null || shifted("12:00", folded) !== null;

/** Of the kind, but called by a name that nothing in the plan has: another place, that is to come in. */
function isOtherPlace(found: StopsFound, { text }: Clause): boolean {
  if (found.kind !== "unsure" || found.stops.length !== 1) return false;
  const names = [...text.matchAll(/(?<=\s)\p{Lu}[\p{L}'-]+/gu)].map(([name]) => fold(name));
  return found.said.split(" ").some((word) => names.includes(word));
}

/** Its delay is no wish: when it arrives is said beside it. */
const JOURNEY = /\b(?:flight|plane|train|bus|ferry)\b/;

/** Nothing to move, or words that would rather add: for rules further down. */
function isForOthers(found: StopsFound, clause: Clause, isStrong: boolean): boolean {
  if (found.kind === "none" && (!isStrong || JOURNEY.test(clause.folded))) return true;
  return (!isStrong || /\b(?:put|have)\b/.test(clause.folded)) && isOtherPlace(found, clause);
}

/** Put off without a day leaves the day to the plan; a move without one asks. */
function withoutTarget(stops: readonly StopInView[], { folded }: Clause, view: PlanInView): Intent[] | null {
  if (/\b(?:postpone|put off|defer|delay)\b/.test(folded)) {
    return [edit(stops.map(({ position }) => ({ op: "delay", item: position })))];
  }
  const question = askWhichDay(null, view, `To which day shall I move ${stops[0]?.title ?? "it"}?`);
  return question ? [question] : null;
}

function movesOf(clause: Clause, view: PlanInView, isStrong: boolean): Intent[] | null {
  const where = settled(whereto(clause), clause, view);
  const said = stopWordsOf(clause);
  const limits = {
    ...(where.at && { days: where.at.days }),
    ...(where.atTime && where.atTime !== where.time && { time: where.atTime.time }),
    notDay: where.to?.days.length === 1 ? (where.to.days[0] ?? null) : null,
  };
  const found = findStops(said, view, limits);
  if (isForOthers(found, clause, isStrong)) return null;
  const question = askAbout(found, view, where.at?.days);
  if (question) return [question];
  const stops = found.kind === "found" ? found.stops : [];
  if (!hasTarget(where, clause.folded)) return isStrong ? withoutTarget(stops, clause, view) : null;
  const made = stops.map((stop) => operation(stop, where, { clause, view }));
  const open = made.find((each) => "kind" in each);
  if (open && "kind" in open) return [open];
  return [
    edit(
      made.flatMap((each) => ("op" in each ? [each] : [])),
      notesOn(where),
    ),
  ];
}

export const move: FollowUpRule = {
  name: "move",
  read(clause, view) {
    const isStrong = STRONG.test(clause.folded) || DELAY.test(clause.folded);
    const isSoft = MOVE.test(clause.folded) || clause.days.length + clause.times.length > 0;
    if (!isStrong && !isSoft) return null;
    if (/^(?:also |then )?(?:add|include|insert|squeeze)\b/.test(clause.folded)) return null;
    if (/\b(?:add|include|extra|more|else)\b/.test(clause.folded) && !isStrong) return null;
    if (/^(?:at |on )?(?:what|when|where|who|why|how|which|show|is|are)\b/.test(clause.folded)) return null;
    const hasWhere = clause.days.length + clause.times.length > 0 || shifted("12:00", clause.folded) !== null;
    if (!hasWhere && /\b(?:swap|switch|change)\b/.test(clause.folded)) return null;
    if (!hasWhere && !/\b(?:mov|shift|reschedul|postpone|delay|push|put off)/.test(clause.folded)) return null;
    return movesOf(clause, view, isStrong);
  },
};

const EXCHANGE = /\b(?:swap|switch|exchange|trade|flip|interchange)\b/;

export const exchange: FollowUpRule = {
  name: "two stops change places",
  read(clause, view) {
    if (!EXCHANGE.test(clause.folded)) return null;
    const parts = without(clause, EXCHANGE).split(/\b(?:and|with|for)\b/);
    if (parts.length !== 2 || parts.some((part) => tellingWords(part).length === 0)) return null;
    const days = clause.days.flatMap((day) => day.days);
    const limits = days.length > 0 ? { days } : {};
    const [first, second] = parts.map((part) => findStops(part, view, limits));
    if (first?.kind !== "found" || second?.kind !== "found") return null;
    const [a, b] = [first.stops[0], second.stops[0]];
    if (!a || !b || a.position === b.position || stopsOf(view).length < 2) return null;
    const sameDay = a.day === b.day;
    const go = (item: StopInView, to: StopInView): EditOperation => ({
      op: "move",
      item: item.position,
      ...(!sameDay && { day: to.day }),
      time: to.start,
    });
    return [edit([go(a, b), go(b, a)])];
  },
};
