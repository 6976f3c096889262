/**
 * The plan that is being replaced, laid on the trip's own days: what of it is kept as it stands, and
 * where the rest stood. It may come from anywhere, so days are matched by date, and by number where the
 * date is none of the trip's.
 */
import type { PlanFacts } from "../../facts.ts";
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../../itinerary.ts";
import { minuteOf } from "../../opening-hours.ts";
import type { Place } from "../../place.ts";
import type { Moment, Replanning } from "./change.ts";
import type { MealKind } from "./trip-problem.ts";

export interface Stood {
  /** Index of the day in the trip; `null` when the trip has no such day. */
  readonly day: number | null;
  readonly item: ItemDraft;
  readonly place: Place | null;
  readonly startMinute: number;
  readonly endMinute: number;
  /** Locked, done, or begun already: nothing moves it. */
  readonly isKept: boolean;
}

/** Lunch is from half past ten, dinner from five; earlier is breakfast, which no plan holds. */
const LUNCH_FROM_MINUTE = 630;
const DINNER_FROM_MINUTE = 1_020;

export function mealKindAt(startMinute: number): MealKind | null {
  if (startMinute < LUNCH_FROM_MINUTE) return null;
  return startMinute < DINNER_FROM_MINUTE ? "lunch" : "dinner";
}

export const isJourney = ({ type }: Pick<ItemDraft, "type">): boolean => type === "transport" || type === "flight";

export function dayIndexOf(day: DayDraft, dates: readonly string[]): number | null {
  const byDate = dates.indexOf(day.date);
  if (byDate >= 0) return byDate;
  return day.dayNumber >= 1 && day.dayNumber <= dates.length ? day.dayNumber - 1 : null;
}

const isOver = (date: string, startMinute: number, now: Moment | undefined): boolean =>
  now !== undefined && (date < now.date || (date === now.date && startMinute < now.minute));

/** Active items by day and start; without a plan there are none. */
export function stoodItems(
  { previous, change }: Replanning,
  dates: readonly string[],
  { places }: Pick<PlanFacts, "places">,
): Stood[] {
  const items = (previous?.days ?? []).flatMap((day) => {
    const index = dayIndexOf(day, dates);
    return day.items.filter(isActive).map((item): Stood => {
      const startMinute = minuteOf(item.startTime);
      return {
        day: index,
        item,
        place: (item.placeId !== null && places.get(item.placeId)) || null,
        startMinute,
        endMinute: Math.max(startMinute, minuteOf(item.endTime) + (item.endsNextDay ? 1440 : 0)),
        isKept: item.locked || item.status === "completed" || isOver(day.date, startMinute, change?.now),
      };
    });
  });
  return items.sort((a, b) => (a.day ?? 99) - (b.day ?? 99) || a.startMinute - b.startMinute);
}

/** The traveller's own journeys between cities, by date: booked ones at least, and whatever a lock holds. */
export function ownLegs({ previous }: Replanning): Map<string, ItemDraft> {
  const legs = new Map<string, ItemDraft>();
  for (const { date, items } of previous?.days ?? []) {
    const leg = items.find((item) => isActive(item) && isJourney(item) && (item.locked || item.status === "completed"));
    if (leg) legs.set(date, leg);
  }
  return legs;
}

/** Delayed and skipped items are history, and stay in their day. */
export function historyOf(previous: ItineraryDraft | undefined, dates: readonly string[]): Map<number, ItemDraft[]> {
  const history = new Map<number, ItemDraft[]>();
  for (const day of previous?.days ?? []) {
    const index = dayIndexOf(day, dates);
    const past = day.items.filter((item) => !isActive(item));
    if (index !== null && past.length > 0) history.set(index, [...(history.get(index) ?? []), ...past]);
  }
  return history;
}
