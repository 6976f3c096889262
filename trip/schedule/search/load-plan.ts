/** Lays a plan out in the routes: where a search begins that does not begin from nothing. */
import type { Plan, Stop } from "../plan.ts";
import { ELSEWHERE } from "./tables.ts";
import type { Workbench } from "./workbench.ts";

/** A day that cannot be done as it was keeps the stops that can, one after the other; the search fills it again. */
export function loadPlan(bench: Workbench, plan: Plan): void {
  const { tables, routes, journal } = bench;
  const isPossible = (day: number): boolean => routes.settle(day) && routes.totalSpent <= tables.budget;
  for (let day = 0; day < tables.dayCount; day++) {
    journal.touch(day);
    const stops = plan[day] ?? [];
    for (const stop of stops) append(bench, day, stop);
    if (isPossible(day)) continue;
    while ((routes.length[day] ?? 2) > 2) routes.remove(day, 1);
    for (const stop of stops) {
      if (append(bench, day, stop) && !isPossible(day)) routes.remove(day, (routes.length[day] ?? 2) - 2);
    }
    routes.settle(day);
  }
}

function append({ tables, routes }: Workbench, day: number, stop: Stop): boolean {
  const who = stop.kind === "visit" ? stop.visit : stop.eatery === null ? ELSEWHERE : tables.visitCount + stop.eatery;
  if (routes.isFull(day) || (who !== ELSEWHERE && (routes.dayOf[who] ?? 0) >= 0)) return false;
  const slot = stop.kind === "meal" ? stop.slot : -1;
  const minutes = stop.kind === "visit" ? stop.minutes : (tables.problem.days[day]?.meals[stop.slot]?.minutes ?? 0);
  routes.insert(day, (routes.length[day] ?? 2) - 1, who, slot, minutes);
  return true;
}
