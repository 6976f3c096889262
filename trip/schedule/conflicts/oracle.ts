/**
 * Can a task be done in full? `yes` comes with a plan, `no` is a proof, and `unknown` means that the steps
 * ran out first. Categories that want more visits than are required anyway have them chosen here, the
 * cheapest and shortest first.
 */
import type { Plan } from "../plan.ts";
import type { Problem, Visit } from "../problem.ts";
import { type Assignment, assignDays, type Ground } from "./assign-days.ts";
import { type DayOrders, dayOrders } from "./day-orders.ts";
import { type Effort, OutOfSteps } from "./effort.ts";
import type { Task } from "./task.ts";

export type Outcome =
  | { readonly answer: "yes"; readonly plan: Plan }
  | { readonly answer: "no" | "unknown"; readonly plan: null };

export interface Oracle {
  ask(task: Task): Outcome;
  /** Allows so many steps more, and any one question from now on `perQuestion` at most. */
  grant(steps: number, perQuestion: number): void;
  /** Steps taken so far, over all questions. */
  readonly steps: number;
  readonly isOutOfSteps: boolean;
}

export function createOracle(): Oracle {
  const effort: Effort = { left: 0 };
  const known = new Map<string, DayOrders>();
  let first: Problem | null = null;
  let steps = 0;
  let total = 0;
  let perQuestion = 0;

  const ordersOf = (task: Task): DayOrders[] => {
    const { problem } = task;
    first ??= problem;
    return problem.days.map((_, index) => {
      // A day that was added is like another, and comes and goes with what it is like.
      if (!first?.days[index]) return dayOrders(task, index, effort);
      const key = signature(task, index) + changedVisits(first, problem, index);
      const orders = known.get(key) ?? dayOrders(task, index, effort);
      known.set(key, orders);
      return orders;
    });
  };

  const ask = (task: Task): Outcome => {
    const allowed = Math.max(0, Math.min(perQuestion, total - steps));
    effort.left = allowed;
    try {
      const found = choose({ task, orders: ordersOf(task), effort }, [...task.required], new Set());
      if (typeof found !== "string") return { answer: "yes", plan: found };
      return { answer: found === "unsure" ? "unknown" : "no", plan: null };
    } catch (error) {
      if (error instanceof OutOfSteps) return { answer: "unknown", plan: null };
      throw error;
    } finally {
      steps += Math.max(1, allowed - Math.max(0, effort.left));
    }
  };

  return {
    ask,
    grant: (more, most) => {
      total += more;
      perQuestion = most;
    },
    get steps() {
      return steps;
    },
    get isOutOfSteps() {
      return steps >= total;
    },
  };
}

/** Visits that are shorter on that day, or at other hours, than they first were. */
function changedVisits(first: Problem, { visits }: Problem, day: number): string {
  if (visits === first.visits) return "";
  return visits
    .flatMap(({ leastMinutes, windows }, index) => {
      const before = first.visits[index];
      const isSame = before?.leastMinutes === leastMinutes && before.windows[day] === windows[day];
      return isSame ? [] : [JSON.stringify([index, leastMinutes, windows[day]])];
    })
    .join();
}

/** All else that the orders of a day depend on. */
function signature({ problem, meals }: Task, index: number): string {
  const day = problem.days[index];
  if (!day) return "";
  const { startMinute, endMinute, maxVisits, maxVisitMinutes, maxWalkMeters } = day;
  const perDay = problem.limits.map(({ category, mostPerDay }) => `${category}:${mostPerDay}`);
  return [
    index,
    startMinute,
    endMinute,
    maxVisits,
    maxVisitMinutes,
    maxWalkMeters,
    "m",
    meals[index],
    ...perDay,
  ].join();
}

const isSightOf = (visit: Visit | undefined, category: number): boolean =>
  visit?.isErrand === false && visit.categories.includes(category);

/** Every way to fill up the categories that want more, `barred` visits having been tried before. */
function choose(ground: Ground, required: readonly number[], barred: ReadonlySet<number>): Assignment {
  const { visits, limits } = ground.task.problem;
  const countOf = (category: number): number => required.filter((visit) => isSightOf(visits[visit], category)).length;
  if (limits.some(({ category, most }) => most !== null && countOf(category) > most)) return "never";
  const found = assignDays(ground, required);
  const short = limits.find(({ category, least }) => countOf(category) < least);
  if (!short || found === "never") return found;
  const candidates = [...visits.entries()]
    .filter(([index, visit]) => isSightOf(visit, short.category) && !barred.has(index) && !required.includes(index))
    .sort(([, a], [, b]) => a.cost - b.cost || a.leastMinutes - b.leastMinutes);
  if (candidates.length < short.least - countOf(short.category)) return "never";
  return extend(ground, required, barred, candidates);
}

function extend(
  ground: Ground,
  required: readonly number[],
  barred: ReadonlySet<number>,
  candidates: readonly [number, Visit][],
): Assignment {
  const tried = new Set(barred);
  let worst: Assignment = "never";
  for (const [visit] of candidates) {
    const found = choose(ground, [...required, visit], tried);
    if (typeof found !== "string") return found;
    if (found === "unsure" || worst === "never") worst = found;
    tried.add(visit);
  }
  return worst;
}
