/** Greedy by score: bookings and must-sees, a table for every meal, then the best sights first, each where it does most good. */
import { isBooked, isInsistedOn, placeDemands, takeBest } from "./demands.ts";
import type { Filling } from "./filling.ts";
import { methodFrom } from "./method-from.ts";

export const GREEDY = methodFrom({
  name: "greedy",
  title: "Greedy by score",
  about:
    "Places what is insisted on and the meals, then the sights from the best scored on, each where it gains most; nothing is moved again.",
  fill: fillGreedily,
});

function fillGreedily(filling: Filling): void {
  const { visits, days } = filling.problem;
  placeDemands(filling, isBooked);
  placeDemands(filling, isInsistedOn);
  for (const day of days.keys()) {
    for (const slot of filling.slotsLeft(day)) {
      const tables = [null, ...filling.tablesLeft()].map((eatery) => ({ kind: "meal", slot, eatery }) as const);
      const trials = tables.flatMap((stop) => filling.trials([day], stop));
      takeBest(
        filling,
        trials.filter(({ gain }) => gain > 0),
      );
    }
  }
  const scoreOf = (visit: number): number => visits[visit]?.score ?? 0;
  for (const visit of filling.visitsLeft().sort((a, b) => scoreOf(b) - scoreOf(a))) {
    const trials = filling.staysOf(visit).flatMap((stop) => filling.trials(days.keys(), stop));
    takeBest(
      filling,
      trials.filter(({ gain }) => gain > 0),
    );
  }
}
