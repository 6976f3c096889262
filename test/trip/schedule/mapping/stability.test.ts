/** What a plan that is replaced becomes: where its stops stood, what is kept, which days may change. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../../trip/check/check.ts";
import type { ItineraryDraft } from "../../../../trip/itinerary.ts";
import { evaluate } from "../../../../trip/schedule/evaluate.ts";
import type { Change } from "../../../../trip/schedule/mapping/change.ts";
import { type Replanned, replanProblem } from "../../../../trip/schedule/mapping/replan.ts";
import { itineraryFrom } from "../../../../trip/schedule/mapping/to-itinerary.ts";
import {
  faultlessWorld,
  idOf,
  itemWith,
  placeWith,
  type World,
  withItem,
  withMorePlaces,
  withPlace,
} from "../../world.ts";

const good = faultlessWorld();

function replanned({ trip, facts, itinerary }: World, change: Change = {}): Replanned & { draft: ItineraryDraft } {
  const found = replanProblem(trip, facts, itinerary, change);
  const { days } = evaluate(found.mapped.problem, found.start);
  return { ...found, draft: itineraryFrom(found.mapped, days, itinerary) };
}

const outline = ({ days }: ItineraryDraft): string[][] =>
  days.map(({ items }) => items.map(({ title, startTime, endTime }) => `${startTime}–${endTime} ${title}`));
const keysOf = ({ days }: ItineraryDraft): string[][] => days.map(({ items }) => items.map(({ itemKey }) => itemKey));

describe("a plan that holds", () => {
  it("is where its replanning begins, to the minute", () => {
    const { mapped, start, draft } = replanned(good);
    const { broken, terms } = evaluate(mapped.problem, start);
    expect(broken).toEqual([]);
    expect(terms.stability).toBeCloseTo(0);
    const times = ({ days }: ItineraryDraft): unknown => days.map(({ items }) => items.map((item) => item.startTime));
    expect(times(draft)).toEqual(times(good.itinerary));
    expect(keysOf(draft)).toEqual(keysOf(good.itinerary));
  });

  it("offers nothing new a place in it", () => {
    const more = withMorePlaces(good, placeWith(99, { popularity: 1 }));
    const { mapped } = replanned(more);
    const newcomer = mapped.problem.visits.find(({ id }) => id === idOf(2, 99));
    expect(newcomer?.windows).toEqual([[], [], []]);
  });
});

describe("a closed museum", () => {
  const closures = [{ placeId: idOf(2, 1), dates: ["2027-05-10"] }];

  it("is gone from its day, where the rest stays and newcomers are welcome", () => {
    const { mapped, start, draft } = replanned(withMorePlaces(good, placeWith(99)), { closures });
    expect(evaluate(mapped.problem, start).broken).toEqual([]);
    expect(outline(draft).slice(1)).toEqual(outline(replanned(good).draft).slice(1));
    expect(draft.days[0]?.items.map(({ startTime }) => startTime)).toEqual(["12:30", "15:00", "19:00"]);
    const newcomer = mapped.problem.visits.find(({ id }) => id === idOf(2, 99));
    expect(newcomer?.windows.map((day) => day.length)).toEqual([1, 0, 0]);
  });

  it("may move to any other day", () => {
    const { mapped } = replanned(good, { closures });
    const museum = mapped.problem.visits.find(({ id }) => id === idOf(2, 1));
    expect(museum?.windows.map((day) => day.length)).toEqual([0, 1, 1]);
    expect(museum?.before).toEqual({ day: 0, startMinute: 630 });
  });
});

describe("a lock", () => {
  it("holds an item to the minute, on the grid or off it", () => {
    const locked = withItem(good, 1, 0, { locked: true, startTime: "10:37", endTime: "11:41" });
    const { mapped, start, draft } = replanned(locked);
    expect(evaluate(mapped.problem, start).broken).toEqual([]);
    expect(draft.days[1]?.items[0]).toMatchObject({ locked: true, startTime: "10:37", endTime: "11:41" });
    expect(check(locked.trip, draft, locked.facts, locked.itinerary).ok).toBe(true);
  });

  it("holds a meal, at its table or without one, instead of the day's own", () => {
    const locked = withItem(withItem(good, 0, 1, { locked: true }), 1, 3, {
      locked: true,
      placeId: null,
      location: null,
      cost: null,
    });
    const { mapped, start, draft } = replanned(locked);
    expect(evaluate(mapped.problem, start).broken).toEqual([]);
    expect(mapped.days.map(({ meals }) => meals)).toEqual([["dinner"], ["lunch"], ["lunch"]]);
    expect(check(locked.trip, draft, locked.facts, locked.itinerary).ok).toBe(true);
  });

  it("makes room for itself before breakfast and after hours, and beyond the pace", () => {
    const early = withItem(good, 2, 0, { locked: true, startTime: "08:00", endTime: "09:00" });
    const world = withPlace(early, 9, { hours: null });
    const { mapped, start } = replanned(world);
    expect(evaluate(mapped.problem, start).broken).toEqual([]);
    expect(mapped.problem.days[2]?.startMinute).toBeLessThanOrEqual(8 * 60);
  });

  it("that contradicts an earlier one is a wish", () => {
    const twice = withItem(withItem(good, 0, 0, { locked: true }), 0, 2, {
      locked: true,
      startTime: "11:00",
      endTime: "12:00",
    });
    const { mapped, start } = replanned(twice);
    expect(mapped.problem.visits.filter(({ isFixed }) => isFixed)).toHaveLength(1);
    expect(evaluate(mapped.problem, start).broken).toEqual([]);
  });
});

describe("what is over", () => {
  it("stays to the letter, history and all", () => {
    const skipped = withItem(good, 0, 0, { status: "skipped" });
    const change: Change = { now: { date: "2027-05-11", minute: 13 * 60 } };
    const { mapped, draft } = replanned(skipped, change);
    expect(draft.days[0]).toEqual(skipped.itinerary.days[0]);
    const fixed = mapped.sources.filter((_, index) => mapped.problem.visits[index]?.isFixed);
    expect(fixed.map(({ item }) => item?.startTime)).toEqual(["10:30", "12:30"]);
    const seen = mapped.problem.visits.filter(({ isFixed }) => !isFixed).map(({ id }) => id);
    expect(seen).not.toContain(good.itinerary.days[1]?.items[0]?.placeId);
  });
});

describe("time of one's own", () => {
  it("is kept where there is room", () => {
    const items = [...(good.itinerary.days[0]?.items ?? [])];
    items.splice(3, 0, itemWith({ startTime: "16:30", endTime: "18:00" }));
    const days = good.itinerary.days.with(0, { ...(good.itinerary.days[0] as (typeof good.itinerary.days)[0]), items });
    const { draft } = replanned({ ...good, itinerary: { days } });
    expect(draft.days[0]?.items[3]).toMatchObject({ type: "free", startTime: "16:30", endTime: "18:00" });
  });
});

describe("a plan torn at random", () => {
  it("is replanned from something feasible that keeps its locks", () => {
    const time = fc.integer({ min: 48, max: 130 }).map((five) => five * 10);
    const wall = (minute: number): string =>
      `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    const tear = fc.record({ day: fc.nat(2), index: fc.nat(3), start: time, minutes: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(tear, { maxLength: 6 }), fc.nat(11), (tears, lockAt) => {
        const torn = tears.reduce((world, { day, index, start, minutes }) => {
          return withItem(world, day, index, { startTime: wall(start), endTime: wall(start + minutes * 10) });
        }, good);
        const locked = withItem(torn, lockAt % 3, Math.floor(lockAt / 3), { locked: true });
        const { mapped, start } = replanned(locked);
        expect(evaluate(mapped.problem, start).broken).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
