/**
 * A plan while it is being edited, what an edit looks at, and how it says no. An operation takes one editing to the
 * next; nothing of it is stored until the last one is through.
 */
import type { PlanFacts } from "../facts.ts";
import type { ItineraryDraft } from "../itinerary.ts";
import type { Plan } from "../schedule/plan.ts";
import type { Problem } from "../schedule/problem.ts";
import type { Solution } from "../schedule/solution.ts";
import type { Trip } from "../trip.ts";

export interface Editing {
  readonly trip: Trip;
  readonly draft: ItineraryDraft;
  /** The version the edit began from, less the locks that were taken off since: what is locked in it must hold. */
  readonly anchor: ItineraryDraft;
}

/** Runs the search; whoever calls owns threads, deadline and cancellation. */
export type Solve = (problem: Problem, start: Plan) => Promise<Solution>;

export interface EditContext {
  readonly facts: PlanFacts;
  /** Faults that the plan had before anybody touched it. */
  readonly knownErrors: ReadonlySet<string>;
  readonly solve: Solve;
}

/** When it could be instead. */
export interface Alternative {
  readonly day: number;
  readonly date: string;
  /** Begun from then … to then. */
  readonly from: string;
  readonly to: string;
}

/** No, as data: the reason is for the traveller. */
export interface Refusal {
  readonly reason: string;
  readonly alternatives: readonly Alternative[];
}

export const refusal = (reason: string, alternatives: readonly Alternative[] = []): Refusal => ({
  reason,
  alternatives,
});

export const isRefusal = (step: Editing | Refusal): step is Refusal => "reason" in step;
