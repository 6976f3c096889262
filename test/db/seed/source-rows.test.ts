/** The built-in tables are read as they are, and a broken one is named with its line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CatalogueFile } from "../../../db/seed/catalogue-files.ts";
import { readCsvRows } from "../../../db/seed/source-rows.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "..", "db", "catalogue");
const NAMES = [
  "countries.csv",
  "countries.meta.json",
  "airports.csv",
  "city-aliases.csv",
  "exchange-rates.csv",
  "regions.csv",
];
const files = (change: (path: string, text: string) => string = (_, text) => text): CatalogueFile[] =>
  NAMES.map((path) => ({ path, content: Buffer.from(change(path, readFileSync(join(FOLDER, path), "utf8"))) }));

test("a byte order mark and CRLF are no matter", () => {
  const windows = files((path, text) => (path === "regions.csv" ? `\uFEFF${text.replaceAll("\n", "\r\n")}` : text));
  expect(readCsvRows(windows)).toEqual(readCsvRows(files()));
});

test.each([
  ["a cell too few", "AU\n"],
  ["a stray quote", 'AU,01,Capital "Territory",ACT\n'],
])("%s is refused with file and line", (_, row) => {
  const broken = files((path, text) => (path === "regions.csv" ? `${text.split("\n")[0]}\n${row}` : text));
  expect(() => readCsvRows(broken)).toThrow(expect.objectContaining({ code: "catalogue_invalid" }));
  expect(() => readCsvRows(broken)).toThrow(/regions\.csv.*line 2/);
});
