/** `eval compare A B`: two logs, or the folders that runs wrote them to. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { TripwrightError } from "../../trip/errors.ts";
import { readLog } from "../log/read-log.ts";
import { compareRuns } from "./compare-runs.ts";
import { comparisonText } from "./comparison-text.ts";

export const COMPARE_USAGE = `npm run eval -- compare A B [options]
  A, B                logs (run.jsonl), or the folders that hold them; A is what B is measured against
  --method NAME       one method alone (all that both ran)
  --against NAME      B's method, where it is another one: --method nearest --against planner
  --seed S            of the resampling (1)
  --json              the comparison as JSON`;

/** Answers the exit code. Throws `invalid_input` with one line that says what was expected. */
export async function compareCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [first, second, more] = positionals;
  if (first === undefined || second === undefined || more !== undefined) {
    throw wrong(`Expected two logs, got ${positionals.length}.`);
  }
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw wrong(`Expected --seed as a whole number, got "${values.seed}".`);
  const [a, b] = [logFile(first), logFile(second)];
  const { method, against } = values;
  const comparison = compareRuns(readLog(a), readLog(b), { method, against, seed });
  const shown = values.json ? JSON.stringify({ a, b, ...comparison }, null, 2) : comparisonText(comparison, { a, b });
  process.stdout.write(`${shown}\n`);
  return 0;
}

const logFile = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, "run.jsonl") : path;

const wrong = (message: string): TripwrightError =>
  new TripwrightError("invalid_input", `${message}\n\n${COMPARE_USAGE}`, {});

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      method: { type: "string" },
      against: { type: "string" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
}
