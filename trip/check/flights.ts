/** Chosen flights against the days: nothing is visited in the air, before landing or after leaving. */
import { dateInZone, daysBetween } from "../calendar.ts";
import type { FlightOffer } from "../offer.ts";
import type { Destination } from "../trip.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, instantIn, isJourney, type JudgedItem } from "./context.ts";
import { dayName } from "./phrases.ts";

/** From the airport's door to the gate, and from the seat to the door: the least that is ever enough. */
const BEFORE_DEPARTURE_MS = 45 * 60_000;
const AFTER_LANDING_MS = 20 * 60_000;

export function flightConflictRule(context: CheckContext): Violation[] {
  const { flights } = context.facts;
  return flights.flatMap((flight, index) => {
    const gone = Date.parse(flight.departureAt) - BEFORE_DEPARTURE_MS;
    const there = Date.parse(flight.arrivalAt) + AFTER_LANDING_MS;
    const path = `flights[${index}]`;
    if (Date.parse(flight.arrivalAt) <= Date.parse(flight.departureAt)) {
      return [violation("flight_conflict", path, `${nameOf(flight)} would land before it departs.`)];
    }
    const arriving = nearest(context, flight.arrivalAirport, flight.arrivalAt, "arrivalDate");
    const leaving = nearest(context, flight.departureAirport, flight.departureAt, "departureDate");
    return context.items.flatMap((item) => {
      if (isJourney(item)) return [];
      const starts = instantIn(context, item, item.startMinute)?.getTime();
      const ends = instantIn(context, item, Math.max(item.startMinute, item.endMinute))?.getTime();
      if (starts === undefined || ends === undefined) return [];
      const isEarly = isDuring(item, arriving) && starts < there;
      const isLate = isDuring(item, leaving) && ends > gone;
      if (!isEarly && !isLate && (starts >= there || ends <= gone)) return [];
      return [conflict(context, flight, item)];
    });
  });
}

const isDuring = ({ date, cityId }: JudgedItem, destination: Destination | null): boolean =>
  destination !== null &&
  cityId === destination.cityId &&
  date >= destination.arrivalDate &&
  date <= destination.departureDate;

/** The stay in an airport's city that a flight begins or ends: of several, the one nearest in time. */
function nearest(
  { trip, facts }: CheckContext,
  airport: string,
  instant: string,
  edge: "arrivalDate" | "departureDate",
): Destination | null {
  const distance = (destination: Destination): number => {
    const zone = facts.cities.get(destination.cityId)?.timezone ?? "UTC";
    return Math.abs(daysBetween(dateInZone(new Date(instant), zone), destination[edge]));
  };
  const served = trip.destinations.filter(({ cityId }) => facts.cities.get(cityId)?.iataCode === airport);
  return served.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function nameOf({ departureAirport, arrivalAirport, flightNumber }: FlightOffer): string {
  return `Flight ${flightNumber ? `${flightNumber} ` : ""}from ${departureAirport} to ${arrivalAirport}`;
}

function conflict({ facts }: CheckContext, flight: FlightOffer, item: JudgedItem): Violation {
  const zone = facts.cities.get(item.cityId)?.timezone ?? "UTC";
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const at = (instant: string): string =>
    `${clock.format(new Date(instant))} on ${dayName(dateInZone(new Date(instant), zone))}`;
  const times = `leaves at ${at(flight.departureAt)} and lands at ${at(flight.arrivalAt)} (${facts.cities.get(item.cityId)?.name ?? "UTC"} time)`;
  const planned = `${item.name} is planned for ${item.item.startTime} on ${dayName(item.date)}`;
  return violation("flight_conflict", item.path, `${nameOf(flight)} ${times}; ${planned}.`);
}
