/**
 * The scheduler on the public benchmark of the team orienteering problem with time windows: score, gap
 * to the best known, and time, each run verified by a routine of its own before it is shown.
 */
import { writeFileSync } from "node:fs";
import { asText } from "./db/table.ts";
import { machineLine } from "./machine.ts";
import { timedSearch } from "./timed-search.ts";
import { hasData, type Task, tasksIn } from "./toptw/data.ts";
import { problemOf, readInstance } from "./toptw/instance.ts";
import { judgedRun } from "./toptw/judge.ts";
import { readOptions, type ToptwOptions, USAGE } from "./toptw/options.ts";
import { runLine, summaryTables, type ToptwRun, totals } from "./toptw/report.ts";

function solve(task: Task, { ms, seed }: ToptwOptions): ToptwRun {
  const problem = problemOf(readInstance(task.file, task.decimals), task.paths, seed);
  const { solution, ms: took } = timedSearch(problem, ms);
  return judgedRun(task, solution, took);
}

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let options: ToptwOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  if (!hasData(options.data)) {
    console.log(`No benchmark data: ${options.data} has no folder instances/. Nothing was run.`);
    return 0;
  }
  const tasks = tasksIn(options.data, options.paths, options.only);
  const runs: ToptwRun[] = [];
  for (const task of tasks) {
    console.error(`· ${runs.length + 1} of ${tasks.length}: ${task.instance} with ${task.paths} paths`);
    const done = solve(task, options);
    runs.push(done);
    console.log(runLine(done));
  }
  if (options.out !== null) writeFileSync(options.out, routesText(runs));
  for (const table of summaryTables(runs)) console.log(`\n${asText(table)}`);
  console.log(`\n${machineLine()}, ${options.ms} ms a run, one thread, seed ${options.seed}`);
  console.log(JSON.stringify(totals(runs)));
  return runs.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

function routesText(runs: readonly ToptwRun[]): string {
  const lines = runs.flatMap(({ task, routes }) =>
    routes.map((route, index) => [task.instance, task.paths, index + 1, ...route].join(" ")),
  );
  return `${lines.join("\n")}\n`;
}
