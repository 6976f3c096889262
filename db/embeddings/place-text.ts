/**
 * A place in words, for a model that makes a vector of them. What it is stands in lines of its own, so that a
 * model may weigh it; raise the version when the text of the same facts changes.
 */
import { categoryWords, type LeafCategory } from "../../trip/categories.ts";

export const PLACE_TEXT_VERSION = 2;

export interface PlaceFacts {
  name: string;
  nameLocal: string | null;
  type: string;
  categories: readonly LeafCategory[];
  tags: readonly string[];
  diets: readonly string[];
  description: string | null;
  isOffbeat: boolean;
  isUncrowded: boolean;
  isFree: boolean;
  isFamous: boolean;
}

const spoken = (words: readonly string[]): string => words.map((word) => word.replaceAll("_", " ")).join(", ");

/** What travellers ask for in words and a row says in columns: "hidden gems", "free", "must see". */
function manner({ isOffbeat, isUncrowded, isFree, isFamous }: PlaceFacts): string {
  const words = [
    ...(isOffbeat ? ["off the beaten path"] : []),
    ...(isUncrowded ? ["uncrowded"] : []),
    ...(isFree ? ["free entry"] : []),
    ...(isFamous ? ["famous"] : []),
  ];
  return words.length === 0 ? "" : `manner: ${words.join(", ")}`;
}

export function placeText(place: PlaceFacts): string {
  const lines = [
    `name: ${place.name}${place.nameLocal === null ? "" : ` (${place.nameLocal})`}`,
    `type: ${place.type.replaceAll("_", " ")}`,
    place.categories.length > 0 ? `interests: ${place.categories.map(categoryWords).join(", ")}` : "",
    place.tags.length > 0 ? `tags: ${spoken(place.tags)}` : "",
    place.diets.length > 0 ? `diets: ${spoken(place.diets)}` : "",
    manner(place),
    place.description ?? "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}
