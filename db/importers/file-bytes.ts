/**
 * A file's bytes in order, unpacked where it is gzip (told by its first bytes, not by its name), with progress
 * by the bytes of the file as it lies on the disk. What we cannot unpack is said at once.
 */
import { type FileHandle, open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { invalidFile } from "./invalid-file.ts";
import type { ReadOptions } from "./source-record.ts";

const CHUNK_BYTES = 1 << 18;

/** Packed forms by their first bytes. */
const SIGNATURES = [
  { form: "gzip", bytes: [0x1f, 0x8b] },
  { form: "bzip2", bytes: [0x42, 0x5a, 0x68] },
  { form: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { form: "zstd", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { form: "xz", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
] as const;
type PackedForm = (typeof SIGNATURES)[number]["form"];

export async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    throw invalidFile(path, { expected: "a file that can be read", got: (error as Error).message }, error);
  }
  throw invalidFile(path, { expected: "a file", got: "something else (a folder?)" });
}

/** `null` for what is not packed. */
export async function packedForm(path: string): Promise<PackedForm | null> {
  await using file = await openFile(path);
  const start = Buffer.alloc(8);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  const found = SIGNATURES.find(
    ({ bytes }) => bytesRead >= bytes.length && bytes.every((byte, at) => start[at] === byte),
  );
  return found?.form ?? null;
}

async function* rawBytes(path: string, { signal, onProgress }: ReadOptions): AsyncGenerator<Buffer> {
  await using file = await openFile(path);
  const { size } = await file.stat();
  for (let at = 0; ; ) {
    signal.throwIfAborted();
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
    onProgress(Math.min(1, at / size));
  }
}

async function* unpacked(path: string, options: ReadOptions): AsyncGenerator<Buffer> {
  // Errors of either stream come out of the iteration; the callback only keeps them from being thrown twice.
  const bytes = pipeline(Readable.from(rawBytes(path, options)), createGunzip(), () => {});
  try {
    for await (const chunk of bytes) yield chunk as Buffer;
  } catch (error) {
    options.signal.throwIfAborted();
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("Z_")) throw error;
    const got = code === "Z_BUF_ERROR" ? "one that breaks off" : "one that is damaged";
    throw invalidFile(path, { expected: "a whole gzip file", got, remedy: "Download it again." }, error);
  }
}

export async function* bytesOf(path: string, options: ReadOptions): AsyncGenerator<Buffer> {
  options.signal.throwIfAborted();
  const form = await packedForm(path);
  if (form === null) yield* rawBytes(path, options);
  else if (form === "gzip") yield* unpacked(path, options);
  else throw invalidFile(path, { expected: "plain text or gzip", got: `${form}`, remedy: "Unpack it first." });
}

/** For looking at how a file begins: reads nobody waits for and nobody stops. */
export const QUIETLY: ReadOptions = { signal: new AbortController().signal, onProgress: () => {} };
