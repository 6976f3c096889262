/**
 * What a listing is, from what kind of listing it is and what its title calls it: "Museum of the Sea" in "see" is a
 * museum. The word that counts is the one the title is about: the last before "of", "at" or a comma.
 */
import type { PlaceType } from "../../../trip/place.ts";
import type { LodgingRecord } from "../source-record.ts";

const SIGHTS: readonly (readonly [RegExp, PlaceType])[] = [
  [/^(?:museum|museo|musée|museu)s?$/, "museum"],
  [/^(?:gallery|galleries)$/, "gallery"],
  [/^cathedral$/, "cathedral"],
  [/^(?:church|basilica|chapel|abbey|duomo)$/, "church"],
  [/^mosque$/, "mosque"],
  [/^synagogue$/, "synagogue"],
  [/^(?:temple|pagoda)$/, "temple"],
  [/^shrine$/, "shrine"],
  [/^palace$/, "palace"],
  [/^(?:castle|fortress|citadel)$/, "castle"],
  [/^ruins$/, "ruins"],
  [/^(?:monument|memorial|mausoleum)$/, "monument"],
  [/^park$/, "park"],
  [/^(?:garden|gardens|arboretum)$/, "garden"],
  [/^(?:viewpoint|lookout|miradouro|mirador)$/, "viewpoint"],
  [/^beach$/, "beach"],
  [/^(?:market|bazaar|souk|souq)$/, "market"],
  [/^square$/, "square"],
  [/^street$/, "street"],
  [/^bridge$/, "bridge"],
  [/^(?:waterfront|promenade|pier|embankment)$/, "waterfront"],
  [/^zoo$/, "zoo"],
  [/^aquarium$/, "aquarium"],
  [/^(?:theater|theatre|opera)$/, "theater"],
  [/^(?:stadium|arena)$/, "stadium"],
  [/^library$/, "library"],
  [/^(?:cemetery|graveyard)$/, "cemetery"],
  [/^(?:spa|hammam|onsen)$/, "spa"],
  [/^(?:bookshop|bookstore|mall)$/, "shop"],
  [/^island$/, "island"],
];
/** Letters with accents are no word characters to `\b`. */
const CAFE = /(?<!\p{L})(?:cafe|café|cafè|caffè|coffee|espresso|tea ?(?:house|room)|teahouse)(?!\p{L})/iu;
const BAKERY = /(?<!\p{L})(?:bakery|boulangerie|patisserie|pâtisserie|pastelaria)(?!\p{L})/iu;
const FOOD_HALL = /\b(?:food (?:court|hall|market)|hawker cent(?:re|er))\b/i;
const LODGINGS: readonly (readonly [RegExp, LodgingRecord["lodgingType"]])[] = [
  [/\bhostel\b/i, "hostel"],
  [/\b(?:guest ?house|bed (?:and|&) breakfast|b&b|pension|pensión|gästehaus)(?![\w])/i, "guest_house"],
  [/\bapartments?\b/i, "apartment"],
  [/\bmotel\b/i, "motel"],
  [/\b(?:camping|camp ?ground|camp ?site|caravan park)\b/i, "camp_site"],
  [/\b(?:hotel|hôtel|resort)\b/i, "hotel"],
];

/** The noun a title is about. */
function headNoun(title: string): string {
  const about = title.toLowerCase().split(/\s(?:of|at|in|de|du|do|da|del|della|di|des)\s|[,(:–]|\s-\s/)[0] ?? "";
  return about.trim().split(/\s+/).at(-1) ?? "";
}

function sightType(title: string): PlaceType | null {
  const noun = headNoun(title);
  // "Museu de Arte" puts its noun first; so do "Museum X" and "Museo X", which no other noun would be misread from.
  const first = title.toLowerCase().split(/\s/)[0] ?? "";
  return (
    (SIGHTS.find(([words]) => words.test(noun)) ?? SIGHTS.slice(0, 1).find(([words]) => words.test(first)))?.[1] ?? null
  );
}

/** `null` for listings that are no place to visit or to eat ("go", "other"). */
export function placeTypeOf(listing: string, title: string): PlaceType | null {
  switch (listing) {
    case "see":
    case "do":
      return sightType(title) ?? "other";
    case "buy":
      return sightType(title) ?? "shop";
    case "eat":
    case "drink":
      if (BAKERY.test(title)) return "bakery";
      if (CAFE.test(title)) return "cafe";
      if (FOOD_HALL.test(title)) return "food_hall";
      return listing === "eat" ? "restaurant" : "bar";
    default:
      return null;
  }
}

export function lodgingTypeOf(title: string): LodgingRecord["lodgingType"] {
  return LODGINGS.find(([words]) => words.test(title))?.[1] ?? "other";
}
