/** Places by what a traveller may ask of them, over the built-in catalogue; the domain's own functions are the reference. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { holidaysIn, withHoursOn } from "../../tools/local-hours.ts";
import { searchAttractions } from "../../tools/search-attractions.ts";
import { addDays } from "../../trip/calendar.ts";
import { type Category, leavesOf } from "../../trip/categories.ts";
import { minorDigits } from "../../trip/money.ts";
import { windowsOn } from "../../trip/opening-hours.ts";
import { isEatery, type Place } from "../../trip/place.ts";
import { servesDiet } from "../../trip/suitability.ts";
import { readPages } from "./read-pages.ts";
import { openToolWorld, read, type ToolWorld } from "./tool-context.ts";

const resultSchema = z.object({
  total: z.int(),
  places: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      cityId: z.string(),
      hoursKnown: z.boolean(),
      distanceMeters: z.number().nullable(),
      openOn: z.array(z.object({ openMinute: z.int(), closeMinute: z.int(), lastEntryMinute: z.int() })).optional(),
    }),
  ),
});
type Found = z.infer<typeof resultSchema>;

const MONDAY = "2027-05-10";

let world: ToolWorld;
let florence: string;
let lisbon: string;
let tokyo: string;
beforeAll(async () => {
  world = await openToolWorld({ catalogue: "full" });
  [florence, lisbon, tokyo] = await Promise.all([
    world.cityId("Florence"),
    world.cityId("Lisbon"),
    world.cityId("Tokyo"),
  ]);
});
afterAll(() => world.close());

async function find(args: Record<string, unknown>): Promise<Found> {
  return read(await searchAttractions.call({ limit: 50, ...args }, world.context), resultSchema);
}

/** Everything that answers, over as many pages as it takes. */
async function findAll(args: Record<string, unknown>): Promise<string[]> {
  const pages = await readPages(searchAttractions, { limit: 50, ...args }, world.context);
  return pages.flatMap((page) => read(page, resultSchema).places.map(({ name }) => name)).toSorted();
}

const known = new Map<string, Promise<Place[]>>();

async function placesOf(cityId: string, condition: (place: Place) => boolean = () => true): Promise<string[]> {
  const places = known.get(cityId) ?? world.context.catalogue.listPlaces(cityId, 600);
  known.set(cityId, places);
  return (await places)
    .filter(condition)
    .map(({ name }) => name)
    .toSorted();
}

test("a city's places come best known first, ten unless told otherwise, without their weekly hours", async () => {
  const result = await searchAttractions.call({ cityId: florence }, world.context);
  expect(result).toMatchObject({
    status: "ok",
    notices: [],
    request: { cityId: florence, city: "Florence, Italy", limit: 10 },
  });
  const { places, total } = read(result, resultSchema);
  expect(places).toHaveLength(10);
  expect(total).toBe((await placesOf(florence)).length);
  const popularity = places.map((place) => Number(place.popularity));
  expect(popularity).toEqual(popularity.toSorted((a, b) => b - a));
  expect(places.every((place) => place.cityId === florence && !("hours" in place))).toBe(true);
});

test("pages follow each other and share one total", async () => {
  const whole = await find({ cityId: lisbon });
  const results = await readPages(searchAttractions, { cityId: lisbon, limit: 20 }, world.context);
  const pages = results.map((page) => read(page, resultSchema));
  expect(pages.flatMap(({ places }) => places).slice(0, 50)).toEqual(whole.places);
  expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.total]));
});

test.each([{ text: "castle" }, { openOn: MONDAY }, { cityId: "another" }])(
  "a cursor is good for its own search alone, not with %j",
  async (change) => {
    const first = await searchAttractions.call({ cityId: lisbon, limit: 5 }, world.context);
    const cursor = "nextCursor" in first ? first.nextCursor : null;
    expect(cursor).toEqual(expect.any(String));
    const other = { cityId: lisbon, limit: 5, ...change, ...("cityId" in change && { cityId: florence }), cursor };
    expect(await searchAttractions.call(other, world.context)).toMatchObject({
      status: "error",
      error: { code: "invalid_input", message: expect.stringContaining("nextCursor") },
    });
  },
);

