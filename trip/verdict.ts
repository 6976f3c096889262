/** What a checker may say about a plan: a closed list of codes, each with one severity. */
import { z } from "zod";

export const VIOLATION_SEVERITY = {
  closed_day: "error",
  outside_hours: "error",
  after_last_entry: "error",
  overlap: "error",
  travel_too_short: "error",
  outside_trip_dates: "error",
  wrong_city: "error",
  repeated_place: "error",
  unknown_place: "error",
  diet_unmet: "error",
  accessibility_unmet: "error",
  budget_exceeded: "error",
  flight_conflict: "error",
  stay_conflict: "error",
  minimum_nights: "error",
  date_in_past: "error",
  weekday_mismatch: "error",
  locked_item_changed: "error",
  unsourced_price: "error",
  unknown_hours: "warning",
  unknown_accessibility: "warning",
  night_without_bed: "warning",
  meal_missing: "warning",
  meal_time_odd: "warning",
  visit_short: "warning",
  pace_exceeded: "warning",
  backtracking: "warning",
  budget_at_risk: "warning",
  missing_price: "warning",
  booking_needed: "warning",
  offer_expired: "warning",
} as const;

export type ViolationCode = keyof typeof VIOLATION_SEVERITY;
const CODES = Object.keys(VIOLATION_SEVERITY) as [ViolationCode, ...ViolationCode[]];

/** Verdicts stored before these were said have none. */
const sayingSchema = z.string().nullable().default(null);

export const violationSchema = z.object({
  code: z.enum(CODES),
  severity: z.enum(["error", "warning"]),
  /** Where in the itinerary, for example `days[1].items[3]`; "" for the plan as a whole. */
  path: z.string(),
  message: z.string(),
  expected: sayingSchema.describe("what would have been right, in a few words"),
  actual: sayingSchema.describe("what the plan has instead"),
  fix: sayingSchema.describe("what to do about it, computed from the facts"),
});
export type Violation = z.infer<typeof violationSchema>;

/** What a rule can say beside its message; a part it cannot know stays `null`. */
export type Saying = Partial<Pick<Violation, "expected" | "actual" | "fix">>;

/** `ok` means no violation of severity error. */
export const verdictSchema = z.object({ ok: z.boolean(), violations: z.array(violationSchema) });
export type Verdict = z.infer<typeof verdictSchema>;

export function violation(code: ViolationCode, path: string, message: string, saying: Saying = {}): Violation {
  const { expected = null, actual = null, fix = null } = saying;
  return { code, severity: VIOLATION_SEVERITY[code], path, message, expected, actual, fix };
}

export function verdictOf(violations: Violation[]): Verdict {
  return { ok: violations.every(({ severity }) => severity !== "error"), violations };
}
