/** What two runs were runs of: where they differ, and which of the differences make the comparison doubtful. */
import type { LogHead, RunLog } from "../log/log-lines.ts";

export interface HeadDifference {
  readonly what: string;
  readonly a: string;
  readonly b: string;
}

export interface HeadComparison {
  readonly differences: readonly HeadDifference[];
  readonly warnings: readonly string[];
}

const FIELDS: readonly (readonly [what: string, of: (head: LogHead) => string | number | null])[] = [
  ["suite", ({ suite }) => suite],
  ["model", ({ model }) => model],
  ["model version", ({ modelVersion }) => modelVersion],
  ["prompt", ({ prompt }) => prompt],
  ["prompt hash", ({ promptHash }) => promptHash],
  ["trials", ({ trials }) => trials],
  ["seed", ({ seed }) => seed],
  ["scheduler steps", ({ schedulerSteps }) => schedulerSteps],
  ["tripwright", ({ versions }) => versions.tripwright],
  ["commit", ({ versions }) => versions.commit],
  ["node", ({ versions }) => versions.node],
  ["database", ({ versions }) => versions.database],
  ["suite hash", ({ hashes }) => hashes.suite],
  ["catalogue hash", ({ hashes }) => hashes.catalogue],
  ["tools hash", ({ hashes }) => hashes.tools],
  ["scorers hash", ({ hashes }) => hashes.scorers],
];

/** What is different in more than what was to be compared. */
const DOUBTS: Readonly<Record<string, string>> = {
  suite: "These are runs of different suites: only samples of the same name are compared.",
  "suite hash": "The suite was changed between the runs: samples of one name may ask different things.",
  "catalogue hash": "The catalogue was changed between the runs: the same plan may be judged by other facts.",
  "scorers hash": "The scorers were changed between the runs: the same answer may be scored otherwise.",
};

export function compareHeads(a: RunLog, b: RunLog): HeadComparison {
  const differences = FIELDS.flatMap(([what, of]): HeadDifference[] => {
    const [left, right] = [of(a.head), of(b.head)];
    return left === right ? [] : [{ what, a: shown(left), b: shown(right) }];
  });
  const isSuiteOther = a.head.suite !== b.head.suite;
  return {
    differences,
    warnings: [
      ...differences.flatMap(({ what }) => (isSuiteOther && what === "suite hash" ? [] : (DOUBTS[what] ?? []))),
      ...(a.end === null ? ["A was interrupted: only what it answered is compared."] : []),
      ...(b.end === null ? ["B was interrupted: only what it answered is compared."] : []),
    ],
  };
}

const shown = (value: string | number | null): string => (value === null || value === "" ? "none" : String(value));
