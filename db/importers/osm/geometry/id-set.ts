/**
 * A fixed set of element ids, sorted in one typed array: eight bytes an id, where a `Set` of numbers takes about
 * forty. Ids go past 2^31 and are negative in files from an editor, hence doubles.
 */
export class IdSet {
  readonly #ids: Float64Array;
  #hint = 0;

  constructor(...lists: readonly (readonly number[])[]) {
    const sorted = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
    let filled = 0;
    for (const list of lists) {
      sorted.set(list, filled);
      filled += list.length;
    }
    sorted.sort();
    let length = 0;
    for (const id of sorted) {
      if (length === 0 || sorted[length - 1] !== id) sorted[length++] = id;
    }
    this.#ids = sorted.slice(0, length);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** The id at a place. */
  at(index: number): number {
    return this.#ids[index] ?? Number.NaN;
  }

  /** The id's place among the sorted ids, -1 when it is not one of them. */
  indexOf(id: number): number {
    const ids = this.#ids;
    // Files are sorted by id nearly always: the answer is near the last one.
    let at = this.#hint;
    let steps = 0;
    while (at < ids.length && (ids[at] as number) < id && steps < 8) {
      at++;
      steps++;
    }
    const isNear = at === 0 || (ids[at - 1] as number) < id;
    if (!isNear || (at < ids.length && (ids[at] as number) < id)) at = this.#firstNotBelow(id);
    this.#hint = at;
    return ids[at] === id ? at : -1;
  }

  #firstNotBelow(id: number): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
