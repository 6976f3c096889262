/**
 * What somebody typed for a city, read: which part may be a name, which part says where it is ("Paris, Texas",
 * "florence italy", "trip to rome"). Several readings stand side by side; the catalogue decides between them.
 */
import { readHint } from "../../trip/text/countries.ts";
import type { PlaceHint } from "../../trip/text/request.ts";
import { foldText } from "./fold.ts";

/** One way to read what was typed: a name, and what is said about where it is. */
export interface CityReading {
  name: string;
  qualifiers: string[];
  /** How much of a name's worth is left when it is read so, 0–1. */
  worth: number;
}

export interface CityQuery {
  folded: string;
  /** The part that names a city, as its writer marked it: all of it, or what stands before a comma or a country. */
  typedName: string;
  readings: CityReading[];
  /** Where slips of the pen are looked for: all that was typed, and the name alone. */
  slipNames: string[];
  /** A country or region named with the city, or alone. */
  place: PlaceHint | null;
  isPlaceAlone: boolean;
  /** Three letters may be an airport; `isShouted` when written as codes are. */
  code: { iata: string; isShouted: boolean } | null;
}

const LEADING =
  /^(?:(?:a|an|the|my|our|short|long|city|trip|visit|visiting|stay|staying|weekend|week|days|holidays?|vacation|break|getaway|honeymoon|flights?|fly|flying|travel|travelling|traveling|go|going|to|in|of|around|near|downtown|central|greater|metropolitan|metro|inner) )+/;
const TRAILING =
  /(?: (?:city|town|downtown|area|metro|region|cent(?:er|re)|please|trip|weekend|holidays?|vacation|getaway|break|tour|airport|europe|asia|africa|\d+))+$/;
const CONNECTING = /^(?:in|the|of)(?: |$)/;

/** "trip to rome", "greater boston", "prague city": what surrounds a name without being part of it. */
function withoutFillers(folded: string): string {
  const shorter = folded.replace(LEADING, "").replace(TRAILING, "");
  return shorter === "" ? folded : shorter;
}

const AROUND = 0.95;
/** A name among words that nobody understands may be meant; whoever reads the answer must not rely on it. */
export const AMONG_OTHERS = 0.45;
const MAX_WORDS = 8;

/** "granada spain", "granada in spain", and the other way round: "japan tokyo". */
function splitsOf(text: string, worth: number): CityReading[] {
  const words = text.split(" ").slice(0, MAX_WORDS);
  return words.slice(1).flatMap((_, index) => {
    const before = words.slice(0, index + 1).join(" ");
    const after = words.slice(index + 1).join(" ");
    return [
      { name: before, qualifiers: [after.replace(CONNECTING, "")].filter((part) => part !== ""), worth },
      { name: after, qualifiers: [before], worth: worth * AROUND },
    ];
  });
}

function runsOf(text: string): CityReading[] {
  const words = text.split(" ").slice(0, MAX_WORDS);
  const runs = words.flatMap((_, start) => words.slice(start).map((__, end) => words.slice(start, start + end + 1)));
  return runs
    .filter((run) => run.length < words.length)
    .map((run) => run.join(" "))
    .filter((name) => name.length > 3)
    .map((name) => ({ name, qualifiers: [], worth: AMONG_OTHERS }));
}

/** A nation in a country: people name it as they would a country, the catalogue keeps it as a region. */
export const isNation = (folded: string): boolean => /^(?:england|scotland|wales|northern ireland)$/.test(folded);

/** The country or region that ends the text, and what stands before it. */
function placeAtEnd(folded: string): { name: string; place: PlaceHint } | null {
  const words = folded.split(" ");
  for (let at = Math.max(0, words.length - 4); at < words.length; at++) {
    const place = readHint(words.slice(at).join(" "));
    if (place) return { name: words.slice(0, at).join(" ").replace(/ in$/, ""), place };
  }
  return null;
}

function partsOf(text: string): { name: string; qualifiers: string[] } {
  const [name = "", ...qualifiers] = text
    .split(/[,/()]/)
    .map(foldText)
    .filter((part) => part !== "");
  return { name, qualifiers };
}

function readCode(text: string): CityQuery["code"] {
  const typed = text.trim();
  return /^[a-z]{3}$/i.test(typed) ? { iata: typed.toUpperCase(), isShouted: typed === typed.toUpperCase() } : null;
}

export function readCityQuery(text: string): CityQuery {
  const folded = foldText(text);
  const cleaned = withoutFillers(folded);
  const whole: CityReading[] = [
    { name: folded, qualifiers: [], worth: 1 },
    ...(cleaned === folded ? [] : [{ name: cleaned, qualifiers: [], worth: AROUND }]),
  ];
  const { name, qualifiers } = partsOf(text);
  if (qualifiers.length > 0) {
    const bare = withoutFillers(name);
    const readings = [name, ...(bare === name ? [] : [bare])].map((each) => ({ name: each, qualifiers, worth: 1 }));
    const place = readHint(qualifiers[0] ?? "");
    const slipNames = [...new Set([folded, bare])];
    return {
      folded,
      typedName: name,
      readings: [...whole, ...readings],
      slipNames,
      place,
      isPlaceAlone: false,
      code: null,
    };
  }
  const ended = placeAtEnd(cleaned);
  const typedName = ended?.name || cleaned;
  return {
    folded,
    typedName,
    readings: [
      ...whole,
      ...splitsOf(folded, 1),
      ...(cleaned === folded ? [] : splitsOf(cleaned, AROUND)),
      ...runsOf(cleaned),
    ],
    slipNames: [...new Set([cleaned, typedName])],
    place: ended?.place ?? null,
    isPlaceAlone: ended?.name === "",
    code: readCode(text),
  };
}

const SHORTEST_VARIED = 4;
const LONGEST_VARIED = 24;

/** The names one slip of the fingers away that no index of similar spellings finds well: a swap, a letter too many. */
export function fingerSlips(name: string): string[] {
  const letters = [...name];
  if (letters.length < SHORTEST_VARIED || letters.length > LONGEST_VARIED) return [];
  const swapped = letters.slice(1).map((letter, at) =>
    letters
      .with(at, letter)
      .with(at + 1, letters[at] ?? "")
      .join(""),
  );
  const shortened = letters.map((_, at) => letters.toSpliced(at, 1).join(""));
  return [...new Set([...swapped, ...shortened])].filter((variant) => variant !== name);
}
