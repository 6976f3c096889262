/** Access needs: a place known not to meet them is an error, one nobody knows about is said once for the plan. */
import type { Place } from "../place.ts";
import { needsStepFree } from "../suitability.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName, listOf, plainWord } from "./phrases.ts";

const ASK = "ask before you go";

export function accessibilityUnmetRule(context: CheckContext): Violation[] {
  if (!needsStepFree(context.trip)) return [];
  return context.items.flatMap((item) => {
    const { place, path, name, date } = item;
    if (place?.wheelchair !== "no") return [];
    const message = `${name}, planned for ${dayName(date)}, cannot be entered step-free.`;
    const saying = { expected: "step-free access", actual: "steps", fix: stepFreeInstead(context, place) };
    return [violation("accessibility_unmet", path, message, saying)];
  });
}

/** A place of the same kind in the same city that is known to be step-free and not in the plan. */
function stepFreeInstead({ facts, plannedPlaces }: CheckContext, place: Place): string {
  for (const other of facts.places.values()) {
    const isLike = other.cityId === place.cityId && other.type === place.type && other.wheelchair === "yes";
    if (isLike && !plannedPlaces.has(other)) return `replace it, for example by ${other.name}`;
  }
  return `drop ${place.name}`;
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
      const saying = { expected: "known step-free access", actual: `unknown at ${listOf(names)}`, fix: ASK };
      violations.push(violation("unknown_accessibility", path, message, saying));
    }
  }
  const unrecorded = accessibility.filter((need) => need === "visual_impairment" || need === "hearing_impairment");
  if (unrecorded.length > 0 && items.some(({ place }) => place !== null)) {
    const needs = listOf(unrecorded.map((need) => plainWord(need).replace("-", " ")));
    const message = `We do not know how the places of this plan serve people with a ${needs}. Ask before you go.`;
    const saying = { expected: `known help with a ${needs}`, actual: "unknown", fix: ASK };
    violations.push(violation("unknown_accessibility", "", message, saying));
  }
  return violations;
}
