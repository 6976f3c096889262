/** Destroy: take some visits out so that the repair can put better ones in. Tables are given up as well. */

import type { Random } from "../../random.ts";
import { dayPlan, type Ground, type Plan, planOf } from "../plan.ts";
import type { Stop } from "../timeline.ts";

/** Keeps the stops that `keep` says yes to; a day that falls apart without them stays as it was. */
function filterStops(ground: Ground, plan: Plan, keep: (stop: Stop, day: number) => boolean): Plan {
  return planOf(
    plan.days.map((current, day) => {
      const order = current.order
        .filter((stop) => stop.kind === "meal" || keep(stop, day))
        .map((stop): Stop => (stop.kind === "meal" && !keep(stop, day) ? { ...stop, eatery: null } : stop));
      return dayPlan(ground, day, order) ?? current;
    }),
  );
}

/** Each stop goes with the same chance: small, scattered changes. */
export function removeScattered(ground: Ground, plan: Plan, random: Random): Plan {
  const chance = 0.1 + 0.3 * random.next();
  return filterStops(ground, plan, () => random.next() >= chance);
}

/** A whole day is emptied: it may take another part of the city. */
export function removeDay(ground: Ground, plan: Plan, random: Random): Plan {
  const emptied = random.below(ground.problem.days.length);
  return filterStops(ground, plan, (_, day) => day !== emptied);
}

/** Everything near one visit goes, on all days: neighbours may gather on the same day. */
export function removeNeighbours(ground: Ground, plan: Plan, random: Random): Plan {
  const visited = [...plan.visited];
  const centre = visited[random.below(visited.length)];
  if (centre === undefined) return plan;
  const { travel } = ground;
  const reach = 8 + random.below(15);
  return filterStops(ground, plan, (stop) => {
    if (stop.kind === "meal")
      return stop.eatery === null || travel.minutes(travel.visitPoint(centre), travel.eateryPoint(stop.eatery)) > reach;
    return travel.minutes(travel.visitPoint(centre), travel.visitPoint(stop.visit)) > reach;
  });
}
