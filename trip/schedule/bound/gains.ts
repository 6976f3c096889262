/** What the stops and ways of a day are worth once the couplings they use are charged for. */

import type { Use } from "./charges.ts";
import type { Choice, DayGraph } from "./day-graph.ts";

export interface Gains {
  /** By node: the shortest visit, and what a minute more gains. */
  readonly short: Float64Array;
  readonly rate: Float64Array;
  /** As in the graph, walking charged. */
  readonly costInto: Float64Array;
  readonly costHome: Float64Array;
  /** By side stop: the best choice, and what it gains. */
  readonly side: Float64Array;
  readonly choice: readonly (Choice | null)[];
  /** Free choices that pay, and what they gain together with the day's constant. */
  readonly taken: readonly Choice[];
  readonly constant: number;
}

export function gainsOf(graph: DayGraph, prices: Float64Array): Gains {
  const charge = (uses: readonly Use[]): number =>
    uses.reduce((sum, { coupling, amount }) => sum + (prices[coupling] as number) * amount, 0);
  const minutePrice = graph.minutesCoupling < 0 ? 0 : (prices[graph.minutesCoupling] as number);
  const walkPrice = graph.walkCoupling < 0 ? 0 : (prices[graph.walkCoupling] as number);
  const short = new Float64Array(graph.nodes.length);
  const rate = new Float64Array(graph.nodes.length);
  for (const [node, { visit, uses, loss }] of graph.nodes.entries()) {
    const { score, minutes, leastMinutes, shortWorth, isErrand } = visit;
    const minute = isErrand ? 0 : minutePrice;
    const range = Math.max(0, minutes - leastMinutes);
    short[node] = (range > 0 ? score * shortWorth : score) - loss - charge(uses) - minute * leastMinutes;
    rate[node] = range > 0 ? (score * (1 - shortWorth)) / range - minute : 0;
  }
  const best = graph.sideStops.map(({ choices, visitMinutes }) => {
    let [choice, gain]: [Choice | null, number] = [null, Number.NEGATIVE_INFINITY];
    for (const each of choices) {
      const worth = each.gain - charge(each.uses) - minutePrice * visitMinutes;
      if (worth > gain) [choice, gain] = [each, worth];
    }
    return { choice, gain };
  });
  const taken = graph.free.filter(({ gain, uses }) => gain > charge(uses));
  const walked = (cost: Float64Array, walk: Float64Array): Float64Array =>
    walkPrice === 0 ? cost : cost.map((each, leg) => each + walkPrice * (walk[leg] as number));
  return {
    short,
    rate,
    costInto: walked(graph.costInto, graph.walkInto),
    costHome: walked(graph.costHome, graph.walkHome),
    side: Float64Array.from(best, ({ gain }) => gain),
    choice: best.map(({ choice }) => choice),
    taken,
    constant: taken.reduce((sum, { gain, uses }) => sum + gain - charge(uses), graph.constant),
  };
}
