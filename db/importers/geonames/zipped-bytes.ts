/** The one table within a zip as GeoNames publishes it ("PT.zip" holds PT.txt and a readme), unpacked as it is read. */
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { invalidFile } from "../invalid-file.ts";
import type { ReadOptions } from "../source-record.ts";

async function tableIn(zip: ZipFile): Promise<Entry | null> {
  for await (const entry of zip.eachEntry()) {
    if (/\.txt$/i.test(entry.fileName) && !/readme/i.test(entry.fileName)) return entry;
  }
  return null;
}

function damaged(path: string, error: unknown): Error {
  const remedy = "Download it again.";
  return invalidFile(path, { expected: "a whole zip", got: (error as Error).message, remedy }, error);
}

export async function* zippedBytes(path: string, { signal, onProgress }: ReadOptions): AsyncGenerator<Buffer> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw damaged(path, error);
  });
  try {
    const entry = await tableIn(zip).catch((error: unknown) => {
      throw damaged(path, error);
    });
    if (!entry) throw invalidFile(path, { expected: "a .txt in the zip", got: "none" });
    yield* entryBytes(path, zip, entry, { signal, onProgress });
  } finally {
    zip.close();
  }
}

async function* entryBytes(
  path: string,
  zip: ZipFile,
  entry: Entry,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      signal.throwIfAborted();
      const bytes = chunk as Buffer;
      read += bytes.length;
      yield bytes;
      onProgress(Math.min(1, read / entry.uncompressedSize));
    }
  } catch (error) {
    signal.throwIfAborted();
    throw damaged(path, error);
  }
}
