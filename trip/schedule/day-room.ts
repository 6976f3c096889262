/**
 * How much room a planned day has at each position: the earliest moment one can leave for it and the
 * latest by which what follows must be begun (Savelsbergh, "The vehicle routing problem with time windows:
 * minimizing route duration", 1992). With these an insertion is judged without walking the day again.
 */
import type { OpenWindow } from "../opening-hours.ts";
import { pointOf } from "./evaluate.ts";
import type { TimedStop } from "./plan.ts";
import type { Day, Problem } from "./problem.ts";
import { latestStart, stopHours } from "./stop-hours.ts";

interface Placed {
  readonly point: number | null;
  readonly hours: readonly OpenWindow[];
  /** How long the stop is, and the rest after it. */
  readonly minutes: number;
  readonly rest: number;
}

/** Position `p` is before stop `p`; the last one is before the way to the day's end point. */
export interface DayRoom {
  readonly day: Day;
  readonly stops: readonly Placed[];
  /** Where one is before each position, and from when on one can leave. */
  readonly from: Int32Array;
  readonly leaveMinute: Float64Array;
  /** The next stop with a place of its own from each position on, and its point; after the last stop, the day's end. */
  readonly next: Int32Array;
  readonly nextPoint: Int32Array;
  /** By stop with a place: arrived at later, it or something after it is missed. The last entry is the day's end. */
  readonly latestArrival: Float64Array;
  /** Positions up to this one are reached with every stop before them begun in time. */
  readonly reached: number;
  readonly walked: number;
}

function placed(problem: Problem, index: number, day: Day, stop: TimedStop): Placed {
  const isSight = stop.kind === "visit" && problem.visits[stop.visit]?.isErrand === false;
  return {
    point: pointOf(problem, stop),
    hours: stopHours(problem, index, stop),
    minutes: stop.endMinute - stop.startMinute,
    rest: isSight ? day.bufferMinutes : 0,
  };
}

/** `timed` is what `evaluate` makes of the day; `missed` the first stop that it finds closed or too late, if any. */
export function dayRoom(problem: Problem, index: number, timed: readonly TimedStop[], missed: number): DayRoom {
  const day = problem.days[index];
  if (!day) throw new RangeError(`expected a day of the problem, got ${index}`);
  const { points, walkMeters } = problem.travel;
  const stops = timed.map((stop) => placed(problem, index, day, stop));
  const count = stops.length;
  const from = new Int32Array(count + 1).fill(day.startPoint);
  const leaveMinute = new Float64Array(count + 1).fill(day.startMinute);
  let walked = 0;
  for (const [position, { point, rest }] of stops.entries()) {
    const at = from[position] ?? 0;
    walked += walkMeters[at * points + (point ?? at)] ?? 0;
    from[position + 1] = point ?? at;
    leaveMinute[position + 1] = (timed[position]?.endMinute ?? 0) + rest;
  }
  walked += walkMeters[(from[count] ?? 0) * points + day.endPoint] ?? 0;
  const next = new Int32Array(count + 1).fill(count);
  const nextPoint = new Int32Array(count + 1).fill(day.endPoint);
  const latestArrival = new Float64Array(count + 1).fill(day.endMinute);
  const room = { day, stops, from, leaveMinute, next, nextPoint, latestArrival, reached: missed, walked };
  for (let position = count - 1; position >= 0; position--) {
    const stop = stops[position];
    if (!stop) continue;
    next[position] = stop.point === null ? (next[position + 1] ?? count) : position;
    nextPoint[position] = stop.point ?? nextPoint[position + 1] ?? day.endPoint;
    if (stop.point === null) continue;
    const by = leaveBy(problem, room, position + 1, stop.point) - stop.rest;
    latestArrival[position] = latestStart(stop.hours, by, stop.minutes, problem.gridMinutes);
  }
  return room;
}

/** The latest minute to set out for the stops from `position` on, being at `point`. */
export function leaveBy(
  { travel, gridMinutes }: Problem,
  { stops, next, nextPoint, latestArrival }: DayRoom,
  position: number,
  point: number,
): number {
  const target = next[position] ?? 0;
  let by = (latestArrival[target] ?? 0) - (travel.minutes[point * travel.points + (nextPoint[position] ?? 0)] ?? 0);
  for (let index = target - 1; index >= position; index--) {
    const stop = stops[index];
    if (stop) by = latestStart(stop.hours, by - stop.rest, stop.minutes, gridMinutes);
  }
  return by;
}
