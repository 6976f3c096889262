/** Takes each field from whoever is believed most about it, and writes down who that was. */
import { byPrecedence, type FieldGroup } from "./precedence.ts";
import { PERSON, type SourcedRecord, type StoredRecord } from "./stored-record.ts";

export interface Picked<Value> {
  readonly value: Value;
  readonly from: SourcedRecord;
}

/** No source's name, so that a reckoned value is never taken for a said one. */
const COMPUTED = "computed";

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

export class FieldPicker {
  readonly #records: readonly SourcedRecord[];
  readonly #ordered = new Map<FieldGroup, SourcedRecord[]>();
  readonly #sources = new Map<string, string>();

  constructor(records: readonly SourcedRecord[]) {
    this.#records = records;
  }

  /** The records, most believed first. */
  inOrder(group: FieldGroup): readonly SourcedRecord[] {
    let ordered = this.#ordered.get(group);
    if (!ordered) {
      ordered = byPrecedence(group, this.#records);
      this.#ordered.set(group, ordered);
    }
    return ordered;
  }

  find<Value>(group: FieldGroup, read: (record: StoredRecord) => Value | undefined): Picked<Value> | null {
    for (const from of this.inOrder(group)) {
      const value = read(from.record);
      if (value !== undefined && isSaid(value)) return { value, from };
    }
    return null;
  }

  /** The value for a column, credited to its source; `null` when nobody said. */
  take<Value>(column: string, group: FieldGroup, read: (record: StoredRecord) => Value | undefined): Value | null {
    const picked = this.find(group, read);
    if (!picked) return null;
    this.credit(column, picked.from);
    return picked.value;
  }

  /** What any record says, most believed first, without repetition; credited to the first who says something. */
  takeAll(column: string, group: FieldGroup, read: (record: StoredRecord) => readonly string[]): string[] {
    const all = new Set<string>();
    for (const from of this.inOrder(group)) {
      const values = read(from.record);
      if (values.length > 0 && all.size === 0) this.credit(column, from);
      for (const value of values) all.add(value);
      // A person's word is the whole of it.
      if (from.source === PERSON && values.length > 0) break;
    }
    return [...all];
  }

  credit(column: string, { source }: SourcedRecord): void {
    this.#sources.set(column, source);
  }

  /** For a column that nobody spoke for and other columns let be reckoned. */
  creditComputed(column: string): void {
    this.#sources.set(column, COMPUTED);
  }

  /** Column → source, in the order of the alphabet. */
  get sources(): Record<string, string> {
    return Object.fromEntries([...this.#sources].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
