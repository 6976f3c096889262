/**
 * Scheduling problems of the full model, of any size, from a seed: hours with closed days and last
 * entry, meals, a budget that binds, a pace, variety, crowds, must-sees, durations that may be cut, a
 * reservation and a check-in. The benchmark's world; nothing in it is tuned to the search.
 */
import { cityTravel } from "../../trip/geo.ts";
import { MEAL_SLOTS, PACE_LIMITS } from "../../trip/pace.ts";
import type { Coordinates } from "../../trip/place.ts";
import { earliestStart } from "../../trip/schedule/evaluate.ts";
import type { CategoryLimit, Day, Problem, TravelTable, Visit, Weights } from "../../trip/schedule/problem.ts";
import { type Random, seededRandom } from "../../trip/schedule/random.ts";
import { buildCity, CHURCH, MUSEUM, PARK, type Sight, type Table } from "./places.ts";

export interface Size {
  readonly visits: number;
  readonly days: number;
  readonly eateries: number;
  readonly seed: number;
  /** On unless said otherwise: a model that must stay linear does without. */
  readonly hasCrowds?: boolean;
}

/** Those of real trips: a good sight is worth about 100, a fair one 40, a good table 40. */
export const WEIGHTS: Weights = {
  travelMinute: 0.3,
  travelKilometer: 1.5,
  spanMinute: 0.06,
  repeat: 15,
  dayOut: 40,
  missedMeal: 400,
  missedMustSee: 1_000,
  shortfall: 500,
  dropped: 30,
  otherDay: 20,
  movedMinute: 0.05,
};

const HOTEL = 0;
const STATION = 1;
const FIRST_SIGHT = 2;
const ARRIVAL_MINUTE = 780;
const DEPARTURE_MINUTE = 990;
const MONEY_PER_DAY = 8_500;
const MEAL_WITHOUT_PLACE = [2_000, 3_200];
const GRID_MINUTES = 5;
const RESERVED_AT_MINUTE = 660;

export function generateProblem({ visits, days, eateries, seed, hasCrowds = true }: Size): Problem {
  const random = seededRandom(seed);
  const city = buildCity({ sights: visits, tables: eateries, hasCrowds }, random);
  const weekday = random.below(7);
  const points = [city.hotel, city.station, ...city.sights.map(({ at }) => at), ...city.tables.map(({ at }) => at)];
  const onDays = (week: Sight["week"]): Visit["windows"] =>
    Array.from({ length: days }, (_, day) => week[(weekday + day) % 7] ?? []);
  const sights = city.sights.map((sight, index) => visitOf(sight, { index, windows: onDays(sight.week) }));
  const calendar = daysOf(days, random);
  const travel = travelBetween(points);
  return {
    days: calendar,
    visits: [...withDemands(sights, calendar, travel), checkIn(days)],
    eateries: city.tables.map((table, index) =>
      eateryOf(table, { index, point: FIRST_SIGHT + visits + index, windows: onDays(table.week) }),
    ),
    limits: limitsOf(sights),
    travel,
    budget: days * MONEY_PER_DAY,
    gridMinutes: GRID_MINUTES,
    weights: WEIGHTS,
    seed,
  };
}

function daysOf(count: number, random: Random): Day[] {
  const paces = Object.values(PACE_LIMITS);
  const pace = paces[random.below(paces.length)] ?? PACE_LIMITS.moderate;
  return Array.from({ length: count }, (_, index) => {
    const isFirst = index === 0 && count > 1;
    const isLast = index === count - 1 && count > 1;
    const startMinute = isFirst ? ARRIVAL_MINUTE : pace.startMinute;
    const endMinute = isLast ? DEPARTURE_MINUTE : pace.endMinute;
    const slots = MEAL_SLOTS.map(({ earliestMinute, latestMinute, minutes }, slot) => ({
      earliestMinute,
      latestMinute,
      minutes,
      costWithoutPlace: MEAL_WITHOUT_PLACE[slot] ?? 0,
    }));
    return {
      area: 0,
      startPoint: isFirst ? STATION : HOTEL,
      endPoint: isLast ? STATION : HOTEL,
      startMinute,
      endMinute,
      maxVisits: pace.maxVisits,
      maxVisitMinutes: pace.maxVisitMinutes,
      maxWalkMeters: pace.maxWalkMeters,
      bufferMinutes: pace.bufferMinutes,
      meals: slots.filter((slot) => slot.latestMinute >= startMinute && slot.earliestMinute < endMinute),
    };
  });
}

