/** Whatever a city is called and whenever one goes: a whole address on the site meant, with exactly the search in it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkSite, openLinks } from "../../../providers/links/link-site.ts";
import { flightLinks, stayLinks, tourLinks } from "../../../providers/links/search-links.ts";
import { booking, getYourGuide, klook, LINK_SITES, viatorLinks } from "../../../providers/links/sites.ts";
import { openVendors, standingOf } from "../../../providers/open-vendors.ts";
import { addDays } from "../../../trip/calendar.ts";
import { type FlightQuery, type StayQuery, searchLinkSchema } from "../../../trip/offer.ts";
import type { LinkVendor } from "../../../trip/vendor-ports.ts";

const IDS = {
  ...{ BOOKING_AFFILIATE_ID: "1234567", GETYOURGUIDE_PARTNER_ID: "Q1W2E3", VIATOR_PARTNER_ID: "P00012345" },
  KLOOK_AFFILIATE_ID: "98 & 76",
};
const CODES = new Map([
  ...([
    ["Booking.com", "1234567"],
    ["GetYourGuide", "Q1W2E3"],
    ["Viator", "P00012345"],
  ] as const),
  ["Klook", "98 & 76"],
]);

const hostOf: Record<string, string> = {
  ...{ "Google Flights": "www.google.com", Kayak: "www.kayak.com", "Booking.com": "www.booking.com" },
  ...{ Airbnb: "www.airbnb.com", GetYourGuide: "www.getyourguide.com", Viator: "www.viator.com" },
  ...{ Klook: "www.klook.com", Tripadvisor: "www.tripadvisor.com" },
};

const day = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays("2026-11-22", days));
const anyText = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    ".",
    "..",
    "...",
    "/",
    "//evil.example.org",
    "?x=1#y",
    "%2e%2e",
    "A&B=C?#/",
    "\ud800",
    "東京",
    "a\\b",
    "\n",
  ),
);
const airport = fc.constantFrom("VIE", "LIS", "JFK", "NRT");
const flight: fc.Arbitrary<FlightQuery> = fc.record({
  ...{ origin: airport, destination: airport, departureDate: day, returnDate: fc.option(day) },
  ...{ passengers: fc.integer({ min: 1, max: 9 }), currency: fc.constantFrom("EUR", "JPY") },
  cabinClass: fc.constantFrom("economy", "premium_economy", "business", "first"),
});
const stay: fc.Arbitrary<StayQuery> = fc.record({
  ...{ cityId: fc.uuid(), checkInDate: day, checkOutDate: day, currency: fc.constantFrom("EUR", "JPY") },
  ...{ guests: fc.integer({ min: 1, max: 20 }), rooms: fc.integer({ min: 1, max: 10 }) },
});

const parametersOf = ({ searchParams }: URL): Record<string, string> => {
  expect(new Set(searchParams.keys()).size).toBe([...searchParams.keys()].length);
  return Object.fromEntries(searchParams);
};
const paid = (provider: string, name: string, isPaid: boolean): Record<string, string> =>
  isPaid ? { [name]: CODES.get(provider) ?? "" } : {};

/** Through the redirect of whoever pays, to the page itself. */
function pageOf(provider: string, url: string, isPaid: boolean): URL {
  const whole = new URL(url);
  expect(searchLinkSchema.safeParse({ provider, url }).success).toBe(true);
  expect(whole.protocol).toBe("https:");
  if (provider !== "Klook" || !isPaid) return whole;
  expect(whole.origin + whole.pathname).toBe("https://affiliate.klook.com/redirect");
  expect(parametersOf(whole)).toEqual({ aid: CODES.get("Klook"), k_site: expect.any(String) });
  return new URL(whole.searchParams.get("k_site") ?? "");
}

