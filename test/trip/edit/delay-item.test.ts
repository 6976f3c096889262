/** Putting an item off: history stays, one copy stands elsewhere, nothing else moves. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../trip/check/check.ts";
import { delayItem } from "../../../trip/edit/delay-item.ts";
import { cityTravel } from "../../../trip/geo.ts";
import { type ItemDraft, type ItineraryDraft, isActive, itineraryDraftSchema } from "../../../trip/itinerary.ts";
import { planned } from "../planned.ts";
import { faultlessWorld, withItem } from "../world.ts";

const world = faultlessWorld();
const { itinerary } = world;

function itemAt(draft: ItineraryDraft, day: number, index: number): ItemDraft {
  const item = draft.days[day]?.items[index];
  if (!item) throw new Error(`no item ${index} on day ${day}`);
  return item;
}
const first = itemAt(itinerary, 0, 0);
const activeKeys = (draft: ItineraryDraft): string[] =>
  draft.days.flatMap(({ items }) => items.filter(isActive).map(({ itemKey }) => itemKey)).sort();

describe("delayItem", () => {
  it("keeps the original as history and puts its copy in its place by time", () => {
    const draft = delayItem(itinerary, { itemKey: first.itemKey, toDay: 2, startTime: "17:00" });
    itineraryDraftSchema.parse(draft);
    expect(itemAt(draft, 0, 0)).toEqual({ ...first, status: "delayed", delayedToDay: 2 });
    expect(draft.days[1]?.items.map(({ startTime }) => startTime)).toEqual([
      "10:30",
      "12:30",
      "15:00",
      "17:00",
      "19:00",
    ]);
    const before = itemAt(draft, 1, 2);
    const copy = itemAt(draft, 1, 3);
    expect(copy).toMatchObject({ itemKey: first.itemKey, status: "planned", startTime: "17:00", endTime: "18:00" });
    if (!before.location || !copy.location) throw new Error("both have a place");
    expect(copy.travelFromPrevious).toEqual(cityTravel(before.location, copy.location));
    expect(copy).not.toHaveProperty("delayedToDay");
    expect(draft.days[2]).toBe(itinerary.days[2]);
  });

  it("makes a plan that the checker judges as if the original had never been there", () => {
    const judged = (draft: ItineraryDraft): string[] =>
      check(world.trip, draft, world.facts).violations.map(({ code, message }) => `${code}: ${message}`);
    for (const startTime of ["10:30", "14:00", "17:00"]) {
      const draft = delayItem(itinerary, { itemKey: first.itemKey, toDay: 2, startTime });
      const days = draft.days.map((day) => ({ ...day, items: day.items.filter(isActive) }));
      expect(judged(draft)).toEqual(judged({ days }));
    }
    expect(judged(delayItem(itinerary, { itemKey: first.itemKey, toDay: 2 })).join()).toContain("overlap");
  });

  it("lets an item be put off again, and back to where it was", () => {
    const twice = delayItem(delayItem(itinerary, { itemKey: first.itemKey, toDay: 2 }), {
      itemKey: first.itemKey,
      toDay: 3,
    });
    const back = delayItem(twice, { itemKey: first.itemKey, toDay: 1 });
    const copies = back.days.map(({ items }) => items.filter(({ itemKey }) => itemKey === first.itemKey));
    expect(copies.map((items) => items.map(({ status, delayedToDay }) => [status, delayedToDay]))).toEqual([
      [
        ["delayed", 2],
        ["planned", undefined],
      ],
      [["delayed", 3]],
      [["delayed", 1]],
    ]);
  });

  it("takes an item past midnight along, and one to it", () => {
    const late = withItem(world, 0, 0, { startTime: "23:30", endTime: "00:30", endsNextDay: true }).itinerary;
    const key = itemAt(late, 0, 0).itemKey;
    const copyOf = (startTime: string): ItemDraft | undefined =>
      delayItem(late, { itemKey: key, toDay: 3, startTime }).days[2]?.items.find(({ itemKey }) => itemKey === key);
    expect(copyOf("22:00")).toMatchObject({ endTime: "23:00", endsNextDay: false });
    expect(copyOf("23:15")).toMatchObject({ endTime: "00:15", endsNextDay: true });
  });

  it("leaves a lock for the checker to defend", () => {
    const locked = withItem(world, 0, 0, { locked: true });
    const draft = delayItem(locked.itinerary, {
      itemKey: itemAt(locked.itinerary, 0, 0).itemKey,
      toDay: 2,
      startTime: "17:00",
    });
    const { violations } = check(locked.trip, draft, locked.facts, locked.itinerary);
    expect(violations.map(({ code }) => code)).toEqual(["locked_item_changed"]);
  });

  it.each([
    ["an item of no plan", { itemKey: "visit:nowhere", toDay: 2 }, /itemKey of a planned item/],
    ["the day it is on", { itemKey: first.itemKey, toDay: 1 }, /another day of the plan than 1 \(2, 3\), got 1/],
    ["a day of no plan", { itemKey: first.itemKey, toDay: 9 }, /got 9/],
  ])("refuses %s", (_, delay, message) => {
    expect(() => delayItem(itinerary, delay)).toThrow(message);
  });

  it.each(["skipped", "completed", "delayed"] as const)("refuses what is %s already", (status) => {
    const { itinerary: lived } = withItem(world, 0, 0, { status });
    expect(() => delayItem(lived, { itemKey: itemAt(lived, 0, 0).itemKey, toDay: 2 })).toThrow(/planned item/);
  });

  it("neither loses nor doubles anything, whatever is put off", () => {
    fc.assert(
      fc.property(planned, fc.nat(), fc.nat(), (world, which, to) => {
        const items = world.itinerary.days.flatMap(({ dayNumber, items }) =>
          items.map((item) => ({ dayNumber, item })),
        );
        const chosen = items[which % Math.max(1, items.length)];
        const others = world.itinerary.days.filter(({ dayNumber }) => dayNumber !== chosen?.dayNumber);
        const target = others[to % Math.max(1, others.length)];
        fc.pre(chosen !== undefined && target !== undefined);
        const draft = delayItem(world.itinerary, { itemKey: chosen.item.itemKey, toDay: target.dayNumber });
        expect(activeKeys(draft)).toEqual(activeKeys(world.itinerary));
        const history = draft.days.flatMap(({ items }) => items.filter((item) => !isActive(item)));
        expect(history).toEqual([{ ...chosen.item, status: "delayed", delayedToDay: target.dayNumber }]);
      }),
    );
  });
});
