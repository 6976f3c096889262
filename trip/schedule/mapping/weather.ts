/** What a rainy day spoils: whatever is seen from under the sky. */
import type { Place } from "../../place.ts";

const OUTDOORS: ReadonlySet<Place["type"]> = new Set([
  "park",
  "garden",
  "viewpoint",
  "beach",
  "neighborhood",
  "square",
  "street",
  "bridge",
  "waterfront",
  "zoo",
  "theme_park",
  "cemetery",
  "island",
  "hike",
  "ruins",
]);

export const isOutdoors = ({ type }: Pick<Place, "type">): boolean => OUTDOORS.has(type);
