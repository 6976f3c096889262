/** Where everybody goes, and when everybody is there. Some want that and some do not, so off-beat decides nothing. */
import { crowdLosses } from "../../trip/schedule/mapping/crowds.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, ofPlan, rate } from "./counting.ts";
import { sightsOf } from "./reading.ts";

export const offBeat: Scorer = {
  name: "off-beat",
  title: "Off the beaten path",
  formula: "sights that are marked as less known / sights at known places",
  ...{ ...COUNTED_SHARE, better: "neither" },
  score: ofPlan((plan) => {
    const sights = sightsOf(plan).flatMap(({ place }) => place ?? []);
    const quiet = sights.filter(({ isOffbeat }) => isOffbeat).length;
    const asked = plan.trip.wishes.preferOffbeat ? "; asked for" : "";
    return rate(quiet, sights.length, `${quiet} of ${sights.length} sights are less known${asked}`);
  }),
};

/** The most that anything loses: a crowded place in its worst hour. */
const MOST_EXPOSED = 0.25;

export const crowd: Scorer = {
  name: "crowd",
  title: "Crowds",
  formula: `mean over sights of known crowdedness of the share of their worth that the crowds of the hour take (trip/schedule/mapping/crowds.ts): 0 to ${MOST_EXPOSED}`,
  ...{ range: [0, MOST_EXPOSED], better: "lower", unit: "share", total: "mean" },
  score: ofPlan(({ trip, ...plan }) => {
    // Exposure is the place's and the hour's; whom it bothers is another matter.
    const anybody = { wishes: { ...trip.wishes, avoidCrowds: false } };
    const exposed = sightsOf({ trip, ...plan }).flatMap(({ place, startMinute }) => {
      if (!place || place.crowdedness === null) return [];
      return [crowdLosses(place, 1, anybody)?.[Math.floor(startMinute / 60) % 24] ?? 0];
    });
    if (exposed.length === 0) return null;
    const mean = exposed.reduce((sum, loss) => sum + loss, 0) / exposed.length;
    const busy = exposed.filter((loss) => loss > 0).length;
    return { value: mean, explanation: `${busy} of ${exposed.length} sights are seen while it is busy there` };
  }),
};
