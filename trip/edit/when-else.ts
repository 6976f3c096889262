/** When a visit could be instead: the openings of the trip's days that take it, the nearest first. */

import { daysBetween } from "../calendar.ts";
import { dayName } from "../check/phrases.ts";
import { datesNear } from "../check/remedies.ts";
import type { PlanFacts } from "../facts.ts";
import { type OpenWindow, wallTimeOf, windowsOn } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import { destinationOn, type Trip } from "../trip.ts";
import type { Alternative } from "./editing.ts";

const MOST_ALTERNATIVES = 3;
/** Nobody is sent to a viewpoint at four in the morning. */
const DAY_STARTS_MINUTE = 480;
const DAY_ENDS_MINUTE = 1_320;

interface Wish {
  trip: Trip;
  facts: PlanFacts;
  place: Place;
  minutes: number;
  date: string;
  /** Dates that are out of the question. */
  except?: readonly string[];
}

/** Hours nobody knows are no offer. */
export function whenElse({ trip, facts, place, minutes, date, except = [] }: Wish): Alternative[] {
  const dates = [date, ...datesNear(date, trip.startDate, trip.endDate)];
  const usable = dates.filter(
    (other) =>
      !except.includes(other) &&
      other >= facts.today &&
      other >= trip.startDate &&
      other <= trip.endDate &&
      destinationOn(trip, other)?.cityId === place.cityId &&
      !isShut(trip, place.id, other),
  );
  return usable
    .flatMap((other) =>
      (windowsOn(place.hours, other) ?? []).flatMap((window) => opening(trip, { date: other, window, minutes })),
    )
    .slice(0, MOST_ALTERNATIVES);
}

export const isShut = ({ conditions }: Trip, placeId: string, date: string): boolean =>
  conditions?.closures?.some((closure) => closure.placeId === placeId && closure.dates.includes(date)) ?? false;

function opening(
  { startDate, conditions }: Trip,
  { date, window, minutes }: { date: string; window: OpenWindow; minutes: number },
): Alternative[] {
  const { arrival, departure } = conditions ?? {};
  if ((arrival && date < arrival.date) || (departure && date > departure.date)) return [];
  const there = arrival?.date === date ? arrival.minute : 0;
  const gone = departure?.date === date ? departure.minute : 2_880;
  const from = Math.max(window.openMinute, DAY_STARTS_MINUTE, there);
  const to = Math.min(window.lastEntryMinute, window.closeMinute - minutes, DAY_ENDS_MINUTE, gone - minutes);
  if (from > to) return [];
  return [{ day: daysBetween(startDate, date) + 1, date, from: wallTimeOf(from), to: wallTimeOf(to) }];
}

/** "It can begin 10:00–16:30 on Wednesday 12 May"; empty when it cannot at all. */
export function alternativesText(alternatives: readonly Alternative[]): string {
  const [nearest] = alternatives;
  if (!nearest) return "No day of the trip leaves time for it.";
  const when = nearest.from === nearest.to ? `at ${nearest.from}` : `from ${nearest.from} to ${nearest.to}`;
  return `The nearest that works: begin ${when} on ${dayName(nearest.date)} (day ${nearest.day}).`;
}
