/**
 * One call with all that stands before and behind its requests: a pause after failures, our turn, the day's count, each
 * attempt's end in time, what its status means, whether to ask again, and the record of every request made.
 */
import { AbortError } from "p-retry";
import type { CallLedger, CallLog } from "../../trip/vendor-calls.ts";
import type { FailureKind } from "../../trip/vendor-ports.ts";
import { endpointOf, errorCodeOf, parametersOf } from "./call-record.ts";
import { type CallOutcome, createBreaker } from "./circuit-breaker.ts";
import { kindOfStatus } from "./classify.ts";
import { createDailyBudget } from "./daily-budget.ts";
import type { Descriptor, Settings } from "./descriptor.ts";
import { type Answer, type Exchange, exchange } from "./exchange.ts";
import { type RateStanding, rateStanding } from "./rate-headers.ts";
import { readAnswer } from "./read-answer.ts";
import { FIRST_PAUSE_MS, withRetries } from "./retries.ts";
import { redactor, secretsOf, sendsSecrets } from "./secrets.ts";
import { BucketWaitError, createBucket } from "./token-bucket.ts";
import { VendorError } from "./vendor-error.ts";
import type { VendorRequest } from "./vendor-http.ts";

/** For whoever counts: every request, and every call that was not let through (`held`, without a duration). */
export type CallObserver = (call: {
  readonly vendor: string;
  readonly outcome: CallOutcome | "held";
  readonly durationMs: number | null;
}) => void;

export interface CallerOptions {
  readonly descriptor: Descriptor;
  readonly settings: Settings;
  readonly host: string;
  readonly ledger?: CallLedger | undefined;
  readonly log?: CallLog | undefined;
  readonly onCall?: CallObserver | undefined;
  readonly firstPauseMs?: number | undefined;
}

export interface Call {
  readonly exchange: Exchange;
  readonly asked: VendorRequest<unknown>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Just before each request. */
  onRequest?(): void;
}

/** The answer, and what whoever asked made of it. */
export interface Landed {
  readonly answer: Answer;
  readonly asked: VendorRequest<unknown>;
  readonly value: unknown;
}

/** Time that a turn must leave for the request itself. */
const LEAST_REQUEST_MS = 50;
/**
 * Nobody is asked so long after a vendor said that nothing is left, or to wait: its own word stands for as long as a
 * circuit stays open; a window's end is a reading of headers that may be those of one path, or of a day.
 */
const LONGEST_PAUSE_MS = { asked: 900_000, window: 60_000 };

/** Who had no more time was kept waiting by the vendor, whoever's time it was; who left tells nothing of it. */
function outcomeOf(error: unknown): CallOutcome {
  if (error instanceof VendorError) return error.kind;
  return error instanceof DOMException && error.name === "TimeoutError" ? "timeout" : "stopped";
}

export function createCaller(options: CallerOptions): (call: Call) => Promise<Landed> {
  const { descriptor, onCall, firstPauseMs = FIRST_PAUSE_MS } = options;
  const { id, name, limits, retriedStatuses } = descriptor;
  const breaker = createBreaker({ countsAuth: descriptor.access !== "account" });
  const bucket = createBucket(limits);
  const count = options.ledger ? createDailyBudget(descriptor, options.ledger) : null;
  const ask = createAsker(options, (ms) => {
    // What one traveller's account has left is nothing to the others.
    if (descriptor.access !== "account") bucket.pause(ms);
  });

  async function turn(signal: AbortSignal, withinMs: number): Promise<() => void> {
    try {
      return await bucket.take({ signal, withinMs });
    } catch (error) {
      if (!(error instanceof BucketWaitError)) throw error;
      throw new VendorError(name, "rate_limited", { isHeld: true, retryAfterMs: error.waitMs });
    }
  }

  async function attempt({ signal, ...call }: Call, leftMs: () => number): Promise<Landed> {
    const release = await turn(signal, leftMs() - LEAST_REQUEST_MS);
    try {
      await count?.(call.asked.scope.userId, leftMs() - LEAST_REQUEST_MS);
      signal.throwIfAborted();
      return await ask({ ...call, signal, timeoutMs: Math.max(1, Math.floor(Math.min(call.timeoutMs, leftMs()))) });
    } finally {
      release();
    }
  }

  return async (call) => {
    const until = performance.now() + (limits.deadlineMs ?? limits.timeoutMs * 1.5);
    const leftMs = (): number => until - performance.now();
    const { signal, asked } = call;
    const entered = breaker.enter();
    let outcome: CallOutcome = "stopped";
    let isAsked = false;
    const onRequest = (): void => {
      isAsked = true;
    };
    try {
      if (entered.refusal) throw new VendorError(name, entered.refusal.kind, { ...entered.refusal, isHeld: true });
      const retry = { signal, leftMs, firstPauseMs, statuses: retriedStatuses };
      const isRepeatable = asked.isRepeatable !== false;
      const landed = await withRetries(() => attempt({ ...call, onRequest }, leftMs), { ...retry, isRepeatable });
      outcome = "ok";
      return landed;
    } catch (error) {
      const isHeld = error instanceof VendorError && error.isHeld;
      if (isHeld) onCall?.({ vendor: id, outcome: "held", durationMs: null });
      // Time that went by in our own line is not the vendor's.
      outcome = isHeld || !isAsked ? "stopped" : outcomeOf(error);
      throw error;
    } finally {
      if (entered.refusal === null) entered.leave(outcome);
    }
  };
}

