/** Scorer by scorer, what B makes better or worse, over the answers that it could score in both runs. */
import type { LoggedAnswer, LogHead } from "../log/log-lines.ts";
import { differenceInterval, differenceOf, type Interval, type PairedShare, type Share, totalOf } from "./bootstrap.ts";
import type { AnswerPair } from "./pair-answers.ts";

type ScorerHead = LogHead["scorers"][number];

export interface ScoreDifference {
  readonly scorer: ScorerHead;
  readonly a: number;
  readonly b: number;
  /** B less A. */
  readonly difference: number;
  /** 95 %; `null` with fewer than two samples. */
  readonly interval: Interval | null;
  /** What the interval says, where it leaves 0 out. */
  readonly verdict: "better" | "worse" | "changed" | "open";
  /** Answers that B scores better and worse; of facts such as latency `null`. */
  readonly wins: number | null;
  readonly losses: number | null;
  readonly ties: number;
  /** Answers scored in both, and how many of the pairs were scored in one alone. */
  readonly scored: number;
  readonly scoredOnce: number;
}

/** Below what arithmetic leaves behind. */
const SAME = 1e-9;

/** Not a scorer of the run, but what it is held to: expectations held, or of methods a plan without errors. */
export const PASSED: ScorerHead = {
  name: "passed",
  title: "Passed",
  formula: "share of answers of which everything expected holds",
  range: [0, 1],
  ...{ better: "higher", unit: "share", total: "mean" },
};

export function scoreDifference(
  scorer: ScorerHead,
  pairs: readonly AnswerPair[],
  seed?: number,
): ScoreDifference | null {
  const scores = pairs.map(({ a, b }) => ({ sample: a.sample, a: scoreOf(a, scorer), b: scoreOf(b, scorer) }));
  const both = scores.flatMap(({ sample, a, b }) => (a && b ? [{ sample, a, b }] : []));
  const clusters = [...Map.groupBy(both, ({ sample }) => sample).values()].map(
    (own): PairedShare => ({ a: summed(own.map(({ a }) => a)), b: summed(own.map(({ b }) => b)) }),
  );
  const [a, b] = [totalOf(clusters.map((pair) => pair.a)), totalOf(clusters.map((pair) => pair.b))];
  const difference = differenceOf(clusters);
  if (a === null || b === null || difference === null) return null;
  const interval = differenceInterval(clusters, { seed });
  const gains = both.map((one) => gainOf(scorer, rateOf(one.b) - rateOf(one.a)));
  const isFact = scorer.better === "neither";
  return {
    ...{ scorer, a, b, difference, interval },
    verdict: verdictOf(scorer, interval),
    wins: isFact ? null : gains.filter((gain) => gain > SAME).length,
    losses: isFact ? null : gains.filter((gain) => gain < -SAME).length,
    ties: gains.filter((gain) => Math.abs(gain) <= SAME).length,
    scored: both.length,
    scoredOnce: scores.filter((one) => (one.a === null) !== (one.b === null)).length,
  };
}

/** Micro rates by what was counted, means by value. */
function scoreOf(answer: LoggedAnswer, { name, total }: ScorerHead): Share | null {
  if (name === PASSED.name) return { sum: answer.passed ? 1 : 0, of: 1 };
  const score = answer.scores[name];
  if (!score) return null;
  if (total === "micro" && score.counts) return { sum: score.counts.passed, of: score.counts.of };
  return { sum: score.value, of: 1 };
}

const summed = (shares: readonly Share[]): Share => ({
  sum: shares.reduce((total, { sum }) => total + sum, 0),
  of: shares.reduce((total, { of }) => total + of, 0),
});

const rateOf = ({ sum, of }: Share): number => (of === 0 ? 0 : sum / of);
const gainOf = ({ better }: ScorerHead, change: number): number => (better === "lower" ? -change : change);

function verdictOf(scorer: ScorerHead, interval: Interval | null): ScoreDifference["verdict"] {
  if (interval === null || (interval.low <= SAME && interval.high >= -SAME)) return "open";
  if (scorer.better === "neither") return "changed";
  return gainOf(scorer, interval.low) > 0 ? "better" : "worse";
}
