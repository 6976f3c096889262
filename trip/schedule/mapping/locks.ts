/**
 * Locks that can be held together. A traveller may lock two visits for the same hour, or one before the
 * plane has landed: then the earlier one is held, and the other is a wish like any other.
 */
import { evaluate } from "../evaluate.ts";
import type { Plan, Stop } from "../plan.ts";
import type { Problem } from "../problem.ts";

export function withTenableLocks(problem: Problem): Problem {
  const locked = problem.visits.flatMap(({ isFixed, before }, visit) =>
    isFixed && before ? [{ visit, day: before.day, startMinute: before.startMinute }] : [],
  );
  if (locked.length === 0) return problem;
  locked.sort((a, b) => a.day - b.day || a.startMinute - b.startMinute);
  let plan: Plan = problem.days.map(() => []);
  const untenable = new Set<number>();
  for (const { visit, day } of locked) {
    const stop: Stop = { kind: "visit", visit, minutes: problem.visits[visit]?.minutes ?? 0 };
    const trial = plan.with(day, [...(plan[day] ?? []), stop]);
    const { broken } = evaluate(problem, trial);
    if (broken.some(({ limit }) => limit !== "fixed_missing")) untenable.add(visit);
    else plan = trial;
  }
  if (untenable.size === 0) return problem;
  const visits = problem.visits.map((visit, index) => (untenable.has(index) ? { ...visit, isFixed: false } : visit));
  return { ...problem, visits };
}
