/**
 * Overture's categories as our types: those of its first taxonomy ("church_cathedral") and of the one since 2026
 * ("christian_place_of_worship"). A place is looked up from its most particular label to its most general.
 */
import type { LeafCategory } from "../../../trip/categories.ts";
import type { Diet, PlaceType } from "../../../trip/place.ts";
import type { LodgingRecord } from "../source-record.ts";

export interface OvertureClass {
  readonly type: PlaceType;
  readonly categories?: readonly LeafCategory[];
}

type Row = readonly [labels: string, type: PlaceType, ...categories: LeafCategory[]];

/** Labels of one type, separated by spaces. */
const ROWS: readonly Row[] = [
  ["art_museum asian_art_museum decorative_arts_museum photography_museum", "museum", "art_museums", "museums"],
  ["contemporary_art_museum modern_art_museum", "museum", "modern_art", "art_museums"],
  ["science_museum computer_museum", "museum", "science", "museums"],
  ["childrens_museum", "museum", "kids", "museums"],
  [
    "museum history_museum civilization_museum community_museum military_museum national_museum state_museum aviation_museum sports_museum costume_museum textile_museum design_museum cartooning_museum",
    "museum",
    "museums",
  ],
  ["art_gallery", "gallery", "galleries"],
  ["castle fort", "castle", "palaces_castles"],
  ["palace", "palace", "palaces_castles"],
  ["ruin", "ruins", "historical_sites"],
  ["monument", "monument", "memorials"],
  ["memorial_park", "monument", "memorials"],
  ["landmark_and_historical_building architectural_landmark historic_site", "landmark", "historical_sites"],
  ["lighthouse historic_tower", "landmark"],
  [
    "church_cathedral catholic_church anglican_church episcopal_church christian_place_of_worship roman_catholic_place_of_worship",
    "church",
    "churches",
  ],
  ["mosque muslim_place_of_worship", "mosque", "mosques_synagogues"],
  ["synagogue jewish_place_of_worship", "synagogue", "mosques_synagogues"],
  [
    "temple buddhist_temple hindu_temple sikh_temple buddhist_place_of_worship hindu_place_of_worship sikh_place_of_worship",
    "temple",
    "temples_shrines",
  ],
  ["shinto_shrines shinto_shrine shrine", "shrine", "temples_shrines"],
  ["park national_park state_park", "park", "parks"],
  ["botanical_garden garden", "garden", "gardens"],
  ["lookout", "viewpoint", "viewpoints"],
  ["beach", "beach", "beaches"],
  ["public_market farmers_market flea_market night_market bazaar market", "market", "markets"],
  ["plaza public_plaza", "square", "squares"],
  ["bridge", "bridge"],
  ["pier quay boardwalk", "waterfront", "waterfront"],
  ["zoo", "zoo", "wildlife"],
  ["aquarium", "aquarium", "wildlife"],
  ["amusement_park water_park", "theme_park", "theme_parks"],
  ["theatre theatre_venue opera_and_ballet", "theater", "performing_arts"],
  ["music_venue jazz_and_blues jazz_and_blues_venue", "theater", "live_music"],
  ["stadium_arena stadium arena", "stadium", "sports"],
  ["library", "library"],
  ["cemetery cemeteries", "cemetery"],
  ["spas day_spa onsen turkish_baths public_bath_houses", "spa", "spas"],
  ["bookstore", "shop", "bookshops"],
  ["shopping_center", "shop", "malls"],
  ["island", "island"],
  ["hiking_trail", "hike", "hiking"],
  ["food_court", "food_hall"],
  ["food_stand food_truck food_truck_stand street_vendor", "street_food", "street_food"],
  ["bakery", "bakery", "bakeries"],
  ["cafe coffee_shop tea_room hong_kong_style_cafe coffee_roastery", "cafe", "cafes"],
  ["wine_bar", "bar", "wine", "bars"],
  [
    "bar cocktail_bar pub sports_bar beer_bar beer_garden gay_bar beach_bar piano_bar whiskey_bar speakeasy",
    "bar",
    "bars",
  ],
  ["restaurant bistro diner gastropub tapas_bar steakhouse cafeteria", "restaurant", "restaurants"],
];

export const PLACE_LABELS: ReadonlyMap<string, OvertureClass> = new Map(
  ROWS.flatMap(([labels, type, ...categories]) =>
    labels.split(" ").map((label) => [label, categories.length > 0 ? { type, categories } : { type }] as const),
  ),
);

export const LODGING_LABELS: ReadonlyMap<string, LodgingRecord["lodgingType"]> = new Map([
  ["hotel", "hotel"],
  ["resort", "hotel"],
  ["beach_resort", "hotel"],
  ["motel", "motel"],
  ["hostel", "hostel"],
  ["bed_and_breakfast", "guest_house"],
  ["guest_house", "guest_house"],
  ["service_apartments", "apartment"],
  ["self_catering_accommodation", "apartment"],
  ["campground", "camp_site"],
  ["inn", "other"],
  ["lodge", "other"],
  ["ryokan", "other"],
  ["holiday_rental_home", "other"],
]);

export const DIET_LABELS: ReadonlyMap<string, Diet> = new Map([
  ["vegan_restaurant", "vegan"],
  ["vegetarian_restaurant", "vegetarian"],
  ["halal_restaurant", "halal"],
  ["kosher_restaurant", "kosher"],
  ["gluten_free_restaurant", "gluten_free"],
]);

/** Restaurants' labels that name no cuisine. */
const NO_CUISINE = new Set([
  "fast_food",
  "theme",
  "buffet",
  "breakfast_and_brunch",
  "special_diet",
  "pop_up",
  "comfort_food",
  "health_food",
]);

/** "portuguese_restaurant" → "portuguese". */
export function cuisineOf(label: string): string | null {
  const cuisine = /^(.+)_restaurant$/.exec(label)?.[1];
  return cuisine === undefined || NO_CUISINE.has(cuisine) || DIET_LABELS.has(label) ? null : cuisine;
}
