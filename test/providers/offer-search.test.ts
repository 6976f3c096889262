/** Offers of real vendors: asked once, sorted, cached for as long as they hold, shared by everybody, and never missed badly. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { searchFlights, searchHotels } from "../../tools/search-offers.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { flightOfferSchema, stayOfferSchema } from "../../trip/offer.ts";
import { type ContextOptions, contextOver, NOW, openToolWorld, read, type ToolWorld } from "../tools/tool-context.ts";
import { euros, flightOffer, stayOffer, TestAirline, TestHotels } from "./vendors.ts";

const flightsSchema = z.object({ flights: z.array(flightOfferSchema), cachedAt: z.string().nullable() });
const staysSchema = z.object({ stays: z.array(stayOfferSchema), cachedAt: z.string().nullable() });

const toLisbon = { origin: "VIE", destination: "LIS", departureDate: "2027-05-10", passengers: 2 };

let world: ToolWorld;
let lisbon: string;
beforeAll(async () => {
  world = await openToolWorld();
  lisbon = await world.cityId("Lisbon");
});
afterAll(() => world.close());
const forget = (): Promise<unknown> =>
  world.database.admin("truncate flight_search_cache, accommodation_search_cache, search_claims");
beforeEach(forget);

/** A clock that a test sets; everybody who is given it sees the same time. */
class MovingClock {
  minutes = 0;
  readonly now = (): Date => new Date(NOW.getTime() + this.minutes * 60_000);
}

const fly = (options: ContextOptions, args: Record<string, unknown> = {}): Promise<ToolResult> =>
  searchFlights.call({ ...toLisbon, ...args }, contextOver(world.database, options));
const sleep = (options: ContextOptions, args: Record<string, unknown> = {}): Promise<ToolResult> =>
  searchHotels.call(
    { cityId: lisbon, checkInDate: "2027-05-10", checkOutDate: "2027-05-13", ...args },
    contextOver(world.database, options),
  );

const namesOf = (result: ToolResult): string[] => read(result, flightsSchema).flights.map(({ offerId }) => offerId);

const unavailable = (): never => {
  throw new TripwrightError("provider_unavailable", "Expected an answer, got none.");
};

describe("an answer", () => {
  test("offers of all vendors, the cheapest for the party first, and no estimate", async () => {
    const one = new TestAirline(() => [flightOffer("dear", euros(300)), flightOffer("cheap", euros(180))]);
    const other = new TestAirline(() => [flightOffer("middle", euros(210, { provider: "Otherair" }))], "Otherair");
    const result = await fly({ flights: [one, other] });
    expect(result).toMatchObject({ status: "ok", notices: [], estimate: null, cachedAt: null });
    expect(namesOf(result)).toEqual(["cheap", "middle", "dear"]);
    expect(one.asked).toEqual([{ ...toLisbon, returnDate: null, cabinClass: "economy", currency: "EUR" }]);
    expect(other.asked).toEqual(one.asked);
  });

  test("prices a person are compared as what the party pays", async () => {
    const airline = new TestAirline(() => [
      flightOffer("120 a person", euros(120, { per: "person" })),
      flightOffer("200 for both", euros(200)),
    ]);
    expect(namesOf(await fly({ flights: [airline] }))).toEqual(["200 for both", "120 a person"]);
  });

  test.each([
    ["in another currency", { price: euros(1, { currency: "USD" }) }],
    ["on another day", { departureAt: "2027-05-11T07:00:00+02:00" }],
    ["from elsewhere", { departureAirport: "BTS" }],
    ["to elsewhere", { arrivalAirport: "OPO" }],
    ["of nobody we know", { provider: "Phantom" }],
    ["with a price that is none", { price: euros(Number.NaN) }],
  ])("an offer %s is not shown, and a vendor with no other has answered another question", async (_, wrong) => {
    const poisoned = { ...flightOffer("poisoned", euros(1)), ...wrong };
    const airline = new TestAirline(() => [poisoned, flightOffer("right", euros(180))]);
    expect(namesOf(await fly({ flights: [airline] }))).toEqual(["right"]);
    const other = new TestAirline(() => [poisoned]);
    expect(await fly({ flights: [other] }, { passengers: 3 })).toMatchObject({ status: "estimate_only", flights: [] });
    expect(await world.database.admin("select failure ->> 'kind' as kind from search_claims")).toEqual([
      { kind: "schema" },
    ]);
  });

  test("beds priced a night and a stay are compared as stays", async () => {
    const hotels = new TestHotels(() => [
      stayOffer("90 a night", euros(90, { per: "night" }), lisbon),
      stayOffer("250 a stay", euros(250, { per: "stay" }), lisbon),
    ]);
    const { stays } = read(await sleep({ stays: [hotels] }), staysSchema);
    expect(stays.map(({ propertyName }) => propertyName)).toEqual(["250 a stay", "90 a night"]);
  });
});

