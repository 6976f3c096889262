/** Putting a stop where it does most good, judged by `evaluate` alone: what the plain methods are made of. */
import { evaluate } from "../../trip/schedule/evaluate.ts";
import type { Plan, Stop } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";

/** While a plan is being built, what is fixed may still be to come. */
export function isSound(problem: Problem, plan: Plan): boolean {
  return evaluate(problem, plan).broken.every(({ limit }) => limit === "fixed_missing");
}

export function inserted(plan: Plan, day: number, position: number, stop: Stop): Plan {
  return plan.with(day, (plan[day] ?? []).toSpliced(position, 0, stop));
}

/** The best sound plan with one of the stops at one place of one of the days; `null` when none fits. */
export function bestInsertion(
  problem: Problem,
  plan: Plan,
  stops: readonly Stop[],
  days: readonly number[],
): Plan | null {
  let best: Plan | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const stop of stops) {
    for (const day of days) {
      for (let position = 0; position <= (plan[day]?.length ?? 0); position++) {
        const next = inserted(plan, day, position, stop);
        const { score, broken } = evaluate(problem, next);
        if (score <= bestScore || broken.some(({ limit }) => limit !== "fixed_missing")) continue;
        best = next;
        bestScore = score;
      }
    }
  }
  return best;
}

/** In full, and as short as it may be. */
export function staysOf({ visits }: Problem, visit: number): Stop[] {
  const { minutes = 0, leastMinutes = 0 } = visits[visit] ?? {};
  return [...new Set([minutes, leastMinutes])].map((stay) => ({ kind: "visit", visit, minutes: stay }));
}

/** What has to be in the plan, put there first: bookings, then must-sees. */
export function withDemands(problem: Problem): Plan {
  const days = [...problem.days.keys()];
  const demanded = [...problem.visits.entries()]
    .filter(([, { isFixed, isMustSee }]) => isFixed || isMustSee)
    .toSorted(([, a], [, b]) => Number(b.isFixed) - Number(a.isFixed));
  let plan: Plan = days.map(() => []);
  for (const [visit] of demanded) plan = bestInsertion(problem, plan, staysOf(problem, visit), days) ?? plan;
  return plan;
}
