/** What the places of the synthetic country are, in about the proportions of a real one (data). */
import type { Tags } from "./element.ts";

export const CITY_NAMES = ["Aldera", "Brismont", "Corvello", "Dunmarch", "Elsbruk", "Farovia", "Grenmoor", "Halvik"];
export const FIRST_WORDS = [
  "Old",
  "Royal",
  "Green",
  "Saint Ana's",
  "Harbour",
  "Upper",
  "Golden",
  "Weavers'",
  "Lime",
  "North",
];
export const LAST_WORDS = [
  "Mill",
  "Court",
  "Star",
  "Anchor",
  "Bridge",
  "Rose",
  "Lantern",
  "Orchard",
  "Well",
  "Tower",
  "Hill",
];

/** Tags and how often, a part of all places that are points. */
export const POINT_PLACES: readonly (readonly [share: number, noun: string, tags: Tags])[] = [
  [0.24, "Restaurant", { amenity: "restaurant", cuisine: "regional;grill", "diet:vegetarian": "yes" }],
  [0.16, "Café", { amenity: "cafe", outdoor_seating: "yes" }],
  [0.1, "Snacks", { amenity: "fast_food", cuisine: "kebab" }],
  [0.1, "Bar", { amenity: "bar" }],
  [0.08, "Bakery", { shop: "bakery" }],
  [0.07, "Hotel", { tourism: "hotel", stars: "3" }],
  [0.04, "Guest House", { tourism: "guest_house" }],
  [0.05, "Viewpoint", { tourism: "viewpoint" }],
  [0.03, "Museum", { tourism: "museum", wikidata: "Q1", fee: "yes", charge: "8 EUR" }],
  [0.03, "Monument", { historic: "monument" }],
  [0.04, "Memorial", { historic: "memorial", memorial: "plaque" }],
  [0.03, "Gallery", { tourism: "gallery" }],
  [0.03, "Theatre", { amenity: "theatre" }],
];

/** Of all places that are drawn as areas. */
export const AREA_PLACES: readonly (readonly [share: number, noun: string, tags: Tags])[] = [
  [0.45, "Park", { leisure: "park" }],
  [0.15, "Church", { building: "church", amenity: "place_of_worship", religion: "christian", wikidata: "Q2" }],
  [0.15, "Chapel", { building: "chapel", amenity: "place_of_worship", religion: "christian" }],
  [0.1, "Museum", { building: "yes", tourism: "museum", opening_hours: "Tu-Su 10:00-18:00" }],
  [0.1, "Castle", { historic: "castle", building: "yes", wikidata: "Q3", wikipedia: "en:A castle" }],
  [0.05, "Market", { amenity: "marketplace", opening_hours: "Mo-Sa 07:00-14:00; PH off" }],
];

/** Tagged, and nothing to a traveller. */
export const PLAIN_NODES: readonly Tags[] = [
  { natural: "tree" },
  { highway: "crossing", crossing: "zebra" },
  { power: "tower" },
  { amenity: "bench" },
  { barrier: "gate" },
  { highway: "bus_stop", name: "Stop" },
];
export const BUILDINGS: readonly Tags[] = [{ building: "yes" }, { building: "house" }, { building: "apartments" }];
export const ROADS: readonly Tags[] = [
  { highway: "residential", surface: "asphalt", name: "Long Street" },
  { highway: "service" },
  { highway: "footway" },
  { highway: "track", tracktype: "grade2" },
];
export const HOURS = ["Mo-Fr 09:00-18:00", "Tu-Su 10:00-17:00; PH off", "24/7", "Mo-Su 12:00-14:30,18:30-23:00"];
