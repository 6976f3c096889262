/**
 * Whether the search that an offer answered was one for this trip: its dates, its whole party. A price for two is nothing
 * to reckon with for four, whatever the offer itself says. Cabin, rooms and currency are the traveller's own to choose.
 */
import { addDays } from "../calendar.ts";
import type { FlightQuery, StayQuery } from "../offer.ts";
import type { Trip } from "../trip.ts";

/** What the traveller says of the flight beyond the trip. */
export interface FlightDates {
  readonly departureDate?: string | undefined;
  readonly returnDate?: string | undefined;
}

const isWithin = (date: string, from: string, to: string): boolean => date >= from && date <= to;

/** Words for what differs, to be put after "a search for"; `null` where it suits. */
export function unsuitedFlight(
  { passengers, departureDate, returnDate }: FlightQuery,
  { travelers, startDate, endDate }: Trip,
  named: FlightDates,
): string | null {
  if (passengers !== travelers) return `${passengers} of you, and the trip is of ${travelers}`;
  // Who lands on the first day may have left on the day before.
  const isThen = named.departureDate
    ? departureDate === named.departureDate
    : isWithin(departureDate, addDays(startDate, -1), endDate);
  const isBackThen =
    named.returnDate || !returnDate
      ? (returnDate ?? undefined) === named.returnDate
      : isWithin(returnDate, startDate, addDays(endDate, 1));
  if (isThen && isBackThen) return null;
  return `${departureDate}${returnDate ? ` to ${returnDate}` : ""}, and the trip is from ${startDate} to ${endDate}`;
}

export function unsuitedStay({ cityId, checkInDate, checkOutDate, guests }: StayQuery, trip: Trip): string | null {
  if (guests !== trip.travelers) return `${guests} of you, and the trip is of ${trip.travelers}`;
  const nights = trip.destinations.filter((destination) => destination.cityId === cityId);
  if (nights.some((one) => one.arrivalDate === checkInDate && one.departureDate === checkOutDate)) return null;
  const words = nights.map(({ arrivalDate, departureDate }) => `${arrivalDate} to ${departureDate}`).join(", ");
  return `${checkInDate} to ${checkOutDate}, and the nights there are ${words}`;
}
