/** A small wish should not turn the plan over: what an edit leaves as it was. */
import type { PlannedWorld } from "../episode.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";
import { contextOf } from "./reading.ts";

interface Standing {
  readonly name: string;
  readonly where: string;
}

function standings(plan: PlannedWorld): Standing[] {
  return contextOf(plan).days.flatMap(({ day, items }) =>
    items.map(({ item, name }) => ({
      name,
      where: [item.itemKey, day.dayNumber, item.startTime, item.endTime, item.endsNextDay].join("|"),
    })),
  );
}

export const stability: Scorer = {
  name: "stability",
  title: "Stability",
  formula:
    "items of the plan before the last turn that stand in the plan after it under the same key, on the same day, at the same times / items before; only samples tagged edit",
  ...COUNTED_SHARE,
  score: ofPlan((plan, { sample, before }) => {
    if (before === null || !sample.tags.includes("edit")) return null;
    const after = new Set(standings(plan).map(({ where }) => where));
    const old = standings(before);
    const moved = old.filter(({ where }) => !after.has(where)).map(({ name }) => name);
    const kept = old.length - moved.length;
    const changed = moved.length > 0 ? `; changed${naming(moved)}` : "";
    return rate(kept, old.length, `${kept} of ${old.length} items stand as they did${changed}`);
  }),
};
