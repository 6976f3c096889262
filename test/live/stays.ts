/** What any vendor of stays is asked, live: three nights in Porto in two months, for two. */
import { expect } from "vitest";
import { addDays } from "../../trip/calendar.ts";
import { type StayQuery, stayOfferSchema } from "../../trip/offer.ts";
import { PORTO } from "../providers/porto.ts";
import type { LiveQuestion } from "./describe-live.ts";

export function liveStays(currency: string): LiveQuestion[] {
  const checkInDate = addDays(new Date().toISOString().slice(0, 10), 60);
  const query: StayQuery = {
    ...{ cityId: PORTO.id, checkInDate, checkOutDate: addDays(checkInDate, 3), guests: 2, rooms: 1, currency },
  };
  return [
    {
      says: "a room in Porto",
      ask: async (ports, scope) => ports.stays?.searchStays(query, PORTO, scope),
      holds: (answer) => {
        const offers = stayOfferSchema.array().nonempty().parse(answer);
        for (const { price, checkOutDate, freeCancellationUntil } of offers) {
          expect(price).toMatchObject({ currency, per: "stay" });
          expect(Date.parse(price.expiresAt ?? "")).toBeGreaterThan(Date.now());
          expect(checkOutDate).toBe(query.checkOutDate);
          expect((freeCancellationUntil ?? "") <= checkInDate).toBe(true);
        }
      },
    },
  ];
}
