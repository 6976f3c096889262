/**
 * Looking things up as the exam does: a name is found where a row of the city contains it, and the first such row
 * counts; a flight is its number alone; a way by road is the first row of its two cities.
 */
import type { AttractionRow, DistanceRow, ExamTables, FlightRow, RestaurantRow, StayRow } from "./tables.ts";

export interface Sandbox {
  tables: ExamTables;
  stays(name: string, city: string): StayRow[];
  restaurants(name: string, city: string): RestaurantRow[];
  attractions(name: string, city: string): AttractionRow[];
  flights(number: string): FlightRow[];
  /** What a vehicle costs from one city to the other, or `null` where there is no way within a day. */
  roadCost(from: string, to: string, mode: "self-driving" | "taxi"): number | null;
  road(from: string, to: string): { km: number; duration: string } | null;
}

const OWN_CAR_PER_KM = 0.05;

function groups<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  return Map.groupBy(rows, keyOf);
}

function finder<Row extends { name: string; city: string }>(
  rows: readonly Row[],
): (name: string, city: string) => Row[] {
  const byCity = groups(rows, (row) => row.city);
  return (name, city) => (byCity.get(city) ?? []).filter((row) => row.name.includes(name));
}

function roadOf(row: DistanceRow | undefined): { km: number; duration: string } | null {
  if (row === undefined || row.duration === "" || row.distance === "" || row.duration.includes("day")) return null;
  const km = Number(row.distance.replace("km", "").replaceAll(",", "").trim());
  return Number.isFinite(km) ? { km, duration: row.duration } : null;
}

export function sandboxOf(tables: ExamTables): Sandbox {
  const flights = groups(tables.flights, (row) => row.number);
  const roads = groups(tables.distances, (row) => `${row.from}\t${row.to}`);
  const road = (from: string, to: string) => roadOf(roads.get(`${from}\t${to}`)?.[0]);
  return {
    tables,
    stays: finder(tables.stays),
    restaurants: finder(tables.restaurants),
    attractions: finder(tables.attractions),
    flights: (number) => flights.get(number) ?? [],
    road,
    roadCost: (from, to, mode) => {
      const way = road(from, to);
      return way === null ? null : Math.trunc(mode === "taxi" ? way.km : way.km * OWN_CAR_PER_KM);
    },
  };
}
