/** Every operation in a busy city: what was asked happens, and nothing else does. */

import { describe, expect, it, test } from "vitest";
import { check } from "../../../trip/check/check.ts";
import type { Edited } from "../../../trip/edit/apply-operations.ts";
import type { EditOperation } from "../../../trip/edit/operations.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import { isOutdoors } from "../../../trip/schedule/mapping/weather.ts";
import type { Planned } from "../planned.ts";
import { idOf } from "../world.ts";
import { activeOn, busyWorld, edit, errorsOf, judged, outlineOf, whereIs, withLocked } from "./edited.ts";

const busy = busyWorld();
const sightsOn = (world: Planned, day: number) =>
  activeOn(world.itinerary, day).filter(({ type }) => type === "attraction");
const sight = (world: Planned, day: number, position = 0) => {
  const item = sightsOn(world, day)[position];
  if (!item) throw new Error(`Expected a sight on day ${day}.`);
  return item;
};
const sameDays = (edited: Edited, world: Planned, ...days: number[]): void => {
  for (const number of days) {
    const [now, before] = [edited.draft.days[number - 1], world.itinerary.days[number - 1]];
    expect(now, `day ${number}`).toEqual(before);
  }
};

it("the busy city's plan holds", () => {
  expect(errorsOf(busy)).toEqual([]);
  expect(sightsOn(busy, 1).length).toBeGreaterThan(1);
});

describe("move", () => {
  const item = sight(busy, 1);
  it("to another day takes nothing from it; the third day stays", async () => {
    const edited = await edit(busy, { op: "move", item: item.itemKey, day: 2 });
    expect(edited.notDone).toEqual([]);
    expect(whereIs(edited.draft, item.itemKey)?.day.dayNumber).toBe(2);
    const keys = activeOn(edited.draft, 2).map(({ itemKey }) => itemKey);
    expect(keys).toEqual(expect.arrayContaining(activeOn(busy.itinerary, 2).map(({ itemKey }) => itemKey)));
    sameDays(edited, busy, 3);
    expect(judged(edited, busy)).toEqual([]);
  });
  it("to an hour is at that hour, and what stood there made room", async () => {
    const edited = await edit(busy, { op: "move", item: item.itemKey, day: 3, time: "11:00" });
    expect(edited.notDone).toEqual([]);
    expect(whereIs(edited.draft, item.itemKey)).toMatchObject({ day: { dayNumber: 3 }, item: { startTime: "11:00" } });
    sameDays(edited, busy, 2);
    expect(judged(edited, busy)).toEqual([]);
  });
  it("to a day on which it is closed says so, and when it could be", async () => {
    const world = { ...busy, itinerary: (await edit(busy, { op: "add", placeId: idOf(2, 5), day: 1 })).draft };
    const key = world.itinerary.days.flatMap(({ items }) => items).find(({ placeId }) => placeId === idOf(2, 5));
    const edited = await edit(world, { op: "move", item: key?.itemKey ?? "", day: 2, time: "10:00" });
    expect(edited.notDone).toMatchObject([
      { reason: expect.stringContaining("closed on Tuesday"), alternatives: [{ day: 3, from: "09:00" }, { day: 1 }] },
    ]);
    expect(edited.draft).toEqual(world.itinerary);
    const untimed = await edit(world, { op: "move", item: key?.itemKey ?? "", day: 2 });
    expect(untimed.notDone).toMatchObject([{ reason: expect.stringContaining("closed on Tuesday 11 May") }]);
  });
  it("before it opens names the hour", async () => {
    const edited = await edit(busy, { op: "move", item: item.itemKey, day: 2, time: "07:00" });
    expect(edited.notDone[0]).toMatchObject({
      reason: expect.stringContaining("09:00"),
      alternatives: [{ day: 2, from: "09:00", to: "17:00" }, {}, {}],
    });
  });
});

describe("delay", () => {
  const item = sight(busy, 1);
  it.each<EditOperation>([
    { op: "delay", item: item.itemKey },
    { op: "delay", item: item.itemKey, day: 3 },
    { op: "delay", item: item.itemKey, day: 3, time: "17:00" },
  ])("keeps the original as history: %o", async (operation) => {
    const edited = await edit(busy, operation);
    expect(edited.notDone).toEqual([]);
    const now = whereIs(edited.draft, item.itemKey);
    expect(now?.day.dayNumber).toBe(operation.day ?? now?.day.dayNumber);
    expect(now?.day.dayNumber).not.toBe(1);
    const old = edited.draft.days[0]?.items.find(({ itemKey }) => itemKey === item.itemKey);
    expect(old).toMatchObject({ status: "delayed", delayedToDay: now?.day.dayNumber, startTime: item.startTime });
    expect(judged(edited, busy)).toEqual([]);
  });
  it("twice keeps both originals", async () => {
    const once = await edit(busy, { op: "delay", item: item.itemKey, day: 2 });
    const twice = await edit({ ...busy, itinerary: once.draft }, { op: "delay", item: item.itemKey, day: 3 });
    const all = twice.draft.days.flatMap((day) =>
      day.items.flatMap(({ itemKey, status }) => (itemKey === item.itemKey ? [`${day.dayNumber} ${status}`] : [])),
    );
    expect(all).toEqual(["1 delayed", "2 delayed", "3 planned"]);
  });
});

