/** Problems of cities and nights of every kind: open and fixed orders, round trips and open jaws, scarce money. */
import fc from "fast-check";
import type { CitiesProblem, CityToVisit, LegOption } from "../../../../trip/schedule/cities/problem.ts";

/** Any increasing curve: the solver does not need a concave one. */
const dayValues = fc
  .array(fc.integer({ min: 0, max: 200 }), { minLength: 0, maxLength: 8 })
  .map((gains) => gains.map((_, index) => gains.slice(0, index + 1).reduce((sum, gain) => sum + gain, 0)));

const leg: fc.Arbitrary<LegOption> = fc.record({
  mode: fc.constantFrom("train", "flight"),
  departMinute: fc.constantFrom(-120, 360, 540, 900),
  minutes: fc.integer({ min: 30, max: 1_700 }),
  cost: fc.integer({ min: 0, max: 300 }),
});

const orNull = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(values, { nil: null, freq: 1 });

function cityIn(nights: number): fc.Arbitrary<CityToVisit> {
  return fc
    .record({
      minNights: fc.integer({ min: 0, max: 2 }),
      more: fc.integer({ min: 0, max: 6 }),
      isMandatory: fc.boolean(),
      rank: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 2 }),
      arriveFromNight: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
      arriveByNight: fc.constantFrom(nights, nights, nights, 2, 0),
      latestArrivalMinute: fc.constantFrom(3_000, 3_000, 1_400),
      nightCost: fc.integer({ min: 0, max: 150 }),
      dayCost: fc.integer({ min: 0, max: 80 }),
      dayValues,
    })
    .map(({ more, ...city }) => ({ ...city, maxNights: city.minNights + more }));
}

/** At most `most` cities; `budgetOf` picks the budget for what the trip may cost. */
export function problems(most: { cities: number; nights: number }): fc.Arbitrary<CitiesProblem> {
  return fc
    .record({ count: fc.integer({ min: 1, max: most.cities }), nights: fc.integer({ min: 0, max: most.nights }) })
    .chain(({ count, nights }) => {
      const points = count + 2;
      const options = fc.array(leg, { minLength: 0, maxLength: 2 });
      return fc.record({
        cities: fc.array(cityIn(nights), { minLength: count, maxLength: count }),
        nights: fc.constant(nights),
        legs: fc.array(
          fc.array(fc.oneof({ weight: 4, arbitrary: fc.tuple(leg) }, { weight: 2, arbitrary: options }), {
            minLength: points,
            maxLength: points,
          }),
          { minLength: points, maxLength: points },
        ),
        startPoint: orNull(fc.constant(count)),
        endPoint: orNull(fc.constantFrom(count, count + 1)),
        firstCity: fc.option(fc.integer({ min: 0, max: count - 1 }), { nil: null, freq: 1 }),
        lastCity: fc.option(fc.integer({ min: 0, max: count - 1 }), { nil: null, freq: 1 }),
        dayStartMinute: fc.constant(570),
        dayEndMinute: fc.constant(1_290),
        firstDayStartMinute: fc.constantFrom(570, 660, 1_320),
        lastDayEndMinute: fc.constantFrom(1_290, 1_080, 500),
        settleMinutes: fc.constantFrom(0, 45),
        budget: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2_000 })),
        weights: fc.record({
          travelMinute: fc.constantFrom(0, 0.1, 0.3),
          money: fc.constantFrom(0, 0.05, 0.5),
        }),
      });
    });
}
