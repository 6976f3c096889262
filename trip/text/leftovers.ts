/** What no rule took: worth telling the traveller about when it holds more than everyday words. */
import { isEveryday } from "./everyday-words.ts";
import type { Reading } from "./reading.ts";

const MAX_SHOWN = 5;
const CHUNK = /(?:[^█,.;:!?()[\]"]|(?<=\d)[.:,](?=\d))+/gu;
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'.:,-]*(?<![.,:])/gu;

export function leftoversOf(reading: Reading): string[] {
  const chunks = [...reading.rest.matchAll(CHUNK)].flatMap(([chunk]) => {
    const words = [...chunk.matchAll(WORD)].map(([word]) => word);
    const first = words.findIndex((word) => !isEveryday(word));
    const last = words.findLastIndex((word) => !isEveryday(word));
    if (first < 0) return [];
    const said = words.slice(first, last + 1).join(" ");
    const isIdle = said.length < 2 ? !/\d/.test(said) : /^\d+(?:st|nd|rd|th)$/i.test(said);
    return isIdle ? [] : [said];
  });
  return [...new Set(chunks)].slice(0, MAX_SHOWN);
}
