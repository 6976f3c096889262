/**
 * The shortest order in which a day's stops can be made within their windows: exactly up to ten stops
 * (depth-first, bounded by the shortest path through what is left), by 2-opt beyond. Only orders that
 * beat a limit are looked for, so most days are settled by a bound alone.
 */
export interface OrderStop {
  minutes: number;
  /** Ranges in which the stop may begin, in order. */
  starts: readonly { from: number; to: number }[];
}

export interface OrderProblem {
  stops: readonly OrderStop[];
  /** Between stops, row-major `from * stops + to`. */
  meters: Float64Array;
  travelMinutes: Float64Array;
  startMinute: number;
  endMinute: number;
  /** Orders of this length or more are of no interest. */
  limitMeters: number;
}

export interface ShortOrder {
  meters: number;
  /** Indices of stops. */
  order: readonly number[];
}

/** Beyond this, a list of stops is no day. */
export const MOST_STOPS = 40;
const EXACT_UP_TO = 10;
/** An order that is not found within so many tries is not held against a plan. */
const MOST_TRIES = 5_000;

/** The best order below the limit; `null` when there is none. */
export function shortestOrder(problem: OrderProblem): ShortOrder | null {
  const count = problem.stops.length;
  if (count < 3 || count > MOST_STOPS || spanningTree(problem) >= problem.limitMeters) return null;
  return count <= EXACT_UP_TO ? exact(problem) : twoOpt(problem);
}

/** No order is shorter than the tree that merely connects all stops, each way counted in its shorter direction (Prim). */
function spanningTree({ stops, meters }: OrderProblem): number {
  const count = stops.length;
  const between = (from: number, to: number): number =>
    Math.min(meters[from * count + to] ?? 0, meters[to * count + from] ?? 0);
  const nearest = Float64Array.from({ length: count }, (_, stop) => between(0, stop));
  const isInside = new Uint8Array(count);
  isInside[0] = 1;
  let total = 0;
  for (let added = 1; added < count; added++) {
    let next = -1;
    for (let stop = 1; stop < count; stop++) {
      if (isInside[stop] === 0 && (next < 0 || (nearest[stop] ?? 0) < (nearest[next] ?? 0))) next = stop;
    }
    total += nearest[next] ?? 0;
    isInside[next] = 1;
    for (let stop = 1; stop < count; stop++) {
      nearest[stop] = Math.min(nearest[stop] ?? 0, between(next, stop));
    }
  }
  return total;
}

/** By set and stop outside it: the shortest path from the stop through the set, windows aside (Held & Karp 1962). */
function pathsThrough({ stops, meters }: OrderProblem): Float64Array {
  const count = stops.length;
  const paths = new Float64Array(count << count);
  for (let set = 1; set < 1 << count; set++) {
    for (let from = 0; from < count; from++) {
      if ((set & (1 << from)) !== 0) continue;
      let best = Number.POSITIVE_INFINITY;
      for (let rest = set; rest !== 0; rest &= rest - 1) {
        const next = 31 - Math.clz32(rest & -rest);
        const through = (meters[from * count + next] ?? 0) + (paths[(set ^ (1 << next)) * count + next] ?? 0);
        if (through < best) best = through;
      }
      paths[set * count + from] = best;
    }
  }
  return paths;
}

function startOf(stop: OrderStop | undefined, minute: number): number | null {
  for (const { from, to } of stop?.starts ?? []) if (to >= minute) return Math.max(from, minute);
  return null;
}

function exact(problem: OrderProblem): ShortOrder | null {
  const { stops, meters, travelMinutes, endMinute } = problem;
  const count = stops.length;
  const paths = pathsThrough(problem);
  let best = problem.limitMeters;
  let order: number[] | null = null;
  let tries = 0;
  const way: number[] = [];

  const visit = (stop: number, left: number, sofar: number, arrive: number): void => {
    if (sofar + (paths[left * count + stop] ?? 0) >= best || tries > MOST_TRIES) return;
    tries += 1;
    const start = startOf(stops[stop], arrive);
    if (start === null) return;
    const end = start + (stops[stop]?.minutes ?? 0);
    if (end > endMinute) return;
    way.push(stop);
    if (left === 0) {
      best = sofar;
      order = [...way];
    }
    for (let rest = left; rest !== 0; rest &= rest - 1) {
      const next = 31 - Math.clz32(rest & -rest);
      const leg = stop * count + next;
      visit(next, left ^ (1 << next), sofar + (meters[leg] ?? 0), end + (travelMinutes[leg] ?? 0));
    }
    way.pop();
  };

  const all = (1 << count) - 1;
  for (let first = 0; first < count; first++) visit(first, all ^ (1 << first), 0, problem.startMinute);
  return order && { meters: best, order };
}

function isPossible({ stops, travelMinutes, startMinute, endMinute }: OrderProblem, order: readonly number[]): boolean {
  let minute = startMinute;
  let before: number | null = null;
  for (const stop of order) {
    const arrive: number = before === null ? minute : minute + (travelMinutes[before * stops.length + stop] ?? 0);
    const start = startOf(stops[stop], arrive);
    if (start === null) return false;
    minute = start + (stops[stop]?.minutes ?? 0);
    before = stop;
  }
  return minute <= endMinute;
}

/** From the order as planned: turn stretches round for as long as that shortens the way. */
function twoOpt(problem: OrderProblem): ShortOrder | null {
  const { meters, stops } = problem;
  const count = stops.length;
  const between = (from: number | undefined, to: number | undefined): number =>
    from === undefined || to === undefined ? 0 : (meters[from * count + to] ?? 0);
  let order = [...stops.keys()];
  const lengthOf = (way: readonly number[]): number =>
    way.reduce((sum, stop, index) => sum + between(way[index - 1], stop), 0);
  let length = lengthOf(order);
  let tries = 0;
  for (let improved = true; improved && tries < MOST_TRIES; ) {
    improved = false;
    for (let i = 0; i < count - 1; i++) {
      for (let j = i + 1; j < count; j++) {
        const [before, first, last, after] = [order[i - 1], order[i], order[j], order[j + 1]];
        const gain = between(before, first) + between(last, after) - between(before, last) - between(first, after);
        tries += 1;
        if (gain <= 1e-9 || tries > MOST_TRIES) continue;
        const turned = [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)];
        // The stretch itself may be longer the other way round.
        const shorter = lengthOf(turned);
        if (shorter >= length - 1e-9 || !isPossible(problem, turned)) continue;
        order = turned;
        length = shorter;
        improved = true;
      }
    }
  }
  return length < problem.limitMeters ? { meters: length, order } : null;
}
