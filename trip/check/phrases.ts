/** How the judge speaks: concrete days, times and names, in the words a traveller would use. */
import { formatDateLong, weekdayOf } from "../calendar.ts";
import { type OpenWindow, wallTimeOf } from "../opening-hours.ts";
import type { JudgedItem } from "./context.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "Monday 10 May". Said hundreds of times about a bad plan, so without the platform's formatter. */
export function dayName(date: string): string {
  const [month = "1", day = "1"] = date.split("-").slice(-2);
  return `${capital(weekdayOf(date))} ${Number(day)} ${MONTHS[Number(month) - 1] ?? ""}`;
}

/** "Monday". */
export function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** "Monday 10 May 2027". */
export function dayNameWithYear(date: string): string {
  return formatDateLong(date).replace(",", "");
}

/** "Mondays". */
export function weekdaysName(date: string): string {
  return `${capital(weekdayOf(date))}s`;
}

/** "10:00–11:30". */
export function span({ startMinute, endMinute }: Pick<JudgedItem, "startMinute" | "endMinute">): string {
  return `${wallTimeOf(startMinute)}–${wallTimeOf(endMinute)}`;
}

/** "09:00–13:00 and 14:00–18:00". */
export function windowsText(windows: readonly OpenWindow[]): string {
  return listOf(windows.map(({ openMinute, closeMinute }) => `${wallTimeOf(openMinute)}–${closing(closeMinute)}`));
}

/** "18:00", and "24:00" for midnight as the end of a day. */
export function closing(minute: number): string {
  return minute === 1440 ? "24:00" : wallTimeOf(minute);
}

/** "A, B and C"; beyond `most`, "A, B and 4 more". */
export function listOf(names: readonly string[], most = 5): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

/** "35 minutes", "2 h 05". */
export function duration(minutes: number): string {
  if (minutes < 90) return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}

/** "gluten-free". */
export function plainWord(key: string): string {
  return key.replaceAll("_", "-");
}

/** The next time that looks like one: nobody meets at 14:19. */
export function roundTime(minute: number): string {
  return wallTimeOf(Math.ceil(minute / 5) * 5);
}

/** Nothing is put off to later than this; then it is for another day. */
export const LATEST_START_MINUTE = 1_380;
