/** Visits that were cut short to fit take back what time there is. */
import { ELSEWHERE } from "../search/tables.ts";
import type { Workbench } from "../search/workbench.ts";

export function stretchVisits({ tables, routes, journal }: Workbench): void {
  for (let day = 0; day < tables.dayCount; day++) {
    if (!journal.isTouched(day)) continue;
    for (let position = 1; position < (routes.length[day] ?? 2) - 1; position++) {
      const i = day * routes.width + position;
      const visit = routes.stop[i] ?? ELSEWHERE;
      if ((routes.slot[i] ?? -1) >= 0 || (routes.minutes[i] ?? 0) >= (tables.full[visit] ?? 0)) continue;
      const longer = longest({ tables, routes }, day, position);
      if (longer <= (routes.minutes[i] ?? 0)) continue;
      routes.minutes[i] = longer;
      routes.settle(day);
    }
  }
}

/** What the next stop, the closing hour and the day's pace leave. */
function longest({ tables, routes }: Pick<Workbench, "tables" | "routes">, day: number, position: number): number {
  const i = day * routes.width + position;
  const visit = routes.stop[i] ?? ELSEWHERE;
  const plan = tables.problem.days[day];
  const isErrand = tables.isErrand[visit] === 1;
  const start = routes.start[i] ?? 0;
  const until = routes.leaveBy(day, position + 1, routes.point[i] ?? 0) - (isErrand ? 0 : (plan?.bufferMinutes ?? 0));
  const pace = (plan?.maxVisitMinutes ?? 0) - (routes.sightMinutes[day] ?? 0) + (routes.minutes[i] ?? 0);
  const { open, close } = tables.windows;
  let closing = start;
  for (let window = routes.from[i] ?? 0; window < (routes.to[i] ?? 0); window++)
    if ((open[window] ?? 0) <= start) closing = close[window] ?? 0;
  const most = Math.min(until, closing) - start;
  const minutes = Math.min(most, tables.full[visit] ?? 0, isErrand ? most : pace);
  return minutes >= (tables.full[visit] ?? 0) ? minutes : Math.floor(minutes / tables.grid) * tables.grid;
}
