/**
 * Can the traveller be there in time? Within a city the time between two stops must hold the journey
 * as `trip/geo` reckons it, without tolerance. A leg of the plan (train, flight, taxi) may be quicker
 * than our reckoning, but never quicker than the vehicle.
 */
import { distanceMeters, intercityTravel } from "../geo.ts";
import { wallTimeOf } from "../opening-hours.ts";
import type { Coordinates } from "../place.ts";
import { type Violation, violation } from "../verdict.ts";
import { endOf, LARGEST_CHANGE_MINUTES, lostMinutes, startOf } from "./clocks.ts";
import { type CheckContext, isJourney, type JudgedItem, minutesOf } from "./context.ts";
import { fastestMinutes } from "./fastest.ts";
import { dayName, duration, LATEST_START_MINUTE, roundTime } from "./phrases.ts";
import { legTooShort } from "./transfers.ts";

/** Farther apart than this, two stops are not in one city and its trams do not connect them. */
const CITY_REACH_METERS = 50_000;

/** Where the traveller was last, and what has happened since. */
interface Whereabouts {
  stop: JudgedItem | null;
  legs: JudgedItem[];
  /** What is done nowhere in particular takes its time wherever that is. */
  busyMinutes: number;
  busyMinutesSinceLeg: number;
}
const standingAt = (stop: JudgedItem | null): Whereabouts => ({
  stop,
  legs: [],
  busyMinutes: 0,
  busyMinutesSinceLeg: 0,
});

export function travelRule(context: CheckContext): Violation[] {
  const transferDates = new Set(
    context.sequence.flatMap(({ day, before }) =>
      before && before.day.city.id !== day.day.city.id ? [day.day.date] : [],
    ),
  );
  const violations: Violation[] = [];
  let at = standingAt(null);
  for (const item of context.items) {
    if (isJourney(item)) {
      at.legs.push(item);
      at.busyMinutesSinceLeg = 0;
      continue;
    }
    if (!item.location) {
      const minutes = isBusy(item) ? minutesOf(item) : 0;
      at.busyMinutes += minutes;
      at.busyMinutesSinceLeg += minutes;
      continue;
    }
    const arrival = { at, item, location: item.location, isTransfer: transferDates.has(item.date) };
    const found = judgeArrival(context, arrival);
    if (found) violations.push(found);
    at = standingAt(item);
  }
  return violations;
}

/** Time of one's own can be spent on a tram; a meal, a sight or a reception desk cannot. */
const isBusy = ({ item }: JudgedItem): boolean => item.type !== "free" && item.type !== "rest";

interface Arrival {
  at: Whereabouts;
  item: JudgedItem;
  location: Coordinates;
  isTransfer: boolean;
}

function judgeArrival(context: CheckContext, arrival: Arrival): Violation | null {
  const { at, item, location } = arrival;
  const { stop } = at;
  const leg = at.legs.at(-1);
  const fromLeg = leg ? judgeWayFromLeg(context, leg, arrival) : null;
  if (fromLeg) return fromLeg;
  if (!stop?.location) return null;
  const available = item.from - stop.until - at.busyMinutes;
  const meters = distanceMeters(stop.location, location);
  if (leg) {
    const cities = stop.cityId === item.cityId ? null : { from: stop.cityId, to: item.cityId };
    const needed = fastestMinutes(context, { meters, date: item.date, cities });
    const late = tooShort(context, { from: stop, to: item, needed, available });
    // On the day of a transfer the legs are the transfer rule's.
    if (late || cities || arrival.isTransfer || meters <= CITY_REACH_METERS) return late;
    return legTooShort(at.legs, { from: stop.name, to: item.name, needed });
  }
  // The night between two cities is the transfer rule's.
  if (stop.cityId !== item.cityId && stop.date !== item.date) return null;
  const inCity = context.wayBetween(stop.location, location).durationMinutes;
  const needed =
    meters <= CITY_REACH_METERS ? inCity : Math.min(inCity, intercityTravel(stop.location, location).durationMinutes);
  return tooShort(context, { from: stop, to: item, needed, available });
}

/**
 * From where a leg ends to the stop. A leg's place is where it arrives; where that is far from the stop, it
 * may as well be where it departs, but then it is near the stop before.
 */
function judgeWayFromLeg(context: CheckContext, leg: JudgedItem, arrival: Arrival): Violation | null {
  const { at, item, location } = arrival;
  if (!leg.location) return null;
  const available = item.from - leg.until - at.busyMinutesSinceLeg;
  const meters = distanceMeters(leg.location, location);
  if (meters <= CITY_REACH_METERS) {
    const needed = context.wayBetween(leg.location, location).durationMinutes;
    return tooShort(context, { from: leg, to: item, needed, available });
  }
  const before = at.stop?.location;
  if (!before || distanceMeters(leg.location, before) <= CITY_REACH_METERS) return null;
  const needed = fastestMinutes(context, { meters, date: item.date, cities: null });
  return tooShort(context, { from: leg, to: item, needed, available });
}

interface Connection {
  from: JudgedItem;
  to: JudgedItem;
  needed: number;
  available: number;
}

/** Where two items overlap that is said already, and says it better. */
function tooShort(context: CheckContext, connection: Connection): Violation | null {
  const { from, to, needed, available } = connection;
  if (available >= needed + LARGEST_CHANGE_MINUTES || to.from < from.until) return null;
  const left = available - lostMinutes(context, endOf(from), startOf(to));
  if (left >= needed) return null;
  const way = `From ${from.name} to ${to.name} takes about ${duration(needed)}`;
  const time = left <= 0 ? "the plan leaves no time for it" : `the plan leaves ${duration(left)}`;
  const when = `before ${wallTimeOf(to.startMinute)} on ${dayName(to.date)}`;
  const start = to.startMinute + needed - left;
  const later =
    start <= LATEST_START_MINUTE
      ? `start ${to.name} at ${roundTime(start)} or later`
      : `move ${to.name} to another day`;
  return violation("travel_too_short", to.path, `${way}; ${time} ${when}.`, {
    expected: duration(needed),
    actual: duration(Math.max(0, left)),
    fix: `leave ${duration(needed)}: ${later}`,
  });
}
