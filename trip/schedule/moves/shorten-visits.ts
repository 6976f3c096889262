/** Cuts the visits of the touched days down to the least, so that one more may fit; `stretchVisits` gives back what is left. */
import { ELSEWHERE } from "../search/tables.ts";
import type { Workbench } from "../search/workbench.ts";

export function shortenVisits({ tables, routes, journal }: Workbench): void {
  for (let day = 0; day < tables.dayCount; day++) {
    if (!journal.isTouched(day)) continue;
    for (let i = day * routes.width + 1; i < day * routes.width + (routes.length[day] ?? 2) - 1; i++) {
      const visit = routes.stop[i] ?? ELSEWHERE;
      if ((routes.slot[i] ?? -1) < 0) routes.minutes[i] = tables.least[visit] ?? 0;
    }
  }
}
