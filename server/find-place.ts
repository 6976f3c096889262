/** The one place that somebody means by an id or a name, for commands that look at places. */
import type { City } from "../trip/catalogue.ts";
import { TripwrightError } from "../trip/errors.ts";
import { listed } from "../trip/export/words.ts";
import type { CatalogueStore, PlaceHit } from "../trip/ports.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOOKED_AT = 10;

async function cityCalled(name: string, catalogue: CatalogueStore): Promise<City> {
  const [city] = await catalogue.searchCities({ text: name, coveredOnly: true, limit: 1 });
  if (city) return city;
  throw new TripwrightError(
    "city_not_found",
    `Expected a city with places in the catalogue, got "${name}". See them all: npm run places -- stats`,
    { city: name },
  );
}

const bare = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
const wordsOf = (text: string): string[] =>
  bare(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** A name that several places share is told apart by its city; the ids settle what is left. */
function onlyOne(typed: string, hits: readonly PlaceHit[], cityNames: ReadonlyMap<string, string>): string {
  const named = hits.filter(({ match }) => match === "name");
  const exact = named.filter(({ name }) => bare(name) === bare(typed));
  const whole = named.filter(({ name }) => wordsOf(typed).every((word) => wordsOf(name).includes(word)));
  const [first, second] = [exact, whole, named].find((some) => some.length > 0) ?? [];
  if (first && !second) return first.id;
  const near = hits.filter(({ match }) => match !== "meaning");
  const candidates = (named.length > 0 ? named : near).slice(0, 5);
  const lines = candidates.map(({ id, name, cityId }) => `${name} in ${cityNames.get(cityId) ?? "?"} (${id})`);
  const found = named.length > 0 ? "which names several" : "which names none";
  const hint = lines.length > 0 ? ` Did you mean ${listed(lines)}?` : "";
  throw new TripwrightError("place_not_found", `Expected the id or name of a place, got "${typed}", ${found}.${hint}`, {
    place: typed,
  });
}

/** Throws `place_not_found`, naming what is near it, or `city_not_found`. */
export async function findPlaceId(
  typed: string,
  cityName: string | undefined,
  catalogue: CatalogueStore,
): Promise<string> {
  if (UUID.test(typed)) return typed.toLowerCase();
  const cityId = cityName === undefined ? undefined : (await cityCalled(cityName, catalogue)).id;
  const { places } = await catalogue.searchPlaces({ text: typed, cityId, limit: LOOKED_AT });
  const cities = await Promise.all(
    [...new Set(places.map((place) => place.cityId))].map((id) => catalogue.getCity(id)),
  );
  return onlyOne(typed, places, new Map(cities.map(({ id, name }) => [id, name])));
}
