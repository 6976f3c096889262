/** What a search says beside its offers, and which of them may be chosen: old prices are not, both ways and other sellers are. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { checkItinerary } from "../../tools/check-itinerary.ts";
import { chooseOffer } from "../../tools/choose-offer.ts";
import { loadFacts } from "../../tools/load-facts.ts";
import { searchFlights, searchHotels } from "../../tools/search-offers.ts";
import { selectItinerary } from "../../tools/select-itinerary.ts";
import type { ToolContext, ToolResult } from "../../tools/tool.ts";
import type { FlightOffer, FlightQuery, SearchOutcome, StayOffer } from "../../trip/offer.ts";
import type { FailureKind } from "../../trip/ports.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import { euros, flightOffer, stayOffer, TestAirline, TestHotels } from "../providers/vendors.ts";
import { newPlannedTrip, type PlannedTrip } from "./stored-plans.ts";
import { contextOver, newTrip, openToolWorld, read, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
let lisbon: string;
beforeAll(async () => {
  world = await openToolWorld();
  lisbon = await world.cityId("Lisbon");
});
afterAll(() => world.close());
/** What vendors answered before, and what they failed with, is remembered for whoever asks the same. */
const KEPT = ["flight_search_cache", "accommodation_search_cache", "search_claims"];
const forget = (): Promise<unknown> => world.database.admin(KEPT.map((table) => `delete from ${table}`).join("; "));
beforeEach(forget);

const route = { origin: "VIE", destination: "LIS", departureDate: "2027-05-10", passengers: 2 };
const nights = { checkInDate: "2027-05-10", checkOutDate: "2027-05-13" };

function failing(kind: FailureKind, retryAfterMs: number | null = null): TestAirline {
  return new TestAirline(() => {
    throw new VendorError("Testair", kind, { retryAfterMs });
  });
}

/** A search that answers just that, whatever is asked. */
function answering(outcome: Partial<SearchOutcome<FlightOffer & StayOffer>>): ToolContext {
  const nothing = { offers: [], estimate: null, links: [], cachedAt: null, isStale: false, failures: [] };
  const answer = async () => ({ ...nothing, ...outcome });
  return { ...world.context, offers: { ...world.context.offers, searchFlights: answer, searchStays: answer } };
}

describe("a search", () => {
  const fly = (context: ToolContext): Promise<ToolResult> => searchFlights.call(route, context);

  test.each<[FailureKind, string, string]>([
    ["timeout", "estimate_only", "Testair did not answer in time: this is an estimate"],
    ["auth", "estimate_only", "Testair cannot be asked just now: this is an estimate"],
    ["rate_limited", "rate_limited", "Testair asks to wait a little (about 2 min): this is an estimate"],
    ["quota", "rate_limited", "Testair cannot be asked again today (about 2 min): this is an estimate"],
  ])("of a vendor that fails (%s) is %s", async (kind, status, words) => {
    const result = await fly(contextOver(world.database, { flights: [failing(kind, 90_000)] }));
    expect(result).toMatchObject({ status, flights: [], estimate: { currency: "EUR" } });
    expect(result.notices).toEqual([expect.stringContaining(words)]);
  });

  test("names who is missing while others answer", async () => {
    const well = new TestAirline(() => [flightOffer("a", euros(180, { provider: "Otherair" }))], "Otherair");
    const result = await fly(contextOver(world.database, { flights: [failing("timeout"), well] }));
    expect(result).toMatchObject({
      ...{ status: "ok", flights: [{ offerId: "a", reason: "cheapest" }] },
      notices: ["Testair did not answer in time: its offers may be missing."],
    });
  });

  test("says how old its prices are, and that stale ones may not hold", async () => {
    const offers = [flightOffer("a", euros(180))] as (FlightOffer & StayOffer)[];
    const cachedAt = "2026-11-22T08:20:00Z";
    const failures = [{ provider: "Testair", kind: "timeout" as const, retryAfterSeconds: null }];
    expect(await fly(answering({ offers, cachedAt }))).toMatchObject({
      ...{ status: "ok", notices: ["Prices were read up to 40 min ago."] },
    });
    expect(await fly(answering({ offers, cachedAt, isStale: true, failures }))).toMatchObject({
      status: "stale",
      notices: [expect.stringContaining("Testair"), expect.stringContaining("Some prices are 40 min old")],
    });
  });

  test("shows ten of many, one of each thing, and says what nobody knows", async () => {
    const many = Array.from({ length: 14 }, (_, at) =>
      stayOffer(`House ${at}`, euros(90 + at, { per: "stay" }), lisbon),
    );
    const dues = { dueAtProperty: { amountMinor: 0, currency: "EUR" } };
    const one = new TestHotels(() => many.map((stay, at) => (at < 4 ? { ...stay, ...dues } : stay)));
    const price = { per: "stay" as const, provider: "Otherbeds" };
    const other = new TestHotels(
      () => [{ ...stayOffer("House 0", euros(99, price), lisbon), offerId: "o" }],
      "Otherbeds",
    );
    const context = contextOver(world.database, { stays: [one, other] });
    const result = await searchHotels.call({ cityId: lisbon, ...nights }, context);
    expect(result.notices).toEqual([
      "The best 10 of 14 are shown.",
      "Whether anything is due at the property is not known for 6 of these.",
    ]);
    expect(result).toMatchObject({ stays: { length: 10, 0: { offerId: "House 0", alsoAt: [{ offerId: "o" }] } } });
  });

  test("goes by how the trip of those dates travels", async () => {
    const slow = { ...flightOffer("slow", euros(200)), durationMinutes: 600 };
    const quick = { ...flightOffer("quick", euros(300)), durationMinutes: 200 };
    const context = contextOver(world.database, { flights: [new TestAirline(() => [slow, quick])] });
    const first = async (): Promise<unknown> => {
      await forget();
      return read(await fly(context), z.object({ flights: z.array(z.object({ offerId: z.string() })) })).flights[0]
        ?.offerId;
    };
    expect(await first()).toBe("quick");
    await newTrip(world, { style: "budget" });
    expect(await first()).toBe("slow");
  });
});

