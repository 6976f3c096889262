/**
 * One way of a journey from the flights that a vendor lists, or nothing where they do not make one: vendors send flights
 * that arrive before they depart, changes that cannot be caught, and other days or airports than were asked for.
 */
import type { FlightLeg, FlightOffer, FlightQuery, FlightSegment } from "../../trip/offer.ts";
import { flightTimes, type LocalTime } from "./airport-time.ts";

/** One aeroplane as vendors tell it. */
export interface SaidSegment {
  readonly from: string;
  readonly to: string;
  readonly departure: LocalTime;
  readonly arrival: LocalTime;
  readonly durationMinutes?: number | null;
  readonly airlineCode?: string | null | undefined;
  readonly flightNumber?: string | null | undefined;
}

/** One aeroplane, with its stops, is never longer under way; no journey is sold that is. */
const LONGEST_SEGMENT_MINUTES = 36 * 60;
const LONGEST_LEG_MINUTES = 96 * 60;

const AIRPORT = /^[A-Z]{3}$/;

function codeOr(pattern: RegExp, text: string | null | undefined): string | null {
  const code = text?.trim().toUpperCase() ?? "";
  return pattern.test(code) ? code : null;
}

function segmentOf(said: SaidSegment): (FlightSegment & { minutes: number }) | null {
  const { from, to, departure, arrival, durationMinutes, airlineCode, flightNumber } = said;
  const times = flightTimes(departure, arrival, durationMinutes);
  if (!AIRPORT.test(from) || !AIRPORT.test(to) || from === to || times === null) return null;
  if (times.durationMinutes > LONGEST_SEGMENT_MINUTES) return null;
  return {
    departureAirport: from,
    arrivalAirport: to,
    departureAt: times.departureAt,
    arrivalAt: times.arrivalAt,
    airlineCode: codeOr(/^[A-Z0-9]{2}$/, airlineCode),
    flightNumber: codeOr(/^\d{1,4}[A-Z]?$/, flightNumber),
    minutes: times.durationMinutes,
  };
}

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

/** `null` where any of it makes no sense: half a journey is none. Airline and number are those of the first flight. */
export function flightLegOf(said: readonly SaidSegment[]): FlightLeg | null {
  const read = said.map(segmentOf);
  const segments = read.flatMap((segment) => {
    if (segment === null) return [];
    const { minutes: _, ...rest } = segment;
    return [rest];
  });
  const [first] = segments;
  const last = segments.at(-1);
  if (first === undefined || last === undefined || segments.length < said.length) return null;
  const isInOrder = segments.every((segment, at) => {
    const next = segments[at + 1];
    return next === undefined || minutesBetween(segment.arrivalAt, next.departureAt) >= 0;
  });
  const durationMinutes = Math.round(minutesBetween(first.departureAt, last.arrivalAt));
  if (!isInOrder || durationMinutes > LONGEST_LEG_MINUTES) return null;
  const { arrivalAirport, arrivalAt } = last;
  return { ...first, arrivalAirport, arrivalAt, durationMinutes, segments };
}

type Ways = Pick<FlightOffer, "departureAirport" | "arrivalAirport" | "departureAt" | "arrivalAt" | "returning">;

function isWay(leg: Omit<Ways, "returning">, from: string, to: string, date: string): boolean {
  return leg.departureAirport === from && leg.arrivalAirport === to && leg.departureAt.startsWith(`${date}T`);
}

/** Whether it is what was asked for: these airports, these dates as their clocks show them, both ways or one. */
export function isAskedFor(ways: Ways, query: FlightQuery): boolean {
  const { origin, destination, departureDate, returnDate } = query;
  if (!isWay(ways, origin, destination, departureDate)) return false;
  const back = ways.returning ?? null;
  if (returnDate === null || back === null) return returnDate === null && back === null;
  return isWay(back, destination, origin, returnDate) && minutesBetween(ways.arrivalAt, back.departureAt) > 0;
}
