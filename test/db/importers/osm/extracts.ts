/** Writes elements to a file of any of the formats, and reads files into records: what the tests beside this share. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Element } from "../../../../bench/osm/element.ts";
import { type PbfOptions, writePbf } from "../../../../bench/osm/write-pbf.ts";
import { writeXml } from "../../../../bench/osm/write-xml.ts";
import { openOsmFile } from "../../../../db/importers/osm/open-osm.ts";
import { type Skipped, type SourceRecord, sourceRecordSchema } from "../../../../db/importers/source-record.ts";

export const FILE_DATE = "2026-02-03";

/** Gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tripwright-osm-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function readFile(
  path: string,
  signal = new AbortController().signal,
): Promise<(SourceRecord | Skipped)[]> {
  const file = await openOsmFile(path, { fileDate: FILE_DATE });
  const all: (SourceRecord | Skipped)[] = [];
  for await (const record of file.records({ signal, onProgress: () => undefined })) {
    all.push(record.kind === "skipped" ? record : sourceRecordSchema.parse(record));
  }
  return all;
}

export async function readAsXml(
  elements: Iterable<Element>,
  name = "extract.osm",
): Promise<(SourceRecord | Skipped)[]> {
  const path = join(temporaryFolder(), name);
  await writeXml(path, elements);
  return await readFile(path);
}

export async function readAsPbf(
  elements: Iterable<Element>,
  options: PbfOptions = {},
): Promise<(SourceRecord | Skipped)[]> {
  const path = join(temporaryFolder(), "extract.osm.pbf");
  await writePbf(path, elements, options);
  return await readFile(path);
}

/** The records and, by reason, how many things were left out. */
export function sorted(all: readonly (SourceRecord | Skipped)[]): {
  records: SourceRecord[];
  skipped: Record<string, number>;
} {
  const skipped: Record<string, number> = {};
  for (const one of all) {
    if (one.kind === "skipped") skipped[one.reason] = (skipped[one.reason] ?? 0) + 1;
  }
  return { records: all.filter((one) => one.kind !== "skipped"), skipped };
}

export async function read(
  elements: readonly Element[],
): Promise<{ records: SourceRecord[]; skipped: Record<string, number> }> {
  return sorted(await readAsPbf(elements));
}

let nextId = 1;

/** A node with tags somewhere; `at` in degrees north and east of a common corner. */
export function node(tags: Record<string, string>, at: readonly [number, number] = [0, 0], id = nextId++): Element {
  return { type: "node", id, lat: 41.5 + at[0], lon: 2.25 + at[1], tags, timestamp: "2024-07-08T09:10:11Z" };
}

/** A closed way around a corner, `size` degrees wide, with the nodes it is made of before it. */
export function square(
  tags: Record<string, string>,
  [lat, lon]: readonly [number, number] = [0, 0],
  size = 0.001,
  cornerTags: readonly Record<string, string>[] = [],
): Element[] {
  const corners = [
    [0, 0],
    [0, size],
    [size, size],
    [size, 0],
  ].map(([north = 0, east = 0], at) => node(cornerTags[at] ?? {}, [lat + north, lon + east]));
  const refs = corners.map(({ id }) => id);
  return [...corners, { type: "way", id: nextId++, refs: [...refs, refs[0] ?? 0], tags }];
}
