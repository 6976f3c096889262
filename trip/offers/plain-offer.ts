/**
 * An offer whose words nobody has to fear: a hotel may call itself anything, and whoever lists it may write links and
 * markup into its name. Codes are codes or nothing. Ids, links and figures stay as the vendor said them.
 */
import type { FlightLeg, FlightOffer, FlightSegment, StayOffer } from "../offer.ts";
import { strangersName, strangersTextOrNull } from "../strangers-words.ts";

/** Carrier and number as airlines write them: "TP", "TP1234", "1234A". */
const CODE = /^[A-Z0-9][A-Z0-9 -]{0,9}$/i;
const code = (text: string | null): string | null => (text !== null && CODE.test(text) ? text : null);

function plainSegment<Segment extends FlightSegment>(segment: Segment): Segment {
  return { ...segment, airlineCode: code(segment.airlineCode), flightNumber: code(segment.flightNumber) };
}

function plainLeg<Leg extends FlightLeg>(leg: Leg): Leg {
  return { ...plainSegment(leg), ...(leg.segments && { segments: leg.segments.map(plainSegment) }) };
}

export function plainFlight(offer: FlightOffer): FlightOffer {
  return { ...plainLeg(offer), ...(offer.returning && { returning: plainLeg(offer.returning) }) };
}

export function plainStay(offer: StayOffer): StayOffer {
  const { address, roomName, board } = offer;
  return {
    ...offer,
    propertyName: strangersName(offer.propertyName),
    ...(address !== undefined && { address: strangersTextOrNull(address) }),
    ...(roomName !== undefined && { roomName: strangersTextOrNull(roomName) }),
    ...(board !== undefined && { board: strangersTextOrNull(board) }),
  };
}
