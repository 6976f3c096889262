/**
 * Where and when each day begins and ends: out after landing and leaving the luggage, back at the bed at
 * the hour the pace asks for, at the airport in time for the flight home.
 */
import { addDays } from "../../calendar.ts";
import type { PlanFacts } from "../../facts.ts";
import type { DayDraft, ItemDraft } from "../../itinerary.ts";
import { minuteOf } from "../../opening-hours.ts";
import {
  ARRIVAL_DAY_STARTS_MINUTE,
  type DayLimits,
  DEPARTURE_DAY_ENDS_MINUTE,
  dayLimitsOf,
  JET_LAG_HOURS,
  JET_LAGGED,
  mobilityOf,
  SETTLE_MINUTES,
} from "../../pace.ts";
import type { Coordinates } from "../../place.ts";
import { wayBetween } from "../../travel-times.ts";
import type { Trip } from "../../trip.ts";
import { type Gate, landing, leaving } from "./arrivals.ts";
import { type Bed, bedFor } from "./beds.ts";
import type { Change } from "./change.ts";
import { LUGGAGE_MINUTES, luggageItem } from "./luggage.ts";

/** A flight's item ends on the runway. */
const OFF_THE_PLANE_MINUTES = 45;

export interface DayBounds {
  readonly from: Coordinates;
  readonly to: Coordinates;
  readonly startMinute: number;
  readonly endMinute: number;
  /** What landing, leaving and legs allow, whatever the pace: a locked visit may use it. */
  readonly earliestMinute: number;
  readonly latestMinute: number;
  readonly limits: DayLimits;
  /** Luggage on the day of arrival. */
  readonly items: readonly ItemDraft[];
  /** No bed is chosen yet: the middle of the city stands for it. */
  readonly isGuessed: boolean;
  /** Not there yet, or gone already. */
  readonly isAway: boolean;
}

export interface BoundsContext {
  readonly trip: Trip;
  readonly facts: PlanFacts;
  readonly change: Change | undefined;
  readonly days: readonly DayDraft[];
}

export function dayBounds(context: BoundsContext): DayBounds[] {
  const arrival = landing(context);
  const departure = leaving(context);
  return context.days.map((day, index) => boundsOf(context, { day, index, arrival, departure }));
}

interface Edges {
  day: DayDraft;
  index: number;
  arrival: Gate | null;
  departure: Gate | null;
}

function boundsOf(context: BoundsContext, { day, index, arrival, departure }: Edges): DayBounds {
  const { trip, facts, days } = context;
  const isFirst = index === 0 && days.length > 1;
  const isLast = index === days.length - 1 && days.length > 1;
  const before = days[index - 1];
  const tonight = bedFor(day.city, day.date, facts);
  const lastNight = bedFor(day.city, addDays(day.date, -1), facts);
  const isNewHere = index === 0 || before?.city.id !== day.city.id;
  const begin = beginning(context, { day, before, bed: isNewHere ? tonight : lastNight, isFirst, isNewHere, arrival });
  const end = ending(context, { day, bed: index === days.length - 1 ? lastNight : tonight, isLast, departure });
  const isTired = arrival?.date === day.date || (arrival === null && isFirst) ? isJetLagged(trip, facts) : false;
  const limits = isTired ? tired(dayLimitsOf(trip)) : dayLimitsOf(trip);
  const startMinute = Math.max(limits.startMinute, begin.minute, begin.usual);
  const endMinute = Math.min(limits.endMinute, end.minute, end.usual);
  return {
    from: begin.from,
    to: end.to,
    startMinute,
    endMinute,
    earliestMinute: begin.minute,
    latestMinute: end.minute,
    limits,
    items: begin.items,
    isGuessed: tonight.stay === null && lastNight.stay === null,
    isAway: begin.minute >= 1440 || end.minute <= 0,
  };
}

interface Begin {
  from: Coordinates;
  minute: number;
  /** Where nobody knows when they arrive. */
  usual: number;
  items: ItemDraft[];
}

