/**
 * What a file of OpenStreetMap says, whatever its format. A country is mostly untagged nodes, so nothing
 * makes an object of every element: a reader is asked three narrow questions, one pass each: which elements
 * carry tags of interest, which nodes these ways are made of, and where these nodes are.
 */
import { isDate } from "../../../trip/calendar.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import type { IdSet } from "./geometry/id-set.ts";

export type Tags = Readonly<Record<string, string | undefined>>;

/** Everything said of an element besides its geometry. `date` is the day of its last edit. */
export interface TaggedElement {
  readonly id: number;
  readonly tags: Tags;
  readonly date: string | null;
}

export interface TaggedNode extends TaggedElement {
  readonly lat: number;
  readonly lon: number;
}

export interface TaggedWay extends TaggedElement {
  readonly refs: readonly number[];
  /** As some extracts write it, in place of the nodes. */
  readonly center: { readonly lat: number; readonly lon: number } | null;
}

export interface Member {
  readonly type: "node" | "way" | "relation";
  readonly ref: number;
  readonly role: string;
}

export interface TaggedRelation extends TaggedElement {
  readonly members: readonly Member[];
  readonly center: { readonly lat: number; readonly lon: number } | null;
}

/** A key's values that make an element worth looking at: any of them, these, or none. */
export type WantedValues = (key: string) => "any" | "none" | ReadonlySet<string>;

export interface TaggedVisitor {
  readonly wanted: WantedValues;
  readonly node: (node: TaggedNode) => void;
  readonly way: (way: TaggedWay) => void;
  readonly relation: (relation: TaggedRelation) => void;
}

export interface ScanOptions {
  readonly signal: AbortSignal;
  /** The part of this pass that is done, 0–1. */
  readonly onProgress: (done: number) => void;
}

export interface ElementSource {
  /** The day the file's data is of, where the file says it. */
  readonly dataDate: string | null;
  /** Elements with a wanted tag, deleted ones left out, in the order of the file. */
  scanTagged(visitor: TaggedVisitor, options: ScanOptions): Promise<void>;
  scanWays(ids: IdSet, visit: (index: number, refs: readonly number[]) => void, options: ScanOptions): Promise<void>;
  scanNodes(ids: IdSet, visit: (index: number, lat: number, lon: number) => void, options: ScanOptions): Promise<void>;
}

/** OpenStreetMap began in August 2004: an earlier date is a file's way of not saying. */
const BEGINNING = "2004-08-01";

/** The day of an instant as files write it, `null` for none. */
export function editDay(instant: string | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(instant ?? "")?.[0];
  return day === undefined || !isDate(day) || day < BEGINNING ? null : day;
}

/** `where` is a byte offset, or a line and column. */
export function unreadable(path: string, where: string, problem: string, cause?: unknown): TripwrightError {
  return new TripwrightError(
    "invalid_input",
    `Expected a whole OpenStreetMap file, got one that cannot be read ${where}: ${problem}. Download ${path} again.`,
    { path, where },
    cause,
  );
}
