/** Beds: each night has one, in the city where the trip is that night, for as many nights as the house asks. */
import { addDays, daysBetween } from "../calendar.ts";
import type { StayOffer } from "../offer.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, type JudgedItem, minutesOf, nightsFrom } from "./context.ts";
import { dayName } from "./phrases.ts";

const covers = (stay: StayOffer, night: string): boolean => stay.checkInDate <= night && stay.checkOutDate > night;
const nightsIn = (count: number): string => `${count} ${count === 1 ? "night" : "nights"}`;

function sleepsIn({ trip }: CheckContext, night: string): CheckContext["trip"]["destinations"][number] | undefined {
  return trip.destinations.find(({ arrivalDate, departureDate }) => arrivalDate <= night && departureDate > night);
}

export function stayConflictRule(context: CheckContext): Violation[] {
  const { stays } = context.facts;
  return [
    ...stays.flatMap((stay, index) => misplaced(context, stay, index)),
    ...stays.flatMap((stay, index) => doubled(stays, stay, index)),
  ];
}

/** The first night that does not fit tells what is wrong with a stay. */
function misplaced(context: CheckContext, stay: StayOffer, index: number): Violation[] {
  const path = `stays[${index}]`;
  const { checkInDate, checkOutDate, propertyName } = stay;
  if (checkOutDate <= checkInDate) {
    const message = `${propertyName}: check-out on ${dayName(checkOutDate)} is not after check-in on ${dayName(checkInDate)}.`;
    const saying = { expected: `check-out after ${dayName(checkInDate)}`, actual: dayName(checkOutDate) };
    return [
      violation("stay_conflict", path, message, { ...saying, fix: "choose the stay again, for at least one night" }),
    ];
  }
  const wrong = nightsFrom(checkInDate, checkOutDate).find((night) => sleepsIn(context, night)?.cityId !== stay.cityId);
  if (wrong === undefined) return [];
  const city = context.facts.cities.get(stay.cityId)?.name ?? "another city";
  const elsewhere = sleepsIn(context, wrong);
  const where = elsewhere ? `the trip is in ${elsewhere.name}` : "the trip needs no bed";
  const message = `${propertyName} is a bed in ${city} for the night of ${dayName(wrong)}, when ${where}.`;
  const expected = elsewhere ? `a bed in ${elsewhere.name}` : "no bed";
  const actual = `a bed in ${city} for the night of ${dayName(wrong)}`;
  return [
    violation("stay_conflict", path, message, { expected, actual, fix: otherBed(context, stay, elsewhere?.name) }),
  ];
}

function otherBed({ trip }: CheckContext, { cityId }: StayOffer, elsewhere: string | undefined): string {
  const stop = trip.destinations.find((destination) => destination.cityId === cityId);
  if (stop && stop.arrivalDate < stop.departureDate) {
    return `book it from ${dayName(stop.arrivalDate)} to ${dayName(stop.departureDate)}`;
  }
  return elsewhere ? `choose a bed in ${elsewhere} instead` : "drop it";
}

function doubled(stays: readonly StayOffer[], stay: StayOffer, index: number): Violation[] {
  const twin = stays.slice(0, index).find((other) => {
    return other.checkInDate < stay.checkOutDate && stay.checkInDate < other.checkOutDate;
  });
  if (!twin) return [];
  const [, night = stay.checkInDate] = [twin.checkInDate, stay.checkInDate].sort();
  const names = `${twin.propertyName} and ${stay.propertyName}`;
  const message = `Two beds are chosen for the night of ${dayName(night)}: ${names}.`;
  const saying = { expected: "one bed a night", actual: names, fix: "drop one of the two, or change its dates" };
  return [violation("stay_conflict", `stays[${index}]`, message, saying)];
}

export function minimumNightsRule({ facts }: CheckContext): Violation[] {
  return facts.stays.flatMap(({ checkInDate, checkOutDate, minimumNights, propertyName }, index) => {
    const nights = daysBetween(checkInDate, checkOutDate);
    if (!minimumNights || nights < 1 || nights >= minimumNights) return [];
    const [expected, actual] = [`at least ${nightsIn(minimumNights)}`, nightsIn(nights)];
    const message = `${propertyName} takes guests for ${expected}; it is chosen for ${actual}.`;
    const fix = `stay until ${dayName(addDays(checkInDate, minimumNights))}, or choose another bed`;
    return [violation("minimum_nights", `stays[${index}]`, message, { expected, actual, fix })];
  });
}

/** A ride home from dinner is no night train: that one takes hours, and goes on beyond this hour. */
const SHORTEST_NIGHT_MINUTES = 240;
const DEEP_NIGHT_MINUTE = 180;

/** The night that a journey takes the place of a bed for, by the date of its evening. */
function nightOf(journey: JudgedItem): string | null {
  const { date, startMinute, endMinute } = journey;
  if (minutesOf(journey) < SHORTEST_NIGHT_MINUTES) return null;
  if (endMinute >= 1440 + DEEP_NIGHT_MINUTE) return date;
  return startMinute < DEEP_NIGHT_MINUTE ? addDays(date, -1) : null;
}

/** One warning for each run of nights in one city. Nights spent under way need no bed. */
export function nightWithoutBedRule(context: CheckContext): Violation[] {
  const { trip, facts, journeys, itinerary } = context;
  const underWay = new Set(journeys.flatMap((journey) => nightOf(journey) ?? []));
  const runs: { first: string; last: string; city: string }[] = [];
  for (const night of nightsFrom(trip.startDate, trip.endDate)) {
    if (underWay.has(night) || facts.stays.some((stay) => covers(stay, night))) continue;
    const city = sleepsIn(context, night)?.name ?? "no city of the trip";
    const run = runs.at(-1);
    if (run && run.city === city && daysBetween(run.last, night) === 1) run.last = night;
    else runs.push({ first: night, last: night, city });
  }
  return runs.map(({ first, last, city }) => {
    const nights = daysBetween(first, last) + 1;
    const index = itinerary.days.findIndex(({ date }) => date === first);
    const run = nights === 1 ? `the night of ${dayName(first)}` : `${nights} nights`;
    const until = dayName(addDays(last, 1));
    const dates = nights === 1 ? "" : `, ${dayName(first)} to ${until}`;
    const path = index === -1 ? "" : `days[${index}]`;
    return violation("night_without_bed", path, `No bed is chosen yet for ${run} in ${city}${dates}.`, {
      expected: `a bed in ${city}`,
      actual: "none chosen",
      fix: `choose a bed in ${city} from ${dayName(first)} to ${until}`,
    });
  });
}
