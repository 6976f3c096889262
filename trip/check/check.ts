/**
 * The judge: one pure function over trip, itinerary and facts that neither model nor scheduler can
 * talk round. It shares the domain's facts with the scheduler (hours, distances, pace, money) and
 * none of its reasoning. Rules are independent of each other; a new rule is a new line below.
 */
import type { PlanFacts } from "../facts.ts";
import type { ItineraryDraft } from "../itinerary.ts";
import type { Trip } from "../trip.ts";
import { type Verdict, verdictOf } from "../verdict.ts";
import { accessibilityUnmetRule, unknownAccessibilityRule } from "./access.ts";
import { backtrackingRule } from "./backtracking.ts";
import { budgetRule } from "./budget.ts";
import { checkInRule } from "./check-ins.ts";
import { wrongCityRule } from "./cities.ts";
import { conditionsRule, withClosures } from "./conditions.ts";
import { checkContext, type Rule } from "./context.ts";
import { dateInPastRule, dayNumberRule, outsideTripDatesRule } from "./dates.ts";
import { flightConflictRule } from "./flights.ts";
import { holidayRule, hoursRule } from "./hours.ts";
import { lockedItemRule } from "./locked.ts";
import { dietRule, mealMissingRule, mealTimeRule } from "./meals.ts";
import { overlapRule } from "./overlap.ts";
import { paceRule } from "./pace.ts";
import { bookingNeededRule, repeatedPlaceRule, unknownPlaceRule, visitShortRule } from "./places.ts";
import { offerExpiredRule, unsourcedPriceRule } from "./prices.ts";
import { minimumNightsRule, nightWithoutBedRule, stayConflictRule } from "./stays.ts";
import { transferRule } from "./transfers.ts";
import { travelRule } from "./travel.ts";
import { weekdayRule } from "./weekdays.ts";

const RULES: readonly Rule[] = [
  outsideTripDatesRule,
  dateInPastRule,
  dayNumberRule,
  weekdayRule,
  wrongCityRule,
  unknownPlaceRule,
  repeatedPlaceRule,
  hoursRule,
  holidayRule,
  overlapRule,
  travelRule,
  transferRule,
  flightConflictRule,
  conditionsRule,
  stayConflictRule,
  minimumNightsRule,
  checkInRule,
  dietRule,
  accessibilityUnmetRule,
  lockedItemRule,
  unsourcedPriceRule,
  budgetRule,
  nightWithoutBedRule,
  mealMissingRule,
  mealTimeRule,
  visitShortRule,
  paceRule,
  backtrackingRule,
  unknownAccessibilityRule,
  bookingNeededRule,
  offerExpiredRule,
];

/** Errors before warnings. `previous` is the version an edit started from: its locks must hold. */
export function check(trip: Trip, itinerary: ItineraryDraft, facts: PlanFacts, previous?: ItineraryDraft): Verdict {
  const context = checkContext({ trip, itinerary, facts: withClosures(facts, trip), previous: previous ?? null });
  const violations = RULES.flatMap((rule) => rule(context));
  const isError = ({ severity }: { severity: string }): boolean => severity === "error";
  return verdictOf([...violations.filter(isError), ...violations.filter((found) => !isError(found))]);
}
