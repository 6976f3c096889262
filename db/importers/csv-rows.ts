/** Tables with a header line, row by row, however long: cells by column name, and the line a row ends on. */
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { parse as parseText } from "csv-parse/sync";
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

function broken(path: string, error: CsvError): Error {
  const line = typeof error.lines === "number" ? error.lines : undefined;
  const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE";
  const got = isOpen ? "a quote that is not closed" : "a stray quote";
  return invalidFile(path, { expected: "cells and quotes as CSV has them", got, line }, error);
}

function settingsOf({ delimiter = "," }: CsvShape) {
  return {
    delimiter,
    max_record_size: LONGEST_ROW,
    record_delimiter: ["\r\n", "\n"],
    // Rows are counted here: the parser reads ahead, and would speak of row 9 before row 1 was seen.
    relax_column_count: true,
    skip_empty_lines: true,
  };
}

function headerOf(text: string, shape: CsvShape): string[] {
  try {
    return parseText(text, { ...settingsOf(shape), to: 1 })[0] ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [text.split("\n")[0] ?? ""];
  }
}

/** The header; throws unless the file begins as its shape says. */
export async function checkCsv(path: string, shape: CsvShape): Promise<string[]> {
  let header: string[] = [];
  for await (const text of textOf(path, QUIETLY)) {
    header = headerOf(text, shape);
    break;
  }
  const missing = shape.columns.filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  throw invalidFile(path, {
    expected: `${shape.title} with the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`,
    got: header.join("") === "" ? "nothing" : `the header ${shown(header.join(","))}`,
    line: 1,
  });
}

async function* parsedRows(path: string, shape: CsvShape, options: ReadOptions): AsyncGenerator<ParsedRow> {
  const parser = parse({ ...settingsOf(shape), info: true });
  const source = Readable.from(textOf(path, options));
  source.once("error", (error) => parser.destroy(error));
  try {
    for await (const row of source.pipe(parser) as AsyncIterable<ParsedRow>) yield row;
  } catch (error) {
    if (error instanceof CsvError) throw broken(path, error);
    throw error;
  } finally {
    source.destroy();
  }
}

export async function* csvRows(path: string, shape: CsvShape, options: ReadOptions): AsyncGenerator<CsvRow> {
  const header = await checkCsv(path, shape);
  let isHeader = true;
  for await (const { record, info } of parsedRows(path, shape, options)) {
    options.signal.throwIfAborted();
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (record.length !== header.length) {
      throw invalidFile(path, { expected: `${header.length} cells a row`, got: `${record.length}`, line: info.lines });
    }
    const cells: Record<string, string> = {};
    for (const [at, column] of header.entries()) cells[column] = record[at] ?? "";
    yield { cells, line: info.lines };
  }
}
