/** When side stops can be taken and are over, in ticks. */
import type { DayGraph } from "./day-graph.ts";

export const TOO_LATE = -1;

export interface SideTicks {
  /** By tick, as bits: side stops for which it is too late, and those that cannot be over yet. */
  readonly late: Int32Array;
  readonly soon: Int32Array;
  /** The tick in which one begun on leaving a place is over, or too late: `(side * ticks + tick) * (places + 1) + place`. */
  readonly over: Int32Array;
}

export function sideTicks(graph: DayGraph, width: number, ticks: number): SideTicks {
  const { sideStops, startMinute, slack, places } = graph;
  const most = slack.reduce((max, each) => Math.max(max, each), 0);
  const late = new Int32Array(ticks);
  const soon = new Int32Array(ticks);
  const over = new Int32Array(sideStops.length * ticks * (places + 1)).fill(TOO_LATE);
  const tickOf = (minute: number): number => Math.floor((minute - startMinute) / width);
  for (const [side, { startFrom, minutes }] of sideStops.entries()) {
    const first = startFrom(startMinute);
    const soonest = first === null ? ticks : tickOf(Math.max(startMinute, first - most) + minutes);
    for (let tick = 0; tick < ticks; tick++) {
      const leave = startMinute + tick * width;
      const start = startFrom(leave);
      if (start === null) late[tick] = (late[tick] as number) | (1 << side);
      else if (soonest > tick) soon[tick] = (soon[tick] as number) | (1 << side);
      for (let place = 0; start !== null && place <= places; place++) {
        const end = tickOf(Math.max(leave, start - (slack[place] as number)) + minutes);
        if (end < ticks) over[(side * ticks + tick) * (places + 1) + place] = end;
      }
    }
  }
  return { late, soon, over };
}
