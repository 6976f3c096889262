/**
 * The exam's six figures. A plan that invents things or leaves them out is not judged by the hard checks, and then
 * counts for neither macro figure, as in the published evaluation.
 */
import { COMMONSENSE_CHECKS, type Finding, judgeCommonsense } from "./commonsense.ts";
import { HARD_CHECKS, judgeHard } from "./hard.ts";
import type { ExamQuery } from "./query.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SubmittedPlan } from "./submission.ts";

/** Shares between 0 and 1. */
export interface ExamScores {
  queries: number;
  delivery: number;
  commonsenseMicro: number;
  commonsenseMacro: number;
  hardMicro: number;
  hardMacro: number;
  finalPass: number;
}

export interface JudgedPlan {
  idx: number;
  isDelivered: boolean;
  isPassed: boolean;
  /** By check; those that passed or were not run are not in it. */
  violations: Record<string, string>;
}

interface Tally {
  commonsense: number;
  hard: number;
  isCommonsense: boolean;
  isHard: boolean;
  judged: JudgedPlan;
}

function passes(findings: readonly (Finding | undefined)[]): number {
  return findings.filter((finding) => finding === null).length;
}

function tally(query: ExamQuery | null, plan: SubmittedPlan | undefined, idx: number, sandbox: Sandbox): Tally {
  const judged: JudgedPlan = { idx, isDelivered: false, isPassed: false, violations: {} };
  const nothing = { commonsense: 0, hard: 0, isCommonsense: false, isHard: false, judged };
  if (query === null || plan === undefined || plan.plan.length === 0) return nothing;
  const task = { query, days: plan.plan, sandbox };
  const commonsense = judgeCommonsense(task);
  const isJudgedHard = commonsense.is_not_absent === null && commonsense.is_valid_information_in_sandbox === null;
  const hard = isJudgedHard ? judgeHard(task) : null;
  const all: [string, Finding | undefined][] = [...Object.entries(commonsense), ...Object.entries(hard ?? {})];
  const violations = Object.fromEntries(all.flatMap(([check, finding]) => (finding ? [[check, finding]] : [])));
  const isCommonsense = hard !== null && COMMONSENSE_CHECKS.every((check) => commonsense[check] === null);
  const isHard = hard !== null && HARD_CHECKS.every((check) => (hard[check] ?? null) === null);
  return {
    commonsense: passes(Object.values(commonsense)),
    hard: hard === null ? 0 : passes(Object.values(hard)),
    isCommonsense,
    isHard,
    judged: { idx, isDelivered: true, isPassed: isCommonsense && isHard, violations },
  };
}

/** How many hard checks a query asks for: its budget always. */
function hardChecksOf(query: ExamQuery): number {
  const { houseRule, room, transport, cuisines } = query.request;
  return 1 + [houseRule, room, transport].filter((wish) => wish !== null).length + (cuisines.length > 0 ? 1 : 0);
}

/** Plans and queries meet by position, as in the published evaluation; a query of `null` could not be read. */
export function evaluatePlans(
  queries: readonly (ExamQuery | null)[],
  plans: readonly SubmittedPlan[],
  sandbox: Sandbox,
): { scores: ExamScores; judged: JudgedPlan[] } {
  const tallies = queries.map((query, index) =>
    tally(query, plans[index], query?.idx ?? plans[index]?.idx ?? index + 1, sandbox),
  );
  const count = queries.length;
  const hardChecks = queries.reduce((sum, query) => sum + (query === null ? 1 : hardChecksOf(query)), 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, one) => total + of(one), 0);
  const scores = {
    queries: count,
    delivery: share(
      sum((one) => Number(one.judged.isDelivered)),
      count,
    ),
    commonsenseMicro: share(
      sum((one) => one.commonsense),
      COMMONSENSE_CHECKS.length * count,
    ),
    commonsenseMacro: share(
      sum((one) => Number(one.isCommonsense)),
      count,
    ),
    hardMicro: share(
      sum((one) => one.hard),
      hardChecks,
    ),
    hardMacro: share(
      sum((one) => Number(one.isHard)),
      count,
    ),
    finalPass: share(
      sum((one) => Number(one.judged.isPassed)),
      count,
    ),
  };
  return { scores, judged: tallies.map((one) => one.judged) };
}
