/**
 * The best that is left of a day, by where and when: dynamic programming backwards over (place, departure,
 * side stops done). The clock runs in ticks of a fixed width and every departure is rounded down to one,
 * which only gives time away. A stop may come twice on a path, but not next but one (2-cycle elimination:
 * Houck, Picard, Queyranne & Vemuganti, "The travelling salesman problem as a constrained shortest path
 * problem", 1980): each entry keeps the best continuation and the best that begins at another stop.
 *
 * Only where a node's worth changes from one tick to the next is it handed on to its predecessors, and
 * only where it beats leaving later: work goes with undominated labels, not with ticks.
 */
import type { DayGraph } from "./day-graph.ts";
import type { Gains } from "./gains.ts";
import { type SideTicks, sideTicks, TOO_LATE } from "./side-ticks.ts";
import { type Stays, staysByTick } from "./ticks.ts";

const NONE = -1;
const NO_WAY = Number.NEGATIVE_INFINITY;

export class DayTable {
  readonly ticks: number;
  readonly width: number;
  readonly stays: Stays;
  /** Where places are zones a return to the stop before goes unseen; only a stop may not follow itself. */
  readonly isZoned: boolean;
  private readonly graph: DayGraph;
  private readonly sides: SideTicks;
  /** Places and the start; of one tick, places and nodes by mask. */
  private readonly froms: number;
  private readonly placeRow: number;
  private readonly nodeRow: number;
  private readonly masks: number;
  private readonly soonest: Int32Array;
  /** Ticks of a way and the shortest stay at its end. */
  private readonly shift: Int32Array;
  /** On leaving a place: the best, the best that begins at another stop, and where they lead. */
  private readonly best: Float64Array;
  private readonly other: Float64Array;
  private readonly bestNext: Int16Array;
  private readonly otherNext: Int16Array;
  /** On reaching a node, the node included; by when it would be left at its shortest. */
  private readonly nodeBest: Float64Array;
  private readonly nodeOther: Float64Array;
  private readonly nodeNext: Int16Array;

  /** `isRough`: ways are rounded to the nearest tick, at least one. No bound then, but wide ticks mislead less. */
  constructor(graph: DayGraph, width: number, isRough: boolean) {
    const { nodes, places, startMinute, endMinute, sideStops } = graph;
    this.graph = graph;
    this.width = width;
    this.ticks = Math.max(0, Math.floor((endMinute - startMinute) / width)) + 1;
    this.isZoned = places !== nodes.length;
    this.masks = 1 << sideStops.length;
    this.froms = places + 1;
    this.placeRow = this.masks * this.froms;
    this.nodeRow = this.masks * nodes.length;
    this.stays = staysByTick(graph, width, this.ticks);
    this.sides = sideTicks(graph, width, this.ticks);
    this.soonest = new Int32Array(this.froms).fill(this.ticks);
    this.soonest[places] = 0;
    for (const [node, place] of graph.placeOf.entries()) {
      this.soonest[place] = Math.min(this.soonest[place] as number, this.stays.soonest[node] as number);
    }
    this.shift = this.shifts(isRough);
    this.best = new Float64Array(this.ticks * this.placeRow);
    this.other = new Float64Array(this.ticks * this.placeRow);
    this.bestNext = new Int16Array(this.ticks * this.placeRow);
    this.otherNext = new Int16Array(this.ticks * this.placeRow);
    this.nodeBest = new Float64Array(this.ticks * this.nodeRow);
    this.nodeOther = new Float64Array(this.ticks * this.nodeRow);
    this.nodeNext = new Int16Array(this.ticks * this.nodeRow);
  }

  /** Solves anew; answers the worth of the whole day, -Infinity when the day cannot be kept at all. */
  solve(gains: Gains): number {
    for (const values of [this.best, this.other, this.nodeBest, this.nodeOther]) values.fill(NO_WAY);
    for (const nexts of [this.bestNext, this.otherNext, this.nodeNext]) nexts.fill(NONE);
    for (let tick = this.ticks - 1; tick >= 0; tick--) {
      // More side stops done first: what is left then is among what is left with fewer done.
      for (let mask = this.masks - 1; mask >= 0; mask--)
        if (this.isAlive(mask, tick)) this.settlePlaces(tick, mask, gains);
      for (let mask = this.masks - 1; mask >= 0; mask--)
        if (this.isAlive(mask, tick)) this.settleNodes(tick, mask, gains);
    }
    return this.leaving(this.froms - 1, 0, 0, NONE) + gains.constant;
  }

