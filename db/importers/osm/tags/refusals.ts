/** Things that are mapped and not there to visit: gone, closed, not built yet, not open to anybody. */
import { isDate } from "../../../../trip/calendar.ts";
import type { Tags } from "../elements.ts";

export const REASONS = {
  noName: "no name",
  gone: "no longer there",
  planned: "not there yet",
  closed: "closed for good",
  private: "not open to visitors",
  noCoordinates: "no coordinates (its nodes are not in the file)",
  cutOff: "outline cut off at the edge of the file",
  twice: "mapped twice, joined into one",
} as const;
export type Reason = (typeof REASONS)[keyof typeof REASONS];

/** `disused:amenity=restaurant` was a restaurant. */
const LIFECYCLE: Readonly<Record<string, Reason>> = {
  disused: REASONS.gone,
  abandoned: REASONS.gone,
  demolished: REASONS.gone,
  destroyed: REASONS.gone,
  removed: REASONS.gone,
  razed: REASONS.gone,
  was: REASONS.gone,
  closed: REASONS.closed,
  proposed: REASONS.planned,
  planned: REASONS.planned,
  construction: REASONS.planned,
};
const PREFIXED = new RegExp(`^(${Object.keys(LIFECYCLE).join("|")}):(.+)$`);
const ENDED_KEYS = ["disused", "demolished", "razed", "removed"];
const NEVER_OPEN: ReadonlySet<string> = new Set(["closed", "off"]);
const SHUT: ReadonlySet<string> = new Set(["private", "no"]);

/** The key a lifecycle prefix stands before, `null` where none does. */
export function withoutPrefix(key: string): string | null {
  return PREFIXED.exec(key)?.[2] ?? null;
}

/** What it was, or will be: the tags behind the prefixes with the others beside them. */
export function otherLife(tags: Tags): { tags: Tags; reason: Reason } | null {
  let reason: Reason | null = null;
  const then: Record<string, string | undefined> = {};
  for (const [key, value] of Object.entries(tags)) {
    const [, prefix, rest] = PREFIXED.exec(key) ?? [];
    if (prefix === undefined || rest === undefined) then[key] ??= value;
    else {
      then[rest] = value;
      reason ??= LIFECYCLE[prefix] ?? null;
    }
  }
  return reason === null ? null : { tags: then, reason };
}

/** Why something that is a place by its tags is nothing to visit; `null` when it is. */
export function refusalOf(tags: Tags, dataDate: string): Reason | null {
  const ended = tags.end_date;
  if (ENDED_KEYS.some((key) => tags[key] === "yes")) return REASONS.gone;
  if (tags.abandoned === "yes" && tags.historic === undefined) return REASONS.gone;
  if (ended !== undefined && isDate(ended) && ended <= dataDate) return REASONS.gone;
  if (tags.closed === "yes" || NEVER_OPEN.has(tags.opening_hours ?? "")) return REASONS.closed;
  return SHUT.has(tags.access ?? "") ? REASONS.private : null;
}
