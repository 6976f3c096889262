/** Two runs of which every figure was worked out by hand. */
import { expect, test } from "vitest";
import { compareRuns } from "../../../evals/compare/compare-runs.ts";
import { comparisonText } from "../../../evals/compare/comparison-text.ts";
import type { LoggedAnswer, LogHead, RunLog } from "../../../evals/log/log-lines.ts";
import { answerOf, counted, headOf, score } from "../log/log-builders.ts";

const END = { line: "end", endedAt: "2026-11-22T10:01:00.000Z", answers: 0, durationMs: 1 } as const;

function runOf(answers: readonly LoggedAnswer[], head: Partial<LogHead> = {}): RunLog {
  return { head: headOf(head), answers, end: END };
}

const broken = (demand: string) => [{ demand, kind: "hours", holds: false, found: "closed on Monday" }];

const A = runOf([
  answerOf("one", { scores: { delivery: counted(9, 10), backtracking: score(0.2), latency: score(100) } }),
  answerOf("two", { scores: { delivery: counted(0, 2), backtracking: score(0.4), latency: score(200) } }),
  answerOf("three", { scores: { delivery: counted(4, 4), latency: score(300) } }),
  answerOf("gone"),
]);
const B = runOf(
  [
    answerOf("two", { scores: { delivery: counted(2, 2), backtracking: score(0.1), latency: score(150) } }),
    answerOf("one", {
      ...{ passed: false, findings: broken("hours are kept") },
      scores: { delivery: counted(8, 10), backtracking: score(0.2), latency: score(150) },
    }),
    answerOf("three", { scores: { delivery: counted(4, 4), backtracking: score(0.3), latency: score(300) } }),
    answerOf("new"),
  ],
  { model: "openai:gpt-5", promptHash: "prompt-2" },
);

const comparison = compareRuns(A, B);
const [planner] = comparison.methods;
const of = (name: string) => planner?.scores.find(({ scorer }) => scorer.name === name);

test("micro rates are made of summed counts", () => {
  // 13 of 16 and 14 of 16; the mean of the rates would be 0.63 and 0.93.
  expect(of("delivery")).toMatchObject({ a: 13 / 16, b: 14 / 16, difference: 1 / 16, wins: 1, losses: 1, ties: 1 });
});

test("means over what both runs could score; less is better where it is", () => {
  expect(of("backtracking")).toMatchObject({ wins: 1, losses: 0, ties: 1, scored: 2, scoredOnce: 1 });
  expect(of("backtracking")?.a).toBeCloseTo(0.3, 9);
  expect(of("backtracking")?.b).toBeCloseTo(0.15, 9);
});

test("a fact is neither won nor lost", () => {
  expect(of("latency")).toMatchObject({ a: 200, b: 200, difference: 0, wins: null, losses: null, ties: 1 });
});

test("what passed stands beside the scorers, and what changed is named with its reason", () => {
  expect(of("passed")).toMatchObject({ a: 1, b: 2 / 3, wins: 0, losses: 1, ties: 2 });
  expect(planner?.changed).toEqual([
    {
      ...{ sample: "one", purpose: "Made up for a test.", passedA: 1, passedB: 0, trials: 1 },
      why: ["hours are kept: closed on Monday"],
    },
  ]);
});

test("what has nothing to stand against is left out and said", () => {
  expect(planner).toMatchObject({ pairs: 3, samples: 3, onlyA: ["gone"], onlyB: ["new"] });
});

test("what differs is listed; a model and a prompt are no cause for doubt", () => {
  expect(comparison.differences).toEqual([
    { what: "model", a: "offline", b: "openai:gpt-5" },
    { what: "prompt hash", a: "prompt-1", b: "prompt-2" },
  ]);
  expect(comparison.warnings).toEqual([]);
});

test("another suite, another catalogue, an interrupted run: doubtful, and said", () => {
  const hashes = { suite: "suite-2", catalogue: "catalogue-2", tools: "tools-1", scorers: "scorers-1" };
  const { warnings } = compareRuns(A, { ...B, head: headOf({ hashes }), end: null });
  expect(warnings).toEqual([
    expect.stringContaining("The suite was changed"),
    expect.stringContaining("The catalogue was changed"),
    expect.stringContaining("B was interrupted"),
  ]);
});

test("trials of a sample are one sample: ten trials of it give no interval, two samples do", () => {
  const trials = (sample: string, value: number): LoggedAnswer[] =>
    Array.from({ length: 10 }, (_, index) =>
      answerOf(sample, { trial: index + 1, passed: index < value * 10, scores: { backtracking: score(value) } }),
    );
  const once = compareRuns(runOf(trials("one", 0.5)), runOf(trials("one", 0.7)));
  expect(once.methods[0]?.scores.map(({ interval }) => interval)).toEqual([null, null]);
  expect(once.methods[0]?.changed).toMatchObject([{ sample: "one", passedA: 5, passedB: 7, trials: 10 }]);
  const both = compareRuns(
    runOf([...trials("one", 0.5), ...trials("two", 0.4)]),
    runOf([...trials("one", 0.7), ...trials("two", 0.6)]),
  );
  const backtracking = both.methods[0]?.scores.find(({ scorer }) => scorer.name === "backtracking");
  expect(backtracking?.interval?.low).toBeCloseTo(0.2, 9);
  expect(backtracking?.interval?.high).toBeCloseTo(0.2, 9);
  expect(backtracking?.verdict).toBe("worse");
});

test("methods are compared with themselves, or with whom one names", () => {
  const log = runOf([
    answerOf("one"),
    answerOf("one", { method: "nearest", passed: false, plan: null }),
    answerOf("two"),
    answerOf("two", { method: "nearest" }),
  ]);
  expect(compareRuns(log, log).methods.map(({ methodA }) => methodA)).toEqual(["planner", "nearest"]);
  const [against] = compareRuns(log, log, { method: "nearest", against: "planner" }).methods;
  expect(against).toMatchObject({ methodA: "nearest", methodB: "planner", pairs: 2 });
  expect(against?.changed).toMatchObject([{ sample: "one", passedA: 0, passedB: 1, why: ["no plan"] }]);
  expect(() => compareRuns(log, log, { method: "fastest" })).toThrow('methods of A (planner, nearest), got "fastest"');
});

test("runs without a sample in common are not compared", () => {
  expect(() => compareRuns(A, runOf([answerOf("other")]))).toThrow("Expected two runs with samples in common");
});

test("a run beside itself: no difference anywhere, and none made out", () => {
  const same = compareRuns(A, A);
  expect(same.differences).toEqual([]);
  expect(same.methods[0]?.changed).toEqual([]);
  for (const { difference, interval, verdict } of same.methods[0]?.scores ?? []) {
    expect({ difference, interval, verdict }).toEqual({
      difference: 0,
      interval: { low: 0, high: 0 },
      verdict: "open",
    });
  }
});

test("as a terminal shows it", () => {
  const text = comparisonText(comparison, { a: "a/run.jsonl", b: "b/run.jsonl" });
  expect(text).toContain("planner: 3 answers to 3 samples");
  expect(text).toMatch(/Delivery +81\.3 % +87\.5 % +\+6\.3 % +−\d+\.\d % … \+\d+\.\d % +1 +1 +1/);
  expect(text).toMatch(/Backtracking \(less is better\) \(2 in both\) +0\.30 +0\.15 +−0\.15/);
  expect(text).toContain("worse  one\n           hours are kept: closed on Monday");
  expect(text).toContain("Only in A, compared with nothing: gone");
});
