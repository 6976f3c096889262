/**
 * What the places named speak for, day by day: each name for the cities that have it, the more the
 * fewer they are. It decides where no city is said, and doubts one that is only said in passing.
 */
import { nameTokens } from "./fold-name.ts";
import { isNameSaid, type NameIndex } from "./name-index.ts";
import type { SaidPlan } from "./said-days.ts";
import type { SourceText } from "./source-text.ts";

export interface CityEvidence {
  /** How much these days speak for the city, in names that only one city has; the last day not included. */
  support(city: number, from: number, until: number): number;
  /** The city the days speak for most; `null` where they speak for none. */
  best(from: number, until: number): number | null;
  /** The same for the whole text, what stands above the days included. */
  bestOfAll(): number | null;
}

export function cityEvidence(plan: SaidPlan, source: SourceText, index: NameIndex): CityEvidence {
  const above = supportIn(plan.preamble, index);
  const days = plan.days.map(({ head, lines }) => {
    const title = head ? [{ text: source.clean.slice(head.rest.from, head.rest.to) }] : [];
    return supportIn([...title, ...lines], index);
  });
  return {
    support: (city, from, until) => sumOf(days.slice(from, until)).get(city) ?? 0,
    best: (from, until) => largest(sumOf(days.slice(from, until))),
    bestOfAll: () => largest(sumOf([above, ...days])),
  };
}

type Support = ReadonlyMap<number, number>;

function sumOf(parts: readonly Support[]): Support {
  const sum = new Map<number, number>();
  for (const [city, weight] of parts.flatMap((part) => [...part])) sum.set(city, (sum.get(city) ?? 0) + weight);
  return sum;
}

function largest(support: Support): number | null {
  const [best] = [...support].toSorted(([city, weight], [other, more]) => more - weight || city - other);
  return best?.[0] ?? null;
}

/** A name said twice speaks once. */
function supportIn(lines: readonly { text: string }[], index: NameIndex): Support {
  const support = new Map<number, number>();
  const heard = new Set<string>();
  for (const { text } of lines) {
    const tokens = nameTokens(text);
    const said = index.namesIn(tokens).filter((name) => isNameSaid(name, tokens));
    for (const name of said) {
      for (const city of new Set(name.holders.map((holder) => holder.city))) {
        const places = name.holders.filter((holder) => holder.city === city).map(({ form }) => form.place.id);
        if (places.every((id) => heard.has(id))) continue;
        for (const id of places) heard.add(id);
        support.set(city, (support.get(city) ?? 0) + index.weightOf(name));
      }
    }
  }
  return support;
}
