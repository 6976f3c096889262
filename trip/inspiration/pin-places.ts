/**
 * Places that pins name: a name of the catalogue said in full, in the cities of the trip. What could be several places is
 * told with all of them, and nothing is decided here: a traveller says which they meant.
 */
import type { Place } from "../place.ts";
import { isCommon, isNationality } from "../text/common-words.ts";
import { type NameToken, nameTokens } from "../text/pasted/fold-name.ts";
import { type CityPlaces, createGazetteer, type Gazetteer, type Sighting } from "../text/pasted/gazetteer.ts";
import { cityKeys } from "../text/pasted/name-forms.ts";
import { CONCEPT_WORDS, FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "../text/pasted/name-words.ts";
import { type PinWords, wordsOf } from "./pin-interests.ts";

/** What somebody may have meant by some words. */
export interface NamedPlaces {
  /** As it was written. */
  readonly said: string;
  readonly pinIds: readonly string[];
  /** One, or several that the words fit alike. */
  readonly places: readonly Place[];
}

/** Written like the name of a sight, and no place of the catalogue. */
export interface UnknownName {
  readonly said: string;
  readonly pinIds: readonly string[];
}

export interface PlacesOfPins {
  readonly named: readonly NamedPlaces[];
  readonly unknown: readonly UnknownName[];
}

/** From here on words are a place's name, said in full or nearly. */
const LEAST_SCORE = 0.8;
const WHOLE_NAME = 0.95;
/** Nearer than this, two places are both possible. */
const CLOSE = { score: 0.06, weight: 0.4 } as const;
const MOST_CHOICES = 5;
const MOST_NAMED = 60;
const MOST_UNKNOWN = 40;
/** Words of a name that nobody knows yet. */
const NAME_WORDS = { least: 2, most: 6 } as const;

/** "British Museum", "Café Central": words of everybody's that are a name together; "the castle" alone is none. */
const isWholeName = ({ score, form }: Sighting): boolean => score >= WHOLE_NAME && form.words.length > 1;

const overlaps = (a: Sighting, b: Sighting): boolean => a.start < b.end && b.start < a.end;
const worth = ({ score, weight }: Sighting): number => score + Math.min(0.3, weight * 0.06);

function alternatives(best: Sighting, found: readonly Sighting[]): Place[] {
  const close = found.filter(
    (other) =>
      overlaps(best, other) && best.score - other.score < CLOSE.score && best.weight - other.weight < CLOSE.weight,
  );
  const places = new Map([best, ...close].map(({ place }) => [place.id, place] as const));
  return [...places.values()].slice(0, MOST_CHOICES);
}

interface Said {
  from: number;
  to: number;
  places: Place[];
}

function placesIn(tokens: readonly NameToken[], gazetteers: readonly Gazetteer[]): Said[] {
  const found = gazetteers
    .flatMap((gazetteer) => gazetteer.sightings(tokens, { isExact: true }))
    .filter((sighting) => sighting.score >= LEAST_SCORE && (sighting.isTelling || isWholeName(sighting)))
    .sort((a, b) => worth(b) - worth(a));
  const taken: Sighting[] = [];
  for (const best of found) if (!taken.some((other) => overlaps(other, best))) taken.push(best);
  return taken.map((best) => ({
    from: tokens[best.start]?.from ?? 0,
    to: tokens[best.end - 1]?.to ?? 0,
    places: alternatives(best, found),
  }));
}

const CONNECTOR = /^(?:of|de|da|do|di|del|des|du|la|le|the)$/;

/** A run of words written large, with small ones between them; anything but a space ends it. */
function runs(tokens: readonly NameToken[], isFree: (token: NameToken) => boolean): NameToken[][] {
  const found: NameToken[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const run = found.at(-1) ?? [];
    const next = tokens[at + 1];
    const isNext = run.length === 0 || token.gap === " ";
    const isBetween = run.length > 0 && isNext && next?.isCapital === true && next.gap === " ";
    const isInside = isBetween && CONNECTOR.test(token.word);
    const isArticle = token.word === "the" && !isInside;
    const isName = isFree(token) && !isArticle && (isInside || (token.isCapital && !isCommon(token.word)));
    if (isName && isNext) run.push(token);
    else found.push(isName && token.isCapital ? [token] : []);
  }
  return found;
}

function unknownIn(
  text: string,
  tokens: readonly NameToken[],
  said: readonly Said[],
  ofCity: ReadonlySet<string>,
): string[] {
  const isFree = ({ from, to }: NameToken): boolean => !said.some((one) => from < one.to && one.from < to);
  const isOwn = ({ word, key }: NameToken): boolean =>
    ![KIND_KEYS, FILLER_WORDS, ofCity].some((words) => words.has(key)) &&
    ![STOP_WORDS, CONCEPT_WORDS, FILLER_WORDS].some((words) => words.has(word)) &&
    !isNationality(word) &&
    !/^\p{N}+$/u.test(word);
  return runs(tokens, isFree).flatMap((run) => {
    const isSight = run.some(({ key }) => KIND_KEYS.has(key)) && run.some(isOwn);
    const [first, last] = [run[0], run.at(-1)];
    const isName = isSight && run.length >= NAME_WORDS.least && run.length <= NAME_WORDS.most;
    return isName && first && last ? [text.slice(first.from, last.to)] : [];
  });
}

const folded = (said: string): string =>
  nameTokens(said)
    .map(({ key }) => key)
    .join(" ");

/** Pins are read one by one, so that whoever has many can let others in between. */
export interface PinPlaceReader {
  read(pin: PinWords): void;
  found(): PlacesOfPins;
}

interface Counted {
  said: string;
  pinIds: Set<string>;
}

const often = (a: Counted, b: Counted): number => b.pinIds.size - a.pinIds.size;
const told = <One extends Counted>(one: One): Omit<One, "pinIds"> & { pinIds: string[] } => ({
  ...one,
  pinIds: [...one.pinIds],
});

function count<One extends Counted>(counted: Map<string, One>, key: string, pinId: string, made: () => One): void {
  const one = counted.get(key) ?? made();
  one.pinIds.add(pinId);
  counted.set(key, one);
}

export function createPinPlaceReader(cities: readonly CityPlaces[]): PinPlaceReader {
  const gazetteers = cities.map(createGazetteer);
  const ofCity = cityKeys(cities.flatMap(({ city }) => [city.name, city.nameLocal ?? "", city.countryName]));
  const named = new Map<string, Counted & { places: Place[] }>();
  const unknown = new Map<string, Counted>();
  return {
    read: (pin) => {
      for (const words of wordsOf(pin)) {
        const text = words.replace(/[‘’ʼ`´]/gu, "'");
        const tokens = nameTokens(text);
        const said = placesIn(tokens, gazetteers);
        for (const { from, to, places } of said) {
          const key = places.map(({ id }) => id).toSorted();
          count(named, key.join(), pin.id, () => ({ said: text.slice(from, to), pinIds: new Set(), places }));
        }
        for (const name of unknownIn(text, tokens, said, ofCity)) {
          count(unknown, folded(name), pin.id, () => ({ said: name, pinIds: new Set() }));
        }
      }
    },
    found: () => ({
      named: [...named.values()].sort(often).slice(0, MOST_NAMED).map(told),
      unknown: [...unknown.values()].sort(often).slice(0, MOST_UNKNOWN).map(told),
    }),
  };
}
