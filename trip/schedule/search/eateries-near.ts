/** The eateries worth thinking of from a point: good ones, near. Found when first asked for, then kept. */
import { ELSEWHERE, type Tables } from "./tables.ts";

const CHOICES = 16;

/** Stops (see tables.ts) by point: the best first, then those that stood in the plan before. */
export function eateriesNear(tables: Tables): (point: number) => Int32Array {
  const { eateries, weights } = tables.problem;
  const known = new Map<number, Int32Array>();
  const before = [...eateries.keys()].filter((eatery) => (eateries[eatery]?.before ?? null) !== null);

  const find = (point: number): Int32Array => {
    const ranked: { stop: number; worth: number }[] = [];
    for (let eatery = 0; eatery < tables.eateryCount; eatery++) {
      const stop = tables.visitCount + eatery;
      const way = point * tables.points + (tables.point[stop] ?? ELSEWHERE);
      const travel =
        (tables.minutes[way] ?? 0) * weights.travelMinute +
        ((tables.meters[way] ?? 0) / 1000) * weights.travelKilometer;
      // There and onwards: about twice the way.
      ranked.push({ stop, worth: (tables.score[stop] ?? 0) - 2 * travel });
    }
    ranked.sort((a, b) => b.worth - a.worth || a.stop - b.stop);
    const near = ranked.slice(0, CHOICES).map(({ stop }) => stop);
    return Int32Array.from(new Set([...near, ...before.map((eatery) => tables.visitCount + eatery)]));
  };

  return (point) => {
    const found = known.get(point) ?? find(point);
    known.set(point, found);
    return found;
  };
}
