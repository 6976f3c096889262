/** A small world to test with: builders with sensible defaults, and a hand-made plan without a fault. */
import { addDays } from "../../trip/calendar.ts";
import type { City, Country, ExchangeRate } from "../../trip/catalogue.ts";
import type { PlanFacts } from "../../trip/facts.ts";
import type { DayDraft, ItemDraft, ItineraryDraft } from "../../trip/itinerary.ts";
import type { Price } from "../../trip/money.ts";
import type { FlightOffer, StayOffer } from "../../trip/offer.ts";
import type { OpeningHours, OpeningInterval } from "../../trip/opening-hours.ts";
import type { Place } from "../../trip/place.ts";
import type { Trip } from "../../trip/trip.ts";

/** A valid UUID that says what it names: kind 1 cities, 2 places, 3 offers, 9 trips. */
export function idOf(kind: number, number: number): string {
  return `00000000-0000-4000-8000-${String(kind).padStart(2, "0")}${String(number).padStart(10, "0")}`;
}

export function everyDay(open: string, close: string): OpeningHours {
  const day = (): OpeningInterval[] => [{ open, close }];
  return {
    monday: day(),
    tuesday: day(),
    wednesday: day(),
    thursday: day(),
    friday: day(),
    saturday: day(),
    sunday: day(),
  };
}

export function euros(amount: number, over: Partial<Price> = {}): Price {
  return {
    amountMinor: Math.round(amount * 100),
    currency: "EUR",
    per: "person",
    basis: "open-data",
    provider: "catalogue",
    fetchedAt: "2026-11-22",
    expiresAt: null,
    ...over,
  };
}

const PORTUGAL: Country = {
  id: idOf(0, 1),
  isoCode: "PT",
  name: "Portugal",
  currencyCode: "EUR",
  timezone: "Europe/Lisbon",
  dailyCost: { budget: 60, midRange: 120, luxury: 300, currency: "EUR", asOf: "2026-11-22", source: "test" },
};
const JAPAN: Country = {
  id: idOf(0, 2),
  isoCode: "JP",
  name: "Japan",
  currencyCode: "JPY",
  timezone: "Asia/Tokyo",
  dailyCost: { budget: 9000, midRange: 20000, luxury: 60000, currency: "JPY", asOf: "2026-11-22", source: "test" },
};
/** Nobody knows what a day costs here. */
const ARGENTINA: Country = {
  id: idOf(0, 3),
  isoCode: "AR",
  name: "Argentina",
  currencyCode: "ARS",
  timezone: "America/Argentina/Buenos_Aires",
  dailyCost: null,
};
export const RATES: ReadonlyMap<string, ExchangeRate> = new Map(
  [
    { currency: "JPY", perEuro: 170 },
    { currency: "USD", perEuro: 1.15 },
    { currency: "BHD", perEuro: 0.44 },
  ].map((rate) => [rate.currency, { ...rate, asOf: "2026-11-22", source: "test" }]),
);

export function cityWith(number: number, over: Partial<City>): City {
  return {
    id: idOf(1, number),
    name: `City ${number}`,
    nameLocal: null,
    region: null,
    countryCode: "PT",
    countryName: "Portugal",
    location: { lat: 38.7139, lon: -9.1394 },
    timezone: "Europe/Lisbon",
    population: 500_000,
    iataCode: null,
    attractionCount: 10,
    eateryCount: 10,
    ...over,
  };
}
export const LISBON = cityWith(1, { name: "Lisbon", iataCode: "LIS" });
export const PORTO = cityWith(2, { name: "Porto", location: { lat: 41.1496, lon: -8.611 }, iataCode: "OPO" });
export const TOKYO = cityWith(3, {
  name: "Tokyo",
  countryCode: "JP",
  countryName: "Japan",
  location: { lat: 35.6812, lon: 139.7671 },
  timezone: "Asia/Tokyo",
});
export const BUENOS_AIRES = cityWith(4, {
  name: "Buenos Aires",
  countryCode: "AR",
  countryName: "Argentina",
  location: { lat: -34.6037, lon: -58.3816 },
  timezone: "America/Argentina/Buenos_Aires",
});
export const CITIES = [LISBON, PORTO, TOKYO, BUENOS_AIRES];

