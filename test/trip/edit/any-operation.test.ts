/** Any operation in generated worlds: locks hold, other days stay as they were, nothing is broken that held. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edited } from "../../../trip/edit/apply-operations.ts";
import { EDIT_KINDS, type EditKind, type EditOperation } from "../../../trip/edit/operations.ts";
import { type ItemDraft, isActive, itineraryDraftSchema } from "../../../trip/itinerary.ts";
import { tripSchema } from "../../../trip/trip.ts";
import { type Planned, planned } from "../planned.ts";
import { edit, errorsOf, judged, whereIs, withLocked } from "./edited.ts";

/** These name a day. */
const OF_DAYS: readonly EditKind[] = ["swap_days", "relax_day", "fill_day", "rain", "arrive", "leave"];
const wallTime = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;

const anyOperation: fc.Arbitrary<(world: Planned) => EditOperation | null> = fc
  .record({
    op: fc.constantFrom(...EDIT_KINDS),
    pick: fc.nat(),
    day: fc.nat(),
    time: fc.integer({ min: 14, max: 46 }),
    isTimed: fc.boolean(),
  })
  .map(({ op, pick, day, time, isTimed }) => ({ facts, itinerary }: Planned): EditOperation | null => {
    const item = pickFrom(
      itinerary.days.flatMap(({ items }) => items.filter(isActive)),
      pick,
    );
    const placeId = pickFrom([...facts.places.keys()], pick);
    const numbers = itinerary.days.map(({ dayNumber }) => dayNumber);
    if (!item || !placeId || (op === "closed" && item.placeId === null)) return null;
    const number = pickFrom(numbers, day) ?? 1;
    const timed = isTimed || op === "arrive" || op === "leave" ? { time: wallTime(time) } : {};
    if (op === "add") return { op, placeId, day: number, ...timed };
    if (OF_DAYS.includes(op)) return { op, day: number, fromDay: pickFrom(numbers, pick) ?? 1, ...timed };
    if (op === "move" || op === "delay") return { op, item: item.itemKey, day: number, ...timed };
    return { op, item: item.itemKey };
  });

function pickFrom<Thing>(things: readonly Thing[], index: number): Thing | undefined {
  return things[index % Math.max(1, things.length)];
}

describe("in any world", () => {
  it("locks hold, unnamed days stay, keys stay unique, history is kept, and nothing is broken that held", async () => {
    await fc.assert(
      fc.asyncProperty(planned, anyOperation, fc.nat(), async (world, operationFor, lock) => {
        const held = pickFrom(
          world.itinerary.days.flatMap(({ items }) => items),
          lock,
        );
        const base = held ? withLocked(world.itinerary, held.itemKey) : world.itinerary;
        const locked = { ...world, itinerary: base };
        const operation = operationFor(locked);
        if (!operation) return;
        const edited = await edit(locked, operation);
        itineraryDraftSchema.parse(edited.draft);
        tripSchema.parse(edited.trip);
        expectHeld(operation, locked, edited);
        expectOthersKept(operation, locked, edited);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

function expectHeld(operation: EditOperation, world: Planned, edited: Edited): void {
  const codeOf = (error: string): string => error.split(" ")[0] ?? "";
  const before = new Set(errorsOf(world).map(codeOf));
  const codes = judged(edited, world).map(codeOf);
  if (operation.op !== "unlock") expect(codes).not.toContain("locked_item_changed");
  const isFlag = ["skip", "complete", "remove", "lock", "unlock"].includes(operation.op);
  if (!isFlag) expect(codes.filter((code) => !before.has(code))).toEqual([]);
  const keys = edited.draft.days.flatMap(({ items }) =>
    items.flatMap(({ itemKey, status }) => (status === "delayed" ? [] : [itemKey])),
  );
  expect(new Set(keys).size).toBe(keys.length);
}

function expectOthersKept(operation: EditOperation, { itinerary, ...world }: Planned, edited: Edited): void {
  if (edited.notDone.length > 0) expect(edited.draft).toEqual(itinerary);
  const named = namedDays(operation, { ...world, itinerary });
  for (const day of itinerary.days) {
    if (named.has(day.dayNumber)) continue;
    const now = edited.draft.days.find(({ dayNumber }) => dayNumber === day.dayNumber);
    expect(now?.items.map(momentOf)).toEqual(expect.arrayContaining(day.items.map(momentOf)));
  }
}

const momentOf = ({ itemKey, startTime, status }: ItemDraft): string => `${itemKey} ${startTime} ${status}`;

/** Days on which an operation may take something away. */
function namedDays({ op, item, day, fromDay }: EditOperation, { itinerary }: Planned): Set<number> {
  const where = item === undefined ? undefined : whereIs(itinerary, item)?.day.dayNumber;
  const all = itinerary.days.map(({ dayNumber }) => dayNumber);
  if (op === "arrive") return new Set(all.filter((number) => number <= (day ?? 1)));
  if (op === "leave") return new Set(all.filter((number) => number >= (day ?? 1)));
  return new Set([where, day, fromDay].filter((number) => number !== undefined));
}
