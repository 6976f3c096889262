/**
 * What an offer costs the whole party for all of it, as far as that is known: its price, and what is due at the
 * property. Offers are compared by this and by nothing else.
 */
import { partyAmount } from "../budget.ts";
import { daysBetween } from "../calendar.ts";
import { convert, type Rates } from "../exchange.ts";
import type { Money } from "../money.ts";
import type { FlightOffer, StayOffer } from "../offer.ts";

/** In which currency costs are compared, and for how many. */
export interface Purse {
  readonly currency: string;
  readonly people: number;
  readonly rates: Rates;
}

export const isStay = (offer: StayOffer | FlightOffer): offer is StayOffer => "propertyName" in offer;

export const nightsOf = ({ checkInDate, checkOutDate }: StayOffer): number =>
  Math.max(1, daysBetween(checkInDate, checkOutDate));

/** In minor units of the purse's currency; `null` where no rate is known. */
export function costOf(offer: StayOffer | FlightOffer, { currency, people, rates }: Purse): number | null {
  const price = partyAmount(offer.price, people, isStay(offer) ? nightsOf(offer) : 1);
  const parts: Money[] = [price, ...(isStay(offer) && offer.dueAtProperty ? [offer.dueAtProperty] : [])];
  const converted = parts.map((part) => convert(part, currency, rates)?.amountMinor ?? null);
  return converted.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
