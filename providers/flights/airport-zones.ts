/**
 * In which time zone an airport is. Most vendors say local times and leave the zone to whoever reads them; the catalogue
 * knows where the airports are, and a map of zones the rest.
 */
import { createRequire } from "node:module";
import type { Airport } from "../../trip/catalogue.ts";

/** The IANA zone of an airport by its IATA code; `null` where the airport is not known. */
export type AirportZone = (iataCode: string) => Promise<string | null>;

type ZoneAt = (lat: number, lon: number) => string;

export function createAirportZone(
  findAirport: (iataCode: string) => Promise<Pick<Airport, "location"> | null>,
): AirportZone {
  // An airport stays where it is, and there are some thousands. The map is read when somebody asks.
  const zones = new Map<string, string>();
  let zoneAt: ZoneAt | null = null;
  return async (iataCode) => {
    const known = zones.get(iataCode);
    if (known !== undefined) return known;
    const airport = await findAirport(iataCode);
    if (airport === null) return null;
    zoneAt ??= createRequire(import.meta.url)("tz-lookup") as ZoneAt;
    const zone = zoneAt(airport.location.lat, airport.location.lon);
    zones.set(iataCode, zone);
    return zone;
  };
}

/** Each airport once, so that what is read of a long answer needs no waiting. */
export async function zonesOf(
  iataCodes: Iterable<string>,
  airportZone: AirportZone,
): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(iataCodes)].filter((code) => /^[A-Z]{3}$/.test(code));
  const zones = await Promise.all(codes.map(async (code) => [code, await airportZone(code)] as const));
  return new Map(zones.flatMap(([code, zone]) => (zone === null ? [] : [[code, zone] as const])));
}
