/**
 * What an assistant's model sees of each tool over MCP, one committed file a tool: its entry in the list, and a real
 * call with the data and the text that come back. `UPDATE_SNAPSHOTS=1 npm test -- test/mcp/results` writes them anew.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TOOLS } from "../../../tools/registry.ts";
import { euros, stayOffer, TestHotels } from "../../providers/vendors.ts";
import { newPlannedTrip } from "../../tools/stored-plans.ts";
import { contextOver, openToolWorld, type ToolWorld } from "../../tools/tool-context.ts";
import { connectTools, type ToolClient } from "./tool-client.ts";

const FOLDER = new URL("../../tool-snapshots/mcp/", import.meta.url);
const isUpdating = process.env.UPDATE_SNAPSHOTS === "1";

let world: ToolWorld;
let assistant: ToolClient;
const seen = new Map<string, string>();

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids of the catalogue are the same everywhere; those made here are numbered as they turn up. */
function withSteadyIds(text: string): string {
  const made = new Map<string, string>();
  return text.replace(UUID, (id) => {
    if (id[14] !== "4") return id;
    const steady = made.get(id) ?? `00000000-0000-4000-8000-${String(made.size + 1).padStart(12, "0")}`;
    made.set(id, steady);
    return steady;
  });
}

/** One after the other, as a conversation would make them. */
async function callsOf({ cityId, placeId }: ToolWorld): Promise<[string, Record<string, unknown>][]> {
  const lisbon = await cityId("Lisbon");
  const { trip } = await newPlannedTrip(world);
  const tripId = trip.id;
  const dates = { startDate: "2027-05-10", endDate: "2027-05-11" };
  return [
    ["search_cities", { query: "Lissabon" }],
    ["search_attractions", { cityId: lisbon, text: "viewpoint", openOn: "2027-05-11", limit: 3 }],
    ["get_places", { placeIds: [await placeId("São Jorge Castle")], date: "2027-05-11" }],
    ["search_flights", { origin: "VIE", destination: "LIS", departureDate: "2027-05-10" }],
    ["search_hotels", { cityId: lisbon, checkInDate: "2027-05-10", checkOutDate: "2027-05-12" }],
    ["get_trip", { tripId }],
    ["edit_itinerary", { tripId, operations: [{ op: "lock", item: "1.1" }] }],
    ["select_itinerary", { tripId, version: 2 }],
    ["check_itinerary", { tripId }],
    ["plan_itinerary", { tripId, select: false }],
    ["choose_offer", { tripId, kind: "stay", provider: "Testbeds", offerId: "Casa" }],
    ["update_trip", { tripId, travelers: 2 }],
    ["record_feedback", { tripId, type: "rating", rating: 5 }],
    ["export_itinerary", { tripId, format: "ics" }],
    ["create_trip", { cityIds: [lisbon], ...dates, interests: ["viewpoints"], planNow: true }],
    ["list_trips", {}],
  ];
}

beforeAll(async () => {
  world = await openToolWorld();
  const hotels = new TestHotels(({ cityId, checkInDate, checkOutDate }) => [
    { ...stayOffer("Casa", euros(300, { per: "stay", provider: "Testbeds" }), cityId), checkInDate, checkOutDate },
  ]);
  const { offers } = contextOver(world.database, { stays: [hotels] });
  assistant = await connectTools(world, { offers });
  const { tools } = await assistant.client.listTools();
  for (const [name, args] of await callsOf(world)) {
    const { structuredContent, content } = await assistant.call(name, args);
    const listed = tools.find((tool) => tool.name === name);
    const snapshot = { listed, call: { arguments: args, structuredContent, content } };
    seen.set(name, withSteadyIds(`${JSON.stringify(snapshot, null, 2)}\n`));
  }
});
afterAll(async () => {
  await assistant[Symbol.asyncDispose]();
  await world.close();
});

test.each(TOOLS)("$name is seen as its snapshot says", async ({ name }) => {
  const file = new URL(`${name}.json`, FOLDER);
  if (isUpdating) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, seen.get(name) ?? "");
  }
  const committed = await readFile(file, "utf8").catch(() => "missing: run UPDATE_SNAPSHOTS=1 npm test");
  expect(seen.get(name)).toBe(committed);
});

test("there is one of every tool, and of no other", async () => {
  expect((await readdir(FOLDER)).toSorted()).toEqual(TOOLS.map(({ name }) => `${name}.json`).toSorted());
});
