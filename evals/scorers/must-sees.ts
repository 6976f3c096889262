/** What the traveller insists on: how much of it the plan has. */
import type { Scorer } from "../scorer.ts";
import { insistedOn, plannedIds } from "./constraint-classes.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";

export const mustSees: Scorer = {
  name: "must-sees",
  title: "Must-sees",
  formula:
    "must-sees of the trip that the plan has / all that the traveller has not given up since; not where there are none",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const mustSee = insistedOn(plan);
    const planned = plannedIds(plan);
    const missed = mustSee.filter((id) => !planned.has(id)).map((id) => plan.facts.places.get(id)?.name ?? id);
    const kept = mustSee.length - missed.length;
    const without = missed.length > 0 ? `; not${naming(missed)}` : "";
    return rate(kept, mustSee.length, `${kept} of ${mustSee.length} must-sees are planned${without}`);
  }),
};
