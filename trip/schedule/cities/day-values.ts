/**
 * What one, two, three … days in a city are worth to this traveller, reckoned without planning them: the
 * best sights fill day after day, first fit, by the pace's limits. It leaves out hours and ways, which
 * every city has; what counts here is how fast the good sights run out.
 */
import type { PlanFacts } from "../../facts.ts";
import { interestGroup, NEXT_OF_A_KIND, visitScore } from "../../interest.ts";
import { windowsOn } from "../../opening-hours.ts";
import { dayLimitsOf, MEAL_SLOTS } from "../../pace.ts";
import { isEatery, type Place } from "../../place.ts";
import { suits } from "../../suitability.ts";
import type { Trip } from "../../trip.ts";

/** The best of a city; thirty full days hold no more. */
const MAX_SIGHTS = 250;
/** A sight asked for by name is worth the night that it needs. */
const MUST_SEE_BONUS = 200;
/** From one sight to the next, on foot or by tram. */
const USUAL_WAY_MINUTES = 20;
/** A day with nothing on the list is still a day in the city, though each one less so. */
const STROLL = 30;
const NEXT_STROLL = 0.85;

interface Sight {
  score: number;
  minutes: number;
}

/** Best first, each next one of a kind worth less. */
function sightsOf(cityId: string, { trip, facts, dates }: CityDays): Sight[] {
  const worth = (place: Place): number =>
    visitScore(place, trip) + (trip.wishes.mustSee.includes(place.id) ? MUST_SEE_BONUS : 0);
  const isEverOpen = ({ hours }: Place): boolean => dates.some((date) => windowsOn(hours, date)?.length !== 0);
  const seen = new Map<string, number>();
  return [...facts.places.values()]
    .filter((place) => place.cityId === cityId && !isEatery(place) && suits(place, trip))
    .map((place) => ({ place, score: worth(place) }))
    .sort((a, b) => b.score - a.score || a.place.id.localeCompare(b.place.id))
    .slice(0, MAX_SIGHTS)
    .filter(({ place }) => isEverOpen(place))
    .map(({ place, score }) => {
      const group = interestGroup(place, trip);
      const rank = seen.get(group) ?? 0;
      seen.set(group, rank + 1);
      return { score: score * NEXT_OF_A_KIND ** rank, minutes: place.visitMinutes };
    })
    .sort((a, b) => b.score - a.score);
}

interface Room {
  visits: number;
  visitMinutes: number;
  minutes: number;
}

function roomOfDay(trip: Trip): Room {
  const { startMinute, endMinute, maxVisits, maxVisitMinutes } = dayLimitsOf(trip);
  const meals = MEAL_SLOTS.reduce((sum, { minutes }) => sum + minutes, 0);
  return { visits: maxVisits, visitMinutes: maxVisitMinutes, minutes: endMinute - startMinute - meals };
}

export interface CityDays {
  trip: Trip;
  facts: PlanFacts;
  dates: readonly string[];
}

/**
 * The least concave curve above the values, 0 for no day: a day is never worth more for coming later, since
 * the days of a stay can be lived in any order.
 */
export function concave(values: readonly number[]): number[] {
  const hull: [days: number, value: number][] = [[0, 0]];
  const slope = ([fromDays, from]: [number, number], [toDays, to]: [number, number]): number =>
    (to - from) / (toDays - fromDays);
  for (const [index, value] of values.entries()) {
    const point: [number, number] = [index + 1, value];
    for (;;) {
      const [before, last] = [hull.at(-2), hull.at(-1)];
      if (!before || !last || slope(before, last) > slope(last, point)) break;
      hull.pop();
    }
    hull.push(point);
  }
  return values.map((_, index) => {
    const at = hull.findIndex(([days]) => days >= index + 1);
    const [left, right] = [hull[at - 1], hull[at]];
    return left && right ? left[1] + slope(left, right) * (index + 1 - left[0]) : 0;
  });
}

/** One entry a date of the trip. */
export function dayValuesOf(cityId: string, city: CityDays): number[] {
  const { bufferMinutes } = dayLimitsOf(city.trip);
  const rooms = city.dates.map(() => roomOfDay(city.trip));
  const values = city.dates.map((_, day) => STROLL * NEXT_STROLL ** day);
  for (const { score, minutes } of sightsOf(cityId, city)) {
    const needed = minutes + bufferMinutes + USUAL_WAY_MINUTES;
    const day = rooms.findIndex((room) => room.visits > 0 && room.visitMinutes >= minutes && room.minutes >= needed);
    const room = rooms[day];
    if (!room) continue;
    room.visits -= 1;
    room.visitMinutes -= minutes;
    room.minutes -= needed;
    values[day] = (values[day] ?? 0) + score;
  }
  let sum = 0;
  return concave(values.map((value) => (sum += value)));
}

/** A city returned to shares its days out between the stays: the first gets the 1st, 3rd … of two. */
export function shareOfDays(values: readonly number[], visit: number, visits: number): number[] {
  let sum = 0;
  return values
    .map((value, index) => value - (values[index - 1] ?? 0))
    .filter((_, index) => index % visits === visit)
    .map((gain) => (sum += gain));
}
