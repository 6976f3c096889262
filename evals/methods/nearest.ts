/**
 * Nearest neighbour by day, the way a person with a map plans: from where one is to the nearest sight that takes one in
 * soon, a table nearby when it is time to eat, until the day is full; then the next day. Bookings and must-sees are
 * placed first and worked around.
 */
import { pointOf } from "../../trip/schedule/evaluate.ts";
import type { Stop } from "../../trip/schedule/plan.ts";
import { isBooked, isInsistedOn, placeDemands } from "./demands.ts";
import type { Filling, Trial } from "./filling.ts";
import { methodFrom } from "./method-from.ts";

export const NEAREST = methodFrom({
  name: "nearest",
  title: "Nearest neighbour by day",
  about:
    "Goes from each stop to the nearest sight that opens within half an hour, eats nearby when it is time, and fills one day after the other.",
  fill: fillByDistance,
});

/** Longer than this, nobody waits before a closed door. */
const WAIT_AT_MOST_MINUTES = 30;

interface Spot {
  day: number;
  position: number;
}

function fillByDistance(filling: Filling): void {
  placeDemands(filling, isBooked);
  placeDemands(filling, isInsistedOn);
  for (const day of filling.problem.days.keys()) {
    for (let position = 0; ; position++) {
      const isTaken = nextTrials(filling, { day, position }).some((trial) => filling.take(trial));
      // What was demanded later in the day stands here already; go on behind it.
      if (!isTaken && position >= filling.stopsOn(day).length) break;
    }
  }
}

/** What one would do next, best first. */
function nextTrials(filling: Filling, spot: Spot): Trial[] {
  const sights = filling.visitsLeft().map((visit) => filling.staysOf(visit)[0] ?? []);
  const sight = nearestOf(filling, spot, sights.flat());
  const meal = nextMeal(filling, spot);
  if (sight === null || meal === null) return [meal ?? sight ?? []].flat();
  return isTimeToEat(filling, sight, meal) ? [meal, sight] : [sight, meal];
}

/** No long wait for it, or no time for it after the sight. */
function isTimeToEat({ problem }: Filling, sight: Trial, meal: Trial): boolean {
  const slot = meal.stop.kind === "meal" ? problem.days[meal.day]?.meals[meal.stop.slot] : undefined;
  return waits(meal) <= WAIT_AT_MOST_MINUTES || sight.times.endMinute > (slot?.latestMinute ?? 0);
}

const waits = ({ times }: Trial): number => times.startMinute - times.arriveMinute;

/** At the nearest table that suits, else wherever one is. */
function nextMeal(filling: Filling, spot: Spot): Trial | null {
  const [slot] = filling.slotsLeft(spot.day);
  if (slot === undefined) return null;
  const stop = (eatery: number | null): Stop => ({ kind: "meal", slot, eatery });
  return nearestOf(filling, spot, filling.tablesLeft().map(stop)) ?? nearestOf(filling, spot, [stop(null)]);
}

function nearestOf(filling: Filling, { day, position }: Spot, stops: readonly Stop[]): Trial | null {
  const { travel } = filling.problem;
  const here = filling.whereabouts(day, position);
  const away = (stop: Stop): number =>
    travel.minutes[here * travel.points + (pointOf(filling.problem, stop) ?? here)] ?? 0;
  for (const stop of stops.toSorted((a, b) => away(a) - away(b))) {
    const trial = filling.trial(day, position, stop);
    if (trial && (stop.kind === "meal" || waits(trial) <= WAIT_AT_MOST_MINUTES)) return trial;
  }
  return null;
}
