/**
 * One unpacked block: where its strings and its groups of elements lie. Strings are made only when asked for;
 * whether a key is of interest is decided once a block, not once an element.
 */
import type { Tags, WantedValues } from "../elements.ts";
import { dayOf } from "./header-block.ts";
import { MessageReader } from "./protobuf.ts";

const NANODEGREES = 1e-9;

export type Group = readonly [start: number, end: number];

export class PrimitiveBlock {
  readonly bytes: Buffer;
  readonly groups: Group[] = [];
  readonly #stringStarts: number[] = [];
  readonly #stringEnds: number[] = [];
  readonly #strings: (string | undefined)[] = [];
  readonly #wantedByKey: (ReturnType<WantedValues> | undefined)[] = [];
  #granularity = 100;
  #latOffset = 0;
  #lonOffset = 0;
  #dateGranularity = 1000;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const reader = new MessageReader(bytes);
    while (reader.next()) {
      if (reader.field === 1) this.#readStringTable(reader.message());
      else if (reader.field === 2) this.groups.push(reader.range());
      else if (reader.field === 17) this.#granularity = reader.varint();
      else if (reader.field === 18) this.#dateGranularity = reader.varint();
      else if (reader.field === 19) this.#latOffset = reader.varint();
      else if (reader.field === 20) this.#lonOffset = reader.varint();
      else reader.skip();
    }
  }

  #readStringTable(table: MessageReader): void {
    while (table.next()) {
      const [start, end] = table.range();
      this.#stringStarts.push(start);
      this.#stringEnds.push(end);
    }
  }

  string(index: number): string {
    const known = this.#strings[index];
    if (known !== undefined) return known;
    const start = this.#stringStarts[index];
    if (start === undefined) throw new RangeError(`string ${index} of a table of ${this.#stringStarts.length}`);
    const text = this.bytes.toString("utf8", start, this.#stringEnds[index]);
    this.#strings[index] = text;
    return text;
  }

  isWanted(wanted: WantedValues, key: number, value: number): boolean {
    let values = this.#wantedByKey[key];
    if (values === undefined) {
      values = wanted(this.string(key));
      this.#wantedByKey[key] = values;
    }
    if (values === "none") return false;
    return values === "any" || values.has(this.string(value));
  }

  tags(keys: readonly number[], values: readonly number[]): Tags {
    const tags: Record<string, string> = Object.create(null);
    for (const [at, key] of keys.entries()) tags[this.string(key)] = this.string(values[at] ?? -1);
    return tags;
  }

  lat(stored: number): number {
    return this.#degrees(this.#latOffset, stored);
  }

  lon(stored: number): number {
    return this.#degrees(this.#lonOffset, stored);
  }

  /** Rounded to the seven decimals OpenStreetMap keeps, so that every format of the same data says the same. */
  #degrees(offset: number, stored: number): number {
    return Math.round((offset + this.#granularity * stored) * NANODEGREES * 1e7) / 1e7;
  }

  date(stored: number): string | null {
    return stored > 0 ? dayOf(Math.floor((stored * this.#dateGranularity) / 1000)) : null;
  }
}
