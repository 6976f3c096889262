/** An offer in one line, as a person is asked about it: what it is, what it costs, who sells it. */
import { formatMoney } from "../money.ts";
import type { FlightLeg, FlightOffer, StayOffer } from "../offer.ts";
import { isStay } from "./cost.ts";
import { flightNumberOf, legsOf } from "./legs.ts";

function legWords(leg: FlightLeg): string {
  const route = `${leg.departureAirport}–${leg.arrivalAirport}, ${leg.departureAt.slice(0, 16).replace("T", " ")}`;
  return `${flightNumberOf(leg)} ${route}`.trim();
}

export function nameOf(offer: StayOffer | FlightOffer): string {
  if (isStay(offer)) return `${offer.propertyName}, ${offer.checkInDate} to ${offer.checkOutDate}`;
  return legsOf(offer).map(legWords).join(", back ");
}

const PER = { person: "a person", party: "for everybody", night: "a night", stay: "for the stay" } as const;

function duesWords(offer: StayOffer | FlightOffer): string {
  if (!isStay(offer) || !offer.dueAtProperty || offer.dueAtProperty.amountMinor === 0) return "";
  return ` plus ${formatMoney(offer.dueAtProperty)} due there`;
}

export function told(offer: StayOffer | FlightOffer): string {
  const { price, provider } = offer;
  return `${nameOf(offer)} (${formatMoney(price)} ${PER[price.per]}${duesWords(offer)}, ${provider})`;
}

/** Two beds for one night, or two flights between the same towns, are one too many. */
export function takesThePlaceOf(chosen: StayOffer | FlightOffer, before: StayOffer | FlightOffer): boolean {
  if (isStay(chosen) && isStay(before)) {
    return chosen.checkInDate < before.checkOutDate && before.checkInDate < chosen.checkOutDate;
  }
  if (isStay(chosen) || isStay(before)) return false;
  const routeOf = (leg: FlightLeg): string => `${leg.departureAirport}–${leg.arrivalAirport}`;
  const routes = legsOf(chosen).map(routeOf);
  return legsOf(before).some((leg) => routes.includes(routeOf(leg)));
}
