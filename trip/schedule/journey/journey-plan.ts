/** A planned journey, day by day, and what planning one can come to. */
import type { Leg } from "./legs.ts";
import type { JourneyAttraction, JourneyRestaurant, JourneyStay } from "./world.ts";

export const MEALS = ["breakfast", "lunch", "dinner"] as const;
export type Meal = (typeof MEALS)[number];

export interface InCity<Thing> {
  city: string;
  it: Thing;
}

export interface JourneyDay {
  date: string;
  /** Where the day is spent, or where it ends after its leg. */
  city: string;
  leg: Leg | null;
  meals: Partial<Record<Meal, InCity<JourneyRestaurant>>>;
  attractions: InCity<JourneyAttraction>[];
  /** Where the night after this day is slept; `null` for the last. */
  stay: InCity<JourneyStay> | null;
}

export interface JourneyPlan {
  days: JourneyDay[];
  cities: string[];
  nights: number[];
  cost: number;
}

/** What to give up so that something fits, and what the journey then costs. */
export interface Relaxation {
  giveUp: string;
  cost: number;
}

export type JourneyOutcome =
  | {
      kind: "planned";
      plan: JourneyPlan;
      /** The least that a journey with these wishes costs, at comfortable hours where those fit the budget. */
      cheapest: number;
      /** Whether all routes were looked at before `cheapest` was said. */
      isProven: boolean;
    }
  | {
      kind: "impossible";
      reason: string;
      /** Cheapest first. */
      relaxations: Relaxation[];
      isProven: boolean;
    };
