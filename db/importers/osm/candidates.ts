/**
 * What a file holds for the catalogue, between the passes: a few numbers a record in columns, and the record's
 * text as bytes outside the heap, for a large country has millions of them.
 */

import type { Described, Draft, Group } from "./tags/describe.ts";
import { nameKey } from "./tags/names.ts";

export const GROUPS: readonly Group[] = ["attraction", "eatery", "lodging", "city", "village", "area"];
const CHUNK_BYTES = 1024 * 1024;

/** Texts end to end in large buffers. */
class TextPool {
  readonly #chunks: Buffer[] = [];
  readonly #chunkOf: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #filled = CHUNK_BYTES;

  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.#filled + size > CHUNK_BYTES) {
      this.#chunks.push(Buffer.allocUnsafe(Math.max(CHUNK_BYTES, size)));
      this.#filled = 0;
    }
    this.#chunks.at(-1)?.write(text, this.#filled);
    this.#chunkOf.push(this.#chunks.length - 1);
    this.#starts.push(this.#filled);
    this.#filled += size;
    this.#ends.push(this.#filled);
  }

  at(index: number): string {
    const chunk = this.#chunks[this.#chunkOf[index] ?? -1];
    return chunk?.toString("utf8", this.#starts[index], this.#ends[index]) ?? "";
  }
}

/** FNV-1a: equal names have equal numbers; the few others that do are told apart by the names themselves. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** As it is called there: what two mappers of the same thing both write. */
export function keyOf(draft: Draft): string {
  const name = draft.nameLocal ?? draft.name;
  return nameKey(name) || name;
}

export class Candidates {
  readonly #drafts = new TextPool();
  /** Of each candidate: its group's place in GROUPS, its shape, its name's hash, its Wikidata number or 0. */
  readonly groups: number[] = [];
  readonly shapes: number[] = [];
  readonly nameHashes: number[] = [];
  readonly wikidata: number[] = [];

  get size(): number {
    return this.groups.length;
  }

  add({ group, draft }: Described, shape: number): void {
    this.#drafts.add(JSON.stringify(draft));
    this.groups.push(GROUPS.indexOf(group));
    this.shapes.push(shape);
    this.nameHashes.push(hashOf(keyOf(draft)));
    this.wikidata.push(Number(draft.ids.wikidata?.slice(1) ?? 0));
  }

  groupOf(index: number): Group {
    return GROUPS[this.groups[index] ?? 0] ?? "attraction";
  }

  draft(index: number): Draft {
    return JSON.parse(this.#drafts.at(index)) as Draft;
  }
}
