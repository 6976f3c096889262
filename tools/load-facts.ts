/** Gathers what scheduler and checker may look at for one trip, in one round of parallel reads. */
import { datesFrom } from "../trip/calendar.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import { legsOf } from "../trip/offers/legs.ts";
import type { Place } from "../trip/place.ts";
import type { Surroundings } from "../trip/ports.ts";
import { knownTravelIn } from "../trip/travel-times.ts";
import type { Trip } from "../trip/trip.ts";
import { holidaysIn, withHoursOn } from "./local-hours.ts";
import type { ToolContext } from "./tool.ts";

/** More than any scheduler looks at; keeps a metropolis from filling memory. */
const PLACES_PER_CITY = 600;

type FactSources = Pick<ToolContext, "catalogue" | "trips" | "clock" | "holidays" | "offers"> &
  Partial<Pick<ToolContext, "surroundings" | "signal">>;

/** `stored` is false for a trip that has no row yet. */
export async function loadFacts(
  { catalogue, trips, clock, offers, holidays: calendar, surroundings, signal }: FactSources,
  trip: Trip,
  options: {
    itinerary?: ItineraryDraft;
    stored: boolean;
    placeIds?: readonly string[];
    /** To show a plan, not to judge or make one: nobody is asked for travel times. */
    isShown?: boolean;
  },
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
  const wanted = new Set([...trip.wishes.mustSee, ...(options.placeIds ?? []), ...placeIdsOf(options.itinerary)]);
  await addNamedPlaces(catalogue, places, [...wanted]);
  const dates = datesOf(trip, options.itinerary);
  const elsewhere = [...new Set([...places.values()].map(({ cityId }) => cityId))].filter(
    (id) => !cityIds.includes(id),
  );
  const local = [...cities, ...(await Promise.all(elsewhere.map((id) => catalogue.getCity(id))))];
  const [holidays, ways] = await Promise.all([
    holidaysIn(local, dates, calendar),
    options.isShown
      ? {}
      : travelIn(surroundings, { cityIds, places: [...places.values()], mustSee: trip.wishes.mustSee }, signal),
  ]);
  const open = withHoursOn([...places.values()], { cities: local, dates, holidays });
  const known = countries.filter((country) => country !== null);
  const currencies = [
    ...new Set([
      trip.budget?.currency,
      ...known.map(({ currencyCode }) => currencyCode),
      ...known.map(({ dailyCost }) => dailyCost?.currency),
      ...flights.map(({ price }) => price.currency),
      ...stays.flatMap(({ price, dueAtProperty }) => [price.currency, dueAtProperty?.currency]),
    ]),
  ].filter((currency) => typeof currency === "string");
  const rates = await Promise.all(currencies.map((currency) => catalogue.findExchangeRate(currency)));
  return {
    today: clock.today(),
    now: clock.now().toISOString(),
    cities: new Map(cities.map((city) => [city.id, city])),
    countries: new Map(known.map((country) => [country.isoCode, country])),
    holidays,
    places: new Map(open.map((place) => [place.id, place])),
    rates: new Map(rates.flatMap((rate) => (rate ? [[rate.currency, rate] as const] : []))),
    flights,
    stays,
    airports: await airportsOf(catalogue, flights),
    providers: new Set([
      ...offers.providers,
      ...[...places.values()].flatMap(({ admission, source }) => [source, ...(admission ? [admission.provider] : [])]),
      // A row is proof of its own: whoever quoted its price may have been switched off since.
      ...[...flights, ...stays].flatMap(({ provider, price }) => [provider, price.provider]),
    ]),
    attributions: surroundings?.attributions,
    ...ways,
  };
}

/**
 * City by city; what was insisted on before what is best known. Not by what is in a plan: whoever judges one has to know
 * the ways that whoever made it knew, where a vendor's table is too small for all places.
 */
async function travelIn(
  surroundings: Surroundings | undefined,
  { cityIds, places, mustSee }: { cityIds: readonly string[]; places: readonly Place[]; mustSee: readonly string[] },
  signal: AbortSignal | undefined,
): Promise<Pick<PlanFacts, "travel" | "unanswered">> {
  if (!surroundings) return {};
  const first = new Set(mustSee);
  const ordered = places.toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const asked = await Promise.all(
    cityIds.map((id) => {
      const points = ordered.flatMap(({ cityId, location }) => (cityId === id ? [location] : []));
      return surroundings.travelTimes(points, signal);
    }),
  );
  return {
    travel: knownTravelIn(asked.flatMap(({ matrices }) => matrices ?? [])),
    unanswered: asked.flatMap(({ failures }) => failures),
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
    ...new Set(
      flights.flatMap(legsOf).flatMap(({ departureAirport, arrivalAirport }) => [departureAirport, arrivalAirport]),
    ),
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
