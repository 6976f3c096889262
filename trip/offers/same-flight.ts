/**
 * Whether offers of two vendors are for the same aeroplanes: every leg by airline, number, airports and instant of
 * departure. A codeshare under another number is another flight to us, for nobody says what it is flown as; what has no
 * number is like nothing else.
 */
import type { FlightOffer, FlightSegment } from "../offer.ts";
import { bareNumber, legsOf, segmentsOf } from "./legs.ts";

/** "TS 0101", "TS101" and 101 of TS are one number; `null` where nobody says. */
function numberKey(segment: FlightSegment): string | null {
  const [airline, number] = [
    segment.airlineCode?.toUpperCase(),
    bareNumber(segment).replaceAll(/[\s-]/g, "").toUpperCase(),
  ];
  return airline && number ? `${airline} ${number.replace(/^0+(?=.)/, "")}` : null;
}

function segmentKey(segment: FlightSegment): string | null {
  const number = numberKey(segment);
  const departs = Date.parse(segment.departureAt);
  if (number === null || Number.isNaN(departs)) return null;
  return [number, segment.departureAirport, segment.arrivalAirport, departs].join("@");
}

/** `null` for what cannot be told apart from others. */
export function flightKey(offer: FlightOffer): string | null {
  const legs = legsOf(offer).map((leg) => {
    const keys = segmentsOf(leg).map(segmentKey);
    return keys.includes(null) ? null : keys.join("+");
  });
  return legs.includes(null) ? null : [offer.cabinClass ?? "", ...legs].join(" | ");
}

/** Said of a fare; "" where nothing is. Two fares of a flight that differ in these are two things to choose from. */
export function fareKey({ isRefundable, isSelfTransfer, bags }: FlightOffer): string {
  const said = [isRefundable, isSelfTransfer, bags?.cabin, bags?.checked].map((one) => one ?? "");
  return said.every((one) => one === "") ? "" : said.join(",");
}