/** Metres north and east of a city's middle, roughly. */
export function near(city: City, north: number, east: number): { lat: number; lon: number } {
  const lat = city.location.lat + north / 111_195;
  return { lat, lon: city.location.lon + east / (111_195 * Math.cos((city.location.lat * Math.PI) / 180)) };
}

/** Open 09:00–18:00 every day, an hour's visit, 10 EUR, accessible, in Lisbon. */
export function placeWith(number: number, over: Partial<Place> = {}): Place {
  return {
    id: idOf(2, number),
    cityId: LISBON.id,
    name: `Museum ${number}`,
    nameLocal: null,
    type: "museum",
    categories: ["museums"],
    location: near(LISBON, number * 150, 0),
    address: null,
    hours: everyDay("09:00", "18:00"),
    visitMinutes: 60,
    admission: euros(10),
    mealEstimate: null,
    crowdedness: null,
    wheelchair: "yes",
    diets: [],
    bookingNeeded: false,
    popularity: 0.5,
    isOffbeat: false,
    tags: [],
    description: null,
    source: "test",
    sourceDate: "2026-11-22",
    ...over,
  };
}

export function eateryWith(number: number, over: Partial<Place> = {}): Place {
  return placeWith(number, {
    name: `Tasca ${number}`,
    type: "restaurant",
    categories: ["restaurants"],
    hours: everyDay("12:00", "23:00"),
    admission: null,
    mealEstimate: { lowMinor: 1200, highMinor: 2000, currency: "EUR", method: "menu prices", asOf: "2026-11-22" },
    ...over,
  });
}

export function tripWith(over: Partial<Omit<Trip, "wishes">> & { wishes?: Partial<Trip["wishes"]> } = {}): Trip {
  const { wishes, ...rest } = over;
  return {
    id: idOf(9, 1),
    title: "Lisbon",
    startDate: "2027-05-10",
    endDate: "2027-05-12",
    travelers: 2,
    childAges: [],
    origin: null,
    destinations: [
      { cityId: LISBON.id, name: "Lisbon", countryCode: "PT", arrivalDate: "2027-05-10", departureDate: "2027-05-12" },
    ],
    budget: { amountMinor: 150_000, currency: "EUR" },
    assumptions: [],
    ...rest,
    wishes: {
      interests: [],
      pace: "moderate",
      style: "mid_range",
      diets: [],
      accessibility: [],
      avoidCrowds: false,
      preferOffbeat: false,
      mustSee: [],
      ...wishes,
    },
  };
}

export function factsWith(places: readonly Place[], over: Partial<PlanFacts> = {}): PlanFacts {
  return {
    today: "2026-11-22",
    cities: new Map(CITIES.map((city) => [city.id, city])),
    countries: new Map([PORTUGAL, JAPAN, ARGENTINA].map((country) => [country.isoCode, country])),
    places: new Map(places.map((place) => [place.id, place])),
    rates: RATES,
    flights: [],
    stays: [],
    ...over,
  };
}

export function stayWith(number: number, over: Partial<StayOffer> = {}): StayOffer {
  return {
    id: idOf(3, number),
    provider: "test-hotels",
    offerId: `stay-${number}`,
    price: euros(80, { per: "night", basis: "sandbox", provider: "test-hotels" }),
    cityId: LISBON.id,
    propertyName: "Pensão Alegria",
    checkInDate: "2027-05-10",
    checkOutDate: "2027-05-12",
    link: null,
    status: "considering",
    ...over,
  };
}

export function flightWith(number: number, over: Partial<FlightOffer> = {}): FlightOffer {
  return {
    id: idOf(3, 100 + number),
    provider: "test-air",
    offerId: `flight-${number}`,
    price: euros(90, { basis: "sandbox", provider: "test-air" }),
    departureAirport: "VIE",
    arrivalAirport: "LIS",
    departureAt: "2027-05-10T06:00:00Z",
    arrivalAt: "2027-05-10T08:00:00Z",
    durationMinutes: 120,
    airlineCode: null,
    flightNumber: null,
    link: null,
    status: "considering",
    ...over,
  };
}

