/**
 * What the page shows of a plan, in words: drawn from the whole plan where the host hands it out, from a tool's result
 * alone where it does not. What is not known of a plan is absent, never a guess.
 */
import type { CostRow } from "../../trip/export/costs.ts";
import type { Coordinates } from "../../trip/place.ts";

export interface Remark {
  tone: "problem" | "mind";
  text: string;
}

export interface ItemView {
  /** Counted over the trip, as on the map; `null` for what has no spot of its own. */
  number: number | null;
  location: Coordinates | null;
  startTime: string;
  endTime: string;
  title: string;
  /** "meal", "flight" …; `null` for sights, which most stops are. */
  kind: string | null;
  cost: string | null;
  /** The way here from the stop before. */
  travel: string | null;
  details: string[];
  /** A few words each: "book ahead". */
  notes: string[];
  remarks: Remark[];
}

export interface DayView {
  dayNumber: number;
  date: string;
  cityId: string;
  city: string;
  items: ItemView[];
  cost: string | null;
  remarks: Remark[];
}

export interface CostsView {
  heading: string;
  rows: CostRow[];
  total: CostRow;
  /** How the total stands to the budget, what has no price, and who says so. */
  lines: string[];
}

export interface ItineraryView {
  title: string;
  facts: string[];
  verdict: { isOk: boolean; text: string } | null;
  /** What became of the plan by the last call: "Proposed, not chosen yet". */
  news: string[];
  changes: string[];
  problems: string[];
  warnings: string[];
  days: DayView[];
  costs: CostsView | null;
  bookings: string[];
  assumptions: string[];
  links: { name: string; url: string }[];
  footer: string[];
}
