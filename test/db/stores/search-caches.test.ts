/** A search answered lately is answered again from the table, vendor by vendor, until such prices no longer hold. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createFlightSearchCache, createStaySearchCache } from "../../../db/stores/search-caches.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "../../../trip/offer.ts";
import type { KeptAnswer, SearchCache } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { cityNamed } from "./trips-for-tests.ts";

const HOUR_MS = 3_600_000;
const START = Date.parse("2026-11-22T10:00:00Z");
let database: TestDatabase;
let nowMs: number;
let flights: SearchCache<FlightQuery, FlightOffer>;
let stays: SearchCache<StayQuery, StayOffer>;
let stayQuery: StayQuery;
beforeAll(async () => {
  database = await openTestDatabase();
  const city = await cityNamed(database, "Lisbon");
  const dates = { checkInDate: "2027-05-10", checkOutDate: "2027-05-12" };
  stayQuery = { cityId: city.id, ...dates, guests: 2, rooms: 1, currency: "EUR" };
});
afterAll(() => database?.close());
beforeEach(async () => {
  nowMs = START;
  const now = (): Date => new Date(nowMs);
  flights = createFlightSearchCache({ db: database.db, now });
  stays = createStaySearchCache({ db: database.db, now });
  await database.admin("truncate flight_search_cache, accommodation_search_cache, search_claims");
});

const flightQuery: FlightQuery = {
  origin: "JFK",
  destination: "LIS",
  departureDate: "2027-05-09",
  returnDate: null,
  passengers: 1,
  cabinClass: "economy",
  currency: "EUR",
};

function flightOffer(basis: "live" | "sandbox", expiresAt: string | null = null, provider = "p"): FlightOffer {
  const fetchedAt = "2026-11-22T10:00:00Z";
  return {
    id: randomUUID(),
    provider,
    offerId: "o",
    price: { amountMinor: 41_250, currency: "EUR", per: "party", basis, provider, fetchedAt, expiresAt },
    departureAirport: "JFK",
    arrivalAirport: "LIS",
    departureAt: "2027-05-09T20:00:00-04:00",
    arrivalAt: "2027-05-10T08:00:00+01:00",
    durationMinutes: 420,
    airlineCode: "TP",
    flightNumber: "TP204",
    link: "https://example.org/o",
    status: "suggested",
  };
}

const DAY_SECONDS = 86_400;
const keep = (offers: FlightOffer[], priceSeconds = DAY_SECONDS, query = flightQuery): Promise<void> =>
  flights.store(query, { provider: "p", offers, priceSeconds });
const find = async (change: Partial<FlightQuery> = {}): Promise<KeptAnswer<FlightOffer> | undefined> =>
  (await flights.find({ ...flightQuery, ...change }, ["p"])).get("p");
const findStale = async (): Promise<KeptAnswer<FlightOffer> | undefined> =>
  (await flights.findStale(flightQuery, ["p"])).get("p");
const hits = async (table: string): Promise<unknown[]> =>
  (await database.admin(`select hit_count from ${table} order by provider`)).map((row) => row.hit_count);

describe("an answer", () => {
  test("to what was not searched is not there", async () => {
    await keep([flightOffer("sandbox")]);
    for (const change of [{ departureDate: "2027-05-10" }, { passengers: 2 }, { currency: "USD" }] as const) {
      expect(await find(change)).toBeUndefined();
    }
    expect(await hits("flight_search_cache")).toEqual([0]);
  });

  test("comes back with its age, and is counted", async () => {
    const offers = [flightOffer("sandbox")];
    await keep(offers);
    nowMs += 60_000;
    expect(await find()).toEqual({ offers, cachedAt: "2026-11-22T10:00:00.000Z" });
    await find();
    expect(await hits("flight_search_cache")).toEqual([2]);
  });

  test("is each vendor's own; one statement finds those of all", async () => {
    await keep([flightOffer("sandbox")]);
    await flights.store(flightQuery, {
      ...{ provider: "q", priceSeconds: DAY_SECONDS },
      offers: [flightOffer("sandbox", null, "q")],
    });
    const found = await flights.find(flightQuery, ["q", "nobody", "p"]);
    expect([...found.keys()].toSorted()).toEqual(["p", "q"]);
    expect(found.get("q")?.offers[0]?.provider).toBe("q");
    await find();
    expect(await hits("flight_search_cache")).toEqual([2, 1]);
  });

  test("is found whatever the order, case and defaults", async () => {
    await keep([flightOffer("sandbox")]);
    const { origin, ...rest } = flightQuery;
    expect(await flights.find({ ...rest, currency: "eur", destination: " lis", origin }, ["p"])).toHaveLength(1);
    const sparse = { origin: "jfk", destination: "LIS", departureDate: "2027-05-09" } as FlightQuery;
    expect(await flights.find(sparse, ["p"])).toHaveLength(1);
  });

  test("that was live is cached now; a sandbox's stays a sandbox's", async () => {
    await keep([flightOffer("live"), flightOffer("sandbox")]);
    expect((await find())?.offers.map(({ price }) => price.basis)).toEqual(["cached", "sandbox"]);
  });
});

describe("its time", () => {
  test("is an hour, and searched anew it is fresh", async () => {
    await keep([flightOffer("sandbox")]);
    nowMs += HOUR_MS - 1;
    expect(await find()).toBeDefined();
    nowMs += 1;
    expect(await find()).toBeUndefined();
    await keep([flightOffer("sandbox"), flightOffer("sandbox")]);
    expect((await find())?.offers).toHaveLength(2);
    expect(await hits("flight_search_cache")).toEqual([2]);
  });

  test("is ten minutes where there was nothing", async () => {
    await keep([]);
    nowMs += HOUR_MS / 6 - 1;
    expect(await find()).toMatchObject({ offers: [] });
    nowMs += 1;
    expect(await find()).toBeUndefined();
    expect(await findStale()).toBeUndefined();
  });

  test("is what the vendor's terms allow, and nothing at all where they allow none", async () => {
    await keep([flightOffer("sandbox")], 600);
    nowMs += 600_000 - 1;
    expect(await find()).toBeDefined();
    nowMs += 1;
    expect([await find(), await findStale()]).toEqual([undefined, undefined]);
    await database.admin("truncate flight_search_cache");
    await keep([flightOffer("sandbox")], 0);
    expect(await database.admin("select 1 from flight_search_cache")).toEqual([]);
  });

  test("ends for an offer that ran out early; if all did, the search is due again", async () => {
    const soon = flightOffer("live", "2026-11-22T10:20:00Z");
    await keep([soon, flightOffer("sandbox")]);
    nowMs += HOUR_MS / 2;
    expect((await find())?.offers).toHaveLength(1);
    nowMs = START;
    await keep([soon]);
    nowMs += HOUR_MS / 2;
    expect(await find()).toBeUndefined();
  });

  test("is two hours for stays", async () => {
    const price = { ...flightOffer("sandbox").price, per: "stay" as const };
    const { cityId, checkInDate, checkOutDate } = stayQuery;
    const room = { id: randomUUID(), provider: "p", offerId: "o", price, cityId, propertyName: "Casa" };
    const offers: StayOffer[] = [{ ...room, checkInDate, checkOutDate, link: null, status: "suggested" }];
    await stays.store(stayQuery, { provider: "p", offers, priceSeconds: DAY_SECONDS });
    nowMs += 2 * HOUR_MS - 1;
    const found = await stays.find({ ...stayQuery, cityId: cityId.toUpperCase() }, ["p"]);
    expect(found.get("p")).toMatchObject({ offers });
    expect(await stays.find({ ...stayQuery, rooms: 2 }, ["p"])).toHaveLength(0);
    nowMs += 1;
    expect(await stays.find(stayQuery, ["p"])).toHaveLength(0);
    expect(await hits("accommodation_search_cache")).toEqual([1]);
  });
});

describe("an old answer", () => {
  test("may stand in for a day, with a price that has expired", async () => {
    await keep([flightOffer("live"), flightOffer("sandbox", "2026-11-22T10:20:00.000Z")]);
    nowMs += 24 * HOUR_MS - 1;
    const stale = await findStale();
    expect(stale?.cachedAt).toBe("2026-11-22T10:00:00.000Z");
    expect(stale?.offers.map(({ price: { basis, expiresAt } }) => [basis, expiresAt])).toEqual([
      ["cached", "2026-11-22T11:00:00.000Z"],
      ["sandbox", "2026-11-22T10:20:00.000Z"],
    ]);
    nowMs += 1;
    expect(await findStale()).toBeUndefined();
  });

  test("ends with the vendor's terms", async () => {
    await keep([flightOffer("live")], 5_400);
    nowMs += 5_400_000 - 1;
    expect([await find(), await findStale()]).toEqual([undefined, expect.anything()]);
    nowMs += 1;
    expect(await findStale()).toBeUndefined();
  });
});

const POISON: Record<string, string> = {
  "is no list": "results = '{\"offers\": []}'",
  "is of another shape": `results = jsonb_set(results, '{0,price,amountMinor}', '"free"')`,
  "leads elsewhere": `results = jsonb_set(results, '{0,arrivalAirport}', '"OPO"')`,
  "leaves on another day": `results = jsonb_set(results, '{0,departureAt}', '"2027-05-10T20:00:00-04:00"')`,
  "is in another currency": `results = jsonb_set(results, '{0,price,currency}', '"USD"')`,
  "has a way back that nobody asked for": `results = jsonb_set(results, '{0,returning}', (results -> 0) - 'price')`,
  "names another vendor for its price": `results = jsonb_set(results, '{0,price,provider}', '"q"')`,
  "names another vendor": `results = jsonb_set(results, '{0,provider}', '"q"')`,
  "is another vendor's row": "provider = 'q'",
  "is for another party": "passengers = 2",
  "is for another class": "cabin_class = 'first'",
  "is another route's row": "origin_airport = 'EWR'",
  "is another day's row": "departure_date = '2027-05-08'",
  "has a way back in its row": "return_date = '2027-05-20'",
  "is another currency's row": "currency = 'USD'",
};

describe("a row", () => {
  test.each(Object.entries(POISON))("that %s is a miss, fresh or old, and is replaced", async (_, poison) => {
    await keep([flightOffer("sandbox")]);
    expect([await find(), await findStale()]).toEqual([expect.anything(), expect.anything()]);
    await database.admin(`update flight_search_cache set ${poison}`);
    expect([await find(), await findStale()]).toEqual([undefined, undefined]);
    await keep([flightOffer("sandbox")]);
    expect(await find()).toBeDefined();
    expect(await database.admin("select 1 from flight_search_cache")).toHaveLength(1);
  });

  test("of a stay in another city, or on other nights, is a miss", async () => {
    const { cityId, checkInDate, checkOutDate } = stayQuery;
    const price = { ...flightOffer("sandbox").price, per: "stay" as const };
    const room = { id: randomUUID(), provider: "p", offerId: "o", price, propertyName: "Casa", link: null };
    const offer: StayOffer = { ...room, cityId, checkInDate, checkOutDate, status: "suggested" };
    for (const change of [{ cityId: randomUUID() }, { checkOutDate: "2027-05-13" }, { checkInDate: "2027-05-11" }]) {
      await stays.store(stayQuery, { provider: "p", offers: [{ ...offer, ...change }], priceSeconds: DAY_SECONDS });
      expect(await stays.find(stayQuery, ["p"])).toHaveLength(0);
    }
  });

  test("is not made of what the database cannot hold", async () => {
    for (const flightNumber of ["a\u0000b", "\ud800"]) {
      await keep([{ ...flightOffer("sandbox"), flightNumber }]);
      expect(await find()).toBeUndefined();
    }
  });
});

describe("the searches that an offer answered", () => {
  const sold = { provider: "p", offerId: "o" };
  const keep = (query: FlightQuery, offers: FlightOffer[]): Promise<void> =>
    flights.store(query, { provider: "p", offers, priceSeconds: 3_600 });
  const business: FlightQuery = { ...flightQuery, cabinClass: "business", passengers: 2 };

  test("are found by its vendor's id among those of the route, whatever cabin and party they were for", async () => {
    await keep(business, [flightOffer("live")]);
    await keep(flightQuery, [{ ...flightOffer("live"), offerId: "another" }]);
    expect(await flights.findQueries(flightQuery, sold)).toEqual([business]);
    expect(await flights.findQueries({ ...flightQuery, origin: "EWR" }, sold)).toEqual([]);
    expect(await flights.findQueries(flightQuery, { ...sold, provider: "q" })).toEqual([]);
  });

  test("are none once the answer or the offer has run out, or a row is not what was asked", async () => {
    await keep(business, [flightOffer("live"), { ...flightOffer("live", "2026-11-22T10:05:00Z"), offerId: "brief" }]);
    nowMs += 6 * 60_000;
    expect(await flights.findQueries(flightQuery, { ...sold, offerId: "brief" })).toEqual([]);
    expect(await flights.findQueries(flightQuery, sold)).toEqual([business]);
    await database.admin("update flight_search_cache set departure_date = '2027-05-10'");
    expect(await flights.findQueries(flightQuery, sold)).toEqual([]);
    await database.admin("update flight_search_cache set departure_date = '2027-05-09'");
    nowMs += HOUR_MS;
    expect(await flights.findQueries(flightQuery, sold)).toEqual([]);
  });

  test("of a stay are those of its city", async () => {
    const rooms = { ...stayQuery, guests: 4, rooms: 2 };
    const { id, price } = flightOffer("live");
    const stay: StayOffer = {
      ...{ id, provider: "p", offerId: "o", price, cityId: stayQuery.cityId, propertyName: "Casa" },
      ...{ checkInDate: stayQuery.checkInDate, checkOutDate: stayQuery.checkOutDate, link: null, status: "suggested" },
    };
    await stays.store(rooms, { provider: "p", offers: [stay], priceSeconds: 3_600 });
    expect(await stays.findQueries(stayQuery, sold)).toEqual([rooms]);
    expect(await stays.findQueries({ ...stayQuery, cityId: randomUUID() }, sold)).toEqual([]);
  });
});
