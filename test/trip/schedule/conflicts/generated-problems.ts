/** Small random problems on a plane, drawn from a seed: tight enough that requirements collide. */
import type {
  CategoryLimit,
  Day,
  Eatery,
  MealSlot,
  Problem,
  TravelTable,
  Visit,
  Weights,
} from "../../../../trip/schedule/problem.ts";
import { type Random, seededRandom } from "../../../../trip/schedule/random.ts";

export const WEIGHTS: Weights = {
  travelMinute: 0.05,
  travelKilometer: 0.1,
  spanMinute: 0.01,
  repeat: 1,
  dayOut: 1,
  missedMeal: 10,
  missedMustSee: 1000,
  shortfall: 500,
  dropped: 1,
  otherDay: 1,
  movedMinute: 0.01,
};

export const visitWith = (over: Partial<Visit> & Pick<Visit, "windows">): Visit => ({
  id: "visit",
  area: 0,
  point: null,
  score: 10,
  minutes: 60,
  leastMinutes: 60,
  shortWorth: 0.6,
  cost: 0,
  group: 0,
  categories: [],
  crowd: null,
  isMustSee: false,
  isFixed: false,
  isErrand: false,
  before: null,
  ...over,
});

export const dayWith = (over: Partial<Day> = {}): Day => ({
  area: 0,
  startPoint: 0,
  endPoint: 0,
  startMinute: 540,
  endMinute: 1080,
  maxVisits: 5,
  maxVisitMinutes: 600,
  maxWalkMeters: 20_000,
  bufferMinutes: 0,
  meals: [],
  ...over,
});

export const open = (
  from: number,
  to: number,
  lastEntry = to,
): { openMinute: number; closeMinute: number; lastEntryMinute: number } => ({
  openMinute: from,
  closeMinute: to,
  lastEntryMinute: lastEntry,
});

/** On foot up to a distance, ridden beyond; minutes are rounded up, so no detour is a short cut. */
export function tableOf(places: readonly { x: number; y: number }[], onFoot = 2000): TravelTable {
  const points = places.length;
  const minutes = new Int32Array(points * points);
  const meters = new Int32Array(points * points);
  const walkMeters = new Int32Array(points * points);
  for (const [from, a] of places.entries()) {
    for (const [to, b] of places.entries()) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      meters[from * points + to] = Math.round(distance);
      minutes[from * points + to] = Math.ceil(distance / 75);
      walkMeters[from * points + to] = distance <= onFoot ? Math.round(distance) : 0;
    }
  }
  return { points, minutes, meters, walkMeters };
}

export const problemWith = (over: Partial<Problem> = {}): Problem => ({
  days: [dayWith()],
  visits: [],
  eateries: [],
  limits: [],
  travel: tableOf([{ x: 0, y: 0 }]),
  budget: null,
  gridMinutes: 15,
  weights: WEIGHTS,
  seed: 1,
  ...over,
});

export interface Size {
  days: number;
  visits: number;
  eateries: number;
  areas: number;
  meals: number;
  /** Share of the visits that must be in the plan. */
  asked: number;
  /** Longer legs are ridden, so that a detour may save steps. */
  isRidden: boolean;
}

const between = (random: Random, low: number, high: number): number => low + random.below(high - low + 1);
const oneOf = <T>(random: Random, values: readonly [T, ...T[]]): T => values[random.below(values.length)] ?? values[0];
const chance = (random: Random, share: number): boolean => random.next() < share;

function randomWindows(random: Random, days: number): Visit["windows"] {
  return Array.from({ length: days }, () => {
    if (chance(random, 0.2)) return [];
    const from = 480 + 30 * random.below(10);
    const to = from + 60 + 30 * random.below(12);
    if (chance(random, 0.25)) return [open(from, from + 120), open(from + 180, from + 360, from + 300)];
    return [open(from, to, chance(random, 0.3) ? to - 60 : to)];
  });
}

function randomMeals(random: Random, count: number): MealSlot[] {
  return [720, 1080].slice(0, count).map((earliestMinute) => ({
    earliestMinute,
    latestMinute: earliestMinute + 90,
    minutes: 45,
    costWithoutPlace: 10 * between(random, 1, 3),
  }));
}

function randomVisit(random: Random, { days, areas, asked }: Size, point: number): Visit {
  const leastMinutes = 15 * between(random, 2, 8);
  const kind = random.next();
  const isFixed = kind < asked / 4;
  const locked = random.below(days);
  const start = 540 + 15 * random.below(24);
  const isMeasured = chance(random, 0.85);
  return visitWith({
    area: random.below(areas),
    point: isMeasured ? point : null,
    score: between(random, 1, 30),
    minutes: leastMinutes + 15 * random.below(3),
    leastMinutes,
    cost: 10 * random.below(6),
    windows: isFixed
      ? Array.from({ length: days }, (_, day) => (day === locked ? [open(start, start + leastMinutes, start)] : []))
      : randomWindows(random, days),
    categories: chance(random, 0.5) ? [random.below(2)] : [],
    isMustSee: !isFixed && kind < asked,
    isFixed,
    isErrand: chance(random, 0.1),
  });
}

function randomLimits(random: Random): CategoryLimit[] {
  return [0, 1]
    .filter(() => chance(random, 0.35))
    .map((category) => ({
      category,
      most: chance(random, 0.4) ? between(random, 1, 2) : null,
      mostPerDay: chance(random, 0.4) ? 1 : null,
      least: chance(random, 0.4) ? between(random, 1, 2) : 0,
    }));
}

export function randomProblem(seed: number, size: Size): Problem {
  const random = seededRandom(seed);
  const dayCount = size.days;
  const points = 1 + size.areas + size.visits + size.eateries;
  const places = Array.from({ length: points }, () => ({ x: random.below(3500), y: random.below(3500) }));
  const days = Array.from({ length: dayCount }, (_, index): Day => {
    const startMinute = 15 * between(random, 34, 40);
    return dayWith({
      area: Math.floor((index * size.areas) / dayCount),
      startPoint: 0,
      endPoint: chance(random, 0.3) ? 1 : 0,
      startMinute,
      endMinute: startMinute + 30 * between(random, 8, 20),
      maxVisits: between(random, 1, 4),
      maxVisitMinutes: 30 * between(random, 4, 14),
      maxWalkMeters: chance(random, 0.3) ? between(random, 1500, 5000) : 20_000,
      bufferMinutes: oneOf(random, [0, 10]),
      meals: randomMeals(random, random.below(size.meals + 1)),
    });
  });
  const visits = Array.from({ length: size.visits }, (_, index) => randomVisit(random, size, 1 + size.areas + index));
  const eateries = Array.from(
    { length: size.eateries },
    (_, index): Eatery => ({
      id: "eatery",
      area: random.below(size.areas),
      point: 1 + size.areas + size.visits + index,
      score: between(random, 1, 5),
      cost: 10 * random.below(3),
      windows: randomWindows(random, dayCount),
      before: null,
    }),
  );
  const budget = chance(random, 0.5) ? 10 * between(random, 2, 18) : null;
  return problemWith({
    days,
    visits,
    eateries,
    limits: randomLimits(random),
    travel: tableOf(places, size.isRidden ? 2000 : Infinity),
    budget,
    seed,
  });
}
