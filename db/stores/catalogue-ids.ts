/**
 * Ids of catalogue rows are computed from what the row is about (a UUID of version 5), so that seeding twice
 * writes the same rows, data files need no ids, and categories, diets and needs map to their ids
 * without a join.
 */
import { hash } from "node:crypto";
import { CATEGORY_TREE, type Category, type LeafCategory, leafCategorySchema } from "../../trip/categories.ts";
import { ACCESSIBILITY_NEEDS, type AccessibilityNeed, DIETS, type Diet } from "../../trip/place.ts";

/** Any fixed UUID will do; changing it changes every id in every catalogue. */
const NAMESPACE = "8f1e9c0a-5b7d-4e52-a7c3-1d6f20b49e83";

export type CatalogueKind =
  | "country"
  | "city"
  | "city_area"
  | "airport"
  | "lodging"
  | "place"
  | "category"
  | "diet"
  | "accessibility_need"
  | "review"
  | "booking_link"
  | "user";

/** A name-based UUID: SHA-1, version 5 and variant bits as RFC 9562 sets them. */
export function catalogueId(kind: CatalogueKind, key: string): string {
  const hex = hash("sha1", `${NAMESPACE}:${kind}:${key}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A closed list of names and their ids, both ways. */
export interface NamedIds<Name extends string> {
  idOf(name: Name): string;
  /** Names of the ids that are ours, in the order given. */
  namesOf(ids: readonly string[]): Name[];
}

function namedIds<Name extends string>(kind: CatalogueKind, names: readonly Name[]): NamedIds<Name> {
  const byName = new Map(names.map((name) => [name, catalogueId(kind, name)]));
  const byId = new Map(names.map((name) => [byName.get(name), name]));
  return {
    idOf: (name) => byName.get(name) ?? catalogueId(kind, name),
    namesOf: (ids) => ids.map((id) => byId.get(id)).filter((name) => name !== undefined),
  };
}

const CATEGORY_NAMES = Object.entries(CATEGORY_TREE).flatMap(([root, leaves]) => [root, ...leaves]) as Category[];

export const categoryIds = namedIds<Category>("category", CATEGORY_NAMES);
/** What places carry; a root is only ever an interest. */
export const leafCategoryIds = namedIds<LeafCategory>("category", leafCategorySchema.options);
export const dietIds = namedIds<Diet>("diet", DIETS);
export const accessibilityNeedIds = namedIds<AccessibilityNeed>("accessibility_need", ACCESSIBILITY_NEEDS);
