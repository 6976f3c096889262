/** Links by their names, and which product is about which place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSearchLabel, mayNeedTicket, searchLabel, tourOf } from "../../trip/booking-link.ts";
import type { Price } from "../../trip/money.ts";
import type { Tour } from "../../trip/vendor-ports.ts";

const tour = (title: string, reviewCount: number | null): Tour => ({
  ...{ provider: "Viator", productId: title, title, link: "https://www.viator.com/1", affiliateCode: null },
  ...{ priceFrom: null, durationMinutes: null, rating: null, reviewCount, isFreeToCancel: null },
});

test("a search's name says that it is one, and fits its column", () => {
  expect(searchLabel("Viator")).toBe("Viator (search)");
  expect(searchLabel("Booking.com", "Lisbon", "2027-05-10")).toBe("Booking.com: Lisbon, 2027-05-10 (search)");
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 200 }), (provider, where) => {
      const label = searchLabel(provider, where, "2027-05-10");
      expect(label.length).toBeLessThanOrEqual(50);
      expect(isSearchLabel(label)).toBe(true);
    }),
  );
  expect(isSearchLabel("Viator")).toBe(false);
});

test("of the products about a place, the one that most people have judged", () => {
  const place = { name: "Belém Tower", nameLocal: "Torre de Belém" };
  const found = [tour("Belém Tower ticket", 3), tour("Torre de Belém e-ticket", 90), tour("Belém walk", 5_000)];
  expect(tourOf(place, found)?.title).toBe("Torre de Belém e-ticket");
  expect(tourOf(place, [tour("Belém walk", 5_000)])).toBeNull();
  expect(tourOf(place, [])).toBeNull();
});

test("what is free needs no ticket, unless it has to be booked", () => {
  const euros = (amountMinor: number): Price => ({
    ...{ amountMinor, currency: "EUR", per: "person", basis: "open-data", provider: "OpenStreetMap" },
    ...{ fetchedAt: "2026-11-22", expiresAt: null },
  });
  expect(mayNeedTicket({ admission: euros(0), bookingNeeded: null })).toBe(false);
  expect(mayNeedTicket({ admission: euros(0), bookingNeeded: true })).toBe(true);
  expect(mayNeedTicket({ admission: euros(1_200), bookingNeeded: false })).toBe(true);
  expect(mayNeedTicket({ admission: null, bookingNeeded: null })).toBe(true);
});
