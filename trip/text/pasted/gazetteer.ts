/**
 * Finds the places of one city in running text, forgiving slips, languages, order and missing words.
 * A wrong match is worse than none: what several places share, and what merely says a kind of thing,
 * names nothing.
 */
import type { City } from "../../catalogue.ts";
import { isEatery, type Place } from "../../place.ts";
import { isCommon } from "../common-words.ts";
import { foldWord, type NameToken, writesCase } from "./fold-name.ts";
import { likenessOf } from "./likeness.ts";
import { cityKeys, type FormWord, formsOf, joinedOf, type NameForm, TELLING_FROM, tellsWhich } from "./name-forms.ts";
import { isJoined, isSingleTold, isUnbroken, widened } from "./name-surroundings.ts";
import { CONCEPT_WORDS, FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";
import { kindsOf } from "./place-kinds.ts";
import { shortNames } from "./short-names.ts";

export interface CityPlaces {
  city: City;
  places: readonly Place[];
  /** Other names the city goes by in the text ("NYC"). */
  otherNames?: readonly string[] | undefined;
  /** Its quarters: they are walked through, and no place's name. */
  areas?: readonly string[] | undefined;
}

export interface Sighting {
  place: Place;
  /** Indices into the tokens, the last one not included. */
  start: number;
  end: number;
  /** 0–1. */
  score: number;
  /** How much of the place's name was said, in weights: longer names win over shorter ones inside them. */
  weight: number;
  /** Whether the name says which, beside what kind of thing it is. */
  isTelling: boolean;
  /** Which of the place's names, so that two halves of one name can be told from one name said twice. */
  form: NameForm;
}

export interface Gazetteer {
  city: City;
  areas: ReadonlySet<string>;
  /** All names of all its places. */
  forms: readonly NameForm[];
  /** Every place that may be meant, best first; several may lie over the same words. */
  sightings(tokens: readonly NameToken[], options: { isExact: boolean }): Sighting[];
}

const LEAST_SCORE = 0.55;
/** More words than this between two of a name, and they belong to different things. */
const MOST_BETWEEN = 2;
/** So much better known than its namesakes, a place is meant by what they share. */
const FAMOUS_BY = 0.1;
/** From this share of its name on, a place is meant and not the quarter it gave its name to, or has it from. */
const NAMESAKE_SHARE = 0.6;

interface Posting {
  form: NameForm;
  word: FormWord;
}
interface Hit extends Posting {
  at: number;
  likeness: number;
}

class CityGazetteer implements Gazetteer {
  readonly city: City;
  readonly areas: ReadonlySet<string>;
  readonly forms: readonly NameForm[];
  readonly #places: readonly Place[];
  readonly #areaWords: ReadonlySet<string>;
  readonly #ofCity: ReadonlySet<string>;
  readonly #postings = new Map<string, Posting[]>();
  readonly #byJoined = new Map<string, NameForm[]>();
  readonly #kinds = new Map<string, ReadonlySet<string>>();
  readonly #keysOf = new Map<string, Set<string>>();
  readonly #forms: ReadonlyMap<string, readonly NameForm[]>;
  readonly #alike = new Map<string, { key: string; likeness: number }[]>();

  constructor({ city, places, otherNames = [], areas = [] }: CityPlaces) {
    this.city = city;
    this.#places = places;
    this.#areaWords = new Set(areas.flatMap((area) => area.split(/[\s,&()]+/)).map(foldWord));
    this.areas = new Set(
      areas.flatMap((area) => area.split(/\s+and\s+|\s*[&,()]\s*/)).map((area) => joinedOf(wordsOf(area))),
    );
    this.#ofCity = cityKeys([city.name, city.nameLocal ?? "", ...otherNames]);
    this.forms = formsOf(places, this.#ofCity);
    for (const form of this.forms) {
      const keys = this.#keysOf.get(form.place.id) ?? new Set();
      for (const word of form.words) {
        keys.add(word.key);
        const postings = this.#postings.get(word.key);
        if (postings) postings.push({ form, word });
        else this.#postings.set(word.key, [{ form, word }]);
      }
      this.#keysOf.set(form.place.id, keys);
      for (const joined of new Set(form.spellings)) {
        this.#byJoined.set(joined, [...(this.#byJoined.get(joined) ?? []), form]);
      }
    }
    this.#forms = Map.groupBy(this.forms, ({ place }) => place.id);
    for (const [id, own] of this.#forms) {
      const [first] = own;
      if (first) this.#kinds.set(id, kindsOf(first.place, own));
    }
  }

  sightings(tokens: readonly NameToken[], { isExact }: { isExact: boolean }): Sighting[] {
    const hasCase = writesCase(tokens);
    const byForm = Map.groupBy(
      tokens.flatMap((token, at) => this.#hits(token, at, isExact)),
      ({ form }) => form,
    );
    const found = [...byForm].flatMap(([form, hits]) => this.#windows(form, hits, tokens, hasCase));
    found.push(...this.#joined(tokens, hasCase));
    if (!isExact) found.push(...this.#short(tokens, hasCase));
    return found.filter(({ score }) => score >= LEAST_SCORE).sort((a, b) => rank(b) - rank(a));
  }

  #short(tokens: readonly NameToken[], hasCase: boolean): Sighting[] {
    const reading = {
      tokens,
      hasCase,
      isUnbroken: (from: number, to: number) => isUnbroken(tokens, from, to),
      widened: (start: number, end: number) => widened(tokens, start, end),
    };
    return shortNames(reading, {
      ofCity: this.#ofCity,
      holders: (keys) => this.#called(keys),
      shareOf: (place, keys) => Math.max(...this.#formsOf(place).map((form) => saidOf(form, keys) / form.total)),
      isFirst: (place, key) => this.#formsOf(place).some(({ words }) => words[0]?.key === key),
      isArea: (words) => this.areas.has(joinedOf(words)),
    }).flatMap(({ place, start, end, score, keys }) => {
      const form = this.#formsOf(place).toSorted((a, b) => saidOf(b, keys) - saidOf(a, keys))[0];
      return form ? [{ place, form, start, end, score, weight: saidOf(form, keys), isTelling: true }] : [];
    });
  }

  #formsOf({ id }: Place): readonly NameForm[] {
    return this.#forms.get(id) ?? [];
  }

  /** The places whose names hold all of these words; what kind of thing it is may stand for a word of the name. */
  #called(keys: readonly string[]): Place[] {
    const ofCity = keys.filter((key) => this.#ofCity.has(key));
    const exact = this.#holders(keys).filter(({ id }) => ofCity.every((key) => this.#keysOf.get(id)?.has(key)));
    const telling = keys.filter((key) => !KIND_KEYS.has(key) && !this.#ofCity.has(key));
    if (exact.length > 0 || telling.length === 0 || telling.length === keys.length) return exact;
    return this.#holders(telling).filter(({ id }) =>
      keys.every((key) => !KIND_KEYS.has(key) || this.#kinds.get(id)?.has(key)),
    );
  }

  #hits({ word, key }: NameToken, at: number, isExact: boolean): Hit[] {
    if (STOP_WORDS.has(word)) return [];
    const keys = isExact || this.#postings.has(key) ? [{ key, likeness: 1 }] : this.#alikeTo(key);
    return keys.flatMap((alike) =>
      (this.#postings.get(alike.key) ?? []).map((posting) => ({ ...posting, at, likeness: alike.likeness })),
    );
  }

  #alikeTo(key: string): { key: string; likeness: number }[] {
    const cached = this.#alike.get(key);
    if (cached) return cached;
    const found = isCommon(key)
      ? []
      : [...this.#postings.keys()]
          .map((known) => ({ key: known, likeness: likenessOf(key, known) }))
          .filter(({ likeness }) => likeness > 0);
    this.#alike.set(key, found);
    return found;
  }

  /** The hits of one name, cut where too much lies between them; each piece is one way the name may stand there. */
  #windows(form: NameForm, hits: readonly Hit[], tokens: readonly NameToken[], hasCase: boolean): Sighting[] {
    const pieces: Hit[][] = [];
    for (const hit of hits) {
      const piece = pieces.at(-1);
      const last = piece?.at(-1);
      const isNear = last && hit.at - last.at <= MOST_BETWEEN + 1 && isUnbroken(tokens, last.at, hit.at);
      if (piece && isNear && !piece.some(({ word }) => word.key === hit.word.key)) piece.push(hit);
      else pieces.push([hit]);
    }
    return pieces.flatMap((piece) => this.#score(form, piece, tokens, hasCase) ?? []);
  }

  #score(form: NameForm, hits: readonly Hit[], tokens: readonly NameToken[], hasCase: boolean): Sighting | null {
    const start = hits[0]?.at ?? 0;
    const end = (hits.at(-1)?.at ?? 0) + 1;
    const said = hits.reduce((sum, { word, likeness }) => sum + word.weight * likeness, 0);
    const recall = said / form.total;
    const isWhole = hits.length === form.words.length;
    if (!this.#isTold(form, hits, tokens, { isWhole, hasCase })) return null;
    const extent = widened(tokens, start, end);
    const taken = new Set(hits.map(({ at }) => at));
    const strange = this.#strangeWeight(form.place, tokens.slice(extent.start, extent.end), (index) =>
      taken.has(index + extent.start),
    );
    const precision = said / (said + strange);
    const typos = hits.reduce((least, { likeness }) => Math.min(least, likeness), 1);
    const basis = isWhole ? (form.isPart ? 0.97 : 1) * typos : this.#partial(form, hits, recall);
    const isTelling = tellsWhich(form);
    return {
      place: form.place,
      form,
      start,
      end: this.#endWithShort(form.place, tokens, end),
      score: basis * (0.25 + 0.75 * precision),
      weight: said,
      isTelling,
    };
  }

  /** Whether what was said could be anybody's words, or is this name. */
  #isTold(
    form: NameForm,
    hits: readonly Hit[],
    tokens: readonly NameToken[],
    { isWhole, hasCase }: { isWhole: boolean; hasCase: boolean },
  ): boolean {
    const isWritten = (at: number): boolean =>
      !hasCase || (tokens[at]?.isCapital ?? false) || /^\p{N}/u.test(tokens[at]?.word ?? "");
    const telling = hits.filter(({ word }) => word.weight >= TELLING_FROM);
    const proper = telling.filter(({ at, likeness }) => {
      const word = tokens[at]?.word ?? "";
      return !CONCEPT_WORDS.has(word) && (likeness < 1 || !isCommon(word));
    });
    if (isWhole && proper.length > 0) return form.words.length > 1 || proper.some(({ at }) => isWritten(at));
    const capitals = hits.filter(({ at }) => isWritten(at)).length;
    if (isWhole && hits.length > 1) return capitals * 2 >= hits.length;
    if (isWhole) return isSingleTold(form, tokens, hits, { hasCase, isWritten: capitals === 1 });
    if (this.#isOneThing(form, hits) && hits.some(({ at }) => isWritten(at))) return true;
    if (!proper.some(({ at }) => isWritten(at))) return false;
    const said = hits.reduce((sum, { word }) => sum + word.weight, 0);
    return said / form.total >= NAMESAKE_SHARE || !this.#isArea(tokens, hits);
  }

  /** "Manga Museum", "Royal Observatory": two words of one name or its beginning, and no other place has both. */
  #isOneThing(form: NameForm, hits: readonly Hit[]): boolean {
    const { place } = form;
    const isAdjacent = hits.every(({ at }, index) => index === 0 || at - (hits[index - 1]?.at ?? 0) === 1);
    const hasKind = hits.some(({ word }) => KIND_KEYS.has(word.key));
    const hasMore = hits.some(({ word }) => word.weight >= TELLING_FROM);
    const isHead = hits.length > 1 && hits.every(({ word }, index) => form.words[index]?.key === word.key);
    const rest = form.words.length - hits.length;
    const isTail =
      isEatery(place) && hits.length > 1 && hits.every(({ word }, index) => form.words[index + rest]?.key === word.key);
    if (!isAdjacent || !(isHead || isTail || (hasKind && hasMore))) return false;
    return this.#rivals(place, hits).length === 0;
  }

  /** Other places these words may mean; a table is none of a sight that gave it its name. */
  #rivals(place: Place, hits: readonly Hit[]): Place[] {
    const others = this.#holders(hits.map(({ word }) => word.key)).filter(({ id }) => id !== place.id);
    return isEatery(place) ? others : others.filter((other) => !isEatery(other));
  }

  /** Part of a name is as good as it is telling when only one place has those words, or one that everybody means. */
  #partial(form: NameForm, hits: readonly Hit[], recall: number): number {
    const { place, total, words } = form;
    const others = this.#rivals(place, hits);
    const isTelling = ({ weight }: FormWord): boolean => weight >= TELLING_FROM;
    const isFirst = words.find(isTelling)?.key === hits.find(({ word }) => isTelling(word))?.word.key;
    const isOne = others.length === 0;
    if (isOne && this.#isOneThing(form, hits)) return Math.max(0.7, 0.62 + 0.36 * recall);
    if (!isFirst && isEatery(place)) return isOne && !this.#isOfArea(hits) ? 0.62 + 0.2 * recall : 0.4;
    if (!isFirst && recall < 0.5) return 0.4;
    if (isOne) return 0.62 + 0.36 * recall;
    const rival = Math.max(...others.map(({ popularity }) => popularity));
    const isHead = isFirst || total < 2;
    const isMeant = isHead && !isEatery(place) && !this.#isOfArea(hits);
    if (isMeant && place.popularity - rival >= FAMOUS_BY) return 0.64;
    return 0.2 + 0.55 * recall;
  }

  /** "Chiado" alone is the quarter, not the museum in it. */
  #isArea(tokens: readonly NameToken[], hits: readonly Hit[]): boolean {
    return this.areas.has(joinedOf(hits.flatMap(({ at }) => tokens[at] ?? [])));
  }

  /** "Higashiyama" is where a café is, and not its name. */
  #isOfArea(hits: readonly Hit[]): boolean {
    return hits.some(({ word }) => this.#areaWords.has(word.key));
  }

  #strangeWeight(place: Place, tokens: readonly NameToken[], isTaken: (index: number) => boolean): number {
    return tokens.reduce((sum, token, index) => sum + (isTaken(index) ? 0 : this.#strangeness(place, token)), 0);
  }

  /** How much a word beside a name speaks against the place: another kind of thing most. */
  #strangeness(place: Place, { key, word, isCapital }: NameToken): number {
    if (STOP_WORDS.has(word) || this.#ofCity.has(key)) return 0;
    if (KIND_KEYS.has(key)) return this.#kinds.get(place.id)?.has(key) ? 0 : 1;
    if (this.#isShortFor(place, key) || this.areas.has(word)) return 0;
    if (FILLER_WORDS.has(word)) return 0.3;
    return isCapital ? 0.9 : 0.3;
  }

  /** "Katz's Deli" ends with the deli. */
  #endWithShort(place: Place, tokens: readonly NameToken[], end: number): number {
    const next = tokens[end];
    const isShort = isJoined(next, tokens[end - 1]) && next?.isCapital && this.#isShortFor(place, next.key);
    return isShort ? end + 1 : end;
  }

  /** "Deli" for "Delicatessen". */
  #isShortFor(place: Place, key: string): boolean {
    return [...(this.#keysOf.get(place.id) ?? [])].some(
      (own) => own === key || (key.length > 3 && own.startsWith(key)),
    );
  }

  /** The places that hold all of these words in their names. */
  #holders(keys: readonly string[]): Place[] {
    const telling = keys.filter((key) => !this.#ofCity.has(key));
    if (telling.length === 0) return [...this.#places];
    const postings = telling.map((key) => this.#postings.get(key) ?? []);
    const fewest = postings.reduce((least, other) => (other.length < least.length ? other : least));
    const places = new Map(fewest.map(({ form: { place } }) => [place.id, place] as const));
    return [...places.values()].filter(({ id }) => telling.every((key) => this.#keysOf.get(id)?.has(key)));
  }

  #joinedSighting(form: NameForm, tokens: readonly NameToken[], start: number, end: number): Sighting {
    const extent = widened(tokens, start, end);
    const strange = this.#strangeWeight(form.place, tokens.slice(extent.start, extent.end), (index) => {
      return index + extent.start >= start && index + extent.start < end;
    });
    const precision = form.total / (form.total + strange);
    const score = 0.95 * (0.25 + 0.75 * precision);
    return { place: form.place, form, start, end, score, weight: form.total, isTelling: tellsWhich(form) };
  }

  /** "Thip Samai" for "Thipsamai Pad Thai": two words that are one of its name. */
  #oneWord(text: string, tokens: readonly NameToken[], start: number): Sighting[] {
    const postings = this.#postings.get(text) ?? [];
    const [first] = postings;
    const said = tokens.slice(start, start + 2);
    if (!first || first.word.weight < TELLING_FROM || said.some(({ word }) => STOP_WORDS.has(word))) return [];
    if (!said[0]?.isCapital || postings.some(({ form }) => form.place.id !== first.form.place.id)) return [];
    const { form, word } = first;
    const { place } = form;
    return [{ place, form, start, end: start + 2, score: 0.9, weight: 2 * word.weight, isTelling: true }];
  }

  /** "Sensoji", "Highline", "Rijks Museum": the same letters, other spaces. */
  #joined(tokens: readonly NameToken[], hasCase: boolean): Sighting[] {
    const found: Sighting[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      for (let end = start + 1; end <= Math.min(tokens.length, start + 4); end += 1)
        found.push(...this.#joinedAt(tokens, start, end, hasCase));
    }
    return found;
  }

  #joinedAt(tokens: readonly NameToken[], start: number, end: number, hasCase: boolean): Sighting[] {
    const said = tokens.slice(start, end);
    const text = joinedOf(said);
    const isLoose = said.length > 1 && [said[0], said.at(-1)].some((token) => STOP_WORDS.has(token?.word ?? ""));
    if (isLoose || text.length < (said.length === 1 ? 4 : 6) || !isUnbroken(tokens, start, end - 1)) return [];
    const halves = said.length === 2 && text.length > 6 ? this.#oneWord(text, tokens, start) : [];
    if (!said.some(({ isCapital, word }) => (isCapital || !hasCase) && !isCommon(word))) return halves;
    const whole = (this.#byJoined.get(text) ?? []).map((form) => this.#joinedSighting(form, tokens, start, end));
    return [...halves, ...whole];
  }
}

function wordsOf(text: string): { word: string }[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({
      word: word
        .normalize("NFKD")
        .replace(/[\u0300-\u036f'’]/g, "")
        .toLowerCase(),
    }));
}

const saidOf = ({ words }: NameForm, keys: readonly string[]): number =>
  words.reduce((sum, { key, weight }) => sum + (keys.includes(key) ? weight : 0), 0);

const rank = ({ score, weight }: Sighting): number => score + Math.min(0.3, weight * 0.06);

const built = new WeakMap<CityPlaces, Gazetteer>();

/** The same cities are read for many texts; their names are taken apart once. */
export function createGazetteer(source: CityPlaces): Gazetteer {
  const known = built.get(source) ?? new CityGazetteer(source);
  built.set(source, known);
  return known;
}
