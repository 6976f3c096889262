/**
 * What a suite came to when somebody last looked at it and was content: which samples passed, and the totals. A run
 * below it fails; a run above it is told to keep the better figures.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { RunLog } from "../log/log-lines.ts";
import { PLANNER } from "./judge.ts";
import { methodTotals } from "./totals.ts";

const baselineSchema = z.object({
  suite: z.string(),
  suiteHash: z.string(),
  seed: z.int(),
  trials: z.int(),
  passed: z.int(),
  answers: z.int(),
  /** Samples that did not pass every time. */
  failing: z.array(z.string()),
  totals: z.record(z.string(), z.number()),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** Figures that say nothing of quality, and differ from machine to machine. */
const NOT_HELD = new Set(["latency"]);
/** What rounding may do. */
const SLACK = 1e-6;

export const baselineFile = (suite: string): string => join(import.meta.dirname, "..", "baselines", `${suite}.json`);

export function baselineOf(log: RunLog): Baseline {
  const own = methodTotals(log).find(({ method }) => method === PLANNER);
  const failing = log.answers.filter(({ method, passed }) => method === PLANNER && !passed);
  const { suite, hashes, seed, trials } = log.head;
  const totals = Object.entries(own?.totals ?? {}).filter(([name]) => !NOT_HELD.has(name));
  return {
    ...{ suite, suiteHash: hashes.suite, seed, trials, passed: own?.passed ?? 0, answers: own?.answers ?? 0 },
    failing: [...new Set(failing.map(({ sample }) => sample))].toSorted(),
    totals: Object.fromEntries(totals.map(([name, { value }]) => [name, Math.round(value * 1e6) / 1e6])),
  };
}

export function writeBaseline(file: string, baseline: Baseline): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** `null` where there is none; throws `invalid_input` for one that cannot be read. */
export function readBaseline(file: string): Baseline | null {
  if (!existsSync(file)) return null;
  try {
    return baselineSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    const how = "Write it anew with --write-baseline.";
    throw new TripwrightError(
      "invalid_input",
      `Expected a baseline of a run in ${file}, got something else. ${how}`,
      {},
    );
  }
}

/** Every way in which the run is below, in words; empty when it is not. */
export function belowBaseline(now: Baseline, before: Baseline, log: RunLog): string[] {
  if (now.suiteHash !== before.suiteHash) {
    return [`The suite is another one than the baseline's (${now.suiteHash}, was ${before.suiteHash}): write it anew.`];
  }
  const newlyFailing = now.failing.filter((sample) => !before.failing.includes(sample));
  const fallen = log.head.scorers.flatMap(({ name, better }) => {
    const [was, is] = [before.totals[name], now.totals[name]];
    if (was === undefined || is === undefined || better === "neither") return [];
    const loss = better === "higher" ? was - is : is - was;
    return loss > SLACK ? [`${name}: ${round(is)}, was ${round(was)}`] : [];
  });
  const fewer = now.passed / Math.max(1, now.answers) < before.passed / Math.max(1, before.answers) - SLACK;
  return [
    ...(fewer ? [`passed: ${now.passed} of ${now.answers}, was ${before.passed} of ${before.answers}`] : []),
    ...newlyFailing.map((sample) => `${sample} passed before`),
    ...fallen,
  ];
}

const round = (value: number): string => String(Math.round(value * 1e4) / 1e4);
