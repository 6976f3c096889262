/** Who travels: heads and children's ages as they were said. */
import { type Expectation, finding } from "../expectation.ts";
import { onPlan } from "./reading.ts";

export function travellers(count: number): Expectation {
  return onPlan(`for ${count} ${count === 1 ? "traveller" : "travellers"}`, "party", ({ trip }) =>
    finding(trip.travelers === count, `${trip.travelers} travellers`),
  );
}

export function childrenAged(...ages: number[]): Expectation {
  const sorted = (numbers: readonly number[]): string => [...numbers].sort((a, b) => a - b).join(", ");
  return onPlan(ages.length === 0 ? "no children" : `children aged ${sorted(ages)}`, "party", ({ trip }) =>
    finding(sorted(trip.childAges) === sorted(ages), `ages: ${sorted(trip.childAges) || "none"}`),
  );
}
