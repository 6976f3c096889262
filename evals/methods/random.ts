/** Random, and still possible: what any planner has to beat. Only bookings are kept; must-sees are sights like others. */
import type { Random } from "../../trip/schedule/random.ts";
import { isBooked, placeDemands } from "./demands.ts";
import type { Filling } from "./filling.ts";
import { methodFrom } from "./method-from.ts";

export const RANDOM = methodFrom({
  name: "random",
  title: "Random feasible",
  about:
    "Draws tables for the meals and then sights, each on a random day at a random place among those where it fits, until nothing fits any more.",
  fill: fillAtRandom,
});

function fillAtRandom(filling: Filling, random: Random): void {
  const { days } = filling.problem;
  placeDemands(filling, isBooked);
  for (const day of days.keys()) {
    for (const slot of filling.slotsLeft(day)) {
      const tables = shuffled([null, ...filling.tablesLeft()], random);
      tables.some((eatery) => takeSomewhere(filling, [day], { kind: "meal", slot, eatery }, random));
    }
  }
  for (const visit of shuffled(filling.visitsLeft(), random)) {
    filling.staysOf(visit).some((stop) => takeSomewhere(filling, days.keys(), stop, random));
  }
}

function takeSomewhere(
  filling: Filling,
  days: Iterable<number>,
  stop: Parameters<Filling["trials"]>[1],
  random: Random,
): boolean {
  return shuffled(filling.trials(days, stop), random).some((trial) => filling.take(trial));
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [drawn[last], drawn[other]] = [drawn[other] as Item, drawn[last] as Item];
  }
  return drawn;
}
