/** A solution of the scheduler as a run of the benchmark: its routes, verified by a routine of their own, and its gap. */
import type { Solution } from "../../trip/schedule/solution.ts";
import { gapPercent, type Task } from "./data.ts";
import type { ToptwRun } from "./report.ts";
import { faultsOf } from "./verify.ts";

export function judgedRun(task: Task, solution: Solution, ms: number): ToptwRun {
  const routes = solution.days.map((stops) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit + 1] : [])));
  const score = Math.round(solution.score * 1000) / 1000;
  const faults = faultsOf({ file: task.file, decimals: task.decimals, paths: task.paths, routes, score });
  return { task, score, ms, routes, faults, gap: task.reference && gapPercent(task.reference.score, score) };
}
