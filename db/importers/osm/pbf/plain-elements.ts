/** Ways, relations, and the nodes of the few files that do not pack them: one message an element. */
import type { Member, TaggedVisitor } from "../elements.ts";
import type { PrimitiveBlock } from "./primitive-block.ts";
import { type MessageReader, packed, packedDeltas } from "./protobuf.ts";

const MEMBER_TYPES: readonly Member["type"][] = ["node", "way", "relation"];

/** What all three have; field numbers 1 to 4 are the same in each. */
interface PlainElement {
  id: number;
  keys: number[];
  values: number[];
  timestamp: number;
  isVisible: boolean;
}

function emptyElement(): PlainElement {
  return { id: 0, keys: [], values: [], timestamp: 0, isVisible: true };
}

function readInfo(info: MessageReader, into: PlainElement): void {
  while (info.next()) {
    if (info.field === 2) into.timestamp = info.varint();
    else if (info.field === 6) into.isVisible = info.varint() !== 0;
    else info.skip();
  }
}

/** Answers whether the field was one of those. */
function readCommon(reader: MessageReader, into: PlainElement): boolean {
  if (reader.field === 2) into.keys = packed(reader.message());
  else if (reader.field === 3) into.values = packed(reader.message());
  else if (reader.field === 4) readInfo(reader.message(), into);
  else return false;
  return true;
}

function isWanted({ keys, values, isVisible }: PlainElement, block: PrimitiveBlock, visitor: TaggedVisitor): boolean {
  return isVisible && keys.some((key, at) => block.isWanted(visitor.wanted, key, values[at] ?? -1));
}

export interface PlainNode extends PlainElement {
  lat: number;
  lon: number;
}

export function readNode(reader: MessageReader): PlainNode {
  const node = { ...emptyElement(), lat: 0, lon: 0 };
  while (reader.next()) {
    if (reader.field === 1) node.id = reader.signed();
    else if (reader.field === 8) node.lat = reader.signed();
    else if (reader.field === 9) node.lon = reader.signed();
    else if (!readCommon(reader, node)) reader.skip();
  }
  return node;
}

export function visitTaggedNode(reader: MessageReader, block: PrimitiveBlock, visitor: TaggedVisitor): void {
  const node = readNode(reader);
  if (!isWanted(node, block, visitor)) return;
  visitor.node({
    id: node.id,
    lat: block.lat(node.lat),
    lon: block.lon(node.lon),
    tags: block.tags(node.keys, node.values),
    date: block.date(node.timestamp),
  });
}

/** The nodes a way is made of; decoded only for a way that is wanted. */
export function readWayRefs(reader: MessageReader): { id: number; refs: MessageReader | null } {
  let id = 0;
  let refs: MessageReader | null = null;
  while (reader.next()) {
    if (reader.field === 1) id = reader.varint();
    else if (reader.field === 8) refs = reader.message();
    else reader.skip();
  }
  return { id, refs };
}

export function visitTaggedWay(reader: MessageReader, block: PrimitiveBlock, visitor: TaggedVisitor): void {
  const way = emptyElement();
  let refs: MessageReader | null = null;
  while (reader.next()) {
    if (reader.field === 1) way.id = reader.varint();
    else if (reader.field === 8) refs = reader.message();
    else if (!readCommon(reader, way)) reader.skip();
  }
  if (!isWanted(way, block, visitor)) return;
  visitor.way({
    id: way.id,
    refs: refs === null ? [] : packedDeltas(refs),
    tags: block.tags(way.keys, way.values),
    date: block.date(way.timestamp),
    center: null,
  });
}

export function visitTaggedRelation(reader: MessageReader, block: PrimitiveBlock, visitor: TaggedVisitor): void {
  const relation = emptyElement();
  let roles: number[] = [];
  let refs: number[] = [];
  let types: number[] = [];
  while (reader.next()) {
    if (reader.field === 1) relation.id = reader.varint();
    else if (reader.field === 8) roles = packed(reader.message());
    else if (reader.field === 9) refs = packedDeltas(reader.message());
    else if (reader.field === 10) types = packed(reader.message());
    else if (!readCommon(reader, relation)) reader.skip();
  }
  if (!isWanted(relation, block, visitor)) return;
  visitor.relation({
    id: relation.id,
    members: refs.map((ref, at) => ({
      type: MEMBER_TYPES[types[at] ?? 0] ?? "relation",
      ref,
      role: block.string(roles[at] ?? 0),
    })),
    tags: block.tags(relation.keys, relation.values),
    date: block.date(relation.timestamp),
    center: null,
  });
}