describe("the cache", () => {
  const MAX_AGE = { flights: 60, stays: 120 };

  async function rowsOf(table: "flight_search_cache" | "accommodation_search_cache"): Promise<unknown[]> {
    return world.database.admin(
      `select hit_count, extract(epoch from expires_at - cached_at)::integer / 60 as minutes,
         jsonb_array_length(results) as offers from ${table}`,
    );
  }

  test("flights: asked once an hour, hits counted, then asked again", async () => {
    const clock = new MovingClock();
    const airline = new TestAirline(() => [flightOffer("a", euros(180))]);
    const options = { now: clock.now, flights: [airline] };
    const first = read(await fly(options), flightsSchema);
    expect(await rowsOf("flight_search_cache")).toEqual([{ hit_count: 0, minutes: MAX_AGE.flights, offers: 1 }]);

    clock.minutes = MAX_AGE.flights - 1;
    const again = read(await fly(options), flightsSchema);
    expect(again.cachedAt).toBe("2026-11-22T09:00:00.000Z");
    expect(again.flights).toEqual(first.flights.map((f) => ({ ...f, price: { ...f.price, basis: "cached" } })));
    await fly(options);
    expect(airline.asked).toHaveLength(1);
    expect(await rowsOf("flight_search_cache")).toEqual([{ hit_count: 2, minutes: MAX_AGE.flights, offers: 1 }]);

    clock.minutes = MAX_AGE.flights;
    airline.answer = () => [flightOffer("b", euros(175)), flightOffer("c", euros(190))];
    const fresh = await fly(options);
    expect(fresh).toMatchObject({ cachedAt: null });
    expect(namesOf(fresh)).toEqual(["b", "c"]);
    expect(airline.asked).toHaveLength(2);
    expect(await rowsOf("flight_search_cache")).toEqual([{ hit_count: 2, minutes: MAX_AGE.flights, offers: 2 }]);
  });

  test("stays: asked once in two hours", async () => {
    const clock = new MovingClock();
    const hotels = new TestHotels(() => [stayOffer("Casa", euros(90, { per: "night" }), lisbon)]);
    const options = { now: clock.now, stays: [hotels] };
    await sleep(options);
    clock.minutes = MAX_AGE.stays - 1;
    expect(read(await sleep(options), staysSchema).cachedAt).toBe("2026-11-22T09:00:00.000Z");
    expect(hotels.asked).toHaveLength(1);
    clock.minutes = MAX_AGE.stays;
    expect(read(await sleep(options), staysSchema).cachedAt).toBeNull();
    expect(hotels.asked).toHaveLength(2);
    expect(await rowsOf("accommodation_search_cache")).toEqual([{ hit_count: 1, minutes: MAX_AGE.stays, offers: 1 }]);
  });

  test("one question whatever its order, case and defaults", async () => {
    const airline = new TestAirline(() => [flightOffer("a", euros(180))]);
    const options = { flights: [airline] };
    await fly(options);
    const spelled = { currency: "eur", cabinClass: "economy", destination: "lis", origin: "vie", passengers: 2 };
    const reordered = { ...spelled, departureDate: "2027-05-10" };
    expect(await searchFlights.call(reordered, contextOver(world.database, options))).toMatchObject({ status: "ok" });
    expect(airline.asked).toHaveLength(1);

    const hotels = new TestHotels(() => [stayOffer("Casa", euros(90), lisbon)]);
    await sleep({ stays: [hotels] });
    await sleep({ stays: [hotels] }, { cityId: lisbon.toUpperCase(), rooms: 1, guests: 2, currency: "Eur" });
    expect(hotels.asked).toHaveLength(1);
  });

  test.each([
    { passengers: 1 },
    { returnDate: "2027-05-14" },
    { departureDate: "2027-05-11" },
    { cabinClass: "business" },
    { currency: "USD" },
    { origin: "LIS", destination: "VIE" },
  ])("another question is another answer: %o", async (change) => {
    const airline = new TestAirline(({ origin, destination, departureDate, currency }) => [
      {
        ...flightOffer("a", euros(180, { currency })),
        ...{ departureAirport: origin, arrivalAirport: destination, departureAt: `${departureDate}T07:00:00+02:00` },
      },
    ]);
    await fly({ flights: [airline] });
    await fly({ flights: [airline] }, change);
    expect(airline.asked).toHaveLength(2);
    expect(await rowsOf("flight_search_cache")).toHaveLength(2);
  });

  test("of those who ask at the same moment one is heard by all", async () => {
    const airlines = [1, 2, 3].map(() => new TestAirline(() => [flightOffer("a", euros(180))]));
    const together = await Promise.all(airlines.map((airline) => fly({ flights: [airline] })));
    expect(together.map(namesOf)).toEqual([["a"], ["a"], ["a"]]);
    expect(await rowsOf("flight_search_cache")).toHaveLength(1);
    expect(airlines.reduce((sum, { asked }) => sum + asked.length, 0)).toBe(1);
    expect(await world.database.admin("select 1 from search_claims")).toEqual([]);
  });

  test("offers that ran out early are not sold from it", async () => {
    const clock = new MovingClock();
    const airline = new TestAirline(() => [
      flightOffer("short-lived", euros(100, { expiresAt: "2026-11-22T09:20:00Z" })),
      flightOffer("lasting", euros(180)),
    ]);
    const options = { now: clock.now, flights: [airline] };
    expect(namesOf(await fly(options))).toEqual(["short-lived", "lasting"]);
    clock.minutes = 21;
    expect(namesOf(await fly(options))).toEqual(["lasting"]);
    expect(airline.asked).toHaveLength(1);

    airline.answer = () => [flightOffer("short-lived", euros(100, { expiresAt: "2026-11-22T10:10:00Z" }))];
    clock.minutes = 61;
    await fly(options);
    clock.minutes = 71;
    await fly(options);
    expect(airline.asked).toHaveLength(3);
  });

  test("a sandbox's price never turns into a cached real one", async () => {
    const airline = new TestAirline(() => [flightOffer("a", euros(180, { basis: "sandbox" }))]);
    await fly({ flights: [airline] });
    const { flights } = read(await fly({ flights: [airline] }), flightsSchema);
    expect(flights.map(({ price }) => price.basis)).toEqual(["sandbox"]);
  });
});

