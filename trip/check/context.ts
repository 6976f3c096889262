/**
 * What every rule looks at: the plan in chronological order, with its places looked up and its times
 * made comparable. Facts come from the catalogue, never from the plan: where an item names a place,
 * the place's own location counts, whatever the item says.
 */
import { addDays, daysBetween } from "../calendar.ts";
import type { PlanFacts } from "../facts.ts";
import type { Travel } from "../geo.ts";
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import { minuteOf } from "../opening-hours.ts";
import { mobilityOf } from "../pace.ts";
import { type Coordinates, isEatery, type Place } from "../place.ts";
import { wayBetween } from "../travel-times.ts";
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
  /** The days by date, each with the day before it in the plan. */
  sequence: readonly { day: JudgedDay; before: JudgedDay | null }[];
  /** Active items of all days, by start. */
  items: readonly JudgedItem[];
  /** Those of them that lead from place to place. */
  journeys: readonly JudgedItem[];
  /** How one gets from here to there within a city: the way whoever proposes a plan goes by, too. */
  wayBetween: (from: Coordinates, to: Coordinates) => Travel;
  /** What the plan names already, for those who must go elsewhere. */
  plannedPlaces: ReadonlySet<Place | null>;
  /** Everywhere to eat in a city, for those who must eat elsewhere. */
  eateriesIn: (cityId: string) => readonly Place[];
}

export type Rule = (context: CheckContext) => Violation[];

const byStart = (a: JudgedItem, b: JudgedItem): number => a.from - b.from || a.until - b.until;

export interface CheckInput {
  trip: Trip;
  itinerary: ItineraryDraft;
  facts: PlanFacts;
  previous: ItineraryDraft | null;
}

function judgedDay({ facts, trip }: CheckInput, day: DayDraft, path: string): JudgedDay {
  const midnight = daysBetween(trip.startDate, day.date) * 1440;
  const items = day.items.flatMap((item, index): JudgedItem[] => {
    if (!isActive(item)) return [];
    const place = item.placeId === null ? null : (facts.places.get(item.placeId) ?? null);
    const startMinute = minuteOf(item.startTime);
    const endMinute = minuteOf(item.endTime) + (item.endsNextDay ? 1440 : 0);
    return [
      {
        item,
        path: `${path}.items[${index}]`,
        name: place?.name ?? item.title,
        date: day.date,
        cityId: day.city.id,
        place,
        location: place?.location ?? item.location,
        startMinute,
        endMinute,
        from: midnight + startMinute,
        until: midnight + endMinute,
      },
    ];
  });
  return { day, path, destination: destinationOn(trip, day.date), items: items.sort(byStart) };
}

export function checkContext(input: CheckInput): CheckContext {
  const days = input.itinerary.days.map((day, index) => judgedDay(input, day, `days[${index}]`));
  const items = days.flatMap((day) => day.items).sort(byStart);
  const dated = days.toSorted((a, b) => (a.day.date < b.day.date ? -1 : a.day.date > b.day.date ? 1 : 0));
  const sequence = dated.map((day, index) => ({ day, before: dated[index - 1] ?? null }));
  const journeys = items.filter(isJourney);
  const plannedPlaces = new Set(items.map(({ place }) => place));
  const mobility = mobilityOf(input.trip);
  const known = input.facts.travel;
  const ways = (from: Coordinates, to: Coordinates): Travel => wayBetween(from, to, mobility, known);
  const eateriesIn = eateriesOf(input.facts);
  return { ...input, days, sequence, items, journeys, wayBetween: ways, plannedPlaces, eateriesIn };
}

/** Gone through only when asked for: a faultless plan never does. */
function eateriesOf({ places }: PlanFacts): CheckContext["eateriesIn"] {
  let byCity: Map<string, Place[]> | null = null;
  return (cityId) => {
    byCity ??= Map.groupBy([...places.values()].filter(isEatery), (place) => place.cityId);
    return byCity.get(cityId) ?? [];
  };
}

/** Between places, by whatever means: nobody visits anything while doing it. */
export function isJourney({ item }: Pick<JudgedItem, "item">): boolean {
  return item.type === "transport" || item.type === "flight";
}

/** What the plan gives it, and nothing where it ends before it begins. */
export function minutesOf({ startMinute, endMinute }: JudgedItem): number {
  return Math.max(0, endMinute - startMinute);
}

/** Dates from `start` up to and without `end`, never more than `limit`: a trip's limits are not the schema's. */
export function nightsFrom(start: string, end: string, limit = 400): string[] {
  const count = Math.min(limit, Math.max(0, daysBetween(start, end)));
  return Array.from({ length: count }, (_, index) => addDays(start, index));
}
