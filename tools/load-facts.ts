/** Gathers what scheduler and checker may look at for one trip, in one round of parallel reads. */
import { datesFrom } from "../trip/calendar.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import type { Place } from "../trip/place.ts";
import type { Trip } from "../trip/trip.ts";
import { holidaysIn, withHoursOn } from "./local-hours.ts";
import type { ToolContext } from "./tool.ts";

/** More than any scheduler looks at; keeps a metropolis from filling memory. */
const PLACES_PER_CITY = 600;

type FactSources = Pick<ToolContext, "catalogue" | "trips" | "clock" | "holidays">;

/** `stored` is false for a trip that has no row yet. */
export async function loadFacts(
  { catalogue, trips, clock, holidays: calendar }: FactSources,
  trip: Trip,
  options: { itinerary?: ItineraryDraft; stored: boolean },
): Promise<PlanFacts> {
  const cityIds = [
    ...new Set([
      ...trip.destinations.map(({ cityId }) => cityId),
      ...(options.itinerary?.days ?? []).map(({ city }) => city.id),
    ]),
  ];
  const countryCodes = [...new Set(trip.destinations.map(({ countryCode }) => countryCode))];
  const [cities, countries, placesByCity, flights, stays] = await Promise.all([
    Promise.all(cityIds.map((id) => catalogue.getCity(id))),
    Promise.all(countryCodes.map((code) => catalogue.findCountry(code))),
    Promise.all(cityIds.map((id) => catalogue.listPlaces(id, PLACES_PER_CITY))),
    options.stored ? trips.listFlights(trip.id) : [],
    options.stored ? trips.listStays(trip.id) : [],
  ]);
  const places = new Map(placesByCity.flat().map((place) => [place.id, place]));
  await addNamedPlaces(catalogue, places, [...trip.wishes.mustSee, ...placeIdsOf(options.itinerary)]);
  const dates = datesOf(trip, options.itinerary);
  const elsewhere = [...new Set([...places.values()].map(({ cityId }) => cityId))].filter(
    (id) => !cityIds.includes(id),
  );
  const local = [...cities, ...(await Promise.all(elsewhere.map((id) => catalogue.getCity(id))))];
  const holidays = await holidaysIn(local, dates, calendar);
  const open = withHoursOn([...places.values()], { cities: local, dates, holidays });
  const known = countries.filter((country) => country !== null);
  const currencies = [
    ...new Set([
      trip.budget?.currency,
      ...known.map(({ currencyCode }) => currencyCode),
      ...known.map(({ dailyCost }) => dailyCost?.currency),
    ]),
  ].filter((currency) => typeof currency === "string");
  const rates = await Promise.all(currencies.map((currency) => catalogue.findExchangeRate(currency)));
  return {
    today: clock.today(),
    cities: new Map(cities.map((city) => [city.id, city])),
    countries: new Map(known.map((country) => [country.isoCode, country])),
    holidays,
    places: new Map(open.map((place) => [place.id, place])),
    rates: new Map(rates.flatMap((rate) => (rate ? [[rate.currency, rate] as const] : []))),
    flights,
    stays,
    airports: await airportsOf(catalogue, flights),
  };
}

/** Of the trip, and of an itinerary that may have strayed from it. */
function datesOf({ startDate, endDate }: Trip, itinerary: ItineraryDraft | undefined): string[] {
  return [...new Set([...datesFrom(startDate, endDate), ...(itinerary?.days ?? []).map(({ date }) => date)])];
}

async function airportsOf(
  catalogue: ToolContext["catalogue"],
  flights: PlanFacts["flights"],
): Promise<NonNullable<PlanFacts["airports"]>> {
  const codes = [
    ...new Set(flights.flatMap(({ departureAirport, arrivalAirport }) => [departureAirport, arrivalAirport])),
  ];
  const airports = await Promise.all(codes.map((code) => catalogue.findAirport(code)));
  return new Map(airports.flatMap((airport) => (airport ? [[airport.iataCode, airport] as const] : [])));
}

function placeIdsOf(itinerary: ItineraryDraft | undefined): string[] {
  return (itinerary?.days ?? []).flatMap(({ items }) => items.flatMap(({ placeId }) => (placeId ? [placeId] : [])));
}

async function addNamedPlaces(
  catalogue: ToolContext["catalogue"],
  places: Map<string, Place>,
  ids: readonly string[],
): Promise<void> {
  const unseen = [...new Set(ids.filter((id) => !places.has(id)))];
  if (unseen.length === 0) return;
  for (const place of await catalogue.getPlaces(unseen)) places.set(place.id, place);
}
