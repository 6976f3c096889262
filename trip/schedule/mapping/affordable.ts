/**
 * People eat whatever the purse says, and what is locked is paid for: neither makes a plan impossible.
 * Where the simplest meals empty the purse already, they are no longer weighed against sights; what
 * costs more than they do is out of reach.
 */
import type { Problem } from "../problem.ts";

export function affordable(problem: Problem): Problem {
  const { budget, days, visits, eateries } = problem;
  if (budget === null) return problem;
  const meals = days.flatMap((day) => day.meals.map(({ costWithoutPlace }) => costWithoutPlace));
  const locked = sum(visits.map(({ isFixed, cost }) => (isFixed ? cost : 0)));
  if (budget >= sum(meals) + locked) return problem;
  const simplest = Math.min(...meals, Number.MAX_SAFE_INTEGER);
  return {
    ...problem,
    budget: locked,
    days: days.map((day) => ({ ...day, meals: day.meals.map((meal) => ({ ...meal, costWithoutPlace: 0 })) })),
    eateries: eateries.map((eatery) => ({ ...eatery, cost: Math.max(0, eatery.cost - simplest) })),
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
