/** What `eval toptw` is asked for on the command line. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "../../bench/toptw/options.ts";
import { TripwrightError } from "../../trip/errors.ts";

export interface ToptwOptions {
  readonly data: string;
  /** Of the search, for each instance and number of paths: no clock has a say. */
  readonly steps: number;
  readonly paths: readonly number[];
  readonly only: readonly string[];
  readonly seed: number;
  readonly out: string;
  /** `null` is the one kept beside the suites' own, where it is of the same steps and seed. */
  readonly baseline: string | null;
  readonly writeBaseline: boolean;
  /** How far below its baseline the mean may be, in per cent. */
  readonly tolerance: number;
  readonly json: boolean;
}

export const TOPTW_USAGE =
  "toptw --data DIR [--steps N] [--paths 1,2,3,4] [--only c101,pr07] [--seed S] [--out DIR] [--baseline FILE] [--tolerance PERCENT] [--write-baseline] [--json]";

/** Throws `invalid_input` with what was expected, and what there is. */
export function readToptwOptions(args: readonly string[]): ToptwOptions {
  try {
    return optionsFrom(parse(args).values);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TripwrightError("invalid_input", `${why} Usage: ${TOPTW_USAGE}`, {});
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      steps: { type: "string", default: "2000" },
      paths: { type: "string", default: "1,2,3,4" },
      only: { type: "string", default: "" },
      seed: { type: "string", default: "1" },
      out: { type: "string", default: join("evals-out", "toptw") },
      baseline: { type: "string" },
      "write-baseline": { type: "boolean", default: false },
      tolerance: { type: "string", default: "0" },
      json: { type: "boolean", default: false },
    },
  });
}

function optionsFrom(values: ReturnType<typeof parse>["values"]): ToptwOptions {
  if (values.data === undefined) {
    throw new Error("Expected --data DIR, a folder with the benchmark's instances, got none.");
  }
  const tolerance = Number(values.tolerance);
  if (values.tolerance === "" || !(tolerance >= 0 && tolerance <= 100)) {
    throw new Error(`Expected --tolerance as per cent from 0 to 100, got "${values.tolerance}".`);
  }
  return {
    data: values.data,
    steps: wholeNumber(values.steps, "steps", 1),
    paths: [...new Set(values.paths.split(",").map((text) => wholeNumber(text, "paths", 1)))],
    only: values.only.split(",").filter((name) => name !== ""),
    seed: wholeNumber(values.seed, "seed", 0),
    out: values.out,
    baseline: values.baseline ?? null,
    writeBaseline: values["write-baseline"],
    tolerance,
    json: values.json,
  };
}
