/** Trips as they are written down, and everything that is refused before a row is written. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTrip } from "../../tools/create-trip.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { addDays, daysBetween } from "../../trip/calendar.ts";
import { newTrip, openToolWorld, TODAY, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
let lisbon: string;
let porto: string;
let kyoto: string;
beforeAll(async () => {
  world = await openToolWorld();
  [lisbon, porto, kyoto] = await Promise.all([world.cityId("Lisbon"), world.cityId("Porto"), world.cityId("Kyoto")]);
});
afterAll(() => world.close());

const create = (args: Record<string, unknown>): Promise<ToolResult> =>
  createTrip.call({ cityIds: [lisbon], startDate: "2027-05-10", endDate: "2027-05-13", ...args }, world.context);

test("what was asked for is stored, and reads back as it was answered", async () => {
  const mustSee = [await world.placeId("Jerónimos Monastery"), await world.placeId("Livraria Lello")];
  const args = {
    ...{ title: "  Two cities, one river each ", cityIds: [lisbon, porto], nights: [2, 1] },
    ...{ travelers: 4, childAges: [6, 9], originAirport: "vie", budgetAmount: 1_234.5, budgetCurrency: "usd" },
    ...{ interests: ["viewpoints", "food_drink", "art"], pace: "relaxed", style: "luxury", mustSee },
    ...{ diets: ["vegan", "nut_free"], accessibility: ["wheelchair", "stroller_friendly"] },
    ...{ avoidCrowds: true, preferOffbeat: true, assumptions: ["You said “spring”: I chose May."] },
  };
  const trip = await newTrip(world, { ...args, startDate: "2027-05-10", endDate: "2027-05-13" });
  expect(trip).toMatchObject({
    ...{ title: "Two cities, one river each", travelers: 4, childAges: [6, 9] },
    origin: { name: "Vienna", iataCode: "VIE" },
    budget: { amountMinor: 123_450, currency: "USD" },
    destinations: [
      { name: "Lisbon", countryCode: "PT", arrivalDate: "2027-05-10", departureDate: "2027-05-12" },
      { name: "Porto", countryCode: "PT", arrivalDate: "2027-05-12", departureDate: "2027-05-13" },
    ],
    wishes: {
      interests: [
        { category: "viewpoints", priority: 9 },
        { category: "food_drink", priority: 8 },
        { category: "art", priority: 7 },
      ],
      ...{ pace: "relaxed", style: "luxury", diets: ["vegan", "nut_free"], avoidCrowds: true, preferOffbeat: true },
      ...{ accessibility: ["wheelchair", "stroller_friendly"], mustSee },
    },
    assumptions: ["You said “spring”: I chose May."],
  });
  expect(await world.context.trips.getTrip(trip.id)).toEqual(trip);
});

describe("what is not said", () => {
  test("is filled in quietly", async () => {
    const trip = await newTrip(world);
    expect(trip).toMatchObject({
      ...{ title: "3 days in Lisbon", travelers: 1, childAges: [], origin: null, budget: null, assumptions: [] },
      destinations: [{ cityId: lisbon, arrivalDate: "2027-05-10", departureDate: "2027-05-12" }],
      wishes: { ...{ interests: [], pace: "moderate", style: "mid_range", diets: [], accessibility: [], mustSee: [] } },
    });
  });

  test.each([
    [{ startDate: "2027-05-10", endDate: "2027-05-10" }, "1 day in Lisbon"],
    [{ endDate: "2027-05-14" }, "5 days in Lisbon"],
  ])("the title: %o", async (args, title) => {
    expect(await newTrip(world, args)).toMatchObject({ title });
  });

  const nightsIn = ({ destinations }: Awaited<ReturnType<typeof newTrip>>): (string | number)[][] =>
    destinations.map(({ name, arrivalDate, departureDate }) => [name, daysBetween(arrivalDate, departureDate)]);

  test("nights are shared out by what there is to see, a city returned to included", async () => {
    const trip = await newTrip(world, { cityIds: [lisbon, porto, lisbon], endDate: "2027-05-15" });
    expect(trip.destinations.map(({ name, arrivalDate, departureDate }) => [name, arrivalDate, departureDate])).toEqual(
      [
        ["Lisbon", "2027-05-10", "2027-05-12"],
        ["Porto", "2027-05-12", "2027-05-14"],
        ["Lisbon", "2027-05-14", "2027-05-15"],
      ],
    );
    expect(trip.title).toBe("6 days in Lisbon, Porto and Lisbon");
    expect(trip.assumptions[0]).toMatch(
      /^I shared the nights out by what there is to see for you: 2 nights in Lisbon, 2 in Porto and 1 in Lisbon\./,
    );
  });

  test("nights said for one city are kept, the others get the rest", async () => {
    const args = { cityIds: [lisbon, porto], endDate: "2027-05-16" };
    expect(nightsIn(await newTrip(world, { ...args, minNights: [0, 5] }))).toEqual([
      ["Lisbon", 1],
      ["Porto", 5],
    ]);
    expect(nightsIn(await newTrip(world, { ...args, maxNights: [2, 30] }))).toEqual([
      ["Lisbon", 2],
      ["Porto", 4],
    ]);
    const fixed = await newTrip(world, { ...args, minNights: [2, 4], maxNights: [2, 4] });
    expect(fixed.assumptions).toEqual([]);
  });

  test("an order left open is chosen, and the title goes with it", async () => {
    const args = { cityIds: [lisbon, kyoto, porto], endDate: "2027-05-19" };
    expect(nightsIn(await newTrip(world, args)).map(([name]) => name)).toEqual(["Lisbon", "Kyoto", "Porto"]);
    const open = await newTrip(world, { ...args, orderIsOpen: true, firstCityId: porto });
    expect(nightsIn(open).map(([name]) => name)).toEqual(["Porto", "Lisbon", "Kyoto"]);
    expect(open.title).toBe("10 days in Porto, Lisbon and Kyoto");
    expect(open.assumptions[0]).toMatch(/^You left the order open: I took Porto, Lisbon, Kyoto; Porto first saves /);
    const ended = await newTrip(world, { ...args, lastCityId: lisbon });
    expect(nightsIn(ended).map(([name]) => name)).toEqual(["Kyoto", "Porto", "Lisbon"]);
  });

  test("a city for which there may be no time is left out aloud", async () => {
    const trip = await newTrip(world, { cityIds: [lisbon, kyoto], optionalCityIds: [kyoto] });
    expect(nightsIn(trip)).toEqual([["Lisbon", 2]]);
    expect(trip.assumptions).toEqual(["Kyoto is left out: its nights and the way there are worth more elsewhere."]);
  });

  test("a budget without a currency is in the local one", async () => {
    const yen = await newTrip(world, { cityIds: [kyoto], budgetAmount: 120_000 });
    expect(yen.budget).toEqual({ amountMinor: 120_000, currency: "JPY" });
    expect((await newTrip(world, { budgetAmount: 900 })).budget).toEqual({ amountMinor: 90_000, currency: "EUR" });
  });

  test("the style follows from the budget, unless it is given", async () => {
    const styleWith = async (args: Record<string, unknown>): Promise<string> =>
      (await newTrip(world, args)).wishes.style;
    expect(await styleWith({ budgetAmount: 150 })).toBe("budget");
    expect(await styleWith({ budgetAmount: 5_000 })).toBe("mid_range");
    expect(await styleWith({ budgetAmount: 150, style: "luxury" })).toBe("luxury");
    expect(await styleWith({ budgetAmount: 150, travelers: 1, cityIds: [kyoto] })).toBe("budget");
  });

  test("children are counted among the travellers, and never travel alone", async () => {
    expect(await create({ travelers: 3, childAges: [6] })).toMatchObject({ notices: [], trip: { travelers: 3 } });
    const alone = await create({ travelers: 2, childAges: [0, 17] });
    expect(alone).toMatchObject({ status: "ok", trip: { travelers: 3, childAges: [0, 17] } });
    expect(alone.notices).toEqual([expect.stringContaining("3 travellers")]);
  });

  test("an interest named twice counts once, with its first weight", async () => {
    const { wishes } = await newTrip(world, { interests: ["art", "markets", "art"] });
    expect(wishes.interests).toEqual([
      { category: "art", priority: 9 },
      { category: "markets", priority: 8 },
    ]);
  });
});

describe("dates", () => {
  test("from today on, thirty days at most", async () => {
    const long = await newTrip(world, { startDate: TODAY, endDate: addDays(TODAY, 29) });
    expect(long).toMatchObject({ startDate: "2026-11-22", endDate: "2026-12-21" });
  });

  test.each([
    [
      "yesterday",
      { startDate: "2026-11-21", endDate: "2026-11-24" },
      "date_in_past",
      "The trip would start on 2026-11-21, and today is 2026-11-22. Choose a date from today on.",
    ],
    [
      "backwards",
      { startDate: "2027-05-10", endDate: "2027-05-09" },
      "dates_reversed",
      "The trip ends (2027-05-09) before it starts (2027-05-10). Swap or correct the dates.",
    ],
    [
      "too far ahead",
      { startDate: "2029-11-22", endDate: "2029-11-23" },
      "invalid_input",
      "A trip can start until 2029-11-21, three years from today, and this one would on 2029-11-22. Nobody knows what will be open then.",
    ],
    [
      "a day too long",
      { startDate: "2027-05-01", endDate: "2027-05-31" },
      "trip_too_long",
      "A plan covers at most 30 days, and this trip has 31. Plan it in parts.",
    ],
  ])("%s", async (_, args, code, message) => {
    expect(await create(args)).toMatchObject({ status: "error", error: { code, message } });
  });
});

describe("cities", () => {
  test("one that the catalogue knows by name only: the nearest with places, and how to bring one's own", async () => {
    const [covered] = await world.database.admin("select country_id from cities where name = 'Lisbon'");
    const cityId = randomUUID();
    await world.database.admin(
      `insert into cities (id, country_id, name, location, city_type, timezone)
       values ($1, $2, 'Sintra', 'POINT(-9.39 38.80)', 'town', 'Europe/Lisbon')`,
      [cityId, covered?.country_id],
    );
    const result = await create({ cityIds: [lisbon, cityId] });
    expect(result).toMatchObject({
      status: "error",
      error: {
        code: "city_not_covered",
        details: {
          city: "Sintra",
          nearest: [{ cityId: lisbon, name: "Lisbon" }, { cityId: porto, name: "Porto" }, { name: expect.any(String) }],
          importCommand: "npm run import -- city FILE",
        },
      },
    });
    expect(result.error?.message).toMatch(
      /^Sintra, Portugal is on the map.*Lisbon \(\d\d km\), Porto \(\d{3} km\).*npm run import -- city FILE$/,
    );
  });

  test("one that nobody knows", async () => {
    const cityId = randomUUID();
    expect(await create({ cityIds: [cityId] })).toMatchObject({
      status: "error",
      error: { code: "city_not_found", details: { cityId } },
    });
  });

  test("more of them than days cannot be done", async () => {
    expect(await create({ cityIds: [lisbon, porto, kyoto], endDate: "2027-05-11" })).toMatchObject({
      status: "infeasible",
      error: {
        code: "nothing_fits",
        message: "3 cities do not fit into 2 days. Add days or drop a city.",
        details: { cities: 3, days: 2 },
      },
    });
  });

  test.each([
    ["too few", [1, 1]],
    ["too many", [3, 1]],
    ["for one city of two", [3]],
    ["for three cities of two", [1, 1, 1]],
  ])("nights that do not add up: %s", async (_, nights) => {
    expect(await create({ cityIds: [lisbon, porto], nights })).toMatchObject({
      status: "error",
      error: {
        code: "invalid_input",
        message: `Expected 2 counts of nights that add up to 3, got ${nights.join(" + ")}.`,
      },
    });
  });
});

describe("stays that cannot be", () => {
  test.each([
    [{ minNights: [3] }, "error", "Expected 2 entries in minNights, one for each of cityIds, got 1."],
    [{ maxNights: [1, 1, 1] }, "error", "Expected 2 entries in maxNights, one for each of cityIds, got 3."],
    [
      { minNights: [3, 2] },
      "infeasible",
      "The nights asked for add up to 5, and the trip has 3. Make it longer, or ask for fewer.",
    ],
    [
      { maxNights: [1, 1] },
      "infeasible",
      "The cities take two nights at most, and the trip has 3. Make it shorter, or allow more nights in one of them.",
    ],
  ])("%o", async (args, status, message) => {
    expect(await create({ cityIds: [lisbon, porto], ...args })).toMatchObject({ status, error: { message } });
  });

  test.each(["firstCityId", "lastCityId"])("%s that is none of the cities", async (name) => {
    const result = await create({ cityIds: [lisbon, porto], [name]: kyoto });
    expect(result.error?.message).toBe(`Expected ${name} to be one of cityIds, got "${kyoto}".`);
  });
});

describe("wishes that cannot be met", () => {
  test("an airport nobody knows", async () => {
    expect(await create({ originAirport: "qqq" })).toMatchObject({
      status: "error",
      error: { code: "invalid_input", message: expect.stringContaining('got "QQQ"') },
    });
  });

  test("a place nobody knows", async () => {
    const placeId = randomUUID();
    expect(await create({ mustSee: [await world.placeId("Jerónimos Monastery"), placeId] })).toMatchObject({
      status: "error",
      error: { code: "place_not_found", details: { placeId } },
    });
  });

  test("a place in another city", async () => {
    const result = await create({ mustSee: [await world.placeId("Uffizi Gallery")] });
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
    expect(result.error?.message).toMatch(/^Uffizi Gallery is in none of the cities/);
  });

  test("a budget in a currency that has no rate could not be judged", async () => {
    expect(await create({ budgetAmount: 900, budgetCurrency: "XTS" })).toMatchObject({
      status: "error",
      error: { code: "invalid_input", details: { budgetCurrency: "XTS" } },
    });
  });
});

test.each([
  ["no city", { cityIds: [] }, "cityIds"],
  ["a number for a city", { cityIds: [7] }, "cityIds.0"],
  ["a day that does not exist", { startDate: "2027-02-30" }, "startDate"],
  ["a date in words", { startDate: "next Monday" }, "startDate"],
  ["nobody", { travelers: 0 }, "travelers"],
  ["a crowd", { travelers: 21 }, "travelers"],
  ["half a traveller", { travelers: 1.5 }, "travelers"],
  ["a grown-up child", { childAges: [18] }, "childAges.0"],
  ["nothing to spend", { budgetAmount: 0 }, "budgetAmount"],
  ["a currency that cannot be one", { budgetAmount: 1, budgetCurrency: "E1R" }, "budgetCurrency"],
  ["an interest that does not exist", { interests: ["casinos"] }, "interests.0"],
  ["an empty title", { title: "  " }, "title"],
  ["a character that no title has", { title: "Lis\u0000bon" }, "NUL"],
  ["somebody else to act for", { userId: randomUUID() }, "userId"],
])("refused: %s", async (_, args, named) => {
  const result = await create(args);
  expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  expect(result.error?.message).toContain(named);
});

test("nothing of what is refused is written", async () => {
  const before = await world.countRows();
  for (const args of [
    { startDate: "2026-01-01" },
    { cityIds: [randomUUID()] },
    { originAirport: "QQQ" },
    { mustSee: [randomUUID()] },
    { cityIds: [lisbon, porto], nights: [1, 1] },
  ]) {
    expect((await create(args)).status).toBe("error");
  }
  expect(await world.countRows()).toEqual(before);
});

test("what fails while it is being written leaves nothing behind", async () => {
  const before = await world.countRows();
  const { database, context } = world;
  await database.admin(
    "alter table trip_preferences add constraint never_this_crowd check (not avoid_crowds) not valid",
  );
  const result = await create({ avoidCrowds: true, interests: ["art"] });
  expect(result).toMatchObject({ status: "error", error: { code: "internal" } });
  await database.admin("alter table trip_preferences drop constraint never_this_crowd");
  expect(await world.countRows()).toEqual(before);
  expect((await context.trips.listTrips(100)).length).toBe(before.trips);
});

test("words that look like SQL or markup are words", async () => {
  const title = `Robert'); drop table trips; -- <script>alert("1")</script> $1 %s`;
  expect(await newTrip(world, { title })).toMatchObject({ title });
});

describe("planned at once", () => {
  test("answers with the trip and what plan_itinerary would say of it", async () => {
    const result = await create({ planNow: true });
    expect(result).toMatchObject({
      status: "ok",
      notices: [],
      trip: { startDate: "2027-05-10" },
      itinerary: { version: 1, isSelected: true },
      verdict: { ok: true },
    });
  });

  test("is stored and says why where it cannot be planned", async () => {
    const result = await create({ planNow: true, budgetAmount: 1, budgetCurrency: "EUR" });
    expect(result).toMatchObject({
      status: "ok",
      notices: [expect.stringMatching(/^Not planned yet: No plan can be made/)],
    });
    expect(result).toHaveProperty("trip.id");
    expect(result).not.toHaveProperty("itinerary");
  });

  test.each(["a fault of ours", "a stop"])("leaves nothing behind after %s", async (what) => {
    const before = await world.countRows();
    const stop = new AbortController();
    const report = (): never => {
      if (what === "a stop") stop.abort(new Error(what));
      throw new Error(what);
    };
    const args = { cityIds: [lisbon], startDate: "2027-05-10", endDate: "2027-05-13", planNow: true };
    await expect(createTrip.call(args, { ...world.context, signal: stop.signal, report })).rejects.toThrow(what);
    expect(await world.countRows()).toEqual(before);
  });
});
