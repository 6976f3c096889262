/**
 * A .osm.pbf file, read by us. The package for it refuses files without every column of metadata and blocks that are
 * not zlib, says nothing of where a damaged file is damaged, and makes an object of every node in each pass.
 */
import type { ElementSource, ScanOptions, TaggedVisitor } from "../elements.ts";
import type { IdSet } from "../geometry/id-set.ts";
import { BlobFile } from "./blobs.ts";
import { visitDenseLocations, visitTaggedDense } from "./dense-nodes.ts";
import { readHeader } from "./header-block.ts";
import { readNode, readWayRefs, visitTaggedNode, visitTaggedRelation, visitTaggedWay } from "./plain-elements.ts";
import { PrimitiveBlock } from "./primitive-block.ts";
import { MessageReader, packedDeltas } from "./protobuf.ts";

const NODE = 1;
const DENSE = 2;
const WAY = 3;
const RELATION = 4;

type VisitGroupField = (reader: MessageReader, block: PrimitiveBlock) => void;

function visitGroups(content: Buffer, visit: VisitGroupField): void {
  const block = new PrimitiveBlock(content);
  for (const [start, end] of block.groups) {
    const group = new MessageReader(content, start, end);
    while (group.next()) visit(group, block);
  }
}

class PbfSource implements ElementSource {
  readonly dataDate: string | null;
  readonly #path: string;
  /** Offsets of blobs seen to hold no node, or no way: later passes leave them out. */
  readonly #without = { nodes: new Set<number>(), ways: new Set<number>() };

  constructor(path: string, dataDate: string | null) {
    this.#path = path;
    this.dataDate = dataDate;
  }

  async #scan(
    { signal, onProgress }: ScanOptions,
    skipped: ReadonlySet<number>,
    visit: VisitGroupField,
    afterBlob: (offset: number) => void = () => undefined,
  ): Promise<void> {
    const file = await BlobFile.open(this.#path);
    try {
      for await (const blob of file.blobs(signal, (offset) => skipped.has(offset))) {
        try {
          if (blob.type === "OSMData") visitGroups(blob.content, visit);
          else if (blob.type === "OSMHeader") readHeader(blob.content, this.#path);
        } catch (error) {
          throw error instanceof RangeError ? file.damaged(blob.offset, error) : error;
        }
        afterBlob(blob.offset);
        onProgress((blob.offset + blob.size) / file.size);
      }
    } finally {
      await file.close();
    }
  }

  async scanTagged(visitor: TaggedVisitor, options: ScanOptions): Promise<void> {
    let hasNodes = false;
    let hasWays = false;
    const visit: VisitGroupField = (group, block) => {
      if (group.field === DENSE) visitTaggedDense(group.message(), block, visitor);
      else if (group.field === WAY) visitTaggedWay(group.message(), block, visitor);
      else if (group.field === RELATION) visitTaggedRelation(group.message(), block, visitor);
      else if (group.field === NODE) visitTaggedNode(group.message(), block, visitor);
      else group.skip();
      hasNodes ||= group.field === DENSE || group.field === NODE;
      hasWays ||= group.field === WAY;
    };
    await this.#scan(options, new Set(), visit, (offset) => {
      if (!hasNodes) this.#without.nodes.add(offset);
      if (!hasWays) this.#without.ways.add(offset);
      hasNodes = false;
      hasWays = false;
    });
  }

  async scanWays(
    ids: IdSet,
    visit: (index: number, refs: readonly number[]) => void,
    options: ScanOptions,
  ): Promise<void> {
    await this.#scan(options, this.#without.ways, (group) => {
      if (group.field !== WAY) return group.skip();
      const { id, refs } = readWayRefs(group.message());
      const index = ids.indexOf(id);
      if (index >= 0) visit(index, refs === null ? [] : packedDeltas(refs));
    });
  }

  async scanNodes(
    ids: IdSet,
    visit: (index: number, lat: number, lon: number) => void,
    options: ScanOptions,
  ): Promise<void> {
    await this.#scan(options, this.#without.nodes, (group, block) => {
      if (group.field === DENSE) visitDenseLocations(group.message(), block, ids, visit);
      else if (group.field === NODE) {
        const node = readNode(group.message());
        const index = ids.indexOf(node.id);
        if (index >= 0) visit(index, block.lat(node.lat), block.lon(node.lon));
      } else group.skip();
    });
  }
}

/** Reads the header only. */
export async function openPbf(path: string): Promise<ElementSource> {
  const file = await BlobFile.open(path);
  try {
    for await (const blob of file.blobs(new AbortController().signal)) {
      if (blob.type !== "OSMHeader") throw file.damaged(0, "it does not begin with a header");
      return new PbfSource(path, readHeader(blob.content, path));
    }
    throw file.damaged(0, "it holds no header");
  } finally {
    await file.close();
  }
}
