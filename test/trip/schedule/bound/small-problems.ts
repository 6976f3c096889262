/** Small problems of the full model, every feature now and then, for comparing with all plans there are. */
import fc from "fast-check";
import type { OpenWindow } from "../../../../trip/opening-hours.ts";
import type { Before, Day, Eatery, Problem, Visit } from "../../../../trip/schedule/problem.ts";

const UNLIMITED = Number.MAX_SAFE_INTEGER;
const POINTS = 7;
const fives = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from / 5, max: to / 5 }).map((each) => each * 5);
const seldom = <T>(value: fc.Arbitrary<T>, else_: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(else_) }, { weight: 1, arbitrary: value });

const windowArb: fc.Arbitrary<OpenWindow> = fc
  .tuple(fives(540, 780), fives(20, 300), fives(0, 40))
  .map(([openMinute, width, lastEntry]) => ({
    openMinute,
    closeMinute: openMinute + width,
    lastEntryMinute: Math.max(openMinute, openMinute + width - lastEntry),
  }));
const hoursArb: fc.Arbitrary<readonly OpenWindow[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([{ openMinute: 480, closeMinute: 1320, lastEntryMinute: 1300 }]) },
  { weight: 3, arbitrary: windowArb.map((window) => [window]) },
  {
    weight: 2,
    arbitrary: fc.tuple(windowArb, windowArb).map(([one, other]) => {
      const [first, second] = one.openMinute <= other.openMinute ? [one, other] : [other, one];
      return second.openMinute > first.closeMinute ? [first, second] : [first];
    }),
  },
  { weight: 1, arbitrary: fc.constant([]) },
);
const beforeArb = (days: number): fc.Arbitrary<Before | null> =>
  seldom<Before | null>(fc.record({ day: fc.nat(days - 1), startMinute: fives(540, 900) }), null);

const dayArb: fc.Arbitrary<Day> = fc.record({
  area: fc.constant(0),
  startPoint: fc.constant(0),
  endPoint: fc.constantFrom(0, 1),
  startMinute: fives(530, 600),
  endMinute: fives(660, 960),
  maxVisits: seldom(fc.integer({ min: 0, max: 3 }), UNLIMITED),
  maxVisitMinutes: seldom(fives(30, 150), UNLIMITED),
  maxWalkMeters: seldom(fc.integer({ min: 0, max: 4000 }), UNLIMITED),
  bufferMinutes: fc.constantFrom(0, 0, 5, 10),
  meals: fc.oneof(
    fc.constant([]),
    fc.array(
      fc.record({
        earliestMinute: fives(560, 760),
        latestMinute: fives(700, 840),
        minutes: fives(20, 60),
        costWithoutPlace: fc.nat(30),
      }),
      { minLength: 1, maxLength: 1 },
    ),
  ),
});

const visitArb = (days: number): fc.Arbitrary<Visit> =>
  fc
    .record({
      area: seldom(fc.constant(1), 0),
      point: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      score: fc.nat(60),
      leastMinutes: seldom(fc.constantFrom(0, 5, 10), 30),
      more: fc.constantFrom(0, 0, 5, 10),
      shortWorth: fc.constantFrom(0.5, 0.8),
      cost: fc.nat(40),
      windows: fc.array(hoursArb, { minLength: days, maxLength: days }),
      group: fc.nat(1),
      categories: fc.subarray([0, 1]),
      crowd: seldom<readonly number[] | null>(fc.array(fc.nat(20), { minLength: 24, maxLength: 24 }), null),
      isMustSee: fc.integer({ min: 0, max: 5 }).map((each) => each === 0),
      isFixed: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
      isErrand: fc.integer({ min: 0, max: 5 }).map((each) => each === 0),
      before: beforeArb(days),
    })
    .map(({ more, ...visit }) => ({ ...visit, id: "", minutes: visit.leastMinutes + more }));

const eateryArb = (days: number): fc.Arbitrary<Eatery> =>
  fc.record({
    id: fc.constant(""),
    area: fc.constant(0),
    point: fc.constantFrom(5, 6),
    score: fc.nat(30),
    cost: fc.nat(50),
    windows: fc.array(hoursArb, { minLength: days, maxLength: days }),
    before: beforeArb(days),
  });

const weightsArb = fc.record({
  travelMinute: fc.constantFrom(0, 0.2, 1),
  travelKilometer: fc.constantFrom(0, 1.5),
  spanMinute: fc.constantFrom(0, 0.05, 0.2),
  repeat: fc.constantFrom(0, 4, 15),
  dayOut: fc.constantFrom(0, 10),
  missedMeal: fc.constantFrom(0, 25),
  missedMustSee: fc.constant(500),
  shortfall: fc.constantFrom(0, 200),
  dropped: fc.constantFrom(0, 20),
  otherDay: fc.constantFrom(0, 12),
  movedMinute: fc.constantFrom(0, 0.1, 0.3),
});

const limitArb = fc.record({
  category: fc.constantFrom(0, 1),
  most: seldom<number | null>(fc.nat(2), null),
  mostPerDay: seldom<number | null>(fc.nat(1), null),
  least: seldom(fc.nat(2), 0),
});

/** Of `days` days, `visits` visits and up to two eateries; legs and stays are multiples of five minutes. */
export function problems(days: number, visits: number, repeatDays = false): fc.Arbitrary<Problem> {
  const legs = fc.array(fives(0, 40), { minLength: POINTS ** 2, maxLength: POINTS ** 2 });
  return fc
    .record({
      days: fc.array(dayArb, { minLength: days, maxLength: days }),
      visits: fc.array(visitArb(days), { minLength: visits, maxLength: visits }),
      eateries: fc.array(eateryArb(days), { maxLength: 2 }),
      limits: fc.array(limitArb, { maxLength: 2 }),
      legs,
      budget: seldom<number | null>(fc.nat(100), null),
      gridMinutes: fc.constantFrom(5, 15, 1),
      weights: weightsArb,
    })
    .map(({ legs: minutes, ...problem }) => {
      for (let point = 0; point < POINTS; point++) minutes[point * POINTS + point] = 0;
      const meters = Int32Array.from(minutes, (each) => each * 80);
      const [first] = problem.days;
      return {
        ...problem,
        days: repeatDays && first ? problem.days.map(() => first) : problem.days,
        visits: repeatDays
          ? problem.visits.map((visit) => ({
              ...visit,
              before: null,
              windows: visit.windows.map(() => visit.windows[0] ?? []),
            }))
          : problem.visits,
        seed: 1,
        travel: { points: POINTS, minutes: Int32Array.from(minutes), meters, walkMeters: meters },
      };
    });
}
