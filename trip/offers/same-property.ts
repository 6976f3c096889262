/**
 * Which offers are for the same house: the same name (`property-name.ts`) within a short walk, or the same name in the
 * same city where somebody does not say where it is. Where that could mean two houses it is taken for two: a traveller
 * loses nothing by seeing a house twice, and a night by being sent to the wrong one.
 */
import { distanceMeters } from "../geo.ts";
import type { StayOffer } from "../offer.ts";
import type { Coordinates } from "../place.ts";
import { isTelling, propertyKey } from "./property-name.ts";

/** Vendors put a house's pin at its door, its middle or its street. */
const SAME_HOUSE_METERS = 250;

/** Everything that must be equal before places are looked at. */
const bookingKey = ({ cityId, checkInDate, checkOutDate, propertyName }: StayOffer): string =>
  JSON.stringify([cityId, checkInDate, checkOutDate, propertyKey(propertyName)]);

type Located = StayOffer & { location: Coordinates };
const isLocated = (offer: StayOffer): offer is Located => offer.location != null;

/** Each offer in one group; the groups do not depend on the order of the offers. */
export function byProperty(offers: readonly StayOffer[]): StayOffer[][] {
  return [...Map.groupBy(offers, bookingKey).values()].flatMap(sameName);
}

function sameName(offers: readonly StayOffer[]): StayOffer[][] {
  const houses: StayOffer[][] = neighbourhoods(offers.filter(isLocated)).flatMap(housesIn);
  const somewhere = offers.filter((offer) => !isLocated(offer));
  if (somewhere.length === 0) return houses;
  const [first] = offers;
  if (!first || !isTelling(first.propertyName)) return [...houses, ...somewhere.map((offer) => [offer])];
  const [only, ...others] = houses;
  if (only && others.length === 0) return [[...only, ...somewhere]];
  return [...houses, somewhere];
}

const isNear = (a: Located, b: Located): boolean => distanceMeters(a.location, b.location) <= SAME_HOUSE_METERS;

/** Joined by steps that are short enough, each. */
function neighbourhoods(offers: readonly Located[]): Located[][] {
  const groups: Located[][] = [];
  for (const offer of offers) {
    const near = groups.filter((group) => group.some((other) => isNear(offer, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), offer]);
  }
  return groups;
}

const pinOf = ({ location: { lat, lon } }: Located): string => `${lat},${lon}`;

/** A vendor knows its own houses apart: two pins of one vendor are two houses, and so are the ends of a long row. */
function housesIn(group: Located[]): Located[][] {
  const pins = new Map<string, Set<string>>();
  for (const offer of group) {
    pins.set(offer.provider, (pins.get(offer.provider) ?? new Set()).add(pinOf(offer)));
  }
  const isOne =
    [...pins.values()].every(({ size }) => size === 1) && group.every((a) => group.every((b) => isNear(a, b)));
  return isOne ? [group] : [...Map.groupBy(group, pinOf).values()];
}

/** What is said of cancelling; "" where nothing is. */
export function termsKey({ isRefundable, freeCancellationUntil }: StayOffer): string {
  if (freeCancellationUntil) return "free until";
  return isRefundable == null ? "" : String(isRefundable);
}