  /** The best left when leaving the place then, not for `but`; -Infinity when there is no way home. */
  leaving(place: number, tick: number, mask: number, but: number): number {
    const at = this.placeAt(place, tick, mask);
    return (this.bestNext[at] === but ? this.other[at] : this.best[at]) as number;
  }

  /** What `leaving` leads to; beyond the nodes when home. */
  nextOf(place: number, tick: number, mask: number, but: number): number {
    const at = this.placeAt(place, tick, mask);
    return (this.bestNext[at] === but ? this.otherNext[at] : this.bestNext[at]) as number;
  }

  /** The best left when the node, at its shortest, would be left then or later; not for `but`. */
  reaching(node: number, tick: number, mask: number, but: number): number {
    const from = Math.max(tick, this.stays.soonest[node] as number);
    if (from >= this.ticks) return NO_WAY;
    const at = from * this.nodeRow + this.settled(mask, from) * this.graph.nodes.length + node;
    return (this.nodeNext[at] === but ? this.nodeOther[at] : this.nodeBest[at]) as number;
  }

  /** The tick in which a side stop begun on leaving the place then is over, or `TOO_LATE`. */
  afterSide(place: number, tick: number, side: number): number {
    return this.sides.over[(side * this.ticks + tick) * this.froms + place] as number;
  }

  /** The mask with the side stops for which it is too late by then. */
  settled(mask: number, tick: number): number {
    return mask | (this.sides.late[tick] as number);
  }

  ticksInto(node: number, from: number): number {
    return this.shift[node * this.froms + from] as number;
  }

  private shifts(isRough: boolean): Int32Array {
    const { nodes, minutesInto } = this.graph;
    const shift = new Int32Array(nodes.length * this.froms);
    for (const [to, { stay }] of nodes.entries()) {
      for (let from = 0; from < this.froms; from++) {
        const leg = to * this.froms + from;
        const taken = ((minutesInto[leg] as number) + stay) / this.width;
        const whole = isRough ? Math.max(1, Math.round(taken)) : Math.floor(taken);
        // No way from a node to itself.
        shift[leg] = from === to && !this.isZoned ? this.ticks : Math.min(this.ticks, whole);
      }
    }
    return shift;
  }

  private placeAt(place: number, tick: number, mask: number): number {
    return tick * this.placeRow + this.settled(mask, tick) * this.froms + place;
  }

  private isAlive(mask: number, tick: number): boolean {
    const late = this.sides.late[tick] as number;
    return (mask & late) === late && (mask & (this.sides.soon[tick] as number)) === 0;
  }

  private offer(at: number, value: number, next: number): void {
    const { best, other, bestNext, otherNext } = this;
    if (value > (best[at] as number)) {
      if (next !== bestNext[at]) {
        other[at] = best[at] as number;
        otherNext[at] = bestNext[at] as number;
      }
      best[at] = value;
      bestNext[at] = next;
    } else if (next !== bestNext[at] && value > (other[at] as number)) {
      other[at] = value;
      otherNext[at] = next;
    }
  }

  private offerBoth(at: number, from: number, more: number): void {
    const { best, other, bestNext, otherNext } = this;
    if (bestNext[from] !== NONE) this.offer(at, (best[from] as number) + more, bestNext[from] as number);
    if (otherNext[from] !== NONE) this.offer(at, (other[from] as number) + more, otherNext[from] as number);
  }

  private settlePlaces(tick: number, mask: number, gains: Gains): void {
    const { startMinute, endMinute, minutesHome, spanMinute, nodes } = this.graph;
    const leave = startMinute + tick * this.width;
    const home = Math.max(nodes.length, this.froms);
    const begin = tick * this.placeRow + mask * this.froms;
    const later = tick + 1 < this.ticks ? this.placeAt(0, tick + 1, mask) : NONE;
    for (let place = 0; place < this.froms; place++) {
      if (later !== NONE) this.offerBoth(begin + place, later + place, 0);
      const back = leave + (minutesHome[place] as number);
      if (back <= endMinute) {
        // A day on which nothing is done has no span.
        const span = place === this.froms - 1 && tick === 0 ? 0 : back - startMinute;
        this.offer(begin + place, -(gains.costHome[place] as number) - span * spanMinute, home);
      }
    }
    for (let side = 0; side < this.graph.sideStops.length; side++) {
      if (((mask >> side) & 1) === 0) this.settleSide(tick, mask, side, gains.side[side] as number);
    }
  }

