/**
 * Which airport a city is flown to: the nearest one, unless a bigger one is not much farther. Looked up
 * for every city of the catalogue, so airports are kept in cells of one degree.
 */
import { distanceMeters } from "../../trip/geo.ts";
import type { Coordinates } from "../../trip/place.ts";

export interface AirportSpot extends Coordinates {
  iata_code: string;
  size: "hub" | "international" | "regional";
}

/** How many metres farther than a hub an airport of that size seems. */
const SIZE_HANDICAP_METERS = { hub: 0, international: 40_000, regional: 110_000 };
const REACH_METERS = 250_000;
const METERS_PER_DEGREE = 111_195;

/** Cells of one degree; a longitude beyond the date line lands on the other side. */
function cellOf(lat: number, lon: number): number {
  const column = (((Math.floor(lon) + 180) % 360) + 360) % 360;
  return Math.floor(lat + 90) * 360 + column;
}

/** Returns a finder; it answers `null` where no airport is within reach. */
export function nearestAirportFinder(airports: readonly AirportSpot[]): (place: Coordinates) => string | null {
  const cells = Map.groupBy(airports, ({ lat, lon }) => cellOf(lat, lon));
  return (place) => {
    let best: AirportSpot | null = null;
    let bestMeters = Number.POSITIVE_INFINITY;
    for (const airport of airportsAround(cells, place)) {
      const meters = distanceMeters(place, airport);
      const apparent = meters + SIZE_HANDICAP_METERS[airport.size];
      if (meters <= REACH_METERS && apparent < bestMeters) {
        best = airport;
        bestMeters = apparent;
      }
    }
    return best?.iata_code ?? null;
  };
}

function airportsAround(cells: Map<number, AirportSpot[]>, { lat, lon }: Coordinates): AirportSpot[] {
  const rows = Math.ceil(REACH_METERS / METERS_PER_DEGREE);
  const narrowest = Math.cos((Math.min(89, Math.abs(lat) + rows) * Math.PI) / 180);
  const columns = Math.min(180, Math.ceil(rows / narrowest));
  const around: AirportSpot[] = [];
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const cell = cells.get(cellOf(lat + row, lon + column));
      if (cell) around.push(...cell);
    }
  }
  return around;
}
