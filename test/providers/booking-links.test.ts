/** Where a plan can be booked: looked up once, kept as long as its seller says, and never waited for. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createBookingLinkStore } from "../../db/stores/booking-links.ts";
import { LOCAL_USER_ID } from "../../db/stores/users.ts";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { PLAIN_SITES } from "../../providers/links/search-links.ts";
import type { TourSource } from "../../providers/offers/ask-seller.ts";
import { type BookingLinkOptions, createBookingLinks } from "../../providers/offers/booking-links.ts";
import { createSellerLookups } from "../../providers/offers/seller-lookups.ts";
import { exportTrip } from "../../tools/export-itinerary.ts";
import { getPlaces } from "../../tools/get-places.ts";
import { loadPlan } from "../../tools/load-plan.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import type { Place } from "../../trip/place.ts";
import type { BookingLinks } from "../../trip/ports.ts";
import type { Trip } from "../../trip/trip.ts";
import type { Tour, TourQuery, TourVendor, VendorScope } from "../../trip/vendor-ports.ts";
import { NOW, newTrip, openToolWorld, type ToolWorld } from "../tools/tool-context.ts";

const DAY_MS = 86_400_000;

let world: ToolWorld;
let trip: Trip;
let monastery: Place;
let viewpoint: Place;
beforeAll(async () => {
  world = await openToolWorld();
  trip = await newTrip(world, { travelers: 2 });
  const ids = await Promise.all([world.placeId("Jerónimos Monastery"), world.placeId("Miradouro da Graça")]);
  [monastery, viewpoint] = (await world.context.catalogue.getPlaces(ids)) as [Place, Place];
});
afterAll(() => world.close());

let lookups = createSellerLookups();
beforeEach(async () => {
  lookups = createSellerLookups();
  await world.database.admin("delete from booking_links");
});
afterEach(() => lookups.close());

function ticket(title: string, change: Partial<Tour> = {}): Tour {
  const price = { amountMinor: 1_990, currency: "EUR", per: "person", basis: "live", provider: "Viator" } as const;
  return {
    ...{
      provider: "Viator",
      productId: "7812P3",
      title,
      link: "https://www.viator.com/tours/d538-7812P3?pid=P1&x=%C3%A9",
    },
    ...{ affiliateCode: "P1", priceFrom: { ...price, fetchedAt: NOW.toISOString(), expiresAt: null } },
    ...{ durationMinutes: 90, rating: 4.5, reviewCount: 8, isFreeToCancel: true, ...change },
  };
}

/** Sells what a test gives it. */
class Seller implements TourVendor {
  readonly provider = "Viator";
  readonly asked: (string | null)[] = [];
  answer: (query: TourQuery, scope: VendorScope) => Promise<Tour[]> = async () => [];
  searchTours(query: TourQuery, scope: VendorScope): Promise<Tour[]> {
    this.asked.push(query.text);
    return this.answer(query, scope);
  }
}

const source = (vendor: TourVendor, change: Partial<TourSource> = {}): TourSource => ({
  ...{ vendor, keptSeconds: 86_400, isSandbox: false, ...change },
});

function linksOver(tours: readonly TourSource[], change: Partial<BookingLinkOptions> = {}): BookingLinks {
  const store = createBookingLinkStore({ db: world.database.db, userId: LOCAL_USER_ID });
  const common = { store, lookups, catalogue: world.context.catalogue, userId: LOCAL_USER_ID, now: () => NOW };
  return createBookingLinks({ ...common, tours, links: PLAIN_SITES, ...change });
}

const rows = (of: string): Promise<Record<string, unknown>[]> =>
  world.database.admin(
    `select provider, booking_url as url, price_from::text as price, currency, affiliate_code as paid,
       extract(epoch from expires_at - cached_at)::integer as seconds
     from booking_links where linkable_id = $1 order by provider`,
    [of],
  );