export function itemWith(over: Partial<ItemDraft> & { startTime: string; endTime: string }): ItemDraft {
  return {
    itemKey: `${over.type ?? "free"}:${over.placeId ?? ""}${over.startTime}`,
    type: "free",
    title: "Time of your own",
    placeId: null,
    location: null,
    endsNextDay: false,
    cost: null,
    status: "planned",
    locked: false,
    reason: null,
    confidence: null,
    travelFromPrevious: null,
    ...over,
  };
}

export function visitOf(place: Place, startTime: string, endTime: string, over: Partial<ItemDraft> = {}): ItemDraft {
  const { id, name, location, admission } = place;
  const type = "attraction" as const;
  return itemWith({ type, title: name, placeId: id, location, cost: admission, startTime, endTime, ...over });
}

/** A meal for two. */
export function mealAt(place: Place, startTime: string, endTime: string, over: Partial<ItemDraft> = {}): ItemDraft {
  const { id, name, location, mealEstimate } = place;
  const type = "meal" as const;
  const cost = mealEstimate && {
    ...mealEstimate,
    lowMinor: mealEstimate.lowMinor * 2,
    highMinor: mealEstimate.highMinor * 2,
  };
  return itemWith({ type, title: name, placeId: id, location, cost, startTime, endTime, ...over });
}

export interface World {
  trip: Trip;
  facts: PlanFacts;
  itinerary: ItineraryDraft;
  places: Place[];
}

/** Three faultless days in Lisbon: two visits and the meals each, in a line from south to north. */
export function faultlessWorld(): World {
  const sights = [1, 3, 5, 7, 9, 11].map((number) => placeWith(number));
  const tables = [22, 24, 26, 28, 30].map((number, index) =>
    eateryWith(number, { location: near(LISBON, 300 * (index + 1), 0) }),
  );
  const trip = tripWith();
  const days = [0, 1, 2].map((index): DayDraft => {
    const [morning, afternoon] = sights.slice(index * 2, index * 2 + 2);
    const [lunch, dinner] = tables.slice(index * 2, index * 2 + 2);
    return {
      dayNumber: index + 1,
      date: addDays(trip.startDate, index),
      city: { id: LISBON.id, name: LISBON.name },
      items: [
        ...(morning ? [visitOf(morning, "10:30", "11:30")] : []),
        ...(lunch ? [mealAt(lunch, "12:30", "13:30")] : []),
        ...(afternoon ? [visitOf(afternoon, "15:00", "16:00")] : []),
        ...(dinner ? [mealAt(dinner, "19:00", "20:15")] : []),
      ],
    };
  });
  const places = [...sights, ...tables];
  return { trip, facts: factsWith(places, { stays: [stayWith(1)] }), itinerary: { days }, places };
}

/** The same plan with some places known otherwise. */
export function withPlace(world: World, number: number, over: Partial<Place>): World {
  const places = world.places.map((place) => (place.id === idOf(2, number) ? { ...place, ...over } : place));
  const byId = new Map(places.map((place) => [place.id, place]));
  return { ...world, places, facts: { ...world.facts, places: byId } };
}

/** The same plan with one item changed, or left out by `null`. */
export function withItem(world: World, day: number, index: number, over: Partial<ItemDraft> | null): World {
  const days = world.itinerary.days.map((current, at) => {
    if (at !== day) return current;
    const items = current.items.flatMap((item, position) =>
      position !== index ? [item] : over === null ? [] : [{ ...item, ...over }],
    );
    return { ...current, items };
  });
  return { ...world, itinerary: { days } };
}

export function withDayChanged(world: World, day: number, over: Partial<DayDraft>): World {
  const days = world.itinerary.days.map((current, at) => (at === day ? { ...current, ...over } : current));
  return { ...world, itinerary: { days } };
}

export function withTrip(world: World, over: Parameters<typeof tripWith>[0]): World {
  return { ...world, trip: tripWith(over) };
}

export function withFacts(world: World, over: Partial<PlanFacts>): World {
  return { ...world, facts: { ...world.facts, ...over } };
}

export function withMorePlaces(world: World, ...more: Place[]): World {
  const places = [...world.places, ...more];
  return withFacts({ ...world, places }, { places: new Map(places.map((place) => [place.id, place])) });
}
