/** A diff in sentences: one a change, the day by its name, as short as it can be told. */
import { daysBetween, weekdayOf } from "../calendar.ts";
import { capital, dayName } from "../check/phrases.ts";
import type { Trip } from "../trip.ts";
import type { StopChange } from "./diff.ts";

const MOST_SENTENCES = 14;
const DAYS_A_WEEK = 7;

export function changeSentences(changes: readonly StopChange[], trip: Pick<Trip, "startDate" | "endDate">): string[] {
  const isShort = daysBetween(trip.startDate, trip.endDate) < DAYS_A_WEEK;
  const day = (date: string): string => (isShort ? capital(weekdayOf(date)) : dayName(date));
  const said = changes.map((change) => sentence(change, day));
  if (said.length <= MOST_SENTENCES) return said;
  return [...said.slice(0, MOST_SENTENCES - 1), `And ${said.length - MOST_SENTENCES + 1} more changes.`];
}

function sentence({ kind, title, by, from, to }: StopChange, day: (date: string) => string): string {
  const was = from ? `${day(from.date)} ${from.startTime}` : "";
  const is = to ? `${day(to.date)} ${to.startTime}` : "";
  switch (kind) {
    case "dropped":
      return `Took out ${title} (${was}).`;
    case "added":
      return `Added ${title} on ${to ? day(to.date) : ""} at ${to?.startTime ?? ""}.`;
    case "replaced":
      return `Replaced ${title} (${was}) with ${by ?? ""} at ${to?.startTime ?? ""}.`;
    case "other_day":
      return `Moved ${title} from ${was} to ${is}.`;
    case "retimed":
      return from?.startTime === to?.startTime
        ? `${title} now ends at ${to?.endTime ?? ""} (${is}).`
        : `${title} on ${to ? day(to.date) : ""} now begins at ${to?.startTime ?? ""} (was ${from?.startTime ?? ""}).`;
    case "delayed":
      return `Put off ${title} from ${was} to ${is}.`;
    case "skipped":
      return `Marked ${title} (${was}) as skipped.`;
    case "completed":
      return `Marked ${title} (${is}) as done.`;
    case "locked":
      return `Locked ${title} at ${is}.`;
    case "unlocked":
      return `Unlocked ${title} (${is}).`;
  }
}
