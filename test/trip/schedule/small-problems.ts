/** Small scheduling problems that use every feature of the model, drawn at random. */
import fc from "fast-check";
import type { OpenWindow } from "../../../trip/opening-hours.ts";
import type { Day, Eatery, Problem, Visit, Weights } from "../../../trip/schedule/problem.ts";

export const WEIGHTS: Weights = {
  travelMinute: 0.3,
  travelKilometer: 1.5,
  spanMinute: 0.06,
  repeat: 15,
  dayOut: 40,
  missedMeal: 60,
  missedMustSee: 1000,
  shortfall: 500,
  dropped: 30,
  otherDay: 20,
  movedMinute: 0.05,
};

const step5 = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min / 5, max: max / 5 }).map((five) => five * 5);

const window: fc.Arbitrary<OpenWindow> = fc
  .record({ open: step5(480, 840), length: step5(60, 600), lastEntry: fc.constantFrom(0, 30, 60) })
  .map(({ open, length, lastEntry }) => ({
    openMinute: open,
    closeMinute: open + length,
    lastEntryMinute: open + length - Math.min(lastEntry, length),
  }));

const windowsOfADay = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: window.map((only) => [only]) },
  {
    weight: 2,
    arbitrary: window.map(({ openMinute, closeMinute }) => {
      const noon = openMinute + Math.floor((closeMinute - openMinute) / 10) * 5;
      return [
        { openMinute, closeMinute: noon, lastEntryMinute: noon },
        { openMinute: noon + 60, closeMinute: closeMinute + 60, lastEntryMinute: closeMinute + 30 },
      ];
    }),
  },
);

const place = { x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) };

const before = (days: number): fc.Arbitrary<Visit["before"]> =>
  fc.option(fc.record({ day: fc.nat({ max: days - 1 }), startMinute: step5(540, 1200) }), { freq: 3 });

const visit = (days: number): fc.Arbitrary<Omit<Visit, "point" | "id"> & { x: number; y: number }> =>
  fc
    .record({
      ...place,
      score: fc.integer({ min: 5, max: 80 }),
      minutes: step5(30, 150),
      cut: fc.constantFrom(0, 0, 0.5),
      cost: fc.constantFrom(0, 0, 500, 1500),
      windows: fc.array(windowsOfADay, { minLength: days, maxLength: days }),
      group: fc.nat({ max: 2 }),
      categories: fc.subarray([0, 1]),
      crowd: fc.option(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 24, maxLength: 24 }), { freq: 3 }),
      isMustSee: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
      isErrand: fc.integer({ min: 0, max: 7 }).map((draw) => draw === 0),
      before: before(days),
    })
    .map(({ cut, ...rest }) => ({
      ...rest,
      area: 0,
      leastMinutes: Math.max(15, Math.ceil((rest.minutes * (1 - cut)) / 5) * 5),
      shortWorth: 0.6,
      isFixed: false,
    }));

const eatery = (days: number): fc.Arbitrary<Omit<Eatery, "point" | "id"> & { x: number; y: number }> =>
  fc.record({
    ...place,
    area: fc.constant(0),
    score: fc.integer({ min: 5, max: 42 }),
    cost: fc.constantFrom(1000, 2500),
    windows: fc.array(
      fc.constantFrom<OpenWindow[]>(
        [],
        [{ openMinute: 660, closeMinute: 900, lastEntryMinute: 870 }],
        [
          { openMinute: 720, closeMinute: 900, lastEntryMinute: 870 },
          { openMinute: 1080, closeMinute: 1380, lastEntryMinute: 1290 },
        ],
      ),
      { minLength: days, maxLength: days },
    ),
    before: before(days),
  });

const day: fc.Arbitrary<Omit<Day, "startPoint" | "endPoint">> = fc.record({
  area: fc.constant(0),
  startMinute: step5(480, 660),
  endMinute: step5(1080, 1320),
  maxVisits: fc.integer({ min: 1, max: 4 }),
  maxVisitMinutes: step5(120, 420),
  maxWalkMeters: fc.integer({ min: 1000, max: 9000 }),
  bufferMinutes: fc.constantFrom(0, 10),
  meals: fc.constantFrom(
    [],
    [{ earliestMinute: 720, latestMinute: 855, minutes: 60, costWithoutPlace: 900 }],
    [
      { earliestMinute: 720, latestMinute: 855, minutes: 60, costWithoutPlace: 900 },
      { earliestMinute: 1110, latestMinute: 1245, minutes: 75, costWithoutPlace: 1200 },
    ],
  ),
});

/** Points: one bed, then visits, then eateries. On foot up to 25 minutes, else by a tram that comes every now and then. */
function travelBetween(points: readonly { x: number; y: number }[]): Problem["travel"] {
  const size = points.length;
  const minutes = new Int32Array(size * size);
  const meters = new Int32Array(size * size);
  const walkMeters = new Int32Array(size * size);
  for (const [from, a] of points.entries()) {
    for (const [to, b] of points.entries()) {
      const way = Math.hypot(a.x - b.x, a.y - b.y);
      const at = from * size + to;
      meters[at] = Math.round(way * 75);
      minutes[at] = way <= 25 ? Math.ceil(way) : Math.ceil(11 + way / 4);
      walkMeters[at] = way <= 25 ? (meters[at] ?? 0) : 0;
    }
  }
  return { points: size, minutes, meters, walkMeters };
}

export interface Sizes {
  maxDays: number;
  maxVisits: number;
  maxEateries: number;
}

export const smallProblems = ({ maxDays, maxVisits, maxEateries }: Sizes): fc.Arbitrary<Problem> =>
  fc.integer({ min: 1, max: maxDays }).chain((days) =>
    fc
      .record({
        days: fc.array(day, { minLength: days, maxLength: days }),
        visits: fc.array(visit(days), { minLength: 1, maxLength: maxVisits }),
        eateries: fc.array(eatery(days), { maxLength: maxEateries }),
        limits: fc.constantFrom(
          [],
          [{ category: 0, most: 2, mostPerDay: 1, least: 0 }],
          [{ category: 1, most: null, mostPerDay: null, least: 1 }],
        ),
        budget: fc.constantFrom(null, null, 8000, 12000),
        seed: fc.nat(),
      })
      .map(({ days: drawn, visits, eateries, limits, budget, seed }) => ({
        days: drawn.map((each) => ({ ...each, startPoint: 0, endPoint: 0 })),
        visits: visits.map(({ x: _x, y: _y, ...rest }, index) => ({ ...rest, id: `v${index}`, point: 1 + index })),
        eateries: eateries.map(({ x: _x, y: _y, ...rest }, index) => ({
          ...rest,
          id: `e${index}`,
          point: 1 + visits.length + index,
        })),
        limits,
        travel: travelBetween([{ x: 30, y: 30 }, ...visits, ...eateries]),
        budget,
        gridMinutes: 5,
        weights: WEIGHTS,
        seed,
      })),
  );
