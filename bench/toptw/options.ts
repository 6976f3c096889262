/** What `npm run bench -- toptw` can be asked for. */
import { parseArgs } from "node:util";

export interface ToptwOptions {
  readonly data: string;
  readonly paths: readonly number[];
  /** Of wall time, for each instance and number of paths. */
  readonly ms: number;
  readonly out: string | null;
  readonly only: readonly string[];
  readonly seed: number;
}

export const USAGE = `npm run bench -- toptw --data DIR [options]
  --data DIR        a folder with instances/ and reference_scores.csv
  --paths 1,2,3,4   numbers of paths
  --ms 1000         wall time for each instance and number of paths
  --out FILE        write the routes: instance, paths, route, vertices
  --only c101,pr07  these instances only
  --seed 1
`;

/** Throws with a sentence for the person at the keyboard. */
export function readOptions(args: readonly string[]): ToptwOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      paths: { type: "string", default: "1,2,3,4" },
      ms: { type: "string", default: "1000" },
      out: { type: "string" },
      only: { type: "string", default: "" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.data === undefined) throw new Error("Expected --data DIR, a folder with the instances, got none.");
  return {
    data: values.data,
    paths: values.paths.split(",").map((text) => wholeNumber(text, "paths", 1)),
    ms: wholeNumber(values.ms, "ms", 1),
    out: values.out ?? null,
    only: values.only.split(",").filter((name) => name !== ""),
    seed: wholeNumber(values.seed, "seed", 0),
  };
}

export function wholeNumber(text: string, name: string, least: number): number {
  const value = Number(text);
  if (text !== "" && Number.isInteger(value) && value >= least) return value;
  throw new Error(`Expected --${name} to be a whole number from ${least} on, got "${text}".`);
}
