/** What a log says, counted once for every report: who was judged, what passed, and where it went wrong. */
import type { LoggedAnswer, LogHead, RunLog } from "../log/log-lines.ts";
import { type FigureRow, figureRows } from "./figures.ts";
import { type Interval, quantile, wilson } from "./intervals.ts";

/** Passed out of all, under a name. */
export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly of: number;
  readonly interval: Interval;
}

export interface CodeCount {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** By method: how often the checker said it. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface Spent {
  readonly tokens: number;
  /** `null` where no answer has a known price. */
  readonly costUsd: number | null;
  readonly medianLatencyMs: number | null;
}

export interface RunReading {
  readonly head: LogHead;
  readonly end: RunLog["end"];
  /** In the order of the head; the one that is judged comes first. */
  readonly methods: readonly string[];
  /** The planner where it took part, else whose itineraries were scored. */
  readonly subject: string;
  readonly byMethod: ReadonlyMap<string, readonly LoggedAnswer[]>;
  readonly failed: readonly LoggedAnswer[];
  readonly passed: readonly LoggedAnswer[];
  /** Samples of the subject: passed in every trial. */
  readonly samples: Tally | null;
  /** Samples of the subject that passed in some trial. */
  readonly passedOnce: number;
  readonly rows: readonly FigureRow[];
  readonly cities: readonly Tally[];
  readonly tags: readonly Tally[];
  readonly kinds: readonly Tally[];
  readonly codes: readonly CodeCount[];
  readonly spent: Spent;
}

const tally = (name: string, passed: number, of: number): Tally => ({ name, passed, of, interval: wilson(passed, of) });
const worstFirst = (a: Tally, b: Tally): number =>
  a.passed / a.of - b.passed / b.of || b.of - a.of || (a.name < b.name ? -1 : 1);

function tallies(marks: Iterable<readonly [name: string, passed: boolean]>): Tally[] {
  const counts = new Map<string, { passed: number; of: number }>();
  for (const [name, passed] of marks) {
    const count = counts.get(name) ?? { passed: 0, of: 0 };
    counts.set(name, { passed: count.passed + Number(passed), of: count.of + 1 });
  }
  return [...counts].map(([name, { passed, of }]) => tally(name, passed, of)).sort(worstFirst);
}

function codeCounts(byMethod: ReadonlyMap<string, readonly LoggedAnswer[]>): CodeCount[] {
  const codes = new Map<string, { severity: "error" | "warning"; counts: Map<string, number> }>();
  for (const [method, answers] of byMethod) {
    for (const { code, severity } of answers.flatMap(({ plan }) => plan?.verdict.violations ?? [])) {
      const entry = codes.get(code) ?? { severity, counts: new Map<string, number>() };
      entry.counts.set(method, (entry.counts.get(method) ?? 0) + 1);
      codes.set(code, entry);
    }
  }
  const total = ({ counts }: CodeCount): number => counts.values().reduce((sum, count) => sum + count, 0);
  return [...codes]
    .map(([code, entry]) => ({ code, ...entry }))
    .sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : total(b) - total(a)));
}

function spentOn(answers: readonly LoggedAnswer[]): Spent {
  const costs = answers.flatMap(({ costUsd }) => costUsd ?? []);
  const latencies = answers.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
  return {
    tokens: answers.reduce((sum, { tokens }) => sum + tokens.input + tokens.output, 0),
    costUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    medianLatencyMs: latencies.length === 0 ? null : quantile(latencies, 0.5),
  };
}

function methodsOf({ head, answers }: RunLog): { methods: string[]; subject: string } {
  const seen = [...new Set([...head.methods, ...answers.map(({ method }) => method)])];
  const subject = seen.includes("planner") ? "planner" : (seen[0] ?? "planner");
  return { methods: [subject, ...seen.filter((method) => method !== subject)], subject };
}

export function readRun(log: RunLog): RunReading {
  const { head, answers, end } = log;
  const { methods, subject } = methodsOf(log);
  const byMethod = new Map(methods.map((method) => [method, answers.filter((answer) => answer.method === method)]));
  const own = byMethod.get(subject) ?? [];
  const samples = [...Map.groupBy(own, ({ sample }) => sample).values()].map((trials) => ({
    first: trials[0],
    passed: trials.every(({ passed }) => passed),
    passedOnce: trials.some(({ passed }) => passed),
  }));
  const passedSamples = samples.filter(({ passed }) => passed).length;
  return {
    head,
    end,
    methods,
    subject,
    byMethod,
    failed: own.filter(({ passed }) => !passed),
    passed: own.filter(({ passed }) => passed),
    samples: samples.length === 0 ? null : tally("samples", passedSamples, samples.length),
    passedOnce: samples.filter(({ passedOnce }) => passedOnce).length,
    rows: figureRows(head, byMethod),
    cities: tallies(samples.map(({ first, passed }) => [first?.city ?? "no city", passed] as const)),
    tags: tallies(samples.flatMap(({ first, passed }) => (first?.tags ?? []).map((tag) => [tag, passed] as const))),
    kinds: tallies(own.flatMap(({ findings }) => findings.map(({ kind, holds }) => [kind, holds] as const))),
    codes: codeCounts(byMethod),
    spent: spentOn(own),
  };
}

/** The run in one line. An interrupted one says so, because its figures are of what happened to come first. */
export function verdictLine({ head, samples, passedOnce, byMethod, end }: RunReading): string {
  if (!samples) return "No sample was answered.";
  const seen = byMethod.values().reduce((sum, answers) => sum + answers.length, 0);
  const trials = head.trials > 1 ? ` in each of ${head.trials} trials, ${passedOnce} in at least one` : "";
  const cut = end ? "" : ` The run was interrupted: ${seen} of ${head.answers} answers are here.`;
  return `${samples.passed} of ${samples.of} samples passed${trials}.${cut}`;
}
