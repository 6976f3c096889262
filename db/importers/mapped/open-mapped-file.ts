/** A table (CSV, TSV) or GeoJSON of anybody's own, read as a mapping file says. */
import { QUIETLY } from "../file-bytes.ts";
import { textOf } from "../file-text.ts";
import { invalidFile } from "../invalid-file.ts";
import type { OpenRecordFile, ReadOptions, Skipped, SourceRecord } from "../source-record.ts";
import { mappedRecord, UnknownTypes } from "./mapped-record.ts";
import { type FileForm, formOf, mappedRows } from "./mapped-row.ts";
import type { Mapping } from "./mapping.ts";
import { readMapping } from "./read-mapping.ts";

async function beginningOf(path: string): Promise<string> {
  for await (const piece of textOf(path, QUIETLY)) if (piece.trim() !== "") return piece;
  throw invalidFile(path, { expected: "a table (CSV, TSV) or GeoJSON", got: "an empty file" });
}

/** A feature has no header to hold a mapping against: the first must at least have a name. */
async function checkFirstRow(path: string, form: FileForm, mapping: Mapping): Promise<void> {
  for await (const { cells, line } of mappedRows(path, form, mapping, QUIETLY)) {
    const { from } = mapping.fields.name ?? {};
    if (from === undefined || cells.has(from)) return;
    const got = `a feature with ${[...cells.keys()].join(", ") || "no properties"}`;
    throw invalidFile(path, { expected: `the property "${from}" (the mapping's name)`, got, line });
  }
}

async function* records(
  path: string,
  form: FileForm,
  mapping: Mapping,
  fileDate: string,
  options: ReadOptions,
): AsyncGenerator<SourceRecord | Skipped> {
  const unknownTypes = new UnknownTypes();
  for await (const row of mappedRows(path, form, mapping, options)) {
    options.signal.throwIfAborted();
    yield mappedRecord(row, mapping, fileDate, unknownTypes);
  }
}

export const openMappedFile: OpenRecordFile = async (path, { mapping: mappingPath, fileDate }) => {
  const mapping = await readMapping(mappingPath);
  const form = formOf(await beginningOf(path), mapping);
  await checkFirstRow(path, form, mapping);
  return { source: mapping.source, records: (options) => records(path, form, mapping, fileDate, options) };
};
