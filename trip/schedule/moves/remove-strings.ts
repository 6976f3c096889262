/**
 * Removes a stretch of stops from each of a few days, all near one another: neighbours on different
 * days can then change places. Slack induction by string removals (Christiaens & Vanden Berghe,
 * "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science, 2020).
 */
import { ELSEWHERE } from "../search/tables.ts";
import { takeOut, type Workbench } from "../search/workbench.ts";

const LONGEST_STRING = 10;
/** How often a stretch in the middle of the string stays, and how likely it is to grow by one more. */
const SPLIT_CHANCE = 0.4;
const LONGER_SPLIT_CHANCE = 0.6;

interface Nearest {
  day: number;
  position: number;
}

/** The planned stop nearest to a point, on the days this step has not touched yet. */
function nearestStop({ tables, routes, journal }: Workbench, point: number): Nearest | null {
  let nearest: Nearest | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let day = 0; day < tables.dayCount; day++) {
    if (journal.isTouched(day)) continue;
    const row = day * routes.width;
    const last = (routes.length[day] ?? 2) - 1;
    for (let position = 1; position < last; position++) {
      const minutes = tables.minutes[point * tables.points + (routes.point[row + position] ?? 0)] ?? 0;
      if (minutes >= least) continue;
      least = minutes;
      nearest = { day, position };
    }
  }
  return nearest;
}

export function removeStrings(bench: Workbench): void {
  const { tables, routes, random, boldness } = bench;
  const seed = tables.usable[random.below(tables.usable.length)] ?? 0;
  const point = tables.point[seed] ?? ELSEWHERE;
  if (point === ELSEWHERE) return;
  let stops = 0;
  for (let day = 0; day < tables.dayCount; day++) stops += (routes.length[day] ?? 2) - 2;
  const longest = Math.min(LONGEST_STRING, stops / tables.dayCount);
  const most = (4 * boldness.removals) / (1 + longest) - 1;
  const strings = Math.min(tables.dayCount, Math.floor(random.next() * most + 1));
  for (let string = 0; string < strings; string++) {
    const nearest = nearestStop(bench, point);
    if (!nearest) return;
    removeString(bench, nearest, longest);
  }
}

function removeString(bench: Workbench, { day, position }: Nearest, longest: number): void {
  const { routes, random, journal } = bench;
  const inner = (routes.length[day] ?? 2) - 2;
  const size = Math.floor(random.next() * Math.min(longest, inner) + 1);
  let kept = 0;
  if (size > 1 && size < inner && random.next() < SPLIT_CHANCE) {
    kept = 1;
    while (kept < inner - size && random.next() < LONGER_SPLIT_CHANCE) kept += 1;
  }
  const reach = size + kept;
  const first = Math.min(Math.max(1, position - random.below(reach)), inner + 1 - reach);
  const keepFrom = first + 1 + random.below(Math.max(1, size - 1));
  journal.touch(day);
  for (let at = first + reach - 1; at >= first; at--) {
    const isKept = kept > 0 && at >= keepFrom && at < keepFrom + kept;
    if (!isKept) takeOut(bench, day, at);
  }
}
