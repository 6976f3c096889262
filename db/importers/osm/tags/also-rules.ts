/** What a place is besides what it mainly is: further categories and words to find it by (data). */
import type { LeafCategory } from "../../../../trip/categories.ts";

export interface AlsoCategory {
  readonly when: string;
  readonly category: LeafCategory;
}

export const ALSO_CATEGORIES: readonly AlsoCategory[] = [
  { when: "historic", category: "historical_sites" },
  { when: "heritage=1", category: "historical_sites" },
  { when: "historic=archaeological_site", category: "archaeology" },
  { when: "historic=castle|palace|fort", category: "palaces_castles" },
  { when: "building:architecture", category: "architecture" },
  { when: "tourism=viewpoint", category: "viewpoints" },
  { when: "tourism=gallery", category: "galleries" },
  { when: "leisure=garden", category: "gardens" },
  { when: "leisure=park", category: "parks" },
  { when: "leisure=nature_reserve", category: "wildlife" },
  { when: "amenity=theatre", category: "performing_arts" },
  { when: "playground=yes", category: "kids" },
  { when: "kids_area=yes", category: "kids" },
  { when: "live_music=yes", category: "live_music" },
];

export interface AlsoTag {
  readonly when: string;
  /** "=key" takes the value of that key. */
  readonly tag: string;
}

export const ALSO_TAGS: readonly AlsoTag[] = [
  { when: "heritage=1", tag: "unesco_world_heritage" },
  { when: "heritage:operator=whc", tag: "unesco_world_heritage" },
  { when: "garden:type=botanical|zen|castle|monastery|rosarium|arboretum", tag: "=garden:type" },
  { when: "building:architecture", tag: "=building:architecture" },
  { when: "museum", tag: "=museum" },
  { when: "artwork_type", tag: "=artwork_type" },
  { when: "castle_type", tag: "=castle_type" },
  { when: "outdoor_seating=yes", tag: "outdoor_seating" },
  { when: "microbrewery=yes", tag: "microbrewery" },
  { when: "live_music=yes", tag: "live_music" },
  { when: "beer_garden=yes", tag: "beer_garden" },
  { when: "brand", tag: "chain" },
];
