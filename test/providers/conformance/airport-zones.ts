/** The zones of real airports, from the catalogue's own file. */
import { readFileSync } from "node:fs";
import { createAirportZone } from "../../../providers/flights/airport-zones.ts";

const FILE = new URL("../../../db/catalogue/airports.csv", import.meta.url);

function readAirports(): Map<string, { location: { lat: number; lon: number } }> {
  const rows = readFileSync(FILE, "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [lat, lon] = row.split(",").slice(-3).map(Number) as [number, number];
      return [row.slice(0, 3), { location: { lat, lon } }];
    }),
  );
}

let airports: ReturnType<typeof readAirports> | null = null;

export const airportZone = createAirportZone(async (iataCode) => {
  airports ??= readAirports();
  return airports.get(iataCode) ?? null;
});
