/** Every form of a plan: the one to read as text, the others where they can be fetched. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { exportItinerary } from "../../tools/export-itinerary.ts";
import { planSchema } from "../../trip/plan-document.ts";
import { newPlannedTrip, type PlannedTrip, planAgain } from "./stored-plans.ts";
import { newTrip, openToolWorld, read, type ToolWorld } from "./tool-context.ts";

const exportedSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  path: z.string(),
  text: z.string().nullable(),
});

let world: ToolWorld;
let planned: PlannedTrip;
beforeAll(async () => {
  world = await openToolWorld();
  planned = await newPlannedTrip(world);
  await planAgain(world.context, planned.trip.id);
});
afterAll(() => world.close());

const exported = async (args: Record<string, unknown>): Promise<z.infer<typeof exportedSchema>> =>
  read(await exportItinerary.call({ tripId: planned.trip.id, ...args }, world.context), exportedSchema);

test("Markdown comes as text", async () => {
  const { text, fileName, mediaType } = await exported({});
  expect({ fileName, mediaType }).toEqual({
    fileName: "3-days-in-lisbon.md",
    mediaType: "text/markdown; charset=utf-8",
  });
  for (const { items } of planned.stored.itinerary.days) {
    for (const { title } of items) expect(text).toContain(title.slice(0, 12));
  }
});

test.each([
  ["ics", "text/calendar; charset=utf-8", /^BEGIN:VCALENDAR/],
  ["geojson", "application/geo+json", /^\{/],
  ["html", "text/html; charset=utf-8", /^<!doctype html>/i],
])("%s is named and fetched, or given when asked for", async (format, mediaType, begins) => {
  const named = await exported({ format, version: 1 });
  expect(named).toEqual({
    fileName: `3-days-in-lisbon.${format}`,
    ...{ mediaType, text: null },
    path: `/api/trips/${planned.trip.id}/export?format=${format}&version=1`,
  });
  expect((await exported({ format, inline: true })).text).toMatch(begins);
});

test("as JSON it is the plan document, for programs that draw it themselves", async () => {
  const named = await exported({ format: "json", version: 1 });
  expect(named).toEqual({
    ...{ fileName: "3-days-in-lisbon.json", mediaType: "application/json", text: null },
    path: `/api/trips/${planned.trip.id}/plan?version=1`,
  });
  const { text } = await exported({ format: "json", version: 1, inline: true });
  const plan = planSchema.parse(JSON.parse(text ?? ""));
  expect(plan.itinerary).toMatchObject({ version: 1, days: planned.stored.itinerary.days });
});

test("a trip without a plan, a version that is not there, somebody else's trip", async () => {
  const call = (args: Record<string, unknown>, context = world.context) => exportItinerary.call(args, context);
  const bare = await newTrip(world);
  expect(await call({ tripId: bare.id })).toMatchObject({ error: { code: "itinerary_not_found" } });
  expect(await call({ tripId: planned.trip.id, version: 9 })).toMatchObject({ error: { code: "itinerary_not_found" } });
  expect(await call({ tripId: planned.trip.id }, await world.stranger())).toMatchObject({
    error: { code: "trip_not_found" },
  });
});
