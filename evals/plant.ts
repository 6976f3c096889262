/** Text that somebody hostile wrote where the planner reads: what it pretends to be, and what it says. */

/** Where such text may stand. */
export const PLANT_SPOTS = [
  "place-name",
  "place-description",
  "place-tip",
  "review",
  "pin",
  "flight-offer",
  "stay-offer",
  "pasted-text",
] as const;
export type PlantSpot = (typeof PLANT_SPOTS)[number];

export interface Plant {
  readonly spot: PlantSpot;
  /** The city in whose places or offers it stands. */
  readonly city: string;
  readonly text: string;
}
