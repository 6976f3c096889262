/** The exact search against trying every order, and the heuristic against the exact search. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OrderProblem, shortestOrder } from "../../../trip/check/shortest-order.ts";

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

function bruteForce(problem: OrderProblem): number | null {
  let best = problem.limitMeters;
  for (const order of permutations([...problem.stops.keys()])) {
    let minute = problem.startMinute;
    let meters = 0;
    let isPossible = true;
    for (const [index, stop] of order.entries()) {
      const before = order[index - 1];
      if (before !== undefined) {
        meters += problem.meters[before * problem.stops.length + stop] ?? 0;
        minute += problem.travelMinutes[before * problem.stops.length + stop] ?? 0;
      }
      const range = problem.stops[stop]?.starts.find(({ to }) => to >= minute);
      if (!range) isPossible = false;
      else minute = Math.max(minute, range.from) + (problem.stops[stop]?.minutes ?? 0);
    }
    if (isPossible && minute <= problem.endMinute && meters < best) best = meters;
  }
  return best < problem.limitMeters ? best : null;
}

const spots = (count: number): fc.Arbitrary<{ x: number; y: number }[]> =>
  fc.array(fc.record({ x: fc.integer({ min: 0, max: 3000 }), y: fc.integer({ min: 0, max: 3000 }) }), {
    minLength: 3,
    maxLength: count,
  });

function problemOf(points: { x: number; y: number }[], over: Partial<OrderProblem> = {}): OrderProblem {
  const meters = Float64Array.from(points.flatMap((a) => points.map((b) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y))));
  return {
    stops: points.map(() => ({ minutes: 30, starts: [{ from: 0, to: 2000 }] })),
    meters,
    travelMinutes: meters.map((length) => Math.ceil(length / 75)),
    startMinute: 540,
    endMinute: 3000,
    limitMeters: Number.POSITIVE_INFINITY,
    ...over,
  };
}

describe("shortestOrder", () => {
  it("finds what trying every order finds, windows included", () => {
    const windows = fc.array(
      fc.record({ from: fc.integer({ min: 500, max: 900 }), length: fc.integer({ min: 0, max: 600 }) }),
      { minLength: 6, maxLength: 6 },
    );
    fc.assert(
      fc.property(spots(6), windows, fc.integer({ min: 1000, max: 12_000 }), (points, ranges, limitMeters) => {
        const stops = points.map((_, index) => {
          const { from, length } = ranges[index] ?? { from: 0, length: 0 };
          return { minutes: 20, starts: [{ from, to: from + length }] };
        });
        const problem = problemOf(points, { stops, endMinute: 1300, limitMeters });
        const found = shortestOrder(problem);
        expect(found?.meters ?? null).toBe(bruteForce(problem));
        expect(found?.order.toSorted((a, b) => a - b) ?? [...points.keys()]).toEqual([...points.keys()]);
      }),
      { numRuns: 200 },
    );
  });

  it("knows that a way back may be longer than the way there", () => {
    fc.assert(
      fc.property(spots(6), fc.integer({ min: 0, max: 900 }), (points, uphill) => {
        const flat = problemOf(points);
        const meters = flat.meters.map((length, index) => {
          const [from, to] = [Math.floor(index / points.length), index % points.length];
          return from < to ? length + uphill : length;
        });
        const problem = { ...flat, meters, limitMeters: 12_000 };
        expect(shortestOrder(problem)?.meters ?? null).toBe(bruteForce(problem));
      }),
      { numRuns: 100 },
    );
  });

  it("never claims an order it cannot walk, beyond the exact search", () => {
    const line = Array.from({ length: 14 }, (_, index) => ({ x: ((index * 5) % 14) * 200, y: 0 }));
    expect(shortestOrder(problemOf(line, { limitMeters: 10_000 }))?.meters).toBe(2600);
    expect(shortestOrder(problemOf(line, { limitMeters: 10_000, endMinute: 600 }))).toBeNull();
  });

  it("says nothing about days of one or two stops", () => {
    expect(
      shortestOrder(
        problemOf([
          { x: 0, y: 0 },
          { x: 900, y: 0 },
        ]),
      ),
    ).toBeNull();
  });
});
