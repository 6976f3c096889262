/**
 * Which things are worth a traveller's time. OpenStreetMap holds every chapel and every plaque; what has an
 * article, a place on a heritage list, or is called an attraction stands out from them.
 */
import type { Tags } from "../elements.ts";
import { valuesOf, type Worth } from "./tag-rule.ts";

const SIGHTS: ReadonlySet<string> = new Set(["attraction", "museum"]);
const WIKI_KEY = /^(?:wikipedia|wikivoyage)(?::[a-z-]{2,12})?$/;
const WORLD_HERITAGE: ReadonlySet<string> = new Set(["1", "world_heritage"]);

function isSight(tags: Tags): boolean {
  return valuesOf(tags.tourism).some((value) => SIGHTS.has(value));
}

function hasArticle(tags: Tags): boolean {
  return Object.keys(tags).some((key) => WIKI_KEY.test(key));
}

function isListed(tags: Tags): boolean {
  const { heritage } = tags;
  return heritage !== undefined && heritage !== "no";
}

export function isWorldHeritage(tags: Tags): boolean {
  return WORLD_HERITAGE.has(tags.heritage ?? "") || valuesOf(tags["heritage:operator"]).includes("whc");
}

export function isNoted(tags: Tags): boolean {
  return isSight(tags) || hasArticle(tags) || isListed(tags) || tags.wikidata !== undefined;
}

export function isFamous(tags: Tags): boolean {
  return isSight(tags) || hasArticle(tags) || isWorldHeritage(tags) || (isListed(tags) && tags.wikidata !== undefined);
}

const WORTH: Readonly<Record<Worth, (tags: Tags, isArea: boolean) => boolean>> = {
  named: () => true,
  area: (_, isArea) => isArea,
  noted: isNoted,
  famous: isFamous,
};

export function isWorth(worth: Worth, tags: Tags, isArea: boolean): boolean {
  return WORTH[worth](tags, isArea);
}