describe("add, replace, remove", () => {
  const missing = [...busy.facts.places.values()].filter(
    ({ id, type }) =>
      type === "museum" && !busy.itinerary.days.some(({ items }) => items.some(({ placeId }) => placeId === id)),
  );
  const [place] = missing;
  if (!place) throw new Error("Expected a museum that is not in the plan.");
  it("adds where there is room", async () => {
    const edited = await edit(busy, { op: "add", placeId: place.id });
    expect(whereIs(edited.draft, `visit:${place.id}`)).toBeDefined();
    expect(judged(edited, busy)).toEqual([]);
  });
  it("adds at an hour", async () => {
    const edited = await edit(busy, { op: "add", placeId: place.id, day: 2, time: "16:45" });
    expect(whereIs(edited.draft, `visit:${place.id}`)).toMatchObject({
      day: { dayNumber: 2 },
      item: { startTime: "16:45" },
    });
    sameDays(edited, busy, 1, 3);
  });
  it("seats a restaurant at a meal of the day", async () => {
    const table = [...busy.facts.places.values()].find(
      ({ id, type }) =>
        type === "restaurant" && !busy.itinerary.days.some(({ items }) => items.some((item) => item.placeId === id)),
    );
    const edited = await edit(busy, { op: "add", placeId: table?.id ?? "", day: 2 });
    expect(edited.notDone).toEqual([]);
    const dinner = activeOn(edited.draft, 2).find(({ placeId }) => placeId === table?.id);
    expect(dinner).toMatchObject({ type: "meal", title: `Dinner at ${table?.name}` });
    expect(activeOn(edited.draft, 2).filter(({ type }) => type === "meal")).toHaveLength(2);
    sameDays(edited, busy, 1, 3);
  });
  it("what is in already is not added", async () => {
    const edited = await edit(busy, { op: "add", placeId: sight(busy, 2).placeId ?? "" });
    expect(edited.notDone).toMatchObject([{ reason: expect.stringContaining("already, on day 2") }]);
  });
  it("replaces with the named place, on that day", async () => {
    const old = sight(busy, 2);
    const edited = await edit(busy, { op: "replace", item: old.itemKey, placeId: place.id });
    expect(whereIs(edited.draft, old.itemKey)).toBeUndefined();
    expect(whereIs(edited.draft, `visit:${place.id}`)?.day.dayNumber).toBe(2);
    expect(edited.trip.conditions?.avoid).toEqual([old.placeId]);
    sameDays(edited, busy, 1, 3);
  });
  it.each(["attraction", "meal"])("replaces %s with the best that fits at that hour", async (type) => {
    const old = activeOn(busy.itinerary, 2).find((item) => item.type === type && item.placeId !== null);
    const edited = await edit(busy, { op: "replace", item: old?.itemKey ?? "" });
    expect(edited.notDone).toEqual([]);
    const now = activeOn(edited.draft, 2).find(({ startTime }) => startTime === old?.startTime);
    expect(now).toMatchObject({ type });
    expect(now?.placeId).not.toBe(old?.placeId);
    sameDays(edited, busy, 1, 3);
    expect(judged(edited, busy)).toEqual([]);
  });
  it("what is removed does not come back, and the way past it is reckoned anew", async () => {
    const old = sight(busy, 2);
    const edited = await edit(busy, { op: "remove", item: old.itemKey }, { op: "fill_day", day: 2 });
    expect(whereIs(edited.draft, old.itemKey)).toBeUndefined();
    expect(JSON.stringify(edited.draft)).not.toContain(old.placeId);
    sameDays(edited, busy, 1, 3);
  });
});

