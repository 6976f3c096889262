/**
 * What is wrong with an argument, in words that mend it: what was expected, with every value that would do, and what
 * came. A validator's own texts name kinds of data; a model needs the list, the form of a date, where an id is from.
 */
import { z } from "zod";

type Schema = Readonly<Record<string, unknown>>;

const MOST_SHOWN = 60;

const isRecord = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where a path of keys and positions leads in arguments. */
const valueAt = (args: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], args);

/** The same path in a JSON Schema. */
const schemaAt = (schema: Schema, path: readonly PropertyKey[]): Schema =>
  path.reduce<Schema>((at, key) => {
    const next = typeof key === "number" ? at.items : isRecord(at.properties) ? at.properties[String(key)] : undefined;
    return isRecord(next) ? next : {};
  }, schema);

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** "from 1 to 20"; bounds that only a machine has are no help. */
function boundsOf({ minimum, maximum, exclusiveMinimum }: Schema): string {
  const least = typeof minimum === "number" && minimum > Number.MIN_SAFE_INTEGER ? minimum : null;
  const most = typeof maximum === "number" && maximum < Number.MAX_SAFE_INTEGER ? maximum : null;
  const above = typeof exclusiveMinimum === "number" ? ` above ${exclusiveMinimum}` : "";
  const from = least === null ? above : most === null ? ` of at least ${least}` : ` from ${least}`;
  return `${from}${most === null ? "" : `${from === "" ? " of at most" : least === null ? " and at most" : " to"} ${most}`}`;
}

function sizeOf(least: unknown, most: unknown, what: string): string {
  const from = typeof least === "number" && least > 0 ? least : null;
  if (typeof most !== "number") return from === null ? "" : ` of at least ${from} ${what}`;
  if (from === most) return ` of exactly ${most} ${what}`;
  return from === null ? ` of at most ${most} ${what}` : ` of ${from} to ${most} ${what}`;
}

const KINDS: Readonly<Record<string, (schema: Schema) => string>> = {
  integer: (schema) => `a whole number${boundsOf(schema)}`,
  number: (schema) => `a number${boundsOf(schema)}`,
  string: ({ minLength, maxLength }) => `text${sizeOf(minLength, maxLength, "characters")}`,
  boolean: () => "true or false",
  array: ({ minItems, maxItems, items }) =>
    `a list${sizeOf(minItems, maxItems, "entries")}${isRecord(items) ? `, each ${kindOf(items)}` : ""}`,
  object: () => "an object",
};

function kindOf(schema: Schema): string {
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.join(", ")}`;
  if (schema.format === "uuid") return "an id that a tool has returned, no name";
  if (schema.format === "date") return "a date that exists, as YYYY-MM-DD";
  return KINDS[String(schema.type)]?.(schema) ?? "something else";
}

function expectedBy(schema: Schema): string {
  const described = typeof schema.description === "string" ? ` (${schema.description})` : "";
  return `expected ${kindOf(schema)}${described}`;
}

/** What a validator says for a rule that says nothing. */
const UNSAID = "Invalid input";

/** A list of a thousand wrong ids is wrong in one way. */
const MOST_ISSUES = 8;

const MOST_KEYS = 8;
const keysShown = (keys: readonly string[]): string => {
  const more = keys.length > MOST_KEYS ? ` and ${keys.length - MOST_KEYS} more` : "";
  return `${keys.slice(0, MOST_KEYS).map(shown).join(", ")}${more}`;
};

/** One line an issue, without a full stop. */
export function argumentWords(input: z.ZodType, args: unknown, issues: readonly z.core.$ZodIssue[]): string[] {
  const schema = z.toJSONSchema(input, { io: "input" });
  const said = issues.slice(0, MOST_ISSUES).map((issue) => {
    const { path, message } = issue;
    const where = path.join(".") || "arguments";
    const at = schemaAt(schema, path);
    if (issue.code === "unrecognized_keys") {
      const known = isRecord(at.properties) ? Object.keys(at.properties).join(", ") : "";
      return `${where}: expected only ${known}, got ${keysShown(issue.keys)}`;
    }
    // Rules of our own say what they expect, and some are about several arguments at once.
    if (issue.code === "custom" && message !== UNSAID) return `${where}: ${message}`;
    const isOwn = message.startsWith("expected");
    return `${where}: ${isOwn ? message : expectedBy(at)}, got ${shown(valueAt(args, path))}`;
  });
  return issues.length > MOST_ISSUES ? [...said, `and ${issues.length - MOST_ISSUES} more`] : said;
}
