/** Beds: each night has one, in the city where the trip is that night. */
import { addDays, daysBetween } from "../calendar.ts";
import type { StayOffer } from "../offer.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, nightsFrom } from "./context.ts";
import { dayName } from "./phrases.ts";

const covers = (stay: StayOffer, night: string): boolean => stay.checkInDate <= night && stay.checkOutDate > night;

function sleepsIn({ trip }: CheckContext, night: string): CheckContext["trip"]["destinations"][number] | undefined {
  return trip.destinations.find(({ arrivalDate, departureDate }) => arrivalDate <= night && departureDate > night);
}

export function stayConflictRule(context: CheckContext): Violation[] {
  const { stays } = context.facts;
  return [
    ...stays.flatMap((stay, index) => misplaced(context, stay, index)),
    ...stays.flatMap((stay, index) => doubled(stays, stay, index)),
    ...strayCheckIns(context),
  ];
}

/** The first night that does not fit tells what is wrong with a stay. */
function misplaced(context: CheckContext, stay: StayOffer, index: number): Violation[] {
  const path = `stays[${index}]`;
  if (stay.checkOutDate <= stay.checkInDate) {
    const message = `${stay.propertyName}: check-out on ${dayName(stay.checkOutDate)} is not after check-in on ${dayName(stay.checkInDate)}.`;
    return [violation("stay_conflict", path, message)];
  }
  const wrong = nightsFrom(stay.checkInDate, stay.checkOutDate).find(
    (night) => sleepsIn(context, night)?.cityId !== stay.cityId,
  );
  if (wrong === undefined) return [];
  const city = context.facts.cities.get(stay.cityId)?.name ?? "another city";
  const elsewhere = sleepsIn(context, wrong);
  const where = elsewhere ? `the trip is in ${elsewhere.name}` : "the trip needs no bed";
  const message = `${stay.propertyName} is a bed in ${city} for the night of ${dayName(wrong)}, when ${where}.`;
  return [violation("stay_conflict", path, message)];
}

function doubled(stays: readonly StayOffer[], stay: StayOffer, index: number): Violation[] {
  const twin = stays.slice(0, index).find((other) => {
    return other.checkInDate < stay.checkOutDate && stay.checkInDate < other.checkOutDate;
  });
  if (!twin) return [];
  const [, night = stay.checkInDate] = [twin.checkInDate, stay.checkInDate].sort();
  const message = `Two beds are chosen for the night of ${dayName(night)}: ${twin.propertyName} and ${stay.propertyName}.`;
  return [violation("stay_conflict", `stays[${index}]`, message)];
}

function strayCheckIns({ items, facts: { stays } }: CheckContext): Violation[] {
  if (stays.length === 0) return [];
  return items.flatMap(({ item, path, name, date }) => {
    const isIn = item.type === "check_in";
    if (!isIn && item.type !== "check_out") return [];
    if (stays.some(({ checkInDate, checkOutDate }) => (isIn ? checkInDate : checkOutDate) === date)) return [];
    const deed = isIn ? "begins" : "ends";
    return [violation("stay_conflict", path, `${name} is on ${dayName(date)}, but no chosen stay ${deed} that day.`)];
  });
}

/** One warning for each run of nights in one city. Nights spent under way need no bed. */
export function nightWithoutBedRule(context: CheckContext): Violation[] {
  const { trip, facts, items, itinerary } = context;
  const underWay = new Set(items.filter((item) => isJourney(item) && item.endMinute > 1440).map(({ date }) => date));
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
    const dates = nights === 1 ? "" : `, ${dayName(first)} to ${dayName(addDays(last, 1))}`;
    const path = index === -1 ? "" : `days[${index}]`;
    return violation("night_without_bed", path, `No bed is chosen yet for ${run} in ${city}${dates}.`);
  });
}
