/** What a run came to: by method and scorer one figure, made of the samples' as the scorer says. */
import type { LoggedAnswer, LogHead, RunLog } from "../log/log-lines.ts";

export interface Total {
  readonly value: number;
  /** Answers to which the scorer applied. */
  readonly answers: number;
}

export interface MethodTotals {
  readonly method: string;
  readonly passed: number;
  readonly answers: number;
  readonly totals: Readonly<Record<string, Total>>;
}

export function methodTotals({ head, answers }: Pick<RunLog, "head" | "answers">): MethodTotals[] {
  const methods = [...new Set(answers.map(({ method }) => method))];
  return methods.map((method) => {
    const own = answers.filter((answer) => answer.method === method);
    const totals = Object.fromEntries(
      head.scorers.flatMap((scorer) => {
        const total = totalOf(scorer, own);
        return total ? [[scorer.name, total] as const] : [];
      }),
    );
    return { method, passed: own.filter(({ passed }) => passed).length, answers: own.length, totals };
  });
}

/** Micro rates sum what was counted; everything else is the mean over the answers it applies to. */
function totalOf({ name, total }: LogHead["scorers"][number], answers: readonly LoggedAnswer[]): Total | null {
  const scores = answers.flatMap(({ scores }) => scores[name] ?? []);
  if (scores.length === 0) return null;
  if (total === "micro") {
    const passed = scores.reduce((sum, { counts, value }) => sum + (counts?.passed ?? value), 0);
    const of = scores.reduce((sum, { counts }) => sum + (counts?.of ?? 1), 0);
    return { value: of === 0 ? 0 : passed / of, answers: scores.length };
  }
  return { value: scores.reduce((sum, { value }) => sum + value, 0) / scores.length, answers: scores.length };
}
