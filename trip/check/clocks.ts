/**
 * Instants by a city's clock, thousands of them: a zone's distance from UTC is asked for once a day, and
 * only a day on which the clocks change is reckoned minute by minute.
 */
import { addDays, daysBetween, instantOf } from "../calendar.ts";
import type { CheckContext, JudgedItem } from "./context.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Epoch milliseconds of a wall time; minutes beyond midnight belong to the days after. */
export type Clock = (date: string, minute: number) => number;

export function clockIn(zone: string): Clock {
  /** `null` for a day of more or fewer than 24 hours. */
  const midnights = new Map<string, number | null>();
  const midnightOf = (date: string): number | null => {
    const known = midnights.get(date);
    if (known !== undefined) return known;
    const midnight = instantOf(date, 0, zone).getTime();
    const isEven = instantOf(date, DAY_MINUTES, zone).getTime() - midnight === DAY_MINUTES * MINUTE_MS;
    midnights.set(date, isEven ? midnight : null);
    return isEven ? midnight : null;
  };
  return (date, minute) => {
    const days = Math.floor(minute / DAY_MINUTES);
    const day = days === 0 ? date : addDays(date, days);
    const inDay = minute - days * DAY_MINUTES;
    const midnight = midnightOf(day);
    return midnight === null ? instantOf(day, inDay, zone).getTime() : midnight + inDay * MINUTE_MS;
  };
}

/** One clock a city; `null` where its zone is unknown. */
export function clocksOf({ facts }: Pick<CheckContext, "facts">): (cityId: string) => Clock | null {
  const clocks = new Map<string, Clock | null>();
  return (cityId) => {
    const known = clocks.get(cityId);
    if (known !== undefined) return known;
    const zone = facts.cities.get(cityId)?.timezone;
    const clock = zone === undefined ? null : clockIn(zone);
    clocks.set(cityId, clock);
    return clock;
  };
}

/** No clock in use is put forward or back by more at once. */
export const LARGEST_CHANGE_MINUTES = 120;

/** Clocks change in the small hours; a time span that keeps out of them is as long as it looks. */
const CHANGES_UNTIL_MINUTE = 300;

/**
 * By how many minutes a wall-clock span in one city is really shorter than it looks (negative: longer),
 * because the clocks go forward in it.
 */
export function lostMinutes({ facts }: Pick<CheckContext, "facts">, from: Moment, to: Moment): number {
  const zone = facts.cities.get(from.cityId)?.timezone;
  const isNightly = from.minute < CHANGES_UNTIL_MINUTE || from.minute >= DAY_MINUTES || from.date !== to.date;
  if (zone === undefined || from.cityId !== to.cityId || (!isNightly && to.minute < DAY_MINUTES)) return 0;
  const looks = daysBetween(from.date, to.date) * DAY_MINUTES + to.minute - from.minute;
  const is =
    (instantOf(to.date, to.minute, zone).getTime() - instantOf(from.date, from.minute, zone).getTime()) / MINUTE_MS;
  return looks - is;
}

export interface Moment {
  cityId: string;
  date: string;
  minute: number;
}

export const startOf = ({ cityId, date, startMinute }: JudgedItem): Moment => ({ cityId, date, minute: startMinute });
export const endOf = ({ cityId, date, endMinute }: JudgedItem): Moment => ({ cityId, date, minute: endMinute });
