/** Words that names of generated places are made of: unlike each other, so that few of the places are. */
import type { PlaceType } from "../../../trip/place.ts";

export const WORDS: readonly string[] = [
  "Amber",
  "Basalt",
  "Cinder",
  "Damask",
  "Ember",
  "Falcon",
  "Granite",
  "Harrow",
  "Indigo",
  "Juniper",
  "Kestrel",
  "Lantern",
  "Magnolia",
  "Nettle",
  "Obsidian",
  "Pumice",
  "Quartz",
  "Rowan",
  "Saffron",
  "Thistle",
  "Umber",
  "Vellum",
  "Willow",
  "Zephyr",
];
export const PLACE_TYPES_OF_FILE: readonly PlaceType[] = [
  "museum",
  "park",
  "restaurant",
  "cafe",
  "church",
  "viewpoint",
];
