/** A run's figure for each score and method, with its interval, and which of them may be called the best. */

import { seedFrom } from "../../trip/schedule/random.ts";
import type { LoggedAnswer, LogHead } from "../log/log-lines.ts";
import { areApart, bootstrap, type Interval, type Part, ratioOf, wilson } from "./intervals.ts";

export type ScorerHead = LogHead["scorers"][number];

export interface Figure {
  readonly value: number;
  /** `null` where one sample alone says nothing about others. */
  readonly interval: Interval | null;
  readonly intervalBy: "Wilson" | "bootstrap" | "none";
  /** Samples to which the score applies. */
  readonly samples: number;
  /** Of micro rates: what was counted. */
  readonly counted: Part | null;
}

function partOf(scorer: ScorerHead, answers: readonly LoggedAnswer[]): Part | null {
  const scores = answers.flatMap(({ scores }) => scores[scorer.name] ?? []);
  if (scores.length === 0) return null;
  const sum = (pick: (score: (typeof scores)[number]) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0);
  if (scorer.total === "mean") return { passed: sum(({ value }) => value) / scores.length, of: 1 };
  return { passed: sum(({ value, counts }) => counts?.passed ?? value), of: sum(({ counts }) => counts?.of ?? 1) };
}

/** By sample: what it adds to the figure. Samples without the score are left out. */
export function partsOf(scorer: ScorerHead, answers: readonly LoggedAnswer[]): ReadonlyMap<string, Part> {
  const bySample = Map.groupBy(answers, ({ sample }) => sample);
  return new Map(
    [...bySample].flatMap(([sample, trials]) => {
      const part = partOf(scorer, trials);
      return part && part.of > 0 ? [[sample, part] as const] : [];
    }),
  );
}

function intervalOf(scorer: ScorerHead, parts: readonly Part[], seed: number): Pick<Figure, "interval" | "intervalBy"> {
  if (scorer.unit === "share") {
    const yes = parts.filter(({ passed, of }) => passed === of).length;
    const no = parts.filter(({ passed }) => passed === 0).length;
    // Of samples that all went the same way no drawing can say more; Wilson can.
    const isPlain = parts.every(({ of }) => of === 1) || yes === parts.length || no === parts.length;
    if (isPlain && yes + no === parts.length) return { interval: wilson(yes, parts.length), intervalBy: "Wilson" };
  }
  if (parts.length < 2) return { interval: null, intervalBy: "none" };
  return { interval: bootstrap(parts, seedFrom(`${seed}:${scorer.name}`)), intervalBy: "bootstrap" };
}

export function figureOf(scorer: ScorerHead, parts: readonly Part[], seed: number): Figure | null {
  if (parts.length === 0) return null;
  const counted = {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    of: parts.reduce((sum, { of }) => sum + of, 0),
  };
  return {
    value: ratioOf(parts),
    ...intervalOf(scorer, parts, seed),
    samples: parts.length,
    counted: scorer.total === "micro" ? counted : null,
  };
}

export interface FigureRow {
  readonly scorer: ScorerHead;
  readonly figures: ReadonlyMap<string, Figure | null>;
  /** The method whose interval lies apart from every other's on the better side; `null` where none does. */
  readonly best: string | null;
}

function bestOf(scorer: ScorerHead, figures: ReadonlyMap<string, Figure | null>): string | null {
  if (scorer.better === "neither") return null;
  const sign = scorer.better === "higher" ? 1 : -1;
  const known = [...figures].flatMap(([method, figure]) => (figure?.interval ? [{ method, figure }] : []));
  const [first, ...others] = known.toSorted((a, b) => sign * (b.figure.value - a.figure.value));
  if (!first || others.length === 0) return null;
  const isApart = others.every(
    ({ figure }) => first.figure.interval && figure.interval && areApart(first.figure.interval, figure.interval),
  );
  return isApart ? first.method : null;
}

function figureRow(
  scorer: ScorerHead,
  head: LogHead,
  byMethod: ReadonlyMap<string, readonly LoggedAnswer[]>,
): FigureRow {
  const parts = new Map([...byMethod].map(([method, answers]) => [method, partsOf(scorer, answers)]));
  const figures = new Map([...parts].map(([method, all]) => [method, figureOf(scorer, [...all.values()], head.seed)]));
  const best = bestOf(scorer, figures);
  if (best === null) return { scorer, figures, best };
  // One method's easier samples must not make it the best: it has to be so over those that all of them have.
  const scored = [...parts.values()].filter(({ size }) => size > 0);
  const isShared = (sample: string): boolean => scored.every((all) => all.has(sample));
  const shared = new Map(
    [...parts].map(([method, all]) => {
      const common = [...all].flatMap(([sample, part]) => (isShared(sample) ? [part] : []));
      return [method, figureOf(scorer, common, head.seed)] as const;
    }),
  );
  return { scorer, figures, best: bestOf(scorer, shared) === best ? best : null };
}

/** A row for every scorer that applied to anything at all. */
export function figureRows(head: LogHead, byMethod: ReadonlyMap<string, readonly LoggedAnswer[]>): FigureRow[] {
  return head.scorers
    .map((scorer) => figureRow(scorer, head, byMethod))
    .filter(({ figures }) => figures.values().some((figure) => figure !== null));
}
