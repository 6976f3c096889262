/** Cities as travellers write them, over the whole built-in catalogue. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { searchCities } from "../../tools/search-cities.ts";
import { readPages } from "./read-pages.ts";
import { openToolWorld, read, type ToolWorld } from "./tool-context.ts";

const hitsSchema = z.object({
  cities: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      countryCode: z.string(),
      match: z.string(),
      score: z.number(),
      attractionCount: z.number(),
      distanceMeters: z.number().nullable(),
    }),
  ),
  nextCursor: z.string().nullable().optional(),
});
type Hit = z.infer<typeof hitsSchema>["cities"][number];

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld({ catalogue: "full" });
});
afterAll(() => world.close());

async function find(args: Record<string, unknown>): Promise<Hit[]> {
  return read(await searchCities.call(args, world.context), hitsSchema).cities;
}

const nameOf = (hit: Hit | undefined): string | undefined => hit && `${hit.name}, ${hit.countryCode}`;

describe("the first hit is the city meant", () => {
  test.each([
    ["Paris", "Paris, FR", "exact"],
    ["Paree", "Paris, FR", "fuzzy"],
    ["paris texas", "Paris, US", "exact"],
    ["Paris, Texas", "Paris, US", "exact"],
    ["münchen", "Munich, DE", "alias"],
    ["muenchen", "Munich, DE", "alias"],
    ["MUNICH", "Munich, DE", "exact"],
    ["nyc", "New York City, US", "alias"],
    ["new york", "New York City, US", null],
    ["東京", "Tokyo, JP", "alias"],
    ["Токио", "Tokyo, JP", "alias"],
    ["lisboa", "Lisbon, PT", "alias"],
    ["Lisobn", "Lisbon, PT", "fuzzy"],
    ["firenze", "Florence, IT", "alias"],
    ["Wien", "Vienna, AT", "alias"],
    ["Venezia", "Venice, IT", "alias"],
    ["st petersburg", "Saint Petersburg, RU", null],
    ["Kioto", "Kyoto, JP", null],
    ["sao paulo", "São Paulo, BR", "exact"],
    ["bombay", "Mumbai, IN", "alias"],
    ["القاهرة", "Cairo, EG", "alias"],
    ["London, Ontario", "London, CA", "exact"],
    ["Cambridge UK", "Cambridge, GB", "exact"],
  ])("%s", async (query, city, match) => {
    const [hit] = await find({ query });
    expect(nameOf(hit)).toBe(city);
    if (match !== null) expect(hit?.match).toBe(match);
  });
});

test("a country tells homonyms apart", async () => {
  expect(nameOf((await find({ query: "Florence" }))[0])).toBe("Florence, IT");
  const american = await find({ query: "Florence", countryCode: "us" });
  expect(american.length).toBeGreaterThan(0);
  expect(new Set(american.map(({ countryCode }) => countryCode))).toEqual(new Set(["US"]));
});

test("a country alone is answered with its cities, and said to be none", async () => {
  const result = await searchCities.call({ query: "Portugal", limit: 2 }, world.context);
  expect(result.notices).toEqual(['"Portugal" is no city; these are its best known ones.']);
  expect(read(result, hitsSchema).cities).toMatchObject([
    { name: "Lisbon", match: "country" },
    { name: "Porto", match: "country" },
  ]);
});

test("hits come best first, as many as asked for, each city once", async () => {
  const hits = await find({ query: "San", limit: 20 });
  expect(hits).toHaveLength(20);
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(await find({ query: "San", limit: 3 })).toEqual(hits.slice(0, 3));
});

describe("near a point", () => {
  const belem = { lat: 38.697, lon: -9.206 };

  test("the nearest come first, with how far they are", async () => {
    const hits = await find({ ...belem, radiusKm: 30, limit: 10 });
    const distances = hits.map(({ distanceMeters }) => distanceMeters ?? Number.NaN);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(distances.at(-1)).toBeLessThanOrEqual(30_000);
    expect(new Set(hits.map(({ match }) => match))).toEqual(new Set(["near"]));
    expect(hits.map(nameOf)).not.toContain("Porto, PT");
  });

  test("a name is looked for around the point, 100 km unless told otherwise", async () => {
    const [hit] = await find({ ...belem, query: "Lisbon" });
    expect(nameOf(hit)).toBe("Lisbon, PT");
    expect(hit?.distanceMeters).toBeGreaterThan(3_000);
    expect(hit?.distanceMeters).toBeLessThan(10_000);
    expect(await find({ ...belem, query: "Porto", coveredOnly: true })).toEqual([]);
    expect(nameOf((await find({ ...belem, query: "Porto", radiusKm: 350 }))[0])).toBe("Porto, PT");
  });

  test("coveredOnly keeps only cities with places", async () => {
    const hits = await find({ ...belem, radiusKm: 2_000, coveredOnly: true, limit: 20 });
    expect(hits.slice(0, 2).map(nameOf)).toEqual(["Lisbon, PT", "Porto, PT"]);
    expect(Math.min(...hits.map(({ attractionCount }) => attractionCount))).toBeGreaterThan(0);
  });

  test("in the middle of an ocean there is nothing", async () => {
    expect(await searchCities.call({ lat: -48.9, lon: -123.4, radiusKm: 500 }, world.context)).toMatchObject({
      status: "empty",
      cities: [],
    });
  });

  test("on the date line distances go the short way", async () => {
    const [suva] = await find({ lat: -18.1, lon: -179.9, query: "Suva", radiusKm: 400 });
    expect(suva?.distanceMeters).toBeLessThan(250_000);
  });
});

test("coveredOnly alone lists the cities that can be planned in, the best known first", async () => {
  const hits = await find({ coveredOnly: true, limit: 20 });
  expect(hits.length).toBeGreaterThanOrEqual(12);
  expect(hits.every(({ attractionCount }) => attractionCount >= 25)).toBe(true);
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
});

test("a known city without places is found, and says that it has none", async () => {
  const [hit] = await find({ query: "Ulaanbaatar" });
  expect(hit).toMatchObject({ countryCode: "MN", attractionCount: 0 });
  expect(await searchCities.call({ query: "Ulaanbaatar", coveredOnly: true }, world.context)).toMatchObject({
    status: "empty",
    notices: [expect.stringContaining("Without them: Ulan Bator, Mongolia (no places to plan with)")],
  });
});

test.each(["qwxzzkjv", "ლლლლლლ", "🏝️🏝️", "%%%", "___", "'; drop table cities; --", "\\"])(
  "nonsense finds nothing: %s",
  async (query) => {
    expect(await searchCities.call({ query }, world.context)).toMatchObject({
      status: "empty",
      request: { query, coveredOnly: false, limit: 5 },
      notices: [expect.stringMatching(/^No city is called ".*" or anything like it\./)],
      cities: [],
    });
  },
);

test("the request comes back as it was understood", async () => {
  const result = await searchCities.call({ query: "  Rome ", countryCode: "it" }, world.context);
  expect(result.request).toEqual({ query: "Rome", countryCode: "IT", coveredOnly: false, limit: 5 });
});

test("pages follow each other by the cursor that each gives, up to the last", async () => {
  const whole = await find({ query: "San", limit: 20 });
  const pages = await readPages(searchCities, { query: "San", limit: 7 }, world.context);
  const ids = pages.flatMap((page) => read(page, hitsSchema).cities.map(({ id }) => id));
  expect(ids.slice(0, 20)).toEqual(whole.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a cursor of another search is refused", async () => {
  const { nextCursor } = read(await searchCities.call({ query: "San", limit: 2 }, world.context), hitsSchema);
  expect(nextCursor).toEqual(expect.any(String));
  expect(await searchCities.call({ query: "Santa", limit: 2, cursor: nextCursor }, world.context)).toMatchObject({
    status: "error",
    error: { code: "invalid_input", message: expect.stringContaining("nextCursor") },
  });
});

test("nothing to go by needs input", async () => {
  expect(await searchCities.call({}, world.context)).toMatchObject({
    status: "needs_input",
    error: {
      message: "Expected a query, a lat/lon, or coveredOnly, got none of them.",
      details: { missing: [{ field: "query", question: "Which city?", kind: "text" }] },
    },
  });
});

test.each([
  ["half a point", { lat: 38.7 }, "lat and lon"],
  ["half a point beside a name", { query: "Lisbon", lon: -9.1 }, "lat and lon"],
  ["a point off the map", { lat: 91, lon: 0 }, "lat"],
  ["an empty name", { query: "   " }, "query"],
  ["no hits at all", { query: "Rome", limit: 0 }, "limit"],
  ["an argument that does not exist", { query: "Rome", userId: "me" }, "userId"],
  ["a character that no name has", { query: "Ro\u0000me" }, "NUL"],
])("refused: %s", async (_, args, named) => {
  const result = await searchCities.call(args, world.context);
  expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  expect(result.error?.message).toContain(named);
});
