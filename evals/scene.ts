/** All that a scorer or an expectation may look at: the question, what happened, and what the last plan stands in. */
import type { Episode, PlannedWorld, TurnSeen } from "./episode.ts";
import type { Sample } from "./sample.ts";

export interface Scene {
  readonly sample: Sample;
  /** Which solver or method: `planner`, `nearest`, `greedy`, `random`, … */
  readonly method: string;
  readonly episode: Episode;
  /** After the last turn; `null` when there is none. */
  readonly plan: PlannedWorld | null;
  /** After the turn before the last: what an edit started from. `null` for samples of one turn. */
  readonly before: PlannedWorld | null;
  /** The scenes of samples this one is a twin of, by the sample's own name for them. */
  readonly relatives: Readonly<Record<string, Scene>>;
}

export function lastTurn({ episode }: Scene): TurnSeen | null {
  return episode.turns.at(-1) ?? null;
}
