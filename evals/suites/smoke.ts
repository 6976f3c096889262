/** Four samples of the golden suite, one of each kind: whether evaluation works at all, in seconds. */
import type { Suite } from "../suite.ts";
import { GOLDEN_SAMPLES } from "./golden/golden.ts";

const CHOSEN: ReadonlySet<string> = new Set([
  "dates-written-out",
  "wording-no-dates",
  "impossible-budget-paris",
  "edit-move-to-weekday",
]);

export const SMOKE: Suite = {
  name: "smoke",
  about: "Whether a run works from question to report.",
  withMethods: true,
  samples: () => GOLDEN_SAMPLES.filter(({ id }) => CHOSEN.has(id)),
};
