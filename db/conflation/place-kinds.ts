/** Which types may be one place, and how far apart two sources put it. */
import type { PlaceType } from "../../trip/place.ts";

/**
 * How far apart two sources put the same place, in metres: the larger it is, the more its middle is a matter of taste.
 * Below are somewhat more than what was seen nine times out of ten between maps and guides.
 */
const REACH_METERS: Readonly<Record<PlaceType, number>> = {
  museum: 150,
  gallery: 120,
  landmark: 200,
  monument: 120,
  church: 120,
  cathedral: 150,
  temple: 200,
  shrine: 150,
  mosque: 150,
  synagogue: 120,
  palace: 250,
  castle: 300,
  ruins: 300,
  park: 600,
  garden: 300,
  viewpoint: 200,
  observation_deck: 150,
  beach: 800,
  market: 200,
  neighborhood: 600,
  square: 200,
  street: 600,
  bridge: 400,
  waterfront: 600,
  zoo: 500,
  aquarium: 200,
  theme_park: 600,
  theater: 120,
  stadium: 300,
  library: 120,
  cemetery: 500,
  spa: 150,
  shop: 60,
  island: 1_500,
  hike: 1_500,
  tram_or_boat: 300,
  other: 150,
  restaurant: 60,
  cafe: 60,
  bakery: 60,
  bar: 60,
  food_hall: 120,
  street_food: 60,
};

/** Types by which sources call the same thing; a type may be in several. */
const FAMILIES: readonly (readonly PlaceType[])[] = [
  ["restaurant", "cafe", "bakery", "bar", "food_hall", "street_food"],
  ["market", "food_hall", "shop"],
  ["bakery", "shop"],
  ["museum", "gallery", "palace", "castle", "library"],
  ["museum", "church", "cathedral"],
  ["church", "cathedral", "temple", "shrine", "mosque", "synagogue"],
  ["castle", "palace", "ruins"],
  ["park", "garden", "zoo", "cemetery", "hike"],
  ["park", "viewpoint", "hike", "ruins"],
  ["viewpoint", "observation_deck"],
  ["beach", "waterfront", "park", "island"],
  ["square", "street", "neighborhood", "market"],
  ["waterfront", "street", "neighborhood", "square"],
  ["zoo", "aquarium", "theme_park"],
  ["theater", "stadium", "museum"],
  ["bridge", "viewpoint", "street"],
  ["theater", "palace"],
];
/** What anything that is looked at may be called, and nothing that one eats at. */
const VAGUE: readonly PlaceType[] = ["landmark", "monument", "other"];
const EATERIES: ReadonlySet<PlaceType> = new Set(FAMILIES[0]);

export const isEatery = (type: PlaceType | undefined): boolean => type !== undefined && EATERIES.has(type);

/** A vague word, or none, is worth no larger circle than this. */
const VAGUE_REACH_METERS = 300;
const UNTYPED_REACH_METERS = 200;

export type Relation = "equal" | "kin" | "vague" | "none";

export function relationOf(a: PlaceType | undefined, b: PlaceType | undefined): Relation {
  if (a === undefined || b === undefined) return "vague";
  if (a === b) return "equal";
  if (FAMILIES.some((family) => family.includes(a) && family.includes(b))) return "kin";
  const isVague = VAGUE.includes(a) || VAGUE.includes(b);
  return isVague && !EATERIES.has(a) && !EATERIES.has(b) ? "vague" : "none";
}

/** Metres; two records farther apart are two places unless an id says otherwise. */
export function reachOf(a: PlaceType | undefined, b: PlaceType | undefined): number {
  const meters = Math.max(a ? REACH_METERS[a] : UNTYPED_REACH_METERS, b ? REACH_METERS[b] : UNTYPED_REACH_METERS);
  const own = relationOf(a, b) === "vague" ? Math.min(meters, VAGUE_REACH_METERS) : meters;
  // A restaurant in a guide and nothing but its name and coordinates elsewhere: no farther than restaurants.
  const eatery = [a, b].find((type) => type !== undefined && EATERIES.has(type));
  return eatery && (a === undefined || b === undefined) ? REACH_METERS[eatery] : own;
}

const TYPES = Object.keys(REACH_METERS) as PlaceType[];
const searchReach = new Map<PlaceType | undefined, number>(
  [...TYPES, undefined].map((type) => [
    type,
    Math.max(
      ...[...TYPES, undefined]
        .filter((other) => relationOf(type, other) !== "none")
        .map((other) => reachOf(type, other)),
    ),
  ]),
);

/** How far around a record of this type others may be the same place. */
export function searchReachOf(type: PlaceType | undefined): number {
  return searchReach.get(type) ?? UNTYPED_REACH_METERS;
}
