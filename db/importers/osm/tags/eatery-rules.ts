/** Where one eats and drinks, by its tags; and which tags say for whom (data, as beside). */
import type { Diet } from "../../../../trip/place.ts";
import type { PlaceRow } from "./tag-rule.ts";

export const EATERY_RULES: readonly PlaceRow[] = [
  ["amenity=restaurant", "named", "restaurant", ["restaurants"]],
  ["amenity=cafe", "named", "cafe", ["cafes"]],
  ["amenity=ice_cream", "named", "cafe", ["cafes"]],
  ["shop=ice_cream", "named", "cafe", ["cafes"]],
  ["shop=coffee", "noted", "cafe", ["cafes"]],
  ["shop=bakery|pastry", "named", "bakery", ["bakeries"]],
  ["amenity=food_court", "named", "food_hall", ["markets", "street_food"]],
  ["amenity=fast_food", "named", "street_food", ["street_food"]],
  ["amenity=bar cuisine=wine", "named", "bar", ["bars", "wine"]],
  ["amenity=bar|pub|biergarten", "named", "bar", ["bars"]],
];

/** `diet:*` → what we call it. Only "yes" and "only" are a full meal; "limited" is not. */
export const DIET_KEYS: Readonly<Record<string, Diet>> = {
  "diet:vegetarian": "vegetarian",
  "diet:vegan": "vegan",
  "diet:halal": "halal",
  "diet:kosher": "kosher",
  "diet:gluten_free": "gluten_free",
  "diet:lactose_free": "dairy_free",
  "diet:dairy_free": "dairy_free",
  "diet:nut_free": "nut_free",
  "diet:pescetarian": "pescatarian",
  "diet:keto": "keto",
};

/** What stands under `cuisine` and is a diet. */
export const DIETS_IN_CUISINE: Readonly<Record<string, Diet>> = {
  vegetarian: "vegetarian",
  vegan: "vegan",
  halal: "halal",
  kosher: "kosher",
};
