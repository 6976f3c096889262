/**
 * A result that an assistant asked for without saying how much it wants is never long: what is longest in it is cut,
 * at whole entries, days and lines, until it fits, and a notice says what is missing and which call has the rest.
 */
import { type Asked, type Rest, restOfDays, restOfPage } from "./rest-of.ts";
import { estimatedTokens } from "./token-estimate.ts";

/** What the rest of a result may not take from its lists, however long it is. */
const LEAST_ROOM = 1_200;
/** A list shorter than that is not what makes a result long. */
const WORTH_CUTTING = 250;
/** Lists stand in the result or in one of its fields. */
const DEEPEST = 2;

type Fields = Record<string, unknown>;
type Shown = Readonly<Fields>;

interface Part {
  holder: Fields;
  key: string;
  path: string;
  tokens: number;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What can be cut: lists, and texts of many lines. */
function partsOf(holder: Fields, path: readonly string[] = []): Part[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    const here = [...path, key];
    const isCuttable = Array.isArray(value) || (typeof value === "string" && value.includes("\n"));
    if (isCuttable) return [{ holder, key, path: here.join("."), tokens: estimatedTokens(value) }];
    return isFields(value) && here.length < DEEPEST && key !== "request" ? partsOf(value, here) : [];
  });
}

/** The length that every part may have so that all of them are within `room`: short ones keep theirs. */
function levelOf(parts: readonly Part[], room: number): number {
  const sorted = parts.map(({ tokens }) => tokens).sort((a, b) => a - b);
  let left = room;
  for (const [index, tokens] of sorted.entries()) {
    const share = left / (sorted.length - index);
    if (tokens > share) return Math.max(0, share);
    left -= tokens;
  }
  return Number.POSITIVE_INFINITY;
}

/** As many from the beginning as fit, and one in any case: an empty list would say that there is nothing. */
function beginning<Entry>(entries: readonly Entry[], most: number): Entry[] {
  let left = most;
  const end = entries.findIndex((entry) => {
    left -= estimatedTokens(entry) + 1;
    return left < 0;
  });
  return end < 0 ? [...entries] : entries.slice(0, Math.max(1, end));
}

const isError = (entry: unknown): boolean => isFields(entry) && entry.severity === "error";

interface Cut {
  path: string;
  shown: number;
  of: number;
  what: string;
}

function cut({ holder, key, path }: Part, most: number): Cut {
  const value = holder[key];
  if (typeof value === "string") {
    const lines = value.split("\n");
    const kept = beginning(lines, most);
    holder[key] = kept.join("\n");
    return { path, shown: kept.length, of: lines.length, what: "lines" };
  }
  const entries: unknown[] = Array.isArray(value) ? value : [];
  // What is an error matters more than what is only worth knowing.
  const ordered = key === "violations" ? entries.toSorted((a, b) => Number(isError(b)) - Number(isError(a))) : entries;
  const kept = beginning(ordered, most);
  holder[key] = kept;
  return { path, shown: kept.length, of: entries.length, what: "entries" };
}

/** A list of one field of the result goes on where it ends now; what lies deeper is had by asking for all of it. */
function restOf({ path, shown }: Cut, view: Shown, asked: Asked): Rest | null {
  if (path !== "itinerary.days") return path.includes(".") ? null : restOfPage(asked, shown);
  const { itinerary } = view;
  const days: unknown[] = isFields(itinerary) && Array.isArray(itinerary.days) ? itinerary.days : [];
  const last = days.at(-1);
  return restOfDays(view, asked, isFields(last) && typeof last.dayNumber === "number" ? last.dayNumber : 0);
}

const IN_FULL = 'the same call with detail "full"';

function noticeOf({ path, shown, of, what }: Cut, rest: Rest | null): string {
  return `Too long to show at once: ${path} has ${shown} of ${of} ${what} here. The rest: ${rest?.call ?? IN_FULL}.`;
}

/** Half a file is none: only what is made for reading is shown in part. */
function withoutFile(copy: Fields, { uri }: Fitting): string[] {
  const { mediaType, text } = copy;
  const isFile = typeof mediaType === "string" && !mediaType.startsWith("text/markdown") && typeof text === "string";
  if (!isFile) return [];
  copy.text = null;
  const read = uri === undefined ? "" : `read ${uri}, or make `;
  return [`Too long to show at once: text is left out, since it is a file. To have it ${read}${IN_FULL}.`];
}

export interface Fitting extends Asked {
  /** Where the file that the result is about can be read. */
  uri?: string | undefined;
  mostTokens: number;
}

/** `view` as it is where it fits, else a shorter copy with notices and, where a call goes on, `nextCursor`. */
export function fitted(view: Shown, fitting: Fitting): Fields {
  const { mostTokens } = fitting;
  if (estimatedTokens(view) <= mostTokens) return { ...view };
  const copy = structuredClone(view) as Fields;
  const notices = withoutFile(copy, fitting);
  const whole = estimatedTokens(copy);
  const parts = partsOf(copy).filter(({ tokens, key }) => tokens > WORTH_CUTTING && key !== "notices");
  const fixed = whole - parts.reduce((all, { tokens }) => all + tokens, 0);
  const level =
    whole > mostTokens ? levelOf(parts, Math.max(mostTokens - fixed, LEAST_ROOM)) : Number.POSITIVE_INFINITY;
  for (const part of parts.filter(({ tokens }) => tokens > level)) {
    const made = cut(part, level);
    const rest = restOf(made, copy, fitting);
    if (rest) copy.nextCursor = rest.cursor;
    notices.push(noticeOf(made, rest));
  }
  // First, since of many notices the last may not be read.
  copy.notices = [...notices, ...(Array.isArray(copy.notices) ? copy.notices : [])];
  return copy;
}