describe("open on a date", () => {
  test("the Uffizi is not offered on a Monday, and is on the Tuesday with its hours", async () => {
    expect(await findAll({ cityId: florence, openOn: MONDAY })).not.toContain("Uffizi Gallery");
    const { places } = await find({ cityId: florence, openOn: addDays(MONDAY, 1), text: "Uffizi" });
    expect(places[0]).toMatchObject({
      name: "Uffizi Gallery",
      hoursKnown: true,
      openOn: [{ openMinute: 495, closeMinute: 1_110, lastEntryMinute: 1_050 }],
    });
  });

  test.each([...Array.from({ length: 7 }, (_, day) => addDays(MONDAY, day)), "2026-12-25", "2027-01-01", "2027-08-15"])(
    "%s: exactly what the domain says is open or of unknown hours",
    async (openOn) => {
      const cities = [await world.context.catalogue.getCity(florence)];
      const holidays = await holidaysIn(cities, [openOn], world.context.holidays);
      const isOpen = (place: Place): boolean =>
        withHoursOn([place], { cities, dates: [openOn], holidays }).some(
          ({ hours }) => windowsOn(hours, openOn)?.length !== 0,
        );
      const open = await placesOf(florence, isOpen);
      expect(await findAll({ cityId: florence, openOn })).toEqual(open);
    },
  );

  test("unknown hours are marked as such, never as open", async () => {
    const { places } = await find({ cityId: lisbon, openOn: MONDAY, text: "National Tile Museum", limit: 1 });
    expect(places[0]).toMatchObject({ name: "National Tile Museum", hoursKnown: false });
    expect(places[0]).not.toHaveProperty("openOn");
  });
});

test.each<Category>(["art", "art_museums", "food_drink", "nature_outdoors", "viewpoints", "culture_history", "family"])(
  "category %s finds what it covers, and all of it",
  async (category) => {
    const covered = await placesOf(lisbon, ({ categories }) =>
      leavesOf(category).some((leaf) => categories.includes(leaf)),
    );
    expect(covered.length).toBeGreaterThan(0);
    expect(await findAll({ cityId: lisbon, categories: [category] })).toEqual(covered);
  },
);

test("several categories find what any of them covers", async () => {
  const both = await findAll({ cityId: lisbon, categories: ["gardens", "beaches"] });
  const each = await Promise.all(["gardens", "beaches"].map((name) => findAll({ cityId: lisbon, categories: [name] })));
  expect(both).toEqual([...new Set(each.flat())].toSorted());
});

test("kind and type", async () => {
  expect(await findAll({ cityId: tokyo, kind: "eatery" })).toEqual(await placesOf(tokyo, isEatery));
  expect(await findAll({ cityId: tokyo, kind: "attraction" })).toEqual(await placesOf(tokyo, (p) => !isEatery(p)));
  const shrines = await placesOf(tokyo, ({ type }) => type === "shrine");
  expect(shrines).toContain("Meiji Shrine");
  expect(await findAll({ cityId: tokyo, types: ["shrine"] })).toEqual(shrines);
});

describe("by words", () => {
  test.each([
    ["Uffizi", "Uffizi Gallery"],
    ["uffizzi", "Uffizi Gallery"],
    ["Galleria degli Uffizi", "Uffizi Gallery"],
    ["Botticelli Venus", "Uffizi Gallery"],
    ["ponte vecchio", "Ponte Vecchio"],
  ])("%s", async (text, name) => {
    expect((await find({ cityId: florence, text })).places[0]?.name).toBe(name);
  });

  test.each(["the", "xqzwv", "!!!", "& | ! <-> :*", "O'Brien's \\ (sons)", "%", "'); delete from attractions; --"])(
    "what names nothing breaks nothing: %s",
    async (text) => {
      const result = await searchAttractions.call({ cityId: florence, text }, world.context);
      expect(["ok", "empty"]).toContain(result.status);
      expect((await find({ cityId: florence })).total).toBe((await placesOf(florence)).length);
    },
  );

  test("in no city at all it is empty, not an error", async () => {
    expect(await searchAttractions.call({ cityId: florence, text: "xqzwvkj" }, world.context)).toMatchObject({
      status: "empty",
      places: [],
      total: 0,
    });
  });
});

describe("near a point", () => {
  const jeronimos = { lat: 38.6979, lon: -9.2068 };

  test("the nearest come first, all within the radius", async () => {
    const { places } = await find({ ...jeronimos, radiusMeters: 800 });
    const distances = places.map(({ distanceMeters }) => distanceMeters ?? Number.NaN);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(distances.at(-1)).toBeLessThanOrEqual(800);
    expect(places.slice(0, 2).map(({ name }) => name)).toContain("Jerónimos Monastery");
  });

  test("2 km unless told otherwise, within a city when it is named too", async () => {
    const { places } = await find(jeronimos);
    expect(places.length).toBeGreaterThan(5);
    expect(Math.max(...places.map(({ distanceMeters }) => distanceMeters ?? Infinity))).toBeLessThanOrEqual(2_000);
    expect(await find({ ...jeronimos, cityId: florence })).toMatchObject({ places: [], total: 0 });
  });
});

