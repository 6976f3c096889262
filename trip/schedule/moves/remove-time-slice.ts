/** Removes what happens between two hours of the day, on all days or some: what competes for the same hours meets. */
import { takeOut, type Workbench } from "../search/workbench.ts";

const SHORTEST = 0.05;
const LONGEST = 0.3;

export function removeTimeSlice(bench: Workbench): void {
  const { tables, routes, random } = bench;
  const share = SHORTEST + (LONGEST - SHORTEST) * random.next();
  const begin = random.next();
  const skips = random.next() < 0.5;
  for (const [day, { startMinute, endMinute }] of tables.problem.days.entries()) {
    if (skips && tables.dayCount > 1 && random.next() < 0.5) continue;
    const from = startMinute + begin * (endMinute - startMinute);
    const until = from + share * (endMinute - startMinute);
    const row = day * routes.width;
    for (let position = (routes.length[day] ?? 2) - 2; position >= 1; position--) {
      const start = routes.start[row + position] ?? 0;
      if (start >= from && start < until) takeOut(bench, day, position);
    }
  }
}
