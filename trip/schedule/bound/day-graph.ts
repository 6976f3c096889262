/**
 * One kind of day as the bound sees it: a graph of the visits that have a place and may be begun, with the
 * ways between them, and side stops (meals, visits without a place) that happen on the way.
 *
 * A side stop is taken wherever the traveller is, its own detour left out (`shortcuts.ts` made every way
 * no longer than through it). Who waits for it to begin might spend the wait walking on: so it may begin
 * early by `slack`, the most that a way can be longer than one from the nearest eatery.
 */
import { earliestStart } from "../evaluate.ts";
import type { Day, Problem, Visit } from "../problem.ts";
import type { Area } from "./areas.ts";
import type { Charges, Use } from "./charges.ts";
import type { DayClass } from "./day-classes.ts";
import { leastMinutes } from "./reach.ts";
import type { Ways } from "./shortcuts.ts";
import { type Span, spansOf } from "./starts.ts";

export interface Node {
  readonly visit: Visit;
  /** Inside at the shortest, and the rest after it. */
  readonly stay: number;
  readonly spans: readonly Span[];
  readonly uses: readonly Use[];
  /** What being on another day than before costs. */
  readonly loss: number;
}

/** One way to do a side stop: this eatery, no place at all, the visit itself. */
export interface Choice {
  readonly gain: number;
  readonly uses: readonly Use[];
}
export interface SideStop {
  readonly minutes: number;
  /** Minutes inside sights it uses. */
  readonly visitMinutes: number;
  readonly choices: readonly Choice[];
  /** Earliest start from then on; `null` when it is too late. */
  readonly startFrom: (minute: number) => number | null;
}

export interface DayGraph {
  readonly copies: number;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly nodes: readonly Node[];
  /** Where each node is, and how many places there are; the start comes after them. */
  readonly placeOf: Int32Array;
  readonly places: number;
  /** To a node from each place and, last, from the start: `to * (places + 1) + from`. */
  readonly minutesInto: Float64Array;
  readonly costInto: Float64Array;
  readonly walkInto: Float64Array;
  /** From each place and the start to the end point. */
  readonly minutesHome: Float64Array;
  readonly costHome: Float64Array;
  readonly walkHome: Float64Array;
  /** From each place and the start: see above. */
  readonly slack: Float64Array;
  readonly sideStops: readonly SideStop[];
  /** Taken wherever it pays, at no time: side stops beyond those that are tracked, stops of no duration. */
  readonly free: readonly Choice[];
  /** Worth of the day whatever is done. */
  readonly constant: number;
  readonly visitsCoupling: number;
  readonly minutesCoupling: number;
  readonly walkCoupling: number;
  readonly spanMinute: number;
  readonly gridMinutes: number;
}

const MOST_SIDE_STOPS = 4;

export function dayGraph(
  problem: Problem,
  kind: DayClass,
  index: number,
  charges: Charges,
  area: Area,
): DayGraph | null {
  const day = problem.days[kind.day];
  if (!day) return null;
  const options = { problem, kind, index, day, charges };
  const { nodes, rows } = nodesOf(options, area);
  const isOpen = (visit: number): boolean => (problem.visits[visit]?.windows[kind.day] ?? []).length > 0;
  const loose = area.loose.filter(isOpen);
  const quick = area.quick.filter(isOpen);
  const all = [
    ...[...day.meals.keys()].map((slot) => mealOf(options, slot)),
    ...loose.map((visit) => looseOf(options, visit)),
  ];
  const dayOutAnyway = [...loose, ...quick].some((visit) => problem.visits[visit]?.isErrand === false);
  return {
    copies: kind.copies,
    startMinute: day.startMinute,
    endMinute: day.endMinute,
    nodes,
    placeOf: Int32Array.from(nodes.keys()),
    places: nodes.length,
    ...arcsOf(options, area, rows, dayOutAnyway ? 0 : problem.weights.dayOut),
    sideStops: all.slice(0, MOST_SIDE_STOPS),
    free: [
      ...all.slice(MOST_SIDE_STOPS).flatMap(({ choices }) => choices),
      ...quick.map((visit) => choiceOf(options, visit)),
    ],
    constant: (dayOutAnyway ? problem.weights.dayOut : 0) - day.meals.length * problem.weights.missedMeal,
    visitsCoupling: charges.visitsOf[index] ?? -1,
    minutesCoupling: charges.minutesOf[index] ?? -1,
    walkCoupling: charges.walkOf[index] ?? -1,
    spanMinute: problem.weights.spanMinute,
    gridMinutes: problem.gridMinutes,
  };
}

