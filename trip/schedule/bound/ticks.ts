/** Every way to spend time at a visit worth telling apart, by the ticks in which it may be left. */
import type { DayGraph } from "./day-graph.ts";

export interface Stays {
  /** By node: first and last tick in which it can be left at its shortest. */
  readonly soonest: Int32Array;
  readonly latest: Int32Array;
  /** By stay: the tick in which it is left, minutes beyond the shortest at the most and at the least, what the hour gains. */
  readonly out: Int32Array;
  readonly most: Float64Array;
  readonly least: Float64Array;
  readonly gain: Float64Array;
  /** The stays of a node that at its shortest would be left in this tick: from `first` to before `end`. */
  first(node: number, tick: number): number;
  end(node: number, tick: number): number;
}

interface Stay {
  readonly out: number;
  readonly most: number;
  readonly least: number;
  readonly gain: number;
}

export function staysByTick(graph: DayGraph, width: number, ticks: number): Stays {
  const { nodes, startMinute, gridMinutes } = graph;
  const soonest = new Int32Array(nodes.length);
  const latest = new Int32Array(nodes.length).fill(-1);
  const offsets: number[] = [];
  const bases: number[] = [];
  const stays: Stay[] = [];
  for (const [node, { stay, spans, visit }] of nodes.entries()) {
    const tickOf = (start: number): number => Math.floor((start + stay - startMinute) / width);
    const first = Math.min(...spans.map(({ from }) => tickOf(from)));
    const last = Math.min(ticks - 1, Math.max(...spans.map(({ to }) => tickOf(to))));
    soonest[node] = first;
    latest[node] = last;
    bases[node] = offsets.length - first;
    for (let tick = first; tick <= last; tick++) {
      offsets.push(stays.length);
      const earliest = Math.ceil((startMinute + tick * width - stay) / gridMinutes) * gridMinutes;
      for (const { from, to, close, gain } of spans) {
        const start = Math.max(from, earliest);
        if (start > to || tickOf(start) !== tick) continue;
        const extra = Math.max(0, Math.min(visit.minutes, close - start) - visit.leastMinutes);
        stays.push(...longer(graph, width, ticks, { left: start + stay, extra, gain }));
      }
    }
    offsets.push(stays.length);
  }
  const offset = Int32Array.from(offsets);
  const base = Int32Array.from(bases);
  return {
    soonest,
    latest,
    out: Int32Array.from(stays, ({ out }) => out),
    most: Float64Array.from(stays, ({ most }) => most),
    least: Float64Array.from(stays, ({ least }) => least),
    gain: Float64Array.from(stays, ({ gain }) => gain),
    first: (node, tick) => offset[(base[node] as number) + tick] as number,
    end: (node, tick) => offset[(base[node] as number) + tick + 1] as number,
  };
}

/** A visit that may be longer, by the tick in which it is left then. */
function longer(
  { startMinute }: DayGraph,
  width: number,
  ticks: number,
  { left, extra, gain }: { left: number; extra: number; gain: number },
): Stay[] {
  const tickOf = (minute: number): number => Math.floor((minute - startMinute) / width);
  const stays: Stay[] = [];
  for (let out = tickOf(left); out <= Math.min(ticks - 1, tickOf(left + extra)); out++) {
    const begins = startMinute + out * width;
    stays.push({ out, most: Math.min(extra, begins + width - 1 - left), least: Math.max(0, begins - left), gain });
  }
  return stays;
}

/** The widest tick in which no way to a node and stay there takes less: an arrival must fall into a later tick. */
export function widestTick({ nodes, places, minutesInto }: DayGraph): number {
  let widest = Number.POSITIVE_INFINITY;
  for (const [to, { stay }] of nodes.entries()) {
    for (let from = 0; from <= places; from++) {
      if (from === to && places === nodes.length) continue;
      widest = Math.min(widest, (minutesInto[to * (places + 1) + from] as number) + stay);
    }
  }
  return widest;
}