describe("choosing", () => {
  let planned: PlannedTrip;
  const back = {
    ...{ departureAirport: "LIS", arrivalAirport: "VIE", departureAt: "2027-05-12T20:00:00+01:00" },
    ...{ arrivalAt: "2027-05-13T01:30:00+02:00", durationMinutes: 270, airlineCode: "TS", flightNumber: "9" },
  };
  const sell = ({ returnDate }: FlightQuery): FlightOffer[] =>
    returnDate ? [{ ...flightOffer("both", euros(400)), returning: back }] : [flightOffer("there", euros(250))];
  const other = new TestAirline(
    (query) =>
      query.returnDate
        ? [
            {
              ...flightOffer("both", euros(420, { provider: "Otherair" })),
              ...{ offerId: "elsewhere", returning: back, link: "https://other.example/" },
            },
          ]
        : [],
    "Otherair",
  );
  let airline: TestAirline;
  let context: ToolContext;
  beforeEach(async () => {
    airline = new TestAirline(sell);
    context = contextOver(world.database, { flights: [airline, other] });
    planned = await newPlannedTrip(world, { context, travelers: 2, originAirport: "VIE" });
  });
  const choose = (offerId: string, over: Record<string, unknown> = {}): Promise<ToolResult> =>
    chooseOffer.call({ tripId: planned.trip.id, kind: "flight", provider: "Testair", offerId, ...over }, context);

  test("both ways come in as one: the last day ends in time, the sum has them once, undoing takes both out", async () => {
    const fields = z.object({
      version: z.int(),
      chosen: z.string(),
      verdict: verdictSchema,
      budget: z.object({ lines: z.array(z.object({ kind: z.string(), known: z.int() })) }),
    });
    const { chosen, verdict, budget, version } = read(await choose("both", { returnDate: "2027-05-12" }), fields);
    expect(chosen).toBe(
      "TS both VIE–LIS, 2027-05-10 07:00, back TS 9 LIS–VIE, 2027-05-12 20:00 (€400 for everybody, Testair)",
    );
    expect(verdict.violations.map(({ code }) => code)).not.toContain("flight_conflict");
    expect(budget.lines).toContainEqual(expect.objectContaining({ kind: "flights", known: 40_000 }));
    const last = (await context.trips.findItinerary(planned.trip.id))?.itinerary.days.at(-1)?.items ?? [];
    expect(last.every(({ endTime }) => endTime <= "18:00")).toBe(true);
    expect(await context.trips.listFlights(planned.trip.id)).toMatchObject([{ offerId: "both", returning: back }]);
    await selectItinerary.call({ tripId: planned.trip.id, version: version - 1 }, context);
    expect(await context.trips.listFlights(planned.trip.id)).toEqual([]);
  });

  test("a vendor that has been switched off since has still quoted its price; nobody else has", async () => {
    await choose("both", { returnDate: "2027-05-12" });
    const checked = await checkItinerary.call({ tripId: planned.trip.id }, world.context);
    const { verdict } = read(checked, z.object({ verdict: verdictSchema }));
    expect(verdict.violations.map(({ code }) => code)).not.toContain("unsourced_price");
    const facts = await loadFacts(world.context, planned.trip, { stored: true });
    expect(facts.providers?.has("Testair")).toBe(true);
    expect(facts.providers?.has("Otherair")).toBe(false);
    const named = [...facts.places.values()].flatMap(({ admission }) => admission?.provider ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((provider) => !facts.providers?.has(provider))).toEqual([]);
  });

  test("who names no way back may mean either", async () => {
    expect(await choose("there")).toMatchObject({ status: "ok", replaced: [] });
    expect(airline.asked.at(-1)?.returnDate).toBeNull();
    expect(await choose("both")).toMatchObject({ status: "ok", replaced: [expect.stringContaining("€250")] });
    expect(airline.asked.at(-1)?.returnDate).toBe("2027-05-12");
  });

  test("what was listed is chosen in the cabin and currency that it was listed in, by an id that no search gives twice", async () => {
    let searches = 0;
    airline.answer = ({ cabinClass, currency }) => {
      searches += 1;
      const price = euros(cabinClass === "business" ? 900 : 250, { currency });
      return [{ ...flightOffer("9", price), offerId: `${cabinClass}-${searches}`, cabinClass }];
    };
    const listed = await searchFlights.call({ ...route, cabinClass: "business", currency: "USD" }, context);
    expect(listed).toMatchObject({ flights: [{ offerId: "business-1" }] });
    await searchFlights.call(route, context);
    expect(await choose("business-1")).toMatchObject({ status: "ok", chosen: expect.stringContaining("$900") });
    expect(searches).toBe(2);
    expect(await context.trips.listFlights(planned.trip.id)).toMatchObject([
      { offerId: "business-1", cabinClass: "business", price: { currency: "USD" } },
    ]);
  });

  test("a stay is chosen in the rooms that it was listed for; one for fewer guests is refused with why", async () => {
    const beds = new TestHotels(({ rooms, guests, checkInDate, checkOutDate, cityId }) => {
      const house = stayOffer("House", euros(100 * rooms, { per: "stay" }), cityId);
      return [{ ...house, offerId: `${guests}-in-${rooms}`, checkInDate, checkOutDate }];
    });
    context = contextOver(world.database, { stays: [beds] });
    const spend = { cityId: lisbon, checkInDate: "2027-05-10", checkOutDate: "2027-05-12" };
    const take = (offerId: string): Promise<ToolResult> =>
      chooseOffer.call({ tripId: planned.trip.id, kind: "stay", provider: "Testbeds", offerId }, context);
    await searchHotels.call({ ...spend, guests: 2, rooms: 2 }, context);
    expect(await take("2-in-2")).toMatchObject({ status: "ok", chosen: expect.stringContaining("€200") });
    await searchHotels.call({ ...spend, guests: 1 }, context);
    const { error } = await take("1-in-1");
    expect(error?.message).toContain("answered a search for 1 of you, and the trip is of 2");
    await searchHotels.call({ ...spend, checkOutDate: "2027-05-11", rooms: 3 }, context);
    expect((await take("2-in-3")).error?.message).toContain(
      "for 2027-05-10 to 2027-05-11, and the nights there are 2027-05-10 to 2027-05-12",
    );
  });

  test("a party of twelve is told that nine seats are not enough, and counts nobody's fare as its own", async () => {
    planned = await newPlannedTrip(world, { context, travelers: 12, originAirport: "VIE" });
    const asked = airline.asked.length;
    const before = await world.countRows();
    expect(await choose("there")).toMatchObject({
      ...{ status: "error", error: { code: "invalid_input", message: expect.stringContaining("this trip is of 12") } },
    });
    expect(airline.asked).toHaveLength(asked);
    expect(await world.countRows()).toEqual(before);
    const { notices } = await searchFlights.call({ ...route, passengers: 9 }, context);
    expect(notices).toContainEqual(expect.stringContaining("this is for 9 seats, and no flight can be chosen for all"));
  });

  test("the same flight at another seller: at that price and link, and on no terms that the first one has", async () => {
    airline.answer = (query) => sell(query).map((offer) => ({ ...offer, bags: { cabin: 1, checked: 1 } }));
    expect(await choose("elsewhere", { provider: "Otherair", returnDate: "2027-05-12" })).toMatchObject({
      ...{ status: "ok", chosen: expect.stringContaining("€420"), link: "https://other.example/" },
    });
    expect(await context.trips.listFlights(planned.trip.id)).toMatchObject([
      { provider: "Otherair", offerId: "elsewhere", bags: null, alsoAt: [{ provider: "Testair", offerId: "both" }] },
    ]);
  });

  test("a price that has run out, or is an old one of a vendor that is silent, is refused", async () => {
    const before = await world.countRows();
    const over = { ...flightOffer("there", euros(250, { expiresAt: "2026-11-22T08:59:00Z" })) } as FlightOffer &
      StayOffer;
    const refused = async (outcome: Parameters<typeof answering>[0]): Promise<string | undefined> => {
      context = { ...answering(outcome), scheduler: context.scheduler };
      const { status, error } = await choose("there");
      expect(status).toBe("error");
      return error?.message;
    };
    expect(await refused({ offers: [over] })).toContain(
      "has run out (it was good until 2026-11-22T08:59:00Z). Search again",
    );
    const held = { ...over, price: { ...over.price, expiresAt: null } };
    const failures = [{ provider: "Testair", kind: "timeout" as const, retryAfterSeconds: null }];
    const message = await refused({ offers: [held], isStale: true, failures });
    expect(message).toContain("is an old one, and Testair did not answer in time. Search again");
    expect(await world.countRows()).toEqual(before);
  });
});