/** One request: its answer read, its failure named, its record kept. */
function createAsker(
  { descriptor, settings, host, log, onCall }: CallerOptions,
  pause: (ms: number) => void,
): (call: Call) => Promise<Landed> {
  const { id, name, limits, terms } = descriptor;
  const isOwnServer = settings[descriptor.address.variable] !== undefined;
  const bounds = {
    ...{ provider: name, hosts: new Set([host]), maxBytes: limits.maxBytes },
    isPlainAllowed: isOwnServer && !sendsSecrets(descriptor),
  };
  const redact = redactor(secretsOf(descriptor, settings));

  function kindOf(answer: Answer): FailureKind | null {
    try {
      return descriptor.failureOf?.(answer) ?? kindOfStatus(answer.status);
    } catch {
      // It reads what a stranger wrote.
      return kindOfStatus(answer.status);
    }
  }

  function failureIn(answer: Answer, { remaining, resetMs, retryAfterMs }: RateStanding): VendorError | null {
    const kind = kindOf(answer);
    if (remaining === 0 && resetMs !== null) pause(Math.min(resetMs, LONGEST_PAUSE_MS.window));
    if (kind === null) return null;
    const wait = retryAfterMs ?? (kind === "rate_limited" || kind === "quota" ? resetMs : null);
    if (kind === "rate_limited" && wait !== null) {
      pause(Math.min(wait, retryAfterMs === null ? LONGEST_PAUSE_MS.window : LONGEST_PAUSE_MS.asked));
    }
    return new VendorError(name, kind, { status: answer.status, retryAfterMs: wait });
  }

  function withoutSecrets(error: unknown): unknown {
    if (!(error instanceof VendorError) || redact(error.message) === error.message) return error;
    const { kind, status, retryAfterMs } = error;
    return new VendorError(name, kind, { status, retryAfterMs });
  }

  return async ({ exchange: sent, asked, timeoutMs, signal, onRequest }) => {
    const startedAt = new Date();
    const start = performance.now();
    let answer: Answer | null = null;
    let standing: RateStanding | null = null;
    let failure: CallOutcome | null = null;
    try {
      onRequest?.();
      answer = await exchange(sent, { ...bounds, timeoutMs }, signal);
      standing = rateStanding(answer.headers, Date.now());
      const refused = failureIn(answer, standing);
      if (refused) throw refused;
      return { answer, asked, value: readAnswer(name, answer, asked) };
    } catch (error) {
      failure = outcomeOf(error);
      const told = withoutSecrets(error);
      // Whoever answered did not break off, whatever reading it came to: only its status says whether to ask again.
      throw told instanceof VendorError && told.status === null && answer !== null ? new AbortError(told) : told;
    } finally {
      const durationMs = performance.now() - start;
      onCall?.({ vendor: id, outcome: failure ?? "ok", durationMs });
      log?.record({
        ...{ provider: id, endpoint: endpointOf(asked, redact), method: asked.method },
        parameters: parametersOf(asked, redact),
        status: answer?.status ?? null,
        errorCode: failure !== null && answer && terms.contentSeconds > 0 ? errorCodeOf(answer, redact) : null,
        ...{ failure, startedAt, durationMs, remaining: standing?.remaining ?? null, runId: asked.scope.runId },
      });
    }
  };
}
