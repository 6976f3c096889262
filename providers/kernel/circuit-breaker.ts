/**
 * A vendor that does not answer is not asked for a while: its callers know at once instead of waiting for each other's
 * timeouts. Then one call tries; the others follow when it was answered.
 */
import type { FailureKind } from "../../trip/vendor-ports.ts";

/** Answers as well as failures tell of the vendor's health; what was stopped tells nothing. */
export type CallOutcome = FailureKind | "ok" | "stopped";

export interface Refusal {
  /** Of the failure that opened the circuit. */
  readonly kind: FailureKind;
  readonly retryAfterMs: number;
}

export interface Breaker {
  /** Either why not to ask, or whom to tell how it went. */
  enter(): { readonly refusal: Refusal } | { readonly refusal: null; leave(outcome: CallOutcome): void };
}

/** Calls in a row, each with its retries. */
const FAILURES = 3;
/** The first time; twice as long after each trial that failed. */
const PAUSE_MS: Partial<Record<CallOutcome, number>> = { upstream: 15_000, timeout: 15_000, auth: 300_000 };
const LONGEST_PAUSE_MS = 900_000;
/** Who comes while one is trying cannot know when that will be over. */
const TRIAL_MS = 1_000;

class CircuitBreaker implements Breaker {
  readonly #countsAuth: boolean;
  #failures = 0;
  #pauses = 0;
  #open: { readonly kind: FailureKind; readonly until: number } | null = null;
  #isTrying = false;

  constructor(countsAuth: boolean) {
    this.#countsAuth = countsAuth;
  }

  enter(): ReturnType<Breaker["enter"]> {
    const open = this.#open;
    const isTrial = open !== null;
    if (open !== null) {
      const left = Math.ceil(open.until - performance.now());
      if (left > 0 || this.#isTrying) {
        return { refusal: { kind: open.kind, retryAfterMs: Math.max(left, TRIAL_MS) } };
      }
      this.#isTrying = true;
    }
    return { refusal: null, leave: (outcome) => this.#leave(outcome, isTrial) };
  }

  #leave(outcome: CallOutcome, isTrial: boolean): void {
    if (isTrial) this.#isTrying = false;
    if (outcome === "stopped") return;
    const pause = outcome === "auth" && !this.#countsAuth ? undefined : PAUSE_MS[outcome];
    if (outcome === "ok" || pause === undefined) {
      this.#failures = 0;
      this.#pauses = 0;
      this.#open = null;
      return;
    }
    this.#failures += 1;
    // Calls that were on their way when it opened are no news.
    if (isTrial || (this.#open === null && this.#failures >= FAILURES)) {
      const until = performance.now() + Math.min(pause * 2 ** this.#pauses, LONGEST_PAUSE_MS);
      this.#open = { kind: outcome, until };
      this.#pauses += 1;
    }
  }
}

/** `countsAuth`: whether the key is the operator's, and not each traveller's own. */
export function createBreaker({ countsAuth }: { readonly countsAuth: boolean }): Breaker {
  return new CircuitBreaker(countsAuth);
}
