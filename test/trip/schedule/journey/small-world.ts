/** A state of three towns and a home, small enough to reckon by hand; tests change single offers of it. */
import type { JourneyRequest } from "../../../../trip/schedule/journey/request.ts";
import type {
  JourneyAttraction,
  JourneyDrive,
  JourneyFlight,
  JourneyRestaurant,
  JourneyStay,
  JourneyWorld,
} from "../../../../trip/schedule/journey/world.ts";

export interface SmallWorld {
  states: Record<string, string>;
  /** By "from>to date". */
  flights: Record<string, JourneyFlight[]>;
  /** Kilometres by "from>to"; 60 km an hour, 0.05 a km for an own car and 1 for a taxi. */
  roads: Record<string, number>;
  stays: Record<string, JourneyStay[]>;
  restaurants: Record<string, JourneyRestaurant[]>;
  attractions: Record<string, JourneyAttraction[]>;
}

export function stay(name: string, price: number, more: Partial<JourneyStay> = {}): JourneyStay {
  return { name, price, type: "entire", forbids: [], minimumNights: 1, sleeps: 2, rating: 3, ...more };
}

export function restaurant(name: string, price: number, cuisines: string[] = [], rating = 3): JourneyRestaurant {
  return { name, price, cuisines, rating };
}

export function flight(number: string, price: number, departs = 600, arrives = 700): JourneyFlight {
  return { number, price, departs, arrives, minutes: Math.max(60, arrives - departs) };
}

export function worldOf(small: SmallWorld): JourneyWorld {
  const drivesOf = (km: number): JourneyDrive[] => [
    { mode: "self-driving", km, minutes: km, price: Math.trunc(km * 0.05), seats: 5 },
    { mode: "taxi", km, minutes: km, price: km, seats: 4 },
  ];
  return {
    hasCity: (city) => city in small.states,
    citiesOf: (state) => Object.keys(small.states).filter((city) => small.states[city] === state),
    flights: (from, to, date) => small.flights[`${from}>${to} ${date}`] ?? [],
    drives: (from, to) => {
      const km = small.roads[`${from}>${to}`] ?? small.roads[`${to}>${from}`];
      return km === undefined ? [] : drivesOf(km);
    },
    stays: (city) => small.stays[city] ?? [],
    restaurants: (city) => small.restaurants[city] ?? [],
    attractions: (city) => small.attractions[city] ?? [],
  };
}

/** Home is 100 km from Ash, 200 from Birch, 300 from Cedar; the towns are 60 km apart. Meals cost 10, 11, … */
export function smallWorld(): SmallWorld {
  const towns = ["Ash", "Birch", "Cedar"];
  const each = <Item>(make: (town: string) => Item) => Object.fromEntries(towns.map((town) => [town, make(town)]));
  return {
    states: { Home: "Elsewhere", Ash: "Woods", Birch: "Woods", Cedar: "Woods" },
    flights: {},
    roads: {
      "Home>Ash": 100,
      "Home>Birch": 200,
      "Home>Cedar": 300,
      "Ash>Birch": 60,
      "Birch>Cedar": 60,
      "Ash>Cedar": 60,
    },
    stays: each((town) => [stay(`${town} Inn`, 50)]),
    restaurants: each((town) => [10, 11, 12, 13].map((price) => restaurant(`${town} ${price}`, price))),
    attractions: each((town) => [1, 2, 3, 4].map((n) => ({ name: `${town} sight ${n}`, lat: n, lon: 0 }))),
  };
}

export function request(more: Partial<JourneyRequest> = {}): JourneyRequest {
  const days = more.days ?? 3;
  return {
    origin: "Home",
    destination: "Woods",
    cities: 1,
    days,
    dates: Array.from({ length: days }, (_, day) => `2026-03-0${day + 1}`),
    travelers: 2,
    budget: null,
    houseRule: null,
    cuisines: [],
    room: null,
    transport: null,
    ...more,
  };
}
