/** Meals get the table that suits them best: good, near the way, open, affordable, not eaten at before. */
import { canAfford, type DayPlan, dayPlan, type Ground, type Plan, withDay } from "../plan.ts";
import type { Stop } from "../timeline.ts";

function bestSeat(
  ground: Ground,
  plan: Plan,
  day: number,
  position: number,
  meal: Extract<Stop, { kind: "meal" }>,
): DayPlan | null {
  const current = plan.days[day];
  if (!current) return null;
  let best: DayPlan | null = null;
  for (const [eatery, candidate] of ground.problem.eateries.entries()) {
    if (candidate.area !== ground.problem.days[day]?.area || plan.eaten.has(eatery)) continue;
    if (!candidate.windows[day]?.length) continue;
    const trial = dayPlan(ground, day, current.order.with(position, { ...meal, eatery }));
    if (!trial || trial.value <= (best?.value ?? current.value)) continue;
    if (canAfford(ground, plan, trial.spentMinor - current.spentMinor)) best = trial;
  }
  return best;
}

export function seatMeals(ground: Ground, start: Plan, day: number): Plan {
  let plan = start;
  for (const [position, stop] of (start.days[day]?.order ?? []).entries()) {
    if (stop.kind !== "meal") continue;
    const better = bestSeat(ground, plan, day, position, stop);
    if (better) plan = withDay(plan, day, better);
  }
  return plan;
}
