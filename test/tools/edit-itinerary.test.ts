/** Edits over the real catalogue and database: versions, proposals, undo, two editors at once, and other people's trips. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editItinerary } from "../../tools/edit-itinerary.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import { selectItinerary } from "../../tools/select-itinerary.ts";
import type { ToolContext, ToolProgress, ToolResult } from "../../tools/tool.ts";
import type { EditOperation } from "../../trip/edit/operations.ts";
import { isActive } from "../../trip/itinerary.ts";
import type { StoredItinerary } from "../../trip/ports.ts";
import { newPlannedTrip, type PlannedTrip } from "./stored-plans.ts";
import { newTrip, openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world.close());

function edit(
  { trip }: PlannedTrip,
  operations: readonly EditOperation[],
  { context = world.context, ...args }: Record<string, unknown> & { context?: ToolContext } = {},
): Promise<ToolResult> {
  return editItinerary.call({ tripId: trip.id, operations, ...args }, context);
}
const inForce = async ({ trip }: PlannedTrip): Promise<StoredItinerary> =>
  (await world.context.trips.findItinerary(trip.id)) as StoredItinerary;

/** The position of the first sight of a day. */
function sightOf({ itinerary }: StoredItinerary, dayNumber: number): { name: string; title: string; itemKey: string } {
  const items = itinerary.days[dayNumber - 1]?.items.filter(isActive) ?? [];
  const index = items.findIndex(({ type }) => type === "attraction");
  const item = items[index];
  if (!item) throw new Error(`Expected a sight on day ${dayNumber}.`);
  return { name: `${dayNumber}.${index + 1}`, title: item.title, itemKey: item.itemKey };
}

describe("an edit that takes nothing away", () => {
  test("is a new version in force, told in sentences and changed days alone; undo brings the old one back", async () => {
    const planned = await newPlannedTrip(world);
    const { name, title, itemKey } = sightOf(planned.stored, 2);
    const result = await edit(planned, [{ op: "lock", item: name }]);
    expect(result).toMatchObject({
      status: "ok",
      applied: true,
      notices: [],
      notDone: [],
      changes: [expect.stringContaining(`Locked ${title} at Tuesday`)],
      itinerary: { version: 2, isSelected: true, days: [{ dayNumber: 2 }] },
    });
    const now = await inForce(planned);
    expect(now.itinerary).toMatchObject({ version: 2, parentId: planned.stored.itinerary.id });
    expect(now.itinerary.days[1]?.items.find((item) => item.itemKey === itemKey)?.locked).toBe(true);

    const undo = { tripId: planned.trip.id, version: 1 };
    expect(await selectItinerary.approvalFor(undo, world.context)).toBeNull();
    expect(await selectItinerary.call(undo, world.context)).toMatchObject({
      status: "ok",
      changes: [expect.stringContaining(`Unlocked ${title}`)],
    });
    expect(await inForce(planned)).toEqual(planned.stored);
  });

  test("a landing is kept with the trip, counts for the next plan, and is undone with its version", async () => {
    const planned = await newPlannedTrip(world);
    const result = await edit(planned, [{ op: "arrive", time: "22:00" }]);
    expect(result).toMatchObject({
      applied: false,
      changes: expect.arrayContaining([expect.stringMatching(/arrive at 22:00/)]),
    });
    expect((await world.context.trips.getTrip(planned.trip.id)).conditions).toBeUndefined();
    const proposal = { tripId: planned.trip.id, version: 2 };
    expect(await selectItinerary.approvalFor(proposal, world.context)).toMatchObject({
      summary: "Change your plan like this?",
      changes: expect.arrayContaining([expect.stringMatching(/^Took out|^You arrive/)]),
    });
    await selectItinerary.call(proposal, world.context);
    const arrival = { date: planned.trip.startDate, minute: 1_320 };
    expect((await world.context.trips.getTrip(planned.trip.id)).conditions).toMatchObject({ arrival });
    await planItinerary.call({ tripId: planned.trip.id }, world.context);
    const anew = await inForce(planned);
    expect(anew.itinerary.version).toBe(3);
    expect(anew.itinerary.days[0]?.items.filter(({ startTime }) => startTime < "22:00")).toEqual([]);
    expect(anew.verdict.ok).toBe(true);
    await selectItinerary.call({ tripId: planned.trip.id, version: 1 }, world.context);
    expect((await world.context.trips.getTrip(planned.trip.id)).conditions).toBeUndefined();
  });

  test("what was put off stays as history over versions", async () => {
    const planned = await newPlannedTrip(world);
    const { name, itemKey } = sightOf(planned.stored, 1);
    await edit(planned, [{ op: "delay", item: name, day: 2 }]);
    const [newest] = await world.context.trips.listVersions(planned.trip.id);
    if (!newest?.isSelected) await selectItinerary.call({ tripId: planned.trip.id, version: 2 }, world.context);
    await edit(planned, [{ op: "rain", day: 3 }], { apply: true });
    const { itinerary } = await inForce(planned);
    const all = itinerary.days.flatMap((day) => day.items.map((item) => ({ day: day.dayNumber, ...item })));
    expect(all.filter((item) => item.itemKey === itemKey)).toMatchObject([
      { day: 1, status: "delayed", delayedToDay: 2 },
      { day: 2, status: "planned" },
    ]);
  });
});

