/** Meals: at a place that serves the diet, at an hour at which people eat, and not forgotten. */
import { wallTimeOf } from "../opening-hours.ts";
import { dayLimitsOf, MEAL_SLOTS, type MealSlot } from "../pace.ts";
import { servesDiet } from "../suitability.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem, minutesOf } from "./context.ts";
import { dayName, listOf, plainWord } from "./phrases.ts";

export function dietRule({ trip, items }: CheckContext): Violation[] {
  return items.flatMap(({ item, place, path, name }) => {
    if (item.type !== "meal" || !place) return [];
    const unmet = trip.wishes.diets.filter((diet) => !servesDiet(place, diet));
    if (unmet.length === 0) return [];
    return [violation("diet_unmet", path, `${name} is not known to serve ${listOf(unmet.map(plainWord))} meals.`)];
  });
}

/** An hour either side of the usual one is a matter of taste and country. */
const GRACE_MINUTES = 60;
const BREAKFAST = [300, 660] as const;
const USUAL_HOURS = [
  BREAKFAST,
  ...MEAL_SLOTS.map(({ earliestMinute, latestMinute }) => {
    return [earliestMinute - GRACE_MINUTES, latestMinute + GRACE_MINUTES] as const;
  }),
];

export function mealTimeRule({ items }: CheckContext): Violation[] {
  return items.flatMap(({ item, path, name, date, startMinute }) => {
    const isUsual = USUAL_HOURS.some(([earliest, latest]) => startMinute >= earliest && startMinute <= latest);
    if (item.type !== "meal" || isUsual) return [];
    const when = `${wallTimeOf(startMinute)} on ${dayName(date)}`;
    return [violation("meal_time_odd", path, `${name} at ${when} is an odd hour for a meal.`)];
  });
}

export function mealMissingRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) =>
    MEAL_SLOTS.filter((slot) => isOut(context, day, slot) && !canEat(day, slot)).map(({ kind, ...slot }) => {
      const hours = `${wallTimeOf(slot.earliestMinute)} and ${wallTimeOf(slot.latestMinute + slot.minutes)}`;
      const message = `There is no ${kind} on ${dayName(day.day.date)}: keep time for it between ${hours}.`;
      return violation("meal_missing", day.path, message);
    }),
  );
}

/**
 * Is the traveller out and about over the whole slot? A day in the middle of a stay is a full day. On
 * the day they arrive they are there from the first item on, on the trip's last day until the last
 * one; on the road they eat under way.
 */
function isOut({ trip, items: all }: CheckContext, { day, items, destination }: JudgedDay, slot: MealSlot): boolean {
  const stops = items.filter((item) => !isJourney(item));
  const first = stops[0];
  if (!first || !destination) return false;
  const limits = dayLimitsOf(trip);
  const isArrival = day.date === destination.arrivalDate || items.length > stops.length;
  const from = isArrival ? first.startMinute : Math.min(limits.startMinute, first.startMinute);
  const lastEnd = Math.max(...stops.map(({ endMinute }) => endMinute));
  const until = day.date === trip.endDate ? lastEnd : Math.max(limits.endMinute, lastEnd);
  const midnight = first.from - first.startMinute;
  const isUnderWay = all.some(
    (item) =>
      isJourney(item) &&
      item.from < midnight + slot.latestMinute + slot.minutes &&
      item.until > midnight + slot.earliestMinute,
  );
  return from <= slot.earliestMinute && until >= slot.latestMinute && !isUnderWay;
}

/** Between these, a meal counts as lunch; from the second one on, as dinner. */
const LUNCH_FROM_MINUTE = 630;
const DINNER_FROM_MINUTE = 1_020;

function canEat({ items }: JudgedDay, slot: MealSlot): boolean {
  const isLunch = slot.kind === "lunch";
  return items.some((item) => {
    const { startMinute } = item;
    if (item.item.type === "meal") {
      return isLunch
        ? startMinute >= LUNCH_FROM_MINUTE && startMinute < DINNER_FROM_MINUTE
        : startMinute >= DINNER_FROM_MINUTE;
    }
    return isLeisure(item, slot);
  });
}

/** Time of one's own over the slot is time to eat in. */
function isLeisure(item: JudgedItem, slot: MealSlot): boolean {
  return (
    (item.item.type === "free" || item.item.type === "rest") &&
    minutesOf(item) >= slot.minutes &&
    item.startMinute <= slot.latestMinute &&
    item.endMinute >= slot.earliestMinute + slot.minutes
  );
}
