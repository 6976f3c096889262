/** Nodes as nearly every file writes them: columns of differences, tags in one row of numbers for all. */

import type { TaggedVisitor } from "../elements.ts";
import type { IdSet } from "../geometry/id-set.ts";
import type { PrimitiveBlock } from "./primitive-block.ts";
import { MessageReader, packedDeltas } from "./protobuf.ts";

interface Columns {
  ids: MessageReader;
  lats: MessageReader;
  lons: MessageReader;
  info: MessageReader | null;
  tags: MessageReader | null;
}

function columnsOf(dense: MessageReader): Columns {
  const nothing = new MessageReader(dense.bytes, 0, 0);
  const columns: Columns = { ids: nothing, lats: nothing, lons: nothing, info: null, tags: null };
  while (dense.next()) {
    if (dense.field === 1) columns.ids = dense.message();
    else if (dense.field === 5) columns.info = dense.message();
    else if (dense.field === 8) columns.lats = dense.message();
    else if (dense.field === 9) columns.lons = dense.message();
    else if (dense.field === 10) columns.tags = dense.message();
    else dense.skip();
  }
  return columns;
}

interface WantedNode {
  readonly ordinal: number;
  readonly keys: number[];
  readonly values: number[];
}

/** Key and value by turns, a 0 after each node. */
function wantedNodes(tags: MessageReader, block: PrimitiveBlock, visitor: TaggedVisitor): WantedNode[] {
  const found: WantedNode[] = [];
  let ordinal = 0;
  let keys: number[] = [];
  let values: number[] = [];
  let isWanted = false;
  while (tags.position < tags.end) {
    const key = tags.varint();
    if (key !== 0) {
      const value = tags.varint();
      keys.push(key);
      values.push(value);
      isWanted ||= block.isWanted(visitor.wanted, key, value);
      continue;
    }
    if (isWanted) found.push({ ordinal, keys, values });
    if (keys.length > 0) {
      keys = [];
      values = [];
      isWanted = false;
    }
    ordinal++;
  }
  return found;
}

interface Info {
  readonly timestamps: readonly number[];
  readonly visible: readonly boolean[];
}

function infoOf(info: MessageReader | null): Info {
  let timestamps: number[] = [];
  const visible: boolean[] = [];
  while (info?.next()) {
    if (info.field === 2) timestamps = packedDeltas(info.message());
    else if (info.field === 6) {
      const flags = info.message();
      while (flags.position < flags.end) visible.push(flags.varint() !== 0);
    } else info.skip();
  }
  return { timestamps, visible };
}

export function visitTaggedDense(dense: MessageReader, block: PrimitiveBlock, visitor: TaggedVisitor): void {
  const { ids, lats, lons, info, tags } = columnsOf(dense);
  if (tags === null) return;
  const wanted = wantedNodes(tags, block, visitor);
  if (wanted.length === 0) return;
  const { timestamps, visible } = infoOf(info);
  let ordinal = -1;
  let id = 0;
  let lat = 0;
  let lon = 0;
  for (const node of wanted) {
    for (; ordinal < node.ordinal; ordinal++) {
      id += ids.signed();
      lat += lats.signed();
      lon += lons.signed();
    }
    if (visible[ordinal] === false) continue;
    visitor.node({
      id,
      lat: block.lat(lat),
      lon: block.lon(lon),
      tags: block.tags(node.keys, node.values),
      date: block.date(timestamps[ordinal] ?? 0),
    });
  }
}

export function visitDenseLocations(
  dense: MessageReader,
  block: PrimitiveBlock,
  wanted: IdSet,
  visit: (index: number, lat: number, lon: number) => void,
): void {
  const { ids, lats, lons } = columnsOf(dense);
  let id = 0;
  let lat = 0;
  let lon = 0;
  while (ids.position < ids.end) {
    id += ids.signed();
    lat += lats.signed();
    lon += lons.signed();
    const index = wanted.indexOf(id);
    if (index >= 0) visit(index, block.lat(lat), block.lon(lon));
  }
}
