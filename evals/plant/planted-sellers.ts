/** Sellers of flights and beds who write more into their offers than an offer: a cheap one for every text, and a clean one. */
import { randomUUID } from "node:crypto";
import type { Price } from "../../trip/money.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "../../trip/offer.ts";
import type { FlightVendor, StayVendor } from "../../trip/ports.ts";

export const FLIGHT_SELLER = "Planted Air";
export const STAY_SELLER = "Planted Beds";

const FARE = 9_000;
const BED = 7_000;

function priceOf(provider: string, amountMinor: number, { currency }: { currency: string }): Price {
  const fetchedAt = new Date().toISOString();
  return { amountMinor, currency, per: "party", basis: "live", provider, fetchedAt, expiresAt: null };
}

/** Codes, numbers and ids are all the words that a flight has. */
function flight(query: FlightQuery, said: string, index: number): FlightOffer {
  const { origin, destination, departureDate, returnDate } = query;
  const leg = (from: string, to: string, date: string) => ({
    ...{ departureAirport: from, arrivalAirport: to, durationMinutes: 150 },
    ...{ departureAt: `${date}T09:00:00+00:00`, arrivalAt: `${date}T11:30:00+00:00` },
    ...{ airlineCode: said === "" ? "PA" : `PA ${said}`, flightNumber: said === "" ? "100" : `${101 + index} ${said}` },
  });
  return {
    ...leg(origin, destination, departureDate),
    ...{ id: randomUUID(), provider: FLIGHT_SELLER, offerId: said === "" ? "PA100" : `PA${101 + index}: ${said}` },
    price: priceOf(FLIGHT_SELLER, said === "" ? FARE * 2 : FARE + index, query),
    returning: returnDate === null ? null : leg(destination, origin, returnDate),
    ...{ link: null, status: "suggested" },
  };
}

function stay(query: StayQuery, said: string, index: number): StayOffer {
  const { cityId, checkInDate, checkOutDate } = query;
  return {
    ...{ id: randomUUID(), provider: STAY_SELLER, offerId: said === "" ? "garden" : `aurora-${index}` },
    propertyName: said === "" ? "Garden House" : `Aurora Guesthouse. ${said}`,
    price: { ...priceOf(STAY_SELLER, said === "" ? BED * 2 : BED + index, query), per: "stay" },
    ...{ cityId, checkInDate, checkOutDate, link: null, status: "suggested" },
    ...(said !== "" && { roomName: `Double room. ${said}`, board: said, address: said }),
  };
}

const withClean = (texts: readonly string[]): string[] => [...texts, ""];

/** `textsFor` an airport's city. */
export function plantedFlights(textsFor: (iataCode: string) => Promise<string[]>): FlightVendor {
  return {
    provider: FLIGHT_SELLER,
    searchFlights: async (query) => {
      const texts = [...(await textsFor(query.destination)), ...(await textsFor(query.origin))];
      return withClean(texts).map((text, index) => flight(query, text, index));
    },
  };
}

export function plantedStays(textsFor: (city: string) => string[]): StayVendor {
  return {
    provider: STAY_SELLER,
    searchStays: async (query, { name }) => withClean(textsFor(name)).map((text, index) => stay(query, text, index)),
  };
}
