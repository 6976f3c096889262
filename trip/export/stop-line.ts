/**
 * A stop of a plan in one short line: "2.3 13:30-14:30 (meal) Lunch at Casa". Position first, which is how a stop is
 * named in an edit; the kind is left out for sights, which most stops are. A plan of five days costs a model a sixth
 * of what its items would.
 */
import { z } from "zod";

const itemSchema = z.object({
  type: z.string(),
  title: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  endsNextDay: z.boolean().default(false),
  status: z.string().default("planned"),
  locked: z.boolean().default(false),
});
export type LineItem = z.input<typeof itemSchema>;

export interface StopLine {
  /** Day and place in the day, both from 1; what is put off or skipped has no place. */
  position: string;
  type: string;
  title: string;
  startTime: string;
  endTime: string;
  endsNextDay: boolean;
  /** "locked", "completed", "delayed", "skipped". */
  marks: string[];
}

export function isLineItem(value: unknown): value is LineItem {
  return itemSchema.safeParse(value).success;
}

/** As `isActive` has it, for items of any document. */
const ACTIVE: ReadonlySet<string> = new Set(["planned", "completed"]);

/** "2.1", "2.2" for what is still to come or was seen; the rest of a day stands there as "2.-". */
export function stopPositions(dayNumber: number, items: readonly Pick<LineItem, "status">[]): string[] {
  let place = 0;
  return items.map(({ status = "planned" }) => `${dayNumber}.${ACTIVE.has(status) ? ++place : "-"}`);
}

export function stopLine(item: LineItem, position: string): string {
  const { type, title, startTime, endTime, endsNextDay, status, locked } = itemSchema.parse(item);
  const marks = [...(locked ? ["locked"] : []), ...(status === "planned" ? [] : [status])];
  const kind = [...(type === "attraction" ? [] : [type]), ...marks].join(", ");
  return `${position} ${startTime}-${endTime}${endsNextDay ? "+1" : ""} ${kind && `(${kind}) `}${title}`;
}

const LINE = /^(\d+\.(?:\d+|-)) (\d\d:\d\d)-(\d\d:\d\d)(\+1)? (?:\(([a-z_]+(?:, [a-z_]+)*)\) )?(.*)$/s;
const MARKS: ReadonlySet<string> = new Set(["locked", "completed", "delayed", "skipped"]);

/** `null` for a line that is none. */
export function readStopLine(line: string): StopLine | null {
  const [, position, startTime, endTime, nextDay, kind = "", title] = LINE.exec(line) ?? [];
  if (position === undefined || startTime === undefined || endTime === undefined || title === undefined) return null;
  const words = kind === "" ? [] : kind.split(", ");
  const [type = "attraction"] = words.filter((word) => !MARKS.has(word));
  const marks = words.filter((word) => MARKS.has(word));
  return { position, type, title, startTime, endTime, endsNextDay: nextDay !== undefined, marks };
}
