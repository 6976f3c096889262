/** What a thing is called: for an English-speaking traveller, on its sign, and by everybody else. */
import type { Tags } from "../elements.ts";
import { valuesOf } from "./tag-rule.ts";

export interface Names {
  readonly name: string;
  readonly nameLocal?: string;
  readonly otherNames?: string[];
}

const LONGEST = 200;
/** In any language, whose codes have two or three letters: `name:etymology` is no name. */
const OTHER_NAME =
  /^(?:alt_name|official_name|old_name|loc_name|short_name|reg_name|int_name|name)(?::[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)?$/;
/** A name of another script in Latin letters, where mappers keep it. */
const LATIN_NAMES = /^name:(?:[a-z]{2,3}[-_](?:Latn|latn|rm|Latin)|zh_pinyin|zh_pinyin_no_tones|latin)$/;
const IS_LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

function tidy(text: string | undefined): string | undefined {
  const tidied = text?.normalize("NFC").replace(/\s+/gu, " ").trim();
  return tidied === undefined || tidied === "" || tidied.length > LONGEST ? undefined : tidied;
}

function inLatinLetters(tags: Tags): string | undefined {
  const key = Object.keys(tags).find((one) => LATIN_NAMES.test(one));
  return key === undefined ? undefined : tidy(tags[key]);
}

/** `null` for what has no name. */
export function namesOf(tags: Tags): Names | null {
  const local = tidy(tags.name);
  const english = tidy(tags["name:en"]) ?? tidy(tags.int_name);
  const readable = local !== undefined && !IS_LATIN.test(local) ? inLatinLetters(tags) : undefined;
  const name = english ?? readable ?? local;
  if (name === undefined) return null;
  const others = new Set<string>();
  for (const [key, text] of Object.entries(tags)) {
    if (!OTHER_NAME.test(key)) continue;
    for (const value of valuesOf(text)) {
      const other = tidy(value);
      if (other !== undefined && other !== name && other !== local) others.add(other);
    }
  }
  return {
    name,
    ...(local !== undefined && local !== name && { nameLocal: local }),
    ...(others.size > 0 && { otherNames: [...others] }),
  };
}

/** For comparing: letters and digits without case or accents. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
