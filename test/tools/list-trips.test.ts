/** A traveller's own trips, newest first, as many as asked for. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { listTrips } from "../../tools/list-trips.ts";
import { readPages } from "./read-pages.ts";
import { newPlannedTrip } from "./stored-plans.ts";
import { newTrip, openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world.close());

test("without a trip the list is empty, and says so", async () => {
  expect(await listTrips.call({}, world.context)).toMatchObject({ status: "empty", trips: [] });
});

test("newest first, with what the checker says of the plan; nobody else's", async () => {
  const { trip } = await newPlannedTrip(world);
  const later = await newTrip(world, { title: "Later" });
  expect(await listTrips.call({}, world.context)).toMatchObject({
    status: "ok",
    trips: [
      { id: later.id, title: "Later", itineraryVersions: 0, isPlanOk: null },
      { id: trip.id, cities: ["Lisbon"], travelers: 1, itineraryVersions: 1, isPlanOk: true },
    ],
  });
  const pages = await readPages(listTrips, { limit: 1 }, world.context);
  expect(pages).toMatchObject([{ trips: [{ id: later.id }] }, { trips: [{ id: trip.id }], nextCursor: null }]);
  expect(await listTrips.call({}, await world.stranger())).toMatchObject({ status: "empty", trips: [] });
});
