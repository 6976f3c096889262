/**
 * What the checker found, in sentences a traveller can act on. Twenty findings of one kind about
 * twenty places become one sentence that names the places.
 */

import { formatDateShort } from "../calendar.ts";
import type { ItineraryDay, ItineraryItem } from "../itinerary.ts";
import type { PlanDocument } from "../plan-document.ts";
import type { Violation, ViolationCode } from "../verdict.ts";
import { counted, listed, plainText } from "./words.ts";

export interface Spot {
  day: ItineraryDay | undefined;
  item: ItineraryItem | undefined;
}

/** `days[1].items[3]` → that day and that item. */
export function spotOf({ path }: Violation, plan: PlanDocument): Spot {
  const [, dayIndex, itemIndex] = /^days\[(\d+)\](?:\.items\[(\d+)\])?/.exec(path) ?? [];
  const day = dayIndex === undefined ? undefined : plan.itinerary.days[Number(dayIndex)];
  return { day, item: itemIndex === undefined ? undefined : day?.items[Number(itemIndex)] };
}

/** "Lunch at Ramiro" → "Ramiro": in a sentence about tables and doors, the meal does not matter. */
export function placeName(title: string): string {
  return plainText(title).replace(/^(Breakfast|Lunch|Dinner) at /, "");
}

const ABOUT_PLACES: Partial<Record<ViolationCode, (places: string) => string>> = {
  booking_needed: (places) => `Book ahead: ${places}.`,
  unknown_hours: (places) => `Opening hours unknown, look them up before you go: ${places}.`,
  unknown_accessibility: (places) => `Step-free access unknown, ask before you go: ${places}.`,
  visit_short: (places) => `Less time than people usually take: ${places}.`,
  offer_expired: (places) => `Prices have run out, look them up again: ${places}.`,
};

const ABOUT_DAYS: Partial<Record<ViolationCode, (days: string) => string>> = {
  pace_exceeded: (days) => `Fuller than the pace you asked for: ${days}.`,
  backtracking: (days) => `The way goes back and forth: ${days}.`,
};
/** One finding says more in its own words than a list of one; many want a list. */
const LISTED_FROM = { places: 1, days: 3 } as const;

/** The cost summary says these with its figures beside them. */
export const SAID_WITH_COSTS: ReadonlySet<ViolationCode> = new Set(["missing_price", "budget_at_risk"]);

function sentencesFor(code: ViolationCode, found: readonly Violation[], plan: PlanDocument): string[] {
  const spots = found.map((violation) => spotOf(violation, plan));
  const places = spots.flatMap(({ item }) => (item ? [placeName(item.title)] : []));
  const days = spots.flatMap(({ day, item }) => (day && !item ? [formatDateShort(day.date)] : []));
  const isListed = (names: readonly string[], from: number): boolean =>
    found.length >= from && names.length === found.length;
  if (isListed(places, LISTED_FROM.places) && ABOUT_PLACES[code]) return [ABOUT_PLACES[code](listed(new Set(places)))];
  if (isListed(days, LISTED_FROM.days) && ABOUT_DAYS[code]) return [ABOUT_DAYS[code](listed(new Set(days)))];
  return [...new Set(found.map(({ message }) => plainText(message)))];
}

export interface Advice {
  /** What breaks the plan; each stands alone. */
  problems: string[];
  /** What to do or to know before going. */
  warnings: string[];
  /** One line: does the plan hold? */
  verdict: string;
}

function verdictLine({ verdict, trip }: PlanDocument, problems: number, warnings: number): string {
  if (!verdict.ok) return `This plan does not hold yet: ${counted(problems, "problem", "problems")} to solve.`;
  const codes = new Set(verdict.violations.map(({ code }) => code));
  const isAtRisk = codes.has("budget_at_risk");
  const held = [
    codes.has("unknown_hours") ? "the opening hours that are known" : "opening hours",
    "travel times",
    "dates",
    ...(trip.budget && !isAtRisk ? ["budget"] : []),
  ];
  return [
    `Checked: ${listed(held)} hold`,
    ...(isAtRisk ? ["the budget may not be enough"] : []),
    ...(warnings > 0 ? [`${counted(warnings, "thing", "things")} to mind`] : []),
  ]
    .join("; ")
    .concat(".");
}

/** Before anything else what needs doing first: tables and tickets sell out, the rest can wait. */
const FIRST: readonly ViolationCode[] = ["booking_needed", "night_without_bed", "unknown_hours"];
const rankOf = (code: ViolationCode): number => (FIRST.indexOf(code) + FIRST.length + 1) % (FIRST.length + 1);

export function adviceOn(plan: PlanDocument): Advice {
  const { violations } = plan.verdict;
  const problems = violations.filter(({ severity }) => severity === "error").map(({ message }) => plainText(message));
  const byCode = Map.groupBy(
    violations.filter(({ code, severity }) => severity === "warning" && !SAID_WITH_COSTS.has(code)),
    // Of one code, what is about items is listed apart from what is about days.
    ({ code, path }) => `${code} ${path.includes(".items[") ? "item" : "day"}`,
  );
  const warnings = [...byCode.values()]
    .toSorted(([a], [b]) => (a && b ? rankOf(a.code) - rankOf(b.code) : 0))
    .flatMap((found) => (found[0] ? sentencesFor(found[0].code, found, plan) : []));
  const unique = [...new Set(problems)];
  return { problems: unique, warnings, verdict: verdictLine(plan, unique.length, warnings.length) };
}

/** What to know on the spot, beside the item it is about. */
export const ITEM_NOTES: Partial<Record<ViolationCode, string>> = {
  booking_needed: "book ahead",
  unknown_hours: "opening hours unknown",
  unknown_accessibility: "step-free access unknown",
};

export function itemNotesOf(plan: PlanDocument): ReadonlyMap<ItineraryItem, readonly string[]> {
  const notes = new Map<ItineraryItem, string[]>();
  for (const violation of plan.verdict.violations) {
    const { item } = spotOf(violation, plan);
    const note = ITEM_NOTES[violation.code];
    if (item && note) notes.set(item, [...(notes.get(item) ?? []), note]);
  }
  return notes;
}
