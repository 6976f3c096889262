/**
 * In which order can these stops be done within one day? Depth first over what is done and where one is,
 * never twice from a state that was reached earlier, on a shorter walk and for less money before: the
 * labels of dynamic programming for the travelling salesman with time windows (Dumas, Desrosiers, Gelinas
 * & Solomon, "An optimal algorithm for the traveling salesman problem with time windows", 1995).
 *
 * Exact wherever a detour through a stop, the stay included, is never quicker than the direct way.
 */
import type { OpenWindow } from "../../opening-hours.ts";
import { earliestStart } from "../evaluate.ts";
import type { Stop } from "../plan.ts";
import type { Day, Problem } from "../problem.ts";
import { type Effort, spend } from "./effort.ts";

/** One way to have a stop: a meal has several, a visit one. */
export interface Choice {
  readonly stop: Stop;
  readonly point: number | null;
  readonly windows: readonly OpenWindow[];
  readonly cost: number;
}

export interface Part {
  readonly minutes: number;
  readonly rest: number;
  /** Cheapest first. */
  readonly choices: readonly Choice[];
}

export interface Caps {
  readonly walkMeters: number;
  readonly cost: number;
  /**
   * Meals without a place are had wherever is best, on the way to the next stop as well: what one waits for
   * the meal is not lost to the way. Whatever the eateries, no order is quicker, so none here means none.
   */
  readonly isOnTheMove?: boolean;
}

export interface Order {
  readonly stops: readonly Stop[];
  readonly walkMeters: number;
  readonly cost: number;
}

interface State {
  readonly done: number;
  readonly at: number;
  readonly minute: number;
  readonly walked: number;
  readonly cost: number;
  /** Minutes of the next way that were gone during a wait. */
  readonly ahead: number;
}

interface Reached extends State {
  readonly choice: Choice;
}

const MOST_PARTS = 30;

/** `null` when there is none. */
export function findOrder(
  problem: Problem,
  day: Day,
  parts: readonly Part[],
  caps: Caps,
  effort: Effort,
): Order | null {
  if (parts.length > MOST_PARTS) spend(effort, Number.POSITIVE_INFINITY);
  const all = 2 ** parts.length - 1;
  const quickestInto = parts.map((part) => quickestWay(problem, day, parts, part));
  const least = parts.map((part, index) => part.minutes + part.rest + (quickestInto[index] ?? 0));
  const back = quickestBack(problem, day, parts);
  const cheapest = parts.map(({ choices }) => choices[0]?.cost ?? 0);
  const seen = new Map<number | string, State[]>();
  const path: Choice[] = [];

  /** Every stop still to come, gone to at once; `null` when one of them cannot be reached in time any more. */
  const nextFrom = (state: State): Reached[] | null => {
    const next: Reached[] = [];
    let leastMinute = state.minute - state.ahead + back;
    let leastCost = state.cost;
    for (const [index, part] of parts.entries()) {
      if (state.done & (1 << index)) continue;
      leastMinute += least[index] ?? 0;
      leastCost += cheapest[index] ?? 0;
      const steps = part.choices.flatMap((choice) => stepTo(problem, state, part, { choice, index, caps }) ?? []);
      if (steps.length === 0) return null;
      next.push(...steps.filter(({ walked, choice }) => walked <= caps.walkMeters && !isEaten(path, choice)));
    }
    return leastMinute > day.endMinute || leastCost > caps.cost ? null : next;
  };

  const go = (state: State): Order | null => {
    spend(effort);
    if (state.done === all) return arrival(problem, day, state, caps, path);
    if (isKnown(seen, keyOf(problem, state, path), state)) return null;
    const next = nextFrom(state);
    next?.sort((a, b) => a.minute - b.minute || a.cost - b.cost);
    for (const reached of next ?? []) {
      path.push(reached.choice);
      const found = go(reached);
      if (found) return found;
      path.pop();
    }
    return null;
  };
  return go({ done: 0, at: day.startPoint, minute: day.startMinute, walked: 0, cost: 0, ahead: 0 });
}