describe("a vendor in trouble", () => {
  test("is left out; the others answer", async () => {
    const broken = new TestAirline(unavailable, "Brokenair");
    const well = new TestAirline(() => [flightOffer("a", euros(180))]);
    const result = await fly({ flights: [broken, well] });
    expect(result.status).toBe("ok");
    expect(namesOf(result)).toEqual(["a"]);
  });

  test.each([
    ["throws", unavailable],
    ["rejects with anything", () => Promise.reject(new Error("socket hang up"))],
  ])("%s: an estimate that says so, not cached, and the vendor is asked again moments later", async (_, answer) => {
    const airline = new TestAirline(answer);
    const first = await fly({ flights: [airline] });
    expect(first).toMatchObject({ status: "estimate_only", flights: [], cachedAt: null });
    expect(first.notices).toEqual([expect.not.stringContaining("configured")]);
    airline.answer = () => [flightOffer("a", euros(180))];
    expect(await fly({ flights: [airline] })).toMatchObject({ status: "estimate_only" });
    expect(airline.asked).toHaveLength(1);
    await world.database.admin("update search_claims set claimed_until = now()");
    expect(namesOf(await fly({ flights: [airline] }))).toEqual(["a"]);

    expect(await sleep({ stays: [new TestHotels(() => Promise.reject(new Error("503")))] })).toMatchObject({
      ...{ status: "estimate_only", stays: [] },
      estimate: { currency: "EUR" },
    });
  });

  test("has nothing: that is an answer, for ten minutes", async () => {
    const clock = new MovingClock();
    const airline = new TestAirline(() => []);
    const options = { now: clock.now, flights: [airline] };
    expect(await fly(options)).toMatchObject({ status: "estimate_only", flights: [] });
    clock.minutes = 9;
    expect(await fly(options)).toMatchObject({ status: "estimate_only", cachedAt: null });
    expect(airline.asked).toHaveLength(1);
    clock.minutes = 10;
    await fly(options);
    expect(airline.asked).toHaveLength(2);
  });

  test("a search that was called off answers nothing and stores nothing", async () => {
    const controller = new AbortController();
    const airline = new TestAirline(async (_, { signal }) => {
      controller.abort();
      signal.throwIfAborted();
      return [];
    });
    await expect(fly({ flights: [airline], signal: controller.signal })).rejects.toThrow(/abort/i);
    expect(await world.database.admin("select 1 from flight_search_cache")).toEqual([]);
  });
});
