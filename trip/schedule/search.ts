/**
 * Large neighbourhood search (Shaw 1998; Schrimpf et al. 2000, "ruin and recreate"): take some stops out,
 * put the best back in, and keep the result if it is better or, while the search is still warm, not much
 * worse (simulated annealing). One loop for every problem; what it does to a plan is in `moves/`.
 *
 * It is stepped and holds no clock: whoever drives it owns deadline and cancellation. The same problem,
 * seed, options and number of steps give the same plan.
 */
import { evaluate } from "./evaluate.ts";
import { insertVisits } from "./moves/insert-visits.ts";
import { DayMemory } from "./moves/recombine-days.ts";
import { removeScattered } from "./moves/remove-scattered.ts";
import { removeStrings } from "./moves/remove-strings.ts";
import { removeTimeSlice } from "./moves/remove-time-slice.ts";
import { MealMoves } from "./moves/seat-meals.ts";
import { shortenVisits } from "./moves/shorten-visits.ts";
import { stretchVisits } from "./moves/stretch-visits.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { seededRandom } from "./random.ts";
import { loadPlan } from "./search/load-plan.ts";
import { tablesOf } from "./search/tables.ts";
import { workbench } from "./search/workbench.ts";
import type { Search, SearchOptions, Solution } from "./solution.ts";

/** Beside a usual visit's score: a loss of half a visit is taken often at first, a thousandth of one at the end. */
const START_TEMPERATURE = 0.4;
/** From a plan that is to be kept as far as it can be. */
const RESTART_TEMPERATURE = 0.1;
const END_TEMPERATURE = 0.001;
const TIME_SLICES = 0.15;
const SCATTERED = 0.1;
const SHORTENED = 0.15;
/** Days of plans at most so many usual visits below the best are remembered and recombined so often. */
const NEAR_BEST = 2;
const RECOMBINE_EVERY = 1000;
/** Meals come first, as they have few hours to be had in; now and then something else needs those hours. */
const VISITS_FIRST = 0.1;
const MUST_SEES_FIRST = 0.2;

export function createSearch(problem: Problem, options: SearchOptions): Search {
  const tables = tablesOf(problem);
  const random = seededRandom(problem.seed);
  const bench = workbench(tables, random);
  const { routes, journal, isRemoved, removed, travelPrice } = bench;
  const insert = insertVisits(bench);
  const meals = new MealMoves(bench);
  const hasMeals = problem.days.some((day) => day.meals.length > 0);
  const warmth = options.start ? RESTART_TEMPERATURE : START_TEMPERATURE;
  let steps = 0;

  const objective = (): number => routes.totalValue - routes.totalTravelMinutes * travelPrice;
  const ruin = (): void => {
    const draw = random.next();
    if (draw < TIME_SLICES) removeTimeSlice(bench);
    else if (draw < TIME_SLICES + SCATTERED) removeScattered(bench);
    else removeStrings(bench);
  };
  const settleTouched = (): boolean => {
    let isPossible = true;
    for (let day = 0; day < tables.dayCount; day++)
      if (journal.isTouched(day) && !routes.settle(day)) isPossible = false;
    return isPossible;
  };

  const hasMustSees = problem.visits.some(({ isMustSee }) => isMustSee);
  const recreate = (): void => {
    if (hasMeals) {
      const draw = random.next();
      if (draw < VISITS_FIRST) insert("all");
      else if (hasMustSees && draw < VISITS_FIRST + MUST_SEES_FIRST) insert("must-see");
      meals.insertMeals();
    }
    insert("all");
    if (hasMeals) meals.improveTables();
    if (tables.hasRanges) stretchVisits(bench);
  };

  journal.begin();
  for (let day = 0; day < tables.dayCount; day++) journal.touch(day);
  if (options.start) loadPlan(bench, options.start);
  insert("fixed");
  let best: Plan = routes.toPlan();
  let bestValue = routes.totalValue;
  const keepBest = (): void => {
    const value = routes.totalValue;
    if (value <= bestValue + 1e-9) return;
    bestValue = value;
    best = routes.toPlan();
  };
  recreate();
  keepBest();
  let current = objective();
  const memory = tables.dayCount > 1 && problem.limits.length === 0 ? new DayMemory(bench) : null;
  const nearBest = NEAR_BEST * tables.usualScore;

  const rememberTouched = (): void => {
    if (!memory || routes.totalValue < bestValue - nearBest) return;
    for (let day = 0; day < tables.dayCount; day++) if (journal.isTouched(day)) memory.remember(day);
  };

  /** Takes some out and puts the best back in; what the result is worth to the search. */
  const tryChange = (): number => {
    journal.begin();
    ruin();
    if (tables.hasRanges && random.next() < SHORTENED) shortenVisits(bench);
    const isPossible = settleTouched();
    if (isPossible) recreate();
    for (const visit of removed) isRemoved[visit] = 0;
    removed.length = 0;
    return isPossible ? objective() : Number.NEGATIVE_INFINITY;
  };

  const takeStep = (): void => {
    const next = tryChange();
    steps += 1;
    const cooled = Math.min(1, steps / options.steps);
    const temperature = warmth * (END_TEMPERATURE / warmth) ** cooled * tables.usualScore;
    if (next >= current || random.next() < Math.exp((next - current) / temperature)) {
      current = next;
      rememberTouched();
      keepBest();
    } else {
      journal.rollback();
    }
    if (memory && steps % RECOMBINE_EVERY === 0 && memory.recombine(bestValue)) {
      current = objective();
      keepBest();
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
      const { days, terms, score, spent } = evaluate(problem, best);
      return { days, terms, score, spent, leftOut: [], steps };
    },
  };
}
