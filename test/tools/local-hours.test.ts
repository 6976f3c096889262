/** What tools say of places whose hours turn on holidays, the month's first Monday or the sun. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkItinerary } from "../../tools/check-itinerary.ts";
import { getPlaces } from "../../tools/get-places.ts";
import { loadFacts } from "../../tools/load-facts.ts";
import { searchAttractions } from "../../tools/search-attractions.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import { windowsOn } from "../../trip/opening-hours.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import { readPages } from "./read-pages.ts";
import { newTrip, openToolWorld, read, type ToolWorld } from "./tool-context.ts";

/** A Thursday. */
const PORTUGAL_DAY = "2027-06-10";
const RULES = {
  "Jerónimos Monastery": "Tu-Su 09:30-18:00; PH off",
  "São Jorge Castle": "PH 10:00-12:00; Su[1] 09:00-13:00",
  "Calouste Gulbenkian Museum": '10:00-sunset; Fr "by appointment"',
};

let world: ToolWorld;
let lisbon: string;
beforeAll(async () => {
  world = await openToolWorld();
  lisbon = await world.cityId("Lisbon");
  for (const [name, text] of Object.entries(RULES)) {
    const { hours } = hoursFromRule(text);
    await world.database.admin("update attractions set opening_hours = $2 where name = $1", [
      name,
      JSON.stringify(hours),
    ]);
  }
});
afterAll(() => world.close());

const foundSchema = z.object({
  places: z.array(
    z.looseObject({
      name: z.string(),
      openOn: z.array(z.looseObject({ openMinute: z.int(), closeMinute: z.int() })).optional(),
    }),
  ),
  total: z.int(),
});

async function foundOn(openOn: string): Promise<Map<string, string>> {
  const args = { cityId: lisbon, kind: "attraction", openOn, limit: 50 };
  const pages = await readPages(searchAttractions, args, world.context);
  const places = pages.flatMap((page) => read(page, foundSchema).places);
  return new Map(
    places.map(({ name, openOn: windows }) => [
      name,
      windows?.map(({ openMinute, closeMinute }) => `${openMinute}-${closeMinute}`).join() ?? "unknown",
    ]),
  );
}

describe("a search for a date", () => {
  test("finds what opens on a holiday, and leaves out what then closes", async () => {
    const found = await foundOn(PORTUGAL_DAY);
    expect(found.has("Jerónimos Monastery")).toBe(false);
    expect(found.get("São Jorge Castle")).toBe("600-720");
    expect(found.get("Calouste Gulbenkian Museum")).toBe("600-1261");
  });

  test("on an ordinary day it is the other way round, and unknown stays unknown", async () => {
    const found = await foundOn("2027-06-11");
    expect(found.get("Jerónimos Monastery")).toBe("570-1080");
    expect(found.has("São Jorge Castle")).toBe(false);
    expect(found.get("Calouste Gulbenkian Museum")).toBe("unknown");
  });

  test("knows the first Sunday of a month", async () => {
    expect((await foundOn("2027-06-06")).get("São Jorge Castle")).toBe("540-780");
    expect((await foundOn("2027-06-13")).has("São Jorge Castle")).toBe(false);
  });
});

test("a place asked about on a date is open as it is on that date", async () => {
  const placeIds = [await world.placeId("Jerónimos Monastery"), await world.placeId("São Jorge Castle")];
  const result = await getPlaces.call({ placeIds, date: PORTUGAL_DAY }, world.context);
  expect(read(result, foundSchema.omit({ total: true })).places).toMatchObject([
    { openOn: [] },
    { openOn: [{ openMinute: 600, closeMinute: 720 }] },
  ]);
});

test("facts for a trip have its holidays, and its places the hours of its dates", async () => {
  const trip = await newTrip(world, { startDate: PORTUGAL_DAY, endDate: "2027-06-12" });
  const facts = await loadFacts(world.context, trip, { stored: true });
  expect(facts.holidays?.get(lisbon)?.get(PORTUGAL_DAY)).toBe("Portugal Day");
  const monastery = facts.places.get(await world.placeId("Jerónimos Monastery"));
  const museum = facts.places.get(await world.placeId("Calouste Gulbenkian Museum"));
  expect(windowsOn(monastery?.hours ?? null, PORTUGAL_DAY)).toEqual([]);
  expect(windowsOn(museum?.hours ?? null, "2027-06-11")).toBeNull();
  expect(windowsOn(museum?.hours ?? null, "2027-06-12")).toMatchObject([{ openMinute: 600, closeMinute: 1_262 }]);
});

test("a pasted plan is judged by the hours of its dates", async () => {
  const text = "Lisbon, 10 June 2027\n10:30 Jerónimos Monastery\n15:00 Calouste Gulbenkian Museum";
  const result = await checkItinerary.call({ text }, world.context);
  const { verdict } = read(result, z.object({ verdict: verdictSchema }));
  expect(verdict.violations.filter(({ severity }) => severity === "error")).toMatchObject([
    { code: "closed_day", message: expect.stringContaining("Jerónimos Monastery is closed on Thursday 10 June") },
  ]);
});
