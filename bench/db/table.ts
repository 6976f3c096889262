/** One table, for a terminal or as Markdown. The first column is words, the others are figures. */

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = ({ head, rows }: Table): (readonly string[])[] => [head, ...rows];

function widthsOf(table: Table): number[] {
  return table.head.map((_, column) => Math.max(...cellsOf(table).map((row) => (row[column] ?? "").length)));
}

/** Long words at the end of a row would push figures apart, so the last column is not padded. */
export function asText(table: Table): string {
  const widths = widthsOf(table);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        if (column === 0) return cell.padEnd(widths[0] ?? 0);
        return isFigure(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join("  ")
      .trimEnd();
  return [table.title, ...cellsOf(table).map((row) => `  ${line(row)}`)].join("\n");
}

export function asMarkdown(table: Table): string {
  const isNumeric = (column: number): boolean => table.rows.every((row) => isFigure(row[column] ?? ""));
  const rule = table.head.map((_, column) => (column > 0 && isNumeric(column) ? "--:" : "---"));
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [`### ${table.title}`, "", line(table.head), line(rule), ...table.rows.map(line)].join("\n");
}

const isFigure = (cell: string): boolean => /^[-+]?[\d.,]+( (ms|s|MB))?$/.test(cell) || cell === "";
