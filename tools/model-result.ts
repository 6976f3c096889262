/**
 * A tool's result as a model needs to read it. Programs get all of it; a model is spared what it cannot use: the echo
 * of its own arguments, what is empty, coordinates, ids of stops, sums by line. Days come as lines (`stop-line.ts`).
 */
import { isLineItem, type LineItem, stopLine, stopPositions } from "../trip/export/stop-line.ts";
import type { ToolResult } from "./tool.ts";

/** Facts for programs: where, how it was reckoned, what a page shows beside a place. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "request",
  "location",
  "timezone",
  "population",
  "nameLocal",
  "eateryCount",
  "travelFromPrevious",
  "confidence",
  "score",
  "lines",
  "expected",
  "actual",
  "website",
  "sourceUrl",
  "sources",
  "photoUrl",
  "popularity",
  "source",
  "sourceDate",
  "fetchedAt",
  "address",
]);
/** Whether a model is never shown a field of that name. A city's score is the exception: it ranks homonyms. */
export const isForPrograms = (name: string): boolean => LEFT_OUT.has(name);

/** Said only where it is so. */
const SAID_WHEN_TRUE: ReadonlySet<string> = new Set(["bookingNeeded", "isOffbeat", "avoidCrowds", "preferOffbeat"]);
/** A city's hit is taken or left by its score. */
const SCORED: ReadonlySet<string> = new Set(["match"]);

/** Where a mention begins and ends in a text of somebody else. */
const POSITIONS: ReadonlySet<string> = new Set(["from", "to"]);

function saysNothing(key: string, value: unknown): boolean {
  if (typeof value === "number") return POSITIONS.has(key);
  if (value === false) return SAID_WHEN_TRUE.has(key);
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

const MOST_DECIMALS = 1_000;

interface Day {
  dayNumber: number;
  items: LineItem[];
}

function isDay(value: object): value is Day {
  return (
    "dayNumber" in value &&
    typeof value.dayNumber === "number" &&
    "items" in value &&
    Array.isArray(value.items) &&
    value.items.every(isLineItem)
  );
}

function dayAsLines({ items, ...day }: Day): Record<string, unknown> {
  const positions = stopPositions(day.dayNumber, items);
  const stops = items.map((item, index) => stopLine(item, positions[index] ?? ""));
  return { ...shown(day), stops };
}

function shown(record: object): Record<string, unknown> {
  const isScored = Object.keys(record).some((key) => SCORED.has(key));
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key, value]) => !saysNothing(key, value) && (!LEFT_OUT.has(key) || (key === "score" && isScored)))
      .map(([key, value]) => [key, viewOf(value)]),
  );
}

function viewOf(value: unknown): unknown {
  if (typeof value === "number") return Math.round(value * MOST_DECIMALS) / MOST_DECIMALS;
  if (Array.isArray(value)) return value.map(viewOf);
  if (typeof value !== "object" || value === null) return value;
  return isDay(value) ? dayAsLines(value) : shown(value);
}

/** Plain JSON. What was empty or `null` is not there. */
export function modelResultOf(result: ToolResult): Record<string, unknown> {
  return shown(JSON.parse(JSON.stringify(result)) as object);
}
