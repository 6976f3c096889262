/** The best day of a solved table, read back: what it uses says which prices are too low. */
import type { Use } from "./charges.ts";
import type { DayGraph } from "./day-graph.ts";
import type { DayTable } from "./day-table.ts";
import type { Gains } from "./gains.ts";
import { TOO_LATE } from "./side-ticks.ts";

export interface Route {
  readonly nodes: readonly number[];
  readonly sides: readonly number[];
  /** Minutes inside each of the nodes. */
  readonly minutes: readonly number[];
}

const BLUR = 1e-7;

/** How each step was worth it is found again from the values; between equals any will do. */
export function readRoute(graph: DayGraph, table: DayTable, gains: Gains): Route {
  const nodes: number[] = [];
  const sides: number[] = [];
  const minutes: number[] = [];
  // `at` is a place; where places are zones the node left may not follow itself, else not the one before it.
  let [at, tick, mask, came] = [graph.places, 0, 0, -1];
  while (nodes.length < table.ticks) {
    const value = table.leaving(at, tick, mask, came);
    const isSame = (other: number): boolean => Math.abs(other - value) <= BLUR * (1 + Math.abs(value));
    const side = sideTaken({ graph, table, gains }, { at, tick, mask, came }, isSame);
    if (side !== null) {
      if (side.gained) sides.push(side.side);
      mask |= 1 << side.side;
      tick = side.tick;
      continue;
    }
    if (tick + 1 < table.ticks && isSame(table.leaving(at, tick + 1, mask, came))) {
      tick += 1;
      continue;
    }
    const next = table.nextOf(at, tick, mask, came);
    if (next < 0 || next >= graph.nodes.length) break;
    const but = table.isZoned ? next : at;
    const left = leaveNode({ graph, table, gains }, next, { at, tick, mask, but });
    if (left === null) break;
    nodes.push(next);
    minutes.push(left.minutes);
    [came, at, tick] = [but, graph.placeOf[next] as number, left.tick];
  }
  return { nodes, sides, minutes };
}

interface Solved {
  readonly graph: DayGraph;
  readonly table: DayTable;
  readonly gains: Gains;
}

function sideTaken(
  { graph, table, gains }: Solved,
  { at, tick, mask, came }: { at: number; tick: number; mask: number; came: number },
  isSame: (value: number) => boolean,
): { side: number; tick: number; gained: boolean } | null {
  for (let side = 0; side < graph.sideStops.length; side++) {
    const bit = 1 << side;
    if (table.settled(mask, tick) & bit) continue;
    const after = table.afterSide(at, tick, side);
    if (after === TOO_LATE) continue;
    const gain = gains.side[side] as number;
    if (isSame(gain + table.leaving(at, after, mask | bit, came))) return { side, tick: after, gained: true };
  }
  return null;
}

/** When and after how long the node is best left, come to from `at`. */
function leaveNode(
  { graph, table, gains }: Solved,
  node: number,
  { at, but, ...from }: { at: number; tick: number; mask: number; but: number },
): { tick: number; minutes: number } | null {
  const { visit } = graph.nodes[node] as DayGraph["nodes"][number];
  let tick = from.tick + table.ticksInto(node, at);
  const value = table.reaching(node, tick, from.mask, but);
  const isSame = (other: number): boolean => Math.abs(other - value) <= BLUR * (1 + Math.abs(value));
  tick = Math.max(tick, table.stays.soonest[node] as number);
  while (tick + 1 < table.ticks && isSame(table.reaching(node, tick + 1, from.mask, but))) tick += 1;
  const { stays } = table;
  const rate = gains.rate[node] as number;
  for (let stay = stays.first(node, tick); stay < stays.end(node, tick); stay++) {
    const longer = (rate > 0 ? stays.most : stays.least)[stay] as number;
    const worth = (gains.short[node] as number) + rate * longer + (stays.gain[stay] as number);
    const out = stays.out[stay] as number;
    if (isSame(worth + table.leaving(graph.placeOf[node] as number, out, from.mask, but))) {
      return { tick: out, minutes: visit.leastMinutes + longer };
    }
  }
  return null;
}

/** Adds what so many days like the route use of each coupling. */
export function addUses(used: Float64Array, graph: DayGraph, route: Route, gains: Gains): void {
  const { copies, nodes, places, placeOf } = graph;
  const add = (coupling: number, amount: number): void => {
    if (coupling >= 0) used[coupling] = (used[coupling] as number) + copies * amount;
  };
  const addAll = (uses: readonly Use[]): void => {
    for (const { coupling, amount } of uses) add(coupling, amount);
  };
  let at = places;
  for (const [position, node] of route.nodes.entries()) {
    const { uses, visit } = nodes[node] as DayGraph["nodes"][number];
    addAll(uses);
    if (!visit.isErrand) add(graph.minutesCoupling, route.minutes[position] ?? 0);
    add(graph.walkCoupling, graph.walkInto[node * (places + 1) + at] as number);
    at = placeOf[node] as number;
  }
  add(graph.walkCoupling, graph.walkHome[at] as number);
  for (const side of route.sides) {
    addAll(gains.choice[side]?.uses ?? []);
    add(graph.minutesCoupling, graph.sideStops[side]?.visitMinutes ?? 0);
  }
  for (const { uses } of gains.taken) addAll(uses);
}
