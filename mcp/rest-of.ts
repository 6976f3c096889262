/** Where what was cut off goes on: the call that has the rest, as one that reads no data can make it. */
import { cursorAt, positionOf, questionOf } from "../tools/cursor.ts";
import type { Tool } from "../tools/tool.ts";

type Shown = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Shown =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface Asked {
  tool: Pick<Tool, "name"> & Partial<Pick<Tool, "input">>;
  /** The arguments as understood. */
  request: Shown;
}

export interface Rest {
  cursor: string;
  /** Without a full stop. */
  call: string;
}

/** Only a tool with that argument goes on by a cursor; days of a plan go on in `get_trip`, whichever tool showed them. */
function argumentsOf({ tool }: Asked): Shown | null {
  const shape = tool.input && "shape" in tool.input && isFields(tool.input.shape) ? tool.input.shape : null;
  return shape && "cursor" in shape ? shape : null;
}

export const goesOn = (asked: Asked): boolean => argumentsOf(asked) !== null;

/** After so many days of the plan that `view` is about, numbered from 1. */
export function restOfDays(view: Shown, { request }: Asked, lastShown: number): Rest | null {
  const { trip, itinerary } = view;
  if (!isFields(itinerary) || lastShown < 1) return null;
  const tripId = isFields(trip) ? trip.id : request.tripId;
  const { version } = itinerary;
  if (typeof tripId !== "string" || typeof version !== "number") return null;
  const cursor = cursorAt(lastShown, questionOf("get_trip", { tripId, version }));
  return { cursor, call: `get_trip with tripId ${tripId}, version ${version} and cursor ${cursor}` };
}

/** After so many entries of this page. */
export function restOfPage(asked: Asked, shown: number): Rest | null {
  const shape = argumentsOf(asked);
  if (!shape || asked.tool.name === "get_trip") return null;
  const question = questionOf(
    asked.tool.name,
    Object.fromEntries(Object.entries(asked.request).filter(([name]) => name in shape)),
  );
  const { cursor: given } = asked.request;
  const cursor = cursorAt((typeof given === "string" ? positionOf(given, question) : 0) + shown, question);
  return { cursor, call: `the same call with cursor ${cursor}` };
}