function visitOf(sight: Sight, { index, windows }: { index: number; windows: Visit["windows"] }): Visit {
  const { kind, score, minutes, leastMinutes, cost, crowd } = sight;
  return {
    id: `visit-${index}`,
    area: 0,
    point: FIRST_SIGHT + index,
    score,
    minutes,
    leastMinutes,
    shortWorth: 0.7,
    cost,
    windows,
    group: kind,
    categories: [kind],
    crowd,
    isMustSee: false,
    isFixed: false,
    isErrand: false,
    before: null,
  };
}

function eateryOf(
  { score, cost }: Table,
  { index, point, windows }: { index: number; point: number; windows: Visit["windows"] },
): Problem["eateries"][number] {
  return { id: `eatery-${index}`, area: 0, point, score, cost, windows, before: null };
}

/** Two must-sees a week, famous or not; and one visit booked for a morning, where the trip is long enough. */
function withDemands(sights: readonly Visit[], days: readonly Day[], travel: TravelTable): Visit[] {
  const wanted = Math.ceil((2 * days.length) / 7);
  const musts = new Set(
    sights.filter((visit) => days.some((day, index) => canBeSeen(visit, day, index, travel))).slice(0, wanted),
  );
  const bookedDay = Math.floor(days.length / 2);
  const booked =
    days.length < 2
      ? undefined
      : sights.find((visit) => !musts.has(visit) && isOpenAt(visit, bookedDay, RESERVED_AT_MINUTE));
  return sights.map((visit) => {
    if (visit === booked) return reservedOn(visit, bookedDay);
    return musts.has(visit) ? { ...visit, isMustSee: true } : visit;
  });
}

/** Straight there and straight back: nobody insists on what the trip has no day for. */
function canBeSeen({ point, windows, minutes }: Visit, day: Day, index: number, travel: TravelTable): boolean {
  const way = (from: number, to: number): number => travel.minutes[from * travel.points + to] ?? 0;
  const at = point ?? day.startPoint;
  const start = earliestStart(windows[index] ?? [], day.startMinute + way(day.startPoint, at), minutes, GRID_MINUTES);
  return start !== null && start + minutes + day.bufferMinutes + way(at, day.endPoint) <= day.endMinute;
}

function isOpenAt({ windows, minutes }: Visit, day: number, minute: number): boolean {
  return (windows[day] ?? []).some(
    ({ openMinute, lastEntryMinute, closeMinute }) =>
      openMinute <= minute && minute <= lastEntryMinute && minute + minutes <= closeMinute,
  );
}

function reservedOn(visit: Visit, day: number): Visit {
  const closeMinute = RESERVED_AT_MINUTE + visit.minutes;
  const window = { openMinute: RESERVED_AT_MINUTE, lastEntryMinute: RESERVED_AT_MINUTE, closeMinute };
  const windows = visit.windows.map((_, index) => (index === day ? [window] : []));
  return { ...visit, isFixed: true, leastMinutes: visit.minutes, windows };
}

/** On the first day of the trip, from three on, at the hotel. */
function checkIn(days: number): Visit {
  const window = { openMinute: 900, lastEntryMinute: 1_230, closeMinute: 1_440 };
  const errand: Sight = {
    at: NOWHERE,
    kind: -1,
    score: 0,
    minutes: 20,
    leastMinutes: 20,
    cost: 0,
    week: [],
    crowd: null,
  };
  const windows = Array.from({ length: days }, (_, day) => (day === 0 ? [window] : []));
  return {
    ...visitOf(errand, { index: 0, windows }),
    id: "check-in",
    point: HOTEL,
    categories: [],
    isFixed: true,
    isErrand: true,
  };
}
const NOWHERE: Coordinates = { lat: 0, lon: 0 };

/** Museums do not fill a day, not every stop is a church, and some green belongs to every trip that has any. */
function limitsOf(sights: readonly Visit[]): CategoryLimit[] {
  const parks = sights.filter(({ group }) => group === PARK).length;
  return [
    { category: MUSEUM, most: null, mostPerDay: 2, least: 0 },
    { category: CHURCH, most: Math.max(1, Math.round(sights.length / 25)), mostPerDay: null, least: 0 },
    { category: PARK, most: null, mostPerDay: null, least: Math.min(1, parks) },
  ];
}

function travelBetween(points: readonly Coordinates[]): TravelTable {
  const size = points.length;
  const table = {
    points: size,
    minutes: new Int32Array(size * size),
    meters: new Int32Array(size * size),
    walkMeters: new Int32Array(size * size),
  };
  for (const [from, a] of points.entries()) {
    for (const [to, b] of points.entries()) {
      if (from === to) continue;
      const { mode, distanceMeters, durationMinutes } = cityTravel(a, b);
      table.minutes[from * size + to] = durationMinutes;
      table.meters[from * size + to] = distanceMeters;
      table.walkMeters[from * size + to] = mode === "walk" ? distanceMeters : 0;
    }
  }
  return table;
}
