/**
 * What the wanted elements are made of, until their nodes' coordinates are known: nodes at once, ways as lists of node
 * ids in one row of numbers, relations as lists of members.
 */
import type { ElementSource, Member, ScanOptions, TaggedNode, TaggedRelation, TaggedWay } from "../elements.ts";
import { IdSet } from "./id-set.ts";
import type { Point } from "./rings.ts";

/** How a way stands for a place: by what it encloses, or as a line. */
export type WayForm = "area" | "line" | "track";

interface WayShape {
  readonly kind: "way";
  readonly way: number;
  readonly form: WayForm;
  readonly center: Point | null;
}

export interface RelationShape {
  readonly kind: "relation";
  readonly members: readonly Member[];
  /** Its outline is its outer ways; of another relation, any of its parts may stand for it. */
  readonly isArea: boolean;
  readonly center: Point | null;
}

export type Shape = { readonly kind: "node"; readonly point: Point } | WayShape | RelationShape;

const AREA_TYPES: ReadonlySet<string> = new Set(["multipolygon", "boundary"]);

export class Shapes {
  readonly all: Shape[] = [];
  readonly #refs: number[] = [];
  readonly #starts: number[] = [];
  readonly #wayById = new Map<number, number>();
  #nodes = new IdSet([]);
  #lats = new Float64Array(0);
  #lons = new Float64Array(0);

  addNode({ lat, lon }: TaggedNode): number {
    return this.all.push({ kind: "node", point: { lat, lon } }) - 1;
  }

  addWay({ id, refs, center }: TaggedWay, form: WayForm): number {
    return this.all.push({ kind: "way", way: this.#keepWay(id, refs), form, center }) - 1;
  }

  addRelation({ members, tags, center }: TaggedRelation): number {
    return this.all.push({ kind: "relation", members, isArea: AREA_TYPES.has(tags.type ?? ""), center }) - 1;
  }

  #keepWay(id: number, refs: readonly number[]): number {
    const known = this.#wayById.get(id);
    if (known !== undefined) return known;
    const way = this.#starts.length;
    this.#starts.push(this.#refs.length);
    for (const ref of refs) this.#refs.push(ref);
    this.#wayById.set(id, way);
    return way;
  }

  refs(way: number): number[] {
    return this.#refs.slice(this.#starts[way], this.#starts[way + 1] ?? this.#refs.length);
  }

  /** `null` for a way that is not in the file. */
  refsOfWay(id: number): number[] | null {
    const way = this.#wayById.get(id);
    return way === undefined ? null : this.refs(way);
  }

  /** `null` for a node that is not in the file. */
  pointOf(node: number): Point | null {
    const at = this.#nodes.indexOf(node);
    const lat = this.#lats[at];
    const lon = this.#lons[at];
    return lat === undefined || lon === undefined || Number.isNaN(lat) ? null : { lat, lon };
  }

  /** The second pass and the third: the ways of relations, then all the nodes. */
  async complete(
    source: ElementSource,
    signal: AbortSignal,
    progress: (pass: 1 | 2, done: number) => void,
  ): Promise<void> {
    const options = (pass: 1 | 2): ScanOptions => ({ signal, onProgress: (done) => progress(pass, done) });
    const members = this.all.flatMap((shape) => (shape.kind === "relation" ? shape.members : []));
    const missing = members.filter(({ type, ref }) => type === "way" && !this.#wayById.has(ref)).map(({ ref }) => ref);
    if (missing.length > 0) {
      const ids = new IdSet(missing);
      await source.scanWays(ids, (index, refs) => this.#keepWay(ids.at(index), refs), options(1));
    }
    const nodes = members.filter(({ type }) => type === "node").map(({ ref }) => ref);
    this.#nodes = new IdSet(this.#refs, nodes);
    if (this.#nodes.size === 0) return;
    this.#lats = new Float64Array(this.#nodes.size).fill(Number.NaN);
    this.#lons = new Float64Array(this.#nodes.size);
    const visit = (index: number, lat: number, lon: number): void => {
      this.#lats[index] = lat;
      this.#lons[index] = lon;
    };
    await source.scanNodes(this.#nodes, visit, options(2));
  }
}
