/**
 * How much any plan of a problem can be worth at the most. The couplings between stops are priced instead
 * of kept (`couplings.ts`), each kind of day is then solved by itself to a relaxed optimum (`day-table.ts`),
 * and the prices are moved where the sum falls (`price-search.ts`). Every value on the way is a bound.
 *
 * It holds no clock and draws no random numbers. Scores and weights are taken to be no less than zero.
 */
import type { Problem } from "../problem.ts";
import { type Area, areaOf } from "./areas.ts";
import { chargesOf } from "./charges.ts";
import { dayClasses } from "./day-classes.ts";
import { dayGraph } from "./day-graph.ts";
import { firstPrices } from "./first-prices.ts";
import { gainsOf } from "./gains.ts";
import { type Level, levelsOf, tableOf } from "./levels.ts";
import { createPriceSearch, type PriceSearch } from "./price-search.ts";
import { addUses, readRoute } from "./route.ts";
import { zoned } from "./zones.ts";

type SolvedDay = ReturnType<typeof tableOf>;

export interface Bound {
  step(count: number): void;
  /** No feasible plan is worth more; -Infinity when there is none, as far as single days can tell. */
  readonly value: number;
  /** More steps will not help. */
  readonly isDone: boolean;
}

/** Visits on a day beyond which ways between all of them are not kept. */
const MANY_VISITS = 600;
const MOST_ZONES = 40;
/** Floating-point sums may fall short of the true ones by so much. */
const BLUR = 1e-9;
const LONG_STALL = 60;
/** Of a problem without days. */
const LAST: Level = { zones: 1, ticks: 1, isRough: false, patience: 0, most: 0 };

/** `lowerBound`: the score of the best plan known; steers the steps, and ends them when it is met. */
export function createBound(problem: Problem, lowerBound: number | null = null): Bound {
  const classes = dayClasses(problem);
  const charges = chargesOf(problem, classes);
  const areas = new Map<number, Area>();
  const graphs = classes.flatMap((kind, index) => {
    const number = problem.days[kind.day]?.area ?? 0;
    const area = areas.get(number) ?? areaOf(problem, number);
    areas.set(number, area);
    const graph = dayGraph(problem, kind, index, charges, area);
    if (graph === null) return [];
    return graph.nodes.length > MANY_VISITS ? zoned(graph, MOST_ZONES) : graph;
  });
  const levels = levelsOf(graphs);
  const used = new Float64Array(charges.couplings.length);
  const searchFrom = (...starts: readonly Float64Array[]): PriceSearch =>
    createPriceSearch(charges.couplings, lowerBound, starts);
  const solvedAt = (level: Level): SolvedDay[] => graphs.map((graph) => tableOf(graph, level));
  let [level = LAST] = levels;
  let days = solvedAt(level);
  let search = searchFrom(firstPrices(graphs, charges), new Float64Array(used.length));
  let value = sumOfAll(problem);
  let [isDone, stepsHere] = [false, 0];

  /** On to the next level, where this one has given what it can. */
  const sharpen = (isImpossible: boolean): void => {
    if (!isImpossible && search.stalled <= level.patience && stepsHere < level.most && !search.isSettled) return;
    const next = levels[levels.indexOf(level) + 1];
    if (next === undefined) {
      isDone ||= search.isSettled || search.stalled > LONG_STALL;
      return;
    }
    const wasRough = level.isRough;
    [level, stepsHere] = [next, 0];
    const finer = solvedAt(next);
    if (level.isRough === wasRough && areAsSharp(days, finer)) return;
    days = finer;
    // What a rough table says is no bound to compare with.
    if (level.isRough !== wasRough) search = searchFrom(search.best);
    search.sharpen();
  };
  const takeStep = (): void => {
    const worth = solve(days, search.prices, used);
    const isImpossible = worth === Number.NEGATIVE_INFINITY;
    stepsHere += 1;
    if (!isImpossible) search.tell(worth, used);
    // A rough day bounds nothing, and may seem impossible only for its rounding.
    if (!level.isRough) {
      value = isImpossible ? worth : Math.min(value, search.value + BLUR * Math.abs(search.value));
      isDone = isImpossible || (lowerBound !== null && value <= lowerBound + BLUR * Math.abs(lowerBound));
    }
    if (!isDone) sharpen(isImpossible);
  };
  return {
    step(count: number): void {
      for (let step = 0; step < count && !isDone; step++) takeStep();
    },
    get value() {
      return value;
    },
    get isDone() {
      return isDone;
    },
  };
}

/** What all days are worth together at these prices; what they use is left in `used`. */
function solve(days: readonly SolvedDay[], prices: Float64Array, used: Float64Array): number {
  used.fill(0);
  let worth = 0;
  for (const { graph, table } of days) {
    const gains = gainsOf(graph, prices);
    const day = table.solve(gains);
    worth += graph.copies * day;
    if (day !== Number.NEGATIVE_INFINITY) addUses(used, graph, readRoute(graph, table, gains), gains);
  }
  return worth;
}

function areAsSharp(days: readonly SolvedDay[], finer: readonly SolvedDay[]): boolean {
  return days.every(({ graph, table }, day) => {
    const other = finer[day];
    return other?.table.width === table.width && other.graph.places === graph.places;
  });
}

/** Every gain there is, as if all could be had: where the bound begins. */
function sumOfAll({ visits, eateries, days, weights }: Problem): number {
  const tables = eateries.reduce((sum, { score }) => sum + score, 0);
  const sights = visits.reduce((sum, { score, shortWorth }) => sum + Math.max(score, score * shortWorth), 0);
  return sights + tables + days.length * weights.dayOut;
}
