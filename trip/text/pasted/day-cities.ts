/**
 * The city of each day: said in its heading or by a journey, else the one before. A day trip is a day
 * elsewhere and home again. Where what is named speaks against what is said ("Palermo" is also a
 * quarter of Buenos Aires), or for another city where none is said, the names decide.
 */

import { isCommon } from "../common-words.ts";
import type { CityEvidence } from "./city-evidence.ts";
import { foldWord, nameTokens, writesCase } from "./fold-name.ts";
import type { CityPlaces } from "./gazetteer.ts";
import { joinedOf } from "./name-forms.ts";
import type { NameIndex } from "./name-index.ts";
import type { SaidDay, SaidPlan } from "./said-days.ts";
import type { SourceText } from "./source-text.ts";
import type { TextLine } from "./text-lines.ts";

export interface CityMention {
  /** Index into the cities. */
  city: number;
  from: number;
  to: number;
}

const MOST_WORDS = 4;
/** Of a city's name in a line without capitals. */
const LEAST_LETTERS = 4;

export class CityNames {
  readonly #byName = new Map<string, number>();

  constructor(cities: readonly CityPlaces[]) {
    for (const [index, { city, otherNames = [] }] of cities.entries()) {
      for (const name of [city.name, city.nameLocal ?? "", ...otherNames, city.name.replace(/ City$/, "")]) {
        const folded = foldedName(name);
        if (folded.length > 2 && !this.#byName.has(folded)) this.#byName.set(folded, index);
      }
    }
  }

  get words(): ReadonlySet<string> {
    return new Set(this.#byName.keys());
  }

  find(text: string, offset: number): CityMention[] {
    const tokens = nameTokens(text, offset);
    const hasCase = writesCase(tokens);
    const found: CityMention[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      for (let count = Math.min(MOST_WORDS, tokens.length - start); count > 0; count -= 1) {
        const words = tokens.slice(start, start + count);
        const city = this.#byName.get(words.map(({ word }) => word).join(" "));
        const [first] = words;
        const last = words.at(-1);
        if (city === undefined || !first || !last) continue;
        if (!first.isCapital && (hasCase || isCommon(first.word) || first.word.length < LEAST_LETTERS)) continue;
        found.push({ city, from: first.from, to: last.to });
        start += count - 1;
        break;
      }
    }
    return found;
  }
}

function foldedName(name: string): string {
  return name
    .replace(/[’]/g, "'")
    .split(/[\s-]+/)
    .map(foldWord)
    .join(" ")
    .trim();
}

/** "Porto Cathedral" and "Lisbon-style" are about a thing, not about being there. */
function isPartOfName(text: string, { to }: CityMention, offset: number): boolean {
  return /^(?:[ ]\p{Lu}|-\p{L}|'s \p{L})/u.test(text.slice(to - offset));
}

const DAY_TRIP = /\b(?:day[- ]?trip|excursion|day out|half-day trip)\b/iu;
const GOING =
  /\b(?:trains?|fly|flight|bus|coach|drive|transfer|travel(?:ling)?|head|depart(?:ure)?|move|journey|ferry|shinkansen|eurostar|arriv(?:e|al|ing)|check[- ]?in|onward|continue|leave|rail)\b[^.;\n]{0,60}?(?:\b(?:to|in|at|for|into)\b|->|;|-)\s*(?:the )?(?:\p{L}+ ){0,2}$/iu;
const FROM = /\b(?:from|leaving|leave|depart(?:ing)?(?: from)?|out of|flying from|of|de|di)\s+$/iu;

type Trusts = (mention: CityMention) => boolean;

function lastNamed(line: { text: string; from: number } | null, names: CityNames, trusts: Trusts): number | null {
  if (!line) return null;
  const mentions = names
    .find(line.text, line.from)
    .filter((mention) => !FROM.test(line.text.slice(0, mention.from - line.from)) && trusts(mention));
  return mentions.at(-1)?.city ?? null;
}

/** "Berlin and Prague in four days" over all of them says of none where it is. */
function onlyNamed(line: TextLine | null, names: CityNames, trusts: Trusts): number | null {
  const cities = new Set(line ? names.find(line.text, line.from).map(({ city }) => city) : []);
  return cities.size === 1 ? lastNamed(line, names, trusts) : null;
}

function headOf({ head }: SaidDay, { clean }: SourceText): { text: string; from: number } | null {
  return head ? { text: clean.slice(head.rest.from, head.rest.to), from: head.rest.from } : null;
}

function goneTo(lines: readonly TextLine[], names: CityNames, current: number, trusts: Trusts): number | null {
  let found: number | null = null;
  for (const { text, from } of lines) {
    for (const mention of names.find(text, from)) {
      const before = text.slice(0, mention.from - from);
      const isThere = mention.city !== current && GOING.test(before) && !isPartOfName(text, mention, from);
      if (isThere && !FROM.test(before) && trusts(mention)) found = mention.city;
    }
  }
  return found;
}

export interface DayCity {
  city: number;
  /** Said by the text, not only carried over. */
  isSaid: boolean;
  isDayTrip: boolean;
}

export interface CityOptions {
  names: CityNames;
  /** Where the trip is when the text says nothing. */
  first: number;
  evidence: CityEvidence;
  index: NameIndex;
}

/** So much more must speak for staying than for a journey that is said in so many words. */
const JOURNEY_TRUST = 2;
/** From here on the names of a day move it. */
const ENOUGH = 1.6;
const TIMES_MORE = 3;

export function citiesOfDays(plan: SaidPlan, source: SourceText, options: CityOptions): DayCity[] {
  const { names, first } = options;
  const until = stretches(plan, source, names);
  const named = citiesNamed(plan, source, names);
  let current = first;
  return plan.days.map((day, index) => {
    const end = until[index] ?? index + 1;
    const doubt = { source, current, index, end, options };
    const head = headOf(day, source);
    const isFirstOfSection = day === plan.days.find((other) => other.section === day.section);
    const trustsHead: Trusts = (mention) => !isOutweighed(mention, { ...doubt, trust: 0 });
    const inHead =
      lastNamed(head, names, trustsHead) ?? (isFirstOfSection ? onlyNamed(day.section, names, trustsHead) : null);
    const trustsLine: Trusts = (mention) => !isOutweighed(mention, { ...doubt, trust: JOURNEY_TRUST });
    const going = inHead ?? goneTo(day.lines, names, current, trustsLine);
    const said = [head?.text ?? "", ...day.lines.map(({ text }) => text)].find((text) => DAY_TRIP.test(text));
    const isDayTrip = said !== undefined && going !== null && going !== current;
    const city = going ?? spokenFor(index, current, { named, evidence: options.evidence });
    if (!isDayTrip) current = city;
    return { city, isSaid: going !== null, isDayTrip };
  });
}

/** For each day where the next begins whose heading names a city. */
function stretches(plan: SaidPlan, source: SourceText, names: CityNames): number[] {
  const heads = plan.days.map((day) => lastNamed(headOf(day, source), names, () => true));
  return heads.map((_, index) => {
    const next = heads.findIndex((city, other) => other > index && city !== null);
    return next === -1 ? heads.length : next;
  });
}

function citiesNamed(plan: SaidPlan, source: SourceText, names: CityNames): ReadonlySet<number> {
  const lines = [
    ...plan.preamble,
    ...plan.days.flatMap((day) => [headOf(day, source) ?? [], day.section ?? []].flat()),
  ];
  return new Set(lines.flatMap(({ text, from }) => names.find(text, from)).map(({ city }) => city));
}

interface Doubt {
  source: SourceText;
  current: number;
  index: number;
  end: number;
  options: CityOptions;
  /** How much more must speak for staying; 0 for a heading, which only a namesake here makes doubtful. */
  trust: number;
}

/** Whether staying is more likely than that this names the city. */
function isOutweighed(mention: CityMention, { source, current, index, end, options, trust }: Doubt): boolean {
  if (mention.city === current) return false;
  const { evidence } = options;
  const here = evidence.support(current, index, end);
  const there = evidence.support(mention.city, index, end);
  if (isNamesake(mention, source, current, options.index)) return here >= there;
  return trust > 0 && here >= there + trust;
}

/** A quarter of the city that is called so, or the beginning or end of a name of its own: "Little Venice". */
function isNamesake({ from, to }: CityMention, { clean }: SourceText, current: number, index: NameIndex): boolean {
  if (index.gazetteers[current]?.areas.has(joinedOf(nameTokens(clean.slice(from, to))))) return true;
  const start = clean.lastIndexOf("\n", from) + 1;
  const line = clean.slice(start).split("\n", 1)[0] ?? "";
  const tokens = nameTokens(line, start);
  return index
    .namesOf(current, tokens)
    .some((name) => (tokens[name.start]?.from ?? to) <= from && (tokens[name.end - 1]?.to ?? from) >= to);
}

/**
 * The day's own names, where it says no city: hardly any of this one, and several of another. A city
 * that the text never names takes no day of one that does name cities: its sights are there by mistake.
 */
function spokenFor(
  index: number,
  current: number,
  { named, evidence }: { named: ReadonlySet<number>; evidence: CityEvidence },
): number {
  const best = evidence.best(index, index + 1);
  if (best === null || best === current) return current;
  const there = evidence.support(best, index, index + 1);
  const here = evidence.support(current, index, index + 1);
  const isPossible = named.size === 0 || named.has(best);
  return isPossible && there >= ENOUGH && there >= TIMES_MORE * here ? best : current;
}

/** "From Paris", "Bosques de Palermo"; but "the best of Lisbon" is there. */
const ORIGIN_OR_NAME = /\b(?:from|de|di)\s+$/iu;

/** So much more the names of the first day must speak for a city that is named later than another. */
const MORE_ON_FIRST_DAY = 0.8;

/** Where it begins: named above the days and no origin; of several the first, unless its own day speaks for another. */
export function firstCityNamed(
  plan: SaidPlan,
  source: SourceText,
  { names, evidence }: { names: CityNames; evidence: CityEvidence },
): number | null {
  const above = plan.preamble.flatMap(({ text, from }) =>
    names
      .find(text, from)
      .filter(
        (mention) => !/\bfrom\s+$/i.test(text.slice(0, mention.from - from)) && !isPartOfName(text, mention, from),
      )
      .map(({ city }) => city),
  );
  const support = (city: number): number => evidence.support(city, 0, 1);
  const [first, ...others] = above;
  if (first !== undefined) {
    return others.reduce((best, city) => (support(city) >= support(best) + MORE_ON_FIRST_DAY ? city : best), first);
  }
  for (const day of plan.days) {
    const head = headOf(day, source);
    const named = head ? names.find(head.text, head.from) : [];
    const [there] = named.filter(({ from }) => !ORIGIN_OR_NAME.test(head?.text.slice(0, from - head.from) ?? ""));
    if (there) return there.city;
  }
  return null;
}
