/** Cities by name, and what is asked where a call says too little: the same shape from every tool. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldText } from "../../db/stores/fold.ts";
import { chooseOffer } from "../../tools/choose-offer.ts";
import { createTrip } from "../../tools/create-trip.ts";
import { missingFactSchema } from "../../tools/missing-facts.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { newTrip, openToolWorld, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world.close());

const DATES = { startDate: "2027-05-10", endDate: "2027-05-13" };
const create = (args: Record<string, unknown>): Promise<ToolResult> => createTrip.call(args, world.context);

async function addCity(name: string, near: string): Promise<string> {
  const id = randomUUID();
  await world.database.admin(
    `insert into cities (id, country_id, name, location, city_type, timezone, attraction_count)
     select $1, country_id, $2, location, city_type, timezone, attraction_count from cities where name = $3 and attraction_count > 0`,
    [id, name, near],
  );
  await world.database.admin("insert into city_names (city_id, folded, kind) values ($1, $2, 'name')", [
    id,
    foldText(name),
  ]);
  return id;
}

describe("a city by its name", () => {
  test.each(["Lisbon", "  lisbon ", "Lissabon", "Lisboa"])(
    "%j is the one that is meant, and it is said",
    async (name) => {
      const result = await create({ cityIds: [name], ...DATES });
      expect(result).toMatchObject({
        status: "ok",
        notices: [expect.stringMatching(/^Took “.*” to be Lisbon, .*Portugal\.$/)],
        trip: { destinations: [{ name: "Lisbon", countryCode: "PT" }] },
      });
    },
  );

  test("names and ids stand beside each other, also as first and last", async () => {
    const porto = await world.cityId("Porto");
    const result = await create({ cityIds: ["Lisbon", porto], lastCityId: "Lisbon", orderIsOpen: true, ...DATES });
    expect(result).toMatchObject({ status: "ok", trip: { destinations: [{ name: "Porto" }, { name: "Lisbon" }] } });
  });

  test("one that several have is asked about, with the choices", async () => {
    const ids = [await addCity("Twintown", "Lisbon"), await addCity("Twintown", "Kyoto")];
    const before = await world.countRows();
    const result = await create({ cityIds: ["Porto", "Twintown"], ...DATES });
    expect(result).toMatchObject({ status: "needs_input", error: { code: "needs_input" } });
    const missing = missingFactSchema.array().parse(result.error?.details.missing);
    expect(missing).toMatchObject([{ field: "cityIds.1", question: "Which city do you mean by “Twintown”?" }]);
    expect(missing[0]?.choices?.map(({ value }) => value).sort()).toEqual([...ids].sort());
    const labels = missing[0]?.choices?.map(({ label }) => label).sort();
    expect(labels).toEqual([expect.stringMatching(/Japan$/), expect.stringMatching(/Portugal$/)]);
    expect(await world.countRows()).toEqual(before);
  });

  test("a misspelt one is asked about, never guessed", async () => {
    const result = await create({ cityIds: ["Lisbn"], ...DATES });
    expect(result).toMatchObject({
      status: "needs_input",
      error: { details: { missing: [{ field: "cityIds.0", choices: [{ label: expect.stringMatching(/^Lisbon/) }] }] } },
    });
  });

  test("one that nobody knows", async () => {
    expect(await create({ cityIds: ["Xqzwvk"], ...DATES })).toMatchObject({
      status: "error",
      error: { code: "city_not_found", message: expect.stringContaining('got "Xqzwvk"') },
    });
  });

  test("one without places: the nearest are choices", async () => {
    const cityId = await addCity("Barrenville", "Lisbon");
    await world.database.admin("update cities set attraction_count = 0 where id = $1", [cityId]);
    for (const named of [cityId, "Barrenville"]) {
      expect(await create({ cityIds: [named], ...DATES })).toMatchObject({
        status: "error",
        error: {
          code: "city_not_covered",
          details: { missing: [{ field: "cityIds.0", choices: [{ label: "Lisbon, Portugal" }, {}, {}] }] },
        },
      });
    }
  });
});

describe("what was left out", () => {
  test.each([
    [{}, ["cityIds.0", "startDate", "endDate", "travelers"]],
    [{ cityIds: ["Lisbon"], travelers: 2 }, ["startDate", "endDate"]],
    [{ cityIds: ["Lisbon"], startDate: "2027-05-10", endDate: null }, ["endDate", "travelers"]],
    [{ ...DATES, cityIds: "" }, ["cityIds.0", "travelers"]],
  ])("%j is asked for", async (args, fields) => {
    const result = await create(args);
    expect(result).toMatchObject({ status: "needs_input", error: { code: "needs_input" } });
    const missing = missingFactSchema.array().parse(result.error?.details.missing);
    expect(missing.map(({ field }) => field)).toEqual(fields);
    for (const { question } of missing) expect(result.error?.message).toContain(question);
  });

  test("beside what is wrong, what is wrong comes first", async () => {
    const result = await create({ cityIds: ["Lisbon"], startDate: "soon" });
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  });

  test("the city of a stay, of several", async () => {
    const trip = await newTrip(world, { cityIds: ["Lisbon", "Porto"], planNow: true });
    const result = await chooseOffer.call(
      { tripId: trip.id, kind: "stay", provider: "nobody", offerId: "1" },
      world.context,
    );
    expect(result).toMatchObject({
      status: "needs_input",
      error: { details: { missing: [{ field: "cityId", choices: [{ label: "Lisbon" }, { label: "Porto" }] }] } },
    });
  });

  test("whatever a tool needs, it says so in the one shape", async () => {
    const calls: Record<string, unknown> = {
      create_trip: {},
      search_cities: {},
      search_attractions: {},
      check_itinerary: { text: "Day 1: walk about" },
    };
    for (const tool of TOOLS.filter(({ name }) => name in calls)) {
      const result = await tool.call(calls[tool.name], world.context);
      expect(result.status, tool.name).toBe("needs_input");
      expect(missingFactSchema.array().min(1).safeParse(result.error?.details.missing).success, tool.name).toBe(true);
    }
  });
});
