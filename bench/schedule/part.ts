/** What each part of the benchmark answers, and the little arithmetic they share. */
import type { Table } from "../db/table.ts";

export interface PartReport {
  readonly tables: readonly Table[];
  /** What goes into the JSON line. */
  readonly figures: Readonly<Record<string, number | null>>;
}
export type Progress = (message: string) => void;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far a score is below another, in per cent of that one. */
export const shortOf = (best: number, score: number): number => (100 * (best - score)) / Math.abs(best);

export const fixed = (value: number, digits = 2): string => value.toFixed(digits);

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
