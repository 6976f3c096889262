/** Logs made in code, for whoever reads, reports or compares them. */
import type { LoggedAnswer, LogHead } from "../../../evals/log/log-lines.ts";

export function headOf(fields: Partial<LogHead> = {}): LogHead {
  return {
    line: "head",
    format: 1,
    runId: "018f0000-0000-7000-8000-000000000001",
    suite: "golden",
    suiteAbout: "Whether plain requests are answered as they should be.",
    startedAt: "2026-11-22T10:00:00.000Z",
    model: "offline",
    modelVersion: "offline/1",
    prompt: "planner",
    promptHash: "prompt-1",
    trials: 1,
    seed: 1,
    methods: ["planner"],
    answers: 2,
    schedulerSteps: 300,
    versions: { tripwright: "0.1.0", commit: null, node: "24.0.0", database: "17" },
    hashes: { suite: "suite-1", catalogue: "catalogue-1", tools: "tools-1", scorers: "scorers-1" },
    scorers: [
      scorerHead("delivery", { total: "micro" }),
      scorerHead("backtracking", { better: "lower", unit: "ratio" }),
      scorerHead("latency", { better: "neither", unit: "ms" }),
    ],
    ...fields,
  };
}

type ScorerHead = LogHead["scorers"][number];

export function scorerHead(name: string, fields: Partial<ScorerHead> = {}): ScorerHead {
  return {
    ...{ name, title: name.charAt(0).toUpperCase() + name.slice(1), formula: "made up for a test", range: [0, 1] },
    ...{ better: "higher", unit: "share", total: "mean", ...fields },
  };
}

export function answerOf(sample: string, fields: Partial<LoggedAnswer> = {}): LoggedAnswer {
  return {
    ...{ line: "answer", sample, purpose: "Made up for a test.", tags: [], city: null, trial: 1, method: "planner" },
    ...{ turns: [], plan: null, findings: [], passed: true, scores: {} },
    tokens: { input: 0, output: 0, cached: 0, reasoning: 0 },
    ...{ costUsd: 0, latencyMs: 10, modelCalls: 1, planRunId: null, failure: null },
    ...fields,
  };
}

export const score = (value: number): LoggedAnswer["scores"][string] => ({ value, explanation: `it is ${value}` });

export const counted = (passed: number, of: number): LoggedAnswer["scores"][string] => ({
  ...score(of === 0 ? 1 : passed / of),
  counts: { passed, of },
});

export const linesOf = (...lines: readonly unknown[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join("");
