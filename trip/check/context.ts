/**
 * What every rule looks at: the plan in chronological order, with its places looked up and its times
 * made comparable. Facts come from the catalogue, never from the plan: where an item names a place,
 * the place's own location counts, whatever the item says.
 */
import { addDays, daysBetween, instantOf } from "../calendar.ts";
import type { PlanFacts } from "../facts.ts";
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import { minuteOf } from "../opening-hours.ts";
import type { Coordinates, Place } from "../place.ts";
import { type Destination, destinationOn, type Trip } from "../trip.ts";
import type { Violation } from "../verdict.ts";

export interface JudgedItem {
  item: ItemDraft;
  /** `days[1].items[3]`: the position in the plan as it was handed in. */
  path: string;
  name: string;
  date: string;
  cityId: string;
  place: Place | null;
  location: Coordinates | null;
  /** Minutes since midnight of `date`; the end exceeds 1440 after midnight. */
  startMinute: number;
  endMinute: number;
  /** The same on one axis for the whole plan: minutes since midnight of the trip's first day. */
  from: number;
  until: number;
}

export interface JudgedDay {
  day: DayDraft;
  path: string;
  destination: Destination | undefined;
  /** Active items, by start. */
  items: readonly JudgedItem[];
}

export interface CheckContext {
  trip: Trip;
  facts: PlanFacts;
  itinerary: ItineraryDraft;
  /** The version this one was made from, where there is one. */
  previous: ItineraryDraft | null;
  days: readonly JudgedDay[];
  /** Active items of all days, by start. */
  items: readonly JudgedItem[];
}

export type Rule = (context: CheckContext) => Violation[];

const byStart = (a: JudgedItem, b: JudgedItem): number => a.from - b.from || a.until - b.until;

function judgedItem({ facts, trip }: { facts: PlanFacts; trip: Trip }, day: DayDraft, item: ItemDraft, path: string) {
  const place = item.placeId === null ? null : (facts.places.get(item.placeId) ?? null);
  const startMinute = minuteOf(item.startTime);
  const endMinute = minuteOf(item.endTime) + (item.endsNextDay ? 1440 : 0);
  const midnight = daysBetween(trip.startDate, day.date) * 1440;
  return {
    item,
    path,
    name: place?.name ?? item.title,
    date: day.date,
    cityId: day.city.id,
    place,
    location: place?.location ?? item.location,
    startMinute,
    endMinute,
    from: midnight + startMinute,
    until: midnight + endMinute,
  };
}

export interface CheckInput {
  trip: Trip;
  itinerary: ItineraryDraft;
  facts: PlanFacts;
  previous: ItineraryDraft | null;
}

export function checkContext({ trip, itinerary, facts, previous }: CheckInput): CheckContext {
  const days = itinerary.days.map((day, dayIndex): JudgedDay => {
    const path = `days[${dayIndex}]`;
    const items = day.items.flatMap((item, index) =>
      isActive(item) ? [judgedItem({ facts, trip }, day, item, `${path}.items[${index}]`)] : [],
    );
    return { day, path, destination: destinationOn(trip, day.date), items: items.sort(byStart) };
  });
  const items = days.flatMap((day) => day.items).sort(byStart);
  return { trip, facts, itinerary, previous, days, items };
}

/** Between places, by whatever means: nobody visits anything while doing it. */
export function isJourney({ item }: Pick<JudgedItem, "item">): boolean {
  return item.type === "transport" || item.type === "flight";
}

export function minutesOf({ startMinute, endMinute }: JudgedItem): number {
  return endMinute - startMinute;
}

/** The UTC instant at which an item starts or ends, by its city's clock; `null` where the zone is unknown. */
export function instantIn({ facts }: Pick<CheckContext, "facts">, item: JudgedItem, minute: number): Date | null {
  const zone = facts.cities.get(item.cityId)?.timezone;
  return zone === undefined ? null : instantOf(item.date, minute, zone);
}

/** Dates from `start` up to and without `end`, never more than `limit`: a trip's limits are not the schema's. */
export function nightsFrom(start: string, end: string, limit = 400): string[] {
  const count = Math.min(limit, Math.max(0, daysBetween(start, end)));
  return Array.from({ length: count }, (_, index) => addDays(start, index));
}
