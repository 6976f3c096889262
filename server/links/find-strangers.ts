/**
 * Names on pins that the best-known places of a city do not answer to: looked for among all places of the trip's cities,
 * by name alone, then on a map, where one can be asked. Both have an end, however many names a board has.
 */
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { distanceMeters } from "../../trip/geo.ts";
import type { NamedPlaces, UnknownName } from "../../trip/inspiration/pin-places.ts";
import { failureWords } from "../../trip/offers/failure-words.ts";
import type { CatalogueStore, GeocodedPlace, GeocodingVendor, PlaceHit, VendorScope } from "../../trip/ports.ts";
import { nameTokens } from "../../trip/text/pasted/fold-name.ts";
import type { CityPlaces } from "../../trip/text/pasted/gazetteer.ts";

export type MaybePlace = NamedPlaces;

export interface Strangers {
  named: MaybePlace[];
  unknown: (UnknownName & { found: Pick<GeocodedPlace, "name" | "address" | "location"> | null })[];
  notices: string[];
}

interface Sources {
  catalogue: Pick<CatalogueStore, "searchPlaces">;
  geocoding: GeocodingVendor | null;
  cities: readonly CityPlaces[];
}

const MOST_SEARCHES = 60;
const MOST_CHOICES = 5;
/** A public map is asked once a second. */
const MOST_ASKED = 5;
const FAR_METERS = 50_000;

/** Every word of it, and no slip forgiven: a pin says a name, it does not search for one. */
function isWhole(said: string, { name, nameLocal }: PlaceHit): boolean {
  const wanted = nameTokens(said).map(({ key }) => key);
  return [name, nameLocal ?? ""].some((own) => {
    const keys = new Set(nameTokens(own).map(({ key }) => key));
    return wanted.every((key) => keys.has(key));
  });
}

async function inCatalogue(name: UnknownName, { catalogue, cities }: Sources): Promise<PlaceHit[]> {
  const results = await Promise.all(
    cities.map(({ city }) => catalogue.searchPlaces({ text: name.said, cityId: city.id, limit: MOST_CHOICES })),
  );
  const hits = results.flatMap(({ places }) => places);
  return hits.filter((place) => place.match === "name" && isWhole(name.said, place)).slice(0, MOST_CHOICES);
}

async function onMap(
  { said }: UnknownName,
  { map, cities }: Pick<Sources, "cities"> & { map: GeocodingVendor },
  scope: VendorScope,
): Promise<GeocodedPlace | null> {
  for (const { city } of cities) {
    const query = { text: said, near: city.location, countryCode: city.countryCode, limit: 1 };
    const [first] = await map.geocode(query, scope);
    if (first && distanceMeters(first.location, city.location) <= FAR_METERS) return first;
  }
  return null;
}

export async function findStrangers(
  names: readonly UnknownName[],
  sources: Sources,
  scope: VendorScope,
): Promise<Strangers> {
  const named: MaybePlace[] = [];
  const unknown: Strangers["unknown"] = [];
  const notices: string[] = [];
  const mostNames = Math.floor(MOST_SEARCHES / Math.max(1, sources.cities.length));
  for (const [at, name] of names.entries()) {
    scope.signal.throwIfAborted();
    const places = at < mostNames ? await inCatalogue(name, sources) : [];
    if (places.length > 0) named.push({ ...name, places });
    else unknown.push({ ...name, found: null });
  }
  const { geocoding: map, cities } = sources;
  for (const one of map ? unknown.slice(0, MOST_ASKED) : []) {
    if (!map) break;
    try {
      const found = await onMap(one, { map, cities }, scope);
      one.found = found && { name: found.name, address: found.address, location: found.location };
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      notices.push(`${failureWords([error.toFailure()])}.`);
      break;
    }
  }
  return { named, unknown, notices };
}
