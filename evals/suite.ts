/** A set of samples under a name, and what a run of it is judged by. */
import type { Sample } from "./sample.ts";

export interface SuiteOptions {
  readonly seed: number;
}

export interface Suite {
  readonly name: string;
  /** What a run of it finds out, in one sentence. */
  readonly about: string;
  /** Whether plain methods are run over its trips too. */
  readonly withMethods: boolean;
  samples(options: SuiteOptions): readonly Sample[];
}
