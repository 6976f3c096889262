/** Are there lunches and dinners? Where the traveller is out over the hours of a meal, they should be able to eat. */
import { MEAL_SLOTS } from "../../trip/pace.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";
import { contextOf } from "./reading.ts";

/** As the checker counts: lunch from half past ten, dinner from five. */
const FROM = { lunch: 630, dinner: 1_020 } as const;
const UNTIL = { lunch: FROM.dinner, dinner: 2_880 } as const;

export const meals: Scorer = {
  name: "meals",
  title: "Meals",
  formula:
    "lunches and dinners for which the plan has a meal / those and the ones the checker finds missing (meal_missing)",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const { violations } = plan.verdict;
    const windows = contextOf(plan).days.flatMap(({ day, path, items }) =>
      MEAL_SLOTS.flatMap(({ kind }) => {
        const isMissed = violations.some(
          ({ code, path: where, expected }) => code === "meal_missing" && where === path && expected === kind,
        );
        const isServed = items.some(
          ({ item, startMinute }) => item.type === "meal" && startMinute >= FROM[kind] && startMinute < UNTIL[kind],
        );
        return isMissed || isServed ? [{ isMissed, name: `${kind} on day ${day.dayNumber}` }] : [];
      }),
    );
    const missed = windows.filter(({ isMissed }) => isMissed).map(({ name }) => name);
    const served = windows.length - missed.length;
    const without = missed.length > 0 ? `; no${naming(missed)}` : "";
    return rate(served, windows.length, `${served} of ${windows.length} meals are served${without}`);
  }),
};
