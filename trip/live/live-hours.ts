/**
 * A place's hours with what is known of them this minute laid over: the coming days as the vendor tells them by date,
 * closures for good and for now. Beyond those days its usual week fills in what nobody knew; where it contradicts us
 * about whether a day is open at all, that day is unknown, so that the traveller asks.
 */
import { addDays, datesFrom, weekdayOf } from "../calendar.ts";
import { closedOnly, type HoursException, type OpeningHours, windowsOn } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import type { LivePlace } from "./live-place.ts";

/** A closure for now is believed for as long as hours are told by date. */
const CLOSED_FOR_NOW_DAYS = 7;
/** Whoever judges a day also looks at the same weekday before and after. */
const DAYS_AROUND = 8;

type Intervals = HoursException["intervals"];

export interface LiveSpan {
  readonly today: string;
  /** The first and the last day that is judged. */
  readonly from: string;
  readonly to: string;
}

/** Of one day: its hours, empty for closed, `null` for unknown; `undefined` where ours stay as they are. */
function laidOver(live: LivePlace, date: string, hours: OpeningHours | null, today: string): Intervals | undefined {
  const { state, week } = live;
  if (state === "closed_for_good") return [];
  // What is past stays as we know it.
  if (date < today) return undefined;
  if (state === "closed_for_now" || state === "not_open_yet") {
    return date < addDays(today, CLOSED_FOR_NOW_DAYS) ? [] : null;
  }
  const dated = live.dates.find((day) => day.date === date);
  if (dated) return dated.intervals;
  if (week === null) return undefined;
  const theirs = week[weekdayOf(date)];
  const ours = windowsOn(hours, date);
  if (ours === null) return theirs;
  return ours.length > 0 === theirs.length > 0 ? undefined : null;
}

export function withLiveHours(place: Place, live: LivePlace, { today, from, to }: LiveSpan): Place {
  const { hours } = place;
  const days = datesFrom(addDays(from, -DAYS_AROUND), addDays(to, DAYS_AROUND));
  const said = days.map((date) => ({ date, intervals: laidOver(live, date, hours, today) }));
  const known = said.filter((day): day is HoursException => day.intervals !== undefined);
  if (known.length === 0) return place;
  const laid = new Set(known.map(({ date }) => date));
  // A place without hours is open on no other day, unless it is said that nobody knows.
  const others = hours
    ? (hours.exceptions ?? []).filter(({ date }) => !laid.has(date))
    : days.filter((date) => !laid.has(date)).map((date) => ({ date, intervals: null }));
  return { ...place, hours: { ...(hours ?? closedOnly([])), exceptions: [...known, ...others] } };
}
