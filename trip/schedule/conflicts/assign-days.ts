/**
 * Can these visits be done on the days, meals and purse included? What has one day left is put there, until
 * nothing follows any more; the rest is shared out, first with meals on the way, which settles most
 * questions, then with the eateries that a small purse or an awkward way asks for.
 */
import type { Plan } from "../plan.ts";
import type { DayOrders } from "./day-orders.ts";
import { type Effort, spend } from "./effort.ts";
import { MOST_FREE, type Notes, type Shares, type Sharing, shareOut } from "./share-out.ts";
import type { Task } from "./task.ts";

export interface Ground {
  readonly task: Task;
  readonly orders: readonly DayOrders[];
  readonly effort: Effort;
}

/**
 * `never` stays so whatever is required besides; `not_so` may not, as some day is too far on foot or leads
 * past no eatery; `unsure` when there are more eateries than were tried.
 */
export type Assignment = Plan | "never" | "not_so" | "unsure";

export function assignDays(ground: Ground, required: readonly number[]): Assignment {
  const { task, orders, effort } = ground;
  const purse = purseFor(ground, required);
  if (purse.left < purse.leastForMeals) return "never";
  const shares = sharesOf(ground, required);
  if (!shares) return "never";
  if (shares.free.length > MOST_FREE) spend(effort, Number.POSITIVE_INFINITY);
  const notes: Notes = { isTooFar: false, isAwkward: false, isContested: false };
  const plan = task.problem.days.map((): Plan[number] => []);
  const areas = [...Map.groupBy(task.problem.days.keys(), (day) => task.problem.days[day]?.area ?? 0).values()];
  const share = (days: readonly number[], over: Partial<Sharing>): boolean =>
    shareOut({ ...ground, shares, notes, days, plan, purse: null, isFilled: false, isEverySeating: false, ...over });

  if (purse.left >= purse.usualForMeals) {
    const isDone = areas.every((days) => share(days, { isFilled: true }) || (notes.isTooFar && share(days, {})));
    if (isDone) return plan;
    if (!notes.isAwkward) return notes.isTooFar ? "not_so" : "never";
  }
  const together = task.problem.budget === null ? areas : [[...task.problem.days.keys()]];
  if (together.every((days) => share(days, { purse: purse.left }))) return plan;
  if (notes.isContested && together.every((days) => share(days, { purse: purse.left, isEverySeating: true })))
    return plan;
  return orders.some(({ isCutShort }) => isCutShort) ? "unsure" : "not_so";
}

interface Purse {
  /** For meals, once the visits are paid. */
  readonly left: number;
  readonly leastForMeals: number;
  /** Without any place. */
  readonly usualForMeals: number;
}

function purseFor({ task, orders }: Ground, required: readonly number[]): Purse {
  const { budget, visits, days } = task.problem;
  const usual = task.meals.flatMap((slots, day) => slots.map((slot) => days[day]?.meals[slot]?.costWithoutPlace ?? 0));
  return {
    left: required.reduce((left, visit) => left - (visits[visit]?.cost ?? 0), budget ?? Number.POSITIVE_INFINITY),
    leastForMeals: orders.reduce((sum, { leastMealCost }) => sum + leastMealCost, 0),
    usualForMeals: usual.reduce((sum, cost) => sum + cost, 0),
  };
}

/** `null` as soon as a visit has no day, or a day cannot hold what is left to it. */
function sharesOf({ task, orders, effort }: Ground, required: readonly number[]): Shares | null {
  const { days, visits } = task.problem;
  const pinned: number[][] = days.map(() => []);
  const holds = (day: number, visit: number): boolean =>
    orders[day]?.answer(ascending([...(pinned[day] ?? []), visit])) !== "too_long";
  let free = required.map((visit) => ({
    visit,
    days: [...days.keys()].filter(
      (day) => days[day]?.area === visits[visit]?.area && (visits[visit]?.windows[day]?.length ?? 0) > 0,
    ),
  }));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const rest: typeof free = [];
    for (const { visit, days: possible } of free) {
      spend(effort);
      const left = possible.filter((day) => holds(day, visit));
      const [only] = left;
      if (only === undefined) return null;
      if (left.length > 1) rest.push({ visit, days: left });
      else pinned[only]?.push(visit);
      isChanged ||= left.length === 1;
    }
    free = rest;
  }
  const isHeld = orders.every(({ answer }, day) => answer(ascending(pinned[day] ?? [])) !== "too_long");
  return isHeld ? { pinned, free } : null;
}

const ascending = (visits: readonly number[]): number[] => [...visits].sort((a, b) => a - b);
