/**
 * Meaning without a network: a text becomes 256 numbers, the same ones everywhere, by rules one can read.
 * One dimension for each family of travel words (`travel-concepts.ts`) carries the meaning; the others hold
 * hashed words and letter triples of what no family knows, names above all, so that these still find each
 * other. What a text says in its type, interests and tags counts more than what its description mentions;
 * saying a thing often counts little more than saying it once; what most places share is damped. The result
 * has length 1, so that a dot product is the cosine. It knows English and this lexicon, nothing else.
 */
import type { Embedder } from "../../trip/ports.ts";
import { COMMON, RELATED } from "./related-concepts.ts";
import { CONCEPTS, type Concept } from "./travel-concepts.ts";

/** Raise with every change of the method or the lexicon: stored vectors of another version mean something else. */
export const LOCAL_MODEL = "local/2";
const DIMENSIONS = 256;
const NAMES = Object.keys(CONCEPTS) as Concept[];
const HASHED_FROM = NAMES.length;

/** Lines of a place's text that say what it is; any other line is prose. */
const LINE_WEIGHTS: Record<string, number> = { type: 3, interests: 2, tags: 1.6, diets: 1.6, manner: 0.5, name: 1.2 };
const WORD_WEIGHT = 0.55;
const TRIPLE_WEIGHT = 0.12;

const STOP_WORDS = new Set(
  "a an and are as at be but by can do find for from get go good great has have i in into is it its like me my near nice no not of off on one or our out place places see so some somewhere spot that the their there these they thing things this to two up us visit want was we were what when where which who will with without would you your".split(
    " ",
  ),
);

function foldWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** "churches" and "church" are one word; no more grammar than that. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

const phraseOf = (text: string): string => foldWords(text).map(stem).join(" ");

/** Phrase → the families it belongs to. */
const LEXICON: ReadonlyMap<string, readonly Concept[]> = (() => {
  const lexicon = new Map<string, Concept[]>();
  for (const concept of NAMES) {
    for (const phrase of new Set(CONCEPTS[concept].split(",").map(phraseOf))) {
      lexicon.set(phrase, [...(lexicon.get(phrase) ?? []), concept]);
    }
  }
  return lexicon;
})();
const LONGEST_PHRASE = Math.max(...[...LEXICON.keys()].map((phrase) => phrase.split(" ").length));

const LEAST_ROOT = 4;

/** "Bullfighting" where the lexicon has "bullfight": only words it lacks are cut. */
function familiesOf(phrase: string): readonly Concept[] | undefined {
  const known = LEXICON.get(phrase);
  const root = /^(\p{L}+?)ing$/u.exec(phrase)?.[1] ?? "";
  if (known || root.length < LEAST_ROOT) return known;
  return LEXICON.get(root) ?? LEXICON.get(`${root}e`) ?? LEXICON.get(root.replace(/(.)\1$/u, "$1"));
}

/** FNV-1a: small, and the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

interface Counted {
  concepts: Map<Concept, number>;
  words: Map<string, number>;
}

const add = <Key>(to: Map<Key, number>, key: Key, weight: number): void => {
  to.set(key, (to.get(key) ?? 0) + weight);
};

/** Longest phrases first, so that "ice cream" is not cream, "modern art" not only art. */
function countLine(words: readonly string[], weight: number, counted: Counted): void {
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 1 && !LEXICON.has(words.slice(at, at + length).join(" "))) length -= 1;
    const phrase = words.slice(at, at + length).join(" ");
    const concepts = familiesOf(phrase);
    for (const concept of concepts ?? []) add(counted.concepts, concept, weight);
    if (!STOP_WORDS.has(phrase)) add(counted.words, phrase, concepts ? weight / 3 : weight);
    at += length;
  }
}

function count(text: string): Counted {
  const counted: Counted = { concepts: new Map(), words: new Map() };
  for (const line of text.split("\n")) {
    const label = /^(\w+): /.exec(line)?.[1] ?? "";
    const weight = LINE_WEIGHTS[label];
    countLine(foldWords(weight === undefined ? line : line.slice(label.length + 1)).map(stem), weight ?? 1, counted);
  }
  return counted;
}

function addHashed(vector: number[], feature: string, weight: number): void {
  const value = hash(feature);
  const at = HASHED_FROM + (value % (DIMENSIONS - HASHED_FROM));
  vector[at] = (vector[at] ?? 0) + ((value >>> 16) & 1 ? weight : -weight);
}

const triplesOf = (word: string): string[] => {
  const padded = `^${word}$`;
  return [...padded].slice(2).map((_, at) => padded.slice(at, at + 3));
};

function vectorOf(text: string): number[] {
  const { concepts, words } = count(text);
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  const raise = (concept: Concept, weight: number): void => {
    const at = NAMES.indexOf(concept);
    vector[at] = (vector[at] ?? 0) + weight * (COMMON[concept] ?? 1);
  };
  for (const [concept, weight] of concepts) {
    raise(concept, Math.sqrt(weight));
    for (const [near, share] of Object.entries(RELATED[concept] ?? {}))
      raise(near as Concept, Math.sqrt(weight) * share);
  }
  for (const [word, weight] of words) {
    addHashed(vector, word, WORD_WEIGHT * Math.sqrt(weight));
    for (const triple of triplesOf(word)) addHashed(vector, triple, TRIPLE_WEIGHT * Math.sqrt(weight));
  }
  return unit(vector);
}

/** Nothing said at all still needs a direction: the cosine of a zero vector is not a number. */
function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? vector.map((_, at) => (at === DIMENSIONS - 1 ? 1 : 0)) : vector.map((value) => value / length);
}

export function createLocalEmbedder(): Embedder {
  return {
    model: LOCAL_MODEL,
    dimensions: DIMENSIONS,
    nearEnough: 0.16,
    embed: (texts) => Promise.resolve(texts.map(vectorOf)),
  };
}
