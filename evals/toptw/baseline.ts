/**
 * The scores that somebody was content with, run by run. A run of the benchmark is below them when its scores are lower
 * on the whole: a change of the search wins here and loses there, and only the mean says whether it was worth it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { gapPercent } from "../../bench/toptw/data.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { ToptwOptions } from "./options.ts";
import type { RunResult, ToptwResult } from "./result.ts";

const baselineSchema = z.object({
  suite: z.literal("toptw"),
  steps: z.int(),
  seed: z.int(),
  /** "c101 2" is the instance c101 with two paths. */
  scores: z.record(z.string(), z.number()),
});
export type ToptwBaseline = z.infer<typeof baselineSchema>;

export interface Held {
  /** Runs that both have. */
  readonly runs: number;
  /** How far the scores lie below the baseline's on average, in per cent; negative where they are above. */
  readonly lossPercent: number;
  readonly isBelow: boolean;
  /** Those that lost, the worst first, in words. */
  readonly fallen: readonly string[];
}

/** What rounding may do. */
const SLACK = 1e-9;

const keyOf = ({ instance, paths }: RunResult): string => `${instance} ${paths}`;
/** Routes that do not hold reach nothing. */
const reached = ({ score, faults }: RunResult): number => (faults.length > 0 ? 0 : score);

export function toptwBaseline({ suite, steps, seed, runs }: ToptwResult): ToptwBaseline {
  return { suite, steps, seed, scores: Object.fromEntries(runs.map((run) => [keyOf(run), reached(run)])) };
}

export function writeToptwBaseline(file: string, baseline: ToptwBaseline): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

export function readToptwBaseline(file: string): ToptwBaseline {
  try {
    return baselineSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const message = `Expected a baseline of toptw in ${file}, got ${existsSync(file) ? "something else" : "no file"}. Write one with --write-baseline.`;
    throw new TripwrightError("invalid_input", message, { file }, cause);
  }
}

/** Whether the same search ran: with more steps, or another seed, scores say nothing of the program. */
export function isOfSameSearch(
  baseline: ToptwBaseline,
  { steps, seed }: Pick<ToptwOptions, "steps" | "seed">,
): boolean {
  return baseline.steps === steps && baseline.seed === seed;
}

/** `null` where no run is in both. */
export function heldAgainst(
  { scores }: ToptwBaseline,
  { runs }: Pick<ToptwResult, "runs">,
  tolerance: number,
): Held | null {
  const compared = runs.flatMap((run) => {
    const was = scores[keyOf(run)];
    return was === undefined ? [] : [{ key: keyOf(run), was, is: reached(run), loss: gapPercent(was, reached(run)) }];
  });
  if (compared.length === 0) return null;
  const lossPercent = compared.reduce((sum, { loss }) => sum + loss, 0) / compared.length;
  const fallen = compared
    .filter(({ loss }) => loss > SLACK)
    .toSorted((a, b) => b.loss - a.loss)
    .map(({ key, was, is, loss }) => `${key}: ${is}, was ${was} (${loss.toFixed(2)} % less)`);
  return { runs: compared.length, lossPercent, isBelow: lossPercent > tolerance + SLACK, fallen };
}
