/** The registry, and what holds for every tool in it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getTool, TOOLS } from "../../tools/registry.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world.close());

test("the tools, in the order a conversation meets them", () => {
  expect(TOOLS.map(({ name }) => name)).toEqual([
    ...[
      "search_cities",
      "search_attractions",
      "get_places",
      "search_flights",
      "search_hotels",
      "create_trip",
      "update_trip",
      "get_trip",
    ],
    ...[
      "list_trips",
      "plan_itinerary",
      "check_itinerary",
      "edit_itinerary",
      "select_itinerary",
      "choose_offer",
      "record_feedback",
    ],
    "export_itinerary",
  ]);
  for (const tool of TOOLS) expect(getTool(tool.name)).toBe(tool);
});

test.each(["book_flight", "", "SEARCH_CITIES", "toString", "__proto__"])("there is no tool %o", (name) => {
  const asked = (): unknown => getTool(name);
  expect(asked).toThrow(TripwrightError);
  expect(asked).toThrow(expect.objectContaining({ code: "unknown_tool" }));
  expect(asked).toThrow(/search_cities.*record_feedback/);
});

/** Arguments each tool takes, so that the one it does not know is what is wrong. */
const TAKEN: Record<string, Record<string, unknown>> = {
  search_cities: { query: "Lisbon" },
  search_attractions: { cityId: randomUUID() },
  get_places: { placeIds: [randomUUID()] },
  search_flights: { origin: "VIE", destination: "LIS", departureDate: "2027-05-10" },
  search_hotels: { cityId: randomUUID(), checkInDate: "2027-05-10", checkOutDate: "2027-05-11" },
  create_trip: { cityIds: [randomUUID()], startDate: "2027-05-10", endDate: "2027-05-11" },
  get_trip: { tripId: randomUUID() },
  plan_itinerary: { tripId: randomUUID() },
  check_itinerary: { tripId: randomUUID() },
  update_trip: { tripId: randomUUID(), travelers: 2 },
  edit_itinerary: { tripId: randomUUID(), operations: [{ op: "lock", item: "1.1" }] },
  select_itinerary: { tripId: randomUUID(), version: 1 },
  record_feedback: { tripId: randomUUID(), type: "rating", rating: 1 },
  choose_offer: { tripId: randomUUID(), kind: "stay", provider: "p", offerId: "o" },
  list_trips: { limit: 5 },
  export_itinerary: { tripId: randomUUID(), format: "ics" },
};

describe.each(TOOLS)("$name", (tool) => {
  const taken = TAKEN[tool.name] ?? {};

  test("takes its arguments", () => {
    expect(tool.input.safeParse(taken).success).toBe(true);
  });

  test("refuses an argument it does not know, by name, and echoes what came", async () => {
    const args = { ...taken, sessionToken: "x" };
    const result = await tool.call(args, world.context);
    expect(result).toMatchObject({ status: "error", request: args, notices: [], error: { code: "invalid_input" } });
    expect(result.error?.message).toMatch(new RegExp(`^${tool.name} could not use its arguments\\..*"sessionToken"`));
  });

  test.each([undefined, null, 7, "Lisbon", [], true])("refuses what is no object: %o", async (args) => {
    expect(await tool.call(args, world.context)).toMatchObject({
      status: "error",
      error: { code: "invalid_input" },
    });
  });

  test("refuses a NUL character wherever it hides", async () => {
    const hidden = { ...taken, nested: [{ "a\u0000": 1 }] };
    expect((await tool.call(hidden, world.context)).error?.message).toContain("NUL");
  });

  test("answers in its own output's shape, also when it says no", async () => {
    const result = await tool.call(taken, world.context);
    expect(tool.output.parse(result)).toEqual(result);
  });

  test("leaves no trace of what it refuses", async () => {
    const before = await world.countRows();
    await tool.call({ ...taken, sessionToken: "x" }, world.context);
    expect(await world.countRows()).toEqual(before);
  });
});
