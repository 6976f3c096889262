/**
 * Asking again after what may pass: a broken connection, a vendor that is overwhelmed, a wait that it asks for and that
 * fits. Never longer than the whole call may take, never after a refusal, and never where asking twice does something
 * twice.
 */
import { setTimeout as delay } from "node:timers/promises";
import pRetry from "p-retry";
import { VendorError } from "./vendor-error.ts";

/** Two more attempts: what does not pass by then will not pass while a traveller waits. */
const RETRIES = 2;
/** Before the second attempt, up to twice that by lot, so that many who failed together do not come back together. */
export const FIRST_PAUSE_MS = 120;
const STANDARD_STATUSES: readonly number[] = [429, 502, 503, 504];
/** An attempt that has less than this left is none. */
const LEAST_ATTEMPT_MS = 50;

export interface RetryOptions {
  readonly signal: AbortSignal;
  readonly isRepeatable: boolean;
  readonly statuses: readonly number[] | undefined;
  readonly firstPauseMs: number;
  /** Of the whole call. */
  leftMs(): number;
}

/** Without a status there was no answer, or half of one: the connection broke. */
function mayPass({ kind, status, isHeld }: VendorError, statuses: readonly number[]): boolean {
  if (isHeld) return false;
  if (status === null) return kind === "upstream";
  return ["upstream", "timeout", "rate_limited"].includes(kind) && statuses.includes(status);
}

/** Throws what the last attempt threw, and the signal's reason. */
export function withRetries<Value>(attempt: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  const { signal, isRepeatable, statuses = STANDARD_STATUSES, firstPauseMs, leftMs } = options;
  return pRetry(attempt, {
    ...{ retries: isRepeatable ? RETRIES : 0, minTimeout: firstPauseMs, factor: 3, randomize: true, signal },
    async shouldRetry({ error, retryDelay }) {
      if (!(error instanceof VendorError) || !mayPass(error, statuses)) return false;
      const asked = error.retryAfterMs ?? 0;
      if (asked + retryDelay + LEAST_ATTEMPT_MS > leftMs()) return false;
      // What it asked for, and the pause by lot on top of that.
      if (asked > 0) await delay(asked, undefined, { signal }).catch(() => signal.throwIfAborted());
      return true;
    },
  });
}
