/** Needs that nothing outweighs: what somebody can eat, and where somebody can get in. */

import type { AccessibilityNeed, Diet } from "../../trip/place.ts";
import { servesDiet } from "../../trip/suitability.ts";
import { type Expectation, finding } from "../expectation.ts";
import { meals, onPlan, titles, visits } from "./reading.ts";

/** Noted in the trip, and no named table in the plan that is not known to serve it. */
export function eats(diet: Diet): Expectation {
  return onPlan(`every table serves ${diet.replace("_", " ")}`, "diet", (world) => {
    if (!world.trip.wishes.diets.includes(diet)) return finding(false, "the trip does not know of the diet");
    const unfit = meals(world).filter(({ place }) => place && !servesDiet(place, diet));
    return finding(unfit.length === 0, unfit.length === 0 ? "all tables do" : `not at ${titles(unfit)}`);
  });
}

/** A diet met by leaving the meals out is not met. */
export function hasNamedMeals(atLeast: number): Expectation {
  return onPlan(`at least ${atLeast} meals at a named place`, "meals", (world) => {
    const named = meals(world).filter(({ place }) => place);
    return finding(named.length >= atLeast, `${named.length} named meals`);
  });
}

export function needs(need: AccessibilityNeed): Expectation {
  return onPlan(`knows of ${need.replaceAll("_", " ")}`, "access", ({ trip }) => {
    const known = trip.wishes.accessibility;
    return finding(known.includes(need), known.length === 0 ? "no needs noted" : known.join(", "));
  });
}

export function noKnownSteps(): Expectation {
  return onPlan("no stop is known to be inaccessible", "access", (world) => {
    const steps = [...visits(world), ...meals(world)].filter(({ place }) => place?.wheelchair === "no");
    return finding(steps.length === 0, steps.length === 0 ? "none is" : titles(steps));
  });
}

/** Unknown is not accessible; most of the sights should be more than not known to fail. */
export function mostlyStepFree(share: number): Expectation {
  return onPlan(`${Math.round(share * 100)} % of the sights are step-free at least in part`, "access", (world) => {
    const all = visits(world);
    const free = all.filter(({ place }) => place?.wheelchair === "yes" || place?.wheelchair === "limited");
    return finding(all.length > 0 && free.length >= share * all.length, `${free.length} of ${all.length}`);
  });
}
