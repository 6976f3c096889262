/**
 * How sharply the days are solved, coarse first: prices found on few ticks or zones are good on many, and
 * cost a fraction. Zones bound from the first step on; small problems then
 * find their prices by a rough table, which bounds nothing.
 */
import type { DayGraph } from "./day-graph.ts";
import { DayTable } from "./day-table.ts";
import { widestTick } from "./ticks.ts";
import { zoned } from "./zones.ts";

export interface Level {
  /** How many zones the visits of a day are gathered into; infinite: each visit by itself. */
  readonly zones: number;
  readonly ticks: number;
  readonly isRough: boolean;
  /** Left when the bound has not fallen by a thousandth for so many steps, or after `most`. */
  readonly patience: number;
  readonly most: number;
}

const EACH = Number.POSITIVE_INFINITY;
/** Ways between visits, over all kinds of day, up to which zones are not worth their while. */
const FEW_WAYS = 120_000;
const MANY_WAYS = 1_000_000;

export function levelsOf(graphs: readonly DayGraph[]): Level[] {
  const ways = graphs.reduce((sum, { nodes }) => sum + nodes.length ** 2, 0);
  const exact = [200, 400, 800, 1600].map((ticks) => ({
    zones: EACH,
    ticks,
    isRough: false,
    patience: 12,
    most: EACH,
  }));
  if (ways <= FEW_WAYS) {
    const first = { zones: 10, ticks: 100, isRough: false, patience: 2, most: 2 };
    return [first, { zones: EACH, ticks: 100, isRough: true, patience: 12, most: 30 }, ...exact];
  }
  const gathered = [
    { zones: 10, ticks: 50, patience: 16 },
    { zones: 10, ticks: 150, patience: 12 },
    { zones: 40, ticks: 150, patience: 12 },
  ].map((level) => ({ ...level, isRough: false, most: EACH }));
  return ways > MANY_WAYS ? gathered : [...gathered, ...exact.slice(0, 1)];
}

export function tableOf(exact: DayGraph, { zones, ticks, isRough }: Level): { graph: DayGraph; table: DayTable } {
  const graph = zoned(exact, zones);
  const even = Math.floor((graph.endMinute - graph.startMinute) / ticks);
  const width = Math.max(1, isRough ? even : Math.min(even, Math.floor(widestTick(graph))));
  return { graph, table: new DayTable(graph, width, isRough) };
}
