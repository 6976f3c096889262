/** What Overpass answers, read as any extract is: the same tags make the same places. Ways come with their middle only. */
import type { MapElement, MapExtract } from "../../../../trip/vendor-ports.ts";
import type { RecordFile } from "../../source-record.ts";
import { type ElementSource, editDay, type ScanOptions, type TaggedVisitor } from "../elements.ts";
import type { IdSet } from "../geometry/id-set.ts";
import { OPENSTREETMAP } from "../open-osm.ts";
import { readRecords } from "../read-records.ts";

/** Between these the process looks up: whether it is to stop, and at its other work. */
const BATCH = 5_000;
const ORDER: Readonly<Record<MapElement["type"], number>> = { node: 0, way: 1, relation: 2 };

class ExtractSource implements ElementSource {
  readonly dataDate: string | null;
  readonly #elements: readonly MapElement[];

  constructor({ dataOf, elements }: MapExtract) {
    this.dataDate = editDay(dataOf ?? undefined);
    this.#elements = elements.toSorted((a, b) => ORDER[a.type] - ORDER[b.type] || a.id - b.id);
  }

  async #forEach(visit: (element: MapElement) => void, { signal, onProgress }: ScanOptions): Promise<void> {
    for (let from = 0; from < this.#elements.length; from += BATCH) {
      signal.throwIfAborted();
      for (const element of this.#elements.slice(from, from + BATCH)) visit(element);
      onProgress(Math.min(1, (from + BATCH) / this.#elements.length));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async scanTagged(visitor: TaggedVisitor, options: ScanOptions): Promise<void> {
    await this.#forEach(({ type, id, tags, center, editedAt, nodes, members }) => {
      const isWanted = Object.entries(tags).some(([key, value]) => {
        const values = visitor.wanted(key);
        return values === "any" || (values !== "none" && values.has(value));
      });
      if (!isWanted) return;
      const common = { id, tags, date: editDay(editedAt ?? undefined) };
      if (type === "way") visitor.way({ ...common, refs: nodes, center });
      else if (type === "relation") visitor.relation({ ...common, members, center });
      else if (center) visitor.node({ ...common, ...center });
    }, options);
  }

  async scanWays(
    ids: IdSet,
    visit: (index: number, refs: readonly number[]) => void,
    options: ScanOptions,
  ): Promise<void> {
    await this.#forEach(({ type, id, nodes }) => {
      const index = type === "way" ? ids.indexOf(id) : -1;
      if (index >= 0) visit(index, nodes);
    }, options);
  }

  async scanNodes(
    ids: IdSet,
    visit: (index: number, lat: number, lon: number) => void,
    options: ScanOptions,
  ): Promise<void> {
    await this.#forEach(({ type, id, center }) => {
      const index = type === "node" ? ids.indexOf(id) : -1;
      if (index >= 0 && center) visit(index, center.lat, center.lon);
    }, options);
  }
}

/** `fileDate` is the day it was asked for, where it does not say what day its data is of. */
export function openExtract(extract: MapExtract, fileDate: string): RecordFile {
  const source = new ExtractSource(extract);
  return { source: OPENSTREETMAP, records: (options) => readRecords(source, fileDate, options) };
}
