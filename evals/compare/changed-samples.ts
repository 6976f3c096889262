/** The samples that somebody will want to open: what passed in one run and failed in the other, and on what. */
import type { LoggedAnswer } from "../log/log-lines.ts";
import type { AnswerPair } from "./pair-answers.ts";

export interface ChangedSample {
  readonly sample: string;
  readonly purpose: string;
  /** Trials that passed, of how many that stand in both. */
  readonly passedA: number;
  readonly passedB: number;
  readonly trials: number;
  /** Of the run that passes less, what did not hold. */
  readonly why: readonly string[];
}

/** Worse in B before better in B, each in the order of the suite. */
export function changedSamples(pairs: readonly AnswerPair[]): ChangedSample[] {
  const changed = [...Map.groupBy(pairs, ({ a }) => a.sample)].flatMap(([sample, own]): ChangedSample[] => {
    const passedA = own.filter(({ a }) => a.passed).length;
    const passedB = own.filter(({ b }) => b.passed).length;
    if (passedA === passedB) return [];
    const worse = own.map(({ a, b }) => (passedB < passedA ? b : a));
    const why = [...new Set(worse.flatMap(faultsOf))];
    return [{ sample, purpose: own[0]?.a.purpose ?? "", passedA, passedB, trials: own.length, why }];
  });
  const isWorse = ({ passedA, passedB }: ChangedSample): boolean => passedB < passedA;
  return [...changed.filter(isWorse), ...changed.filter((one) => !isWorse(one))];
}

function faultsOf({ passed, failure, findings, plan }: LoggedAnswer): string[] {
  if (passed) return [];
  if (failure !== null) return [failure];
  const broken = findings.filter(({ holds }) => !holds).map(({ demand, found }) => `${demand}: ${found}`);
  if (broken.length > 0) return broken;
  if (plan === null) return ["no plan"];
  return plan.verdict.violations.filter(({ severity }) => severity === "error").map(({ message }) => message);
}
