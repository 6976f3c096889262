/** One table, for a terminal or as Markdown. Columns of figures stand at the right. */

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Column {
  readonly width: number;
  readonly isNumeric: boolean;
}

const FIGURE = /^([-+]?[\d.,]+( (ms|s|MB))?)?$/;

function columnsOf({ head, rows }: Table): Column[] {
  return head.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    return {
      width: Math.max(name.length, ...cells.map((cell) => cell.length)),
      isNumeric: cells.length > 0 && cells.every((cell) => FIGURE.test(cell)),
    };
  });
}

export function asText(table: Table): string {
  const columns = columnsOf(table);
  const line = (row: readonly string[]): string =>
    columns
      .map(({ width, isNumeric }, column) => {
        const cell = row[column] ?? "";
        return isNumeric ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [table.title, ...[table.head, ...table.rows].map((row) => `  ${line(row)}`)].join("\n");
}

export function asMarkdown(table: Table): string {
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const rule = columnsOf(table).map(({ isNumeric }) => (isNumeric ? "--:" : "---"));
  return [`### ${table.title}`, "", line(table.head), line(rule), ...table.rows.map(line)].join("\n");
}
