/**
 * What the call log may say of a request. A parameter is told by its value where its name and its form show that it is
 * harmless (dates, counts, codes, switches); of every other only the name is told, and of some not even that. No word of
 * the answer: at most the code by which the vendor names what it did not like, and not that of one whose content is not
 * to be kept.
 */
import type { CallParameter, CallParameters } from "../../trip/vendor-calls.ts";
import type { Answer } from "./exchange.ts";
import type { Redactor } from "./secrets.ts";
import type { VendorRequest } from "./vendor-http.ts";

/** Who travels, who asks, and what lets us in. */
const UNTOLD =
  /key|secret|token|auth|passw|passport|credential|signature|session|cookie|mail|phone|birth|born|gender|nationalit|holder|(^|_)ages?$|names?$|^(given|family|first|last)_?/i;
/** "childrenAges", but not "pages" and "language". */
const AGES = /[a-z]Ages?$/;
const HARMLESS: readonly RegExp[] = [
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/,
  /^\d{1,6}(\.\d{1,2})?$/,
  /^(true|false)$/,
];
/** Where a word is one of a few. */
const CODED =
  /currenc|countr|origin|destin|depart|arriv|lang|locale|market|cabin|class|sort|order|unit|mode|format|type$/i;
const CODE = /^[A-Za-z]{2,3}(-[A-Za-z]{2,4})?$|^[a-z]+([_-][a-z]+){0,3}$|^[A-Z]+(_[A-Z]+){0,3}$/;
const CODE_LENGTH = 32;
const HIDDEN = "***";
/** Of one list or object, of levels, and of everything. */
const MOST = { members: 24, levels: 5, characters: 4_000, name: 40 };

const ERROR_CODE = /^(?:[A-Za-z][\w.:-]{0,59}|\d{1,6})$/;
const LONGEST_READ = 65_536;

function toldValue(name: string, value: string): string {
  const isCode = CODED.test(name) && value.length <= CODE_LENGTH && CODE.test(value);
  return isCode || HARMLESS.some((form) => form.test(value)) ? value : HIDDEN;
}

function told(name: string, value: unknown, levels: number): CallParameter {
  if (value === null || typeof value === "boolean") return value;
  // Broken numbers are coordinates: where somebody is going, to the metre.
  if (typeof value === "number") return Number.isSafeInteger(value) && Math.abs(value) < 1_000_000 ? value : HIDDEN;
  if (typeof value === "string") return toldValue(name, value);
  if (typeof value !== "object" || levels === 0) return HIDDEN;
  if (Array.isArray(value)) return value.slice(0, MOST.members).map((one) => told(name, one, levels - 1));
  return toldMembers(Object.entries(value), levels - 1);
}

function toldMembers(entries: readonly (readonly [string, unknown])[], levels: number): CallParameters {
  const isTold = (name: string): boolean => name.length <= MOST.name && !UNTOLD.test(name) && !AGES.test(name);
  const kept = entries.filter(([name, value]) => value !== undefined && isTold(name));
  return Object.fromEntries(kept.slice(0, MOST.members).map(([name, value]) => [name, told(name, value, levels)]));
}

type Parts = Pick<VendorRequest<unknown>, "query" | "json" | "form">;

export function parametersOf({ query, json, form }: Parts, redact: Redactor): CallParameters | null {
  const parts = Object.entries({ query, json, form }).filter(([, part]) => typeof part === "object" && part !== null);
  if (parts.length === 0) return null;
  const text = redact(JSON.stringify(toldMembers(parts, MOST.levels)));
  if (text.length > MOST.characters) return { tooMuch: text.length };
  const parsed: CallParameters = JSON.parse(text);
  return parsed;
}

export function endpointOf(
  { endpoint, path }: Pick<VendorRequest<unknown>, "endpoint" | "path">,
  redact: Redactor,
): string {
  return redact(endpoint ?? path.split("?")[0] ?? "").slice(0, 200);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** `{code}`, `{error: {code}}`, `{errors: [{code}]}` and their like. */
export function errorCodeOf({ text }: Answer, redact: Redactor): string | null {
  if (text.length > LONGEST_READ || !/^\s*\{/.test(text)) return null;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(content)) return null;
  const { error, errors } = content;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  const said = [error, first, content]
    .filter(isObject)
    .flatMap((one) => [one.code, one.status, one.type, one.errorCode]);
  const code = said.map(String).find((one) => ERROR_CODE.test(one) && one !== "undefined" && one !== "null");
  return code === undefined || redact(code) !== code ? null : code;
}
