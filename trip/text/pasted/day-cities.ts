/**
 * The city of each day: said in its heading or by a journey, else the one before. A day trip is a day
 * elsewhere and home again.
 */

import { foldWord, nameTokens } from "./fold-name.ts";
import type { CityPlaces } from "./gazetteer.ts";
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
    const found: CityMention[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      for (let count = Math.min(MOST_WORDS, tokens.length - start); count > 0; count -= 1) {
        const words = tokens.slice(start, start + count);
        const city = this.#byName.get(words.map(({ word }) => word).join(" "));
        const [first] = words;
        const last = words.at(-1);
        if (city === undefined || !first?.isCapital || !last) continue;
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
const FROM = /\b(?:from|leaving|leave|depart(?:ing)?(?: from)?|out of|flying from|of)\s+$/iu;

function lastNamed(line: { text: string; from: number } | null, names: CityNames): number | null {
  if (!line) return null;
  const mentions = names
    .find(line.text, line.from)
    .filter((mention) => !FROM.test(line.text.slice(0, mention.from - line.from)));
  return mentions.at(-1)?.city ?? null;
}

function headOf({ head }: SaidDay, { clean }: SourceText): { text: string; from: number } | null {
  return head ? { text: clean.slice(head.rest.from, head.rest.to), from: head.rest.from } : null;
}

function goneTo(lines: readonly TextLine[], names: CityNames, current: number | null): number | null {
  let found: number | null = null;
  for (const { text, from } of lines) {
    for (const mention of names.find(text, from)) {
      const before = text.slice(0, mention.from - from);
      const isThere = mention.city !== current && GOING.test(before) && !isPartOfName(text, mention, from);
      if (isThere && !FROM.test(before)) found = mention.city;
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
}

export function citiesOfDays(plan: SaidPlan, source: SourceText, { names, first }: CityOptions): DayCity[] {
  let current = first;
  return plan.days.map((day) => {
    const head = headOf(day, source);
    const section = day.section ? lastNamed(day.section, names) : null;
    const inHead =
      lastNamed(head, names) ?? (day === plan.days.find((other) => other.section === day.section) ? section : null);
    const going = inHead ?? goneTo(day.lines, names, current);
    const said = [head?.text ?? "", ...day.lines.map(({ text }) => text)].find((text) => DAY_TRIP.test(text));
    const isDayTrip = said !== undefined && going !== null && going !== current;
    const city = going ?? current;
    if (!isDayTrip) current = city;
    return { city, isSaid: going !== null, isDayTrip };
  });
}

/** The first city named above the days that is no origin; `null` when none is. */
export function firstCityNamed(plan: SaidPlan, source: SourceText, names: CityNames): number | null {
  const above = plan.preamble.flatMap(({ text, from }) =>
    names
      .find(text, from)
      .filter(
        (mention) => !/\bfrom\s+$/i.test(text.slice(0, mention.from - from)) && !isPartOfName(text, mention, from),
      ),
  );
  if (above[0]) return above[0].city;
  for (const day of plan.days) {
    const head = headOf(day, source);
    const named = head ? names.find(head.text, head.from) : [];
    if (named[0]) return named[0].city;
  }
  return null;
}