/** `null` when it is too late for that. */
function stepTo(
  { travel, gridMinutes }: Problem,
  state: State,
  { minutes, rest }: Part,
  { choice, index, caps }: { choice: Choice; index: number; caps: Caps },
): Reached | null {
  const at = choice.point ?? state.at;
  const leg = state.at * travel.points + at;
  const isMove = choice.point !== null;
  const arrive = state.minute + (isMove ? Math.max(0, (travel.minutes[leg] ?? 0) - state.ahead) : 0);
  const startMinute = earliestStart(choice.windows, arrive, minutes, gridMinutes);
  if (startMinute === null) return null;
  const waited = caps.isOnTheMove && choice.stop.kind === "meal" ? startMinute - arrive : 0;
  return {
    done: state.done | (1 << index),
    at,
    minute: startMinute + minutes + rest,
    walked: state.walked + (travel.walkMeters[leg] ?? 0),
    cost: state.cost + choice.cost,
    ahead: (isMove ? 0 : state.ahead) + waited,
    choice,
  };
}

const eateryOf = ({ stop }: Choice): number | null => (stop.kind === "meal" ? stop.eatery : null);

const isEaten = (path: readonly Choice[], choice: Choice): boolean =>
  eateryOf(choice) !== null && path.some((other) => eateryOf(other) === eateryOf(choice));

function quickestWay({ travel }: Problem, day: Day, parts: readonly Part[], into: Part): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (const { point } of into.choices) {
    if (point === null) return 0;
    quickest = Math.min(quickest, travel.minutes[day.startPoint * travel.points + point] ?? 0);
    for (const part of parts) {
      for (const choice of part === into ? [] : part.choices) {
        const leg = choice.point === null ? undefined : travel.minutes[choice.point * travel.points + point];
        quickest = Math.min(quickest, leg ?? quickest);
      }
    }
  }
  return quickest;
}

/** From whichever stop is the last. */
function quickestBack({ travel }: Problem, day: Day, parts: readonly Part[]): number {
  const points = parts.flatMap(({ choices }) => choices.flatMap(({ point }) => point ?? []));
  const isGoneOut = parts.some(({ choices }) => choices.every(({ point }) => point !== null));
  const from = isGoneOut ? points : [...points, day.startPoint];
  return from.reduce(
    (least, point) => Math.min(least, travel.minutes[point * travel.points + day.endPoint] ?? 0),
    Number.POSITIVE_INFINITY,
  );
}

function arrival({ travel }: Problem, day: Day, state: State, caps: Caps, path: readonly Choice[]): Order | null {
  const leg = state.at * travel.points + day.endPoint;
  const walkMeters = state.walked + (travel.walkMeters[leg] ?? 0);
  if (state.minute + Math.max(0, (travel.minutes[leg] ?? 0) - state.ahead) > day.endMinute) return null;
  if (walkMeters > caps.walkMeters || state.cost > caps.cost) return null;
  return { stops: path.map(({ stop }) => stop), walkMeters, cost: state.cost };
}

/** What is done and where one is; for meals, at which eateries one cannot eat again. */
function keyOf({ travel }: Problem, { done, at }: State, path: readonly Choice[]): number | string {
  const key = done * travel.points + at;
  const eaten = path.map(eateryOf).filter((eatery) => eatery !== null);
  return eaten.length === 0 ? key : [key, ...eaten.sort((a, b) => a - b)].join();
}

/** Whether the state, or a better one, was tried before; notes it when not. */
function isKnown(seen: Map<number | string, State[]>, key: number | string, state: State): boolean {
  const known = seen.get(key) ?? [];
  if (known.some((other) => isAsGood(other, state))) return true;
  seen.set(key, [...known.filter((other) => !isAsGood(state, other)), state]);
  return false;
}

const isAsGood = (a: State, b: State): boolean =>
  a.minute <= b.minute && a.minute - a.ahead <= b.minute - b.ahead && a.walked <= b.walked && a.cost <= b.cost;
