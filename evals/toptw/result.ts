/**
 * What `toptw.json` holds. Nothing in it comes from a clock: the same program, instances, steps and seed write the same
 * file, byte for byte, on a slow machine and a fast one.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type ToptwRun, totals } from "../../bench/toptw/report.ts";
import { VERSION } from "../../server/version.ts";
import type { ToptwOptions } from "./options.ts";

export interface SetFigures {
  readonly runs: number;
  /** Runs whose routes do not hold; they count as having reached nothing. */
  readonly invalid: number;
  /** `null` where there are no reference scores. */
  readonly meanGapPercent: number | null;
  readonly worstGapPercent: number | null;
  readonly atReference: number;
}

export interface RunResult {
  readonly instance: string;
  readonly paths: number;
  readonly score: number;
  readonly reference: number | null;
  /** What the reference is, in the words of its file: proven, from the literature, … */
  readonly referenceStatus: string | null;
  readonly gapPercent: number | null;
  readonly faults: readonly string[];
  /** The vertices of each path in order, without the depot: "13 17 10". */
  readonly routes: readonly string[];
}

export interface ToptwResult {
  readonly format: 1;
  readonly suite: "toptw";
  readonly tripwright: string;
  readonly steps: number;
  readonly seed: number;
  /** Of the instances that ran, and of what they are compared with. */
  readonly dataHash: string;
  readonly all: SetFigures;
  readonly bySet: Readonly<Record<string, SetFigures>>;
  readonly byPaths: Readonly<Record<string, SetFigures>>;
  readonly runs: readonly RunResult[];
}

export function resultOf(runs: readonly ToptwRun[], { steps, seed }: ToptwOptions): ToptwResult {
  const grouped = (nameOf: (run: ToptwRun) => string): Record<string, SetFigures> =>
    Object.fromEntries([...Map.groupBy(runs, nameOf)].map(([name, members]) => [name, figuresOf(members)]));
  return {
    ...{ format: 1, suite: "toptw", tripwright: VERSION, steps, seed, dataHash: dataHash(runs) },
    all: figuresOf(runs),
    bySet: grouped(({ task }) => task.set),
    byPaths: grouped(({ task }) => String(task.paths)),
    runs: runs.map(({ task, score, gap, faults, routes }) => ({
      ...{ instance: task.instance, paths: task.paths, score },
      ...{ reference: task.reference?.score ?? null, referenceStatus: task.reference?.status ?? null },
      ...{ gapPercent: gap === null ? null : Math.round(gap * 1000) / 1000, faults },
      routes: routes.map((route) => route.join(" ")),
    })),
  };
}

function figuresOf(runs: readonly ToptwRun[]): SetFigures {
  const { runs: count, meanGapPercent, worstGapPercent, atReference } = totals(runs);
  const invalid = runs.filter(({ faults }) => faults.length > 0).length;
  return { runs: count, invalid, meanGapPercent, worstGapPercent, atReference };
}

function dataHash(runs: readonly ToptwRun[]): string {
  const hash = createHash("sha256");
  for (const file of new Set(runs.map(({ task }) => task.file))) hash.update(readFileSync(file)).update("\0");
  const references = runs.map(({ task }) => [task.instance, task.paths, task.reference?.score ?? null]);
  return hash.update(JSON.stringify(references)).digest("hex").slice(0, 16);
}
