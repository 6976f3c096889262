/** What a plan is worth: interest, must-sees, variety, crowds, money; each reckoned by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crowd, offBeat } from "../../../evals/scorers/beaten-path.ts";
import { budgetError, budgetUse } from "../../../evals/scorers/budget.ts";
import { diversity } from "../../../evals/scorers/diversity.ts";
import { interestCaptured, worthOf } from "../../../evals/scorers/interest-captured.ts";
import { mustSees } from "../../../evals/scorers/must-sees.ts";
import { planned } from "../../trip/planned.ts";
import {
  factsWith,
  faultlessWorld,
  idOf,
  itemWith,
  LISBON,
  placeWith,
  tripWith,
  visitOf,
  type World,
  withItem,
  withPlace,
  withTrip,
} from "../../trip/world.ts";
import { plannedWorld, sceneOf, scored } from "../scene-for-tests.ts";

/** Day one alone, with these sights. */
function sights(...over: Parameters<typeof withPlace>[2][]): World {
  const world = over.reduce<World>((sum, one, index) => withPlace(sum, 1 + 2 * index, one), faultlessWorld());
  const ids = over.map((_, index) => idOf(2, 1 + 2 * index));
  const days = world.itinerary.days.map((day) => ({
    ...day,
    items: day.items.filter(({ type, placeId }) => type === "attraction" && ids.includes(placeId ?? "")),
  }));
  return { ...world, itinerary: { days } };
}

describe("interest captured", () => {
  test("is never more than one, in any world, with and without a stop", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(planned, ({ trip, facts, itinerary }) => {
        const fewer = { days: itinerary.days.map((day) => ({ ...day, items: day.items.slice(1) })) };
        for (const plan of [itinerary, fewer]) {
          const { value, bound } = worthOf(plannedWorld({ trip, facts, itinerary: plan }));
          expect(value).toBeLessThanOrEqual(bound + 1e-6);
        }
      }),
      { numRuns: 6 },
    );
  });

  test("a sight less, and a sight behind a closed door, are worth the same: less than before", () => {
    const whole = scored(interestCaptured, sceneOf(faultlessWorld())).value;
    const fewer = scored(interestCaptured, sceneOf(withItem(faultlessWorld(), 0, 0, null))).value;
    const early = { startTime: "07:00", endTime: "08:00" };
    const closed = scored(interestCaptured, sceneOf(withItem(faultlessWorld(), 0, 0, early)));
    expect(whole).toBeGreaterThan(0.85);
    expect(fewer).toBeLessThan(whole);
    expect(closed.value).toBe(fewer);
    expect(closed.explanation).toContain("10 of 11 stops hold");
  });

  test("is by hand 39 for the museum, 40 for a day out, less 0.06 for each of 615 minutes", () => {
    // 100 · 0.6 for no wishes · (0.3 + 0.7 · 0.5) · 1 for an hour is 39. Whatever the plan's times, its order is
    // reckoned as early as may be: out at 9:30, lunch at 12:00, dinner at 18:30 for 75 minutes, wherever one is then.
    // The museum stands where the day begins, so nobody walks.
    const museum = placeWith(1, { location: LISBON.location });
    const date = "2027-05-10";
    const [destination] = tripWith().destinations;
    const trip = tripWith({
      endDate: date,
      destinations: destination ? [{ ...destination, departureDate: date }] : [],
    });
    const lunch = itemWith({ type: "meal", title: "Lunch", startTime: "12:30", endTime: "13:30" });
    const dinner = itemWith({ type: "meal", title: "Dinner", startTime: "19:00", endTime: "20:15" });
    const items = [visitOf(museum, "11:00", "12:00"), lunch, dinner];
    const days = [{ dayNumber: 1, date, city: { id: LISBON.id, name: LISBON.name }, items }];
    const { value, bound } = worthOf(plannedWorld({ trip, facts: factsWith([museum]), itinerary: { days } }));
    expect(value).toBeCloseTo(39 + 40 - 0.06 * 615, 9);
    expect(bound).toBeGreaterThanOrEqual(value - 1e-9);
  });
});

describe("must-sees", () => {
  test("two of three are planned", () => {
    const world = withTrip(faultlessWorld(), { wishes: { mustSee: [idOf(2, 1), idOf(2, 3), idOf(2, 99)] } });
    expect(scored(mustSees, sceneOf(world))).toMatchObject({ value: 2 / 3, counts: { passed: 2, of: 3 } });
    const skipped = sceneOf(withItem(world, 0, 0, { status: "skipped" }));
    expect(scored(mustSees, skipped).counts).toEqual({ passed: 1, of: 2 });
    expect(mustSees.score(sceneOf(faultlessWorld()))).toBeNull();
  });
});

describe("diversity", () => {
  test("two museums, a park and a church: ln 2 · 1.5 over ln 4 is 0.75", () => {
    const world = sights({}, {}, { categories: ["parks"] }, { categories: ["churches", "architecture"] });
    expect(scored(diversity, sceneOf(world)).value).toBeCloseTo(0.75, 12);
    expect(scored(diversity, sceneOf(sights({}, { categories: ["parks"] }))).value).toBeCloseTo(1, 12);
    expect(scored(diversity, sceneOf(sights({}, {}))).value).toBe(0);
    expect(diversity.score(sceneOf(sights({})))).toBeNull();
  });
});

describe("off the beaten path", () => {
  test("one of four sights is less known", () => {
    expect(scored(offBeat, sceneOf(sights({ isOffbeat: true }, {}, {}, {}))).value).toBe(0.25);
  });

  test("crowds take 25 % · 0.7 at 10:30 and 10 % · 0.7 at 15:00; the uncounted place counts for nothing", () => {
    const world = sights({ crowdedness: "high" }, { crowdedness: "moderate" }, { crowdedness: null });
    expect(scored(crowd, sceneOf(world)).value).toBeCloseTo((0.175 + 0.07) / 2, 12);
    expect(crowd.score(sceneOf(sights({})))).toBeNull();
  });
});

describe("money", () => {
  // Known €280 (six museums for two at €10, two nights at €80); with estimates €495.61 to €629.40, the middle €562.505.
  test("uses 37.5 % of €1,500 and none too much", () => {
    const scene = sceneOf(faultlessWorld());
    expect(scored(budgetUse, scene).value).toBeCloseTo(562.505 / 1500, 10);
    expect(scored(budgetError, scene).value).toBe(0);
  });

  test("is 12.5 % over €500", () => {
    const scene = sceneOf(withTrip(faultlessWorld(), { budget: { amountMinor: 50_000, currency: "EUR" } }));
    expect(scored(budgetUse, scene).value).toBeCloseTo(1.12501, 10);
    expect(scored(budgetError, scene).value).toBeCloseTo(0.12501, 10);
    expect(scored(budgetError, scene).explanation).toBe("€562.51 (known €280) of €500");
  });

  test("does not apply without a budget", () => {
    expect(budgetUse.score(sceneOf(withTrip(faultlessWorld(), { budget: null })))).toBeNull();
  });
});
