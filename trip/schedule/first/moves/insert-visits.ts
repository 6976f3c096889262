/**
 * Repair: put visits back where they gain most, until nothing more fits. The gain of every visit in
 * every day is kept in a table and only the changed day is computed anew, so a whole repair costs
 * little more than its first round.
 */

import type { Random } from "../../random.ts";
import { canAfford, type DayPlan, dayPlan, type Ground, type Plan, withDay } from "../plan.ts";
import type { Stop } from "../timeline.ts";

interface Insertion {
  plan: DayPlan;
  /** Gain in value, disturbed by the noise of this repair. */
  appeal: number;
}

/** Trying the gain itself and the gain a minute in turn keeps the search from always preferring long stops. */
export interface InsertionTaste {
  noise: number;
  perMinute: boolean;
}

/** No order of the day holds one more: spares walking through each of them to find out. */
function isFull({ problem }: Ground, day: number, { timeline }: DayPlan, minutes: number): boolean {
  const limits = problem.days[day]?.limits;
  if (!limits) return true;
  return timeline.visitCount >= limits.maxVisits || timeline.visitMinutes + minutes > limits.maxVisitMinutes;
}

function bestInsertion(ground: Ground, plan: Plan, day: number, visit: number): DayPlan | null {
  const candidate = ground.problem.visits[visit];
  const current = plan.days[day];
  if (!candidate || !current || candidate.area !== ground.problem.days[day]?.area) return null;
  if (!candidate.windows[day]?.length || !canAfford(ground, plan, candidate.costMinor)) return null;
  if (isFull(ground, day, current, candidate.minutes)) return null;
  const stop: Stop = { kind: "visit", visit };
  let best: DayPlan | null = null;
  for (let position = 0; position <= current.order.length; position++) {
    const trial = dayPlan(ground, day, current.order.toSpliced(position, 0, stop));
    if (trial && trial.value > (best?.value ?? current.value)) best = trial;
  }
  return best;
}

type Table = Map<number, (Insertion | null)[]>;

/** The most appealing insertion the purse allows; what must be seen comes before everything else. */
function mostAppealing(ground: Ground, plan: Plan, table: Table): { visit: number; day: number; plan: DayPlan } | null {
  let chosen: { visit: number; day: number; plan: DayPlan } | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [visit, row] of table) {
    const { costMinor = 0, isMustSee = false } = ground.problem.visits[visit] ?? {};
    if (!canAfford(ground, plan, costMinor)) continue;
    for (const [day, insertion] of row.entries()) {
      const rank = insertion ? insertion.appeal + (isMustSee ? 1_000 : 0) : Number.NEGATIVE_INFINITY;
      if (insertion === null || rank <= highest) continue;
      highest = rank;
      chosen = { visit, day, plan: insertion.plan };
    }
  }
  return chosen;
}

export function insertVisits(ground: Ground, start: Plan, random: Random, taste: InsertionTaste): Plan {
  const { visits, days } = ground.problem;
  let plan = start;

  const evaluate = (visit: number, day: number): Insertion | null => {
    const best = bestInsertion(ground, plan, day, visit);
    const current = plan.days[day];
    if (!best || !current) return null;
    const gain = best.value - current.value;
    const appeal = taste.perMinute ? gain / (30 + (visits[visit]?.minutes ?? 0)) : gain;
    return { plan: best, appeal: appeal * (1 + taste.noise * (random.next() - 0.5)) };
  };

  const table: Table = new Map();
  for (const visit of visits.keys()) {
    if (!plan.visited.has(visit))
      table.set(
        visit,
        [...days.keys()].map((day) => evaluate(visit, day)),
      );
  }
  for (;;) {
    const chosen = mostAppealing(ground, plan, table);
    if (chosen === null) return plan;
    plan = withDay(plan, chosen.day, chosen.plan);
    table.delete(chosen.visit);
    for (const [visit, row] of table) row[chosen.day] = evaluate(visit, chosen.day);
  }
}
