/** A figure of merit: a formula with a range, computed from a scene, with the sentence that explains it. */
import type { Scene } from "./scene.ts";

export interface Score {
  readonly value: number;
  /** For a person: what the value comes from, with the numbers in it. */
  readonly explanation: string;
  /** Of rates: what was counted, so that micro rates are summed and not averaged. */
  readonly counts?: { readonly passed: number; readonly of: number } | undefined;
}

export interface Scorer {
  /** Lower case words with hyphens; its name in logs and tables. */
  readonly name: string;
  /** In tables, for example `Hours kept`. */
  readonly title: string;
  /** What is computed, as a formula in words, and its source where there is one. */
  readonly formula: string;
  readonly range: readonly [low: number, high: number];
  /** `neither`: a fact such as latency that decides nothing by itself. */
  readonly better: "higher" | "lower" | "neither";
  readonly unit: "share" | "ratio" | "count" | "ms" | "tokens" | "usd" | "minutes" | "score";
  /** How a run's figure is made of its samples'. `micro` sums counts. */
  readonly total: "mean" | "micro";
  /** `null` where it does not apply, for example diet where nobody asked for one. */
  score(scene: Scene): Score | null;
}
