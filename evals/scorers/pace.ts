/** Days that keep to the pace that was asked for: visits, minutes inside, metres on foot, minutes under way. */
import { isJourney } from "../../trip/check/context.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";
import { contextOf, isSaid } from "./reading.ts";

export const pace: Scorer = {
  name: "pace",
  title: "Pace",
  formula: "days within the limits of the trip's pace (trip/pace.ts; the checker's pace_exceeded) / days with a stop",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const days = contextOf(plan).days.filter(({ items }) => items.some((item) => !isJourney(item)));
    const full = days.filter(({ path }) => isSaid(plan, ["pace_exceeded"], path));
    const kept = days.length - full.length;
    const over = full.length > 0 ? `; too full${naming(full.map(({ day }) => `day ${day.dayNumber}`))}` : "";
    return rate(kept, days.length, `${kept} of ${days.length} days keep a ${plan.trip.wishes.pace} pace${over}`);
  }),
};
