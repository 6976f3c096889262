/** What any vendor of flights is asked, live: Vienna to Lisbon in two months, there and back in a week. */
import { expect } from "vitest";
import { addDays } from "../../trip/calendar.ts";
import { type FlightQuery, flightOfferSchema } from "../../trip/offer.ts";
import type { LiveQuestion } from "./describe-live.ts";

function question(says: string, query: FlightQuery): LiveQuestion {
  return {
    says,
    ask: async (ports, scope) => ports.flights?.searchFlights(query, scope),
    holds: (answer) => {
      const offers = flightOfferSchema.array().nonempty().parse(answer);
      for (const { price, departureAt, returning } of offers) {
        expect(price).toMatchObject({ currency: query.currency, amountMinor: expect.any(Number) });
        expect(Date.parse(price.expiresAt ?? "")).toBeGreaterThan(Date.now());
        expect(departureAt.slice(0, 10)).toBe(query.departureDate);
        expect(returning?.departureAt.slice(0, 10)).toBe(query.returnDate ?? undefined);
      }
    },
  };
}

export function liveFlights(currency: string): LiveQuestion[] {
  const departureDate = addDays(new Date().toISOString().slice(0, 10), 60);
  const query: FlightQuery = {
    ...{ origin: "VIE", destination: "LIS", departureDate, returnDate: null },
    ...{ passengers: 2, cabinClass: "economy", currency },
  };
  const returnDate = addDays(departureDate, 7);
  return [question("one way", query), question("there and back", { ...query, returnDate })];
}
