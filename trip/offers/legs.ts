/**
 * A flight by its legs: the way there and, where it was sold with it, the way back. Whatever asks when somebody is in
 * the air, at which airport and until when asks every leg; only money is asked of the whole.
 */
import type { FlightLeg, FlightOffer, FlightSegment } from "../offer.ts";

/** In the order they are flown. */
export function legsOf(offer: FlightOffer): readonly FlightLeg[] {
  return offer.returning ? [offer, offer.returning] : [offer];
}

/** Where only the ends of a leg are known, it is taken for one aeroplane. */
export function segmentsOf(leg: FlightLeg): readonly FlightSegment[] {
  return leg.segments && leg.segments.length > 0 ? leg.segments : [leg];
}

/** How often planes are changed; `null` where only the ends are known. */
export function changesOf({ segments }: FlightLeg): number | null {
  return segments && segments.length > 0 ? segments.length - 1 : null;
}

/** Without the airline's code before it: vendors differ in whether they repeat it. */
export function bareNumber({ airlineCode, flightNumber }: FlightSegment): string {
  const number = (flightNumber ?? "").trim();
  const isRepeated = airlineCode !== null && number.startsWith(airlineCode) && number.length > airlineCode.length;
  return isRepeated ? number.slice(airlineCode.length).trim() : number;
}

/** "TP 1272"; empty where nobody says. */
export function flightNumberOf(segment: FlightSegment): string {
  return [segment.airlineCode, bareNumber(segment)].filter(Boolean).join(" ");
}
