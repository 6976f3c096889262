/** Access needs: a place known not to meet them is an error, one nobody knows about is said once for the plan. */
import { needsStepFree } from "../suitability.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName, listOf, plainWord } from "./phrases.ts";

export function accessibilityUnmetRule({ trip, items }: CheckContext): Violation[] {
  if (!needsStepFree(trip)) return [];
  return items.flatMap(({ place, path, name, date }) =>
    place?.wheelchair === "no"
      ? [violation("accessibility_unmet", path, `${name}, planned for ${dayName(date)}, cannot be entered step-free.`)]
      : [],
  );
}

/** Step-free access is all the catalogue records; for a stroller, steps are a nuisance and no bar. */
const isInDoubt = ({ place }: JudgedItem, isStepFreeNeeded: boolean): boolean =>
  place !== null && (place.wheelchair === null || (!isStepFreeNeeded && place.wheelchair === "no"));

export function unknownAccessibilityRule({ trip, items }: CheckContext): Violation[] {
  const { accessibility } = trip.wishes;
  const violations: Violation[] = [];
  const isStepFreeNeeded = needsStepFree(trip);
  if (isStepFreeNeeded || accessibility.includes("stroller_friendly")) {
    const doubtful = items.filter((item) => isInDoubt(item, isStepFreeNeeded));
    const names = [...new Set(doubtful.map(({ name }) => name))];
    const path = doubtful.length === 1 ? (doubtful[0]?.path ?? "") : "";
    if (names.length > 0) {
      const message = `We do not know of step-free access at ${listOf(names)}. Ask before you go.`;
      violations.push(violation("unknown_accessibility", path, message));
    }
  }
  const unrecorded = accessibility.filter((need) => need === "visual_impairment" || need === "hearing_impairment");
  if (unrecorded.length > 0 && items.some(({ place }) => place !== null)) {
    const needs = listOf(unrecorded.map((need) => plainWord(need).replace("-", " ")));
    const message = `We do not know how the places of this plan serve people with a ${needs}. Ask before you go.`;
    violations.push(violation("unknown_accessibility", "", message));
  }
  return violations;
}
