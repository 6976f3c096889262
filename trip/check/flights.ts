/** Chosen flights against the days: nothing is visited in the air, before landing or after leaving. */
import { dateInZone, daysBetween } from "../calendar.ts";
import type { FlightLeg, FlightOffer } from "../offer.ts";
import { legsOf } from "../offers/legs.ts";
import type { Destination } from "../trip.ts";
import { type Violation, violation } from "../verdict.ts";
import { clocksOf } from "./clocks.ts";
import { type CheckContext, isJourney, type JudgedItem } from "./context.ts";
import { dayName, span } from "./phrases.ts";

/** From the airport's door to the gate, and from the seat to the door: the least that is ever enough. */
const BEFORE_DEPARTURE_MS = 45 * 60_000;
const AFTER_LANDING_MS = 20 * 60_000;

/** An item on the axis of instants. */
interface Timed {
  judged: JudgedItem;
  starts: number;
  ends: number;
}

export function flightConflictRule(context: CheckContext): Violation[] {
  const { flights } = context.facts;
  if (flights.length === 0) return [];
  const timed = timedItems(context);
  return [...flownOtherwise(context, timed), ...conflicts(context, timed)];
}

function conflicts(context: CheckContext, timed: readonly Timed[]): Violation[] {
  return context.facts.flights.flatMap((flight, index) => {
    const impossible = impossibleTimes(flight);
    if (impossible) {
      const { message, ...saying } = impossible;
      const path = `flights[${index}]`;
      return [violation("flight_conflict", path, message, { ...saying, fix: "look the flight up again" })];
    }
    return legsOf(flight).flatMap((leg) => duringLeg(context, leg, timed));
  });
}

/** By instants: across the date line a flight lands on the day before, and nothing is wrong with it. */
function impossibleTimes(flight: FlightOffer): { message: string; expected: string; actual: string } | null {
  const legs = legsOf(flight);
  const broken = legs.find(({ departureAt, arrivalAt }) => Date.parse(arrivalAt) <= Date.parse(departureAt));
  if (broken) {
    const actual = `${broken.departureAt} to ${broken.arrivalAt}`;
    return { message: `${nameOf(broken)} would land before it departs.`, expected: "landing after departure", actual };
  }
  const [there, back] = legs;
  if (!there || !back || Date.parse(back.departureAt) > Date.parse(there.arrivalAt)) return null;
  return {
    message: `${nameOf(back)} would leave before ${nameOf(there).replace(/^F/, "f")} has landed.`,
    expected: `leaving after ${there.arrivalAt}`,
    actual: back.departureAt,
  };
}

function duringLeg(context: CheckContext, flight: FlightLeg, timed: readonly Timed[]): Violation[] {
  const departs = Date.parse(flight.departureAt);
  const lands = Date.parse(flight.arrivalAt);
  const [gone, there] = [departs - BEFORE_DEPARTURE_MS, lands + AFTER_LANDING_MS];
  const arriving = nearest(context, flight.arrivalAirport, flight.arrivalAt, "arrivalDate");
  const leaving = nearest(context, flight.departureAirport, flight.departureAt, "departureDate");
  return timed.flatMap(({ judged, starts, ends }) => {
    if (isJourney(judged)) return [];
    const isEarly = isDuring(judged, arriving) && starts < there;
    const isLate = isDuring(judged, leaving) && ends > gone;
    if (!isEarly && !isLate && (starts >= there || ends <= gone)) return [];
    const edge = isLate && !isEarly ? { gone } : { there };
    return [conflict(context, flight, judged, edge)];
  });
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A plan may give either end's clock: a short flight's differ by little, a long one's by half a day. */
const LONG_FLIGHT_MINUTES = 300;
const clockDoubt = ({ durationMinutes }: FlightLeg): number =>
  (durationMinutes > LONG_FLIGHT_MINUTES ? 12 : 3) * HOUR_MS;

/** A flight of the plan on the day of a chosen one, at hours at which none of the chosen flies. */
function flownOtherwise({ facts }: CheckContext, timed: readonly Timed[]): Violation[] {
  return timed.flatMap(({ judged, starts, ends }) => {
    if (judged.item.type !== "flight") return [];
    const away = (flight: FlightLeg): number =>
      Math.max(Date.parse(flight.departureAt) - ends, starts - Date.parse(flight.arrivalAt));
    const [nearest] = facts.flights.flatMap(legsOf).toSorted((a, b) => away(a) - away(b));
    if (!nearest || away(nearest) > DAY_MS || away(nearest) <= clockDoubt(nearest)) return [];
    const zone = facts.cities.get(judged.cityId)?.timezone ?? "UTC";
    const departs = clockTime(Date.parse(nearest.departureAt), zone);
    const planned = `${dayName(judged.date)}, ${span(judged)}`;
    const message = `${nameOf(nearest)} leaves at ${departs}; the plan has ${judged.name} on ${planned}.`;
    const saying = { expected: departs, actual: planned, fix: `move it to ${departs}, or choose another flight` };
    return [violation("flight_conflict", judged.path, message, saying)];
  });
}

/** Everything in the plan, where the city's zone is known. */
function timedItems(context: CheckContext): Timed[] {
  const clockOf = clocksOf(context);
  return context.items.flatMap((judged) => {
    const clock = clockOf(judged.cityId);
    if (clock === null) return [];
    const { date, startMinute, endMinute } = judged;
    return [{ judged, starts: clock(date, startMinute), ends: clock(date, Math.max(startMinute, endMinute)) }];
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

function nameOf({ departureAirport, arrivalAirport, flightNumber }: FlightLeg): string {
  return `Flight ${flightNumber ? `${flightNumber} ` : ""}from ${departureAirport} to ${arrivalAirport}`;
}

function conflict(
  { facts }: CheckContext,
  flight: FlightLeg,
  item: JudgedItem,
  edge: { gone: number } | { there: number },
): Violation {
  const city = facts.cities.get(item.cityId);
  const zone = city?.timezone ?? "UTC";
  const at = (instant: number): string => clockTime(instant, zone);
  const [departs, lands] = [at(Date.parse(flight.departureAt)), at(Date.parse(flight.arrivalAt))];
  const times = `leaves at ${departs} and lands at ${lands} (${city?.name ?? "UTC"} time)`;
  const planned = `${item.name} is planned for ${item.item.startTime} on ${dayName(item.date)}`;
  const limit = "there" in edge ? `start at ${at(edge.there)} or later` : `end by ${at(edge.gone)}`;
  return violation("flight_conflict", item.path, `${nameOf(flight)} ${times}; ${planned}.`, {
    expected: "there" in edge ? `after ${at(edge.there)}` : `before ${at(edge.gone)}`,
    actual: `${dayName(item.date)}, ${span(item)}`,
    fix: `${limit}, or drop it`,
  });
}

/** "14:30 on Monday 10 May", by a zone's clock. */
function clockTime(instant: number, zone: string): string {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  return `${clock.format(instant)} on ${dayName(dateInZone(new Date(instant), zone))}`;
}
