/**
 * A fortnight to judge, made by rule and not by the scheduler: three cities, trains between them, eight
 * stops a day with hours of several kinds, prices, a bed a night, flights there and back.
 */
import { addDays, datesFrom, weekdayOf } from "../../trip/calendar.ts";
import type { City, Country } from "../../trip/catalogue.ts";
import type { PlanFacts } from "../../trip/facts.ts";
import type { DayDraft, ItemDraft, ItineraryDraft } from "../../trip/itinerary.ts";
import type { Price } from "../../trip/money.ts";
import type { FlightOffer, StayOffer } from "../../trip/offer.ts";
import { type OpeningHours, type WeeklyHours, wallTimeOf } from "../../trip/opening-hours.ts";
import type { Place } from "../../trip/place.ts";
import type { Trip } from "../../trip/trip.ts";

/** `holds` walks each day in one direction, `zigzags` from end to end, `broken` has a fault in every other item. */
export const PLANS = ["holds", "zigzags", "broken"] as const;
export type PlanKind = (typeof PLANS)[number];

export interface Fortnight {
  trip: Trip;
  itinerary: ItineraryDraft;
  facts: PlanFacts;
}

const START = "2027-05-10";
const END = addDays(START, 13);
const AS_OF = "2026-11-22";
/** Start and length of a day's stops; the second and the last are meals. */
const STOPS = [
  [570, 60],
  [720, 60],
  [800, 60],
  [885, 50],
  [960, 45],
  [1025, 30],
  [1080, 30],
  [1140, 75],
] as const;
const MEALS: ReadonlySet<number> = new Set([1, 7]);
const ZIGZAG = [0, 4, 1, 5, 2, 6, 3, 7];

const idOf = (kind: number, number: number): string =>
  `00000000-0000-4000-8000-${String(kind).padStart(2, "0")}${String(number).padStart(10, "0")}`;

const price = (amount: number, over: Partial<Price> = {}): Price => ({
  amountMinor: amount * 100,
  currency: "EUR",
  per: "person",
  basis: "open-data",
  provider: "catalogue",
  fetchedAt: AS_OF,
  expiresAt: null,
  ...over,
});

const CITIES = [
  { name: "Lisbon", iataCode: "LIS", location: { lat: 38.7139, lon: -9.1394 }, nights: 5 },
  { name: "Coimbra", iataCode: null, location: { lat: 40.2056, lon: -8.4196 }, nights: 4 },
  { name: "Porto", iataCode: "OPO", location: { lat: 41.1496, lon: -8.611 }, nights: 4 },
] as const;

const cities = CITIES.map(
  ({ name, iataCode, location }, index): City => ({
    id: idOf(1, index),
    name,
    nameLocal: null,
    region: null,
    countryCode: "PT",
    countryName: "Portugal",
    location,
    timezone: "Europe/Lisbon",
    population: null,
    iataCode,
    attractionCount: 100,
    eateryCount: 40,
  }),
);

const PORTUGAL: Country = {
  id: idOf(0, 1),
  isoCode: "PT",
  name: "Portugal",
  currencyCode: "EUR",
  timezone: "Europe/Lisbon",
  dailyCost: { budget: 60, midRange: 120, luxury: 300, currency: "EUR", asOf: AS_OF, source: "bench" },
};

const week = (open: string, close: string): WeeklyHours => {
  const day = [{ open, close }];
  return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
};

/** Plain hours, a last entry, a season, a noon break after the stop: by turns. */
function hoursOf(number: number, isMeal: boolean): OpeningHours {
  if (isMeal) return week("12:00", "23:00");
  const usual = week("08:00", "20:00");
  const kinds: OpeningHours[] = [
    usual,
    { ...usual, lastEntryMinutes: 30 },
    { ...week("10:00", "12:00"), seasons: [{ from: "04-01", to: "10-31", week: usual }] },
    { ...usual, closedDates: ["12-25", "01-01"] },
  ];
  return kinds[number % kinds.length] ?? usual;
}

function placeAt(city: City, number: number, position: number, row: number): Place {
  const isMeal = MEALS.has(position);
  return {
    id: idOf(2, number),
    cityId: city.id,
    name: `${isMeal ? "Tasca" : "Museum"} ${number}`,
    nameLocal: null,
    type: isMeal ? "restaurant" : "museum",
    categories: [isMeal ? "restaurants" : "museums"],
    location: { lat: city.location.lat + position * 0.0035, lon: city.location.lon + row * 0.002 },
    address: null,
    hours: hoursOf(number, isMeal),
    visitMinutes: 30,
    admission: isMeal ? null : price(8),
    mealEstimate: isMeal
      ? { lowMinor: 1200, highMinor: 2400, currency: "EUR", method: "menu prices", asOf: AS_OF }
      : null,
    crowdedness: null,
    wheelchair: "yes",
    diets: ["vegetarian"],
    bookingNeeded: false,
    popularity: 0.5,
    isOffbeat: false,
    tags: [],
    description: null,
    source: "bench",
    sourceDate: AS_OF,
  };
}

function itemAt(place: Place, position: number, slot: number): ItemDraft {
  const [startMinute, minutes] = STOPS[slot] ?? [0, 0];
  return {
    itemKey: place.id,
    type: MEALS.has(position) ? "meal" : "attraction",
    title: place.name,
    placeId: place.id,
    location: place.location,
    startTime: wallTimeOf(startMinute),
    endTime: wallTimeOf(startMinute + minutes),
    endsNextDay: false,
    cost: place.admission ?? place.mealEstimate,
    status: "planned",
    locked: false,
    reason: null,
    confidence: null,
    travelFromPrevious: null,
  };
}

