/** Offers as a search shows them: what a choice is made by. Every aeroplane of a way stays with the offer, unseen. */
import type { z } from "zod";
import { type FlightOffer, flightOfferSchema, type StayOffer, stayOfferSchema } from "../trip/offer.ts";
import { MOST_OFFERS } from "./offer-notices.ts";

/** Named in the tool's schema; what else an offer has comes with it. */
export const shownFlightSchema = flightOfferSchema
  .pick({
    ...{ id: true, provider: true, offerId: true, price: true, departureAirport: true, arrivalAirport: true },
    ...{ departureAt: true, arrivalAt: true, durationMinutes: true, returning: true, link: true, reason: true },
  })
  .loose();
export const shownStaySchema = stayOfferSchema
  .pick({
    ...{ id: true, provider: true, offerId: true, price: true, cityId: true, propertyName: true },
    ...{ checkInDate: true, checkOutDate: true, dueAtProperty: true, link: true, reason: true },
  })
  .loose();

function withoutSegments<Leg extends { segments?: unknown }>(flown: Leg): Omit<Leg, "segments"> {
  const { segments: _, ...leg } = flown;
  return leg;
}

export function shownFlights(offers: readonly FlightOffer[]): z.input<typeof shownFlightSchema>[] {
  return offers.slice(0, MOST_OFFERS).map(({ returning, ...offer }) => ({
    ...withoutSegments(offer),
    ...(returning && { returning: withoutSegments(returning) }),
  }));
}

export const shownStays = (offers: readonly StayOffer[]): z.input<typeof shownStaySchema>[] =>
  offers.slice(0, MOST_OFFERS);
