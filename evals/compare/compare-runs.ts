/** Two logs become one comparison: methods that both ran, scorer by scorer, with what changed and what is doubtful. */
import { TripwrightError } from "../../trip/errors.ts";
import type { RunLog } from "../log/log-lines.ts";
import { type ChangedSample, changedSamples } from "./changed-samples.ts";
import { compareHeads, type HeadComparison } from "./head-differences.ts";
import { methodsInBoth, type Pairing, pairAnswers } from "./pair-answers.ts";
import { PASSED, type ScoreDifference, scoreDifference } from "./score-differences.ts";

export interface MethodComparison extends Omit<Pairing, "pairs"> {
  readonly pairs: number;
  readonly samples: number;
  readonly scores: readonly ScoreDifference[];
  readonly changed: readonly ChangedSample[];
}

export interface Comparison extends HeadComparison {
  readonly methods: readonly MethodComparison[];
}

export interface CompareOptions {
  /** Of A, and of B unless `against` says another one. */
  readonly method?: string | undefined;
  readonly against?: string | undefined;
  readonly seed?: number | undefined;
}

/** Throws `invalid_input` when nothing of one run stands against anything of the other. */
export function compareRuns(a: RunLog, b: RunLog, options: CompareOptions = {}): Comparison {
  const methods = methodsOf(a, b, options);
  const compared = methods.map((method) => compareMethod(a, b, { method, seed: options.seed }));
  if (compared.every(({ pairs }) => pairs === 0)) throw nothingIn(a, b);
  return { ...compareHeads(a, b), methods: compared };
}

function methodsOf(a: RunLog, b: RunLog, { method, against }: CompareOptions): { a: string; b: string }[] {
  if (method === undefined && against === undefined) {
    return methodsInBoth(a, b).map((name) => ({ a: name, b: name }));
  }
  const wanted = { a: method ?? against ?? "", b: against ?? method ?? "" };
  for (const [side, { answers }] of [["a", a] as const, ["b", b] as const]) {
    const known = [...new Set(answers.map((answer) => answer.method))];
    if (known.includes(wanted[side])) continue;
    const message = `Expected one of the methods of ${side.toUpperCase()} (${known.join(", ")}), got "${wanted[side]}".`;
    throw new TripwrightError("invalid_input", message, { known });
  }
  return [wanted];
}

function compareMethod(
  a: RunLog,
  b: RunLog,
  { method, seed }: { method: { a: string; b: string }; seed: number | undefined },
): MethodComparison {
  const { pairs, ...pairing } = pairAnswers(a, b, method);
  const inB = new Set(b.head.scorers.map(({ name }) => name));
  const scorers = [PASSED, ...a.head.scorers.filter(({ name }) => inB.has(name) && name !== PASSED.name)];
  return {
    ...pairing,
    pairs: pairs.length,
    samples: new Set(pairs.map((pair) => pair.a.sample)).size,
    scores: scorers.flatMap((scorer) => scoreDifference(scorer, pairs, seed) ?? []),
    changed: changedSamples(pairs),
  };
}

function nothingIn(a: RunLog, b: RunLog): TripwrightError {
  const sides = [a, b].map(({ head, answers }) => `${answers.length} answers of ${head.suite}`);
  const message = `Expected two runs with samples in common, got ${sides.join(" and ")}. Runs of one suite can be compared.`;
  return new TripwrightError("invalid_input", message, {});
}
