/**
 * A folder as a zip file. Node compresses and sums but knows no archives, and the format is small: each file behind a
 * header of its own, then the list of all. Times and rights are left out, so that the same files make the same bytes.
 */
import { createWriteStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { crc32, deflateRawSync } from "node:zlib";

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format has. */
const DATE = 0x21;
const MOST_FILES = 0xffff;

interface Entry {
  name: Buffer;
  offset: number;
  crc: number;
  packed: number;
  size: number;
}

/** What a file's own header and its line of the list have in common. */
function described({ name, crc, packed, size }: Entry): Buffer {
  const buffer = Buffer.alloc(26);
  const words = [VERSION, UTF8, DEFLATED, 0, DATE];
  for (const [index, word] of words.entries()) buffer.writeUInt16LE(word, index * 2);
  for (const [index, word] of [crc, packed, size].entries()) buffer.writeUInt32LE(word, 10 + index * 4);
  buffer.writeUInt16LE(name.length, 22);
  return buffer;
}

const uint32 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4);
  return buffer;
};

const uint16 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
};

function listed(entry: Entry): Buffer {
  // No comment, first disk, no attributes.
  const rest = Buffer.concat([uint16(0, 0, 0), uint32(0, entry.offset)]);
  return Buffer.concat([uint32(LISTED), uint16(VERSION), described(entry), rest, entry.name]);
}

export async function zipFolder(folder: string, file: string): Promise<{ files: number }> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  if (paths.length > MOST_FILES)
    throw new RangeError(`a zip file has room for ${MOST_FILES} files, not ${paths.length}`);
  const out = createWriteStream(file);
  const entries: Entry[] = [];
  let offset = 0;
  const write = async (...parts: Buffer[]): Promise<void> => {
    for (const part of parts) {
      offset += part.length;
      if (!out.write(part)) await new Promise((resolve) => out.once("drain", resolve));
    }
  };
  for (const path of paths.sort()) {
    const bytes = await readFile(path);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path.slice(folder.length + 1));
    const entry = { name, offset, crc: crc32(bytes), packed: packed.length, size: bytes.length };
    entries.push(entry);
    await write(uint32(LOCAL), described(entry), name, packed);
  }
  const listAt = offset;
  for (const entry of entries) await write(listed(entry));
  const size = offset - listAt;
  await write(uint32(END), uint16(0, 0, entries.length, entries.length), uint32(size, listAt), uint16(0));
  out.end();
  await finished(out);
  return { files: entries.length };
}
