/** A search answered lately is answered again from the table, until such prices no longer hold. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createFlightSearchCache, createStaySearchCache } from "../../../db/stores/search-caches.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "../../../trip/offer.ts";
import type { SearchCache } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { cityNamed } from "./trips-for-tests.ts";

const HOUR_MS = 3_600_000;
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
  nowMs = Date.parse("2026-11-22T10:00:00Z");
  const now = (): Date => new Date(nowMs);
  flights = createFlightSearchCache({ db: database.db, now });
  stays = createStaySearchCache({ db: database.db, now });
  await database.admin("truncate flight_search_cache, accommodation_search_cache");
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

function flightOffer(basis: "live" | "sandbox", expiresAt: string | null = null): FlightOffer {
  const fetchedAt = "2026-11-22T10:00:00Z";
  return {
    id: randomUUID(),
    provider: "p",
    offerId: "o",
    price: { amountMinor: 41_250, currency: "EUR", per: "party", basis, provider: "p", fetchedAt, expiresAt },
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

const hits = async (table: string): Promise<unknown[]> =>
  (await database.admin(`select hit_count from ${table}`)).map((row) => row.hit_count);

describe("flights", () => {
  test("what was not searched is not there", async () => {
    await flights.store(flightQuery, [flightOffer("sandbox")]);
    expect(await flights.find({ ...flightQuery, departureDate: "2027-05-10" })).toBeNull();
    expect(await flights.find({ ...flightQuery, passengers: 2 })).toBeNull();
    expect(await flights.find({ ...flightQuery, currency: "USD" })).toBeNull();
    expect(await hits("flight_search_cache")).toEqual([0]);
  });

  test("the answer comes back with its age, and is counted", async () => {
    const offers = [flightOffer("sandbox")];
    await flights.store(flightQuery, offers);
    nowMs += 60_000;
    expect(await flights.find(flightQuery)).toEqual({ offers, cachedAt: "2026-11-22T10:00:00.000Z" });
    await flights.find(flightQuery);
    expect(await hits("flight_search_cache")).toEqual([2]);
  });

  test("order, case and defaults do not matter", async () => {
    await flights.store(flightQuery, []);
    const { origin, ...rest } = flightQuery;
    expect(await flights.find({ ...rest, currency: "eur", destination: " lis", origin })).not.toBeNull();
    const sparse = { origin: "jfk", destination: "LIS", departureDate: "2027-05-09" } as FlightQuery;
    expect(await flights.find(sparse)).not.toBeNull();
  });

  test("after an hour it is gone, and searched anew it is fresh", async () => {
    await flights.store(flightQuery, []);
    nowMs += HOUR_MS - 1;
    expect(await flights.find(flightQuery)).not.toBeNull();
    nowMs += 1;
    expect(await flights.find(flightQuery)).toBeNull();
    await flights.store(flightQuery, [flightOffer("sandbox")]);
    expect((await flights.find(flightQuery))?.offers).toHaveLength(1);
    expect(await hits("flight_search_cache")).toEqual([2]);
  });

  test("a price that was live is cached now; a sandbox's stays a sandbox's", async () => {
    await flights.store(flightQuery, [flightOffer("live"), flightOffer("sandbox")]);
    const found = await flights.find(flightQuery);
    expect(found?.offers.map(({ price }) => price.basis)).toEqual(["cached", "sandbox"]);
  });

  test("an offer that ran out early is left out; if all did, the search is due again", async () => {
    const soon = flightOffer("live", "2026-11-22T10:20:00Z");
    await flights.store(flightQuery, [soon, flightOffer("sandbox")]);
    nowMs += HOUR_MS / 2;
    expect((await flights.find(flightQuery))?.offers).toHaveLength(1);
    await flights.store(flightQuery, [soon]);
    expect(await flights.find(flightQuery)).toBeNull();
  });
});

test("stays keep for two hours", async () => {
  const price = { ...flightOffer("sandbox").price, per: "stay" as const };
  const { cityId, checkInDate, checkOutDate } = stayQuery;
  const room = { id: randomUUID(), provider: "p", offerId: "o", price, cityId, propertyName: "Casa" };
  const offers: StayOffer[] = [{ ...room, checkInDate, checkOutDate, link: null, status: "suggested" }];
  await stays.store(stayQuery, offers);
  nowMs += 2 * HOUR_MS - 1;
  expect(await stays.find({ ...stayQuery, cityId: cityId.toUpperCase() })).toMatchObject({ offers });
  expect(await stays.find({ ...stayQuery, rooms: 2 })).toBeNull();
  nowMs += 1;
  expect(await stays.find(stayQuery)).toBeNull();
  expect(await hits("accommodation_search_cache")).toEqual([1]);
});
