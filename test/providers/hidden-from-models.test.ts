/** What a vendor's terms keep from language models is in nothing that a model reads, and in what people read. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { itineraryText, tripText } from "../../mcp/resource-trip.ts";
import { HIDDEN_FROM_MODELS, VENDORS } from "../../providers/registry.ts";
import { createClock } from "../../server/clock.ts";
import { createRuntime } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { exportItinerary, exportTrip } from "../../tools/export-itinerary.ts";
import { getPlaces } from "../../tools/get-places.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import type { BookingLinks } from "../../trip/ports.ts";
import { newTrip, openToolWorld, type ToolWorld } from "../tools/tool-context.ts";

const addressOf = (id: string): string => `https://example.org/${id}/`;
const hidden = VENDORS.filter(({ terms }) => !terms.isForModels);
const shown = VENDORS.filter(({ terms }) => terms.isForModels);

/** Every vendor there is sells something at every place. */
const everything: BookingLinks = {
  linksFor: async ({ places }) => {
    const links = VENDORS.map(({ id, name }) => ({
      ...{ provider: name, url: addressOf(id), isSearch: false, priceFrom: null, isAffiliate: false },
    }));
    return { ofPlaces: new Map(places.map(({ id }) => [id, links])), failures: [] };
  },
};

let world: ToolWorld;
let tripId: string;
let context: ToolWorld["context"];
beforeAll(async () => {
  world = await openToolWorld();
  ({ id: tripId } = await newTrip(world));
  await planItinerary.call({ tripId }, world.context);
  context = { ...world.context, bookingLinks: everything, hiddenFromModels: HIDDEN_FROM_MODELS };
});
afterAll(() => world.close());

function expectForModels(text: string): void {
  for (const { id } of shown) expect(text).toContain(addressOf(id));
  for (const { id } of hidden) expect(text).not.toContain(addressOf(id));
}

test("some are hidden, and some are not", () => {
  expect(hidden.map(({ id }) => id)).toEqual(expect.arrayContaining(["viator", "getyourguide", "google-places"]));
  expect(shown.length).toBeGreaterThan(0);
});

test.each(["md", "json", "html"])("an export as %s that a tool gives", async (format) => {
  const exported = await exportItinerary.call({ tripId, format, inline: true }, context);
  expectForModels((exported as unknown as { text: string }).text);
});

test("a trip as a resource, and its plan", async () => {
  const application = { ...world, toolContext: context } as unknown as Parameters<typeof tripText>[0];
  expectForModels(await tripText(application, { tripId }));
  expectForModels(await itineraryText(application, "md", { tripId }));
});

test("a place", async () => {
  const place = await world.placeId("Jerónimos Monastery");
  for (const { id, name } of VENDORS) {
    await world.database.admin(
      `insert into booking_links (id, linkable_type, linkable_id, provider, booking_url)
       values (gen_random_uuid(), 'attraction', $1, $2, $3)`,
      [place, name, addressOf(id)],
    );
  }
  for (const detail of ["compact", "full"]) {
    expectForModels(JSON.stringify(await getPlaces.call({ placeIds: [place], detail }, context)));
  }
});

test("people are shown all of it", async () => {
  const { text } = await exportTrip(context, { tripId, format: "md" });
  for (const { id } of VENDORS) expect(text).toContain(addressOf(id));
});

test("the program hides them", async () => {
  const config = loadConfig({ TRIPWRIGHT_TODAY: "2026-11-22" });
  const runtime = await createRuntime(world.database.db, { config, clock: createClock(config.today) });
  expect(runtime.forUser(runtime.localUserId).toolContext.hiddenFromModels).toEqual(HIDDEN_FROM_MODELS);
});
