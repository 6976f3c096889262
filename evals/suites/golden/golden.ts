/** Requests over the built-in cities, each with what must be true of the answer: what a change of the planner is held to. */
import type { Sample } from "../../sample.ts";
import type { Suite } from "../../suite.ts";
import { ACCESS } from "./access.ts";
import { BUDGET } from "./budget.ts";
import { CITIES } from "./cities.ts";
import { DATES } from "./dates.ts";
import { DIET } from "./diet.ts";
import { EDITS_OF_STOPS } from "./edits-stops.ts";
import { EDITS_OF_TRIPS } from "./edits-trip.ts";
import { HOURS } from "./hours.ts";
import { IMPOSSIBLE } from "./impossible.ts";
import { IMPOSSIBLE_WISHES } from "./impossible-wishes.ts";
import { INTERESTS } from "./interests.ts";
import { MUST_SEES } from "./must-sees.ts";
import { NIGHT_AND_SEASON } from "./night-season.ts";
import { PACE } from "./pace.ts";
import { PARTY } from "./party.ts";
import { WORDING } from "./wording.ts";

export const GOLDEN_SAMPLES: readonly Sample[] = [
  ...[...DATES, ...PARTY, ...BUDGET, ...DIET, ...ACCESS, ...PACE, ...INTERESTS, ...MUST_SEES],
  ...[...CITIES, ...HOURS, ...NIGHT_AND_SEASON, ...WORDING],
  ...[...IMPOSSIBLE, ...IMPOSSIBLE_WISHES, ...EDITS_OF_STOPS, ...EDITS_OF_TRIPS],
];

export const GOLDEN: Suite = {
  name: "golden",
  about: "Whether requests of every kind come to what the traveller may rightly expect.",
  withMethods: true,
  samples: () => GOLDEN_SAMPLES,
};
