/** A search for flights over a database, as one process has it: tests of several make several. */
import { randomUUID } from "node:crypto";
import { createFlightSearchCache } from "../../../db/stores/search-caches.ts";
import { createSearchClaims } from "../../../db/stores/search-claims.ts";
import type { Database } from "../../../db/transaction.ts";
import {
  createVendorAnswers,
  type LookupOutcome,
  type VendorAnswers,
} from "../../../providers/offers/vendor-answers.ts";
import { type FlightOffer, type FlightQuery, flightOfferSchema } from "../../../trip/offer.ts";
import { isFlightAnswer } from "../../../trip/offers/is-answer.ts";

export const TO_LISBON: FlightQuery = {
  ...{ origin: "VIE", destination: "LIS", departureDate: "2027-05-10", returnDate: null },
  ...{ passengers: 2, cabinClass: "economy", currency: "EUR" },
};

export interface FlightSearchOptions {
  readonly now?: () => Date;
  readonly deadlineMs?: number;
  readonly leaseMs?: number;
  readonly onLookup?: (outcome: LookupOutcome) => void;
}

export function flightSearch(
  db: Database,
  { now = () => new Date(), leaseMs, ...options }: FlightSearchOptions = {},
): VendorAnswers<FlightQuery, FlightOffer> {
  return createVendorAnswers({
    ...{ cache: createFlightSearchCache({ db, now }), claims: createSearchClaims({ db, leaseMs }) },
    ...{ schema: flightOfferSchema, isAnswer: isFlightAnswer, newId: randomUUID },
    ...options,
  });
}
