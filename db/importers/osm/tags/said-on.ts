/** When OpenStreetMap last said so: the last edit, or a later day on which somebody went and looked. */
import { isDate } from "../../../../trip/calendar.ts";
import type { TaggedElement } from "../elements.ts";

const CHECKED_KEYS = ["check_date", "check_date:opening_hours", "opening_hours:check_date", "survey:date"];

export function saidOn({ tags, date }: TaggedElement, dataDate: string): string {
  const checked = CHECKED_KEYS.flatMap((key) => {
    const day = tags[key];
    // A day after the file's own is a slip of the pen.
    return day !== undefined && isDate(day) && day <= dataDate ? [day] : [];
  });
  const latest = [...checked, ...(date === null ? [] : [date])].sort().at(-1);
  return latest ?? dataDate;
}
