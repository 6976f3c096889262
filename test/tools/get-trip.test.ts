/** A trip as it stands: with its plan, without one, by version, and never somebody else's. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getTrip } from "../../tools/get-trip.ts";
import { selectItinerary } from "../../tools/select-itinerary.ts";
import { newPlannedTrip, type PlannedTrip, planAgain } from "./stored-plans.ts";
import { newTrip, openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
let planned: PlannedTrip;
beforeAll(async () => {
  world = await openToolWorld();
  planned = await newPlannedTrip(world);
  await planAgain(world.context, planned.trip.id);
  await selectItinerary.call({ tripId: planned.trip.id, version: 1 }, world.context);
});
afterAll(() => world.close());

test("a trip without a plan says what to do next", async () => {
  const trip = await newTrip(world);
  expect(await getTrip.call({ tripId: trip.id }, world.context)).toEqual({
    ...{
      status: "ok",
      request: { tripId: trip.id, trip: "3 days in Lisbon, 10–12 May 2027" },
      trip,
      itinerary: null,
      verdict: null,
    },
    notices: ["This trip has no itinerary yet. Call plan_itinerary."],
  });
});

test("the selected version with the checker's verdict, though a newer one is stored", async () => {
  const { trip, stored } = planned;
  const { itinerary, verdict } = stored;
  expect(await getTrip.call({ tripId: trip.id }, world.context)).toEqual({
    ...{
      status: "ok",
      notices: [],
      request: { tripId: trip.id, trip: "3 days in Lisbon, 10–12 May 2027" },
      trip,
      itinerary,
      verdict,
    },
  });
});

test("any version by its number", async () => {
  const get = (version: number) => getTrip.call({ tripId: planned.trip.id, version }, world.context);
  expect(await get(1)).toMatchObject({ itinerary: { version: 1, isSelected: true } });
  expect(await get(2)).toMatchObject({ itinerary: { version: 2, isSelected: false }, verdict: { ok: true } });
});

test("a version that does not exist", async () => {
  const tripId = planned.trip.id;
  expect(await getTrip.call({ tripId, version: 7 }, world.context)).toMatchObject({
    status: "error",
    error: {
      code: "itinerary_not_found",
      message: expect.stringContaining("got version 7"),
      details: { tripId, version: 7 },
    },
  });
});

test("somebody else's trip does not exist", async () => {
  const { id, title } = planned.trip;
  const stranger = await world.stranger();
  const unknown = randomUUID();
  const refusals = [
    await getTrip.call({ tripId: id }, stranger),
    await getTrip.call({ tripId: id, version: 1 }, stranger),
    await getTrip.call({ tripId: unknown }, world.context),
  ];
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ status: "error", error: { code: expect.stringMatching(/_not_found$/) } });
    expect(JSON.stringify(refusal)).not.toContain(title);
  }
  expect(refusals[0]?.error?.code).toBe("trip_not_found");
  expect(refusals[0]?.error?.message.replace(id, "ID")).toBe(refusals[2]?.error?.message.replace(unknown, "ID"));
});

test.each([
  ["a name for an id", { tripId: "Lisbon" }, "tripId"],
  ["version nought", { tripId: randomUUID(), version: 0 }, "version"],
  ["an argument that does not exist", { tripId: randomUUID(), owner: "me" }, "owner"],
  ["nothing", {}, "tripId"],
  ["no object", "the Lisbon trip", "arguments"],
  ["null", null, "arguments"],
])("refused: %s", async (_, args, named) => {
  const result = await getTrip.call(args, world.context);
  expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  expect(result.error?.message).toContain(named);
});
