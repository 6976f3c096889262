/** Removes single stops here and there, each with the same chance. */
import { takeOut, type Workbench } from "../search/workbench.ts";

const LEAST = 0.05;
const MOST = 0.35;
/** A day is left alone this often, so that a step seldom shakes the whole plan. */
const SPARED = 0.3;

export function removeScattered(bench: Workbench): void {
  const { tables, routes, random } = bench;
  const chance = LEAST + (MOST - LEAST) * random.next();
  for (let day = 0; day < tables.dayCount; day++) {
    if (tables.dayCount > 1 && random.next() < SPARED) continue;
    for (let position = (routes.length[day] ?? 2) - 2; position >= 1; position--)
      if (random.next() < chance) takeOut(bench, day, position);
  }
}