describe("a place", () => {
  test("gets the product that speaks of it, its price and for how long both are good", async () => {
    const seller = new Seller();
    seller.answer = async ({ text }) =>
      text === null ? [ticket("Tagus cruise"), ticket("Jerónimos Monastery entry")] : [];
    const { ofPlaces, failures } = await linksOver([source(seller)]).linksFor({ trip, places: [monastery] });
    expect(failures).toEqual([]);
    expect(ofPlaces.get(monastery.id)).toEqual([
      expect.objectContaining({ provider: "Viator", isSearch: false, isAffiliate: true }),
      expect.objectContaining({ provider: "GetYourGuide (search)", isSearch: true, priceFrom: null }),
    ]);
    expect(await rows(monastery.id)).toEqual([
      expect.objectContaining({ provider: "GetYourGuide (search)", paid: null, price: null }),
      {
        ...{ provider: "Viator", url: "https://www.viator.com/tours/d538-7812P3?pid=P1&x=%C3%A9", price: "19.900" },
        ...{ currency: "EUR", paid: "P1", seconds: 86_400 },
      },
      expect.objectContaining({ provider: "Viator (search)" }),
    ]);
    expect(seller.asked).toEqual([null]);
  });

  test("is asked about by itself when it is not among what the city has, and once", async () => {
    const seller = new Seller();
    seller.answer = async ({ text }) => (text === monastery.name ? [ticket("Jerónimos Monastery entry")] : []);
    const links = linksOver([source(seller)]);
    const first = await links.linksFor({ trip, places: [monastery, viewpoint] });
    const again = await links.linksFor({ trip, places: [monastery, viewpoint] });
    expect(seller.asked).toEqual([null, monastery.name]);
    expect(again.ofPlaces.get(monastery.id)?.map(({ url }) => url)).toEqual(
      first.ofPlaces.get(monastery.id)?.map(({ url }) => url),
    );
    expect(again.ofPlaces.get(monastery.id)?.[0]?.priceFrom).toMatchObject({ amountMinor: 1_990, basis: "cached" });
  });

  test("of which the seller knows nothing gets a search that says so, and is not asked about again that day", async () => {
    const seller = new Seller();
    seller.answer = async () => [ticket("Belém walk")];
    const links = linksOver([source(seller)]);
    const { ofPlaces } = await links.linksFor({ trip, places: [monastery] });
    expect(ofPlaces.get(monastery.id)?.map(({ provider }) => provider)).toEqual([
      ...["GetYourGuide (search)", "Viator (search)"],
    ]);
    await links.linksFor({ trip, places: [monastery] });
    expect(seller.asked).toEqual([null, monastery.name]);
    const nextDay = linksOver([source(seller)], { now: () => new Date(NOW.getTime() + DAY_MS + 1) });
    await nextDay.linksFor({ trip, places: [monastery] });
    expect(seller.asked).toHaveLength(4);
  });

  test("that was looked at before a seller was set up is asked about then", async () => {
    await linksOver([]).linksFor({ trip, places: [monastery] });
    const seller = new Seller();
    seller.answer = async () => [ticket("Jerónimos Monastery entry")];
    const { ofPlaces } = await linksOver([source(seller)]).linksFor({ trip, places: [monastery] });
    expect(ofPlaces.get(monastery.id)?.[0]).toMatchObject({ provider: "Viator", isSearch: false });
  });

  test("whose price is known in another currency is asked about again, in this one and for no day", async () => {
    const seller = new Seller();
    const queries: TourQuery[] = [];
    seller.answer = async (query) => {
      queries.push(query);
      const { priceFrom } = ticket("");
      const price = priceFrom && { ...priceFrom, currency: query.currency };
      return [ticket("Jerónimos Monastery entry", { priceFrom: price })];
    };
    const links = linksOver([source(seller)]);
    const dollars = { ...trip, budget: { ...(trip.budget ?? { amountMinor: 100_000 }), currency: "USD" } };
    const priceOf = async (of: Trip): Promise<string | undefined> =>
      (await links.linksFor({ trip: of, places: [monastery] })).ofPlaces.get(monastery.id)?.[0]?.priceFrom?.currency;
    expect([await priceOf(trip), await priceOf(dollars), await priceOf(dollars)]).toEqual(["EUR", "USD", "USD"]);
    expect(queries.map(({ currency }) => currency)).toEqual(["EUR", "USD"]);
    expect(JSON.stringify(queries)).not.toContain(trip.startDate);
  });

  test("that costs nothing gets no search for tickets", async () => {
    const { ofPlaces } = await linksOver([]).linksFor({ trip, places: [viewpoint] });
    expect(ofPlaces.get(viewpoint.id)).toEqual([]);
    expect(await rows(viewpoint.id)).toEqual([]);
  });

  test("tells everybody the same: whose dates they were is in no link", async () => {
    await linksOver([]).linksFor({ trip, places: [monastery] });
    const urls = (await rows(monastery.id)).map(({ url }) => String(url));
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).not.toContain(trip.startDate);
  });
});