  private settleSide(tick: number, mask: number, side: number, gain: number): void {
    const done = mask | (1 << side);
    const begin = tick * this.placeRow + mask * this.froms;
    const skipped = this.isAlive(done, tick) ? tick * this.placeRow + done * this.froms : NONE;
    for (let place = 0; place < this.froms; place++) {
      if (skipped !== NONE) this.offerBoth(begin + place, skipped + place, 0);
      const over = this.afterSide(place, tick, side);
      if (over !== TOO_LATE) this.offerBoth(begin + place, this.placeAt(place, over, done), gain);
    }
  }

  private settleNodes(tick: number, mask: number, gains: Gains): void {
    const { soonest, latest } = this.stays;
    for (let node = 0; node < this.graph.nodes.length; node++) {
      if (tick > (latest[node] as number) || tick < (soonest[node] as number)) continue;
      if (this.settleNode(node, tick, mask, gains)) this.handOn(node, tick, mask, gains.costInto);
    }
  }

  private offerNode(at: number, value: number, next: number): void {
    const { nodeBest, nodeOther, nodeNext } = this;
    if (value > (nodeBest[at] as number)) {
      if (next !== nodeNext[at]) nodeOther[at] = nodeBest[at] as number;
      nodeBest[at] = value;
      nodeNext[at] = next;
    } else if (next !== nodeNext[at] && value > (nodeOther[at] as number)) nodeOther[at] = value;
  }

  /** Whether being left in this tick is worth more than in any later one. */
  private settleNode(node: number, tick: number, mask: number, gains: Gains): boolean {
    const { stays, nodeBest, nodeOther, nodeNext, best, other, bestNext, otherNext } = this;
    const count = this.graph.nodes.length;
    const place = this.graph.placeOf[node] as number;
    const at = tick * this.nodeRow + mask * count + node;
    let [laterBest, laterOther] = [NO_WAY, NO_WAY];
    if (tick + 1 < this.ticks) {
      const later = (tick + 1) * this.nodeRow + this.settled(mask, tick + 1) * count + node;
      [laterBest, laterOther] = [nodeBest[later] as number, nodeOther[later] as number];
      nodeNext[at] = nodeNext[later] as number;
    }
    nodeBest[at] = laterBest;
    nodeOther[at] = laterOther;
    const [short, rate] = [gains.short[node] as number, gains.rate[node] as number];
    const longer = rate > 0 ? stays.most : stays.least;
    const end = stays.end(node, tick);
    for (let stay = stays.first(node, tick); stay < end; stay++) {
      const worth = short + rate * (longer[stay] as number) + (stays.gain[stay] as number);
      const from = this.placeAt(place, stays.out[stay] as number, mask);
      const [next, second] = [bestNext[from] as number, otherNext[from] as number];
      if (next !== NONE && next !== node) this.offerNode(at, (best[from] as number) + worth, next);
      if (second !== NONE && second !== node) this.offerNode(at, (other[from] as number) + worth, second);
    }
    return nodeBest[at] !== laterBest || nodeOther[at] !== laterOther;
  }

  private handOn(node: number, tick: number, mask: number, costInto: Float64Array): void {
    const { nodeBest, nodeOther, nodeNext, other, shift, soonest, isZoned, froms, placeRow } = this;
    const { soon } = this.sides;
    const at = tick * this.nodeRow + mask * this.graph.nodes.length + node;
    const [value, second, next] = [nodeBest[at] as number, nodeOther[at] as number, nodeNext[at] as number];
    const legs = node * froms;
    const now = tick * placeRow + mask * froms;
    for (let from = 0; from < froms; from++) {
      const worth = (next === from && !isZoned ? second : value) - (costInto[legs + from] as number);
      // Leaving now is settled and as good twice over: most ways end here.
      if (worth <= (other[now + from] as number)) continue;
      const leave = tick - (shift[legs + from] as number);
      if (leave < (soonest[from] as number)) continue;
      const to = leave * placeRow + (mask & ~(soon[leave] as number)) * froms + from;
      if (worth > (other[to] as number)) this.offer(to, worth, node);
    }
  }
}
