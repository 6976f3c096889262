/** The same thing in Wikidata, Wikipedia, Wikivoyage and GeoNames, as tags of several styles and ages say it. */
import type { CrossReferences } from "../../source-record.ts";
import type { Tags } from "../elements.ts";
import { valuesOf } from "./tag-rule.ts";

const LANGUAGE = "[a-z]{2,3}(?:-[a-z]+)*|simple";
const PAGE = new RegExp(`^(${LANGUAGE}):(.+)$`);
const ADDRESS = new RegExp(`^https?://(${LANGUAGE})\\.(?:m\\.)?(?:wikipedia|wikivoyage)\\.org/wiki/([^?#]+)`);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** "en:Belém Tower" out of "en:Belém_Tower", an address, or a title under a key that names the language. */
function pageOf(text: string, language: string | null): string | null {
  const [, host, path] = ADDRESS.exec(text) ?? [];
  if (host !== undefined && path !== undefined) return `${host}:${decoded(path).replaceAll("_", " ")}`;
  if (text.includes("://")) return null;
  const title = text.replaceAll("_", " ").trim();
  if (PAGE.test(title)) return title;
  return language !== null && title !== "" ? `${language}:${title}` : null;
}

/** The tag without a language first; then English, then any. */
function findPage(tags: Tags, site: string): string | null {
  const keys = Object.keys(tags).filter((key) => key.startsWith(`${site}:`) && key.length <= site.length + 12);
  for (const key of [site, `${site}:en`, ...keys.sort()]) {
    const text = valuesOf(tags[key])[0];
    const page = text === undefined ? null : pageOf(text, key === site ? null : key.slice(site.length + 1));
    if (page !== null) return page;
  }
  return null;
}

export function referencesOf(tags: Tags, osm: string): CrossReferences {
  const wikidata = valuesOf(tags.wikidata).find((value) => /^Q[1-9]\d*$/.test(value));
  const wikipedia = findPage(tags, "wikipedia");
  const wikivoyage = findPage(tags, "wikivoyage");
  const geonames = /^[1-9]\d{0,9}$/.exec(tags["geonames:id"] ?? tags["ref:geonames"] ?? "")?.[0];
  return {
    osm,
    ...(wikidata !== undefined && { wikidata }),
    ...(wikipedia !== null && { wikipedia }),
    ...(geonames !== undefined && { geonames: Number(geonames) }),
    ...(wikivoyage !== null && { wikivoyage }),
  };
}
