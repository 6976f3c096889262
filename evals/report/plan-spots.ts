/** Where in a logged plan something is: its stops numbered in their order, and the item a violation points at. */
import { isActive, itemStatusSchema } from "../../trip/itinerary.ts";
import type { LoggedPlan } from "../log/log-lines.ts";

export type LoggedDay = LoggedPlan["days"][number];
export type LoggedItem = LoggedDay["items"][number];
export type LoggedViolation = LoggedPlan["verdict"]["violations"][number];

/** Skipped and delayed items are history, and of a plan from elsewhere any other word is taken as planned. */
export function isStanding({ status }: LoggedItem): boolean {
  const known = itemStatusSchema.safeParse(status);
  return !known.success || isActive({ status: known.data });
}

/** Numbers of the items that lie somewhere, over the whole plan. */
export function stopNumbers({ days }: LoggedPlan): ReadonlyMap<LoggedItem, number> {
  const stops = days.flatMap(({ items }) => items.filter((item) => item.location && isStanding(item)));
  return new Map(stops.map((item, index) => [item, index + 1]));
}

export interface Spot {
  readonly day: LoggedDay | null;
  readonly item: LoggedItem | null;
}

const PATH = /^days\[(\d+)\](?:\.items\[(\d+)\])?/;

export function spotOf({ path }: LoggedViolation, { days }: LoggedPlan): Spot {
  const [, dayIndex, itemIndex] = PATH.exec(path) ?? [];
  const day = dayIndex === undefined ? null : (days[Number(dayIndex)] ?? null);
  const item = itemIndex === undefined ? null : (day?.items[Number(itemIndex)] ?? null);
  return { day, item };
}

/** "Day 2, Tasca do Chico"; "" for the plan as a whole. */
export function spotText(violation: LoggedViolation, plan: LoggedPlan): string {
  const { day, item } = spotOf(violation, plan);
  return [...(day ? [`Day ${day.dayNumber}`] : []), ...(item ? [item.title] : [])].join(", ");
}
