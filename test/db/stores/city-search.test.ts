/** Whatever somebody types for a city, the city they mean comes first. On the whole catalogue. */
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { searchCities } from "../../../db/stores/city-search.ts";
import type { CatalogueStore, CityHit, CitySearch } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
let catalogue: CatalogueStore;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  catalogue = createCatalogueStore(database.db);
});
afterAll(() => database?.close());

const search = (text: string, more: Partial<CitySearch> = {}): Promise<CityHit[]> =>
  catalogue.searchCities({ text, limit: 5, ...more });
const named = ({ name, countryCode }: CityHit): string => `${name}, ${countryCode}`;

describe("by name", () => {
  test.each([
    ["Paris", "Paris, FR", "exact"],
    ["  pARIS ", "Paris, FR", "exact"],
    ["Rome", "Rome, IT", "exact"],
    ["Kyoto", "Kyoto, JP", "exact"],
    ["St Petersburg", "Saint Petersburg, RU", "exact"],
    ["Roma", "Rome, IT", "alias"],
    ["Firenze", "Florence, IT", "alias"],
    ["München", "Munich, DE", "alias"],
    ["munchen", "Munich, DE", "alias"],
    ["New York", "New York City, US", "alias"],
    ["東京", "Tokyo, JP", "alias"],
    ["パリ", "Paris, FR", "alias"],
    ["Москва", "Moscow, RU", "alias"],
    ["barcelon", "Barcelona, ES", "prefix"],
    ["rio janeiro", "Rio de Janeiro, BR", "prefix"],
    ["Paree", "Paris, FR", "fuzzy"],
    ["Lisobn", "Lisbon, PT", "fuzzy"],
    ["Toyko", "Tokyo, JP", "fuzzy"],
    ["Brelin", "Berlin, DE", "fuzzy"],
    ["Barcelna", "Barcelona, ES", "fuzzy"],
    ["Sngapore", "Singapore, SG", "fuzzy"],
    ["cape toun", "Cape Town, ZA", "fuzzy"],
  ])("%s is %s (%s)", async (typed, expected, match) => {
    const [first] = await search(typed);
    expect(first && { city: named(first), match: first.match }).toEqual({ city: expected, match });
  });

  test("namesakes come in the order of their fame", async () => {
    const hits = await search("Florence");
    expect(hits.slice(0, 2).map(named)).toEqual(["Florence, IT", "Florence, US"]);
    expect(hits.every(({ score }, index) => index === 0 || score <= (hits[index - 1]?.score ?? 0))).toBe(true);
  });

  test.each([
    ["Paris, Texas", "Texas"],
    ["paris tx", "Texas"],
    ["Florence, AL", "Alabama"],
    ["springfield illinois", "Illinois"],
    ["Springfield, IL, USA", "Illinois"],
    ["Springfeild, Illinois", "Illinois"],
  ])("%s says which one", async (typed, region) => {
    const [first] = await search(typed);
    expect(first).toMatchObject({ countryCode: "US", region });
  });

  test.each([
    ["naples italy", "Naples, IT"],
    ["Naples, USA", "Naples, US"],
    ["cambridge england", "Cambridge, GB"],
    ["Paris, the city of light", "Paris, FR"],
  ])("%s says which country", async (typed, expected) => {
    const [first] = await search(typed);
    expect(first && named(first)).toBe(expected);
  });

  test.each(["Zzyzx", "qqqqqq", "%", "_", "\\", "'; drop table cities; --", "🏝️", "x".repeat(5000)])(
    "%s finds no city",
    async (typed) => {
      expect((await search(typed)).filter(({ match }) => match !== "fuzzy" && match !== "near")).toEqual([]);
    },
  );

  test.each(["asdfgh", "qwerty", "blorp", "narnia", "banana", "computer", "grandmother", "spaghetti"])(
    "%s is not taken for a city",
    async (typed) => {
      expect((await search(typed)).filter(({ match, score }) => match !== "fuzzy" || score >= 0.5)).toEqual([]);
    },
  );

  test.each([
    ["Italy", "Rome, IT"],
    ["lebanon", "Beirut, LB"],
    ["Peru", "Lima, PE"],
    ["scotland", "Edinburgh, GB"],
    ["Tuscany", "Florence, IT"],
    ["california", "Los Angeles, US"],
  ])("%s alone is a country or region, shown by its best known cities", async (typed, expected) => {
    const [first] = await search(typed);
    expect(first && { city: named(first), match: first.match }).toEqual({ city: expected, match: "country" });
  });

  test.each(["Singapore", "Luxembourg", "Mexico", "Panama"])("%s alone is the city of that name", async (typed) => {
    expect((await search(typed))[0]?.match).not.toBe("country");
  });

  test("an airport's code is its city, a guess in lower case", async () => {
    const [shouted] = await search("JFK");
    expect(shouted && [named(shouted), shouted.match]).toEqual(["New York City, US", "alias"]);
    const [said] = await search("mxp");
    expect(said && [named(said), said.match]).toEqual(["Milan, IT", "fuzzy"]);
  });

  test("a name among other words is found, and not relied on", async () => {
    const [first] = await search("romantic paris getaways unforgettable");
    expect(first).toMatchObject({ name: "Paris", countryCode: "FR", match: "fuzzy" });
    expect(first?.score).toBeLessThan(0.5);
  });

  test("a similar spelling is worth less than the name itself", async () => {
    const [exact] = await search("Paris");
    const [similar] = await search("Paree");
    expect(exact?.score).toBeGreaterThan(0.9);
    expect(similar?.score).toBeGreaterThan(0.6);
    expect(similar?.score).toBeLessThan(0.8);
  });
});

