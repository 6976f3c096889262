/** What an eatery cooks, and for whom. */
import type { Diet } from "../../../../trip/place.ts";
import type { PlaceRecord } from "../../source-record.ts";
import type { Tags } from "../elements.ts";
import { DIET_KEYS, DIETS_IN_CUISINE } from "./eatery-rules.ts";

const SERVED: ReadonlySet<string> = new Set(["yes", "only"]);

export function eateryFactsOf(tags: Tags): Pick<PlaceRecord, "cuisines" | "diets"> {
  const written = (tags.cuisine ?? "").toLowerCase().split(/[;,]/);
  const cuisines = new Set(
    written.map((one) => one.trim().replaceAll(/[\s-]+/g, "_")).filter((one) => /^[a-z0-9_]+$/.test(one)),
  );
  if (tags.amenity === "ice_cream" || tags.shop === "ice_cream") cuisines.add("ice_cream");
  const diets = new Set<Diet>();
  for (const [key, diet] of Object.entries(DIET_KEYS)) {
    if (SERVED.has(tags[key] ?? "")) diets.add(diet);
  }
  for (const [cuisine, diet] of Object.entries(DIETS_IN_CUISINE)) {
    if (cuisines.has(cuisine)) diets.add(diet);
  }
  // A vegan meal is a vegetarian one.
  if (diets.has("vegan")) diets.add("vegetarian");
  return {
    ...(cuisines.size > 0 && { cuisines: [...cuisines] }),
    ...(diets.size > 0 && { diets: [...diets] }),
  };
}