describe("a seller", () => {
  test("that does not answer in time is named, and the plan does not wait", async () => {
    const deaf = new Seller();
    deaf.answer = () => new Promise(() => {});
    const began = performance.now();
    const links = linksOver([source(deaf)], { deadlineMs: 100 });
    const { ofPlaces, failures } = await links.linksFor({ trip, places: [monastery] });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(failures).toEqual([{ provider: "Viator", kind: "timeout", retryAfterSeconds: null }]);
    expect(ofPlaces.get(monastery.id)).toHaveLength(2);
  });

  test("that is slow is asked once however often somebody looks, and its answer is there at the next look", async () => {
    const slow = new Seller();
    const { promise, resolve } = Promise.withResolvers<Tour[]>();
    slow.answer = () => promise;
    const links = linksOver([source(slow)], { deadlineMs: 20 });
    for (let look = 0; look < 6; look += 1) {
      expect((await links.linksFor({ trip, places: [monastery] })).failures).toMatchObject([{ kind: "timeout" }]);
    }
    expect(slow.asked).toEqual([null]);
    resolve([ticket("Jerónimos Monastery entry")]);
    await vi.waitFor(async () => {
      expect(await rows(monastery.id)).toContainEqual(expect.objectContaining({ provider: "Viator", price: "19.900" }));
    });
    const { ofPlaces, failures } = await links.linksFor({ trip, places: [monastery] });
    expect(failures).toEqual([]);
    expect(ofPlaces.get(monastery.id)?.[0]).toMatchObject({ provider: "Viator", isSearch: false });
    expect(slow.asked).toEqual([null]);
  });

  test("that fails of one place is heard of the others, also those it answers later", async () => {
    const museum = await world.placeId("Calouste Gulbenkian Museum");
    const [other] = await world.context.catalogue.getPlaces([museum]);
    const seller = new Seller();
    seller.answer = async ({ text }) => {
      if (text === monastery.name) throw new VendorError("Viator", "upstream");
      if (text !== null) await new Promise((resolve) => setTimeout(resolve, 50));
      return text === null ? [] : [ticket(`${text} entry`)];
    };
    const { ofPlaces, failures } = await linksOver([source(seller)]).linksFor({
      trip,
      places: [monastery, other as Place],
    });
    expect(failures).toMatchObject([{ kind: "upstream" }]);
    expect(ofPlaces.get(museum)?.[0]).toMatchObject({ provider: "Viator", isSearch: false });
  });

  test("is not asked by more than so many at once, and told to stop when the program ends", async () => {
    lookups = createSellerLookups({ mostAtOnce: 1 });
    const deaf = new Seller();
    const signals: AbortSignal[] = [];
    deaf.answer = (_, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    const links = linksOver([source(deaf)], { deadlineMs: 20 });
    await links.linksFor({ trip, places: [monastery] });
    expect((await links.linksFor({ trip, places: [viewpoint] })).failures).toMatchObject([{ kind: "rate_limited" }]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await lookups.close();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("that fails changes nothing, and is asked again at the next look", async () => {
    const seller = new Seller();
    seller.answer = async () => {
      throw new VendorError("Viator", "rate_limited", { retryAfterMs: 7_000 });
    };
    const links = linksOver([source(seller)]);
    const { failures } = await links.linksFor({ trip, places: [monastery] });
    expect(failures).toEqual([{ provider: "Viator", kind: "rate_limited", retryAfterSeconds: 7 }]);
    seller.answer = async () => [ticket("Jerónimos Monastery entry")];
    const { ofPlaces } = await links.linksFor({ trip, places: [monastery] });
    expect(ofPlaces.get(monastery.id)?.[0]).toMatchObject({ provider: "Viator", isSearch: false });
  });

  test.each([
    ["whose terms let nothing be kept", { keptSeconds: 0 }],
    ["that is a sandbox", { isSandbox: true }],
  ])("%s leaves no row of its", async (_, change) => {
    const seller = new Seller();
    seller.answer = async () => [ticket("Jerónimos Monastery entry")];
    const links = linksOver([source(seller, change)]);
    const { ofPlaces } = await links.linksFor({ trip, places: [monastery] });
    expect(ofPlaces.get(monastery.id)?.[0]).toMatchObject({ provider: "Viator" });
    expect((await rows(monastery.id)).map(({ provider }) => provider)).not.toContain("Viator");
  });

  test("whose price is a party's keeps its link without the price", async () => {
    const seller = new Seller();
    const { priceFrom } = ticket("");
    seller.answer = async () => [
      ticket("Jerónimos Monastery private tour", { priceFrom: priceFrom && { ...priceFrom, per: "party" } }),
    ];
    await linksOver([source(seller)]).linksFor({ trip, places: [monastery] });
    expect(await rows(monastery.id)).toContainEqual(expect.objectContaining({ provider: "Viator", price: null }));
  });
});

describe("a trip", () => {
  test("keeps searches for beds, ways and things to do; what it no longer searches for goes", async () => {
    const links = linksOver([]);
    await links.linksFor({ trip, places: [] });
    await links.linksFor({ trip, places: [] });
    const names = (await rows(trip.id)).map(({ provider }) => String(provider));
    expect(names).toContain(`Booking.com: Lisbon, ${trip.startDate} (search)`);
    expect(names).toContain(`Klook: Lisbon, ${trip.startDate} (search)`);
    expect(names.every((name) => name.endsWith(" (search)"))).toBe(true);
    const startDate = "2027-06-10";
    const destinations = trip.destinations.map((one) => ({
      ...one,
      arrivalDate: startDate,
      departureDate: "2027-06-14",
    }));
    await links.linksFor({ trip: { ...trip, startDate, endDate: "2027-06-14", destinations }, places: [] });
    const moved = (await rows(trip.id)).map(({ provider }) => String(provider));
    expect(moved).toHaveLength(names.length);
    expect(moved.every((name) => name.includes(startDate))).toBe(true);
  });

  test("is nobody else's to keep links with", async () => {
    const store = createBookingLinkStore({ db: world.database.db, userId: "00000000-0000-4000-8000-00000000dead" });
    const dates = { cachedAt: NOW.toISOString(), expiresAt: null };
    const link = { provider: "x (search)", url: "https://example.org", priceFrom: null, affiliateCode: null, ...dates };
    await store.keep([{ on: { type: "trip", id: trip.id }, ...link }]);
    await linksOver([]).linksFor({ trip, places: [] });
    expect((await rows(trip.id)).map(({ provider }) => provider)).not.toContain("x (search)");
    expect(await store.find({ tripId: trip.id, placeIds: [] }, NOW)).toEqual([]);
  });

  test("a place that is gone meanwhile is passed over", async () => {
    const store = createBookingLinkStore({ db: world.database.db, userId: LOCAL_USER_ID });
    const dates = { cachedAt: NOW.toISOString(), expiresAt: null };
    const link = { provider: "x", url: "https://example.org", priceFrom: null, affiliateCode: null, ...dates };
    await store.keep([
      { on: { type: "attraction", id: "00000000-0000-4000-8000-00000000dead" }, ...link },
      { on: { type: "attraction", id: monastery.id }, ...link },
    ]);
    expect(await rows(monastery.id)).toHaveLength(1);
  });
});

test("a plan shows what is for sale, get_places all of it, and the exports where to get it", async () => {
  await planItinerary.call({ tripId: trip.id }, world.context);
  const seller = new Seller();
  seller.answer = async ({ text, city }) =>
    text === null && city.name === "Lisbon"
      ? [ticket("Jerónimos Monastery: entry"), ticket("Castelo de São Jorge")]
      : [];
  const context = { ...world.context, bookingLinks: linksOver([source(seller)]) };
  const plan = await loadPlan({ toolContext: context, recorder: null }, { tripId: trip.id });
  const sold = (plan.bookingLinks ?? []).filter(({ isSearch }) => !isSearch);
  expect(sold.length).toBeGreaterThan(0);
  const visited = plan.itinerary.days.flatMap(({ items }) => items.map(({ placeId }) => placeId));
  for (const { placeId } of plan.bookingLinks ?? []) expect(visited).toContain(placeId);
  const { text: markdown } = await exportTrip(context, { tripId: trip.id, format: "md" });
  expect(markdown).toContain("Tickets and tours: [Viator, from €19.90 each, affiliate link](<https://www.viator.com/");
  const { text: page } = await exportTrip(context, { tripId: trip.id, format: "html" });
  expect(page).toMatch(
    /href="https:\/\/www\.viator\.com\/[^"]+" rel="[^"]*nofollow sponsored">Viator, from €19\.90 each/,
  );
  const { places } = (await getPlaces.call({ placeIds: [sold[0]?.placeId] }, world.context)) as unknown as {
    places: { bookingLinks: { provider: string }[] }[];
  };
  expect(places[0]?.bookingLinks.map(({ provider }) => provider)).toContain("Viator");
});