describe("how well known a city is", () => {
  test("stands beside each of its names", async () => {
    const different = await database.admin(
      `select n.folded from city_names n join cities c on c.id = n.city_id where abs(n.prominence - c.prominence) > 1e-5`,
    );
    expect(different).toEqual([]);
  });
});

describe("narrowed", () => {
  test("to a country", async () => {
    const hits = await search("Florence", { countryCode: "us" });
    expect(hits.length).toBeGreaterThan(1);
    expect(new Set(hits.map(({ countryCode }) => countryCode))).toEqual(new Set(["US"]));
  });

  test("to cities with places", async () => {
    const hits = await search("Par", { coveredOnly: true });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ attractionCount }) => attractionCount > 0)).toBe(true);
  });

  test("to a circle, with the distance", async () => {
    const sanJose = { lat: 37.339, lon: -121.895 };
    const hits = await search("San", { near: sanJose, radiusMeters: 100_000 });
    expect(hits.map(({ name }) => name)).toEqual(expect.arrayContaining(["San Francisco", "San Jose"]));
    expect(hits.every(({ distanceMeters }) => distanceMeters !== null && distanceMeters <= 100_000)).toBe(true);
  });

  test("to how many are wanted", async () => {
    expect(await search("San", { limit: 2 })).toHaveLength(2);
  });
});

