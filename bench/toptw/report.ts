/** Runs of the benchmark as lines, tables and the figures that are compared. */
import type { Table } from "../db/table.ts";
import { gapPercent, type Task } from "./data.ts";

export interface ToptwRun {
  readonly task: Task;
  readonly score: number;
  readonly ms: number;
  readonly routes: readonly (readonly number[])[];
  /** Of the independent verification; a run with any counts as nothing reached. */
  readonly faults: readonly string[];
  /** `null` where there is nothing to compare with. */
  readonly gap: number | null;
}

export interface Totals {
  readonly runs: number;
  readonly meanGapPercent: number | null;
  readonly worstGapPercent: number | null;
  /** Runs that reach or beat their reference. */
  readonly atReference: number;
  readonly meanMs: number;
}

const NOTHING_REACHED = 100;
const gapOf = ({ gap, faults }: ToptwRun): number | null => (gap !== null && faults.length > 0 ? NOTHING_REACHED : gap);
const isNumber = (value: number | null): value is number => value !== null;
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);
const percent = (value: number | null): string => (value === null ? "" : value.toFixed(2));

export function runLine(run: ToptwRun): string {
  const { task, score, ms, faults, gap } = run;
  const head = `${task.instance.padEnd(6)} ${task.paths} paths  score ${String(score).padStart(5)}`;
  const compared =
    task.reference === null
      ? "no reference"
      : `reference ${String(task.reference.score).padStart(5)}  gap ${percent(gap).padStart(5)} %`;
  const remark = gap !== null && gap < 0 ? `  beats the reference (${task.reference?.status})` : "";
  const verdict = faults.length === 0 ? remark : `  NOT VALID: ${faults.join("; ")}`;
  return `${head}  ${compared}  ${ms.toFixed(0).padStart(5)} ms${verdict}`;
}

export function totals(runs: readonly ToptwRun[]): Totals {
  const gaps = runs.map(gapOf).filter(isNumber);
  return {
    runs: runs.length,
    meanGapPercent: rounded(mean(gaps)),
    worstGapPercent: gaps.length === 0 ? null : rounded(Math.max(...gaps)),
    atReference: gaps.filter((gap) => gap <= 0).length,
    meanMs: Math.round(mean(runs.map(({ ms }) => ms)) ?? 0),
  };
}

export function summaryTables(runs: readonly ToptwRun[]): Table[] {
  const head = ["", "runs", "mean gap %", "worst gap %", "at reference", "beaten", "ALNS 10 s %", "OR-Tools 3 s %"];
  const grouped = (title: string, nameOf: (task: Task) => string): Table => ({
    title,
    head,
    rows: [...Map.groupBy(runs, ({ task }) => nameOf(task))].map(([name, members]) => summaryRow(name, members)),
  });
  const sets = grouped("By set", ({ set }) => set);
  const paths = grouped("By number of paths", ({ paths: count }) => String(count));
  return [sets, paths, { title: "All", head, rows: [summaryRow("all", runs)] }];
}

/** The others' means are over the same runs, as far as theirs are known. */
function summaryRow(name: string, runs: readonly ToptwRun[]): string[] {
  const { runs: count, meanGapPercent, worstGapPercent, atReference } = totals(runs);
  const meanOf = (who: "alns" | "orTools"): number | null =>
    mean(
      runs.flatMap(({ task: { reference } }) => {
        const score = reference?.[who] ?? null;
        return reference === null || score === null ? [] : [gapPercent(reference.score, score)];
      }),
    );
  const beaten = runs.filter((run) => (gapOf(run) ?? 0) < 0).length;
  const gaps = [percent(meanGapPercent), percent(worstGapPercent)];
  return [
    name,
    String(count),
    ...gaps,
    String(atReference),
    String(beaten),
    percent(meanOf("alns")),
    percent(meanOf("orTools")),
  ];
}
