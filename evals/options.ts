/** What `eval SUITE` is asked for on the command line. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { TripwrightError } from "../trip/errors.ts";

export interface RunOptions {
  readonly suite: string;
  /** `null` is the configured one. */
  readonly model: string | null;
  /** A Markdown file, or `null` for the planner's own. */
  readonly prompt: string | null;
  readonly trials: number;
  readonly seed: number;
  readonly concurrency: number;
  readonly out: string;
  readonly baseline: string | null;
  readonly writeBaseline: boolean;
  readonly plain: boolean;
  readonly only: string | null;
  readonly json: boolean;
}

export const RUN_USAGE = `npm run eval -- SUITE [options]
  --model MODEL       offline (default), openai:<id>, …, as for plan
  --prompt FILE       a Markdown prompt instead of prompts/planner.md
  --trials N          how often each sample is asked (1)
  --seed S            of random methods and resampling (1)
  --concurrency C     samples at once (2)
  --out DIR           where log and report go (evals-out/SUITE); an interrupted run there is taken up again
  --only TEXT         the samples whose id or tags hold it
  --baseline FILE     exit 1 below it (evals/baselines/SUITE.json where there is one)
  --write-baseline    keep what this run came to as the baseline
  --plain-model       one call of the model without tools beside it (needs a key)
  --json              the summary as JSON`;

const wholeNumber = (name: string, value: string, least: number, most: number): number => {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new TripwrightError(
    "invalid_input",
    `Expected --${name} as a whole number from ${least} to ${most}, got "${value}".`,
    { [name]: value },
  );
};

/** Throws `invalid_input` with one line that says what was expected. */
export function parseRunOptions(args: readonly string[]): RunOptions {
  const { values, positionals } = parsed(args);
  const [suite, more] = positionals;
  if (suite === undefined || more !== undefined) {
    throw new TripwrightError(
      "invalid_input",
      `Expected one suite, got ${positionals.length}. \`npm run eval\` alone says what there is.`,
      {},
    );
  }
  return {
    suite,
    model: values.model ?? null,
    prompt: values.prompt ?? null,
    trials: wholeNumber("trials", values.trials, 1, 100),
    seed: wholeNumber("seed", values.seed, 0, 2 ** 31 - 1),
    concurrency: wholeNumber("concurrency", values.concurrency, 1, 16),
    out: values.out ?? join("evals-out", suite),
    baseline: values.baseline ?? null,
    writeBaseline: values["write-baseline"],
    plain: values["plain-model"],
    only: values.only ?? null,
    json: values.json,
  };
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TripwrightError("invalid_input", `${why} \`npm run eval\` alone says what there is.`, {});
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      model: { type: "string" },
      prompt: { type: "string" },
      trials: { type: "string", default: "1" },
      seed: { type: "string", default: "1" },
      concurrency: { type: "string", default: "2" },
      out: { type: "string" },
      baseline: { type: "string" },
      "write-baseline": { type: "boolean", default: false },
      "plain-model": { type: "boolean", default: false },
      only: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
}
