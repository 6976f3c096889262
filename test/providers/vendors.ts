/** Vendors that sell what a test gives them: the ports implemented in memory, keeping what they were asked. */
import { randomUUID } from "node:crypto";
import { addDays } from "../../trip/calendar.ts";
import type { Price } from "../../trip/money.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "../../trip/offer.ts";
import type { CityNamed, FlightVendor, StayVendor, VendorScope } from "../../trip/ports.ts";

const AIRLINE = "Testair";

export function euros(amount: number, change: Partial<Price> = {}): Price {
  return {
    ...{ amountMinor: amount * 100, currency: "EUR", per: "party", basis: "live", provider: AIRLINE },
    ...{ fetchedAt: "2026-11-22T09:00:00Z", expiresAt: null },
    ...change,
  };
}

/** Offers of one id are for one flight, whoever sells them. */
export function flightOffer(offerId: string, price: Price): FlightOffer {
  return {
    ...{ id: randomUUID(), provider: price.provider, offerId, price, departureAirport: "VIE", arrivalAirport: "LIS" },
    ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00", durationMinutes: 230 },
    ...{ airlineCode: "TS", flightNumber: offerId, link: null, status: "suggested" },
  };
}

/** Testbeds sells it, unless the price says that somebody else does. */
export function stayOffer(propertyName: string, asked: Price, cityId: string): StayOffer {
  const provider = asked.provider === AIRLINE ? "Testbeds" : asked.provider;
  const price = { ...asked, provider };
  return {
    ...{ id: randomUUID(), provider, offerId: propertyName, price, cityId, propertyName },
    ...{ checkInDate: "2027-05-10", checkOutDate: addDays("2027-05-10", 3), link: null, status: "suggested" },
  };
}

type Answer<Query, Offer> = (query: Query, scope: VendorScope) => Offer[] | Promise<Offer[]>;

export class TestAirline implements FlightVendor {
  readonly provider: string;
  readonly asked: FlightQuery[] = [];
  answer: Answer<FlightQuery, FlightOffer>;

  constructor(answer: Answer<FlightQuery, FlightOffer>, provider = AIRLINE) {
    this.answer = answer;
    this.provider = provider;
  }

  async searchFlights(query: FlightQuery, scope: VendorScope): Promise<FlightOffer[]> {
    this.asked.push(query);
    return this.answer(query, scope);
  }
}

export class TestHotels implements StayVendor {
  readonly provider: string;
  readonly asked: StayQuery[] = [];
  answer: Answer<StayQuery, StayOffer>;

  constructor(answer: Answer<StayQuery, StayOffer>, provider = "Testbeds") {
    this.answer = answer;
    this.provider = provider;
  }

  async searchStays(query: StayQuery, _city: CityNamed, scope: VendorScope): Promise<StayOffer[]> {
    this.asked.push(query);
    return this.answer(query, scope);
  }
}
