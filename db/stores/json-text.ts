/** JSON as `jsonb` takes it: PostgreSQL refuses the character 0 and half a surrogate pair, which a model may well write. */

/** Escapes are read as pairs, so that a backslash which is text itself is let by. */
const ESCAPE = /\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g;
const UNKNOWN = "\\ufffd";

export function jsonText(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes("\\u")) return json;
  return json.replace(ESCAPE, (found) => (found.length > 2 ? UNKNOWN : found));
}
