/**
 * When a party can eat where: three meals on each whole day, and on the days of a leg what its times leave room for,
 * never at home, where nobody needs a restaurant.
 */
import { MEALS, type Meal } from "./journey-plan.ts";
import type { Leg, Timing } from "./legs.ts";

export interface MealSlot {
  day: number;
  meal: Meal;
  /** Position in the route. */
  city: number;
  /** `whole`: of a day without a leg, has to be filled; `fits`: beside a leg; `spare`: only if there is no other way. */
  kind: "whole" | "fits" | "spare";
}

/** Who leaves after `left` has had the meal before, who arrives by `arrived` has it there. */
const TIMES: Record<Meal, { left: number; arrived: number }> = {
  breakfast: { left: 8 * 60, arrived: 8 * 60 + 30 },
  lunch: { left: 13 * 60 + 30, arrived: 13 * 60 },
  dinner: { left: 20 * 60 + 30, arrived: 20 * 60 + 30 },
};

export interface Course {
  cities: readonly string[];
  nights: readonly number[];
  legs: readonly Leg[];
}

/** The day on which each city is reached; last, the day of the way home. */
export function arrivalDays(nights: readonly number[]): number[] {
  const days = [0];
  for (const count of nights) days.push((days.at(-1) ?? 0) + count);
  return days;
}

export function mealSlots(course: Course, timing: Timing): MealSlot[] {
  const slots: MealSlot[] = [];
  const arrivals = arrivalDays(course.nights);
  arrivals.forEach((day, index) => {
    const leg = course.legs[index];
    const isLast = index === course.nights.length;
    if (leg !== undefined)
      slots.push(...slotsBesideLeg(leg, { day, before: index - 1, after: isLast ? -1 : index }, timing));
    const next = arrivals[index + 1] ?? day;
    for (let whole = day + 1; whole < next; whole++) {
      slots.push(...MEALS.map((meal) => ({ day: whole, meal, city: index, kind: "whole" as const })));
    }
  });
  return slots;
}

/** Cities of -1 are home. */
function slotsBesideLeg(leg: Leg, at: { day: number; before: number; after: number }, timing: Timing): MealSlot[] {
  return MEALS.flatMap((meal): MealSlot[] => {
    const { day, before, after } = at;
    if (after >= 0 && leg.arrives <= TIMES[meal].arrived) return [{ day, meal, city: after, kind: "fits" }];
    if (before >= 0 && leg.departs >= TIMES[meal].left) return [{ day, meal, city: before, kind: "fits" }];
    if (timing === "comfortable") return [];
    const city = (meal === "breakfast" && before >= 0) || after < 0 ? before : after;
    return [{ day, meal, city, kind: "spare" }];
  });
}
