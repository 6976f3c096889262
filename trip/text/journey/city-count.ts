/** How many cities a journey visits: as it is said, or as many as its days have room for in a state. */
import { NUMBER, readNumber } from "../numbers.ts";
import { phrase } from "../reading.ts";
import { afterCorrections } from "./corrections.ts";

const NOT_BETWEEN =
  "days?|nights?|weeks?|people|persons?|individuals|adults|travell?ers?|travel\\p{L}*|trip|friends|guests|in|to|from|for|at|with|and|who|that|us|on|visit\\p{L}*|by|person|way|around|hours?";
const COUNTED = phrase(
  `(${NUMBER}|couple|pair|trio|a single)[- ](?:of )?(?:(?!(?:${NOT_BETWEEN})[ -])[\\p{L}'-]+ ){0,4}?(?:cit(?:y|ies)|towns?|destinations?|stops?|locations?)`,
);
const LABELLED = phrase(`(?:cities|towns|destinations|stops) ?[:=] ?(${NUMBER})`);
const GROUPS: Record<string, number> = { couple: 2, pair: 2, trio: 3, "a single": 1 };

export function readCityCount(text: string): number | null {
  const found = [...text.matchAll(COUNTED), ...text.matchAll(LABELLED)].map((match) => {
    const said = (match[1] ?? "").toLowerCase();
    return { count: GROUPS[said] ?? readNumber(said) ?? 1, start: match.index, end: match.index + match[0].length };
  });
  return afterCorrections(text, found)[0]?.count ?? null;
}

/** Two days a city, and one to come home. */
export function citiesFor(days: number): number {
  return Math.max(1, Math.floor((days - 1) / 2));
}
