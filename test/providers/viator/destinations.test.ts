/** Which of a vendor's destinations a city is. */
import { expect, test } from "vitest";
import { destinationOf, destinationsSchema } from "../../../providers/viator/destinations.ts";
import { destination } from "./answers.ts";

const { destinations } = destinationsSchema.parse({
  destinations: [
    destination(1, "Paris", "CITY", 48.857, 2.352),
    destination(2, "Versailles", "CITY", 48.805, 2.12),
    destination(3, "Paris", "CITY", 33.66, -95.555),
    destination(4, "New York City", "CITY", 40.713, -74.006),
    destination(5, "Ile-de-France", "REGION", 48.86, 2.35),
    destination(6, "Cologne", "CITY", 50.938, 6.96),
    destination(7, "Reykjavik", "CITY", 64.147, -21.942),
  ],
});

const at = (name: string, lat: number, lon: number): number | null =>
  destinationOf({ name, location: { lat, lon } }, destinations)?.destinationId ?? null;

test.each([
  ["its name, close by", "Paris", 48.85, 2.35, 1],
  ["a namesake far away is not it", "Paris", 33.6, -95.5, 3],
  ["nothing within reach", "Paris", 45, 10, null],
  ["a name that holds its name", "New York", 40.73, -73.99, 4],
  ["accents do not matter", "Reykjavík", 64.1, -21.9, 7],
  ["another name on the spot", "Köln", 50.94, 6.95, 6],
  ["another name some way off is another city", "Saint-Denis", 48.936, 2.357, null],
  ["a suburb with a name of its own", "Versailles", 48.8, 2.13, 2],
  ["a region is no city", "Ile-de-France", 49.2, 2.35, null],
])("%s", (_, name, lat, lon, id) => expect(at(name, lat, lon)).toBe(id));
