/** Meals: at a place that serves the diet, at an hour at which people eat, and not forgotten. */
import { wallTimeOf } from "../opening-hours.ts";
import { dayLimitsOf, MEAL_SLOTS, type MealSlot } from "../pace.ts";
import { servesDiet } from "../suitability.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem, minutesOf } from "./context.ts";
import { dayName, listOf, plainWord } from "./phrases.ts";
import { otherTable } from "./remedies.ts";

export function dietRule(context: CheckContext): Violation[] {
  const { diets } = context.trip.wishes;
  if (diets.length === 0) return [];
  const expected = `${listOf(diets.map(plainWord))} meals`;
  return context.items.flatMap((judged) => {
    const { item, place, path, name } = judged;
    if (item.type !== "meal" || !place) return [];
    const unmet = diets.filter((diet) => !servesDiet(place, diet));
    if (unmet.length === 0) return [];
    const message = `${name} is not known to serve ${listOf(unmet.map(plainWord))} meals.`;
    const actual = place.diets.length === 0 ? "no diet known" : `${listOf(place.diets.map(plainWord))} meals`;
    const fix = otherTable(context, judged) ?? "ask them before you go, or choose a place on the spot";
    return [violation("diet_unmet", path, message, { expected, actual, fix })];
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
    const away = ({ earliestMinute, latestMinute }: MealSlot): number =>
      Math.max(earliestMinute - startMinute, startMinute - latestMinute);
    const [lunch, dinner] = MEAL_SLOTS;
    const slot = away(dinner) < away(lunch) ? dinner : lunch;
    const [from, to] = [wallTimeOf(slot.earliestMinute), wallTimeOf(slot.latestMinute)];
    const message = `${name} at ${wallTimeOf(startMinute)} on ${dayName(date)} is an odd hour for a meal.`;
    const saying = { expected: `${slot.kind} from ${from} to ${to}`, actual: wallTimeOf(startMinute) };
    const fix = startMinute < slot.earliestMinute ? `start at ${from}` : `start by ${to}`;
    return [violation("meal_time_odd", path, message, { ...saying, fix })];
  });
}

export function mealMissingRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) =>
    MEAL_SLOTS.filter((slot) => isOut(context, day, slot) && !canEat(day, slot)).map((slot) => {
      const { kind, earliestMinute, latestMinute, minutes } = slot;
      const hours = `${wallTimeOf(earliestMinute)} and ${wallTimeOf(latestMinute + minutes)}`;
      const message = `There is no ${kind} on ${dayName(day.day.date)}: keep time for it between ${hours}.`;
      const fix = `keep ${minutes} minutes between ${hours}`;
      return violation("meal_missing", day.path, message, { expected: kind, actual: `no ${kind}`, fix });
    }),
  );
}

/**
 * Is the traveller out and about over the whole slot? A day in the middle of a stay is a full day. On
 * the day they arrive they are there from the first item on, on the trip's last day until the last
 * one; on the road they eat under way.
 */
function isOut({ trip, journeys }: CheckContext, { day, items, destination }: JudgedDay, slot: MealSlot): boolean {
  const stops = items.filter((item) => !isJourney(item));
  const first = stops[0];
  if (!first || !destination) return false;
  const limits = dayLimitsOf(trip);
  const isArrival = day.date === destination.arrivalDate || items.length > stops.length;
  const from = isArrival ? first.startMinute : Math.min(limits.startMinute, first.startMinute);
  const lastEnd = stops.reduce((latest, { endMinute }) => Math.max(latest, endMinute), 0);
  const until = day.date === trip.endDate ? lastEnd : Math.max(limits.endMinute, lastEnd);
  if (from > slot.earliestMinute || until < slot.latestMinute) return false;
  const midnight = first.from - first.startMinute;
  return !journeys.some(
    (item) => item.from < midnight + slot.latestMinute + slot.minutes && item.until > midnight + slot.earliestMinute,
  );
}

/** Between these, a meal counts as lunch; from the second one on, as dinner. */
const LUNCH_FROM_MINUTE = 630;
const DINNER_FROM_MINUTE = 1_020;
/** Nobody eats in less. */
const SHORTEST_MEAL_MINUTES = 15;

function canEat({ items }: JudgedDay, slot: MealSlot): boolean {
  const isLunch = slot.kind === "lunch";
  return items.some((item) => {
    const { startMinute } = item;
    if (item.item.type !== "meal") return isLeisure(item, slot);
    // One that ends before it begins is said to do so, and is a meal nonetheless.
    if (item.until >= item.from && minutesOf(item) < SHORTEST_MEAL_MINUTES) return false;
    return isLunch
      ? startMinute >= LUNCH_FROM_MINUTE && startMinute < DINNER_FROM_MINUTE
      : startMinute >= DINNER_FROM_MINUTE;
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
