/** Writes elements as a .osm.pbf file, in each of the ways the format allows. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { deflateSync, zstdCompressSync } from "node:zlib";
import { PbfWriter } from "pbf";
import type { Element, NodeElement, RelationElement, WayElement } from "./element.ts";

export interface PbfOptions {
  readonly compression?: "zlib" | "zstd" | "none";
  /** Nodes packed in columns, as nearly all files have them. */
  readonly dense?: boolean;
  /** Nanodegrees. */
  readonly granularity?: number;
  readonly latOffset?: number;
  readonly lonOffset?: number;
  /** The moment the data is of. */
  readonly replicated?: string;
  readonly features?: readonly string[];
  readonly elementsPerBlock?: number;
}

const MEMBER_TYPES = ["node", "way", "relation"];
const seconds = (instant: string): number => Date.parse(instant) / 1000;

class Strings {
  readonly texts: string[] = [""];
  readonly #indexes = new Map<string, number>([["", 0]]);

  index(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, at) => value - (values[at - 1] ?? 0));
}

type Position = (degrees: number, offset: number) => number;

interface Block {
  readonly strings: Strings;
  readonly stored: Position;
  readonly options: PbfOptions;
}

function storedLat({ stored, options }: Block, node: NodeElement): number {
  return stored(node.lat, options.latOffset ?? 0);
}

function storedLon({ stored, options }: Block, node: NodeElement): number {
  return stored(node.lon, options.lonOffset ?? 0);
}

function writeDenseInfo(nodes: readonly NodeElement[], pbf: PbfWriter): void {
  pbf.writePackedSVarint(2, deltas(nodes.map(({ timestamp }) => (timestamp === undefined ? 0 : seconds(timestamp)))));
  if (nodes.some(({ visible }) => visible !== undefined)) {
    pbf.writePackedBoolean(
      6,
      nodes.map(({ visible }) => visible !== false),
    );
  }
}

function writeDense(nodes: readonly NodeElement[], block: Block, pbf: PbfWriter): void {
  pbf.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
  if (nodes.some(({ timestamp, visible }) => timestamp !== undefined || visible !== undefined)) {
    pbf.writeMessage(5, writeDenseInfo, nodes);
  }
  pbf.writePackedSVarint(8, deltas(nodes.map((node) => storedLat(block, node))));
  pbf.writePackedSVarint(9, deltas(nodes.map((node) => storedLon(block, node))));
  if (!nodes.some(({ tags }) => tags !== undefined)) return;
  const row = nodes.flatMap(({ tags }) => [
    ...Object.entries(tags ?? {}).flatMap(([key, value]) => [block.strings.index(key), block.strings.index(value)]),
    0,
  ]);
  pbf.writePackedVarint(10, row);
}

function writeCommon({ tags, timestamp, visible }: Element, { strings }: Block, pbf: PbfWriter): void {
  const entries = Object.entries(tags ?? {});
  pbf.writePackedVarint(
    2,
    entries.map(([key]) => strings.index(key)),
  );
  pbf.writePackedVarint(
    3,
    entries.map(([, value]) => strings.index(value)),
  );
  if (timestamp === undefined && visible === undefined) return;
  pbf.writeMessage(
    4,
    (_, info) => {
      if (timestamp !== undefined) info.writeVarintField(2, seconds(timestamp));
      if (visible !== undefined) info.writeBooleanField(6, visible);
    },
    null,
  );
}

function writeNode(node: NodeElement, block: Block, pbf: PbfWriter): void {
  pbf.writeSVarintField(1, node.id);
  writeCommon(node, block, pbf);
  pbf.writeSVarintField(8, storedLat(block, node));
  pbf.writeSVarintField(9, storedLon(block, node));
}

function writeWay(way: WayElement, block: Block, pbf: PbfWriter): void {
  pbf.writeVarintField(1, way.id);
  writeCommon(way, block, pbf);
  pbf.writePackedSVarint(8, deltas(way.refs));
}

