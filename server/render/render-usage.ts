/** What models took and cost as a table: a day a block, a model and prompt a line of figures under their names. */
import type { UsageReport } from "../usage-report.ts";
import { pageOf } from "./page.ts";
import { padLeft, wrapText } from "./text-layout.ts";

type Row = UsageReport["rows"][number];

const COUNT = new Intl.NumberFormat("en");
const SHORT_HASH = 8;

/** Under one heading each, right-aligned. */
const COLUMNS: readonly { heading: string; width: number; of(row: Row): string }[] = [
  { heading: "runs", width: 6, of: ({ runs }) => COUNT.format(runs) },
  { heading: "calls", width: 7, of: ({ modelCalls }) => COUNT.format(modelCalls) },
  { heading: "input", width: 11, of: ({ tokens }) => COUNT.format(tokens.input) },
  { heading: "cached", width: 11, of: ({ tokens }) => COUNT.format(tokens.cached) },
  { heading: "output", width: 10, of: ({ tokens }) => COUNT.format(tokens.output) },
  { heading: "USD", width: 10, of: ({ costUsd }) => usdText(costUsd) },
  { heading: "first", width: 8, of: ({ firstTokenMs }) => secondsText(firstTokenMs) },
  { heading: "plans ok", width: 10, of: ({ plansOk, plansNotOk }) => plansText(plansOk, plansNotOk) },
  { heading: "rating", width: 7, of: ({ averageRating }) => averageRating?.toFixed(1) ?? "–" },
];

const usdText = (usd: number | null): string => (usd === null ? "?" : usd.toFixed(4));
const secondsText = (ms: number | null): string => (ms === null ? "–" : `${(ms / 1000).toFixed(2)} s`);
const plansText = (ok: number, notOk: number): string => (ok + notOk === 0 ? "–" : `${ok} of ${ok + notOk}`);

export function renderUsage(report: UsageReport, options: { color: boolean; width: number }): string {
  const { from, to, rows, total } = report;
  const { paint, width } = pageOf(options);
  if (rows.length === 0) return `No model was used from ${from} to ${to}.`;
  const headings = COLUMNS.map(({ heading, width: columns }) => padLeft(heading, columns)).join("");
  const days = [...new Set(rows.map(({ day }) => day))];
  const blocks = days.map((day) => {
    const lines = rows
      .filter((row) => row.day === day)
      .flatMap((row) => [
        `${row.model || "unknown model"}${paint.faint(`  prompt ${row.promptHash.slice(0, SHORT_HASH) || "unknown"}`)}`,
        COLUMNS.map(({ of, width: columns }) => padLeft(of(row), columns)).join(""),
      ]);
    return [paint.strong(day), paint.faint(headings), ...lines].join("\n");
  });
  const { tokens, costUsd, modelCalls } = total;
  const cost = costUsd === null ? "unknown, for some calls have no listed price" : `${costUsd.toFixed(4)} USD`;
  const sum = `${from} to ${to}: ${COUNT.format(modelCalls)} calls, ${COUNT.format(tokens.input + tokens.output)} tokens; cost ${cost}.`;
  return [...blocks, wrapText(sum, width).join("\n")].join("\n\n");
}
