/** Vendors that sell what a test gives them: the ports implemented in memory, keeping what they were asked. */
import { randomUUID } from "node:crypto";
import { addDays } from "../../trip/calendar.ts";
import type { Price } from "../../trip/money.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "../../trip/offer.ts";
import type { FlightSearch, StaySearch } from "../../trip/ports.ts";

export function euros(amount: number, change: Partial<Price> = {}): Price {
  return {
    ...{ amountMinor: amount * 100, currency: "EUR", per: "party", basis: "live", provider: "Testair" },
    ...{ fetchedAt: "2026-11-22T09:00:00Z", expiresAt: null },
    ...change,
  };
}

export function flightOffer(offerId: string, price: Price): FlightOffer {
  return {
    ...{ id: randomUUID(), provider: price.provider, offerId, price, departureAirport: "VIE", arrivalAirport: "LIS" },
    ...{ departureAt: "2027-05-10T07:00:00+02:00", arrivalAt: "2027-05-10T09:50:00+01:00", durationMinutes: 230 },
    ...{ airlineCode: "TS", flightNumber: "101", link: null, status: "suggested" },
  };
}

export function stayOffer(propertyName: string, price: Price, cityId: string): StayOffer {
  return {
    ...{ id: randomUUID(), provider: price.provider, offerId: propertyName, price, cityId, propertyName },
    ...{ checkInDate: "2027-05-10", checkOutDate: addDays("2027-05-10", 3), link: null, status: "suggested" },
  };
}

type Answer<Query, Offer> = (query: Query, signal: AbortSignal) => Offer[] | Promise<Offer[]>;

export class TestAirline implements FlightSearch {
  readonly provider = "Testair";
  readonly asked: FlightQuery[] = [];
  answer: Answer<FlightQuery, FlightOffer>;

  constructor(answer: Answer<FlightQuery, FlightOffer>) {
    this.answer = answer;
  }

  async searchFlights(query: FlightQuery, signal: AbortSignal): Promise<FlightOffer[]> {
    this.asked.push(query);
    return this.answer(query, signal);
  }
}

export class TestHotels implements StaySearch {
  readonly provider = "Testbeds";
  readonly asked: StayQuery[] = [];
  answer: Answer<StayQuery, StayOffer>;

  constructor(answer: Answer<StayQuery, StayOffer>) {
    this.answer = answer;
  }

  async searchStays(query: StayQuery, signal: AbortSignal): Promise<StayOffer[]> {
    this.asked.push(query);
    return this.answer(query, signal);
  }
}
