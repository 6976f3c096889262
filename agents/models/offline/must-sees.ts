/** Sights the traveller insists on: searched by name in every city of the trip, taken only when the name fits. */
import { editDistance } from "../../../trip/text/edit-distance.ts";
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

/** The places the traveller does not want, by what the same searches found. */
export function unwantedPlaces(names: readonly string[], uses: readonly ToolUse[]): string[] {
  return resolveSights(names, uses, []).placeIds;
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

/** "Familla" is "familia"; in a short word a slip makes another word. */
function isSlipOf(said: string, known: string): boolean {
  const forgiven = said.length > 6 ? 2 : said.length > 3 ? 1 : 0;
  return editDistance(said, known) <= forgiven;
}

/** "highline", "Rijks Museum". */
const joined = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
const SHORTEST_JOINED = 6;

/** What was found by its meaning is something else of the same kind, never the sight that was named. */
function fits(name: string, { name: known, nameLocal, match }: PlaceHit): boolean {
  if (match === "meaning") return false;
  const asked = tellingWords(name);
  const words = [...tellingWords(known), ...tellingWords(nameLocal ?? "")];
  if (asked.length === 0) return fold(known).includes(fold(name));
  const told = asked.filter((word) => words.some((each) => isSlipOf(word, each)));
  if (told.length * 2 >= asked.length) return true;
  return joined(name).length >= SHORTEST_JOINED && joined(`${known}${nameLocal ?? ""}`).includes(joined(name));
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
