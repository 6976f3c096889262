/**
 * The exam's tables as what a planner of journeys chooses from. A row whose name the exam would resolve to another row
 * is left out: what is booked must be what was priced.
 */
import { HOUSE_RULES } from "../../trip/schedule/journey/request.ts";
import type {
  JourneyAttraction,
  JourneyDrive,
  JourneyFlight,
  JourneyRestaurant,
  JourneyStay,
  JourneyWorld,
  RoomType,
} from "../../trip/schedule/journey/world.ts";
import { nameAndCity, writtenName } from "./names.ts";
import type { Sandbox } from "./sandbox.ts";
import type { FlightRow, RestaurantRow, StayRow } from "./tables.ts";

const ROOM_TYPES: Record<string, RoomType> = {
  "entire home/apt": "entire",
  "private room": "private",
  "shared room": "shared",
};
const SEATS = { "self-driving": 5, taxi: 4 } as const;

function clock(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** "10 hours 55 mins", "1 hour", "47 minutes". */
function minutesOf(text: string): number | null {
  const hours = /(\d+)\s*h/.exec(text)?.[1];
  const minutes = /(\d+)\s*m/.exec(text)?.[1];
  return hours === undefined && minutes === undefined ? null : Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

function flightOf(row: FlightRow, sandbox: Sandbox): JourneyFlight[] {
  const departs = clock(row.departs);
  const arrives = clock(row.arrives);
  const minutes = minutesOf(row.elapsed);
  if (departs === null || arrives === null || sandbox.flights(row.number)[0] !== row || row.price < 0) return [];
  return [
    { number: row.number, price: row.price, departs, arrives, minutes: minutes ?? Math.max(0, arrives - departs) },
  ];
}

function stayOf(row: StayRow): JourneyStay[] {
  const type = ROOM_TYPES[row.roomType.trim().toLowerCase()];
  if (type === undefined || row.price < 0 || row.sleeps < 1) return [];
  const forbids = HOUSE_RULES.filter((rule) => row.houseRules.toLowerCase().includes(`no ${rule}`));
  const { price, sleeps, rating, minimumNights } = row;
  return [{ name: writtenName(row.name), price, type, forbids, minimumNights, sleeps, rating }];
}

function restaurantOf(row: RestaurantRow): JourneyRestaurant[] {
  if (row.price < 0) return [];
  const cuisines = row.cuisines.split(",").map((cuisine) => cuisine.trim());
  return [{ name: writtenName(row.name), price: row.price, cuisines, rating: row.rating }];
}

function listed<Row extends { name: string; city: string }, Offer>(
  rows: readonly Row[],
  find: (name: string, city: string) => Row[],
  offerOf: (row: Row) => Offer[],
): Map<string, Offer[]> {
  const isItself = (row: Row) => {
    const name = writtenName(row.name);
    const read = nameAndCity(`${name}, ${row.city}`);
    const isRead = read.name === name && read.city === row.city;
    return name !== "" && name !== "-" && !name.includes(";") && isRead && find(name, row.city)[0] === row;
  };
  const byCity = Map.groupBy(rows, (row) => row.city);
  return new Map([...byCity].map(([city, offers]) => [city, offers.filter(isItself).flatMap(offerOf)]));
}

export function examWorld(sandbox: Sandbox): JourneyWorld {
  const { tables } = sandbox;
  const stays = listed(tables.stays, sandbox.stays, stayOf);
  const restaurants = listed(tables.restaurants, sandbox.restaurants, restaurantOf);
  const attractions = listed(tables.attractions, sandbox.attractions, (row): JourneyAttraction[] => [
    { name: writtenName(row.name), lat: row.lat, lon: row.lon },
  ]);
  const flights = Map.groupBy(tables.flights, (row) => `${row.from}\t${row.to}\t${row.date}`);
  const cities = Map.groupBy(tables.states, ([, state]) => state);
  return {
    hasCity: (city) => tables.states.has(city),
    citiesOf: (state) => (cities.get(state) ?? []).map(([city]) => city),
    flights: (from, to, date) =>
      (flights.get(`${from}\t${to}\t${date}`) ?? []).flatMap((row) => flightOf(row, sandbox)),
    drives: (from, to) => drivesOf(sandbox, from, to),
    stays: (city) => stays.get(city) ?? [],
    restaurants: (city) => restaurants.get(city) ?? [],
    attractions: (city) => attractions.get(city) ?? [],
  };
}

function drivesOf(sandbox: Sandbox, from: string, to: string): JourneyDrive[] {
  const road = sandbox.road(from, to);
  const minutes = road === null ? null : minutesOf(road.duration);
  if (road === null || minutes === null) return [];
  return (["self-driving", "taxi"] as const).map((mode) => {
    const price = sandbox.roadCost(from, to, mode) ?? 0;
    return { mode, km: road.km, minutes, price, seats: SEATS[mode] };
  });
}
