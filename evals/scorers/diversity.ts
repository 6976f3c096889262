/** Seven churches are not seven sights: how evenly a plan's sights are spread over kinds. */
import { categoryWords, leafCategorySchema } from "../../trip/categories.ts";
import type { Scorer } from "../scorer.ts";
import { MEAN_SHARE, naming, ofPlan } from "./counting.ts";
import { sightsOf } from "./reading.ts";

const CATEGORIES = leafCategorySchema.options.length;

/** Shannon (1948), in nats: 0 when all are of one kind, ln(kinds) when they are spread evenly. */
export function entropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log(count / total)), 0);
}

export const diversity: Scorer = {
  name: "diversity",
  title: "Diversity",
  formula: `Shannon entropy of the sights' main categories / ln(min(sights, ${CATEGORIES})): 1 when no two are of a kind; not under two sights`,
  ...MEAN_SHARE,
  score: ofPlan((plan) => {
    const kinds = sightsOf(plan).flatMap(({ place }) => {
      const [category] = place?.categories ?? [];
      return place ? [category ? categoryWords(category) : place.type.replaceAll("_", " ")] : [];
    });
    if (kinds.length < 2) return null;
    const counted = [...Map.groupBy(kinds, (kind) => kind)].sort((a, b) => b[1].length - a[1].length);
    const value = entropy(counted.map(([, { length }]) => length)) / Math.log(Math.min(kinds.length, CATEGORIES));
    const told = counted.map(([kind, { length }]) => `${length} ${kind}`);
    return {
      value: Math.min(1, value),
      explanation: `${kinds.length} sights, ${counted.length === 1 ? "one kind" : `${counted.length} kinds`}${naming(told)}`,
    };
  }),
};
