/** A scheduling problem together with what its indices stand for, so that a solution can be read back. */
import type { PlanFacts } from "../../facts.ts";
import type { DayDraft, ItemDraft } from "../../itinerary.ts";
import type { MealSlot } from "../../pace.ts";
import type { Place } from "../../place.ts";
import type { Trip } from "../../trip.ts";
import type { Problem } from "../problem.ts";

export type MealKind = MealSlot["kind"];

/** What a visit of the problem is in the world. */
export interface VisitSource {
  readonly place: Place | null;
  /** The item of the replaced plan that it stands for, where it is that very item: kept as it is but for its time. */
  readonly item: ItemDraft | null;
}

export interface MappedDay {
  /** Date and city, and the items that are given: legs between cities, luggage; of a day that is over, all of it. */
  readonly draft: DayDraft;
  /** By slot of the problem's day. */
  readonly meals: readonly MealKind[];
  /** Over already, or before the landing: nothing is placed here. */
  readonly isClosed: boolean;
}

export interface TripProblem {
  readonly trip: Trip;
  readonly facts: PlanFacts;
  readonly problem: Problem;
  readonly days: readonly MappedDay[];
  /** By visit of the problem. */
  readonly sources: readonly VisitSource[];
  /** By eatery of the problem. */
  readonly tables: readonly Place[];
}
