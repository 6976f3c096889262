/**
 * Can the traveller be there in time? Within a city the time between two stops must hold the journey
 * as `trip/geo` reckons it, without tolerance. A leg of the plan (train, flight, taxi) may be quicker
 * than our reckoning, but never quicker than the vehicle.
 */
import { cityTravel, distanceMeters, intercityTravel, type Mobility } from "../geo.ts";
import { wallTimeOf } from "../opening-hours.ts";
import { mobilityOf } from "../pace.ts";
import type { Coordinates } from "../place.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedItem, minutesOf } from "./context.ts";
import { fastestMinutes } from "./fastest.ts";
import { dayName, duration } from "./phrases.ts";

/** Farther apart than this, two stops are not in one city and its trams do not connect them. */
const CITY_REACH_METERS = 50_000;

/** Where the traveller was last, and what has happened since. */
interface Whereabouts {
  stop: JudgedItem | null;
  leg: JudgedItem | null;
  /** Meals without a place take their time wherever they are eaten. */
  mealMinutes: number;
  mealMinutesSinceLeg: number;
}
const NOWHERE: Whereabouts = { stop: null, leg: null, mealMinutes: 0, mealMinutesSinceLeg: 0 };

export function travelRule(context: CheckContext): Violation[] {
  const mobility = mobilityOf(context.trip);
  const violations: Violation[] = [];
  let at = NOWHERE;
  for (const item of context.items) {
    if (isJourney(item)) {
      at = { ...at, leg: item, mealMinutesSinceLeg: 0 };
      continue;
    }
    if (!item.location) {
      const minutes = item.item.type === "meal" ? Math.max(0, minutesOf(item)) : 0;
      at = { ...at, mealMinutes: at.mealMinutes + minutes, mealMinutesSinceLeg: at.mealMinutesSinceLeg + minutes };
      continue;
    }
    const found = judgeArrival(context, at, item, item.location, mobility);
    if (found) violations.push(found);
    at = { ...NOWHERE, stop: item };
  }
  return violations;
}

function judgeArrival(
  context: CheckContext,
  at: Whereabouts,
  item: JudgedItem,
  location: Coordinates,
  mobility: Mobility,
): Violation | null {
  const { stop, leg } = at;
  if (leg?.location && distanceMeters(leg.location, location) <= CITY_REACH_METERS) {
    const needed = cityTravel(leg.location, location, mobility).durationMinutes;
    const late = tooShort({ from: leg, to: item, needed, available: item.from - leg.until - at.mealMinutesSinceLeg });
    if (late) return late;
  }
  if (!stop?.location) return null;
  const available = item.from - stop.until - at.mealMinutes;
  const meters = distanceMeters(stop.location, location);
  if (leg) {
    const cities = stop.cityId === item.cityId ? null : { from: stop.cityId, to: item.cityId };
    const needed = fastestMinutes(context, { meters, date: item.date, cities });
    return tooShort({ from: stop, to: item, needed, available });
  }
  // The night between two cities is the transfer rule's.
  if (stop.cityId !== item.cityId && stop.date !== item.date) return null;
  const inCity = cityTravel(stop.location, location, mobility).durationMinutes;
  const needed =
    meters <= CITY_REACH_METERS ? inCity : Math.min(inCity, intercityTravel(stop.location, location).durationMinutes);
  return tooShort({ from: stop, to: item, needed, available });
}

interface Connection {
  from: JudgedItem;
  to: JudgedItem;
  needed: number;
  available: number;
}

/** Where two items overlap that is said already, and says it better. */
function tooShort({ from, to, needed, available }: Connection): Violation | null {
  if (available >= needed || to.from < from.until) return null;
  const way = `From ${from.name} to ${to.name} takes about ${duration(needed)}`;
  const time = available <= 0 ? "the plan leaves no time for it" : `the plan leaves ${duration(available)}`;
  const when = `before ${wallTimeOf(to.startMinute)} on ${dayName(to.date)}`;
  return violation("travel_too_short", to.path, `${way}; ${time} ${when}.`);
}
