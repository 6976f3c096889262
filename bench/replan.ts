/**
 * How long a plan takes to give way, and how much of it does: a week in Lisbon from the built-in places, when
 * nothing happens, a museum is closed, it rains, or the party lands late. Problem, search and reading back
 * are all in the time. The last line is the slowest of them.
 */
import { CATALOGUE, COUNTRIES, RATES } from "../test/trip/text/pasted/catalogue.ts";
import { addDays } from "../trip/calendar.ts";
import { check } from "../trip/check/check.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import type { Change } from "../trip/schedule/mapping/change.ts";
import { problemFrom } from "../trip/schedule/mapping/from-trip.ts";
import { planChanges } from "../trip/schedule/mapping/plan-changes.ts";
import { replanProblem } from "../trip/schedule/mapping/replan.ts";
import { itineraryFrom } from "../trip/schedule/mapping/to-itinerary.ts";
import { isOutdoors } from "../trip/schedule/mapping/weather.ts";
import { createSearch } from "../trip/schedule/search.ts";
import { type Trip, tripSchema } from "../trip/trip.ts";
import { machineLine } from "./machine.ts";

const TODAY = "2027-02-01";
const START = "2027-05-10";
const DAYS = 7;
const FIRST_STEPS = 6_000;
const STEPS = 300;
const RUNS = 15;
const TARGET_MS = 100;

interface World {
  trip: Trip;
  facts: PlanFacts;
  itinerary: ItineraryDraft;
}

function lisbon(): Omit<World, "itinerary"> {
  const here = CATALOGUE.find(({ city }) => city.name === "Lisbon");
  if (!here) throw new Error("Expected Lisbon among the built-in cities.");
  const { city, places } = here;
  const endDate = addDays(START, DAYS - 1);
  const trip = tripSchema.parse({
    id: "00000000-0000-4000-8000-000000000001",
    title: "A week in Lisbon",
    startDate: START,
    endDate,
    travelers: 2,
    childAges: [],
    origin: null,
    destinations: [
      { cityId: city.id, name: city.name, countryCode: city.countryCode, arrivalDate: START, departureDate: endDate },
    ],
    budget: null,
    wishes: {
      interests: [],
      pace: "moderate",
      style: "mid_range",
      diets: [],
      accessibility: [],
      avoidCrowds: false,
      preferOffbeat: false,
      mustSee: [],
    },
    assumptions: [],
  });
  const facts: PlanFacts = {
    today: TODAY,
    cities: new Map([[city.id, city]]),
    countries: new Map(COUNTRIES.map((country) => [country.isoCode, country])),
    places: new Map(places.map((place) => [place.id, place])),
    rates: new Map(RATES.map((rate) => [rate.currency, rate])),
    flights: [],
    stays: [],
  };
  return { trip, facts };
}

function planned({ trip, facts }: Omit<World, "itinerary">): World {
  const mapped = problemFrom(trip, facts);
  const search = createSearch(mapped.problem, { steps: FIRST_STEPS });
  search.step(FIRST_STEPS);
  return { trip, facts, itinerary: itineraryFrom(mapped, search.solution().days) };
}

function replanned({ trip, facts, itinerary }: World, change: Change): ItineraryDraft {
  const { mapped, start } = replanProblem(trip, facts, itinerary, change);
  const search = createSearch(mapped.problem, { steps: STEPS, start });
  search.step(STEPS);
  return itineraryFrom(mapped, search.solution().days, itinerary);
}

/** The day that rain would spoil most. */
function outdoorDate({ itinerary, facts }: World): string {
  const outdoors = ({ items }: ItineraryDraft["days"][number]): number =>
    items.filter(({ placeId }) => {
      const place = placeId === null ? undefined : facts.places.get(placeId);
      return place !== undefined && isOutdoors(place);
    }).length;
  return itinerary.days.toSorted((a, b) => outdoors(b) - outdoors(a))[0]?.date ?? START;
}

function changesFor(world: World): Record<string, Change> {
  const { itinerary } = world;
  const [third] = itinerary.days
    .slice(2)
    .flatMap(({ date, items }) =>
      items.flatMap(({ type, placeId }) => (type === "attraction" && placeId ? [{ placeId, dates: [date] }] : [])),
    );
  return {
    nothing: {},
    "a closed museum": { closures: third ? [third] : [] },
    "a rainy day": { rainyDates: [outdoorDate(world)] },
    "landing at 22:00": { arrival: { date: START, minute: 22 * 60 } },
  };
}

/** Answers the exit code. */
export async function run(): Promise<number> {
  const world = planned(lisbon());
  const stops = world.itinerary.days.reduce((sum, { items }) => sum + items.length, 0);
  const rows = Object.entries(changesFor(world)).map(([name, change]) => {
    const times = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      replanned(world, change);
      return performance.now() - began;
    }).sort((a, b) => a - b);
    const after = replanned(world, change);
    const changed = planChanges(world.itinerary, after).length;
    const { ok } = check(world.trip, after, world.facts);
    return { name, medianMs: Math.round(times[Math.floor(RUNS / 2)] ?? 0), changed, ok };
  });
  for (const { name, medianMs, changed, ok } of rows)
    console.log(
      `${name.padEnd(18)}${medianMs} ms, ${changed} of ${stops} items changed${ok ? "" : ", and it does not hold"}`,
    );
  console.log(machineLine());
  const medianMs = Math.max(...rows.map((row) => row.medianMs));
  console.log(medianMs < TARGET_MS ? `Target met: under ${TARGET_MS} ms.` : `Target missed: ${TARGET_MS} ms.`);
  console.log(JSON.stringify({ days: DAYS, stops, medianMs, holds: rows.every(({ ok }) => ok) }));
  return 0;
}
