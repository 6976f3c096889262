/**
 * Travel between the nodes of a day when whatever lies on the way is left out: what the bound does not
 * place (eateries, stops that take no time) must not make a way longer than the plan's own. So every way
 * is the shortest over such points (Floyd 1962, through those points only): never longer than the way the
 * plan takes through them. Minutes, score and metres on foot are each shortened by themselves.
 */
import type { Problem } from "../problem.ts";

export interface Ways {
  /** Row-major over `points`, the points of the table in this order. */
  readonly size: number;
  readonly minutes: Int32Array;
  readonly meters: Int32Array;
  readonly walk: Int32Array;
}

/** Between `points` and to and from `through`, in this order. */
export function waysBetween(problem: Problem, points: readonly number[], through: readonly number[]): Ways {
  const { travel, weights, days } = problem;
  const all = [...points, ...through];
  const table = (measure: Int32Array, isNeeded: boolean): Int32Array => {
    const ways = new Int32Array(all.length * all.length);
    if (!isNeeded) return ways;
    for (const [row, from] of all.entries()) {
      for (const [column, to] of all.entries())
        ways[row * all.length + column] = measure[from * travel.points + to] ?? 0;
    }
    for (let via = points.length; via < all.length; via++) shorten(ways, all.length, via);
    return ways;
  };
  return {
    size: all.length,
    minutes: table(travel.minutes, true),
    meters: table(travel.meters, weights.travelKilometer !== 0),
    walk: table(
      travel.walkMeters,
      days.some(({ maxWalkMeters }) => maxWalkMeters < Number.MAX_SAFE_INTEGER),
    ),
  };
}

function shorten(ways: Int32Array, size: number, via: number): void {
  const onwards = ways.subarray(via * size, (via + 1) * size);
  for (let from = 0; from < size; from++) {
    const row = ways.subarray(from * size, (from + 1) * size);
    const there = row[via] as number;
    for (let to = 0; to < size; to++) {
      const around = there + (onwards[to] as number);
      if (around < (row[to] as number)) row[to] = around;
    }
  }
}
