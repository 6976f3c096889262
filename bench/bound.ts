/**
 * How near the bound comes to the reference scores of the team orienteering instances: for every instance
 * and number of paths, steps for so many milliseconds of processor time.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createBound } from "../trip/schedule/bound/bound.ts";
import { problemOf, readInstance } from "./toptw/instance.ts";

const USAGE = "npm run bench -- bound --data DIR [--paths 1,2,3,4] [--ms 1000] [--only c101,pr03]";

interface Run {
  readonly instance: string;
  readonly paths: number;
  readonly reference: number;
  readonly bound: number;
  readonly gapPercent: number;
  readonly ms: number;
}

const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** By instance and paths; rows of the file are `instance,routes,score,…`. */
function readReferences(folder: string): Map<string, number> {
  const [, ...rows] = readFileSync(join(folder, "reference_scores.csv"), "utf8").trim().split("\n");
  return new Map(
    rows.map((row) => {
      const [instance = "", paths = "", score = ""] = row.split(",");
      return [`${instance}/${paths}`, Number(score)];
    }),
  );
}

function measure(folder: string, instance: string, paths: number, reference: number, ms: number): Run {
  const file = join(folder, "instances", `${instance}.txt`);
  // Cordeau's instances keep two decimals of a distance, Solomon's one.
  const problem = problemOf(readInstance(file, instance.startsWith("pr") ? 2 : 1), paths, 1);
  const began = usedMs();
  const bound = createBound(problem);
  while (usedMs() - began < ms && !bound.isDone) bound.step(1);
  const gapPercent = (100 * (bound.value - reference)) / bound.value;
  return { instance, paths, reference, bound: bound.value, gapPercent, ms: usedMs() - began };
}

const round = (value: number): number => Math.round(value * 100) / 100;

function statistics(gaps: readonly number[]): { median: number; mean: number; worst: number } {
  const sorted = gaps.toSorted((one, other) => one - other);
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0);
  return {
    median: round(middle / 2),
    mean: round(sorted.reduce((sum, gap) => sum + gap, 0) / Math.max(1, sorted.length)),
    worst: round(sorted.at(-1) ?? 0),
  };
}

function report(runs: readonly Run[]): void {
  const sets = Map.groupBy(runs, ({ instance }) => instance.replace(/\d+$/, ""));
  for (const [set, each] of sets) {
    const { median, mean, worst } = statistics(each.map(({ gapPercent }) => gapPercent));
    console.error(`${set.padEnd(4)} ${each.length} runs: median ${median} %, mean ${mean} %, worst ${worst} %`);
  }
  const { median, mean, worst } = statistics(runs.map(({ gapPercent }) => gapPercent));
  const meanMs = Math.round(runs.reduce((sum, { ms }) => sum + ms, 0) / Math.max(1, runs.length));
  const line = { runs: runs.length, medianGapPercent: median, meanGapPercent: mean, worstGapPercent: worst, meanMs };
  console.log(JSON.stringify(line));
}

/** Answers the exit code: 1 when a bound is below a score that somebody reached. */
export function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string", default: "data/toptw" },
      paths: { type: "string", default: "1,2,3,4" },
      ms: { type: "string", default: "1000" },
      only: { type: "string" },
    },
  });
  const folder = values.data;
  if (!existsSync(join(folder, "instances"))) {
    console.log(`No instances in ${folder}, so nothing is measured: ${USAGE}`);
    return Promise.resolve(0);
  }
  const references = readReferences(folder);
  const only = values.only?.split(",");
  const names = readdirSync(join(folder, "instances"))
    .map((file) => file.replace(/\.txt$/, ""))
    .filter((name) => only?.includes(name) ?? true)
    .sort();
  const runs = names.flatMap((name) =>
    values.paths.split(",").flatMap((paths) => {
      const reference = references.get(`${name}/${paths}`);
      if (reference === undefined) return [];
      const each = measure(folder, name, Number(paths), reference, Number(values.ms));
      const { bound, gapPercent, ms } = each;
      console.error(
        `${name} ${paths} paths: reference ${reference}, bound ${bound.toFixed(2)}, gap ${gapPercent.toFixed(2)} %, ${ms.toFixed(0)} ms`,
      );
      return [each];
    }),
  );
  report(runs);
  const wrong = runs.filter(({ bound, reference }) => bound < reference - 1e-6);
  for (const { instance, paths } of wrong) console.error(`BELOW THE REFERENCE  ${instance}, ${paths} paths`);
  return Promise.resolve(wrong.length === 0 ? 0 : 1);
}
