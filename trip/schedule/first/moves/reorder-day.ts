/**
 * Straightens a day: each stop is tried at every other place of the day's order, and pairs change
 * places, as long as that saves time under way or waiting. What is visited stays; nobody walks back
 * and forth for it.
 */
import { type DayPlan, dayPlan, type Ground, type Plan, withDay } from "../plan.ts";
import type { Stop } from "../timeline.ts";

function* neighbours(order: readonly Stop[]): Generator<readonly Stop[]> {
  for (const [from, stop] of order.entries()) {
    const without = order.toSpliced(from, 1);
    for (let to = 0; to <= without.length; to++) {
      if (to !== from) yield without.toSpliced(to, 0, stop);
    }
    for (let other = from + 2; other < order.length; other++) {
      yield order.with(from, order[other] ?? stop).with(other, stop);
    }
  }
}

function bestNeighbour(ground: Ground, day: number, current: DayPlan): DayPlan | null {
  let best: DayPlan | null = null;
  for (const order of neighbours(current.order)) {
    const trial = dayPlan(ground, day, order);
    if (trial && trial.value > (best?.value ?? current.value) + 1e-9) best = trial;
  }
  return best;
}

export function reorderDay(ground: Ground, plan: Plan, day: number): Plan {
  let current = plan.days[day];
  if (!current) return plan;
  for (;;) {
    const better = bestNeighbour(ground, day, current);
    if (!better) return current === plan.days[day] ? plan : withDay(plan, day, current);
    current = better;
  }
}
