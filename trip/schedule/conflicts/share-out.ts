/**
 * Sharing out visits among days, depth first: each day in turn takes a set that it can hold, the fullest
 * first, and the rest is left to the days after it, the same rest never twice. Days with the least choice
 * come first.
 */
import type { Plan } from "../plan.ts";
import { type Amounts, isWithin, loadOf, roomOf, sumOfAmounts } from "./day-capacity.ts";
import type { DayAnswer, DayOrders, Held } from "./day-orders.ts";
import { type Effort, spend } from "./effort.ts";
import type { Task } from "./task.ts";

export interface Shares {
  /** By day: what can be nowhere else. */
  readonly pinned: readonly (readonly number[])[];
  readonly free: readonly { readonly visit: number; readonly days: readonly number[] }[];
}

/** What came up that a plain answer does not hold for. */
export interface Notes {
  isTooFar: boolean;
  isAwkward: boolean;
  isContested: boolean;
}

export interface Sharing {
  readonly task: Task;
  readonly orders: readonly DayOrders[];
  readonly effort: Effort;
  readonly shares: Shares;
  readonly notes: Notes;
  readonly days: readonly number[];
  /** Filled in by day. */
  readonly plan: Plan[number][];
  /** For meals, and eateries are sought; `null`: meals are had on the way, and cost what they cost. */
  readonly purse: number | null;
  /** Each day takes all that it can hold of what is left: enough where only time is short. */
  readonly isFilled: boolean;
  /** Two days may want the same eatery: every way to seat the meals is tried. */
  readonly isEverySeating: boolean;
}

/** Sets of visits are bits of a number. */
export const MOST_FREE = 30;

interface Table extends Sharing {
  readonly free: Shares["free"];
  /** The days in the order in which they are filled; by their place in it, who can go there. */
  readonly order: readonly number[];
  readonly candidates: readonly (readonly number[])[];
  readonly loads: readonly Amounts[];
  /** From that place in the order on: who can still go anywhere, and how much room there is. */
  readonly canLater: readonly number[];
  readonly roomLater: readonly Amounts[];
  readonly taken: Set<number>;
  readonly failed: Map<number, number>;
}

export function shareOut(sharing: Sharing): boolean {
  const { shares, days, purse } = sharing;
  const free = shares.free.filter(({ days: possible }) => possible.some((day) => days.includes(day)));
  const choices = (day: number): number[] => [...free.keys()].filter((bit) => free[bit]?.days.includes(day));
  const order = [...days].sort((a, b) => choices(a).length - choices(b).length || a - b);
  const candidates = order.map(choices);
  const everyone = [...shares.pinned.flat(), ...free.map(({ visit }) => visit)];
  const loads = free.map(({ visit }) => loadOf(sharing.task, visit, everyone, days));
  const loadsAt = (bits: readonly number[]): Amounts[] => loads.filter((_, bit) => bits.includes(bit));
  const room = order.map((day, at) =>
    roomOf(sharing.task, day, shares.pinned[day] ?? [], loadsAt(candidates[at] ?? [])),
  );
  const table: Table = {
    ...sharing,
    free,
    order,
    candidates,
    canLater: order.map((_, at) => candidates.slice(at).reduce((mask, bits) => mask | maskOf(bits), 0)),
    roomLater: order.map((_, at) => sumOfAmounts(room.slice(at))),
    loads,
    taken: new Set(),
    failed: new Map(),
  };
  return fill(table, 0, 2 ** free.length - 1, purse ?? 0);
}

/** Whether `rest` can be shared out from place `at` in the order on, for so much money. */
function fill(table: Table, at: number, rest: number, left: number): boolean {
  const { order, failed, taken, plan, purse } = table;
  const day = order[at];
  if (day === undefined) return rest === 0;
  spend(table.effort);
  if (!couldFit(table, at, rest)) return false;
  const key = at * 2 ** MOST_FREE + rest;
  if ((failed.get(key) ?? -1) >= left) return false;
  for (const { mask, way } of fillings(table, at, day, rest)) {
    const isBought = purse !== null;
    const cost = isBought ? way.cost : 0;
    if (cost > left) continue;
    plan[day] = way.stops;
    const eaten = isBought ? eateriesOf(way.stops) : [];
    for (const eatery of eaten) taken.add(eatery);
    if (fill(table, at + 1, rest & ~mask, left - cost)) return true;
    for (const eatery of eaten) taken.delete(eatery);
  }
  // With every seating, what is taken by then matters as well, and is no part of the key.
  if (!table.isEverySeating) failed.set(key, left);
  return false;
}