describe("meals", () => {
  const table = activeOn(busy.itinerary, 2).find(({ type, placeId }) => type === "meal" && placeId !== null);
  it("move to the same meal of another day, and leave no day without", async () => {
    const edited = await edit(busy, { op: "move", item: table?.itemKey ?? "", day: 3 });
    expect(edited.notDone).toEqual([]);
    const meals = (day: number) => activeOn(edited.draft, day).filter(({ type }) => type === "meal");
    expect(meals(3).map(({ placeId }) => placeId)).toContain(table?.placeId);
    expect(meals(2)).toHaveLength(activeOn(busy.itinerary, 2).filter(({ type }) => type === "meal").length);
    expect(meals(2).map(({ placeId }) => placeId)).not.toContain(table?.placeId);
    sameDays(edited, busy, 1);
    expect(judged(edited, busy)).toEqual([]);
  });
  it("move by an hour on their day", async () => {
    const later = await edit(busy, { op: "move", item: table?.itemKey ?? "", time: "14:00" });
    const now = whereIs(later.draft, table?.itemKey ?? "");
    expect([now?.day.dayNumber, now?.item.startTime, later.notDone.length]).toEqual([2, "14:00", 0]);
  });
});

describe("several at once", () => {
  it("are named by their places in the base, whatever has moved by then, and what cannot be done stops none", async () => {
    const [first, second] = sightsOn(busy, 1);
    const position = (key: string | undefined): string =>
      `1.${activeOn(busy.itinerary, 1).findIndex(({ itemKey }) => itemKey === key) + 1}`;
    const edited = await edit(
      busy,
      { op: "remove", item: position(first?.itemKey) },
      { op: "add", placeId: idOf(2, 5), day: 2 },
      { op: "complete", item: position(second?.itemKey) },
    );
    expect(edited.notDone).toMatchObject([{ operation: { op: "add" } }]);
    expect(whereIs(edited.draft, first?.itemKey ?? "")).toBeUndefined();
    expect(whereIs(edited.draft, second?.itemKey ?? "")?.item.status).toBe("completed");
  });
});

describe("whole days", () => {
  it("swaps two, each stop at its hour", async () => {
    const edited = await edit(busy, { op: "swap_days", day: 1, fromDay: 3 });
    const titles = (draft: typeof busy.itinerary, day: number): string[] =>
      activeOn(draft, day)
        .flatMap(({ type, title }) => (type === "attraction" ? [title] : []))
        .sort();
    expect(edited.notDone).toEqual([]);
    expect(titles(edited.draft, 1)).toEqual(titles(busy.itinerary, 3));
    expect(titles(edited.draft, 3)).toEqual(titles(busy.itinerary, 1));
    sameDays(edited, busy, 2);
    expect(judged(edited, busy)).toEqual([]);
  });
  it("does not swap what is closed on the other date", async () => {
    const edited = await edit(busy, { op: "swap_days", day: 2, fromDay: 3 });
    expect(edited.notDone).toMatchObject([{ reason: expect.stringContaining("Museum 5 is closed on Tuesdays") }]);
    expect(edited.draft).toEqual(busy.itinerary);
  });
  it("relaxes one: a sight less, and nothing else of the day moves", async () => {
    const edited = await edit(busy, { op: "relax_day", day: 2 });
    const before = outlineOf(busy.itinerary.days[1] as never);
    const after = outlineOf(edited.draft.days[1] as never);
    expect(after).toHaveLength(before.length - 1);
    expect(before).toEqual(expect.arrayContaining(after));
  });
  it("fills one that has room", async () => {
    const removed = await edit(busy, { op: "skip", item: sight(busy, 2).itemKey });
    const world = { ...busy, itinerary: removed.draft };
    const edited = await edit(world, { op: "fill_day", day: 2 });
    expect(edited.notDone).toEqual([]);
    expect(activeOn(edited.draft, 2).length).toBeGreaterThan(activeOn(world.itinerary, 2).length);
    expect(edited.draft.days[1]?.items.filter(({ status }) => status === "skipped")).toHaveLength(1);
    expect(activeOn(edited.draft, 2).map(({ placeId }) => placeId)).not.toContain(sight(busy, 2).placeId);
    sameDays(edited, world, 1, 3);
  });
});

