/** A line for each thing that happens while a plan is made, on the error stream: the plan itself stays clean. */
import type { RunEvent, RunListener } from "../agents/events.ts";
import type { ToolResult } from "../tools/tool.ts";
import { formatDateShort, isDate } from "../trip/calendar.ts";

type Fields = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const fields = (value: unknown): Fields => (value !== null && typeof value === "object" ? { ...value } : {});

function dates(start: unknown, end: unknown): string {
  const [from, to] = [text(start), text(end)];
  if (!isDate(from) || !isDate(to)) return "";
  return from === to ? `, ${formatDateShort(from)}` : `, ${formatDateShort(from)} to ${formatDateShort(to)}`;
}

/** What a call is about to do, in a traveller's words. */
const STARTED: Record<string, (args: Fields) => string> = {
  search_cities: ({ query }) => `Looking for ${text(query) || "cities"}`,
  search_attractions: ({ text: words }) => (words ? `Looking for ${text(words)}` : "Looking for places"),
  search_flights: ({ origin, destination }) => `Looking at flights ${text(origin)}–${text(destination)}`,
  search_hotels: () => "Looking at places to stay",
  create_trip: ({ startDate, endDate }) => `Writing down the trip${dates(startDate, endDate)}`,
  plan_itinerary: () => "Placing visits and meals, with opening hours, travel times and budget",
  check_itinerary: () => "Checking the plan",
};

/** What came of it; silence where the next line says enough. */
const FINISHED: Record<string, (result: Fields) => string> = {
  search_cities: ({ cities }) => {
    const { name, countryName, attractionCount } = fields(list(cities)[0]);
    return name
      ? `Found ${text(name)}, ${text(countryName)} (${Number(attractionCount)} places to visit)`
      : "No such city";
  },
  plan_itinerary: ({ itinerary }) => {
    const items = list(fields(itinerary).days).flatMap((day) => list(fields(day).items));
    const count = (type: string): number => items.filter((item) => fields(item).type === type).length;
    return items.length > 0 ? `Placed ${count("attraction")} visits and ${count("meal")} meals` : "";
  },
};

function checkedLine(ok: boolean, errors: number, warnings: number): string {
  if (!ok) return `Checked: ${errors} ${errors === 1 ? "error" : "errors"}`;
  return warnings === 0
    ? "Checked: it holds"
    : `Checked: it holds, with ${warnings} ${warnings === 1 ? "note" : "notes"}`;
}

function lineFor(event: RunEvent): string {
  switch (event.type) {
    case "tool-call":
      return STARTED[event.name]?.(fields(event.args)) ?? "";
    case "tool-result":
      return finishedLine(event.name, event.result);
    case "itinerary-checked": {
      const { ok, violations } = event.verdict;
      const errors = violations.filter(({ severity }) => severity === "error").length;
      return checkedLine(ok, errors, violations.length - errors);
    }
    case "repair-start":
      return "Planning again around what the checker found";
    default:
      return "";
  }
}

function finishedLine(name: string, result: ToolResult): string {
  return result.error ? "" : (FINISHED[name]?.({ ...result }) ?? "");
}

export interface Progress {
  say(message: string): void;
  listener: RunListener;
}

export function createProgress({ quiet }: { quiet: boolean }): Progress {
  const say = (message: string): void => {
    if (!quiet && message) process.stderr.write(`· ${message}\n`);
  };
  return { say, listener: (event) => say(lineFor(event)) };
}
