/**
 * Whether an offer is an answer to the search it came with. Vendors mix things up, and what was kept may have been
 * tampered with: an offer for another day, another way or in another currency must never be sold as the one asked for.
 */
import type { FlightLeg, FlightOffer, FlightQuery, StayOffer, StayQuery } from "../offer.ts";

const isSameCode = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

/** The day on the clock of the airport it leaves from. */
const leavesOn = ({ departureAt }: FlightLeg, date: string): boolean => departureAt.startsWith(date);

function leads(leg: FlightLeg, from: string, to: string): boolean {
  return isSameCode(leg.departureAirport, from) && isSameCode(leg.arrivalAirport, to);
}

/** A way there without its way back may be part of an answer; a way back that nobody asked for would be paid for. */
export function isFlightAnswer(query: FlightQuery, offer: FlightOffer): boolean {
  const { origin, destination, departureDate, returnDate, currency } = query;
  const { returning, price } = offer;
  if (!leads(offer, origin, destination) || !leavesOn(offer, departureDate)) return false;
  if (!isSameCode(price.currency, currency ?? "EUR")) return false;
  if (!returning) return true;
  return Boolean(returnDate) && leads(returning, destination, origin) && leavesOn(returning, returnDate ?? "");
}

export function isStayAnswer(query: StayQuery, offer: StayOffer): boolean {
  const isThere = offer.cityId.toLowerCase() === query.cityId.toLowerCase();
  const isThen = offer.checkInDate === query.checkInDate && offer.checkOutDate === query.checkOutDate;
  return isThere && isThen && isSameCode(offer.price.currency, query.currency ?? "EUR");
}
