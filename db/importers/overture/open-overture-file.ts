/**
 * Overture's places theme as it is published: GeoParquet, a row a place. Only the columns that are used are read, and
 * of a row group only so many rows at a time that they fit in memory.
 */
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from "hyparquet";
import { wkbToGeojson } from "hyparquet/src/wkb.js";
import { compressors } from "hyparquet-compressors";
import { openFile } from "../file-bytes.ts";
import { invalidFile } from "../invalid-file.ts";
import type { CatalogueSource, OpenRecordFile, ReadOptions, Skipped, SourceRecord } from "../source-record.ts";
import { type OvertureRow, overtureRecord, parseRow } from "./overture-record.ts";

export const OVERTURE: CatalogueSource = {
  name: "overture",
  title: "Overture Maps places",
  licence: "CDLA-Permissive-2.0",
  licenceUrl: "https://cdla.dev/permissive-2-0/",
  attribution: "Overture Maps Foundation, overturemaps.org",
};

const REQUIRED = ["id", "geometry", "names", "confidence"];
/** The largest first, while nothing else is held. */
const COLUMNS = [
  "sources",
  "addresses",
  "names",
  "taxonomy",
  "categories",
  "websites",
  "phones",
  "geometry",
  "id",
  "confidence",
  "basic_category",
  "operating_status",
];
const MOST_ROWS = 50_000;
const EXPECTED = "a GeoParquet file of Overture's places";

interface ParquetFile {
  readonly path: string;
  readonly buffer: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: string[];
}

async function openParquet(path: string): Promise<ParquetFile> {
  await (await openFile(path)).close();
  const buffer = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(buffer).catch((error: unknown) => {
    throw invalidFile(path, { expected: EXPECTED, got: (error as Error).message }, error);
  });
  const present = parquetSchema(metadata).children.map(({ element }) => element.name);
  const missing = REQUIRED.filter((column) => !present.includes(column));
  if (missing.length > 0 || !(present.includes("categories") || present.includes("taxonomy"))) {
    throw invalidFile(path, { expected: EXPECTED, got: `one with the columns ${present.slice(0, 12).join(", ")}` });
  }
  return { path, buffer, metadata, columns: COLUMNS.filter((column) => present.includes(column)) };
}

/** Files without GeoParquet's own metadata have the geometry as bytes (WKB). */
function withGeometry(row: Record<string, unknown>): Record<string, unknown> {
  const { geometry } = row;
  if (!(geometry instanceof Uint8Array)) return row;
  const view = new DataView(geometry.buffer, geometry.byteOffset, geometry.byteLength);
  return { ...row, geometry: wkbToGeojson({ view, offset: 0 }) as unknown };
}

function rowOf({ path }: ParquetFile, row: Record<string, unknown>, at: number): OvertureRow {
  const parsed = parseRow(withGeometry(row));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const got = `row ${at} with ${issue?.path.join(".")}: ${issue?.message}`;
  throw invalidFile(path, { expected: EXPECTED, got }, parsed.error);
}

/** Of what a source says only the date is used, and it says much: kept so, a part of a file fits in memory. */
function kept(column: string, value: unknown): unknown {
  if (column !== "sources" || !Array.isArray(value)) return value;
  return value.map((source: { update_time?: unknown } | null) => ({ update_time: source?.update_time }));
}

/** Column by column: nested columns take many times their size while they are put together. */
async function rowsBetween(file: ParquetFile, rowStart: number, rowEnd: number): Promise<Record<string, unknown>[]> {
  const { path, buffer, metadata, columns } = file;
  const rows: Record<string, unknown>[] = Array.from({ length: rowEnd - rowStart }, () => ({}));
  const settings = { file: buffer, metadata, rowStart, rowEnd, compressors, utf8: false, useOffsetIndex: true };
  try {
    for (const column of columns) {
      const values = await parquetReadObjects({ ...settings, columns: [column] });
      for (const [at, row] of rows.entries()) row[column] = kept(column, values[at]?.[column]);
    }
    return rows;
  } catch (error) {
    const got = `rows ${rowStart + 1} to ${rowEnd} that cannot be read (${(error as Error).message})`;
    throw invalidFile(path, { expected: EXPECTED, got, remedy: "Download it again." }, error);
  }
}

/** Row groups one after the other, large ones in parts. */
function* parts({ row_groups }: FileMetaData): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (const { num_rows } of row_groups) {
    const end = start + Number(num_rows);
    for (; start < end; start = Math.min(end, start + MOST_ROWS)) yield [start, Math.min(end, start + MOST_ROWS)];
  }
}

async function* records(
  file: ParquetFile,
  fileDate: string,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<SourceRecord | Skipped> {
  const total = Number(file.metadata.num_rows);
  for (const [start, end] of parts(file.metadata)) {
    signal.throwIfAborted();
    for (const [at, row] of (await rowsBetween(file, start, end)).entries()) {
      signal.throwIfAborted();
      yield overtureRecord(rowOf(file, row, start + at + 1), fileDate);
    }
    onProgress(end / total);
  }
}

export const openOvertureFile: OpenRecordFile = async (path, { fileDate }) => {
  const file = await openParquet(path);
  return { source: OVERTURE, records: (options) => records(file, fileDate, options) };
};
