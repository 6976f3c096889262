/** A plan of a problem: who goes where in which order, and for how long. When, follows (`evaluate.ts`). */

/** Visits and eateries by their index in the problem, slots by their index in the day's meals. */
export type Stop =
  | { readonly kind: "visit"; readonly visit: number; readonly minutes: number }
  | { readonly kind: "meal"; readonly slot: number; readonly eatery: number | null };

export type Plan = readonly (readonly Stop[])[];

export interface StopTimes {
  readonly arriveMinute: number;
  readonly startMinute: number;
  readonly endMinute: number;
}
export type TimedStop = Stop & StopTimes;
