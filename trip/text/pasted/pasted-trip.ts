/** The trip a pasted text is about, as far as it says, and what was taken for granted. */

import { addDays } from "../../calendar.ts";
import type { City } from "../../catalogue.ts";
import { type Destination, MAX_TRAVELERS, type Trip } from "../../trip.ts";
import type { DayCity } from "./day-cities.ts";
import type { DatedPlan } from "./day-dates.ts";
import type { CityPlaces } from "./gazetteer.ts";
import type { TripWords } from "./trip-words.ts";

/** No stored trip has it. */
export const PASTED_TRIP_ID = "00000000-0000-4000-8000-000000000000";
const MOST_DESTINATIONS = 10;

export interface TripParts {
  dates: DatedPlan;
  cities: readonly DayCity[];
  words: TripWords;
  options: { travelers?: number | undefined; cities: readonly CityPlaces[] };
}

export function pastedTrip({ dates, cities, words, options }: TripParts): Trip {
  const travelers = Math.min(MAX_TRAVELERS, Math.max(1, options.travelers ?? words.travelers ?? 1));
  const childAges = words.childAges.slice(0, Math.max(0, travelers - 1));
  const days = dates.days.length;
  const destinations = destinationsOf(dates, cities, options.cities);
  const { budget } = words;
  const times = budget ? (budget.isPerPerson ? travelers : 1) * (budget.isPerDay ? days : 1) : 1;
  return {
    id: PASTED_TRIP_ID,
    title: `Pasted itinerary, ${destinations.map(({ name }) => name).join(", ")}`.slice(0, 200),
    startDate: dates.startDate,
    endDate: dates.endDate,
    travelers,
    childAges,
    origin: null,
    destinations,
    budget: budget ? { ...budget.money, amountMinor: budget.money.amountMinor * times } : null,
    wishes: {
      interests: [],
      pace: words.pace ?? "moderate",
      style: "mid_range",
      diets: words.diets,
      accessibility: words.accessibility,
      avoidCrowds: false,
      preferOffbeat: false,
      mustSee: [],
    },
    assumptions: [],
  };
}

/** One for each run of days in one city; it is left on the day on which the next begins. */
function destinationsOf(dates: DatedPlan, cities: readonly DayCity[], known: readonly CityPlaces[]): Destination[] {
  const stays: { city: City; arrivalDate: string }[] = [];
  for (const [index, { number }] of dates.days.entries()) {
    const city = known[cities[index]?.city ?? 0]?.city;
    if (!city || stays.at(-1)?.city.id === city.id) continue;
    stays.push({ city, arrivalDate: stays.length === 0 ? dates.startDate : addDays(dates.startDate, number - 1) });
  }
  return stays.slice(0, MOST_DESTINATIONS).map(({ city, arrivalDate }, index) => ({
    cityId: city.id,
    name: city.name,
    countryCode: city.countryCode,
    arrivalDate,
    departureDate: stays[index + 1]?.arrivalDate ?? dates.endDate,
  }));
}
