/** What could be done about a visit that cannot be as planned: another hour of the day, else another day of the trip. */
import { addDays, daysBetween } from "../calendar.ts";
import { distanceMeters } from "../geo.ts";
import { type OpeningHours, type OpenWindow, wallTimeOf, windowsOn } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import { suits } from "../suitability.ts";
import { destinationOn } from "../trip.ts";
import { type CheckContext, type JudgedItem, minutesOf } from "./context.ts";
import { dayName, windowsText } from "./phrases.ts";

/** When a visit of so many minutes may begin on a date. */
function startsOn(hours: OpeningHours, date: string, minutes: number): { from: number; to: number }[] {
  return (windowsOn(hours, date) ?? [])
    .map(({ openMinute, closeMinute, lastEntryMinute }) => {
      return { from: openMinute, to: Math.min(lastEntryMinute, closeMinute - minutes) };
    })
    .filter(({ from, to }) => from <= to);
}

/** "start at 10:00", "start by 16:30"; `null` when no opening of the day is long enough. */
export function otherHour(hours: OpeningHours, item: JudgedItem): string | null {
  const { date, startMinute } = item;
  const away = ({ from, to }: { from: number; to: number }): number => Math.max(from - startMinute, startMinute - to);
  const [nearest] = startsOn(hours, date, minutesOf(item)).sort((a, b) => away(a) - away(b));
  if (!nearest) return null;
  return startMinute < nearest.from ? `start at ${wallTimeOf(nearest.from)}` : `start by ${wallTimeOf(nearest.to)}`;
}

/** No trip is searched farther than this for a better day. */
const FARTHEST_DAYS = 60;

/** The dates from `first` to `last` but for this one, the nearest first and the later of two first. */
export function datesNear(date: string, first: string, last: string): string[] {
  const before = Math.min(FARTHEST_DAYS, Math.max(0, daysBetween(first, date)));
  const after = Math.min(FARTHEST_DAYS, Math.max(0, daysBetween(date, last)));
  return Array.from({ length: Math.max(before, after) }, (_, index) => index + 1).flatMap((shift) => [
    ...(shift <= after ? [addDays(date, shift)] : []),
    ...(shift <= before ? [addDays(date, -shift)] : []),
  ]);
}

/** The nearest day that the trip spends in the place's city, is not past, and on which the visit fits. */
export function otherDay({ trip, facts }: CheckContext, item: JudgedItem, hours: OpeningHours): string | null {
  const { place, date } = item;
  const first = [trip.startDate, facts.today].sort().at(-1) ?? trip.startDate;
  const day = datesNear(date, first, trip.endDate).find(
    (other) =>
      other >= first &&
      other <= trip.endDate &&
      destinationOn(trip, other)?.cityId === place?.cityId &&
      startsOn(hours, other, minutesOf(item)).length > 0,
  );
  return day === undefined ? null : `move it to ${dayName(day)}, open ${windowsText(windowsOn(hours, day) ?? [])}`;
}

/** For a visit that cannot be then: this day if it can be, else the nearest other one, else not at all. */
export function whenElse(context: CheckContext, item: JudgedItem, hours: OpeningHours): string {
  return (
    otherHour(hours, item) ??
    (item.item.type === "meal" ? otherTable(context, item) : otherDay(context, item, hours)) ??
    shorter(windowsOn(hours, item.date) ?? [], item) ??
    `drop it: no day of the trip leaves time for ${item.name}`
  );
}

/** Where else to eat then: the nearest table that is open, serves the party and is not in the plan. */
export function otherTable({ trip, plannedPlaces, eateriesIn }: CheckContext, item: JudgedItem): string | null {
  const { place, date } = item;
  if (!place) return null;
  let nearest: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of eateriesIn(item.cityId)) {
    const meters = distanceMeters(place.location, other.location);
    if (meters >= least || plannedPlaces.has(other) || !suits(other, trip)) continue;
    if (!windowsOn(other.hours, date)?.some((window) => isOpenFor(window, item))) continue;
    nearest = other;
    least = meters;
  }
  return nearest && `eat elsewhere, for example at ${nearest.name}`;
}

/** Who comes as the doors close does not come in, however short the visit. */
export function isOpenFor({ openMinute, closeMinute, lastEntryMinute }: OpenWindow, item: JudgedItem): boolean {
  const { startMinute, endMinute } = item;
  const isLetIn = startMinute >= openMinute && startMinute <= lastEntryMinute && startMinute < closeMinute;
  return isLetIn && endMinute <= closeMinute;
}

/** Less than this is no visit. */
const SHORTEST_VISIT_MINUTES = 15;

function shorter(windows: readonly OpenWindow[], { startMinute }: JudgedItem): string | null {
  const open = windows.find(({ closeMinute }) => closeMinute > startMinute);
  if (!open) return null;
  const from = Math.max(open.openMinute, startMinute);
  const isEnough = from <= open.lastEntryMinute && open.closeMinute - from >= SHORTEST_VISIT_MINUTES;
  return isEnough ? `stay only ${wallTimeOf(from)}–${wallTimeOf(open.closeMinute)}` : null;
}
