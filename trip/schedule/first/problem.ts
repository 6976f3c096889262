/**
 * The scheduling problem, free of trips, cities and databases: days with places and windows, visits
 * worth a score, meals that need a table, a purse. It is a team orienteering problem with multiple
 * time windows (Vansteenwegen & Gunawan, "Orienteering Problems", 2019), days being the routes.
 *
 * Units: minutes since midnight of the day, metres, minor units of one currency. Indices, not ids:
 * the search never looks anything up by name.
 */
import type { Mobility } from "../../geo.ts";
import type { OpenWindow } from "../../opening-hours.ts";
import type { DayLimits, MealSlot } from "../../pace.ts";
import type { Coordinates } from "../../place.ts";

export interface ProblemDay {
  /** Visits and eateries of this area only. */
  area: number;
  startMinute: number;
  endMinute: number;
  /** Where the day begins and ends: the bed, or the middle of the city while there is none. */
  base: Coordinates;
  limits: DayLimits;
  meals: readonly MealSlot[];
  /** By meal: what it costs while it has no place. */
  mealWithoutPlaceMinor: readonly number[];
}

export interface Candidate {
  /** The place's id; echoed in the solution, never compared. */
  id: string;
  area: number;
  location: Coordinates;
  /** What stopping here is worth; commensurable between visits and meals. */
  score: number;
  minutes: number;
  costMinor: number;
  /** By day index; empty when closed that day. */
  windows: readonly (readonly OpenWindow[])[];
}

export interface VisitCandidate extends Candidate {
  /** For variety: each further visit of a group on a day is worth less. */
  group: string;
  /** Must be in the plan if any plan can hold it. */
  isMustSee: boolean;
}

export interface PlanProblem {
  days: readonly ProblemDay[];
  visits: readonly VisitCandidate[];
  eateries: readonly Candidate[];
  mobility: Mobility;
  /** For visits and meals together; `null` when money is no limit. */
  purseMinor: number | null;
  /** What fixes every random choice of the search. */
  seed: number;
}

/** A stop with its times. `visit` or `eatery` index the problem; a meal may have no eatery. */
export type ScheduledStop =
  | { kind: "visit"; visit: number; arriveMinute: number; startMinute: number; endMinute: number }
  | { kind: "meal"; slot: number; eatery: number | null; arriveMinute: number; startMinute: number; endMinute: number };

export type LeftOutReason = "closed_on_every_day" | "beyond_the_budget" | "no_time_left" | "lower_interest";

export interface PlanSolution {
  days: readonly (readonly ScheduledStop[])[];
  score: number;
  spentMinor: number;
  leftOut: readonly { visit: number; reason: LeftOutReason }[];
  /** Search steps taken. */
  steps: number;
}
