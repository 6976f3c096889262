/** What a place of a type is taken for where nobody said: how long a visit is, and which interests it serves. */
import type { LeafCategory } from "../../trip/categories.ts";
import type { PlaceType } from "../../trip/place.ts";

interface TypeDefaults {
  /** A usual visit without hurry; for eateries, a meal. */
  readonly visitMinutes: number;
  readonly categories: readonly LeafCategory[];
}

export const BY_TYPE: Readonly<Record<PlaceType, TypeDefaults>> = {
  museum: { visitMinutes: 90, categories: ["museums"] },
  gallery: { visitMinutes: 45, categories: ["galleries"] },
  landmark: { visitMinutes: 30, categories: ["historical_sites"] },
  monument: { visitMinutes: 20, categories: ["memorials"] },
  church: { visitMinutes: 30, categories: ["churches"] },
  cathedral: { visitMinutes: 45, categories: ["churches", "architecture"] },
  temple: { visitMinutes: 45, categories: ["temples_shrines"] },
  shrine: { visitMinutes: 30, categories: ["temples_shrines"] },
  mosque: { visitMinutes: 30, categories: ["mosques_synagogues"] },
  synagogue: { visitMinutes: 30, categories: ["mosques_synagogues"] },
  palace: { visitMinutes: 90, categories: ["palaces_castles"] },
  castle: { visitMinutes: 90, categories: ["palaces_castles"] },
  ruins: { visitMinutes: 60, categories: ["archaeology"] },
  park: { visitMinutes: 60, categories: ["parks"] },
  garden: { visitMinutes: 45, categories: ["gardens"] },
  viewpoint: { visitMinutes: 20, categories: ["viewpoints"] },
  observation_deck: { visitMinutes: 45, categories: ["viewpoints"] },
  beach: { visitMinutes: 120, categories: ["beaches"] },
  market: { visitMinutes: 45, categories: ["markets"] },
  neighborhood: { visitMinutes: 90, categories: ["neighborhoods"] },
  square: { visitMinutes: 20, categories: ["squares"] },
  street: { visitMinutes: 30, categories: ["neighborhoods"] },
  bridge: { visitMinutes: 20, categories: ["architecture"] },
  waterfront: { visitMinutes: 45, categories: ["waterfront"] },
  zoo: { visitMinutes: 180, categories: ["wildlife", "kids"] },
  aquarium: { visitMinutes: 120, categories: ["wildlife", "kids"] },
  theme_park: { visitMinutes: 300, categories: ["theme_parks", "kids"] },
  theater: { visitMinutes: 60, categories: ["performing_arts"] },
  stadium: { visitMinutes: 60, categories: ["sports"] },
  library: { visitMinutes: 30, categories: ["architecture"] },
  cemetery: { visitMinutes: 45, categories: ["historical_sites"] },
  spa: { visitMinutes: 120, categories: ["spas"] },
  shop: { visitMinutes: 30, categories: ["crafts"] },
  island: { visitMinutes: 180, categories: ["waterfront"] },
  hike: { visitMinutes: 180, categories: ["hiking"] },
  tram_or_boat: { visitMinutes: 60, categories: [] },
  other: { visitMinutes: 45, categories: [] },
  restaurant: { visitMinutes: 75, categories: ["restaurants"] },
  cafe: { visitMinutes: 45, categories: ["cafes"] },
  bakery: { visitMinutes: 25, categories: ["bakeries"] },
  bar: { visitMinutes: 75, categories: ["bars"] },
  food_hall: { visitMinutes: 60, categories: ["markets", "street_food"] },
  street_food: { visitMinutes: 30, categories: ["street_food"] },
};
