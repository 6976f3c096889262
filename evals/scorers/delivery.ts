/** Whether there is a plan where one was asked for: what a solver that says nothing loses everything by. */
import type { Scene } from "../scene.ts";
import type { Scorer } from "../scorer.ts";
import { MEAN_SHARE, verdictScore } from "./counting.ts";

/** Tags of samples whose right answer is no plan: a reason, or words alone. */
const WITHOUT_PLAN = ["impossible", "no-plan"];

export function asksForPlan({ sample }: Pick<Scene, "sample">): boolean {
  return !sample.tags.some((tag) => WITHOUT_PLAN.includes(tag));
}

export const delivery: Scorer = {
  name: "delivery",
  title: "Delivered",
  formula:
    "1 where there is a plan with at least one day after the last turn, else 0; not for impossible requests (TravelPlanner, ICML 2024)",
  ...MEAN_SHARE,
  score: (scene) => {
    if (!asksForPlan(scene)) return null;
    const days = scene.plan?.itinerary.days.length ?? 0;
    const code = scene.episode.failure ?? scene.episode.turns.at(-1)?.code;
    return verdictScore(days > 0, days > 0 ? `a plan of ${days} days` : `no plan${code ? `: ${code}` : ""}`);
  },
};