interface BeginContext {
  day: DayDraft;
  before: DayDraft | undefined;
  bed: Bed;
  isFirst: boolean;
  isNewHere: boolean;
  arrival: Gate | null;
}

function beginning(context: BoundsContext, { day, before, bed, isFirst, isNewHere, arrival }: BeginContext): Begin {
  const settled = Math.max(settledMinute(day), settledMinute(before) - 1440, 0);
  const stay = bed.stay?.checkInDate === day.date && isNewHere ? bed.stay : null;
  const isOnTheWay = arrival?.date === day.date && settled > arrival.minute;
  if (arrival === null || day.date > arrival.date || isOnTheWay) {
    const usual = isFirst && arrival === null ? ARRIVAL_DAY_STARTS_MINUTE : 0;
    // Time to settle in covers the way and the luggage; where nobody knows when they arrive, nor does a plan.
    const items =
      stay === null || settled === 0 || settled >= 1440 ? [] : [luggageItem(day, bed, settled - LUGGAGE_MINUTES)];
    return { from: bed.location, minute: settled, usual, items };
  }
  if (day.date < arrival.date) return { from: bed.location, minute: 1440, usual: 0, items: [] };
  const { location, minute } = arrival;
  if (bed.stay === null && location) return { from: location, minute, usual: 0, items: [] };
  const at = Math.ceil((minute + transfer(context, location, bed)) / 5) * 5;
  const items = stay && at + LUGGAGE_MINUTES < 1440 ? [luggageItem(day, bed, at)] : [];
  return { from: bed.location, minute: at + items.length * LUGGAGE_MINUTES, usual: 0, items };
}

interface EndContext {
  day: DayDraft;
  bed: Bed;
  isLast: boolean;
  departure: Gate | null;
}

function ending(
  context: BoundsContext,
  { day, bed, isLast, departure }: EndContext,
): { to: Coordinates; minute: number; usual: number } {
  if (departure === null || day.date < departure.date) {
    const usual = isLast && departure === null ? DEPARTURE_DAY_ENDS_MINUTE : 1_440;
    return { to: bed.location, minute: 2_880, usual };
  }
  if (day.date > departure.date) return { to: bed.location, minute: 0, usual: 0 };
  const { location, minute } = departure;
  if (bed.stay === null && location) return { to: location, minute, usual: 1_440 };
  // The luggage waits at the bed.
  return { to: bed.location, minute: minute - transfer(context, location, bed), usual: 1_440 };
}

function transfer({ trip, facts }: BoundsContext, airport: Coordinates | null, bed: Bed): number {
  return airport ? wayBetween(airport, bed.location, mobilityOf(trip), facts.travel).durationMinutes : SETTLE_MINUTES;
}

/** When the day's leg has brought the party to its bed, on that day's clock: a long one ends on the day after. */
function settledMinute(day: DayDraft | undefined): number {
  const leg = day?.items[0];
  if (!leg) return 0;
  const until = minuteOf(leg.endTime) + (leg.endsNextDay ? 1440 : 0);
  return until + SETTLE_MINUTES + (leg.type === "flight" ? OFF_THE_PLANE_MINUTES : 0);
}

/** By the sun, not by law: 15 degrees of longitude are an hour. */
function isJetLagged({ origin, destinations }: Trip, facts: PlanFacts): boolean {
  const first = destinations[0] && facts.cities.get(destinations[0].cityId);
  if (!origin || !first) return false;
  const degrees = Math.abs(origin.location.lon - first.location.lon);
  return Math.min(degrees, 360 - degrees) / 15 >= JET_LAG_HOURS;
}

function tired(limits: DayLimits): DayLimits {
  return {
    ...limits,
    maxVisits: Math.min(limits.maxVisits, JET_LAGGED.maxVisits),
    maxVisitMinutes: Math.round(limits.maxVisitMinutes * JET_LAGGED.visitShare),
    endMinute: limits.endMinute - JET_LAGGED.endsEarlierMinutes,
  };
}
