/** Joins an answer to the request it answers: "a weekend in Kyoto" … "in April, for two". What was said later wins. */
import { type ChosenDates, chooseDates } from "./choose-dates.ts";
import type { MissingPiece, Timing, TripRequest } from "./request.ts";

const either = <Item>(later: Item[], earlier: Item[]): Item[] => (later.length > 0 ? later : earlier);
const both = <Item>(earlier: Item[], later: Item[]): Item[] => [...new Set([...earlier, ...later])];

function timingOf(earlier: Timing, later: Timing): Timing {
  return { duration: later.duration ?? earlier.duration, when: later.when ?? earlier.when };
}

/** What was assumed about dates before is no longer true when the dates are chosen anew. */
function withoutDates(request: TripRequest, today: string): string[] {
  const about = new Set(chooseDates(request.timing, today).assumptions);
  return request.assumptions.filter((sentence) => !about.has(sentence));
}

export function mergeRequests(earlier: TripRequest, later: TripRequest, today: string): TripRequest {
  const timing = timingOf(earlier.timing, later.timing);
  const dates: ChosenDates = chooseDates(timing, today);
  const destinations = either(later.destinations, earlier.destinations);
  const missing: MissingPiece[] = [];
  if (destinations.length === 0) missing.push("destination");
  if (dates.startDate === null) missing.push("dates");
  return {
    isTripRequest: earlier.isTripRequest || later.isTripRequest,
    destinations,
    orderIsOpen: earlier.orderIsOpen || later.orderIsOpen,
    countries: either(later.countries, destinations.length > 0 ? [] : earlier.countries),
    origin: later.origin ?? earlier.origin,
    timing,
    startDate: dates.startDate,
    endDate: dates.endDate,
    travelers: later.travelers ?? earlier.travelers,
    childAges: later.travelers === null ? earlier.childAges : later.childAges,
    budget: later.budget ?? earlier.budget,
    interests: both(earlier.interests, later.interests),
    pace: later.pace ?? earlier.pace,
    style: later.style ?? earlier.style,
    diets: both(earlier.diets, later.diets),
    accessibility: both(earlier.accessibility, later.accessibility),
    avoidCrowds: earlier.avoidCrowds || later.avoidCrowds,
    preferOffbeat: earlier.preferOffbeat || later.preferOffbeat,
    mustSee: both(earlier.mustSee, later.mustSee),
    avoid: both(earlier.avoid, later.avoid),
    wantsFlights: earlier.wantsFlights || later.wantsFlights,
    wantsHotels: earlier.wantsHotels || later.wantsHotels,
    assumptions: both(dates.assumptions, [...withoutDates(earlier, today), ...withoutDates(later, today)]),
    missing,
    notUnderstood: both(earlier.notUnderstood, later.notUnderstood),
  };
}
