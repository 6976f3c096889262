/**
 * What an edit has broken: errors that the plan did not have before. A fault is told apart by what it says and of
 * which item or day, as positions shift when a plan changes.
 */
import { check } from "../check/check.ts";
import type { PlanFacts } from "../facts.ts";
import type { ItineraryDraft } from "../itinerary.ts";
import type { Trip } from "../trip.ts";
import type { Verdict, Violation } from "../verdict.ts";
import type { EditContext, Editing } from "./editing.ts";

const PATH = /^days\[(\d+)\](?:\.items\[(\d+)\])?/;

/** The item's key, else the day's date, else nothing: the plan as a whole. */
export function subjectOf({ path }: Violation, { days }: ItineraryDraft): string {
  const [, day, item] = PATH.exec(path) ?? [];
  if (day === undefined) return "";
  const where = days[Number(day)];
  return (item === undefined ? where?.date : where?.items[Number(item)]?.itemKey) ?? "";
}

const nameOf = (violation: Violation, draft: ItineraryDraft): string =>
  `${violation.code} ${subjectOf(violation, draft)}`;

export function errorNames({ violations }: Verdict, draft: ItineraryDraft): Set<string> {
  return new Set(violations.flatMap((found) => (found.severity === "error" ? [nameOf(found, draft)] : [])));
}

export function knownErrors(trip: Trip, draft: ItineraryDraft, facts: PlanFacts): Set<string> {
  return errorNames(check(trip, draft, facts), draft);
}

export function errorsBeyond(known: ReadonlySet<string>, { violations }: Verdict, draft: ItineraryDraft): Violation[] {
  return violations.filter((found) => found.severity === "error" && !known.has(nameOf(found, draft)));
}

export function newErrors({ facts, knownErrors: known }: EditContext, editing: Editing): Violation[] {
  const { trip, draft, anchor } = editing;
  return errorsBeyond(known, check(trip, draft, facts, anchor), draft);
}
