/** Every wish narrows, nothing unknown is taken for known, page and total agree. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MERGED_PLACES } from "../../../db/conflation/place-tables.ts";
import { type BulkRow, pointWkt, upsertRows } from "../../../db/stores/bulk.ts";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { addDays, WEEKDAYS } from "../../../trip/calendar.ts";
import type { City } from "../../../trip/catalogue.ts";
import { hoursFromRule } from "../../../trip/hours/hours-from-rule.ts";
import { resolveHours } from "../../../trip/hours/resolve-hours.ts";
import {
  ALWAYS_OPEN,
  type OpeningHours,
  openingHoursSchema,
  type WeeklyHours,
  windowsOn,
} from "../../../trip/opening-hours.ts";
import { isEatery } from "../../../trip/place.ts";
import type { CatalogueStore, PlaceSearch } from "../../../trip/ports.ts";
import { generatedHours } from "../../trip/hours/generated-hours.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { cityNamed } from "./trips-for-tests.ts";

let database: TestDatabase;
let catalogue: CatalogueStore;
let lisbon: City;
beforeAll(async () => {
  database = await openTestDatabase();
  catalogue = createCatalogueStore(database.db);
  lisbon = await cityNamed(database, "Lisbon");
});
afterAll(() => database?.close());

const inLisbon = (query: Partial<PlaceSearch> = {}) =>
  catalogue.searchPlaces({ cityId: lisbon.id, limit: 200, ...query });

describe("the places of a city", () => {
  test("come best known first, all of them, once", async () => {
    const places = await catalogue.listPlaces(lisbon.id, 1000);
    expect(places).toHaveLength(lisbon.attractionCount + lisbon.eateryCount);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    const fame = places.map(({ popularity }) => popularity);
    expect(fame).toEqual(fame.toSorted((a, b) => b - a));
    expect(await catalogue.listPlaces(lisbon.id, 3)).toEqual(places.slice(0, 3));
  });

  test("price themselves: admission for sights, an estimate for meals, with source and date", async () => {
    const places = await catalogue.listPlaces(lisbon.id, 1000);
    const eateries = places.filter(isEatery);
    const sights = places.filter((place) => !isEatery(place));
    expect(eateries.every(({ admission, mealEstimate }) => admission === null && mealEstimate !== null)).toBe(true);
    expect(sights.every(({ mealEstimate }) => mealEstimate === null)).toBe(true);
    const paid = sights.find(({ admission }) => (admission?.amountMinor ?? 0) > 0);
    expect(paid?.admission).toMatchObject({ currency: "EUR", per: "person", basis: "open-data", expiresAt: null });
    expect(paid?.admission?.provider).toBe(paid?.source);
  });

  test("are read by id in the order asked for; unknown ids are left out", async () => {
    const [a, b] = await catalogue.listPlaces(lisbon.id, 2);
    const ids = [b?.id ?? "", "nonsense", randomUUID(), a?.id ?? "", b?.id ?? ""];
    expect(await catalogue.getPlaces(ids)).toEqual([b, a]);
    expect(await catalogue.getPlaces([])).toEqual([]);
  });
});

describe("searching", () => {
  test("by kind, type and interest, a root covering its children", async () => {
    const eateries = await inLisbon({ kind: "eatery" });
    const sights = await inLisbon({ kind: "attraction" });
    expect([eateries.total, sights.total]).toEqual([lisbon.eateryCount, lisbon.attractionCount]);
    expect(eateries.places.every(isEatery)).toBe(true);
    const museums = await inLisbon({ types: ["museum"] });
    expect(new Set(museums.places.map(({ type }) => type))).toEqual(new Set(["museum"]));
    const art = await inLisbon({ categories: ["art"] });
    const leaves = await inLisbon({ categories: ["art_museums", "modern_art", "street_art", "galleries"] });
    expect(art).toEqual(leaves);
    expect(art.total).toBeGreaterThan(0);
  });

  test("by words, without accents, in any order, name before description", async () => {
    const { places, total } = await inLisbon({ text: "belem" });
    expect(total).toBeGreaterThan(2);
    expect(places[0]?.name).toContain("Belém");
    expect((await inLisbon({ text: "oceanarium lisbon" })).places[0]?.name).toContain("Oceanarium");
    expect((await inLisbon({ text: "zzzqqq" })).total).toBe(0);
    expect((await inLisbon({ text: "' & | !" })).total).toBe(0);
  });

  test("by price: free is free, and nobody's guess is in", async () => {
    const free = await inLisbon({ maxAdmissionMinor: 0 });
    expect(free.total).toBeGreaterThan(5);
    expect(free.places.every(({ admission }) => admission?.amountMinor === 0)).toBe(true);
    const cheap = await inLisbon({ maxAdmissionMinor: 1000 });
    expect(cheap.total).toBeGreaterThan(free.total);
    expect(cheap.places.every(({ admission }) => admission !== null && admission.amountMinor <= 1000)).toBe(true);
  });

  test("by price in a currency without decimals", async () => {
    const kyoto = await cityNamed(database, "Kyoto");
    const { places } = await catalogue.searchPlaces({ cityId: kyoto.id, maxAdmissionMinor: 500, limit: 200 });
    expect(Math.max(...places.map(({ admission }) => admission?.amountMinor ?? 0))).toBe(500);
  });

  test("by access: what is known to have steps is out, what nobody knows is in", async () => {
    const all = await inLisbon();
    const { places } = await inLisbon({ accessibility: ["wheelchair"] });
    const kept = new Set(places.map(({ id }) => id));
    expect(all.places.filter(({ id }) => !kept.has(id)).every(({ wheelchair }) => wheelchair === "no")).toBe(true);
    expect(places.some(({ wheelchair }) => wheelchair === "no")).toBe(false);
    expect(kept.size).toBeLessThan(all.total);
  });

  test("by diet: a stricter kitchen feeds a laxer diet", async () => {
    const vegan = await inLisbon({ kind: "eatery", diets: ["vegan"] });
    const vegetarian = await inLisbon({ kind: "eatery", diets: ["vegetarian"] });
    expect(vegan.places.every(({ diets }) => diets.includes("vegan"))).toBe(true);
    const fed = new Set(vegetarian.places.map(({ id }) => id));
    expect(vegan.total).toBeGreaterThan(0);
    expect(vegan.places.every(({ id }) => fed.has(id))).toBe(true);
  });

  test("off the beaten path", async () => {
    const { places } = await inLisbon({ offbeatOnly: true });
    expect(places.length).toBeGreaterThan(0);
    expect(places.every(({ isOffbeat }) => isOffbeat)).toBe(true);
  });

  test("near a point, nearest first, whichever city it belongs to", async () => {
    const near = { lat: 38.7139, lon: -9.1394 };
    const { places } = await catalogue.searchPlaces({ near, radiusMeters: 800, limit: 50 });
    const distances = places.map(({ distanceMeters }) => distanceMeters ?? -1);
    expect(distances.length).toBeGreaterThan(5);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(distances.at(-1)).toBeLessThanOrEqual(800);
  });

  test("page by page the whole, the total the same on every page and past the end", async () => {
    const whole = await inLisbon();
    const pages = await Promise.all([0, 40, 80, 1000].map((offset) => inLisbon({ limit: 40, offset })));
    expect(pages.flatMap(({ places }) => places)).toEqual(whole.places.slice(0, 120));
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.total]));
  });

  test("in a city that is no city finds nothing", async () => {
    expect(await inLisbon({ cityId: "Lisbon" })).toEqual({ places: [], total: 0 });
    expect(await inLisbon({ cityId: randomUUID() })).toEqual({ places: [], total: 0 });
  });
});

describe("what a place's row may do", () => {
  const row = (changes: BulkRow): BulkRow => ({
    ...Object.fromEntries(Object.keys(MERGED_PLACES.columns).map((column) => [column, null])),
    id: randomUUID(),
    city_id: lisbon.id,
    name: "Somewhere",
    attraction_type: "park",
    category_ids: [],
    location: pointWkt({ lat: 38.7, lon: -9.1 }),
    typical_visit_duration: 30,
    popularity_score: 0.1,
    is_offbeat: false,
    diets: [],
    accessibility_features: {},
    tags: [],
    is_heritage: false,
    field_sources: {},
    source: "test",
    source_date: "2026-11-22",
    ...changes,
  });
  const write = (rows: readonly BulkRow[]): Promise<number> =>
    database.db.transaction({ kind: "importer" }, (tx) => upsertRows(tx, MERGED_PLACES, rows));

  beforeEach(async () => {
    await database.admin("delete from attractions where source = 'test'");
  });

  const weekArbitrary: fc.Arbitrary<WeeklyHours> = fc.tuple(...WEEKDAYS.map(() => fc.boolean())).map((days) => {
    const open = [{ open: "10:00", close: "18:00" }];
    return Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index] ? open : []])) as WeeklyHours;
  });
  const monthDay = fc.constantFrom("01-01", "02-28", "03-31", "05-10", "07-01", "10-15", "12-24", "12-31");
  const hoursArbitrary: fc.Arbitrary<OpeningHours | null> = fc.option(
    fc
      .record({
        week: weekArbitrary,
        seasons: fc.option(
          fc.array(fc.record({ from: monthDay, to: monthDay, week: weekArbitrary }), { maxLength: 3 }),
        ),
        closedDates: fc.option(fc.array(monthDay, { maxLength: 4 })),
      })
      .map(({ week, seasons, closedDates }) =>
        openingHoursSchema.parse({ ...week, ...(seasons && { seasons }), ...(closedDates && { closedDates }) }),
      ),
  );

  test("a search for a date and the domain agree on what is open", async () => {
    const hours = fc.sample(hoursArbitrary, { numRuns: 400, seed: 7 });
    const rows = hours.map((opening_hours) => row({ opening_hours }));
    await write(rows);
    const dates = ["2027-01-01", "2027-02-28", "2027-05-10", "2027-10-15", "2028-02-29", "2027-12-24", "2027-12-31"];
    for (const date of [...dates, ...dates.map((day) => addDays(day, 1))]) {
      const { places } = await inLisbon({ openOn: date, limit: 5000 });
      const found = new Set(places.map(({ id }) => id));
      const expected = rows
        .filter((_, index) => windowsOn(hours[index] ?? null, date)?.length !== 0)
        .map(({ id }) => id);
      const ours = rows.map(({ id }) => id).filter((id) => found.has(String(id)));
      expect(ours).toEqual(expected);
    }
  });

  test("what a rule or a single date may open is never left out", async () => {
    const texts = fc.sample(generatedHours, { numRuns: 300, seed: 11 });
    const hours = texts.map((text) => hoursFromRule(text).hours);
    const strike = { ...ALWAYS_OPEN, monday: [], exceptions: [{ date: "2027-05-10", intervals: null }] };
    hours.push(openingHoursSchema.parse(strike));
    const rows = hours.map((opening_hours) => row({ opening_hours }));
    await write(rows);
    const location = { lat: 38.7, lon: -9.1 };
    for (const date of ["2027-01-01", "2027-05-10", "2027-10-03", "2028-02-29", "2027-12-24"]) {
      const { places } = await inLisbon({ openOn: date, limit: 5000 });
      const found = new Set(places.map(({ id }) => id));
      for (const [index, { id }] of rows.entries()) {
        for (const holidays of [new Map<string, string>(), new Map([[date, "Some Day"]])]) {
          const calendar = { timezone: "Europe/Lisbon", holidays };
          const place = resolveHours({ location, hours: hours[index] ?? null }, [date], calendar);
          const isClosed = windowsOn(place.hours, date)?.length === 0;
          if (!isClosed) expect([texts[index], date, found.has(String(id))]).toEqual([texts[index], date, true]);
        }
      }
    }
  });

  const counts = async () => {
    const { attractionCount, eateryCount } = await catalogue.getCity(lisbon.id);
    return [attractionCount - lisbon.attractionCount, eateryCount - lisbon.eateryCount];
  };

  test("its city counts it as it comes, changes and goes", async () => {
    const park = row({});
    const cafe = row({ attraction_type: "cafe" });
    await write([park, cafe, row({ retired_at: "2026-11-22T00:00:00Z" })]);
    expect(await counts()).toEqual([1, 1]);
    expect(await write([park, { ...cafe, attraction_type: "museum" }])).toBe(1);
    expect(await counts()).toEqual([2, 0]);
    await write([{ ...park, retired_at: "2026-11-22T00:00:00Z" }]);
    expect(await counts()).toEqual([1, 0]);
    await database.admin("delete from attractions where source = 'test'");
    expect(await counts()).toEqual([0, 0]);
  });

  test("it moves from one city's count to another's", async () => {
    const rome = await cityNamed(database, "Rome");
    const park = row({});
    await write([park]);
    await write([{ ...park, city_id: rome.id }]);
    expect(await counts()).toEqual([0, 0]);
    expect((await catalogue.getCity(rome.id)).attractionCount).toBe(rome.attractionCount + 1);
  });

  test("retired, it is not offered any more but still known", async () => {
    const gone = row({ name: "Xyzzy Gardens", retired_at: "2026-11-22T00:00:00Z" });
    await write([gone]);
    expect((await inLisbon({ text: "xyzzy" })).total).toBe(0);
    expect(await catalogue.getPlaces([String(gone.id)])).toMatchObject([{ name: "Xyzzy Gardens" }]);
  });

  test("written twice it is written once", async () => {
    const rows = [row({}), row({ price_adult: "12.50", currency: "EUR", opening_hours: null })];
    expect(await write(rows)).toBe(2);
    expect(await write(rows)).toBe(0);
  });

  test.each([
    ["attractions_type_known", { attraction_type: "spaceport" }],
    ["attractions_money_has_currency", { price_adult: "5" }],
    ["attractions_free_costs_nothing", { pricing_type: "free", price_adult: "5", currency: "EUR" }],
    ["attractions_spend_ascends", { spend_low: "9", spend_high: "5", currency: "EUR" }],
    ["attractions_diets_known", { diets: ["air"] }],
  ])("%s refuses what breaks it", async (constraint, changes) => {
    await expect(write([row(changes)])).rejects.toMatchObject({ details: { constraint } });
  });
});