/** The visits that can be begun in time, and their rows in the area's ways. */
function nodesOf(options: Options, { placed, ways, rowOf }: Area): { nodes: Node[]; rows: number[] } {
  const { problem, kind, day } = options;
  const visits = placed.filter((visit) => (problem.visits[visit]?.windows[kind.day] ?? []).length > 0);
  const rows = visits.map((visit) => rowOf.get(problem.visits[visit]?.point ?? -1) ?? 0);
  const stays = visits.map((visit) => stayOf(problem.visits[visit] as Visit, day));
  const [start, end] = [rowOf.get(day.startPoint) ?? 0, rowOf.get(day.endPoint) ?? 0];
  const leg = (from: number, to: number): number => ways.minutes[from * ways.size + to] as number;
  const row = (node: number): number => rows[node] as number;
  const there = leastMinutes(
    stays,
    (node) => leg(start, row(node)),
    (near, far) => leg(row(near), row(far)),
  );
  const home = leastMinutes(
    stays,
    (node) => leg(row(node), end),
    (near, far) => leg(row(far), row(near)),
  );
  const nodes = visits.map((visit, node) => nodeOf(options, visit, there[node] ?? 0, home[node] ?? 0));
  const kept = [...nodes.keys()].filter((node) => nodes[node]?.spans.length);
  return { nodes: kept.map((node) => nodes[node] as Node), rows: kept.map((node) => row(node)) };
}

interface Options {
  readonly problem: Problem;
  readonly kind: DayClass;
  /** Of the class. */
  readonly index: number;
  readonly day: Day;
  readonly charges: Charges;
}

const stayOf = ({ leastMinutes, isErrand }: Visit, { bufferMinutes }: Day): number =>
  leastMinutes + (isErrand ? 0 : bufferMinutes);

function nodeOf({ problem, kind, index, day, charges }: Options, visit: number, there: number, home: number): Node {
  const known = problem.visits[visit] as Visit;
  const isSameDay = known.before?.day === kind.day;
  const stay = stayOf(known, day);
  return {
    visit: known,
    stay,
    spans: spansOf({
      visit: known,
      windows: known.windows[kind.day] ?? [],
      earliest: day.startMinute + there,
      latest: day.endMinute - home - stay,
      grid: problem.gridMinutes,
      movedFrom: isSameDay ? (known.before?.startMinute ?? null) : null,
      movedMinute: problem.weights.movedMinute,
    }),
    uses: charges.visitUses(visit, index),
    loss: known.before && !isSameDay ? problem.weights.otherDay : 0,
  };
}

/** A visit for all it can be worth, crowds and moves aside: they only take away. */
function choiceOf({ problem, kind, index, charges }: Options, visit: number): Choice {
  const { score, before, shortWorth } = problem.visits[visit] as Visit;
  const loss = before && before.day !== kind.day ? problem.weights.otherDay : 0;
  return { gain: Math.max(score, score * shortWorth) - loss, uses: charges.visitUses(visit, index) };
}

