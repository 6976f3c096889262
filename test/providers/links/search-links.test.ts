/** Outbound links: each is a whole URL that carries the search, whatever the city is called. */
import { describe, expect, test } from "vitest";
import { flightLinks, stayLinks } from "../../../providers/links/search-links.ts";
import { type FlightQuery, type StayQuery, searchLinkSchema } from "../../../trip/offer.ts";

const flight: FlightQuery = {
  ...{ origin: "VIE", destination: "LIS", departureDate: "2027-05-10", returnDate: null },
  ...{ passengers: 2, cabinClass: "economy", currency: "EUR" },
};
const stay: StayQuery = {
  ...{ cityId: "00000000-0000-4000-8000-000000000000", checkInDate: "2027-05-10", checkOutDate: "2027-05-13" },
  ...{ guests: 2, rooms: 1, currency: "EUR" },
};

const urlsOf = (links: readonly { url: string }[]): URL[] => links.map(({ url }) => new URL(url));

describe("flights", () => {
  test("one way", () => {
    const [google, kayak] = urlsOf(flightLinks(flight));
    expect(google?.hostname).toBe("www.google.com");
    expect(google?.searchParams.get("q")).toBe("Flights from VIE to LIS on 2027-05-10 for 2");
    expect(google?.searchParams.get("curr")).toBe("EUR");
    expect(kayak?.pathname).toBe("/flights/VIE-LIS/2027-05-10/2adults");
  });

  test("there and back", () => {
    const [google, kayak] = urlsOf(flightLinks({ ...flight, returnDate: "2027-05-14" }));
    expect(google?.searchParams.get("q")).toContain("returning 2027-05-14");
    expect(kayak?.pathname).toBe("/flights/VIE-LIS/2027-05-10/2027-05-14/2adults");
  });
});

describe("stays", () => {
  test.each(["Lisbon, Portugal", "São Paulo, Brazil", "Xi'an, China", "A&B=C?#/, Nowhere", "東京, Japan"])(
    "%s survives the way there",
    (name) => {
      const [booking, airbnb] = urlsOf(stayLinks(stay, name));
      expect(Object.fromEntries(booking?.searchParams ?? [])).toEqual({
        ...{ ss: name, checkin: "2027-05-10", checkout: "2027-05-13" },
        ...{ group_adults: "2", no_rooms: "1", selected_currency: "EUR" },
      });
      expect(decodeURIComponent(airbnb?.pathname ?? "")).toBe(`/s/${name}/homes`);
      expect(Object.fromEntries(airbnb?.searchParams ?? [])).toMatchObject({ checkin: "2027-05-10", adults: "2" });
    },
  );
});

test("each names its provider and is a link as the schema wants it, over https", () => {
  const links = [...flightLinks(flight), ...stayLinks(stay, "Lisbon, Portugal")];
  expect(links.map((link) => searchLinkSchema.parse(link))).toEqual(links);
  expect(new Set(links.map(({ provider }) => provider)).size).toBe(links.length);
  expect(urlsOf(links).every(({ protocol }) => protocol === "https:")).toBe(true);
});
