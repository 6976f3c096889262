/**
 * A .osm.pbf file is a row of blobs, each a few thousand elements, compressed on its own. They are unpacked a few
 * ahead, on other threads, while the one before is being decoded; a pass can leave out blobs it knows to hold
 * nothing it needs.
 */
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate, zstdDecompress } from "node:zlib";
import { unreadable } from "../elements.ts";
import { MessageReader } from "./protobuf.ts";

const inflateBytes = promisify(inflate);
const zstdBytes = promisify(zstdDecompress);

/** Limits of the format; anything above is another kind of file, or a damaged one. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;
const AHEAD = 4;
const RAW_SIZE = 2;
/** By the number of the field that holds the data. */
const UNPACKED_BY: Readonly<Record<number, (packed: Buffer) => Promise<Buffer>>> = {
  1: (plain) => Promise.resolve(plain),
  3: (packed) => inflateBytes(packed, { maxOutputLength: MOST_BLOB_BYTES }),
  7: (packed) => zstdBytes(packed, { maxOutputLength: MOST_BLOB_BYTES }),
};
const OTHER_COMPRESSIONS: Readonly<Record<number, string>> = { 4: "lzma", 5: "bzip2", 6: "lz4" };

export interface Blob {
  /** Of its length, in the file. */
  readonly offset: number;
  readonly type: string;
  readonly size: number;
  readonly content: Buffer;
}

interface PackedBlob {
  readonly offset: number;
  readonly dataOffset: number;
  readonly type: string;
  readonly size: number;
}

async function readExactly(file: FileHandle, offset: number, length: number): Promise<Buffer | null> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) return null;
    filled += bytesRead;
  }
  return buffer;
}

function decodeHeader(bytes: Buffer): { type: string; size: number } {
  const reader = new MessageReader(bytes);
  let type = "";
  let size = -1;
  while (reader.next()) {
    if (reader.field === 1) type = reader.text();
    else if (reader.field === 3) size = reader.varint();
    else reader.skip();
  }
  return { type, size };
}

async function unpack(bytes: Buffer): Promise<Buffer> {
  const reader = new MessageReader(bytes);
  let data: { kind: number; packed: Buffer } | null = null;
  let rawSize = -1;
  while (reader.next()) {
    const unknown = OTHER_COMPRESSIONS[reader.field];
    if (unknown !== undefined) throw new RangeError(`compressed with ${unknown}, which is not read here`);
    if (reader.field === RAW_SIZE) rawSize = reader.varint();
    else if (UNPACKED_BY[reader.field] !== undefined) data = { kind: reader.field, packed: reader.slice() };
    else reader.skip();
  }
  const unpacked = data === null ? undefined : await UNPACKED_BY[data.kind]?.(data.packed);
  if (unpacked === undefined) throw new RangeError("a block without data");
  if (rawSize >= 0 && unpacked.length !== rawSize) {
    throw new RangeError(`a block of ${unpacked.length} bytes that says it has ${rawSize}`);
  }
  return unpacked;
}

/** One open file; `close` it. */
export class BlobFile {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly size: number;

  private constructor(file: FileHandle, path: string, size: number) {
    this.#file = file;
    this.#path = path;
    this.size = size;
  }

  static async open(path: string): Promise<BlobFile> {
    const file = await open(path);
    const { size } = await file.stat();
    return new BlobFile(file, path, size);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** In the order of the file, unpacked; those whose offset `skips` names are not even read. */
  async *blobs(signal: AbortSignal, skips: (offset: number) => boolean = () => false): AsyncGenerator<Blob> {
    const ahead: Promise<Blob>[] = [];
    try {
      let offset = 0;
      while (offset < this.size || ahead.length > 0) {
        while (offset < this.size && ahead.length < AHEAD) {
          const packed = await this.#headerAt(offset);
          offset = packed.dataOffset + packed.size;
          if (skips(packed.offset)) continue;
          const coming = this.#unpacked(packed);
          // It is awaited in its turn; until then a failure is not unhandled.
          coming.catch(() => undefined);
          ahead.push(coming);
        }
        const blob = await ahead.shift();
        signal.throwIfAborted();
        if (blob) yield blob;
      }
    } finally {
      await Promise.allSettled(ahead);
    }
  }

  async #headerAt(offset: number): Promise<PackedBlob> {
    const lengthBytes = await readExactly(this.#file, offset, 4);
    if (lengthBytes === null) throw this.damaged(offset, "it is cut off there");
    const length = lengthBytes.readUInt32BE(0);
    if (length === 0 || length > MOST_HEADER_BYTES) throw this.damaged(offset, "no block of the format begins there");
    const header = await readExactly(this.#file, offset + 4, length);
    if (header === null) throw this.damaged(offset, "it is cut off there");
    const dataOffset = offset + 4 + length;
    try {
      const { type, size } = decodeHeader(header);
      if (size < 0 || size > MOST_BLOB_BYTES) throw new RangeError("no block of the format begins there");
      if (dataOffset + size > this.size) throw new RangeError("it is cut off there");
      return { offset, dataOffset, type, size };
    } catch (error) {
      throw this.damaged(offset, error);
    }
  }

  async #unpacked({ offset, dataOffset, type, size }: PackedBlob): Promise<Blob> {
    try {
      const bytes = await readExactly(this.#file, dataOffset, size);
      if (bytes === null) throw new RangeError("it is cut off there");
      return { offset, type, size: dataOffset + size - offset, content: await unpack(bytes) };
    } catch (error) {
      throw this.damaged(offset, error);
    }
  }

  damaged(offset: number, problem: unknown): Error {
    const said = problem instanceof Error ? problem.message : String(problem);
    return unreadable(this.#path, `at byte ${offset}`, said, problem);
  }
}
