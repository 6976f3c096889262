/**
 * The scheduling problem, free of trips, cities and databases: days to fill, visits worth a score,
 * meals that need a table, a purse. It is the tourist trip design problem: a team orienteering problem
 * with multiple time windows and side constraints (Vansteenwegen & Gunawan, "Orienteering Problems",
 * 2019; Souffriau et al., "The multiconstraint team orienteering problem with multiple time windows",
 * 2013), days being the routes. `evaluate.ts` says what a plan of it means; nothing else defines it.
 *
 * Units: minutes since midnight of the day, metres, minor units of one currency; all whole numbers but
 * scores and weights. Indices, not ids: nothing here is looked up by name.
 */
import type { OpenWindow } from "../opening-hours.ts";

/** Travel between points, row-major `from * points + to`. Between points of two areas it means nothing. */
export interface TravelTable {
  readonly points: number;
  readonly minutes: Int32Array;
  readonly meters: Int32Array;
  /** Metres on foot; 0 where the leg is ridden. */
  readonly walkMeters: Int32Array;
}

/** A meal of a day: to be begun within its hours, at an eatery if one suits, else wherever the traveller is. */
export interface MealSlot {
  readonly earliestMinute: number;
  readonly latestMinute: number;
  readonly minutes: number;
  /** What is reckoned for it while it has no place. */
  readonly costWithoutPlace: number;
}

export interface Day {
  /** Visits and eateries of this area only. */
  readonly area: number;
  /** Where the day begins (bed, airport, station) and ends. */
  readonly startPoint: number;
  readonly endPoint: number;
  /** Not out before; at the end point by. */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly maxVisits: number;
  /** Minutes inside sights; meals and travel not counted. */
  readonly maxVisitMinutes: number;
  readonly maxWalkMeters: number;
  /** Rest after every visit, before the way to the next stop. */
  readonly bufferMinutes: number;
  /** In the order in which they are eaten. */
  readonly meals: readonly MealSlot[];
}

/** Where a stop stood in the plan that this one replaces. */
export interface Before {
  readonly day: number;
  readonly startMinute: number;
}

export interface Visit {
  /** Echoed in the solution, never compared. */
  readonly id: string;
  readonly area: number;
  /** `null`: wherever the traveller is then (a fixed rest, a call). */
  readonly point: number | null;
  /** What it is worth to visit for `minutes`; commensurable with eateries. */
  readonly score: number;
  /** A visit may be cut down, by steps of the grid, to `leastMinutes`; it is then worth `shortWorth` (0–1) of its score, linear between. */
  readonly minutes: number;
  readonly leastMinutes: number;
  readonly shortWorth: number;
  readonly cost: number;
  /** By day: begun from `openMinute` to `lastEntryMinute`, over by `closeMinute`. In order, apart; empty when closed. */
  readonly windows: readonly (readonly OpenWindow[])[];
  /** For variety: each further visit of a group on the same day costs `weights.repeat`, twice that, thrice … */
  readonly group: number;
  /** What `limits` count. */
  readonly categories: readonly number[];
  /** Score lost when begun in that hour of the day (24 entries); `null` when it never gets crowded. */
  readonly crowd: readonly number[] | null;
  readonly isMustSee: boolean;
  /** Part of every plan: a locked visit, a reservation, a check-in. Its windows say when. */
  readonly isFixed: boolean;
  /** No sight (check-in, luggage, a call): it uses no pace, fills no day, needs no rest after it. */
  readonly isErrand: boolean;
  readonly before: Before | null;
}

export interface Eatery {
  readonly id: string;
  readonly area: number;
  readonly point: number;
  readonly score: number;
  /** For the whole party. */
  readonly cost: number;
  readonly windows: readonly (readonly OpenWindow[])[];
  readonly before: Before | null;
}

/** At most, at least so many visits of a category, over the trip or on each day. */
export interface CategoryLimit {
  readonly category: number;
  readonly most: number | null;
  readonly mostPerDay: number | null;
  readonly least: number;
}

/** What one unit of each term costs, in score. */
export interface Weights {
  readonly travelMinute: number;
  readonly travelKilometer: number;
  /** A minute from the start of the day until the end point is reached: what waiting costs. */
  readonly spanMinute: number;
  readonly repeat: number;
  /** Gained by a day with at least one sight: something small is better than nothing. */
  readonly dayOut: number;
  readonly missedMeal: number;
  /** Large: a plan without a must-see is only for a world that has no room for it. */
  readonly missedMustSee: number;
  /** By visit short of a category's least. Large as well. */
  readonly shortfall: number;
  /** Stability: what stood in the plan before and is gone, is on another day, is moved by a minute (at most 240). */
  readonly dropped: number;
  readonly otherDay: number;
  readonly movedMinute: number;
}

export interface Problem {
  readonly days: readonly Day[];
  readonly visits: readonly Visit[];
  readonly eateries: readonly Eatery[];
  readonly limits: readonly CategoryLimit[];
  readonly travel: TravelTable;
  /** For visits and meals together; `null` when money is no limit. */
  readonly budget: number | null;
  /** Starts are multiples of this: plans are read by people, and nothing begins at 10:37. */
  readonly gridMinutes: number;
  readonly weights: Weights;
  /** What fixes every random choice of the search. */
  readonly seed: number;
}
