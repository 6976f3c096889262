/**
 * Which of GeoNames' feature codes are which of our types; only codes that mean one thing. Codes that say both
 * natural and built things ("ARCH") or working and ruined ones ("AMTH") are left out.
 */
import type { LeafCategory } from "../../../trip/categories.ts";
import type { PlaceType } from "../../../trip/place.ts";
import type { LodgingRecord } from "../source-record.ts";

interface PlaceFeature {
  readonly type: PlaceType;
  readonly categories?: readonly LeafCategory[];
}

/** By class and code: "S.MUS". */
export const PLACE_FEATURES: ReadonlyMap<string, PlaceFeature> = new Map<string, PlaceFeature>([
  ["S.MUS", { type: "museum", categories: ["museums"] }],
  ["S.CSTL", { type: "castle", categories: ["palaces_castles"] }],
  ["S.FT", { type: "castle", categories: ["palaces_castles"] }],
  ["S.PAL", { type: "palace", categories: ["palaces_castles"] }],
  ["S.MNMT", { type: "monument", categories: ["memorials"] }],
  ["S.PYR", { type: "monument", categories: ["archaeology"] }],
  ["S.PYRS", { type: "monument", categories: ["archaeology"] }],
  ["S.TMB", { type: "monument", categories: ["memorials"] }],
  ["S.HSTS", { type: "landmark", categories: ["historical_sites"] }],
  ["S.ANS", { type: "ruins", categories: ["archaeology"] }],
  ["S.RUIN", { type: "ruins", categories: ["historical_sites"] }],
  ["S.TOWR", { type: "landmark" }],
  ["S.LTHSE", { type: "landmark" }],
  ["S.CH", { type: "church", categories: ["churches"] }],
  ["S.MSQE", { type: "mosque", categories: ["mosques_synagogues"] }],
  ["S.SYG", { type: "synagogue", categories: ["mosques_synagogues"] }],
  ["S.TMPL", { type: "temple", categories: ["temples_shrines"] }],
  ["S.PGDA", { type: "temple", categories: ["temples_shrines"] }],
  ["S.SHRN", { type: "shrine", categories: ["temples_shrines"] }],
  ["S.ZOO", { type: "zoo", categories: ["wildlife"] }],
  ["S.GDN", { type: "garden", categories: ["gardens"] }],
  ["S.OPRA", { type: "theater", categories: ["performing_arts"] }],
  ["S.THTR", { type: "theater", categories: ["performing_arts"] }],
  ["S.STDM", { type: "stadium", categories: ["sports"] }],
  ["S.LIBR", { type: "library" }],
  ["S.CMTY", { type: "cemetery" }],
  ["S.BDG", { type: "bridge" }],
  ["S.SQR", { type: "square", categories: ["squares"] }],
  ["S.MKT", { type: "market", categories: ["markets"] }],
  ["S.MALL", { type: "shop", categories: ["malls"] }],
  ["S.SPA", { type: "spa", categories: ["spas"] }],
  ["S.OBPT", { type: "viewpoint", categories: ["viewpoints"] }],
  ["S.REST", { type: "restaurant" }],
  ["L.PRK", { type: "park", categories: ["parks"] }],
  ["L.AMUS", { type: "theme_park", categories: ["theme_parks"] }],
  ["T.BCH", { type: "beach", categories: ["beaches"] }],
  ["T.BCHS", { type: "beach", categories: ["beaches"] }],
  ["T.ISL", { type: "island" }],
]);

export const LODGING_FEATURES: ReadonlyMap<string, LodgingRecord["lodgingType"]> = new Map([
  ["S.HTL", "hotel"],
  ["S.GHSE", "guest_house"],
]);

/** Populated places that are no more: abandoned, destroyed, historical. */
export const FORMER_PLACES: ReadonlySet<string> = new Set(["PPLQ", "PPLW", "PPLH", "PPLCH"]);
export const SECTION_OF_PLACE = "PPLX";