function couldFit({ canLater, roomLater, loads }: Table, at: number, rest: number): boolean {
  if ((rest & ~(canLater[at] ?? 0)) !== 0) return false;
  const room = roomLater[at];
  return room === undefined || isWithin(sumOfAmounts(loads.filter((_, bit) => rest & (1 << bit))), room);
}

interface Filling {
  readonly mask: number;
  readonly way: Held;
}

/** What a day can take of the rest, the fullest first; whatever has no later day has to be in it. */
function* fillings(table: Table, at: number, day: number, rest: number): Generator<Filling> {
  const forced = rest & ~(table.canLater[at + 1] ?? 0);
  const optional = (table.candidates[at] ?? []).filter((bit) => rest & ~forced & (1 << bit));
  const isLast = at === table.order.length - 1;
  for (const mask of heldSets(table, day, optional, { index: 0, mask: forced })) {
    const couldTake = (bit: number): boolean => !(mask & (1 << bit)) && isHeld(ask(table, day, mask | (1 << bit)));
    if (table.isFilled && !isLast && optional.some(couldTake)) continue;
    for (const way of ways(table, day, mask)) yield { mask, way };
  }
}

/** Every set that is not too long for the day. */
function* heldSets(
  table: Table,
  day: number,
  optional: readonly number[],
  { index, mask }: { index: number; mask: number },
): Generator<number> {
  spend(table.effort);
  if (ask(table, day, mask) === "too_long") return;
  const bit = optional[index];
  if (bit === undefined) {
    yield mask;
    return;
  }
  yield* heldSets(table, day, optional, { index: index + 1, mask: mask | (1 << bit) });
  yield* heldSets(table, day, optional, { index: index + 1, mask });
}

function ways({ orders, shares, free, notes, taken, purse, isEverySeating }: Table, day: number, mask: number): Held[] {
  const visits = visitsOf(shares, free, day, mask);
  if (isEverySeating) {
    const seatings = orders[day]?.seatings(visits) ?? [];
    return seatings.filter(({ stops }) => eateriesOf(stops).every((eatery) => !taken.has(eatery)));
  }
  const answer = purse === null ? orders[day]?.answer(visits) : orders[day]?.seated(visits, taken);
  const unhindered = taken.size === 0 ? answer : orders[day]?.seated(visits, new Set());
  notes.isContested ||= !isSame(answer, unhindered);
  notes.isTooFar ||= answer === "too_far";
  notes.isAwkward ||= answer === "awkward";
  return isHeld(answer) ? [answer] : [];
}

const ask = ({ orders, shares, free }: Table, day: number, mask: number): DayAnswer =>
  orders[day]?.answer(visitsOf(shares, free, day, mask)) ?? "too_long";

function visitsOf({ pinned }: Shares, free: Shares["free"], day: number, mask: number): number[] {
  const chosen = free.flatMap(({ visit }, bit) => (mask & (1 << bit) ? [visit] : []));
  return [...(pinned[day] ?? []), ...chosen].sort((a, b) => a - b);
}

const isHeld = (answer: DayAnswer | undefined): answer is Held => typeof answer === "object";

const isSame = (a: DayAnswer | undefined, b: DayAnswer | undefined): boolean =>
  isHeld(a) && isHeld(b) ? a.cost === b.cost : a === b;

const maskOf = (bits: readonly number[]): number => bits.reduce((mask, bit) => mask | (1 << bit), 0);

const eateriesOf = (stops: Plan[number]): number[] =>
  stops.flatMap((stop) => (stop.kind === "meal" && stop.eatery !== null ? [stop.eatery] : []));