describe("without a name", () => {
  test("the nearest come first", async () => {
    const hits = await catalogue.searchCities({ near: { lat: 48.2, lon: 16.37 }, limit: 20, coveredOnly: true });
    expect(hits[0]).toMatchObject({ name: "Vienna", match: "near" });
    const distances = hits.map(({ distanceMeters }) => distanceMeters ?? -1);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  test("the best known of a country come first", async () => {
    const hits = await catalogue.searchCities({ countryCode: "IT", limit: 3 });
    expect(hits.map(({ name }) => name)).toContain("Rome");
    expect(new Set(hits.map(({ countryCode }) => countryCode))).toEqual(new Set(["IT"]));
  });
});

describe("a city", () => {
  test("says where it is, when, and how one gets there", async () => {
    const [kyoto] = await search("Kyoto");
    const city = await catalogue.getCity(kyoto?.id ?? "");
    expect(city).toMatchObject({
      name: "Kyoto",
      nameLocal: "京都",
      region: "Kyoto",
      countryCode: "JP",
      countryName: "Japan",
      timezone: "Asia/Tokyo",
    });
    expect(city.location.lat).toBeCloseTo(35.02, 1);
    expect(city.attractionCount).toBeGreaterThanOrEqual(25);
    expect(city.eateryCount).toBeGreaterThanOrEqual(6);
    expect(["ITM", "KIX"]).toContain(city.iataCode);
  });

  test.each(["Kyoto", "00000000-0000-4000-8000-000000000000"])("%s is not an id of one", async (id) => {
    await expect(catalogue.getCity(id)).rejects.toMatchObject({ code: "city_not_found" });
  });
});

describe("the whole catalogue", () => {
  test("holds the world", async () => {
    const [counts] = await database.admin(
      `select (select count(*)::int from cities) as cities, (select count(*)::int from countries) as countries,
         (select count(*)::int from airports) as airports, (select count(*)::int from exchange_rates) as rates,
         (select count(*)::int from cities where attraction_count >= 25 and eatery_count >= 6) as covered`,
    );
    expect(counts?.cities).toBeGreaterThanOrEqual(20_000);
    expect(counts?.countries).toBeGreaterThanOrEqual(190);
    expect(counts?.airports).toBeGreaterThanOrEqual(1_500);
    expect(counts?.rates).toBeGreaterThanOrEqual(140);
    expect(counts?.covered).toBeGreaterThanOrEqual(12);
  });

  test("counts the places of a city exactly", async () => {
    const wrong = await database.admin(
      `select c.name from cities c where (c.attraction_count, c.eatery_count) <> (
         select count(*) filter (where not is_eatery), count(*) filter (where is_eatery)
         from attractions a where a.city_id = c.id and a.retired_at is null)`,
    );
    expect(wrong).toEqual([]);
  });

  test("names a rate for every currency of a country", async () => {
    const missing = await database.admin(
      `select distinct currency_code from countries
       where currency_code is not null and currency_code not in (select currency from exchange_rates)`,
    );
    expect(missing).toEqual([]);
  });

  test("knows the time zone of every city", async () => {
    const zones = await database.admin("select distinct timezone from cities");
    const unknown = zones.filter(({ timezone }) => {
      try {
        new Intl.DateTimeFormat("en", { timeZone: String(timezone) });
        return false;
      } catch {
        return true;
      }
    });
    expect(unknown).toEqual([]);
  });

  test("the design's own query finds Paris for Paree", async () => {
    const rows = await database.admin(
      `select name from cities where search_vector @@ plainto_tsquery('english', $1) or name % $1
       order by popularity_score desc nulls last limit 10`,
      ["Paree"],
    );
    expect(rows[0]).toEqual({ name: "Paris" });
  });

  test.each([
    ["Tokyo", "JP", "HND"],
    ["London", "GB", "LHR"],
    ["Lisbon", "PT", "LIS"],
    ["Florence", "IT", "FLR"],
    ["Singapore", "SG", "SIN"],
    ["Cape Town", "ZA", "CPT"],
  ])("%s is flown to by its airport", async (name, countryCode, iataCode) => {
    const [city] = await search(name, { countryCode });
    expect(city?.iataCode).toBe(iataCode);
  });
});

describe("countries, airports and rates", () => {
  test("a country has its currency and what a day costs, with its source", async () => {
    const portugal = await catalogue.findCountry("pt");
    expect(portugal).toMatchObject({ isoCode: "PT", name: "Portugal", currencyCode: "EUR", timezone: "Europe/Lisbon" });
    const { budget = 0, midRange = 0, luxury = 0, asOf, source } = portugal?.dailyCost ?? {};
    expect(0 < budget && budget < midRange && midRange < luxury).toBe(true);
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(source).toBeTruthy();
    expect(await catalogue.findCountry("ZZ")).toBeNull();
  });

  test("an airport is found by its code and by where it is", async () => {
    expect(await catalogue.findAirport("lis")).toMatchObject({ iataCode: "LIS", city: "Lisbon", countryCode: "PT" });
    expect(await catalogue.findAirport("???")).toBeNull();
    const near = await catalogue.listAirportsNear({ lat: 51.47, lon: -0.45 }, 3);
    expect(near[0]?.iataCode).toBe("LHR");
    expect(near).toHaveLength(3);
  });

  test("the newest rate of a currency", async () => {
    expect(await catalogue.findExchangeRate("eur")).toMatchObject({ currency: "EUR", perEuro: 1 });
    expect(await catalogue.findExchangeRate("JPY")).toMatchObject({ perEuro: expect.closeTo(180, -2) });
    expect(await catalogue.findExchangeRate("XXX")).toBeNull();
  });
});

describe("how much is read", () => {
  const readSchema = z.object({ rows: z.coerce.number() });
  const rowsRead = sql`
    select coalesce(sum(seq_tup_read + idx_tup_fetch), 0) as rows from pg_stat_xact_user_tables
    where schemaname = current_schema() and relname in ('cities', 'city_names', 'airports')`;

  /** Of tens of thousands of names; a plan that forgets its index reads all of them. */
  test.each([
    ["a name", { text: "Lisbon" }],
    ["a slip", { text: "Lisbonn" }],
    ["two words", { text: "Porot Seguro" }],
    ["what may be an airport", { text: "lUm" }],
    ["a name and its country", { text: "Jhansi, India" }],
    ["a country", { text: "Portugal" }],
    ["a slip among the few that have places", { text: "Lisbonn", coveredOnly: true }],
    ["a slip near a point", { text: "Lisbonn", near: { lat: 38.7, lon: -9.1 }, radiusMeters: 50_000 }],
  ])("%s reads a few hundred rows", async (_, query) => {
    const rows = await database.db.read({ kind: "service" }, async (tx) => {
      // What earlier transactions read may still be counted in.
      const before = await tx.one(readSchema, rowsRead);
      await searchCities(tx, { limit: 5, ...query });
      return (await tx.one(readSchema, rowsRead)).rows - before.rows;
    });
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(1_500);
  });
});
