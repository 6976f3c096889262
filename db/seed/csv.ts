/**
 * The catalogue's tables are CSV (RFC 4180, UTF-8, a header line): readable in a diff and in a
 * spreadsheet. Rows come out as records by header name; every column is text until a schema parses it.
 */
import { TripwrightError } from "../../trip/errors.ts";

const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;

function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (!match) throw malformed(text, at);
    const [, cell = "", end] = match;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows;
}

function malformed(text: string, at: number): TripwrightError {
  const line = text.slice(0, at).split("\n").length;
  return new TripwrightError(
    "catalogue_invalid",
    `Expected comma-separated cells, got a stray quote on line ${line}.`,
    {
      line,
    },
  );
}

export function parseCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = readCells(text.replace(/^\uFEFF/, ""));
  return rows.map((cells, index) => {
    if (cells.length !== header.length) {
      const line = index + 2;
      throw new TripwrightError(
        "catalogue_invalid",
        `Expected ${header.length} cells (${header.join(", ")}), got ${cells.length} on line ${line}.`,
        { line },
      );
    }
    return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ""]));
  });
}
