/** Files made by the tests, and what a format reads out of them; every record is held against the contract's schema. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import {
  type OpenOptions,
  type OpenRecordFile,
  type Skipped,
  type SourceRecord,
  sourceRecordSchema,
} from "../../../db/importers/source-record.ts";

export const FILE_DATE = "2026-11-01";

/** A folder for the calling test file; writes a file into it and says where it is. */
export function testFiles(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), "tripwright-importers-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

export interface Reading {
  records: SourceRecord[];
  skipped: Skipped[];
  progress: number[];
}

export async function readAll(
  open: OpenRecordFile,
  path: string,
  options: Partial<OpenOptions> = {},
): Promise<Reading> {
  const file = await open(path, { fileDate: FILE_DATE, ...options });
  const reading: Reading = { records: [], skipped: [], progress: [] };
  const signal = new AbortController().signal;
  for await (const item of file.records({ signal, onProgress: (done) => reading.progress.push(done) })) {
    if (item.kind === "skipped") reading.skipped.push(item);
    else {
      // Strict enough to see a field that was set to `undefined`, which JSON would lose.
      sourceRecordSchema.parse(item);
      if (Object.values(item).includes(undefined)) throw new Error(`a field is undefined in ${JSON.stringify(item)}`);
      reading.records.push(item);
    }
  }
  return reading;
}

/** Reads until the second record, then gives up; what was thrown. */
export async function abortHalfway(
  open: OpenRecordFile,
  path: string,
  options: Partial<OpenOptions> = {},
): Promise<unknown> {
  const file = await open(path, { fileDate: FILE_DATE, ...options });
  const abort = new AbortController();
  let count = 0;
  try {
    for await (const _ of file.records({ signal: abort.signal, onProgress: () => {} })) {
      count += 1;
      if (count === 2) abort.abort(new Error("stopped by the test"));
    }
  } catch (error) {
    return error;
  }
  return new Error(`read on to record ${count}`);
}
