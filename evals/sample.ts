/** One question of a suite: what somebody says, turn by turn, and what must be true of what comes back. */
import type { Expectation } from "./expectation.ts";
import type { Plant } from "./plant.ts";

export interface Sample {
  /** Lower case words with hyphens, unique in its suite. */
  readonly id: string;
  /** What asking it finds out, in one sentence. */
  readonly purpose: string;
  /** The date on which it is asked, YYYY-MM-DD: a sample means the same next year. */
  readonly today: string;
  /** The request, then what is said after each answer. */
  readonly turns: readonly [string, ...string[]];
  /** What it is counted under beside its suite, for example `impossible`, `edit`, `diet`. */
  readonly tags: readonly string[];
  /** The city that tables count it under; of several the first. */
  readonly city: string | null;
  readonly expects: readonly Expectation[];
  /** Hostile text laid out for this sample alone. */
  readonly plants?: readonly Plant[];
  /** The sample that this one is a changed twin of: its scene is in `relatives` under this name. */
  readonly relatives?: Readonly<Record<string, string>>;
}
