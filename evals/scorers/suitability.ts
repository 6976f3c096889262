/** Does it suit the party? Tables that serve the diet and doors that can be entered, as far as that is known. */
import { needsStepFree, servesDiet } from "../../trip/suitability.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";
import { visitsOf } from "./reading.ts";

export const diet: Scorer = {
  name: "diet",
  title: "Diet",
  formula:
    "meals at places known to serve every diet of the trip / meals at known places; not without a diet. A meal that names no place is chosen on the spot and counts for neither",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const { diets } = plan.trip.wishes;
    if (diets.length === 0) return null;
    const tables = visitsOf(plan).flatMap(({ item, place }) => (item.type === "meal" && place ? [place] : []));
    const unfit = tables.filter((place) => !diets.every((one) => servesDiet(place, one))).map(({ name }) => name);
    const fit = tables.length - unfit.length;
    const without = unfit.length > 0 ? `; not known to${naming(unfit)}` : "";
    return rate(fit, tables.length, `${fit} of ${tables.length} tables serve ${diets.join(", ")}${without}`);
  }),
};

export const accessibility: Scorer = {
  name: "accessibility",
  title: "Accessibility",
  formula:
    "visits and meals at places known to be step-free, in part or with help included / those at known places; not where nobody needs it. What nobody knows does not count as fitting",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const { trip } = plan;
    if (!needsStepFree(trip) && !trip.wishes.accessibility.includes("stroller_friendly")) return null;
    const places = visitsOf(plan).flatMap(({ place }) => place ?? []);
    const unfit = places.filter(({ wheelchair }) => wheelchair === null || wheelchair === "no").map(({ name }) => name);
    const fit = places.length - unfit.length;
    const partly = places.filter(({ wheelchair }) => wheelchair === "limited").length;
    const without = unfit.length > 0 ? `; not known to be${naming(unfit)}` : "";
    return rate(
      fit,
      places.length,
      `${fit} of ${places.length} places are step-free, ${partly} of them in part${without}`,
    );
  }),
};
