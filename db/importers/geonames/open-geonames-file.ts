/**
 * GeoNames' tables: cities500, cities1000, cities5000 or cities15000, a country's dump or allCountries, as text or in
 * the zip they are published in. Tab-separated, without a header and without quotes.
 */
import { packedForm, QUIETLY } from "../file-bytes.ts";
import { decoded, type Line, linesOf, textOf } from "../file-text.ts";
import { invalidFile, shown } from "../invalid-file.ts";
import type { CatalogueSource, OpenRecordFile, ReadOptions, Skipped, SourceRecord } from "../source-record.ts";
import { COLUMNS, type GeonameRow, geonameRecord } from "./geoname-record.ts";
import { zippedBytes } from "./zipped-bytes.ts";

export const GEONAMES: CatalogueSource = {
  name: "geonames",
  title: "GeoNames",
  licence: "CC-BY-4.0",
  licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
  attribution: "GeoNames (geonames.org), CC BY 4.0",
};

const EXPECTED = `a table of GeoNames (${COLUMNS.length} cells a row, between tabs)`;

async function textFrom(path: string, options: ReadOptions): Promise<AsyncIterable<string>> {
  return (await packedForm(path)) === "zip" ? decoded(path, zippedBytes(path, options)) : textOf(path, options);
}

function rowOf(path: string, { text, number }: Line): GeonameRow {
  const cells = text.split("\t");
  if (cells.length !== COLUMNS.length || !/^\d+$/.test(cells[0] ?? "")) {
    const got = cells.length === 1 ? shown(text) : `${cells.length} cells beginning with ${shown(cells[0] ?? "")}`;
    throw invalidFile(path, { expected: EXPECTED, got, line: number });
  }
  return Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] ?? ""])) as unknown as GeonameRow;
}

async function* rows(path: string, options: ReadOptions): AsyncGenerator<GeonameRow> {
  let isEmpty = true;
  for await (const line of linesOf(path, await textFrom(path, options))) {
    options.signal.throwIfAborted();
    if (line.text === "") continue;
    isEmpty = false;
    yield rowOf(path, line);
  }
  if (isEmpty) throw invalidFile(path, { expected: EXPECTED, got: "an empty file" });
}

async function* records(path: string, fileDate: string, options: ReadOptions): AsyncGenerator<SourceRecord | Skipped> {
  for await (const row of rows(path, options)) yield geonameRecord(row, fileDate);
}

async function checkBeginning(path: string): Promise<void> {
  for await (const _ of rows(path, QUIETLY)) return;
}

export const openGeonamesFile: OpenRecordFile = async (path, { fileDate }) => {
  await checkBeginning(path);
  return { source: GEONAMES, records: (options) => records(path, fileDate, options) };
};
