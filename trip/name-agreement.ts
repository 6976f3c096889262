/**
 * Whether a stranger's title speaks of something that we know by name. All of the name has to be there, in any order and
 * in any of the languages that names are written in; a name of which many places have every word ("National Museum") is
 * never found this way.
 */
import { keyOf, nameTokens } from "./text/pasted/fold-name.ts";
import { FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./text/pasted/name-words.ts";

function keysOf(text: string): string[] {
  return nameTokens(text.replaceAll(/[’‘ʻʼ`´]/g, "'")).flatMap(({ word }) =>
    STOP_WORDS.has(word) ? [] : [keyOf(word)],
  );
}

const isTelling = (key: string): boolean => !KIND_KEYS.has(key) && !FILLER_WORDS.has(key);

/** "Lisbon: Jerónimos Monastery E-Ticket" speaks of "Mosteiro dos Jerónimos". */
export function speaksOf(title: string, name: string): boolean {
  const named = keysOf(name);
  const said = new Set(keysOf(title));
  return named.some(isTelling) && named.every((key) => said.has(key));
}

/** The same words, whatever their accents and order. */
export function isSameName(one: string, other: string): boolean {
  const [ours, theirs] = [keysOf(one), keysOf(other)].map((keys) => [...new Set(keys)].sort().join(" "));
  return ours !== "" && ours === theirs;
}