function trainTo(city: City): ItemDraft {
  const cost = { lowMinor: 2000, highMinor: 5000, currency: "EUR", method: "fare by distance", asOf: AS_OF };
  const times = { startTime: "06:00", endTime: "09:00" };
  const about = { itemKey: `train:${city.id}`, type: "transport", title: `Train to ${city.name}` } as const;
  return { ...itemAt(placeAt(city, 0, 0, 0), 0, 0), ...about, ...times, placeId: null, location: city.location, cost };
}

/** Each kind of fault by turns: closed, shut at that hour, unknown, far, twice, badly priced. */
function spoil(item: ItemDraft, place: Place, turn: number, first: string): { item: ItemDraft; place: Place } {
  const far = { lat: place.location.lat + 0.2, lon: place.location.lon };
  const spoilt: [Partial<ItemDraft>, Partial<Place>][] = [
    [{}, { hours: { ...week("08:00", "20:00"), [weekdayOf(START)]: [], closedDates: datesOfYear() } }],
    [{}, { hours: week("06:00", "07:00") }],
    [{}, { hours: null, bookingNeeded: true }],
    [{}, { location: far }],
    [{ placeId: first }, {}],
    [{ cost: price(3, { provider: "" }) }, { wheelchair: "no", diets: [] }],
    [{ endTime: "23:30" }, { visitMinutes: 400 }],
  ];
  const [onItem, onPlace] = spoilt[turn % spoilt.length] ?? [{}, {}];
  return { item: { ...item, ...onItem }, place: { ...place, ...onPlace } };
}

const datesOfYear = (): string[] => datesFrom(START, END).map((date) => date.slice(5));

export function fortnight(kind: PlanKind): Fortnight {
  let arrivalDate = START;
  const destinations = CITIES.map(({ name, nights }, index) => {
    const departureDate = addDays(arrivalDate, nights);
    const destination = { cityId: idOf(1, index), name, countryCode: "PT", arrivalDate, departureDate };
    arrivalDate = departureDate;
    return destination;
  });
  const places: Place[] = [];
  const days = datesFrom(START, END).map((date, index): DayDraft => {
    const at = destinations.findLastIndex((destination) => destination.arrivalDate <= date);
    const city = cities[at] ?? cities[0];
    if (!city) throw new Error("Expected a city for every day.");
    const isTransfer = index > 0 && destinations[at]?.arrivalDate === date;
    const items = STOPS.map((_, slot): ItemDraft => {
      const isSight = !MEALS.has(slot);
      const position = kind === "zigzags" && isSight ? (ZIGZAG[slot] ?? slot) : slot;
      const made = placeAt(city, index * 10 + slot + 1, slot, index);
      const location = { ...made.location, lat: city.location.lat + position * 0.0035 };
      const [place, item] = [{ ...made, location }, itemAt(made, slot, slot)];
      const isSpoilt = kind === "broken" && (index + slot) % 2 === 0;
      const both = isSpoilt ? spoil(item, place, index + slot / 2, idOf(2, 1)) : { item, place };
      places.push(both.place);
      return both.item;
    });
    const ahead = isTransfer ? [trainTo(city)] : [];
    return { dayNumber: index + 1, date, city: { id: city.id, name: city.name }, items: [...ahead, ...items] };
  });
  const trip = tripThrough(destinations, kind);
  return { trip, itinerary: { days }, facts: factsOf(places, destinations) };
}

function tripThrough(destinations: Trip["destinations"], kind: PlanKind): Trip {
  const isPicky = kind === "broken";
  return {
    id: idOf(9, 1),
    title: "A fortnight",
    startDate: START,
    endDate: END,
    travelers: 2,
    childAges: [],
    origin: null,
    destinations,
    budget: { amountMinor: isPicky ? 100_000 : 900_000, currency: "EUR" },
    wishes: {
      interests: [],
      pace: "fast",
      style: "mid_range",
      diets: isPicky ? ["vegetarian"] : [],
      accessibility: isPicky ? ["wheelchair"] : [],
      avoidCrowds: false,
      preferOffbeat: false,
      mustSee: [],
    },
    assumptions: [],
  };
}

function factsOf(places: readonly Place[], destinations: Trip["destinations"]): PlanFacts {
  const stays = destinations.map(
    ({ cityId, name, arrivalDate, departureDate }, index): StayOffer => ({
      id: idOf(3, index),
      provider: "bench",
      offerId: `stay-${index}`,
      price: price(80, { per: "night", provider: "bench" }),
      cityId,
      propertyName: `Hotel ${name}`,
      checkInDate: arrivalDate,
      checkOutDate: departureDate,
      link: null,
      status: "considering",
    }),
  );
  return {
    today: AS_OF,
    cities: new Map(cities.map((city) => [city.id, city])),
    countries: new Map([[PORTUGAL.isoCode, PORTUGAL]]),
    places: new Map(places.map((place) => [place.id, place])),
    rates: new Map(),
    flights: [
      flight(1, ["VIE", "LIS"], [`${START}T03:00:00Z`, `${START}T06:30:00Z`]),
      flight(2, ["OPO", "VIE"], [`${END}T22:00:00Z`, `${addDays(END, 1)}T01:30:00Z`]),
    ],
    stays,
  };
}

function flight(number: number, [from, to]: [string, string], [departureAt, arrivalAt]: [string, string]): FlightOffer {
  return {
    id: idOf(3, 100 + number),
    provider: "bench",
    offerId: `flight-${number}`,
    price: price(120, { provider: "bench" }),
    departureAirport: from,
    arrivalAirport: to,
    departureAt,
    arrivalAt,
    durationMinutes: 210,
    airlineCode: null,
    flightNumber: null,
    link: null,
    status: "considering",
  };
}
