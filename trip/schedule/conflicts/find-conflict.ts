/**
 * When not everything that was asked for can be had: which few requirements cannot be held together, and
 * what is the least to give way on. Bounded by steps, not by a clock; what was not proven within them is
 * marked as such.
 */
import type { Problem } from "../problem.ts";
import type { Change } from "./changes.ts";
import { minimalSet } from "./minimal-set.ts";
import { createOracle } from "./oracle.ts";
import { type Relaxation, relaxations } from "./relaxations.ts";
import type { Requirement } from "./requirements.ts";
import { type Task, taskOf } from "./task.ts";

export interface Conflict {
  readonly requirements: readonly Requirement[];
  /** No plan holds them all. Where not, none was found within the steps allowed. */
  readonly isProven: boolean;
  /** Without any one of them the rest can be held. */
  readonly isMinimal: boolean;
  /** Cheapest first. */
  readonly relaxations: readonly Relaxation[];
  readonly steps: number;
}

export interface ConflictOptions {
  readonly steps?: number;
  readonly canOffer?: (change: Change) => boolean;
}

export const DEFAULT_STEPS = 1_000_000;
/** No single question may use up what the others need; a way out that is one is found soon. */
const QUESTIONS = 20;
const CHANGES = 80;

/** A way through a stop, the stay included, that is quicker than the direct one: proofs do not reckon with it. */
function hasShortCut({ problem, required }: Task): boolean {
  const { travel, visits, days } = problem;
  const minutes = (from: number, to: number): number => travel.minutes[from * travel.points + to] ?? 0;
  const stays = [...required].flatMap((index) => visits[index] ?? []);
  const points = new Set([
    ...days.flatMap(({ startPoint, endPoint }) => [startPoint, endPoint]),
    ...stays.flatMap(({ point }) => point ?? []),
  ]);
  return stays.some(({ point: via, leastMinutes, area }) => {
    const near = via === null ? [] : [...points].filter((point) => isOfArea(problem, point, area));
    return near.some((from) =>
      near.some((to) => minutes(from, via ?? from) + leastMinutes + minutes(via ?? to, to) < minutes(from, to)),
    );
  });
}

const isOfArea = ({ days, visits }: Problem, point: number, area: number): boolean =>
  days.some((day) => day.area === area && (day.startPoint === point || day.endPoint === point)) ||
  visits.some((visit) => visit.area === area && visit.point === point);

/** `null` when a plan with every must-see, fixed visit, meal and category within all limits exists. */
export function findConflict(problem: Problem, options: ConflictOptions = {}): Conflict | null {
  const { steps: total = DEFAULT_STEPS, canOffer = () => true } = options;
  const oracle = createOracle();
  oracle.grant(total / 2, total / QUESTIONS);
  const task = taskOf(problem);
  const { answer } = oracle.ask(task);
  if (answer === "yes") return null;
  const { requirements, ...found } = minimalSet(oracle, task, answer === "no");
  const isProven = found.isProven && !hasShortCut(task);
  oracle.grant(total / 2, total / CHANGES);
  const ways = relaxations(oracle, task, requirements, { canOffer });
  return { requirements, isProven, isMinimal: isProven && found.isMinimal, relaxations: ways, steps: oracle.steps };
}
