/** The airport of a city is the one people fly to, across the date line and near the poles too. */
import { expect, test } from "vitest";
import { type AirportSpot, nearestAirportFinder } from "../../../db/seed/nearest-airport.ts";

const airport = (iata_code: string, size: AirportSpot["size"], lat: number, lon: number): AirportSpot => {
  return { iata_code, size, lat, lon };
};

test("a hub a little farther away wins over an airfield", () => {
  const near = nearestAirportFinder([airport("FLD", "regional", 50, 8.1), airport("HUB", "hub", 50, 9)]);
  expect(near({ lat: 50, lon: 8 })).toBe("HUB");
});

test("an international airport next door wins over a hub a journey away", () => {
  const near = nearestAirportFinder([airport("INT", "international", 50, 8.1), airport("HUB", "hub", 50, 9.5)]);
  expect(near({ lat: 50, lon: 8 })).toBe("INT");
});

test("beyond reach there is none", () => {
  const near = nearestAirportFinder([airport("HUB", "hub", 50, 8)]);
  expect(near({ lat: 53, lon: 8 })).toBeNull();
  expect(nearestAirportFinder([])({ lat: 0, lon: 0 })).toBeNull();
});

test.each([
  ["across the date line", { lat: -17, lon: 179.9 }, { lat: -17, lon: -179.5 }],
  ["across the date line, the other way", { lat: -17, lon: -179.9 }, { lat: -17, lon: 179.5 }],
  ["in the far north", { lat: 78, lon: 15 }, { lat: 78, lon: 20 }],
  ["over the pole", { lat: 89.5, lon: 0 }, { lat: 89.5, lon: 150 }],
])("%s", (_where, city, at) => {
  expect(nearestAirportFinder([airport("AAA", "hub", at.lat, at.lon)])(city)).toBe("AAA");
});
