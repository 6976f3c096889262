/** Says no, helpfully, to a city the catalogue knows by name only. */
import type { City } from "../trip/catalogue.ts";
import { isCovered } from "../trip/catalogue.ts";
import { TripwrightError } from "../trip/errors.ts";
import { listed } from "../trip/export/words.ts";
import type { CatalogueStore } from "../trip/ports.ts";
import type { MissingFact } from "./missing-facts.ts";

const NEAREST = 3;
const WORLD_METERS = 20_100_000;

/**
 * Throws `city_not_covered`, naming the nearest cities with places and how to bring one's own. With the argument that
 * named the city, they are choices for it.
 */
export async function requireCovered(city: City, catalogue: CatalogueStore, field?: string): Promise<void> {
  if (isCovered(city)) return;
  const nearest = await catalogue.searchCities({
    near: city.location,
    radiusMeters: WORLD_METERS,
    coveredOnly: true,
    limit: NEAREST,
  });
  const named = nearest.map(({ name, distanceMeters }) => `${name} (${Math.round((distanceMeters ?? 0) / 1000)} km)`);
  const where = city.name === city.countryName ? city.name : `${city.name}, ${city.countryName}`;
  const choices = nearest.map(({ id, name, countryName }) => ({ value: id, label: `${name}, ${countryName}` }));
  const question = `There are no places for ${where} yet. Which city instead?`;
  const missing: MissingFact[] = field === undefined ? [] : [{ field, question, kind: "text", choices }];
  throw new TripwrightError(
    "city_not_covered",
    `${where} is on the map, but the catalogue has no places there yet. ` +
      `The nearest covered cities are ${listed(named)}. ` +
      "To bring your own places: npm run import -- city FILE",
    {
      city: city.name,
      countryCode: city.countryCode,
      nearest: nearest.map(({ id, name, distanceMeters }) => ({ cityId: id, name, distanceMeters })),
      importCommand: "npm run import -- city FILE",
      ...(missing.length > 0 && { missing }),
    },
  );
}
