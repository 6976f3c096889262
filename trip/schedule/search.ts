/**
 * Large neighbourhood search (Shaw 1998; Schrimpf et al. 2000, "ruin and recreate"): take some stops out,
 * put the best back in, and keep the result if it is better or, while the search is still warm, not much
 * worse (simulated annealing). One loop for every problem; what it does to a plan is in `moves/`.
 *
 * It is stepped and holds no clock: whoever drives it owns deadline and cancellation. The same problem,
 * seed, options and number of steps give the same plan.
 */
import { evaluate } from "./evaluate.ts";
import { leftOut } from "./left-out.ts";
import { DayMemory } from "./moves/recombine-days.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { seededRandom } from "./random.ts";
import { changes } from "./search/change.ts";
import { loadPlan } from "./search/load-plan.ts";
import { tablesOf } from "./search/tables.ts";
import { type Workbench, workbench } from "./search/workbench.ts";
import type { Search, SearchOptions, Solution } from "./solution.ts";

/** From a plan that is to be kept as far as it can be. */
const RESTART_TEMPERATURE = 0.1;
const END_TEMPERATURE = 0.008;
/** Days of plans at most so many usual visits below the best are remembered, and recombined so often. */
const NEAR_BEST = 3;
const RECOMBINE_EVERY = 300;

export function createSearch(problem: Problem, options: SearchOptions): Search {
  const bench = workbench(tablesOf(problem), seededRandom(problem.seed));
  const { tables, routes, journal, random, travelPrice } = bench;
  const change = changes(bench);
  if (options.start) loadPlan(bench, options.start);
  const best = new BestPlan(bench);
  change.complete();
  best.keep();
  const memory = DayMemory.suits(problem) ? new DayMemory(bench) : null;
  const warmth = options.start ? RESTART_TEMPERATURE : bench.boldness.startTemperature;
  const objective = (): number => routes.totalValue - routes.totalTravelMinutes * travelPrice;
  let current = objective();
  let steps = 0;

  const isAccepted = (next: number): boolean => {
    const cooled = Math.min(1, steps / options.steps);
    const temperature = warmth * (END_TEMPERATURE / warmth) ** cooled * tables.usualScore;
    return next >= current || random.next() < Math.exp((next - current) / temperature);
  };
  const takeStep = (): void => {
    const next = change.make() ? objective() : Number.NEGATIVE_INFINITY;
    steps += 1;
    if (isAccepted(next)) {
      current = next;
      if (memory && routes.totalValue >= best.value - NEAR_BEST * tables.usualScore) memory.rememberTouched();
      best.keep();
    } else {
      journal.rollback();
    }
    if (memory && steps % RECOMBINE_EVERY === 0 && memory.recombine(best.value)) {
      current = objective();
      best.keep();
    }
  };

  return {
    step: (count) => {
      for (let taken = 0; taken < count; taken++) takeStep();
    },
    get steps() {
      return steps;
    },
    get isDone() {
      return steps >= options.steps;
    },
    solution: (): Solution => {
      const { days, terms, score, spent } = evaluate(problem, best.plan);
      return { days, terms, score, spent, leftOut: leftOut(problem, best.plan), steps };
    },
  };
}

class BestPlan {
  private readonly bench: Workbench;
  plan: Plan;
  value: number;

  constructor(bench: Workbench) {
    this.bench = bench;
    this.plan = bench.routes.toPlan();
    this.value = bench.routes.totalValue;
  }

  keep(): void {
    const value = this.bench.routes.totalValue;
    if (value <= this.value + 1e-9) return;
    this.value = value;
    this.plan = this.bench.routes.toPlan();
  }
}
