/**
 * The arguments of a call as a result tells them back. A caller knows what it sent, so that a long text is told by its
 * beginning, a draft or a list by what it holds, and what nobody asked for not at all: no model reads its call twice.
 */
import { listed, plainText } from "../trip/export/words.ts";

const MOST_TEXT = 400;
/** UTF-8 bytes: a character of any script costs a model about as much for each of them. */
const MOST_NESTED = 1_000;
const MOST_IN_ALL = 3_000;
const MOST_NAME = 60;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? "");

const beginningOf = (text: string, most: number): string =>
  text.length > most ? `${plainText(text.slice(0, most))}…` : text;

/** "20 days" for a draft, "25 operations" for a list of that name. */
function summaryOf(name: string, value: object): string {
  const lists = Array.isArray(value)
    ? [[name, value] as const]
    : Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const told = lists.slice(0, 3).map(([of, entries]) => `${entries.length} ${beginningOf(of, MOST_NAME)}`);
  return told.length > 0 ? listed(told) : `${Object.keys(value).length} fields`;
}

function shortened(name: string, value: unknown): unknown {
  if (typeof value === "string") return beginningOf(value, MOST_TEXT);
  if (typeof value !== "object" || value === null) return value;
  return bytesOf(value) > MOST_NESTED ? summaryOf(name, value) : value;
}

/** Never more than about a thousand tokens, whatever came. */
export function echoed(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  let room = MOST_IN_ALL;
  let left = 0;
  for (const [name, value] of Object.entries(args)) {
    const entry = [beginningOf(name, MOST_NAME), shortened(name, value)] as const;
    const size = bytesOf(entry);
    if (size > room) left++;
    else {
      told[entry[0]] = entry[1];
      room -= size;
    }
  }
  return left > 0 ? { ...told, "…": `${left} more left out` } : told;
}
