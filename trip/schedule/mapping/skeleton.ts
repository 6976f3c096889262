/**
 * A trip's days before anything is placed in them: dates, cities, and the legs between cities. A
 * transfer day belongs to the city it ends in; its leg comes first.
 */
import { datesFrom } from "../../calendar.ts";
import { estimateFare } from "../../estimate.ts";
import type { PlanFacts } from "../../facts.ts";
import { intercityTravel } from "../../geo.ts";
import type { DayDraft, ItemDraft } from "../../itinerary.ts";
import { legsOf } from "../../offers/legs.ts";
import { minuteOf, wallTimeOf } from "../../opening-hours.ts";
import { type Destination, destinationOn, type Trip } from "../../trip.ts";
import { momentIn } from "./arrivals.ts";

export const TRANSFER_STARTS_MINUTE = 540;
/** After a leg that took the night, before the next one. */
const CHANGE_MINUTES = 60;

interface Transfer {
  from: Destination;
  to: Destination;
  startMinute: number;
}

function transferItem({ from, to, startMinute }: Transfer, trip: Trip, facts: PlanFacts): ItemDraft | null {
  const origin = facts.cities.get(from.cityId);
  const target = facts.cities.get(to.cityId);
  if (!origin || !target) return null;
  const leg = intercityTravel(origin.location, target.location);
  const mode = leg.mode === "flight" ? "flight" : "train";
  const endMinute = startMinute + Math.ceil(leg.durationMinutes / 5) * 5;
  return {
    itemKey: `transfer:${to.arrivalDate}`,
    type: "transport",
    title: `${mode === "flight" ? "Flight" : "Train or coach"} from ${from.name} to ${to.name}`,
    placeId: null,
    location: target.location,
    startTime: wallTimeOf(startMinute),
    endTime: wallTimeOf(endMinute),
    endsNextDay: endMinute >= 1440,
    cost: estimateFare(mode, leg.distanceMeters, trip.travelers),
    status: "planned",
    locked: false,
    reason: "door to door, reckoned from the distance; look up the real timetable",
    confidence: 0.5,
    travelFromPrevious: leg,
  };
}

/** A leg of more than a night's length is still under way on the next day, and a next leg waits for it. */
function startAfter(leg: ItemDraft | undefined): number {
  return leg?.endsNextDay
    ? Math.max(TRANSFER_STARTS_MINUTE, minuteOf(leg.endTime) + CHANGE_MINUTES)
    : TRANSFER_STARTS_MINUTE;
}

export type Legs = ReadonlyMap<string, ItemDraft>;

/** The chosen flight from one city to the next, where there is one on that date. */
function flightItem({ from, to }: Transfer, date: string, facts: PlanFacts): ItemDraft | null {
  const origin = facts.cities.get(from.cityId);
  const target = facts.cities.get(to.cityId);
  if (!origin?.iataCode || !target?.iataCode) return null;
  for (const flight of facts.flights.flatMap(legsOf)) {
    if (flight.departureAirport !== origin.iataCode || flight.arrivalAirport !== target.iataCode) continue;
    const leaves = momentIn(target.timezone, flight.departureAt);
    const lands = momentIn(target.timezone, flight.arrivalAt);
    if (leaves.date !== date || lands.date !== date || lands.minute <= leaves.minute) continue;
    return {
      itemKey: `transfer:${date}`,
      type: "flight",
      title: `Flight ${flight.flightNumber ? `${flight.flightNumber} ` : ""}from ${from.name} to ${to.name}`,
      placeId: null,
      location: target.location,
      startTime: wallTimeOf(leaves.minute),
      endTime: wallTimeOf(lands.minute),
      endsNextDay: false,
      cost: null,
      status: "planned",
      locked: false,
      reason: "the flight you chose; its price stands with the flights",
      confidence: 1,
      travelFromPrevious: null,
    };
  }
  return null;
}

/**
 * A leg leads from where the last night was spent; a stop without a night is passed through on the way.
 * `legs`, by date, are the traveller's own and replace what would be reckoned.
 */
export function skeletonDays(trip: Trip, facts: PlanFacts, legs: Legs = new Map()): DayDraft[] {
  const days: DayDraft[] = [];
  let last: Destination | undefined;
  for (const [index, date] of datesFrom(trip.startDate, trip.endDate).entries()) {
    const to = destinationOn(trip, date);
    if (!to) continue;
    const from = last ?? trip.destinations[trip.destinations.indexOf(to) - 1];
    const startMinute = startAfter(days.at(-1)?.items[0]);
    const leg =
      from && from.cityId !== to.cityId
        ? (legs.get(date) ??
          flightItem({ from, to, startMinute }, date, facts) ??
          transferItem({ from, to, startMinute }, trip, facts))
        : null;
    last = to;
    days.push({
      dayNumber: index + 1,
      date,
      city: { id: to.cityId, name: to.name },
      items: leg ? [leg] : [],
    });
  }
  return days;
}
