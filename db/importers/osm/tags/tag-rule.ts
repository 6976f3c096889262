/**
 * The language of the tables beside this file: which tags make a thing of what kind, and what it takes for it
 * to be worth a traveller's time. A table is read from the top; the first rule that fits decides.
 */
import type { LeafCategory } from "../../../../trip/categories.ts";
import type { PlaceType } from "../../../../trip/place.ts";
import type { Tags } from "../elements.ts";

/**
 * `named`: a name is enough. `area`: a name, and drawn as an area. `noted`: somebody wrote about it, listed it
 * or calls it an attraction. `famous`: the same, more strictly, for things that are listed by the thousand.
 */
export type Worth = "named" | "area" | "noted" | "famous";

/**
 * When it fits, its worth, and what it then is. The first word of `when` is what is looked for in the file:
 * "historic=castle castle_type=palace|stately !ruins" is a castle of one of these types that has no ruins.
 */
export type PlaceRow = readonly [when: string, worth: Worth, type: PlaceType, categories: readonly LeafCategory[]];

export interface PlaceRule {
  readonly when: string;
  readonly worth: Worth;
  readonly type: PlaceType;
  readonly categories: readonly LeafCategory[];
}

export function placeRule([when, worth, type, categories]: PlaceRow): PlaceRule {
  return { when, worth, type, categories };
}

interface Test {
  readonly key: string;
  /** `null` for any but "no". */
  readonly values: ReadonlySet<string> | null;
  readonly isWanted: boolean;
}

interface Compiled<Rule> {
  readonly rule: Rule;
  readonly tests: readonly Test[];
}

function testsOf(when: string): Test[] {
  return when.split(" ").map((word) => {
    const isWanted = !word.startsWith("!");
    const [key = "", values] = word.slice(isWanted ? 0 : 1).split("=");
    return { key, values: values === undefined ? null : new Set(values.split("|")), isWanted };
  });
}

/** OpenStreetMap writes several values as "museum;attraction". */
export function valuesOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  if (!text.includes(";")) return [text.trim()];
  return text
    .split(";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function passes(tags: Tags, { key, values, isWanted }: Test): boolean {
  const text = tags[key];
  if (text === undefined || text === "no") return !isWanted;
  const has =
    values === null || values.has(text) || (text.includes(";") && valuesOf(text).some((one) => values.has(one)));
  return has === isWanted;
}

export class RuleTable<Rule extends { readonly when: string }> {
  readonly #rules: readonly Compiled<Rule>[];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules.map((rule) => ({ rule, tests: testsOf(rule.when) }));
  }

  /** The first rule that fits and that `accepts` takes. */
  find(tags: Tags, accepts: (rule: Rule) => boolean = () => true): Rule | null {
    const found = this.#rules.find(({ rule, tests }) => tests.every((test) => passes(tags, test)) && accepts(rule));
    return found?.rule ?? null;
  }

  all(tags: Tags): Rule[] {
    return this.#rules.filter(({ tests }) => tests.every((test) => passes(tags, test))).map(({ rule }) => rule);
  }

  /** What to look for in a file: key → values, `null` for any. */
  wanted(): Map<string, Set<string> | null> {
    const wanted = new Map<string, Set<string> | null>();
    for (const { tests } of this.#rules) {
      const { key, values } = tests[0] ?? { key: "", values: null };
      const known = wanted.get(key);
      wanted.set(key, values === null || known === null ? null : new Set([...(known ?? []), ...values]));
    }
    return wanted;
  }
}
