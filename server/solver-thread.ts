/** One thread of the scheduler: a search, a bound or a conflict, until its steps, its deadline or a stop. */
import { parentPort } from "node:worker_threads";
import { createBound } from "../trip/schedule/bound/bound.ts";
import { type Conflict, findConflict } from "../trip/schedule/conflicts/find-conflict.ts";
import type { Plan } from "../trip/schedule/plan.ts";
import type { Problem } from "../trip/schedule/problem.ts";
import { createSearch } from "../trip/schedule/search.ts";
import type { Solution } from "../trip/schedule/solution.ts";

interface Task {
  readonly problem: Problem;
  readonly steps: number;
  readonly deadlineMs: number;
  /** One shared number; not 0 once nobody waits for the answer any more. */
  readonly stop: Int32Array;
}
export interface SolveTask extends Task {
  readonly kind: "solve";
  readonly start: Plan | undefined;
}
export interface BoundTask extends Task {
  readonly kind: "bound";
}
export interface ConflictTask extends Task {
  readonly kind: "conflict";
}
export type ThreadTask = SolveTask | BoundTask | ConflictTask;
export type ThreadAnswer =
  | { readonly solution: Solution }
  | { readonly bound: number }
  | { readonly conflict: Conflict | null }
  | { readonly failure: string };

/** Between two looks at the clock and the stop sign: a few milliseconds on the largest problems. */
const BATCH_STEPS = 32;

function isOver({ stop }: Task, stopAt: number): boolean {
  return performance.now() >= stopAt || Atomics.load(stop, 0) !== 0;
}

function solve(task: SolveTask, stopAt: number): Solution {
  const { problem, start, steps } = task;
  const search = createSearch(problem, { steps, start });
  while (search.steps < steps && !isOver(task, stopAt)) search.step(Math.min(BATCH_STEPS, steps - search.steps));
  return search.solution();
}

function boundOf(task: BoundTask, stopAt: number): number {
  const bound = createBound(task.problem);
  for (let step = 0; step < task.steps && !bound.isDone && !isOver(task, stopAt); step++) bound.step(1);
  return bound.value;
}

function answerTo(task: ThreadTask): ThreadAnswer {
  const stopAt = performance.now() + task.deadlineMs;
  if (task.kind === "solve") return { solution: solve(task, stopAt) };
  if (task.kind === "bound") return { bound: boundOf(task, stopAt) };
  return { conflict: findConflict(task.problem, { steps: task.steps }) };
}

parentPort?.on("message", (task: ThreadTask) => {
  let answer: ThreadAnswer;
  try {
    answer = answerTo(task);
  } catch (error) {
    answer = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
