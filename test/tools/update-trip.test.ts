/** Changing the trip itself: with a plan it is a version of it, without one it is the trip; undone, all is as it was. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { selectItinerary } from "../../tools/select-itinerary.ts";
import type { ToolContext, ToolResult } from "../../tools/tool.ts";
import { updateTrip } from "../../tools/update-trip.ts";
import { isActive } from "../../trip/itinerary.ts";
import type { StoredItinerary } from "../../trip/ports.ts";
import { newPlannedTrip, type PlannedTrip } from "./stored-plans.ts";
import { newTrip, openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
let planned: PlannedTrip;
beforeAll(async () => {
  world = await openToolWorld();
  planned = await newPlannedTrip(world);
});
afterAll(() => world.close());

const update = (
  args: Record<string, unknown>,
  { tripId = planned.trip.id, context = world.context }: { tripId?: string; context?: ToolContext } = {},
): Promise<ToolResult> => updateTrip.call({ tripId, ...args }, context);
const inForce = async (): Promise<StoredItinerary> =>
  (await world.context.trips.findItinerary(planned.trip.id)) as StoredItinerary;
const stopsOf = ({ itinerary }: StoredItinerary, index: number): string[] =>
  (itinerary.days[index]?.items ?? []).filter(isActive).map(({ itemKey, startTime }) => `${startTime} ${itemKey}`);
const isSightly = ({ itinerary }: StoredItinerary, index: number): boolean =>
  (itinerary.days[index]?.items ?? []).some(({ type }) => type === "attraction");

async function undo(): Promise<void> {
  await selectItinerary.call({ tripId: planned.trip.id, version: 1 }, world.context);
  expect(await inForce()).toEqual(planned.stored);
  expect(await world.context.trips.getTrip(planned.trip.id)).toEqual(planned.trip);
}

describe("a trip with a plan", () => {
  test("two days in Porto come after it; its own days stay; undone, the trip is as it was", async () => {
    const addCity = { cityId: await world.cityId("Porto"), days: 2 };
    const result = await update({ addCity });
    expect(result).toMatchObject({
      status: "ok",
      applied: true,
      trip: { endDate: "2027-05-14", destinations: [{ name: "Lisbon" }, { name: "Porto", arrivalDate: "2027-05-13" }] },
      changes: expect.arrayContaining([
        expect.stringContaining("10–14 May 2027"),
        expect.stringContaining("Added Porto"),
      ]),
    });
    const now = await inForce();
    expect(now.itinerary.days.map(({ city }) => city.name)).toEqual(["Lisbon", "Lisbon", "Lisbon", "Porto", "Porto"]);
    expect([0, 1].map((day) => stopsOf(now, day))).toEqual([0, 1].map((day) => stopsOf(planned.stored, day)));
    expect(stopsOf(now, 2)).toEqual(expect.arrayContaining(stopsOf(planned.stored, 2)));
    expect([3, 4].map((day) => isSightly(now, day))).toEqual([true, true]);
    expect(now.verdict.violations.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await world.context.trips.getTrip(planned.trip.id)).toMatchObject({ endDate: "2027-05-14" });
    await undo();
  });

  test("a day more at the end is filled; the others stay", async () => {
    const result = await update({ endDate: "2027-05-13" });
    expect(result).toMatchObject({ status: "ok", applied: true });
    const now = await inForce();
    expect([0, 1].map((day) => stopsOf(now, day))).toEqual([0, 1].map((day) => stopsOf(planned.stored, day)));
    expect(stopsOf(now, 2)).toEqual(expect.arrayContaining(stopsOf(planned.stored, 2)));
    expect(isSightly(now, 3)).toBe(true);
    await undo();
  });

  test("a day less is a proposal: it takes the day away", async () => {
    const result = await update({ endDate: "2027-05-11" });
    expect(result).toMatchObject({ applied: false, notices: [expect.stringContaining("takes something away")] });
    expect(await inForce()).toEqual(planned.stored);
    const approval = await selectItinerary.approvalFor(
      {
        tripId: planned.trip.id,
        version: (result as ToolResult & { itinerary: { version: number } }).itinerary.version,
      },
      world.context,
    );
    expect(approval?.changes).toContain("The trip now runs 10–11 May 2027 (was 10–12 May 2027).");
  });

  test("a must-see of the day that goes is seen on another", async () => {
    const mustSee = [await world.placeId("Lisbon Oceanarium")];
    const own = await newPlannedTrip(world, { mustSee });
    const days = own.stored.itinerary.days.map(({ date, items }) => ({
      date,
      has: items.some(({ placeId }) => placeId === mustSee[0]),
    }));
    const tripId = own.trip.id;
    const dates = days[0]?.has ? { startDate: "2027-05-11", endDate: "2027-05-12" } : { endDate: "2027-05-11" };
    const result = await update(dates, { tripId });
    const { version } = (result as ToolResult & { itinerary: { version: number } }).itinerary;
    const after = await world.context.trips.findItinerary(tripId, version);
    const seen = after?.itinerary.days.flatMap(({ items }) => items.filter(isActive).map(({ placeId }) => placeId));
    expect(seen).toContain(mustSee[0]);
  });

  test("a week later keeps the order of the days", async () => {
    const result = await update({ startDate: "2027-05-17" });
    expect(result).toMatchObject({ status: "ok", trip: { startDate: "2027-05-17", endDate: "2027-05-19" } });
    const { version } = (result as ToolResult & { itinerary: { version: number } }).itinerary;
    const now = (await world.context.trips.findItinerary(planned.trip.id, version)) as StoredItinerary;
    // The same weekdays, so that what was open is open.
    expect([0, 1, 2].map((day) => stopsOf(now, day))).toEqual([0, 1, 2].map((day) => stopsOf(planned.stored, day)));
    if (now.itinerary.isSelected) await undo();
  });

  test("what is to be seen is put in", async () => {
    const known = new Set(planned.stored.itinerary.days.flatMap(({ items }) => items.map(({ placeId }) => placeId)));
    const places = await world.context.catalogue.listPlaces(await world.cityId("Lisbon"), 200);
    const place = places.find(({ id, hours, type }) => !known.has(id) && hours !== null && type === "museum");
    const result = await update({ mustSee: [place?.id ?? ""] });
    expect(result).toMatchObject({ status: "ok" });
    const { version } = (result as ToolResult & { itinerary: { version: number } }).itinerary;
    const proposal = (await world.context.trips.findItinerary(planned.trip.id, version)) as StoredItinerary;
    const placed = proposal.itinerary.days.flatMap(({ items }) => items.map(({ placeId }) => placeId));
    expect(placed).toContain(place?.id);
    expect(proposal.trip.wishes.mustSee).toEqual([place?.id]);
    if (proposal.itinerary.isSelected) await undo();
  });

  test("more money alone moves nothing and is in force at once", async () => {
    const result = await update({ budgetAmount: 5000, budgetCurrency: "EUR" });
    expect(result).toMatchObject({
      applied: true,
      changes: expect.arrayContaining([expect.stringMatching(/budget is €5,000/)]),
    });
    await undo();
  });
});

describe("a trip without a plan", () => {
  test("is changed as it stands", async () => {
    const trip = await newTrip(world);
    const result = await update({ travelers: 3, pace: "relaxed", endDate: "2027-05-14" }, { tripId: trip.id });
    expect(result).toMatchObject({ status: "ok", applied: true, trip: { travelers: 3, title: "5 days in Lisbon" } });
    expect(await world.context.trips.getTrip(trip.id)).toMatchObject({
      ...{ travelers: 3, endDate: "2027-05-14", title: "5 days in Lisbon" },
      destinations: [{ departureDate: "2027-05-14" }],
      wishes: { pace: "relaxed" },
    });
  });
});

describe("what is refused leaves everything as it was", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["a start in the past", { startDate: "2026-01-01" }, "date_in_past"],
    ["an end before the start", { endDate: "2027-05-01" }, "nothing_fits"],
    ["too long", { endDate: "2027-07-30" }, "trip_too_long"],
    ["its only city removed", { removeCityId: "$lisbon" }, "invalid_input"],
    ["a city it does not have", { removeCityId: randomUUID() }, "invalid_input"],
    ["a place that is nowhere", { mustSee: [randomUUID()] }, "place_not_found"],
    ["an argument that does not exist", { colour: "red" }, "invalid_input"],
    ["a version that is not in force", { version: 99, travelers: 4 }, "version_conflict"],
  ])("%s", async (_, args, code) => {
    const lisbon = await world.cityId("Lisbon");
    const given = Object.fromEntries(
      Object.entries(args).map(([key, value]) => [key, value === "$lisbon" ? lisbon : value]),
    );
    const before = await world.countRows();
    expect(await update(given)).toMatchObject({ error: { code } });
    expect(await world.countRows()).toEqual(before);
  });

  test("somebody else's trip", async () => {
    expect(await update({ travelers: 4 }, { context: await world.stranger() })).toMatchObject({
      error: { code: "trip_not_found" },
    });
  });

  test("nothing to change writes nothing", async () => {
    const before = await world.countRows();
    expect(await update({ travelers: planned.trip.travelers })).toMatchObject({ status: "ok", applied: false });
    expect(await world.countRows()).toEqual(before);
  });
});
