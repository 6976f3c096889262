/**
 * `eval toptw`: the scheduler alone on the public benchmark of the team orienteering problem with time windows, by steps
 * and not by the clock, so that a loss is the program's and never the machine's. `bench toptw` is the same by the clock.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { asText } from "../../bench/db/table.ts";
import { hasData, type Task, tasksIn } from "../../bench/toptw/data.ts";
import { problemOf, readInstance } from "../../bench/toptw/instance.ts";
import { judgedRun } from "../../bench/toptw/judge.ts";
import { runLine, summaryTables, type ToptwRun } from "../../bench/toptw/report.ts";
import { createProgressBar } from "../../server/progress-bar.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { createSearch } from "../../trip/schedule/search.ts";
import {
  heldAgainst,
  isOfSameSearch,
  readToptwBaseline,
  type ToptwBaseline,
  toptwBaseline,
  writeToptwBaseline,
} from "./baseline.ts";
import { readToptwOptions, type ToptwOptions } from "./options.ts";
import { resultOf, type ToptwResult } from "./result.ts";

const OWN_BASELINE = join(import.meta.dirname, "..", "baselines", "toptw.json");
const MOST_NAMED = 10;

const say = (message: string): void => {
  process.stderr.write(`· ${message}\n`);
};
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Answers the exit code: 1 where routes do not hold, or below the baseline. */
export async function runToptw(args: readonly string[]): Promise<number> {
  const options = readToptwOptions(args);
  const tasks = tasksOf(options);
  const baseline = options.writeBaseline ? null : baselineFor(options);
  const runs = await solveAll(tasks, options);
  const result = resultOf(runs, options);
  const file = join(options.out, "toptw.json");
  mkdirSync(options.out, { recursive: true });
  const text = JSON.stringify(result, null, 2);
  writeFileSync(file, `${text}\n`);
  if (options.json) print(text);
  else for (const table of summaryTables(runs)) print(`\n${asText(table)}`);
  say(`${file}: ${result.all.runs} runs of ${options.steps} steps, seed ${options.seed}`);
  if (options.writeBaseline) {
    writeToptwBaseline(options.baseline ?? OWN_BASELINE, toptwBaseline(result));
    say(`kept as the baseline: ${options.baseline ?? OWN_BASELINE}`);
  }
  const isBelow = baseline !== null && isBelowBaseline(baseline, result, options);
  return result.all.invalid > 0 || isBelow ? 1 : 0;
}

/** An evaluation that finds nothing to run has not passed. */
function tasksOf({ data, paths, only }: ToptwOptions): Task[] {
  if (!hasData(data)) {
    const message = `Expected --data as a folder with instances/ (and reference_scores.csv to compare with), got "${data}", which has none.`;
    throw new TripwrightError("invalid_input", message, { data });
  }
  const tasks = tasksIn(data, paths, only);
  const missing = only.filter((name) => !tasks.some(({ instance }) => instance === name));
  if (tasks.length > 0 && missing.length === 0) return tasks;
  const what = missing.length > 0 ? `no ${missing.join(", ")}` : "none";
  throw new TripwrightError("invalid_input", `Expected instances in ${join(data, "instances")}, got ${what}.`, {
    data,
  });
}

function baselineFor({ baseline, ...search }: ToptwOptions): ToptwBaseline | null {
  if (baseline === null) {
    if (!existsSync(OWN_BASELINE)) return null;
    const own = readToptwBaseline(OWN_BASELINE);
    return isOfSameSearch(own, search) ? own : null;
  }
  const named = readToptwBaseline(baseline);
  if (isOfSameSearch(named, search)) return named;
  const message = `Expected the steps and seed of ${baseline} (--steps ${named.steps} --seed ${named.seed}), got --steps ${search.steps} --seed ${search.seed}.`;
  throw new TripwrightError("invalid_input", message, { baseline });
}

async function solveAll(tasks: readonly Task[], options: ToptwOptions): Promise<ToptwRun[]> {
  const bar = createProgressBar({ quiet: false });
  const startedAt = performance.now();
  const runs: ToptwRun[] = [];
  try {
    for (const task of tasks) {
      const run = solve(task, options);
      runs.push(run);
      if (!options.json) print(runLine(run));
      const each = (performance.now() - startedAt) / runs.length;
      const text = `${task.instance} with ${task.paths} paths`;
      bar.show({ done: runs.length / tasks.length, text, remainingMs: each * (tasks.length - runs.length) });
      // Ctrl-C is heard between two instances.
      await setImmediate();
    }
  } finally {
    bar.end();
  }
  return runs;
}

function solve(task: Task, { steps, seed }: ToptwOptions): ToptwRun {
  const startedAt = performance.now();
  const search = createSearch(problemOf(readInstance(task.file, task.decimals), task.paths, seed), { steps });
  search.step(steps);
  return judgedRun(task, search.solution(), performance.now() - startedAt);
}

function isBelowBaseline(baseline: ToptwBaseline, result: ToptwResult, options: ToptwOptions): boolean {
  const held = heldAgainst(baseline, result, options.tolerance);
  if (held === null) {
    const message = `Expected runs that ${options.baseline} knows, got none. Write it anew with --write-baseline.`;
    if (options.baseline !== null) throw new TripwrightError("invalid_input", message, {});
    return false;
  }
  const { runs, lossPercent, isBelow, fallen } = held;
  for (const line of isBelow ? fallen.slice(0, MOST_NAMED) : []) process.stderr.write(`below the baseline: ${line}\n`);
  const where = lossPercent > 0 ? `${lossPercent.toFixed(3)} % below` : `${(-lossPercent).toFixed(3)} % above`;
  say(`over the ${runs} runs it knows, the mean is ${where} the baseline`);
  return isBelow;
}
