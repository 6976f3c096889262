/**
 * The shortest order in which a day's stops can be made within their windows: exactly up to ten stops
 * (depth-first, bounded by the shortest path through what is left), by 2-opt beyond. Only orders that
 * beat a limit are looked for, so most days are settled by the bound alone.
 */
export interface OrderStop {
  minutes: number;
  /** Ranges in which the stop may begin, in order. */
  starts: readonly { from: number; to: number }[];
}

export interface OrderProblem {
  stops: readonly OrderStop[];
  /** Between stops, by index. */
  meters: readonly (readonly number[])[];
  travelMinutes: readonly (readonly number[])[];
  startMinute: number;
  endMinute: number;
  /** Orders of this length or more are of no interest. */
  limitMeters: number;
}

const EXACT_UP_TO = 10;
const TWO_OPT_UP_TO = 40;
/** An order that is not found within so many tries is not held against a plan. */
const MOST_TRIES = 20_000;

const at = (table: readonly (readonly number[])[], from: number, to: number): number => table[from]?.[to] ?? 0;

/** The metres of the best order below the limit; `null` when there is none. */
export function shortestOrder(problem: OrderProblem): number | null {
  const count = problem.stops.length;
  if (count < 3 || spanningTree(problem) >= problem.limitMeters) return null;
  if (count <= EXACT_UP_TO) return exact(problem);
  return count <= TWO_OPT_UP_TO ? twoOpt(problem) : null;
}

/** No order is shorter than the tree that merely connects all stops (Prim). */
function spanningTree({ stops, meters }: OrderProblem): number {
  const nearest = stops.map((_, stop) => at(meters, 0, stop));
  const outside = new Set(stops.keys());
  outside.delete(0);
  let total = 0;
  while (outside.size > 0) {
    let next = -1;
    for (const stop of outside) if (next < 0 || (nearest[stop] ?? 0) < (nearest[next] ?? 0)) next = stop;
    total += nearest[next] ?? 0;
    outside.delete(next);
    for (const stop of outside) nearest[stop] = Math.min(nearest[stop] ?? 0, at(meters, next, stop));
  }
  return total;
}

/** By set and stop: the shortest path from the stop through the set, windows aside (Held & Karp 1962). */
function pathsThrough({ stops, meters }: OrderProblem): Float64Array {
  const count = stops.length;
  const paths = new Float64Array(count << count);
  for (let set = 1; set < 1 << count; set++) {
    for (let from = 0; from < count; from++) {
      let best = Number.POSITIVE_INFINITY;
      for (let next = 0; next < count; next++) {
        if ((set & (1 << next)) === 0) continue;
        best = Math.min(best, at(meters, from, next) + (paths[(set ^ (1 << next)) * count + next] ?? 0));
      }
      paths[set * count + from] = best;
    }
  }
  return paths;
}

function startOf(stop: OrderStop | undefined, minute: number): number | null {
  const range = stop?.starts.find(({ to }) => to >= minute);
  return range ? Math.max(range.from, minute) : null;
}

function exact(problem: OrderProblem): number | null {
  const { stops, meters, travelMinutes, endMinute } = problem;
  const count = stops.length;
  const paths = pathsThrough(problem);
  let best = problem.limitMeters;
  let tries = 0;

  const visit = (stop: number, left: number, sofar: number, arrive: number): void => {
    tries += 1;
    if (tries > MOST_TRIES || sofar + (paths[left * count + stop] ?? 0) >= best) return;
    const start = startOf(stops[stop], arrive);
    if (start === null) return;
    const end = start + (stops[stop]?.minutes ?? 0);
    if (end > endMinute) return;
    if (left === 0) {
      best = sofar;
      return;
    }
    for (let next = 0; next < count; next++) {
      if ((left & (1 << next)) === 0) continue;
      visit(next, left ^ (1 << next), sofar + at(meters, stop, next), end + at(travelMinutes, stop, next));
    }
  };

  const all = (1 << count) - 1;
  for (let first = 0; first < count; first++) visit(first, all ^ (1 << first), 0, problem.startMinute);
  return best < problem.limitMeters ? best : null;
}

const lengthOf = ({ meters }: OrderProblem, order: readonly number[]): number =>
  order.reduce((sum, stop, index) => sum + (index === 0 ? 0 : at(meters, order[index - 1] ?? 0, stop)), 0);

function isPossible({ stops, travelMinutes, startMinute, endMinute }: OrderProblem, order: readonly number[]): boolean {
  let minute = startMinute;
  for (const [index, stop] of order.entries()) {
    const start = startOf(stops[stop], index === 0 ? minute : minute + at(travelMinutes, order[index - 1] ?? 0, stop));
    if (start === null) return false;
    minute = start + (stops[stop]?.minutes ?? 0);
  }
  return minute <= endMinute;
}

/** From the order as planned: turn stretches round for as long as that shortens the way. */
function twoOpt(problem: OrderProblem): number | null {
  let order = [...problem.stops.keys()];
  let length = lengthOf(problem, order);
  let tries = 0;
  for (let improved = true; improved && tries < MOST_TRIES; ) {
    improved = false;
    for (let i = 0; i < order.length - 1; i++) {
      for (let j = i + 1; j < order.length; j++) {
        const turned = [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)];
        const shorter = lengthOf(problem, turned);
        tries += 1;
        if (shorter >= length - 1e-9 || !isPossible(problem, turned)) continue;
        order = turned;
        length = shorter;
        improved = true;
      }
    }
  }
  return length < problem.limitMeters ? length : null;
}
