/** One version is the plan; the others stay. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { selectItinerary } from "../../tools/select-itinerary.ts";
import { newPlannedTrip, type PlannedTrip, planAgain } from "./stored-plans.ts";
import { newTrip, openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world.close());

async function selectedOf(tripId: string): Promise<unknown[]> {
  const rows = await world.database.admin(
    "select version from itineraries where trip_id = $1 and is_selected order by version",
    [tripId],
  );
  return rows.map(({ version }) => version);
}

test("there and back again: one is selected, none is lost, other trips keep theirs", async () => {
  const other = await newPlannedTrip(world);
  const { trip, stored } = await newPlannedTrip(world);
  await planAgain(world.context, trip.id);
  expect(await selectedOf(trip.id)).toEqual([2]);
  for (const version of [1, 1, 2, 1]) {
    expect(await selectItinerary.call({ tripId: trip.id, version }, world.context)).toEqual({
      ...{
        status: "ok",
        notices: [],
        request: { tripId: trip.id, version, trip: "3 days in Lisbon, 10–12 May 2027" },
        tripId: trip.id,
        version,
      },
      changes: [],
    });
    expect(await selectedOf(trip.id)).toEqual([version]);
  }
  expect(await world.context.trips.findItinerary(trip.id)).toEqual(stored);
  expect((await world.context.trips.findItinerary(trip.id, 2))?.itinerary.isSelected).toBe(false);
  expect(await selectedOf(other.trip.id)).toEqual([1]);
});

test("a trip without any version", async () => {
  const { id } = await newTrip(world);
  expect(await selectItinerary.call({ tripId: id, version: 1 }, world.context)).toMatchObject({
    error: { code: "itinerary_not_found" },
  });
});

describe("what is refused leaves the selection as it was", () => {
  let planned: PlannedTrip;
  beforeAll(async () => {
    planned = await newPlannedTrip(world);
  });

  test("a version that does not exist", async () => {
    const tripId = planned.trip.id;
    expect(await selectItinerary.call({ tripId, version: 3 }, world.context)).toMatchObject({
      status: "error",
      error: { code: "itinerary_not_found", details: { tripId, version: 3 } },
    });
    expect(await selectedOf(tripId)).toEqual([1]);
  });

  test("somebody else's trip", async () => {
    const tripId = planned.trip.id;
    expect(await selectItinerary.call({ tripId, version: 1 }, await world.stranger())).toMatchObject({
      status: "error",
      error: { code: "trip_not_found", details: { tripId } },
    });
    expect(await selectedOf(tripId)).toEqual([1]);
  });
});

test.each([
  ["no version", { tripId: randomUUID() }, "version"],
  ["half a version", { tripId: randomUUID(), version: 1.5 }, "version"],
  ["an argument that does not exist", { tripId: randomUUID(), version: 1, force: true }, "force"],
])("refused: %s", async (_, args, named) => {
  const result = await selectItinerary.call(args, world.context);
  expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  expect(result.error?.message).toContain(named);
});
