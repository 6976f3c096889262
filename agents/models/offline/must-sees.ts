/** Sights the traveller insists on: searched by name in every city of the trip, taken only when the name fits. */
import type { Resolution } from "./resolve-cities.ts";
import { type PlaceHit, placesResultSchema, read } from "./results.ts";
import type { ToolCall } from "./steps.ts";
import type { ToolUse } from "./thread.ts";

const MAX_SIGHTS = 10;
const MAX_TEXT = 120;

export interface SightsResolved {
  placeIds: string[];
  notes: string[];
}

/** Names that turned out to be no city may be sights: "Rome, Colosseum". */
export function sightNames(mustSee: readonly string[], { dropped }: Resolution): string[] {
  return [...new Set([...mustSee, ...dropped])].slice(0, MAX_SIGHTS);
}

export function sightSearches(names: readonly string[], { cities }: Resolution): ToolCall[] {
  return names.flatMap((text) =>
    cities.map(({ hit }) => ({
      name: "search_attractions",
      input: { cityId: hit.id, text: text.slice(0, MAX_TEXT), limit: 3 },
    })),
  );
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Words that many sights share say nothing about which one is meant. */
const COMMON_WORD =
  /^(?:the|and|museum|gallery|tower|palace|castle|church|cathedral|temple|park|garden|gardens|market|square|bridge|house|city|old|royal|national|saint|san|santa)$/;

const tellingWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !COMMON_WORD.test(word));

function fits(name: string, { name: known, nameLocal }: PlaceHit): boolean {
  const asked = tellingWords(name);
  const words = new Set([...tellingWords(known), ...tellingWords(nameLocal ?? "")]);
  if (asked.length === 0) return fold(known).includes(fold(name));
  return asked.filter((word) => words.has(word)).length * 2 >= asked.length;
}

function textOf(input: unknown): string {
  return typeof input === "object" && input !== null && "text" in input ? String(input.text) : "";
}

export function resolveSights(
  names: readonly string[],
  uses: readonly ToolUse[],
  dropped: readonly string[],
): SightsResolved {
  const found: SightsResolved = { placeIds: [], notes: [] };
  for (const name of names) {
    const hits = uses
      .filter(({ input }) => textOf(input) === name.slice(0, MAX_TEXT))
      .flatMap(({ result }) => read(placesResultSchema, result)?.places ?? []);
    const hit = hits.find((place) => fits(name, place));
    if (hit) found.placeIds.push(hit.id);
    else if (dropped.includes(name))
      found.notes.push(`I know no city or sight called “${name}”, so the plan leaves it out.`);
    else found.notes.push(`I could not find “${name}” among the places I know there, so the plan leaves it out.`);
  }
  return { ...found, placeIds: [...new Set(found.placeIds)] };
}
