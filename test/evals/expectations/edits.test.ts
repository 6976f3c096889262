/** What is expected of an edit: the thing that was asked for, and that everything else is as it was. */
import { describe, expect, test } from "vitest";
import type { Expectation } from "../../../evals/expectation.ts";
import * as edits from "../../../evals/expectations/edits.ts";
import { costsLessThanBefore } from "../../../evals/expectations/money.ts";
import type { Scene } from "../../../evals/scene.ts";
import {
  faultlessWorld,
  placeWith,
  visitOf,
  type World,
  withDayChanged,
  withItem,
  withMorePlaces,
  withPlace,
} from "../../trip/world.ts";
import { editScene, holds, plannedOf, sceneOf, turnOf } from "./scenes.ts";

const BEFORE = faultlessWorld();
const itemsOf = (world: World, day: number): World["itinerary"]["days"][number]["items"] =>
  world.itinerary.days[day]?.items ?? [];

function move(world: World, from: number, index: number, to: number): World {
  const [moved] = itemsOf(world, from).slice(index, index + 1);
  const without = withItem(world, from, index, null);
  const items = moved ? [...itemsOf(without, to), { ...moved, startTime: "16:45", endTime: "17:45" }] : [];
  return withDayChanged(without, to, { items });
}

const extra = placeWith(40, { name: "Tile Museum" });
const known = withMorePlaces(BEFORE, extra);
const MOVED = move(BEFORE, 0, 2, 1);
const OUT = withItem(BEFORE, 0, 2, null);
const ADDED = withDayChanged(known, 1, { items: [...itemsOf(known, 1), visitOf(extra, "16:30", "17:30")] });
const REPLACED = withDayChanged(known, 0, {
  items: itemsOf(known, 0).map((item, index) => (index === 2 ? visitOf(extra, "15:00", "16:00") : item)),
});
const LATER = withItem(BEFORE, 0, 2, { startTime: "15:30", endTime: "16:30" });
const SWAPPED = withDayChanged(withDayChanged(BEFORE, 0, { items: itemsOf(BEFORE, 1) }), 1, {
  items: itemsOf(BEFORE, 0),
});
const LOCKED = withItem(BEFORE, 0, 2, { locked: true });
const LOCKED_LATER = withItem(LOCKED, 0, 2, { startTime: "15:30", endTime: "16:30" });
const SKIPPED = withItem(BEFORE, 0, 2, { status: "skipped" });
const OUTDOORS = withPlace(BEFORE, 3, { tags: ["outdoor"] });

const from = (after: World, before: World = BEFORE): Scene => editScene(before, after);

const CASES: readonly (readonly [Expectation, Scene, Scene])[] = [
  [edits.movedTo("Museum 3", 2), from(MOVED), from(BEFORE)],
  [edits.startsAt("Museum 3", "15:30"), from(LATER), from(BEFORE)],
  [edits.goesOut("Museum 3"), from(OUT), from(BEFORE)],
  [edits.comesIn("Tile Museum", 2), from(ADDED), from(REPLACED)],
  [edits.replaced("Museum 3"), from(REPLACED), from(OUT)],
  [edits.onlyDaysChange(1, 2), from(MOVED), from(move(BEFORE, 0, 2, 2))],
  [edits.onlyItsDaysChange("Museum 3"), from(MOVED), from(withItem(MOVED, 2, 0, null))],
  [edits.daysSwapped(1, 2), from(SWAPPED), from(BEFORE)],
  [
    edits.mealAt(1, "20:00"),
    from(withItem(BEFORE, 0, 3, { startTime: "20:00", endTime: "21:00" })),
    from(withItem(BEFORE, 1, 3, { startTime: "20:00", endTime: "21:00" })),
  ],
  [edits.othersStay("Museum 3"), from(OUT), from(withItem(OUT, 1, 0, null))],
  [edits.othersKeepTheirTimes("Museum 3"), from(LATER), from(withItem(LATER, 1, 0, { startTime: "10:31" }))],
  [edits.nothingChanges(), from(BEFORE), from(LATER)],
  [edits.somethingChanges(), from(LATER), from(BEFORE)],
  [edits.fewerSightsOnDay(1), from(OUT), from(LATER)],
  [edits.moreSightsOnDay(2), from(ADDED), from(BEFORE)],
  [edits.isMarked("Museum 3", "skipped"), from(SKIPPED), from(OUT)],
  [edits.isLocked("Museum 3"), from(LOCKED), from(BEFORE)],
  [edits.locksHold(), from(withItem(LOCKED, 1, 0, null), LOCKED), from(LOCKED_LATER, LOCKED)],
  [edits.fewerOutdoorsOnDay(1), from(withItem(OUTDOORS, 0, 2, null), OUTDOORS), from(OUTDOORS, OUTDOORS)],
  [costsLessThanBefore(), from(OUT), from(ADDED, known)],
];

describe("edits", () => {
  test.each(CASES.map((each) => [each[0].demand, each] as const))("%s", (_, [expectation, good, bad]) => {
    const [right, wrong] = [expectation.check(good), expectation.check(bad)];
    expect([right.holds, wrong.holds], `${right.found} / ${wrong.found}`).toEqual([true, false]);
  });

  test("history is out of the plan, and so not lost", () => {
    expect(holds(edits.goesOut("Museum 3"), from(SKIPPED))).toBe(true);
  });

  test("undo is held against the turn that it goes back to, item by item", () => {
    const scene = (last: World): Scene =>
      sceneOf(turnOf({ plan: plannedOf(BEFORE) }), turnOf({ plan: plannedOf(OUT) }), turnOf({ plan: plannedOf(last) }));
    expect(holds(edits.restoresTurn(1), scene(BEFORE))).toBe(true);
    expect(holds(edits.restoresTurn(1), scene(LATER))).toBe(false);
    expect(holds(edits.restoresTurn(9), scene(BEFORE))).toBe(false);
  });

  test("a yes is the end of an edit: it is judged from before it was asked for", () => {
    const [first, out] = [turnOf({ plan: plannedOf(BEFORE) }), plannedOf(OUT)];
    const asked = turnOf({ said: "drop Museum 3", plan: out });
    const agreed = turnOf({ said: "yes", plan: out });
    expect(holds(edits.goesOut("Museum 3"), sceneOf(first, asked, agreed))).toBe(true);
    expect(
      holds(edits.goesOut("Museum 3"), sceneOf(first, asked, turnOf({ said: "yes, but not now", plan: out }))),
    ).toBe(true);
    expect(holds(edits.nothingChanges(), sceneOf(first, asked, agreed))).toBe(false);
  });

  test("without a plan before there is no edit", () => {
    expect(holds(edits.nothingChanges(), sceneOf(turnOf({ plan: plannedOf(BEFORE) })))).toBe(false);
  });
});
