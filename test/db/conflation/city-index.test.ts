/** Places belong to the city that one travels to for them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CityEntry, CityIndex, FARTHEST_METERS } from "../../../db/conflation/city-index.ts";
import { distanceMeters } from "../../../trip/geo.ts";

const city = (
  name: string,
  lat: number,
  lon: number,
  population: number,
  more: Partial<CityEntry> = {},
): CityEntry => ({
  ...{ id: name, name, countryCode: "DE", cityType: "city", population, geonamesId: null, currency: "EUR", lat, lon },
  ...more,
});
const berlin = city("Berlin", 52.52, 13.405, 3_600_000, { cityType: "capital" });
const potsdam = city("Potsdam", 52.39, 13.065, 180_000);
const spandau = city("Spandau", 52.535, 13.2, 240_000);

test("a large city reaches farther than a small one", () => {
  const index = new CityIndex([berlin, potsdam]);
  expect(index.cityOf({ lat: 52.4, lon: 13.06 })?.name).toBe("Potsdam");
  // Wannsee: nearer to Potsdam, and Berlin's.
  expect(index.cityOf({ lat: 52.44, lon: 13.19 })?.name).toBe("Berlin");
});

test("a city takes in the towns that it has grown around, unless they are another country's", () => {
  const near = { lat: 52.536, lon: 13.28 };
  const inside = city("Charlottenburg", 52.516, 13.3, 130_000);
  expect(new CityIndex([berlin, inside]).cityOf(near)?.name).toBe("Berlin");
  expect(new CityIndex([berlin, { ...inside, countryCode: "VA" }]).cityOf(near)?.name).toBe("Charlottenburg");
  expect(new CityIndex([berlin, spandau]).cityOf(spandau)?.name).toBe("Spandau");
});

test("Monaco is Monaco's, Monte-Carlo included", () => {
  const monaco = city("Monaco", 43.7333, 7.4167, 38_000, { cityType: "capital", countryCode: "MC" });
  const monteCarlo = city("Monte-Carlo", 43.7403, 7.4271, 15_000, { cityType: "town", countryCode: "MC" });
  expect(new CityIndex([monaco, monteCarlo]).cityOf({ lat: 43.7393, lon: 7.4282 })?.name).toBe("Monaco");
});

test("nothing is near what is farther than 40 km, and the date line is no border", () => {
  const index = new CityIndex([city("Suva", -18.14, 178.44, 90_000), city("Taveuni", -16.8, 179.99, 20_000)]);
  expect(index.cityOf({ lat: -17, lon: 177 })).toBeNull();
  expect(index.cityOf({ lat: -16.8, lon: -179.99 })?.name).toBe("Taveuni");
});

test("whatever the order in which cities came, a place has the same city, and one within reach", () => {
  const spot = fc.record({
    lat: fc.double({ min: 50, max: 51, noNaN: true }),
    lon: fc.double({ min: 9, max: 10, noNaN: true }),
  });
  const cities = fc.uniqueArray(
    fc.record({ at: spot, population: fc.integer({ min: 1_000, max: 5_000_000 }), id: fc.uuid() }),
    {
      selector: ({ id }) => id,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(cities, spot, (drawn, place) => {
      const entries = drawn.map(({ at, population, id }) => city(id, at.lat, at.lon, population));
      const found = new CityIndex(entries).cityOf(place);
      expect(new CityIndex(entries.toReversed()).cityOf(place)).toEqual(found);
      if (found) expect(distanceMeters(found, place)).toBeLessThanOrEqual(FARTHEST_METERS);
    }),
  );
});