describe("an edit that takes something away", () => {
  test("is a proposal until the traveller agrees, and undoing it asks nobody", async () => {
    const planned = await newPlannedTrip(world);
    const { name, title } = sightOf(planned.stored, 2);
    const result = await edit(planned, [{ op: "remove", item: name }]);
    expect(result).toMatchObject({
      applied: false,
      notices: [expect.stringContaining("select_itinerary with version 2")],
      changes: [expect.stringContaining(`Took out ${title}`)],
    });
    expect(await inForce(planned)).toEqual(planned.stored);
    const proposal = { tripId: planned.trip.id, version: 2, expectedVersion: 1 };
    expect(await selectItinerary.approvalFor(proposal, world.context)).toMatchObject({
      changes: [expect.stringContaining(title)],
    });
    await selectItinerary.call(proposal, world.context);
    expect((await inForce(planned)).itinerary.version).toBe(2);
    expect(await selectItinerary.approvalFor({ tripId: planned.trip.id, version: 1 }, world.context)).toBeNull();
  });

  test("only proposes where that is wanted, whatever it is", async () => {
    const planned = await newPlannedTrip(world);
    const result = await edit(planned, [{ op: "lock", item: "1.1" }], { apply: false });
    expect(result).toMatchObject({ status: "ok", applied: false });
    expect((await inForce(planned)).itinerary.version).toBe(1);
  });
});

describe("what cannot be done", () => {
  let planned: PlannedTrip;
  beforeAll(async () => {
    planned = await newPlannedTrip(world);
  });

  test("is infeasible with the reason and when it could be, and writes nothing", async () => {
    const before = await world.countRows();
    const { name, title } = sightOf(planned.stored, 2);
    const result = await edit(planned, [{ op: "move", item: name, time: "03:00" }]);
    expect(result).toMatchObject({ status: "infeasible", applied: false, notDone: [{ op: "move", item: name }] });
    expect(JSON.stringify(result)).toContain(title);
    expect(await world.countRows()).toEqual(before);
  });

  test.each([
    ["no such stop", [{ op: "lock", item: "9.9" }], "invalid_input"],
    ["no such operation", [{ op: "explode", item: "1.1" }], "invalid_input"],
    ["no operation", [], "invalid_input"],
    ["no such place", [{ op: "add", placeId: randomUUID() }], "place_not_found"],
    ["half an operation", [{ op: "move", item: "1.1" }], "invalid_input"],
    ["no time of day", [{ op: "arrive", time: "25:00" }], "invalid_input"],
  ])("refused: %s", async (_, operations, code) => {
    const before = await world.countRows();
    expect(await edit(planned, operations as EditOperation[])).toMatchObject({ status: "error", error: { code } });
    expect(await world.countRows()).toEqual(before);
  });

  test("of a trip without a plan", async () => {
    const trip = await newTrip(world);
    const args = { tripId: trip.id, operations: [{ op: "lock", item: "1.1" }] };
    expect(await editItinerary.call(args, world.context)).toMatchObject({
      error: { code: "itinerary_not_found", message: expect.stringContaining("plan_itinerary") },
    });
  });

  test("of somebody else's trip", async () => {
    const stranger = await world.stranger();
    expect(await edit(planned, [{ op: "lock", item: "1.1" }], { context: stranger })).toMatchObject({
      error: { code: "trip_not_found" },
    });
  });
});

