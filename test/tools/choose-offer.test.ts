/** A bed or a flight in the plan: looked up where it came from, put in as a version, taken back by undoing. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { chooseOffer } from "../../tools/choose-offer.ts";
import { selectItinerary } from "../../tools/select-itinerary.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import { euros, flightOffer, stayOffer, TestAirline, TestHotels } from "../providers/vendors.ts";
import { newPlannedTrip, type PlannedTrip } from "./stored-plans.ts";
import { contextOver, newTrip, openToolWorld, read, type ToolWorld } from "./tool-context.ts";

const chosenSchema = z.object({
  version: z.int(),
  chosen: z.string(),
  replaced: z.array(z.string()),
  verdict: verdictSchema,
  budget: z.object({ known: z.int() }),
});

let world: ToolWorld;
let context: ToolContext;
let planned: PlannedTrip;
beforeAll(async () => {
  world = await openToolWorld();
  const night = (amount: number) => euros(amount, { per: "stay", provider: "Testbeds" });
  const hotels = new TestHotels(({ cityId, checkInDate, checkOutDate }) =>
    [stayOffer("Casa", night(300), cityId), stayOffer("Hostel", night(90), cityId)].map((offer) => ({
      ...offer,
      ...{ checkInDate, checkOutDate, location: { lat: 38.7139, lon: -9.1394 } },
    })),
  );
  const airline = new TestAirline(() => [flightOffer("f1", euros(400))]);
  context = contextOver(world.database, { stays: [hotels], flights: [airline] });
});
afterAll(() => world.close());
beforeEach(async () => {
  planned = await newPlannedTrip(world, { context, travelers: 2, originAirport: "VIE" });
});

const stay = (offerId: string) => ({ tripId: planned.trip.id, kind: "stay", provider: "Testbeds", offerId });

test("a stay comes in as a version that reckons with it; nobody is asked where nothing is replaced", async () => {
  expect(await chooseOffer.approvalFor(stay("Casa"), context)).toBeNull();
  const { version, verdict, budget, chosen } = read(await chooseOffer.call(stay("Casa"), context), chosenSchema);
  expect({ version, ok: verdict.ok }).toEqual({ version: 2, ok: true });
  expect(chosen).toBe("Casa, 2027-05-10 to 2027-05-12 (€300 for the stay, Testbeds)");
  expect(budget.known).toBeGreaterThanOrEqual(30_000);
  expect(verdict.violations.map(({ code }) => code)).not.toContain("night_without_bed");
  expect(await context.trips.listStays(planned.trip.id)).toMatchObject([{ offerId: "Casa", status: "considering" }]);
  expect(await context.trips.findItinerary(planned.trip.id)).toMatchObject({
    itinerary: { version: 2, parentId: planned.stored.itinerary.id, isSelected: true },
  });
});

test("a cheaper one takes its place after a yes, and undoing brings the first back", async () => {
  await chooseOffer.call(stay("Casa"), context);
  const asked = await chooseOffer.approvalFor(stay("Hostel"), context);
  expect(asked).toEqual({
    summary: "Replace Casa, 2027-05-10 to 2027-05-12 by Hostel, 2027-05-10 to 2027-05-12?",
    changes: [
      "Out: Casa, 2027-05-10 to 2027-05-12 (€300 for the stay, Testbeds)",
      "In: Hostel, 2027-05-10 to 2027-05-12 (€90 for the stay, Testbeds)",
    ],
  });
  const { replaced } = read(await chooseOffer.call(stay("Hostel"), context), chosenSchema);
  expect(replaced).toHaveLength(1);
  expect(await context.trips.listStays(planned.trip.id)).toMatchObject([{ offerId: "Hostel" }]);
  await selectItinerary.call({ tripId: planned.trip.id, version: 2 }, context);
  expect(await context.trips.listStays(planned.trip.id)).toMatchObject([{ offerId: "Casa" }]);
});

test("a flight sets when the first day begins", async () => {
  const flight = { tripId: planned.trip.id, kind: "flight", provider: "Testair", offerId: "f1" };
  const { verdict } = read(await chooseOffer.call(flight, context), chosenSchema);
  expect(verdict.violations.filter(({ code }) => code === "flight_conflict")).toEqual([]);
  const [first] = (await context.trips.findItinerary(planned.trip.id))?.itinerary.days ?? [];
  const begins = first?.items
    .filter(({ type }) => type === "attraction" || type === "meal")
    .map((one) => one.startTime);
  expect(begins?.every((time) => time >= "09:50")).toBe(true);
  expect(await context.trips.listFlights(planned.trip.id)).toMatchObject([{ offerId: "f1" }]);
});

test("an offer that nobody made, a trip without a plan, somebody else's trip: refused, and nothing is written", async () => {
  const before = await world.countRows();
  expect(await chooseOffer.call(stay("Palace"), context)).toMatchObject({
    status: "error",
    error: { code: "invalid_input", message: expect.stringContaining("Search again") },
  });
  const stranger = await world.stranger();
  expect(await chooseOffer.call(stay("Casa"), stranger)).toMatchObject({ error: { code: "trip_not_found" } });
  expect(await world.countRows()).toEqual(before);
  const bare = await newTrip(world);
  expect(await chooseOffer.call({ ...stay("Casa"), tripId: bare.id }, context)).toMatchObject({
    status: "needs_input",
    error: { message: expect.stringContaining("plan_itinerary") },
  });
});
