/**
 * Where the search for prices begins: as if there were one long day and no order, each visit taking its
 * stay, its rest and the shortest way to it. Filled by worth for time (Dantzig 1957), the last visit that
 * fits says what time is worth, and a visit is priced at what it is worth beyond its time. The same for
 * minutes inside sights and for the number of visits; whichever lets in the least is the one that counts.
 */
import type { Charges } from "./charges.ts";
import type { DayGraph, Node } from "./day-graph.ts";

/** Waiting and longer ways than the shortest take their share of the room, and some visit must be the last to fit. */
const ROOM_FILLED = 0.9;
const VISITS_FILLED = 0.7;

interface Candidate {
  readonly node: Node;
  readonly time: number;
}

export function firstPrices(graphs: readonly DayGraph[], { couplings }: Charges): Float64Array {
  const prices = new Float64Array(couplings.length);
  const candidates = candidatesOf(graphs);
  const rooms = [
    {
      room: graphs.reduce((sum, { copies, startMinute, endMinute }) => sum + copies * (endMinute - startMinute), 0),
      use: ({ time }: Candidate): number => time,
      price: (): number => -1,
    },
    {
      room: roomOf(graphs, couplings, ({ minutesCoupling }) => minutesCoupling),
      use: ({ node }: Candidate): number => (node.visit.isErrand ? 0 : node.visit.minutes),
      price: ({ minutesCoupling }: DayGraph): number => minutesCoupling,
    },
    {
      room: roomOf(graphs, couplings, ({ visitsCoupling }) => visitsCoupling),
      use: ({ node }: Candidate): number => (node.visit.isErrand ? 0 : 1),
      price: ({ visitsCoupling }: DayGraph): number => visitsCoupling,
    },
  ];
  const filled = rooms.map(({ room, use }) => fill(candidates, room, use));
  const tightest = filled.reduce((best, { worth }, index) => (worth < (filled[best]?.worth ?? 0) ? index : best), 0);
  const [rate, rule] = [filled[tightest]?.rate ?? 0, rooms[tightest]];
  if (!rule) return prices;
  for (const graph of graphs) if (rule.price(graph) >= 0) prices[rule.price(graph)] = rate;
  for (const candidate of candidates) {
    const [once] = candidate.node.uses;
    if (once) prices[once.coupling] = Math.max(0, candidate.node.visit.score - rate * rule.use(candidate));
  }
  return prices;
}

/** Each visit once, with the least time it takes on any day. */
function candidatesOf(graphs: readonly DayGraph[]): Candidate[] {
  const candidates = new Map<number, Candidate>();
  for (const { nodes, places, minutesInto } of graphs) {
    for (const [index, node] of nodes.entries()) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let from = 0; from < places; from++) {
        if (from !== index) nearest = Math.min(nearest, minutesInto[index * (places + 1) + from] as number);
      }
      const rest = node.stay - node.visit.leastMinutes;
      const time = node.visit.minutes + rest + (nearest === Number.POSITIVE_INFINITY ? 0 : nearest);
      const once = node.uses[0]?.coupling ?? -1;
      const known = candidates.get(once);
      if (!known || time < known.time) candidates.set(once, { node, time: Math.max(1, time) });
    }
  }
  return [...candidates.values()];
}

function roomOf(graphs: readonly DayGraph[], couplings: Charges["couplings"], of: (graph: DayGraph) => number): number {
  return graphs.reduce(
    (sum, graph) => sum + graph.copies * (couplings[of(graph)]?.used.at(-1) ?? Number.POSITIVE_INFINITY),
    0,
  );
}

function fill(
  candidates: readonly Candidate[],
  room: number,
  use: (candidate: Candidate) => number,
): { worth: number; rate: number } {
  const rateOf = (candidate: Candidate): number => candidate.node.visit.score / Math.max(1e-9, use(candidate));
  const all = candidates.reduce((sum, candidate) => sum + use(candidate), 0);
  let [worth, left] = [0, Math.min(ROOM_FILLED * room, VISITS_FILLED * all)];
  for (const candidate of candidates.toSorted((one, other) => rateOf(other) - rateOf(one))) {
    if (use(candidate) >= left) return { worth: worth + left * rateOf(candidate), rate: rateOf(candidate) };
    left -= use(candidate);
    worth += candidate.node.visit.score;
  }
  return { worth, rate: 0 };
}
