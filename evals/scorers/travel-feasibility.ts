/** Can the traveller be there in time? Of all the ways from stop to stop, those for which there is time. */
import { isJourney } from "../../trip/check/context.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";
import { contextOf, isSaid } from "./reading.ts";

export const travelFeasibility: Scorer = {
  name: "travel-feasibility",
  title: "Ways in time",
  formula:
    "hops between consecutive located stops of a day at whose end the checker finds neither travel_too_short nor overlap / all hops",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const arrivals = contextOf(plan).days.flatMap(({ items }) =>
      items.filter((stop) => stop.location !== null && !isJourney(stop)).slice(1),
    );
    const late = arrivals.filter(({ path }) => isSaid(plan, ["travel_too_short", "overlap"], path));
    const kept = arrivals.length - late.length;
    const missed = late.length > 0 ? `; too late${naming(late.map(({ name }) => name))}` : "";
    return rate(kept, arrivals.length, `${kept} of ${arrivals.length} hops have enough time${missed}`);
  }),
};
