/** Chosen flights and beds, a line each: a line for each way, the price where it belongs, and what is due on the spot. */
import { formatDateShort } from "../calendar.ts";
import { formatMoney, type Price } from "../money.ts";
import type { FlightLeg, FlightOffer, StayOffer } from "../offer.ts";
import { flightNumberOf, legsOf } from "../offers/legs.ts";
import { costText, dateRangeText, listed, plainText } from "./words.ts";

function priceText(price: Price, travelers: number): string {
  const test = price.basis === "sandbox" ? " (a test price, not for sale)" : "";
  return `${costText(price, travelers)} from ${plainText(price.provider)}${test}`;
}

/** Offers carry the local time of their airport; the offset is for computers. */
function atText(at: string): string {
  return `${formatDateShort(at.slice(0, 10))} ${at.slice(11, 16)}${at.endsWith("Z") ? " UTC" : ""}`;
}

/** "change at MAD"; `null` for one aeroplane, or where nobody says. */
export function changesText({ segments = [] }: FlightLeg): string | null {
  const airports = segments.slice(0, -1).map(({ arrivalAirport }) => plainText(arrivalAirport));
  return airports.length === 0 ? null : `${airports.length === 1 ? "change" : "changes"} at ${listed(airports)}`;
}

export function flightLines(flight: FlightOffer, travelers: number): string[] {
  const booked = flight.status === "booked" ? ", booked" : "";
  const isBoth = legsOf(flight).length > 1;
  return legsOf(flight).map((leg, index) => {
    const number = plainText(flightNumberOf(leg));
    const name = number === "" ? "Flight" : `Flight ${number}`;
    const changes = changesText(leg);
    const price = `${priceText(flight.price, travelers)}${isBoth ? ", the way back included" : ""}`;
    return (
      `${name}, ${leg.departureAirport} ${atText(leg.departureAt)} to ` +
      `${leg.arrivalAirport} ${atText(leg.arrivalAt)}${changes ? `, ${changes}` : ""}: ` +
      `${index === 0 ? price : "included"}${booked}`
    );
  });
}

/** "plus €12 due at the property"; what is due on the spot is no part of the price. */
function duesText({ dueAtProperty }: StayOffer): string {
  if (dueAtProperty === null) return ", what is due at the property itself is not known";
  return dueAtProperty && dueAtProperty.amountMinor > 0
    ? `, plus ${formatMoney(dueAtProperty)} due at the property`
    : "";
}

export function stayLine(stay: StayOffer, travelers: number): string {
  const { freeCancellationUntil, status, price } = stay;
  const booked = status === "booked" ? ", booked" : "";
  const free = freeCancellationUntil ? `, free to cancel until ${formatDateShort(freeCancellationUntil)}` : "";
  const dates = dateRangeText(stay.checkInDate, stay.checkOutDate);
  return `${plainText(stay.propertyName)}, ${dates}: ${priceText(price, travelers)}${duesText(stay)}${free}${booked}`;
}
