/** Places the traveller insists on are refused when they cannot be had: dropped later, nobody would notice. */
import type { City } from "../trip/catalogue.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { CatalogueStore } from "../trip/ports.ts";

/** Throws `place_not_found`, or `invalid_input` for a place in none of these cities. */
export async function requireOnTheWay(
  placeIds: readonly string[],
  { cities, catalogue }: { cities: readonly City[]; catalogue: CatalogueStore },
): Promise<void> {
  const found = await catalogue.getPlaces(placeIds);
  const unknown = placeIds.find((placeId) => !found.some(({ id }) => id === placeId.toLowerCase()));
  if (unknown !== undefined) {
    throw new TripwrightError(
      "place_not_found",
      `Expected mustSee to hold ids of places, got "${unknown}". Call search_attractions first.`,
      { placeId: unknown },
    );
  }
  const elsewhere = found.find(({ cityId }) => !cities.some(({ id }) => id === cityId));
  if (elsewhere) {
    throw new TripwrightError(
      "invalid_input",
      `${elsewhere.name} is in none of the cities of this trip. Add its city, or leave the place out.`,
      { placeId: elsewhere.id, cityId: elsewhere.cityId },
    );
  }
}
