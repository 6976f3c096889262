/**
 * When the traveller gets there and has to be gone again, where flights or the traveller say so. Instants
 * become minutes of a date in the city's own zone.
 */
import { dateInZone, daysBetween, instantOf } from "../../calendar.ts";
import type { PlanFacts } from "../../facts.ts";
import type { FlightLeg } from "../../offer.ts";
import { legsOf } from "../../offers/legs.ts";
import type { Coordinates } from "../../place.ts";
import type { Destination, Trip } from "../../trip.ts";
import type { Change, Moment } from "./change.ts";

/** Off the plane and through the doors; check-in, security and the gate before it leaves. */
const AFTER_LANDING_MINUTES = 45;
const BEFORE_DEPARTURE_MINUTES = 120;

/** When the party stands at the airport's door, out or in. */
export interface Gate extends Moment {
  /** The airport; `null` where nobody said which. */
  readonly location: Coordinates | null;
}

interface Context {
  readonly trip: Trip;
  readonly facts: PlanFacts;
  readonly change: Change | undefined;
}

export function momentIn(zone: string, instant: string): Moment {
  const date = dateInZone(new Date(instant), zone);
  const midnight = instantOf(date, 0, zone).getTime();
  return { date, minute: Math.round((Date.parse(instant) - midnight) / 60_000) };
}

const zoneOf = (facts: PlanFacts, { cityId }: Destination): string => facts.cities.get(cityId)?.timezone ?? "UTC";

/** Of several flights to or from the city's airport, the one nearest to the trip's own date. */
function flightOf(
  { trip, facts }: Pick<Context, "trip" | "facts">,
  destination: Destination,
  way: "arrival" | "departure",
): FlightLeg | undefined {
  const iataCode = facts.cities.get(destination.cityId)?.iataCode;
  if (!iataCode) return undefined;
  const edge = way === "arrival" ? destination.arrivalDate : destination.departureDate;
  const away = (flight: FlightLeg): number =>
    Math.abs(daysBetween(momentIn(zoneOf(facts, destination), instantOfWay(flight, way)).date, edge));
  return facts.flights
    .flatMap(legsOf)
    .filter((flight) => (way === "arrival" ? flight.arrivalAirport : flight.departureAirport) === iataCode)
    .filter((flight) => {
      const { date } = momentIn(zoneOf(facts, destination), instantOfWay(flight, way));
      if (way === "arrival") return date >= trip.startDate && date <= destination.departureDate;
      return date >= destination.arrivalDate && date <= trip.endDate;
    })
    .sort((a, b) => away(a) - away(b))[0];
}

const instantOfWay = (flight: FlightLeg, way: "arrival" | "departure"): string =>
  way === "arrival" ? flight.arrivalAt : flight.departureAt;

function gate(
  context: Context,
  destination: Destination | undefined,
  way: "arrival" | "departure",
  minutes: number,
): Gate | null {
  if (!destination) return null;
  const { facts, change } = context;
  const flight = flightOf(context, destination, way);
  const code = flight && (way === "arrival" ? flight.arrivalAirport : flight.departureAirport);
  const location = (code && facts.airports?.get(code)?.location) || null;
  const said = change?.[way];
  const moment = said ?? (flight && momentIn(zoneOf(facts, destination), instantOfWay(flight, way)));
  return moment ? { date: moment.date, minute: moment.minute + minutes, location } : null;
}

/** The arrival from home; `null` where nobody knows. */
export function landing(context: Context): Gate | null {
  return gate(context, context.trip.destinations[0], "arrival", AFTER_LANDING_MINUTES);
}

/** The journey home. */
export function leaving(context: Context): Gate | null {
  return gate(context, context.trip.destinations.at(-1), "departure", -BEFORE_DEPARTURE_MINUTES);
}
