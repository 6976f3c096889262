/** A run's figures as a terminal shows them: a line a scorer, a column a method. */
import type { RunLog } from "../log/log-lines.ts";
import { methodTotals } from "./totals.ts";

const figure = (value: number, unit: string): string => {
  if (unit === "share") return `${(value * 100).toFixed(1)} %`;
  if (unit === "ms") return `${Math.round(value)} ms`;
  if (unit === "usd") return `$${value.toFixed(4)}`;
  return unit === "tokens" ? String(Math.round(value)) : value.toFixed(2);
};

export function totalsText(log: RunLog): string {
  const methods = methodTotals(log);
  const rows = log.head.scorers
    .filter(({ name }) => methods.some(({ totals }) => totals[name]))
    .map(({ name, title, unit, better }) => [
      `${title}${better === "lower" ? " (less is better)" : ""}`,
      ...methods.map(({ totals }) => {
        const total = totals[name];
        return total ? figure(total.value, unit) : "–";
      }),
    ]);
  const passed = [
    "Expectations held; of methods: no error",
    ...methods.map((own) => `${own.passed} of ${own.answers}`),
  ];
  return asColumns([["", ...methods.map(({ method }) => method)], passed, ...rows]);
}

function asColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
