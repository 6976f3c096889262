/**
 * What travellers are interested in: the two-level tree behind the `categories` table. The names are
 * keys in data files, tool schemas and the database; they are never renamed.
 */
import { z } from "zod";

/** Root → children. A place carries children; an interest may name either. */
export const CATEGORY_TREE = {
  culture_history: [
    "museums",
    "historical_sites",
    "architecture",
    "palaces_castles",
    "temples_shrines",
    "churches",
    "mosques_synagogues",
    "archaeology",
    "memorials",
  ],
  art: ["art_museums", "modern_art", "street_art", "galleries"],
  nature_outdoors: ["parks", "gardens", "viewpoints", "beaches", "hiking", "waterfront", "wildlife"],
  food_drink: ["markets", "street_food", "restaurants", "cafes", "bakeries", "wine", "bars"],
  entertainment: ["theme_parks", "performing_arts", "live_music", "nightlife", "sports"],
  shopping: ["shopping_streets", "malls", "crafts", "bookshops"],
  family: ["kids", "science"],
  local_life: ["neighborhoods", "squares"],
  wellness: ["spas"],
} as const;

export type RootCategory = keyof typeof CATEGORY_TREE;
export type LeafCategory = (typeof CATEGORY_TREE)[RootCategory][number];

const ROOTS = Object.keys(CATEGORY_TREE) as RootCategory[];
const LEAVES = Object.values(CATEGORY_TREE).flat() as LeafCategory[];

export const leafCategorySchema = z.enum(LEAVES as [LeafCategory, ...LeafCategory[]]);
export const categorySchema = z.enum([...ROOTS, ...LEAVES] as [
  RootCategory | LeafCategory,
  ...(RootCategory | LeafCategory)[],
]);
export type Category = z.infer<typeof categorySchema>;

/** The leaves an interest covers: a root covers its children, a leaf covers itself. */
export function leavesOf(category: Category): readonly LeafCategory[] {
  return category in CATEGORY_TREE ? CATEGORY_TREE[category as RootCategory] : [category as LeafCategory];
}

/** Keys that name two things; the others are one thing in one or two words. */
const PAIRS: ReadonlySet<Category> = new Set([
  "culture_history",
  "nature_outdoors",
  "food_drink",
  "palaces_castles",
  "temples_shrines",
  "mosques_synagogues",
]);

/** For people: "temples and shrines", "street art". */
export function categoryWords(category: Category): string {
  return category.replaceAll("_", PAIRS.has(category) ? " and " : " ");
}
