/** The trip's costs as two columns that are never added up: what somebody quoted, and that plus our estimates. */
import { COST_HEADINGS, type CostRow, missingText } from "../../trip/export/costs.ts";
import type { PlanReading } from "../../trip/export/plan-reading.ts";
import type { Page } from "./page.ts";
import { padLeft, padRight, widest, wrapText } from "./text-layout.ts";

const GAP = 3;
const INDENT = 2;

export function costLines({ costs, party }: PlanReading, { paint, width }: Page): string[] {
  const title = `Cost for ${party}`;
  const rows = [...costs.rows, costs.total];
  const known = widest([COST_HEADINGS.known, ...rows.map((row) => row.known)]) + GAP;
  const all = widest([COST_HEADINGS.withEstimates, ...rows.map((row) => row.withEstimates)]) + GAP;
  const narrow = widest(rows.map(({ label }) => label)) + INDENT;
  const wide = Math.max(narrow, widest([title]));
  // The title stands on the line of the headings where there is room for both.
  const isOneLine = wide + known + all <= width;
  const labels = isOneLine ? wide : narrow;
  const line = (label: string, row: Omit<CostRow, "label">): string =>
    `${padRight(label, labels)}${padLeft(row.known, known)}${padLeft(row.withEstimates, all)}`;
  const headings = line("", COST_HEADINGS).slice(labels);
  const after = [costs.judgement, missingText(costs)].flatMap((text) => (text ? wrapText(text, width - INDENT) : []));
  return [
    ...(isOneLine
      ? [`${paint.strong(padRight(title, labels))}${paint.faint(headings)}`]
      : [...wrapText(title, width).map(paint.strong), paint.faint(`${" ".repeat(labels)}${headings}`)]),
    ...costs.rows.map((row) => line(`  ${row.label}`, row)),
    paint.strong(line("  Total", costs.total)),
    ...after.map((text) => `  ${text}`),
  ];
}
