/** What adapters of several stay vendors do alike: guests to rooms, what is believed of an offer, one offer a house. */
import { distanceMeters } from "../../trip/geo.ts";
import type { StayOffer } from "../../trip/offer.ts";
import type { Coordinates } from "../../trip/place.ts";

/** As far from the centre as vendors are asked to look. */
export const SEARCH_RADIUS_METERS = 15_000;
/** A house beyond is in another place, whatever its vendor says. */
export const FAR_METERS = 2 * SEARCH_RADIUS_METERS;
export const MAX_STAYS = 100;

/** Guests a room, as evenly as can be: nobody said who sleeps where. A room that is asked for has somebody in it. */
export function guestsByRoom(guests: number, rooms: number): number[] {
  return Array.from({ length: rooms }, (_, index) =>
    Math.max(1, Math.floor(guests / rooms) + (index < guests % rooms ? 1 : 0)),
  );
}

/** Vendors write 0 and 0 where they do not know. */
export function locationOf(lat: number | null | undefined, lon: number | null | undefined): Coordinates | null {
  if (typeof lat !== "number" || typeof lon !== "number" || (lat === 0 && lon === 0)) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

export function isNear(location: Coordinates | null, centre: Coordinates): boolean {
  return location === null || distanceMeters(location, centre) <= FAR_METERS;
}

/** A score within its scale, above nothing; vendors write 0 for a house that nobody rated. */
export function scoreOf(score: number | null | undefined, max: number): number | null {
  return typeof score === "number" && score > 0 && score <= max ? score : null;
}

/** The cheapest of each house, in the vendor's order. All are of one search, and so of one currency. */
export function cheapestByHouse<Offer extends Pick<StayOffer, "price">>(
  offers: readonly { house: string; offer: Offer }[],
): Offer[] {
  const cheapest = new Map<string, Offer>();
  for (const { house, offer } of offers) {
    const known = cheapest.get(house);
    if (known === undefined || offer.price.amountMinor < known.price.amountMinor) cheapest.set(house, offer);
  }
  return [...cheapest.values()].slice(0, MAX_STAYS);
}
