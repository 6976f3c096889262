/** Two runs side by side: which answer stands against which, and which have none to stand against. */
import type { LoggedAnswer, RunLog } from "../log/log-lines.ts";

export interface AnswerPair {
  readonly a: LoggedAnswer;
  readonly b: LoggedAnswer;
}

export interface Pairing {
  readonly methodA: string;
  readonly methodB: string;
  readonly pairs: readonly AnswerPair[];
  /** Answers that the other run does not have: `sample`, or `sample (trial 2)`. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** By sample and trial, in the order of A. */
export function pairAnswers(a: RunLog, b: RunLog, methods: { a: string; b: string }): Pairing {
  const ofA = a.answers.filter(({ method }) => method === methods.a);
  const ofB = new Map(
    b.answers.filter(({ method }) => method === methods.b).map((answer) => [keyOf(answer), answer] as const),
  );
  const keysOfA = new Set(ofA.map(keyOf));
  return {
    methodA: methods.a,
    methodB: methods.b,
    pairs: ofA.flatMap((answer) => {
      const other = ofB.get(keyOf(answer));
      return other ? [{ a: answer, b: other }] : [];
    }),
    onlyA: ofA.filter((answer) => !ofB.has(keyOf(answer))).map(nameOf),
    onlyB: [...ofB.values()].filter((answer) => !keysOfA.has(keyOf(answer))).map(nameOf),
  };
}

/** Those that both have, in the order of A: a method is compared with itself. */
export function methodsInBoth(a: RunLog, b: RunLog): string[] {
  const inB = new Set(b.answers.map(({ method }) => method));
  return [...new Set(a.answers.map(({ method }) => method))].filter((method) => inB.has(method));
}

const keyOf = ({ sample, trial }: LoggedAnswer): string => JSON.stringify([sample, trial]);

export const nameOf = ({ sample, trial }: Pick<LoggedAnswer, "sample" | "trial">): string =>
  trial === 1 ? sample : `${sample} (trial ${trial})`;
