/**
 * The scheduler on its full model: quality by time, the largest trips, growth, plain methods beside it,
 * and small cases with a proven optimum. Every plan is judged by `evaluate`.
 */
import { asMarkdown, asText } from "./db/table.ts";
import { machineLine } from "./machine.ts";
import { measureAgainstOptimum } from "./schedule/against-optimum.ts";
import { generateProblem } from "./schedule/generate.ts";
import { measureGrowth } from "./schedule/growth.ts";
import { type Part, readOptions, type ScheduleOptions, USAGE } from "./schedule/options.ts";
import { measureLarge, measureUsual, USUAL } from "./schedule/over-time.ts";
import type { PartReport } from "./schedule/part.ts";
import { measurePlainMethods } from "./schedule/plain-methods.ts";
import { timedSearch } from "./timed-search.ts";

const WARM_UP_MS = 500;
const progress = (message: string): void => console.error(`· ${message}`);

const PARTS: Readonly<Record<Part, (options: ScheduleOptions) => PartReport | Promise<PartReport>>> = {
  time: ({ seeds }) => measureUsual(seeds, progress),
  large: () => measureLarge(progress),
  growth: () => measureGrowth(progress),
  plain: ({ seeds }) => measurePlainMethods(seeds, progress),
  exact: ({ cases }) => measureAgainstOptimum(cases, progress),
};

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let options: ScheduleOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  // A server's code is warm; the first run of a process would measure the compiler.
  timedSearch(generateProblem({ ...USUAL, seed: 0 }), WARM_UP_MS);
  const figures: Record<string, number | null> = {};
  for (const part of options.parts) {
    const report = await PARTS[part](options);
    Object.assign(figures, report.figures);
    for (const table of options.json ? [] : report.tables) {
      console.log(`${options.markdown ? asMarkdown(table) : asText(table)}\n`);
    }
  }
  if (!options.json) console.log(`${machineLine()}, one thread\n`);
  console.log(
    JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value)),
  );
  return 0;
}
