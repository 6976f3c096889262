/** Other queries than the exam's over the same tables: all sizes, wishes and states, with flights made up for their dates. */

import type { ExamTables, FlightRow } from "../../../evals/travelplanner/tables.ts";
import type { JourneyRequest } from "../../../trip/schedule/journey/request.ts";
import { HOUSE_RULES, ROOM_WISHES } from "../../../trip/schedule/journey/request.ts";
import { seededRandom } from "../../../trip/schedule/random.ts";

const CUISINES = ["Chinese", "American", "Italian", "Mexican", "Indian", "Mediterranean", "French"];

export interface RandomExam {
  tables: ExamTables;
  requests: JourneyRequest[];
}

export function randomExam(tables: ExamTables, count: number, seed: number): RandomExam {
  const random = seededRandom(seed).next;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const cities = [...tables.states.keys()];
  const byState = Map.groupBy(cities, (city) => tables.states.get(city) ?? "");
  const flights: FlightRow[] = [];
  const requests = Array.from({ length: count }, (_, index): JourneyRequest => {
    const stops = 1 + (index % 3);
    const states = [...byState].filter(([, inside]) => inside.length > stops).map(([state]) => state);
    const state = pick(states);
    const destinations = stops === 1 ? [pick(cities)] : (byState.get(state) ?? []);
    const origin = pick(cities.filter((city) => !destinations.includes(city)));
    const first = Date.UTC(2022, 2, 1 + Math.floor(random() * 20));
    const days = 1 + 2 * stops;
    const dates = Array.from({ length: days }, (__, day) =>
      new Date(first + day * 86_400_000).toISOString().slice(0, 10),
    );
    flights.push(...madeUpFlights(origin, destinations, dates, random, flights.length));
    return {
      origin,
      destination: stops === 1 ? (destinations[0] ?? "") : state,
      cities: stops,
      days,
      dates,
      travelers: 1 + Math.floor(random() * 8),
      budget: null,
      houseRule: random() < 0.4 ? pick(HOUSE_RULES) : null,
      cuisines: random() < 0.5 ? CUISINES.filter(() => random() < 0.4) : [],
      room: random() < 0.5 ? pick(ROOM_WISHES) : null,
      transport: random() < 0.4 ? pick(["no flight", "no self-driving"] as const) : null,
    };
  });
  return { tables: { ...tables, flights }, requests };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(Math.floor(minutes) % 60).padStart(2, "0")}`;
}

function madeUpFlights(
  origin: string,
  cities: readonly string[],
  dates: readonly string[],
  random: () => number,
  before: number,
): FlightRow[] {
  const rows: FlightRow[] = [];
  for (const [city, date] of cities.flatMap((inside) => dates.map((day) => [inside, day] as const))) {
    for (const [from, to] of [
      [origin, city],
      [city, origin],
    ] as const) {
      if (random() < 0.4) continue;
      const departs = random() * 1440;
      const minutes = 60 + Math.floor(random() * 300);
      const number = `F${1_000_000 + before + rows.length}`;
      const elapsed = `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
      const price = 40 + Math.floor(random() * 500);
      rows.push({ number, price, departs: clock(departs), arrives: clock(departs + minutes), elapsed, date, from, to });
    }
  }
  return rows;
}