describe.each([
  { says: "plain", isPaid: false },
  { says: "affiliate", isPaid: true },
])("$says links", ({ isPaid }) => {
  const sites: LinkVendor[] = LINK_SITES.map((site) => openLinks(site, isPaid ? IDS : {}));
  const checked = (links: readonly { provider: string; url: string }[]): Map<string, URL> =>
    new Map(
      links.map(({ provider, url }) => {
        const page = pageOf(provider, url, isPaid);
        expect(page.host).toBe(hostOf[provider]);
        return [provider, page];
      }),
    );

  test("tours", () => {
    fc.assert(
      fc.property(anyText, day, day, (text, from, to) => {
        const pages = checked(tourLinks({ text, from, to }, sites));
        const said = text.toWellFormed();
        expect([...pages].map(([provider, page]) => [provider, page.pathname, parametersOf(page)])).toEqual([
          [
            ...["GetYourGuide", "/s/"],
            { q: said, date_from: from, date_to: to, ...paid("GetYourGuide", "partner_id", isPaid) },
          ],
          [
            ...["Viator", "/searchResults/all"],
            { text: said, ...paid("Viator", "pid", isPaid), ...(isPaid && { mcid: "42383", medium: "link" }) },
          ],
          ["Klook", "/search/result/", { query: said }],
          ["Tripadvisor", "/Search", { q: said }],
        ]);
      }),
    );
  });

  test("stays", () => {
    fc.assert(
      fc.property(stay, anyText, (query, place) => {
        const pages = checked(stayLinks(query, place, sites));
        const dates = { checkin: query.checkInDate, checkout: query.checkOutDate };
        const party = { group_adults: String(query.guests), no_rooms: String(query.rooms) };
        const money = { selected_currency: query.currency, ...paid("Booking.com", "aid", isPaid) };
        const said = place.toWellFormed();
        expect(parametersOf(pages.get("Booking.com") as URL)).toEqual({ ss: said, ...dates, ...party, ...money });
        const airbnb = pages.get("Airbnb") as URL;
        expect(decodeURIComponent(airbnb.pathname).trim()).toBe(
          /^\.+$/.test(said) ? `/s/${said} /homes` : `/s/${said}/homes`,
        );
        expect(parametersOf(airbnb)).toEqual({ ...dates, adults: String(query.guests) });
      }),
    );
  });

  test("flights", () => {
    fc.assert(
      fc.property(flight, (query) => {
        const pages = checked(flightLinks(query, sites));
        const { origin, destination, departureDate, returnDate, passengers, currency } = query;
        const { q, ...money } = parametersOf(pages.get("Google Flights") as URL);
        expect(money).toEqual({ curr: currency });
        expect(q).toContain(`from ${origin} to ${destination} on ${departureDate}`);
        const path = pages.get("Kayak")?.pathname ?? "";
        expect(path.startsWith(`/flights/${origin}-${destination}/${departureDate}/`)).toBe(true);
        expect(path.endsWith(`/${passengers}adults`)).toBe(true);
        expect(path.includes(`/${returnDate}/`)).toBe(returnDate !== null);
      }),
    );
  });
});

describe("as vendors", () => {
  const now = (): Date => new Date("2026-11-22T09:00:00Z");
  const options = {
    ...{ vendors: LINK_SITES.map(linkSite), optedIn: new Set<string>(), now, newId: () => "" },
    airportZone: async () => null,
  };

  test("each is ready without being set up", () => {
    const standings = options.vendors.map((vendor) => standingOf(vendor, { ...options, settings: {} }));
    expect(new Set(standings.map(({ state }) => state))).toEqual(new Set(["ready"]));
    expect(new Set(options.vendors.map(({ id }) => id)).size).toBe(LINK_SITES.length);
    expect(options.vendors.every(({ domains }) => domains.join() === "links")).toBe(true);
  });

  test("an id of the operator's is used, and another site of theirs", () => {
    const settings = { ...IDS, KAYAK_SITE: "https://www.kayak.de" };
    const links = openVendors({ ...options, settings }).flatMap(({ ports }) => ports.links ?? []);
    const codes = links.flatMap(({ provider, affiliateCode }) => (affiliateCode ? [[provider, affiliateCode]] : []));
    expect(new Map(codes as [string, string][])).toEqual(CODES);
    const [query] = fc.sample(flight, 1);
    expect(flightLinks(query as FlightQuery, links).at(1)?.url).toMatch(/^https:\/\/www\.kayak\.de\/flights\//);
  });

  test("who can be paid says how", () => {
    expect(LINK_SITES.filter(({ affiliate }) => affiliate)).toEqual([booking, getYourGuide, viatorLinks, klook]);
    for (const { affiliate, plainBecause } of LINK_SITES)
      expect(affiliate === undefined).toBe(plainBecause !== undefined);
  });
});