function writeRelation(relation: RelationElement, block: Block, pbf: PbfWriter): void {
  const { members } = relation;
  pbf.writeVarintField(1, relation.id);
  writeCommon(relation, block, pbf);
  pbf.writePackedVarint(
    8,
    members.map(({ role }) => block.strings.index(role)),
  );
  pbf.writePackedSVarint(9, deltas(members.map(({ ref }) => ref)));
  pbf.writePackedVarint(
    10,
    members.map(({ type }) => MEMBER_TYPES.indexOf(type)),
  );
}

/** One group holds elements of one type. */
function writeGroup(elements: readonly Element[], block: Block, pbf: PbfWriter): void {
  const nodes = elements.filter((element) => element.type === "node");
  if (nodes.length > 0 && block.options.dense !== false) {
    pbf.writeMessage(2, (all, dense) => writeDense(all, block, dense), nodes);
    return;
  }
  for (const element of elements) {
    if (element.type === "node") pbf.writeMessage(1, (node, message) => writeNode(node, block, message), element);
    else if (element.type === "way") pbf.writeMessage(3, (way, message) => writeWay(way, block, message), element);
    else pbf.writeMessage(4, (relation, message) => writeRelation(relation, block, message), element);
  }
}

function primitiveBlock(elements: readonly Element[], options: PbfOptions): Uint8Array {
  const granularity = options.granularity ?? 100;
  const strings = new Strings();
  const stored: Position = (degrees, offset) => Math.round((degrees * 1e9 - offset) / granularity);
  const group = new PbfWriter();
  writeGroup(elements, { strings, stored, options }, group);
  const groupBytes = group.finish();
  const pbf = new PbfWriter();
  pbf.writeMessage(
    1,
    (texts, table) => {
      for (const text of texts) table.writeBytesField(1, Buffer.from(text));
    },
    strings.texts,
  );
  pbf.writeBytesField(2, groupBytes);
  if (granularity !== 100) pbf.writeVarintField(17, granularity);
  if (options.latOffset !== undefined) pbf.writeVarintField(19, options.latOffset);
  if (options.lonOffset !== undefined) pbf.writeVarintField(20, options.lonOffset);
  return pbf.finish();
}

function headerBlock({ features = ["OsmSchema-V0.6", "DenseNodes"], replicated }: PbfOptions): Uint8Array {
  const pbf = new PbfWriter();
  for (const feature of features) pbf.writeStringField(4, feature);
  pbf.writeStringField(16, "tripwright");
  if (replicated !== undefined) pbf.writeVarintField(32, seconds(replicated));
  return pbf.finish();
}

/** Length of the header, header, data. */
export function blobBytes(type: string, content: Uint8Array, { compression = "zlib" }: PbfOptions = {}): Buffer {
  const blob = new PbfWriter();
  if (compression === "none") blob.writeBytesField(1, content);
  else {
    blob.writeVarintField(2, content.length);
    if (compression === "zlib") blob.writeBytesField(3, deflateSync(content, { level: 3 }));
    else blob.writeBytesField(7, zstdCompressSync(content));
  }
  const data = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, data.length);
  const headerBytes = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(headerBytes.length);
  return Buffer.concat([length, headerBytes, data]);
}

function* blobs(elements: Iterable<Element>, options: PbfOptions): Generator<Buffer> {
  const most = options.elementsPerBlock ?? 8_000;
  yield blobBytes("OSMHeader", headerBlock(options), options);
  let block: Element[] = [];
  for (const element of elements) {
    if (block.length >= most || (block[0] && block[0].type !== element.type)) {
      yield blobBytes("OSMData", primitiveBlock(block, options), options);
      block = [];
    }
    block.push(element);
  }
  if (block.length > 0) yield blobBytes("OSMData", primitiveBlock(block, options), options);
}

export async function writePbf(path: string, elements: Iterable<Element>, options: PbfOptions = {}): Promise<void> {
  await pipeline(Readable.from(blobs(elements, options)), createWriteStream(path));
}
