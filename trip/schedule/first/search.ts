/**
 * Large neighbourhood search (Shaw 1998) over day plans with simulated-annealing acceptance: take some
 * stops out, put the best back in, keep the result if it is better or, early on, not much worse.
 *
 * It is stepped and holds no clock: whoever drives it owns deadline and cancellation. The same problem,
 * seed and number of steps give the same plan.
 */

import { seededRandom } from "../random.ts";
import { insertVisits } from "./moves/insert-visits.ts";
import { removeDay, removeNeighbours, removeScattered } from "./moves/remove-visits.ts";
import { reorderDay } from "./moves/reorder-day.ts";
import { seatMeals } from "./moves/seat-meals.ts";
import { canAfford, dayPlan, emptyPlan, type Ground, type Plan } from "./plan.ts";
import type { LeftOutReason, PlanProblem, PlanSolution } from "./problem.ts";
import { travelTable } from "./travel-table.ts";

export interface Search {
  /** Takes up to `count` steps. */
  step(count: number): void;
  /** True once more steps are not expected to help. */
  readonly isDone: boolean;
  solution(): PlanSolution;
}

const REMOVALS = [removeScattered, removeNeighbours, removeDay] as const;
/** The temperature falls from the worth of a small café stop to nothing over this many steps. */
const COOLING_STEPS = 400;
const START_TEMPERATURE = 12;
/** Done after this many steps without a better plan, once cooled. */
const PATIENCE_STEPS = 150;

export function createSearch(problem: PlanProblem): Search {
  const ground: Ground = { problem, travel: travelTable(problem) };
  const random = seededRandom(problem.seed);
  let current = complete(ground, emptyPlan(ground), random, 0);
  let best = current;
  let steps = 0;
  let bestStep = 0;

  const takeStep = (): void => {
    const remove = REMOVALS[random.below(REMOVALS.length)] ?? removeScattered;
    const trial = complete(ground, remove(ground, current, random), random, 0.6);
    steps += 1;
    const temperature = START_TEMPERATURE * Math.max(0, 1 - steps / COOLING_STEPS);
    const loss = current.value - trial.value;
    if (loss <= 0 || (temperature > 0 && random.next() < Math.exp(-loss / temperature))) current = trial;
    if (current.value > best.value + 1e-9) {
      best = current;
      bestStep = steps;
    }
  };

  return {
    step: (count) => {
      for (let taken = 0; taken < count; taken++) takeStep();
    },
    get isDone() {
      return steps >= COOLING_STEPS && steps - bestStep >= PATIENCE_STEPS;
    },
    solution: () => toSolution(ground, best, steps),
  };
}

function complete(ground: Ground, start: Plan, random: ReturnType<typeof seededRandom>, noise: number): Plan {
  let plan = insertVisits(ground, start, random, { noise, perMinute: random.next() < 0.5 });
  for (const day of ground.problem.days.keys()) {
    if (plan.days[day] === start.days[day] && noise > 0) continue;
    plan = reorderDay(ground, seatMeals(ground, plan, day), day);
  }
  return plan;
}

function toSolution(ground: Ground, plan: Plan, steps: number): PlanSolution {
  const leftOut = [...ground.problem.visits.keys()]
    .filter((visit) => !plan.visited.has(visit))
    .map((visit) => ({ visit, reason: reasonLeftOut(ground, plan, visit) }));
  return {
    days: plan.days.map(({ timeline }) => timeline.stops),
    score: plan.value,
    spentMinor: plan.spentMinor,
    leftOut,
    steps,
  };
}

/** The single constraint that keeps a visit out; `lower_interest` when it would fit but not pay. */
function reasonLeftOut(ground: Ground, plan: Plan, visit: number): LeftOutReason {
  const candidate = ground.problem.visits[visit];
  if (!candidate) return "lower_interest";
  const isPossible = ground.problem.days.map(
    (day, index) => day.area === candidate.area && (candidate.windows[index]?.length ?? 0) > 0,
  );
  if (!isPossible.includes(true)) return "closed_on_every_day";
  if (!canAfford(ground, plan, candidate.costMinor)) return "beyond_the_budget";
  const fits = plan.days.some(
    (current, day) =>
      isPossible[day] === true &&
      current.order
        .concat([{ kind: "visit", visit }])
        .some(
          (_, position) =>
            dayPlan(ground, day, current.order.toSpliced(position, 0, { kind: "visit", visit })) !== null,
        ),
  );
  return fits ? "lower_interest" : "no_time_left";
}
