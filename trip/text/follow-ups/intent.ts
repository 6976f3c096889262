/** What a message about a plan asks for, as data: the reader makes these, and whoever acts on them calls the tools. */

import type { Category } from "../../categories.ts";
import type { EditOperation } from "../../edit/operations.ts";
import type { AccessibilityNeed, Diet } from "../../place.ts";
import type { Pace, TravelStyle } from "../../trip.ts";

/** Arguments of `update_trip`; what is not said is not there. */
export interface TripChange {
  startDate?: string;
  endDate?: string;
  travelers?: number;
  childAges?: number[];
  budgetAmount?: number;
  budgetCurrency?: string;
  pace?: Pace;
  style?: TravelStyle;
  interests?: Category[];
  addDiets?: Diet[];
  accessibility?: AccessibilityNeed[];
  removeCityId?: string;
}

export type Intent =
  | { kind: "edit"; operations: EditOperation[]; notes: string[] }
  /** A place that has to be looked up first. */
  | { kind: "add"; text: string; day: number | null; time: string | null }
  | { kind: "replace"; item: string; text: string }
  | { kind: "change"; change: TripChange; notes: string[] }
  | { kind: "add_city"; text: string; nights: number | null; isInDays: boolean }
  | {
      kind: "feedback";
      type: "rating" | "correction" | "suggestion";
      rating: number | null;
      item: string | null;
      day: number | null;
      text: string;
      notes: string[];
    }
  | { kind: "undo" }
  | { kind: "accept" }
  | { kind: "decline" }
  | { kind: "stay"; wish: "cheaper" | "other"; city: string | null }
  | { kind: "flights" }
  | { kind: "export"; format: string }
  | { kind: "show"; day: number | null }
  | { kind: "show_stops"; items: string[] }
  | { kind: "reason"; item: string }
  | { kind: "check" }
  | { kind: "cost" }
  | { kind: "changes" }
  | { kind: "list_trips" }
  | { kind: "plan_again" }
  | { kind: "cannot"; what: Beyond }
  /** Words that fit several things, or lack one. What is said next may be joined to them. */
  | { kind: "ask"; question: string; choices: string[] }
  /** What was named is not there; says what is. */
  | { kind: "missing"; message: string }
  | { kind: "talk"; about: "thanks" | "greeting" | "who" | "help" | "goodbye" }
  | { kind: "new_trip" }
  | { kind: "not_understood"; text: string };

/** What is understood, and nothing here can do. */
export type Beyond =
  | "weather"
  | "booking"
  | "language"
  | "pdf"
  | "route"
  | "hours"
  | "joke"
  | "stay_wish"
  | "delete_trip";
