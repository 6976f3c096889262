/** Tables with a header line, row by row, however long: cells by column name, and the line a row ends on. */
import { Readable } from "node:stream";
import { CsvError, type Options, parse } from "csv-parse";
import { QUIETLY } from "./file-bytes.ts";
import { textOf } from "./file-text.ts";
import { invalidFile, shown } from "./invalid-file.ts";
import type { ReadOptions } from "./source-record.ts";

export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface CsvShape {
  /** "a listings file of Wikivoyage (CSV)": said when the file is something else. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly delimiter?: string;
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** A quote that is never closed would otherwise read the rest of the file as one cell. */
const LONGEST_ROW = 1 << 20;

function broken(path: string, error: CsvError, columns: number): Error {
  const line = typeof error.lines === "number" ? error.lines : undefined;
  switch (error.code) {
    case "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH": {
      const record = error.record;
      return invalidFile(path, {
        expected: `${columns} cells a row`,
        got: `${Array.isArray(record) ? record.length : "another number"}`,
        line,
      });
    }
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_MAX_RECORD_SIZE":
      return invalidFile(path, { expected: "every quote to be closed", got: "one that is not", line }, error);
    default:
      return invalidFile(path, { expected: "cells and quotes as CSV has them", got: "a stray quote", line }, error);
  }
}

function checkHeader(path: string, header: readonly string[], { title, columns }: CsvShape): void {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length === 0) return;
  throw invalidFile(path, {
    expected: `${title} with the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`,
    got: header.join("") === "" ? "nothing" : `the header ${shown(header.join(","))}`,
    line: 1,
  });
}

async function* parsedRows(path: string, shape: CsvShape, options: ReadOptions): AsyncGenerator<ParsedRow> {
  const settings: Options = {
    delimiter: shape.delimiter ?? ",",
    info: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ["\r\n", "\n"],
    skip_empty_lines: true,
  };
  const parser = parse(settings);
  let columns = 0;
  const source = Readable.from(textOf(path, options));
  source.once("error", (error) => parser.destroy(error));
  try {
    for await (const row of source.pipe(parser) as AsyncIterable<ParsedRow>) {
      columns ||= row.record.length;
      yield row;
    }
  } catch (error) {
    if (error instanceof CsvError) throw broken(path, error, columns);
    throw error;
  } finally {
    source.destroy();
  }
}

export async function* csvRows(path: string, shape: CsvShape, options: ReadOptions): AsyncGenerator<CsvRow> {
  let header: string[] | null = null;
  for await (const { record, info } of parsedRows(path, shape, options)) {
    options.signal.throwIfAborted();
    if (header === null) {
      header = record;
      checkHeader(path, header, shape);
      continue;
    }
    const cells: Record<string, string> = {};
    for (const [at, column] of header.entries()) cells[column] = record[at] ?? "";
    yield { cells, line: info.lines };
  }
  if (header === null) checkHeader(path, [], shape);
}

/** Throws unless the file begins as its shape says. */
export async function checkCsv(path: string, shape: CsvShape): Promise<void> {
  for await (const _ of csvRows(path, shape, QUIETLY)) return;
}
