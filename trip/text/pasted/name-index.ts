/**
 * Every name of every city in one index: which names a line says in full, and how many cities have
 * each. What one city has speaks for it; what many have speaks for none (inverse document frequency).
 * A name is kept under its rarest word, so that a line is read in the time its words take, however
 * many cities there are.
 */
import { isEatery } from "../../place.ts";
import { isCommon } from "../common-words.ts";
import { type NameToken, writesCase } from "./fold-name.ts";
import { type CityPlaces, createGazetteer, type Gazetteer } from "./gazetteer.ts";
import { joinedOf, type NameForm, tellsWhich } from "./name-forms.ts";
import { isUnbroken } from "./name-surroundings.ts";

interface Holder {
  city: number;
  form: NameForm;
}

interface IndexedName {
  id: string;
  keys: readonly string[];
  holders: Holder[];
  /** How many cities have it. */
  spread: number;
}

export interface SaidName extends IndexedName {
  /** Indices into the tokens, the last one not included. */
  start: number;
  end: number;
}

/** What more cities have is nobody's, and is not followed to any. */
const MOST_SPREAD = 8;
/** So much better known than its namesakes elsewhere, a place is the one that the world means. */
const WORLD_FAMOUS_BY = 0.3;
/** Words that may stand between those of a name. */
const MOST_BETWEEN = 2;
const MOST_JOINED = 4;

export class NameIndex {
  readonly gazetteers: readonly Gazetteer[];
  readonly #names = new Map<string, IndexedName>();
  readonly #byRarest: Map<string, IndexedName[]>;
  readonly #bySpelling = new Map<string, Set<IndexedName>>();

  constructor(cities: readonly CityPlaces[]) {
    this.gazetteers = cities.map(createGazetteer);
    for (const [city, { forms }] of this.gazetteers.entries()) for (const form of forms) this.#add(city, form);
    const names = [...this.#names.values()];
    for (const name of names) name.spread = new Set(name.holders.map(({ city }) => city)).size;
    const counts = new Map<string, number>();
    for (const { keys } of names) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const rarest = ({ keys }: IndexedName): string =>
      keys.reduce((best, key) => ((counts.get(key) ?? 0) < (counts.get(best) ?? 0) ? key : best));
    this.#byRarest = Map.groupBy(names, rarest);
  }

  #add(city: number, form: NameForm): void {
    const id = nameOf(form);
    const known = this.#names.get(id);
    const name = known ?? { id, keys: form.words.map(({ key }) => key), holders: [], spread: 0 };
    name.holders.push({ city, form });
    if (!known) this.#names.set(id, name);
    for (const spelling of form.spellings) {
      const alike = this.#bySpelling.get(spelling) ?? new Set();
      this.#bySpelling.set(spelling, alike.add(name));
    }
  }

  /** 1 for what one city has, towards 0 for what all have. */
  weightOf({ spread }: IndexedName): number {
    const count = this.gazetteers.length + 1;
    return Math.log(count / spread) / Math.log(count);
  }

  /** Whether the world knows one place by this name: the only one, or far better known than its namesakes. */
  isOneInTheWorld({ form }: { form: NameForm }): boolean {
    const { place } = form;
    return (this.#names.get(nameOf(form))?.holders ?? []).every(
      ({ form: { place: other } }) =>
        other.cityId === place.cityId || isEatery(other) || place.popularity - other.popularity >= WORLD_FAMOUS_BY,
    );
  }

  /** The names said in full that few enough cities have to speak for any. */
  namesIn(tokens: readonly NameToken[]): SaidName[] {
    return this.#saidIn(tokens).filter(({ spread }) => spread <= MOST_SPREAD);
  }

  /** The names of this city said in full, however many others have them. */
  namesOf(city: number, tokens: readonly NameToken[]): SaidName[] {
    return this.#saidIn(tokens).filter(({ holders }) => holders.some((holder) => holder.city === city));
  }

  #saidIn(tokens: readonly NameToken[]): SaidName[] {
    const positions = Map.groupBy(tokens.keys(), (at) => tokens[at]?.key ?? "");
    const found = [...positions].flatMap(([key, at]) =>
      (this.#byRarest.get(key) ?? []).flatMap((name) => at.flatMap((one) => extentOf(name, one, positions) ?? [])),
    );
    return [...found.filter(({ start, end }) => isUnbroken(tokens, start, end - 1)), ...this.#joined(tokens)];
  }

  #joined(tokens: readonly NameToken[]): SaidName[] {
    return tokens.flatMap((_, start) =>
      tokens.slice(start, start + MOST_JOINED).flatMap((_word, more) => {
        const end = start + more + 1;
        const names = this.#bySpelling.get(joinedOf(tokens.slice(start, end))) ?? [];
        return [...names].map((name) => ({ ...name, start, end }));
      }),
    );
  }

  /** The cities that may be meant by a name in these words, though nothing else speaks of them. */
  citiesNamedIn(tokens: readonly NameToken[]): Set<number> {
    return new Set(this.namesIn(tokens).flatMap(({ holders }) => holders.map(({ city }) => city)));
  }
}

const nameOf = ({ words }: NameForm): string =>
  words
    .map(({ key }) => key)
    .toSorted()
    .join(" ");

function extentOf(name: IndexedName, at: number, positions: ReadonlyMap<string, readonly number[]>): SaidName | null {
  const reach = name.keys.length + MOST_BETWEEN;
  let [start, end] = [at, at + 1];
  for (const key of name.keys) {
    const near = positions.get(key)?.find((other) => Math.abs(other - at) <= reach);
    if (near === undefined) return null;
    start = Math.min(start, near);
    end = Math.max(end, near + 1);
  }
  return end - start <= reach ? { ...name, start, end } : null;
}

/** Written as a name, and telling which of its kind. */
export function isNameSaid(name: SaidName, tokens: readonly NameToken[]): boolean {
  const said = tokens.slice(name.start, name.end);
  const large = said.filter(({ isCapital }) => isCapital).length;
  const isWritten = large * 2 >= said.length || !writesCase(tokens);
  return isWritten && !said.every(({ word }) => isCommon(word)) && name.holders.some(({ form }) => tellsWhich(form));
}

const built = new WeakMap<readonly CityPlaces[], NameIndex>();

/** The same cities are read for many texts. */
export function nameIndexOf(cities: readonly CityPlaces[]): NameIndex {
  const known = built.get(cities) ?? new NameIndex(cities);
  built.set(cities, known);
  return known;
}
