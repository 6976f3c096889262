/** A plan as the checker sees it: its stops with places and minutes, and what the verdict says where. */
import { withClosures } from "../../trip/check/conditions.ts";
import { type CheckContext, checkContext, isJourney, type JudgedItem } from "../../trip/check/context.ts";
import type { ViolationCode } from "../../trip/verdict.ts";
import type { PlannedWorld } from "../episode.ts";

const contexts = new WeakMap<PlannedWorld, CheckContext>();

/** Read once for all scorers. */
export function contextOf(plan: PlannedWorld): CheckContext {
  const known = contexts.get(plan);
  if (known) return known;
  const { trip, itinerary, facts } = plan;
  const context = checkContext({ trip, itinerary, facts: withClosures(facts, trip), previous: null });
  contexts.set(plan, context);
  return context;
}

/** Sights: what people travel for. */
export function sightsOf(plan: PlannedWorld): readonly JudgedItem[] {
  return contextOf(plan).items.filter(({ item }) => item.type === "attraction");
}

/** Everything one is at a known place for: sights and meals, no legs and no beds. */
export function visitsOf(plan: PlannedWorld): readonly JudgedItem[] {
  return contextOf(plan).items.filter(({ item, place }) => place !== null && !isJourney({ item }));
}

/** Whether the verdict says one of these there; anywhere, where no path is given. */
export function isSaid({ verdict }: PlannedWorld, codes: readonly ViolationCode[], path?: string): boolean {
  return verdict.violations.some(
    (violation) => codes.includes(violation.code) && (path === undefined || violation.path === path),
  );
}