describe("two editors at once", () => {
  test("one of them is told to read the plan again", async () => {
    const planned = await newPlannedTrip(world);
    const results = await Promise.all([
      edit(planned, [{ op: "lock", item: "1.1" }], { version: 1 }),
      edit(planned, [{ op: "lock", item: "2.1" }], { version: 1 }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["error", "ok"]);
    expect(results.find(({ status }) => status === "error")?.error?.code).toBe("version_conflict");
    expect(await edit(planned, [{ op: "lock", item: "2.1" }], { version: 1 })).toMatchObject({
      error: { code: "version_conflict" },
    });
    expect((await inForce(planned)).itinerary.version).toBe(2);
  });

  test("selecting with another plan in force than expected", async () => {
    const planned = await newPlannedTrip(world);
    await edit(planned, [{ op: "lock", item: "1.1" }]);
    const args = { tripId: planned.trip.id, version: 1, expectedVersion: 1 };
    expect(await selectItinerary.call(args, world.context)).toMatchObject({ error: { code: "version_conflict" } });
  });
});

describe("planning anew", () => {
  test("asks first where somebody lives with a plan, keeps locks, and says how far it has come", async () => {
    const planned = await newPlannedTrip(world);
    const args = { tripId: planned.trip.id };
    expect(await planItinerary.approvalFor(args, world.context)).toMatchObject({
      changes: [expect.anything(), expect.stringContaining("Version 1")],
    });
    expect(await planItinerary.approvalFor({ ...args, select: false }, world.context)).toBeNull();
    const unplanned = await newTrip(world);
    expect(await planItinerary.approvalFor({ tripId: unplanned.id }, world.context)).toBeNull();
    const { name, itemKey } = sightOf(planned.stored, 2);
    await edit(planned, [{ op: "lock", item: name }]);
    const heard: ToolProgress[] = [];
    const result = await planItinerary.call(args, { ...world.context, report: (progress) => heard.push(progress) });
    expect(result).toMatchObject({ status: "ok", itinerary: { version: 3 } });
    expect(heard.map(({ draft }) => draft !== undefined)).toEqual([false, true, true]);
    const { itinerary } = await inForce(planned);
    expect(itinerary.days[1]?.items.find((item) => item.itemKey === itemKey)).toMatchObject({ locked: true });
    expect(itinerary.parentId).not.toBeNull();
  });

  test("a run does not ask about its own plan", async () => {
    const trip = await newTrip(world);
    const input = { request: "a plan" };
    const run = await world.recorder.startRun({
      input,
      modelVersion: "test/1",
      promptHash: "hash",
      tripId: trip.id,
    } as never);
    const context = { ...world.context, run: { id: run.id, modelVersion: "test/1" } };
    await planItinerary.call({ tripId: trip.id }, context);
    expect(await planItinerary.approvalFor({ tripId: trip.id }, context)).toBeNull();
    expect(await planItinerary.approvalFor({ tripId: trip.id }, world.context)).not.toBeNull();
  });
});
