/**
 * A catalogue into whose sources somebody hostile wrote. The text stands where it would in a row of the database, and
 * comes to readers as the stores hand rows on: what they take out of words is taken out of these.
 */
import { harmlessReview } from "../../db/stores/place-details.ts";
import { harmlessWords } from "../../db/stores/places.ts";
import { isEatery, type Place } from "../../trip/place.ts";
import type { PlaceDetails } from "../../trip/place-details.ts";
import type { CatalogueStore } from "../../trip/ports.ts";
import type { Plant, PlantSpot } from "../plant.ts";

/** A name is planted on the best known sights: some of them are in every plan. */
const NAMED_SIGHTS = 3;
const LOOKED_AT = 60;

interface Sown {
  readonly plants: readonly Plant[];
  /** Whose names are planted. */
  readonly named: ReadonlySet<string>;
}

const textsAt = ({ plants }: Sown, spot: PlantSpot): string[] =>
  plants.filter((plant) => plant.spot === spot).map(({ text }) => text);

/** "{name}" in a planted name is the name itself. */
const plantedName = (name: string, text: string): string =>
  text.includes("{name}") ? text.replaceAll("{name}", name) : `${name} ${text}`;

function withWords<Known extends Place>(place: Known, sown: Sown): Known {
  if (sown.plants.length === 0) return place;
  const names = sown.named.has(place.id) ? textsAt(sown, "place-name") : [];
  const words = {
    ...place,
    name: names.reduce(plantedName, place.name),
    description: [place.description, ...textsAt(sown, "place-description")].filter(Boolean).join(" ") || null,
    tags: [...place.tags, ...textsAt(sown, "place-tip")],
  };
  return { ...place, ...harmlessWords(words) };
}

function withReviews(place: PlaceDetails, sown: Sown, now: Date): PlaceDetails {
  const texts = textsAt(sown, "review");
  if (texts.length === 0) return place;
  const date = now.toISOString().slice(0, 10);
  const planted = texts.map((quotation) =>
    harmlessReview({ source: "visitors-book", author: "A guest", rating: 5, quotation, date }),
  );
  const source = { source: "visitors-book", count: texts.length, averageRating: 5, newest: date, cachedOn: date };
  return {
    ...place,
    reviews: [...planted, ...place.reviews],
    reviewSources: [{ ...source, ageDays: 0, isStale: false }, ...place.reviewSources],
  };
}

export function plantedCatalogue(inner: CatalogueStore, plants: readonly Plant[]): CatalogueStore {
  const cities = new Map<string, Promise<Sown>>();
  const sowing = async (cityId: string): Promise<Sown> => {
    const { name } = await inner.getCity(cityId);
    const own = plants.filter(({ city }) => city === name);
    if (own.every(({ spot }) => spot !== "place-name")) return { plants: own, named: new Set() };
    const sights = (await inner.listPlaces(cityId, LOOKED_AT)).filter((place) => !isEatery(place));
    return { plants: own, named: new Set(sights.slice(0, NAMED_SIGHTS).map(({ id }) => id)) };
  };
  const sownIn = (cityId: string): Promise<Sown> => {
    const known = cities.get(cityId) ?? sowing(cityId);
    cities.set(cityId, known);
    return known;
  };
  const sown = <Known extends Place>(places: readonly Known[]): Promise<Known[]> =>
    Promise.all(places.map(async (place) => withWords(place, await sownIn(place.cityId))));
  return {
    ...inner,
    searchPlaces: async (query) => {
      const found = await inner.searchPlaces(query);
      return { ...found, places: await sown(found.places) };
    },
    listPlaces: async (cityId, limit) => sown(await inner.listPlaces(cityId, limit)),
    getPlaces: async (placeIds) => sown(await inner.getPlaces(placeIds)),
    getPlaceDetails: async (placeIds, now) => {
      const places = await sown(await inner.getPlaceDetails(placeIds, now));
      return Promise.all(places.map(async (place) => withReviews(place, await sownIn(place.cityId), now)));
    },
  };
}