function looseOf(options: Options, visit: number): SideStop {
  const { leastMinutes, windows, isErrand } = options.problem.visits[visit] as Visit;
  const hours = windows[options.kind.day] ?? [];
  return {
    minutes: stayOf(options.problem.visits[visit] as Visit, options.day),
    visitMinutes: isErrand ? 0 : leastMinutes,
    choices: [choiceOf(options, visit)],
    startFrom: (minute) => earliestStart(hours, minute, leastMinutes, options.problem.gridMinutes),
  };
}

function mealOf({ problem, kind, day, charges }: Options, slot: number): SideStop {
  const { gridMinutes, weights } = problem;
  const meal = day.meals[slot];
  const { earliestMinute = 0, latestMinute = 0, minutes = 0, costWithoutPlace = 0 } = meal ?? {};
  const tables = problem.eateries.flatMap(({ area, score, windows, before }, eatery): Choice[] => {
    const start = earliestStart(windows[kind.day] ?? [], earliestMinute, minutes, gridMinutes);
    if (area !== day.area || start === null || start > latestMinute) return [];
    const loss = before && before.day !== kind.day ? weights.otherDay : 0;
    return [{ gain: weights.missedMeal + score - loss, uses: charges.eateryUses(eatery) }];
  });
  return {
    minutes,
    visitMinutes: 0,
    choices: [{ gain: weights.missedMeal, uses: charges.moneyUses(costWithoutPlace) }, ...tables],
    startFrom: (minute) => {
      const start = Math.ceil(Math.max(minute, earliestMinute) / gridMinutes) * gridMinutes;
      return start > latestMinute ? null : start;
    },
  };
}

type Arcs = Pick<DayGraph, "minutesInto" | "costInto" | "walkInto" | "minutesHome" | "costHome" | "walkHome" | "slack">;

/** The first sight makes a day out: its worth stands on the ways from the start. */
function arcsOf({ problem, day }: Options, area: Area, rows: readonly number[], dayOut: number): Arcs {
  const { ways, rowOf, firstThrough } = area;
  const { weights } = problem;
  const froms = [...rows, rowOf.get(day.startPoint) ?? 0];
  const end = rowOf.get(day.endPoint) ?? 0;
  const into = (table: Int32Array): Float64Array => {
    const legs = new Float64Array(rows.length * froms.length);
    for (const [to, row] of rows.entries()) {
      for (const [from, start] of froms.entries())
        legs[to * froms.length + from] = table[start * ways.size + row] as number;
    }
    return legs;
  };
  const home = (table: Int32Array): Float64Array =>
    Float64Array.from(froms, (from) => table[from * ways.size + end] as number);
  const costOf = (minutes: Float64Array, meters: Float64Array): Float64Array =>
    minutes.map(
      (each, leg) => each * weights.travelMinute + ((meters[leg] as number) / 1000) * weights.travelKilometer,
    );
  const minutesInto = into(ways.minutes);
  const minutesHome = home(ways.minutes);
  const costInto = costOf(minutesInto, into(ways.meters));
  for (let to = 0; to < rows.length; to++) {
    const leg = to * froms.length + rows.length;
    costInto[leg] = (costInto[leg] as number) - dayOut;
  }
  return {
    minutesInto,
    costInto,
    walkInto: into(ways.walk),
    minutesHome,
    costHome: costOf(minutesHome, home(ways.meters)),
    walkHome: home(ways.walk),
    slack: slackOf(ways, firstThrough, froms, [...rows, end]),
  };
}

function slackOf(ways: Ways, firstThrough: number, froms: readonly number[], targets: readonly number[]): Float64Array {
  if (firstThrough === ways.size) return new Float64Array(froms.length);
  const nearest = targets.map((to) => {
    let least = Number.POSITIVE_INFINITY;
    for (let via = firstThrough; via < ways.size; via++)
      least = Math.min(least, ways.minutes[via * ways.size + to] as number);
    return least;
  });
  return Float64Array.from(froms, (from) =>
    targets.reduce(
      (most, to, column) =>
        Math.max(most, (ways.minutes[from * ways.size + to] as number) - (nearest[column] as number)),
      0,
    ),
  );
}