describe("price", () => {
  test("0 finds what is free, and nothing of unknown price", async () => {
    const free = await placesOf(lisbon, ({ admission }) => admission?.amountMinor === 0);
    expect(free.length).toBeGreaterThan(10);
    expect(await findAll({ cityId: lisbon, maxPrice: 0 })).toEqual(free);
  });

  test.each([
    ["Lisbon", 10.5],
    ["Tokyo", 1_000],
  ])("in %s, %d units of the local currency are what they say", async (city, maxPrice) => {
    const cityId = await world.cityId(city);
    const affordable = await placesOf(
      cityId,
      ({ admission }) =>
        admission !== null && admission.amountMinor / 10 ** minorDigits(admission.currency) <= maxPrice,
    );
    expect(await findAll({ cityId, maxPrice })).toEqual(affordable);
  });

  test("around a point the local currency is that of the place", async () => {
    const ueno = { lat: 35.7156, lon: 139.773, radiusMeters: 2_000 };
    const { places } = await find({ ...ueno, maxPrice: 600 });
    const prices = places.map((place) => z.object({ amountMinor: z.int() }).parse(place.admission).amountMinor);
    expect(Math.max(...prices)).toBe(600);
    expect(places.map(({ name }) => name)).not.toContain("Tokyo National Museum");
  });
});

test("a wheelchair is sent to no place known to have steps; the unknown stay in", async () => {
  const reachable = await placesOf(florence, ({ wheelchair }) => wheelchair !== "no");
  for (const need of ["wheelchair", "mobility_limited"]) {
    expect(await findAll({ cityId: florence, accessibility: [need] })).toEqual(reachable);
  }
  expect(reachable).not.toContain("Giotto's Bell Tower");
});

test("diets leave only kitchens that serve them all", async () => {
  const vegetarian = await placesOf(lisbon, (place) => isEatery(place) && servesDiet(place, "vegetarian"));
  const vegan = await placesOf(lisbon, (place) => isEatery(place) && servesDiet(place, "vegan"));
  expect(vegan.length).toBeGreaterThan(0);
  expect(vegetarian.length).toBeGreaterThan(vegan.length);
  expect(await findAll({ cityId: lisbon, kind: "eatery", diets: ["vegetarian"] })).toEqual(vegetarian);
  expect(await findAll({ cityId: lisbon, kind: "eatery", diets: ["vegetarian", "vegan"] })).toEqual(vegan);
});

test("off the beaten path", async () => {
  const offbeat = await placesOf(lisbon, ({ isOffbeat }) => isOffbeat);
  expect(offbeat.length).toBeGreaterThan(0);
  expect(await findAll({ cityId: lisbon, offbeatOnly: true })).toEqual(offbeat);
});

test("wishes add up", async () => {
  const wished = await placesOf(
    florence,
    (place) =>
      place.categories.includes("viewpoints") &&
      place.admission?.amountMinor === 0 &&
      place.wheelchair !== "no" &&
      windowsOn(place.hours, MONDAY)?.length !== 0,
  );
  const args = { categories: ["viewpoints"], maxPrice: 0, accessibility: ["wheelchair"], openOn: MONDAY };
  expect(wished.length).toBeGreaterThan(0);
  expect(await findAll({ cityId: florence, ...args })).toEqual(wished);
});

test("neither city nor point needs input", async () => {
  expect(await searchAttractions.call({ text: "museum" }, world.context)).toMatchObject({
    status: "needs_input",
    error: { code: "needs_input", message: expect.stringContaining("search_cities") },
  });
});

test("where searching by meaning fails, words answer and the answer says so", async () => {
  const catalogue: typeof world.context.catalogue = {
    ...world.context.catalogue,
    searchPlaces: async (query) => ({
      ...(await world.context.catalogue.searchPlaces(query)),
      isMeaningMissing: true,
    }),
  };
  const result = await searchAttractions.call({ cityId: lisbon, text: "tram" }, { ...world.context, catalogue });
  expect(result).toMatchObject({ status: "ok", notices: [expect.stringContaining("words alone")] });
});

test("a city nobody knows", async () => {
  const cityId = "00000000-0000-4000-8000-000000000000";
  expect(await searchAttractions.call({ cityId }, world.context)).toMatchObject({
    status: "error",
    error: { code: "city_not_found", message: expect.stringContaining(cityId), details: { cityId } },
  });
});

test.each([
  ["a name for an id", { cityId: "Lisbon" }, "cityId"],
  ["half a point", { lat: 38.7 }, "lat and lon"],
  ["half a point beside a city", { cityId: "2f1e2d3c-0000-4000-8000-000000000000", lon: 1 }, "lat and lon"],
  ["a day that does not exist", { openOn: "2027-02-30" }, "openOn"],
  ["a category that does not exist", { categories: ["casinos"] }, "categories.0"],
  ["a price below nothing", { maxPrice: -1 }, "maxPrice"],
  ["more than a page", { limit: 51 }, "limit"],
  ["an argument that does not exist", { city: "Lisbon" }, "city"],
])("refused: %s", async (_, args, named) => {
  const result = await searchAttractions.call(args, world.context);
  expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  expect(result.error?.message).toContain(named);
});
