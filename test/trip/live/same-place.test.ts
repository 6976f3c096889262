import { expect, test } from "vitest";
import { isPlausiblySame } from "../../../trip/live/same-place.ts";

const HERE = { lat: 38.7, lon: -9.1 };
const metersNorth = (meters: number): { lat: number; lon: number } => ({ lat: 38.7 + meters / 111_195, lon: -9.1 });

test.each([
  ["National Tile Museum", "Museu do Azulejo", "Museu Nacional do Azulejo", 30, true],
  ["Belém Tower", null, "Torre de Belém", 200, true],
  ["Livraria Bertrand", null, "Livraria Ler Devagar", 20, false],
  ["St George's Castle", "Castelo de São Jorge", "Castelo de S. Jorge", 300, true],
  ["Duomo", null, "Il Duomo", 100, true],
  ["Tile Museum", null, "Tile Museum", 1_500, false],
  ["Senso-ji", "浅草寺", "浅草寺", 100, true],
  ["Ueno Park", null, "上野公園", 40, true],
  ["Ueno Park", null, "上野公園", 400, false],
  ["Café Tati", null, "Barber Shop", 10, false],
])("%s (%s) and %s, %i m away: %s", (name, nameLocal, found, meters, isSame) => {
  expect(isPlausiblySame({ name, nameLocal, location: HERE }, { name: found, location: metersNorth(meters) })).toBe(
    isSame,
  );
});

test("without a name only the same door counts, and without a place only the name", () => {
  const place = { name: "Tile Museum", nameLocal: null, location: HERE };
  expect(isPlausiblySame(place, { name: null, location: metersNorth(20) })).toBe(true);
  expect(isPlausiblySame(place, { name: null, location: metersNorth(200) })).toBe(false);
  expect(isPlausiblySame(place, { name: "Tile Museum", location: null })).toBe(true);
  expect(isPlausiblySame(place, { name: null, location: null })).toBe(false);
});