describe("what turns out", () => {
  it("rain: nothing out of doors that day, the rest of it as it was, and the trip remembers", async () => {
    const edited = await edit(busy, { op: "rain", day: 2 });
    const [, date] = busy.itinerary.days.map((day) => day.date);
    expect(edited.trip.conditions?.rainyDates).toEqual([date]);
    const outdoors = activeOn(edited.draft, 2).filter(({ placeId }) => {
      const place = placeId === null ? undefined : busy.facts.places.get(placeId);
      return place && isOutdoors(place);
    });
    expect(outdoors).toEqual([]);
    const dry = activeOn(busy.itinerary, 2).filter(({ placeId }) => {
      const place = placeId === null ? undefined : busy.facts.places.get(placeId);
      return !place || !isOutdoors(place);
    });
    expect(activeOn(edited.draft, 2).map(({ itemKey, startTime }) => `${itemKey} ${startTime}`)).toEqual(
      expect.arrayContaining(dry.map(({ itemKey, startTime }) => `${itemKey} ${startTime}`)),
    );
    expect(judged(edited, busy)).toEqual([]);
  });
  it("closed: it goes to another day or out, and the judge knows", async () => {
    const item = sight(busy, 2);
    const edited = await edit(busy, { op: "closed", item: item.itemKey });
    expect(whereIs(edited.draft, item.itemKey)?.day.dayNumber).not.toBe(2);
    expect(judged(edited, busy)).toEqual([]);
    const before = check(edited.trip, busy.itinerary, busy.facts).violations.map(({ code }) => code);
    expect(before).toContain("closed_day");
  });
  it("arrive: nothing before it; leave: nothing after it", async () => {
    const late = await edit(busy, { op: "arrive", time: "22:00" });
    expect(activeOn(late.draft, 1)).toEqual([]);
    expect(late.trip.conditions?.arrival).toEqual({ date: busy.trip.startDate, minute: 1_320 });
    expect(judged(late, busy)).toEqual([]);
    expect(check(late.trip, busy.itinerary, busy.facts).violations.map(({ code }) => code)).toContain(
      "flight_conflict",
    );
    const early = await edit(busy, { op: "leave", time: "14:00" });
    expect(activeOn(early.draft, 3).every(({ endTime }) => endTime <= "12:00")).toBe(true);
    sameDays(early, busy, 1, 2);
  });
  it("complete, skip, lock and unlock touch one stop only", async () => {
    const item = sight(busy, 1);
    for (const [op, now] of [
      ["complete", { status: "completed" }],
      ["skip", { status: "skipped" }],
      ["lock", { locked: true }],
    ] as const) {
      const edited = await edit(busy, { op, item: "1.1" });
      const first = activeOn(busy.itinerary, 1)[0];
      const changed = edited.draft.days[0]?.items.find(({ itemKey }) => itemKey === first?.itemKey);
      expect(changed).toEqual({ ...first, ...now });
      sameDays(edited, busy, 2, 3);
    }
    const locked = { ...busy, itinerary: withLocked(busy.itinerary, item.itemKey) };
    expect((await edit(locked, { op: "unlock", item: item.itemKey })).draft).toEqual(busy.itinerary);
  });
});

describe("locks", () => {
  const item = sight(busy, 2);
  const world = { ...busy, itinerary: withLocked(busy.itinerary, item.itemKey) };
  test.each<EditOperation>([
    { op: "move", item: item.itemKey, day: 3 },
    { op: "remove", item: item.itemKey },
    { op: "skip", item: item.itemKey },
    { op: "delay", item: item.itemKey },
    { op: "replace", item: item.itemKey },
    { op: "closed", item: item.itemKey },
    { op: "swap_days", day: 2, fromDay: 1 },
    { op: "arrive", date: busy.trip.endDate, time: "22:00" },
  ])("hold against %o", async (operation) => {
    const edited = await edit(world, operation);
    expect(edited.notDone).toMatchObject([{ reason: expect.stringMatching(/locked .*Unlock it first/) }]);
    expect(edited.draft).toEqual(world.itinerary);
  });
  it("taken off first, they do not", async () => {
    const edited = await edit(world, { op: "unlock", item: item.itemKey }, { op: "move", item: item.itemKey, day: 3 });
    expect(edited.notDone).toEqual([]);
    expect(whereIs(edited.draft, item.itemKey)?.day.dayNumber).toBe(3);
  });
});

describe("bad input is refused in one line, and nothing is done", () => {
  test.each<[EditOperation, RegExp]>([
    [{ op: "move", item: "2.1" }, /day or time/],
    [{ op: "move", item: "9.1", day: 1 }, /1 to 3.*got 9/],
    [{ op: "move", item: "2.40", day: 1 }, /has stops 2\.1 to/],
    [{ op: "move", item: "nonsense", day: 1 }, /"nonsense"/],
    [{ op: "move", item: "2.1", day: 8 }, /1 to 3.*got 8/],
    [{ op: "add" }, /placeId/],
    [{ op: "add", placeId: idOf(2, 999) }, /search_attractions/],
    [{ op: "add", placeId: idOf(2, 1), time: "10:00" }, /say the day/],
    [{ op: "swap_days", day: 1 }, /fromDay/],
    [{ op: "rain" }, /day or date/],
    [{ op: "rain", date: "2029-01-01" }, /2027-05-10 to 2027-05-12/],
    [{ op: "closed", day: 1 }, /item or placeId/],
    [{ op: "arrive" }, /time/],
  ])("%o", async (operation, message) => {
    await expect(edit(busy, operation)).rejects.toThrow(TripwrightError);
    await expect(edit(busy, operation)).rejects.toThrow(message);
  });
});
