/** Flights and beds without a provider: estimates that say what they are, and links that fill the search in. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { searchFlights, searchHotels } from "../../tools/search-offers.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { estimateSchema } from "../../trip/money.ts";
import { searchLinkSchema } from "../../trip/offer.ts";
import { openToolWorld, read, TODAY, type ToolWorld } from "./tool-context.ts";

const estimatedSchema = z.object({ estimate: estimateSchema, links: z.array(searchLinkSchema).min(2) });
type Estimated = z.infer<typeof estimatedSchema>;

const there = { origin: "VIE", destination: "LIS", departureDate: "2027-05-10" };
const nights = { checkInDate: "2027-05-10", checkOutDate: "2027-05-13" };

let world: ToolWorld;
let lisbon: string;
beforeAll(async () => {
  world = await openToolWorld({ catalogue: "full" });
  lisbon = await world.cityId("Lisbon");
});
afterAll(() => world.close());

const flights = (args: Record<string, unknown> = {}): Promise<ToolResult> =>
  searchFlights.call({ ...there, ...args }, world.context);
const hotels = (args: Record<string, unknown> = {}): Promise<ToolResult> =>
  searchHotels.call({ cityId: lisbon, ...nights, ...args }, world.context);

async function estimated(result: Promise<ToolResult>): Promise<Estimated> {
  const answered = await result;
  expect(answered).toMatchObject({ status: "estimate_only", cachedAt: null });
  expect(answered.notices).toEqual([expect.stringContaining("estimate")]);
  return read(answered, estimatedSchema);
}

describe("flights", () => {
  test("no provider: an interval by distance, no offers, links with the search filled in", async () => {
    expect(await flights()).toMatchObject({ status: "estimate_only", flights: [] });
    const { estimate, links } = await estimated(flights({ passengers: 2 }));
    expect(estimate.lowMinor).toBeLessThan(estimate.highMinor);
    expect(estimate.method).toMatch(/distance \(23\d\d km\) for 2/);
    expect(links.map(({ provider }) => provider)).toEqual(["Google Flights", "Kayak"]);
    for (const { url } of links) expect(decodeURIComponent(url)).toMatch(/VIE.*LIS.*2027-05-10/);
  });

  test("twice the party or both ways is twice the fare", async () => {
    const { estimate: once } = await estimated(flights());
    const { estimate: both } = await estimated(flights({ returnDate: "2027-05-14" }));
    const { estimate: two } = await estimated(flights({ passengers: 2 }));
    for (const double of [both, two]) {
      expect(Math.abs(double.lowMinor - 2 * once.lowMinor)).toBeLessThanOrEqual(1);
      expect(Math.abs(double.highMinor - 2 * once.highMinor)).toBeLessThanOrEqual(1);
    }
  });

  test("in another currency by a known rate", async () => {
    const { estimate: euros } = await estimated(flights());
    const { estimate: yen } = await estimated(flights({ currency: "jpy" }));
    const rate = await world.context.catalogue.findExchangeRate("JPY");
    expect(yen.currency).toBe("JPY");
    expect(yen.lowMinor).toBe(Math.round((euros.lowMinor / 100) * (rate?.perEuro ?? 0)));
  });

  test("in a currency without a rate it stays in euros and says so", async () => {
    const { estimate } = await estimated(flights({ currency: "XTS" }));
    expect(estimate.currency).toBe("EUR");
  });

  test("the request comes back as it was understood", async () => {
    expect((await flights({ origin: "vie", currency: "usd" })).request).toEqual({
      ...there,
      ...{ passengers: 1, cabinClass: "economy", currency: "USD", originCity: "Vienna", destinationCity: "Lisbon" },
    });
  });

  test.each([
    ["where from", { origin: "QQQ" }, "QQQ"],
    ["where to", { destination: "QQQ" }, "QQQ"],
  ])("an airport nobody knows: %s", async (_, args, named) => {
    const result = await flights(args);
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input", details: { iataCode: named } } });
    expect(result.error?.message).toContain(`"${named}"`);
  });

  test("today may be flown, yesterday not", async () => {
    await estimated(flights({ departureDate: TODAY }));
    expect(await flights({ departureDate: "2026-11-21" })).toMatchObject({
      status: "error",
      error: { code: "date_in_past", message: "Expected a date from 2026-11-22 on, got 2026-11-21." },
    });
  });

  test("back on the day itself, not before it", async () => {
    await estimated(flights({ returnDate: there.departureDate }));
    expect(await flights({ returnDate: "2027-05-09" })).toMatchObject({
      status: "error",
      error: { code: "dates_reversed", message: expect.stringContaining("2027-05-10 to 2027-05-09") },
    });
  });
});

describe("hotels", () => {
  test("no provider: an interval from the country's indicators, no offers, links with the search filled in", async () => {
    expect(await hotels()).toMatchObject({ status: "estimate_only", stays: [] });
    const { estimate, links } = await estimated(hotels());
    const country = await world.context.catalogue.findCountry("PT");
    expect(estimate.method).toContain("3 nights × 2 people");
    expect(estimate.asOf).toBe(country?.dailyCost?.asOf);
    expect(links.map(({ provider }) => provider)).toEqual(["Booking.com", "Airbnb"]);
    for (const { url } of links) expect(url).toMatch(/Lisbon.*2027-05-10.*2027-05-13/);
  });

  test("a night and a guest more cost in proportion", async () => {
    const { estimate: three } = await estimated(hotels({ guests: 2 }));
    const { estimate: six } = await estimated(hotels({ guests: 4 }));
    expect(Math.abs(six.highMinor - 2 * three.highMinor)).toBeLessThanOrEqual(1);
    const { estimate: one } = await estimated(hotels({ checkOutDate: "2027-05-11" }));
    expect(Math.abs(three.lowMinor - 3 * one.lowMinor)).toBeLessThanOrEqual(2);
  });

  test("a city nobody knows", async () => {
    const cityId = "00000000-0000-4000-8000-000000000000";
    expect(await hotels({ cityId })).toMatchObject({
      status: "error",
      error: { code: "city_not_found", details: { cityId } },
    });
  });

  test.each([
    ["2027-05-10", "the same day"],
    ["2027-05-09", "the day before"],
  ])("leaving on %s, %s, is no stay", async (checkOutDate) => {
    expect(await hotels({ checkOutDate })).toMatchObject({
      status: "error",
      error: { code: "dates_reversed", message: expect.stringContaining(checkOutDate) },
    });
  });

  test("nobody sleeps in the past", async () => {
    expect(await hotels({ checkInDate: "2026-11-21" })).toMatchObject({ error: { code: "date_in_past" } });
  });
});

describe("arguments that cannot be used", () => {
  test.each([
    ["one airport twice", { destination: "vie" }, "two airports"],
    ["a city for an airport", { origin: "Vienna" }, "origin"],
    ["too many seats", { passengers: 10 }, "passengers"],
    ["a day that does not exist", { departureDate: "2027-02-29" }, "departureDate"],
    ["a currency that cannot be one", { currency: "€€€" }, "currency"],
    ["a class that does not exist", { cabinClass: "sleeper" }, "cabinClass"],
    ["an argument that does not exist", { provider: "any" }, "provider"],
  ])("flights: %s", async (_, args, named) => {
    const result = await flights(args);
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
    expect(result.error?.message).toContain(named);
  });

  test.each([
    ["a name for an id", { cityId: "Lisbon" }, "cityId"],
    ["nobody", { guests: 0 }, "guests"],
    ["a currency that cannot be one", { currency: "E1R" }, "currency"],
    ["an argument that does not exist", { stars: 5 }, "stars"],
  ])("hotels: %s", async (_, args, named) => {
    const result = await hotels(args);
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
    expect(result.error?.message).toContain(named);
  });
});
