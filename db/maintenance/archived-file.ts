/**
 * The file format of the archives: gzip, UTF-8, one JSON object a line and a row, without a head. Its keys are
 * the table's column names and its values what PostgreSQL's `row_to_json` makes of them, instants with their
 * offset and all six digits. It goes back into a table, or into any other one with such columns, by
 *
 *   insert into user_activities select (jsonb_populate_record(null::user_activities, line::jsonb)).*
 *
 * A file is first made on this machine, without a name, so that nothing of it outlives the process; its length
 * and hash are known before any of it goes out, and what came to rest is read back and counted.
 */
import { createHash } from "node:crypto";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { TripwrightError } from "../../trip/errors.ts";
import type { Archive } from "../../trip/ports.ts";

export interface ArchivedFile extends AsyncDisposable {
  readonly byteSize: number;
  readonly sha256: string;
  content(): AsyncIterable<Uint8Array>;
}

export async function makeArchivedFile(lines: AsyncIterable<string>, signal: AbortSignal): Promise<ArchivedFile> {
  const handle = await openNameless();
  try {
    const meter = createMeter();
    await pipeline(
      Readable.from(withNewlines(lines)),
      createGzip(),
      async (zipped: AsyncIterable<Uint8Array>) => {
        for await (const piece of meter.watch(zipped)) await handle.appendFile(piece);
      },
      { signal },
    );
    return { ...meter.proof(), content: () => piecesOf(handle), [Symbol.asyncDispose]: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "tripwright-archive-"));
  try {
    return await open(join(folder, "rows"), "wx+", 0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const PIECE_BYTES = 65_536;

/** From the start, as often as asked. */
async function* piecesOf(handle: FileHandle): AsyncIterable<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Splits at line feeds only: JSON may hold the other characters that count as line ends elsewhere. */
export async function* linesOf(
  archive: Archive,
  name: string,
  signal: AbortSignal,
  meter: Meter = createMeter(),
): AsyncIterable<string> {
  const gunzip = createGunzip();
  const reading = pipeline(Readable.from(meter.watch(archive.get(name, signal))), gunzip);
  reading.catch(() => undefined);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const piece of gunzip) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  await reading;
  if (rest + decoder.decode() !== "") throw damaged(name, "its last line has no end");
}

/** Throws unless the object is, byte for byte and line for line, what was put there. */
export async function verifyArchived(
  archive: Archive,
  name: string,
  expected: { rowCount: number; byteSize: number; sha256: string },
  signal: AbortSignal,
): Promise<void> {
  const meter = createMeter();
  let rowCount = 0;
  try {
    for await (const _ of linesOf(archive, name, signal, meter)) rowCount += 1;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TripwrightError) throw error;
    throw damaged(name, error instanceof Error ? error.message : String(error));
  }
  const { byteSize, sha256 } = meter.proof();
  const isWhole = rowCount === expected.rowCount && byteSize === expected.byteSize && sha256 === expected.sha256;
  if (!isWhole) {
    throw damaged(
      name,
      `expected ${expected.rowCount} rows in ${expected.byteSize} bytes, got ${rowCount} in ${byteSize}`,
    );
  }
}

function damaged(name: string, what: string): TripwrightError {
  const text = `The archive gives ${name} back otherwise than it was written (${what}). Nothing was deleted.`;
  return new TripwrightError("archive_unavailable", text, { name });
}

interface Meter {
  watch(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  proof(): { byteSize: number; sha256: string };
}

function createMeter(): Meter {
  const hash = createHash("sha256");
  let byteSize = 0;
  return {
    async *watch(source) {
      for await (const piece of source) {
        hash.update(piece);
        byteSize += piece.byteLength;
        yield piece;
      }
    },
    proof: () => ({ byteSize, sha256: hash.copy().digest("hex") }),
  };
}
