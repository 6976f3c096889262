/**
 * An irreducible set of requirements in conflict, by deletion filtering (Chinneck & Dravnieks, "Locating
 * minimal infeasible constraint sets in linear programs", 1991): what can go without ending the conflict
 * goes, halves at a time as in QuickXplain (Junker 2004), so that what is beside the point goes at once.
 */
import type { Oracle } from "./oracle.ts";
import { keepOnly, type Requirement, requirementsOf } from "./requirements.ts";
import type { Task } from "./task.ts";

export interface MinimalSet {
  readonly requirements: readonly Requirement[];
  /** The set was shown to be in conflict. */
  readonly isProven: boolean;
  /** Without any one of them the rest was shown to be satisfiable. */
  readonly isMinimal: boolean;
}

/** Of a task that the oracle did not find satisfiable; `isProven` says whether it denied it. Without proof it is all that is asked. */
export function minimalSet(oracle: Oracle, task: Task, isProven: boolean): MinimalSet {
  let kept: readonly Requirement[] = requirementsOf(task);
  let proven = isProven;

  /** Takes out of `chunk` what can go. */
  const filter = (chunk: readonly Requirement[]): void => {
    if (chunk.length === 0) return;
    const rest = kept.filter((requirement) => !chunk.includes(requirement));
    const { answer } = oracle.ask(keepOnly(task, rest));
    if (answer === "no") {
      kept = rest;
      proven = true;
      return;
    }
    // Where nothing is proven yet, the parts of what could not be settled are not worth their steps.
    if (chunk.length === 1 || (answer === "unknown" && !proven)) return;
    const half = Math.ceil(chunk.length / 2);
    filter(chunk.slice(0, half));
    filter(chunk.slice(half));
  };
  for (const chunk of Map.groupBy(kept, ({ kind }) => kind).values()) filter(chunk);
  const isNeeded = (requirement: Requirement): boolean =>
    oracle.ask(
      keepOnly(
        task,
        kept.filter((other) => other !== requirement),
      ),
    ).answer === "yes";
  return { requirements: kept, isProven: proven, isMinimal: proven && kept.every(isNeeded) };
}
