/** A settled draft as days: which meal is eaten when, and what is seen, near things together. */
import type { Draft } from "./draft.ts";
import type { JourneyDay, JourneyPlan, Meal } from "./journey-plan.ts";
import type { Planning } from "./planning.ts";
import { arrivalDays, type MealSlot } from "./slots.ts";
import type { JourneyAttraction } from "./world.ts";

const A_WHOLE_DAY = 3;
const BESIDE_A_LEG = 1;
/** Who arrives by then, or leaves after that, has an hour or two for something. */
const ARRIVED_BY = 16 * 60;
const LEFT_AFTER = 13 * 60;

export function fillDays(planning: Planning, draft: Draft): JourneyPlan {
  const { cities, nights, cost } = draft;
  const days = emptyDays(planning, draft);
  cities.forEach((_, index) => {
    seatMeals(days, draft, index);
    seeSights(planning, days, draft, index);
  });
  return { days, cities: [...cities], nights: [...nights], cost };
}

function emptyDays(planning: Planning, draft: Draft): JourneyDay[] {
  const arrivals = arrivalDays(draft.nights);
  return planning.request.dates.map((date, day) => {
    const index = arrivals.findLastIndex((arrival) => arrival <= day);
    const stay = draft.stays[index];
    const city = draft.cities[index] ?? planning.request.origin;
    const leg = arrivals[index] === day ? (draft.legs[index] ?? null) : null;
    return { date, city, leg, meals: {}, attractions: [], stay: stay === undefined ? null : { city, it: stay } };
  });
}

const RANK: Record<Meal, number> = { dinner: 0, lunch: 1, breakfast: 2 };
const KIND: Record<MealSlot["kind"], number> = { whole: 0, fits: 1, spare: 2 };

/** The dearest restaurants in the evening, the cheapest in the morning. */
function seatMeals(days: readonly JourneyDay[], draft: Draft, index: number): void {
  const city = draft.cities[index] ?? "";
  const meals = [...(draft.meals[index] ?? [])].sort((a, b) => b.price - a.price);
  draft.slots
    .filter((slot) => slot.city === index)
    .sort((a, b) => KIND[a.kind] - KIND[b.kind])
    .slice(0, meals.length)
    .sort((a, b) => RANK[a.meal] - RANK[b.meal] || a.day - b.day)
    .forEach((slot, at) => {
      const it = meals[at];
      const day = days[slot.day];
      if (it !== undefined && day !== undefined) day.meals[slot.meal] = { city, it };
    });
}

function seeSights(planning: Planning, days: readonly JourneyDay[], draft: Draft, index: number): void {
  const city = draft.cities[index] ?? "";
  const names = new Set<string>();
  const left = planning.world.attractions(city).filter(({ name }) => !names.has(name) && names.add(name));
  const arrival = arrivalDays(draft.nights)[index] ?? 0;
  const leave = arrival + (draft.nights[index] ?? 0);
  for (let day = arrival + 1; day < leave; day++) {
    const daysAfter = leave - day - 1;
    const count = Math.min(A_WHOLE_DAY, left.length - daysAfter);
    days[day]?.attractions.push(...takeNear(left, count).map((it) => ({ city, it })));
  }
  if ((draft.legs[index]?.arrives ?? 0) <= ARRIVED_BY) {
    days[arrival]?.attractions.push(...takeNear(left, BESIDE_A_LEG).map((it) => ({ city, it })));
  }
  if ((draft.legs[index + 1]?.departs ?? 0) >= LEFT_AFTER) {
    days[leave]?.attractions.push(...takeNear(left, BESIDE_A_LEG).map((it) => ({ city, it })));
  }
}

/** The first of `left` and those nearest to it, which are then no longer left. */
function takeNear(left: JourneyAttraction[], count: number): JourneyAttraction[] {
  const [first] = left;
  if (first === undefined || count < 1) return [];
  const near = left
    .map((attraction, order) => ({ attraction, order, away: apart(first, attraction) }))
    .sort((a, b) => a.away - b.away || a.order - b.order)
    .slice(0, count)
    .map(({ attraction }) => attraction);
  for (const attraction of near) left.splice(left.indexOf(attraction), 1);
  return near;
}

/** Only compared within a city, so a flat map will do. */
function apart(a: JourneyAttraction, b: JourneyAttraction): number {
  if (a === b) return -1;
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return Number.MAX_VALUE;
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180));
}
