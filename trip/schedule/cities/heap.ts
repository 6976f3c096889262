/** A binary heap: the entry with the largest key first; of equal keys, the one put in last (depth first). */
interface Entry<Item> {
  key: number;
  order: number;
  item: Item;
}

export class Heap<Item> {
  readonly #entries: Entry<Item>[] = [];
  #order = 0;

  push(key: number, item: Item): void {
    const entries = this.#entries;
    const entry = { key, order: this.#order, item };
    this.#order += 1;
    let at = entries.length;
    entries.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = entries[parent] as Entry<Item>;
      if (!isBefore(entry, above)) break;
      entries[at] = above;
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): { key: number; item: Item } | null {
    const entries = this.#entries;
    const [top] = entries;
    const moved = entries.pop();
    if (!top || !moved) return null;
    if (entries.length > 0) this.#sink(moved);
    return top;
  }

  #sink(moved: Entry<Item>): void {
    const entries = this.#entries;
    let at = 0;
    for (;;) {
      const left = entries[2 * at + 1];
      const right = entries[2 * at + 2];
      if (!left) break;
      const child = right && isBefore(right, left) ? right : left;
      if (!isBefore(child, moved)) break;
      entries[at] = child;
      at = child === right ? 2 * at + 2 : 2 * at + 1;
    }
    entries[at] = moved;
  }
}

function isBefore<Item>(one: Entry<Item>, other: Entry<Item>): boolean {
  return one.key === other.key ? one.order > other.order : one.key > other.key;
}
