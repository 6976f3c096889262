/** Which kinds of thing a place may be called: a "monument" a monastery, a "viewpoint" a terrace, never a "museum" a station. */
import type { Place, PlaceType } from "../../place.ts";
import type { NameForm } from "./name-forms.ts";
import { KIND_KEYS } from "./name-words.ts";

/** Kinds that are said of the same thing. */
const ALLIES: readonly (readonly string[])[] = [
  ["museum", "gallery", "house", "studio"],
  ["church", "cathedral", "basilica", "chapel", "monastery"],
  ["temple", "shrine"],
  ["palace", "castle", "house"],
  ["park", "garden", "hill"],
  ["viewpoint", "deck", "hill", "tower"],
  ["quarter", "street", "square"],
  ["waterfront", "beach"],
  ["tram", "cablecar"],
  ["cruise", "tram"],
  ["restaurant", "cafe", "bakery", "bar", "bookshop"],
  ["market", "restaurant"],
  ["market", "fair"],
  ["library", "bookshop"],
  ["memorial", "gate"],
];

const OF_TYPE: Partial<Record<PlaceType, readonly string[]>> = {
  gallery: ["gallery", "museum"],
  observation_deck: ["deck", "viewpoint", "tower"],
  neighborhood: ["quarter"],
  theme_park: ["park"],
  theater: ["theater"],
  shop: ["bookshop", "market"],
  island: ["island"],
  tram_or_boat: ["tram", "cruise"],
  food_hall: ["market", "restaurant"],
  street_food: ["restaurant", "bar"],
  restaurant: ["restaurant", "cafe"],
  monument: ["memorial", "monastery", "church", "palace"],
  palace: ["palace", "museum", "castle"],
  castle: ["castle", "palace"],
  ruins: ["ruins"],
  spa: ["ruins"],
  hike: ["hill"],
};

export function kindsOf(place: Place, forms: readonly NameForm[]): ReadonlySet<string> {
  const named = forms.flatMap(({ words }) => words.map(({ key }) => key)).filter((key) => KIND_KEYS.has(key));
  const own = new Set([...named, ...(OF_TYPE[place.type] ?? []), place.type]);
  const allied = ALLIES.filter((group) => group.some((kind) => own.has(kind))).flat();
  return new Set([...own, ...allied]);
}
