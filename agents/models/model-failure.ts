/** What went wrong with one attempt at a model, as far as it decides what to do next: again, another model, or an end. */
import { APICallError } from "ai";
import { z } from "zod";

export interface ModelFailure {
  /** For the record: `status_429`, `timeout`, `connection_lost`, `bad_response`, `cancelled`. */
  code: string;
  statusCode: number | null;
  /** The same attempt may go well a moment later. */
  isPassing: boolean;
  /** As the service asked. */
  retryAfterMs: number | null;
  error: unknown;
}

/** Carries a failure through whoever knows errors only. */
export class AttemptError extends Error {
  readonly failure: ModelFailure;
  /** Somebody has read a part of the answer: nobody else may begin it anew. */
  readonly hasSpoken: boolean;

  constructor(failure: ModelFailure, hasSpoken: boolean) {
    super(failure.code, { cause: failure.error });
    this.name = "AttemptError";
    this.failure = failure;
    this.hasSpoken = hasSpoken;
  }
}

const REQUEST_TIMEOUT = 408;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERRORS = 500;
/** The same code as for too many requests, and waiting does not help. */
const QUOTA_USED_UP = /insufficient_quota/;

const isPassingStatus = (status: number): boolean =>
  status === REQUEST_TIMEOUT || status === TOO_MANY_REQUESTS || status >= SERVER_ERRORS;

const refusalSchema = z.object({ statusCode: z.int().min(400) });
const CONNECTION = /^(terminated|fetch failed|socket hang up|other side closed)$/i;

/** undici and the SDK say it at different depths. */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return /^(E[A-Z]+|UND_ERR_\w+)$/.test(code) || CONNECTION.test(error.message) || isConnectionLoss(error.cause);
}

function headersOf(error: unknown): Record<string, string> {
  return (APICallError.isInstance(error) ? error.responseHeaders : undefined) ?? {};
}

/** `retry-after-ms`, or `retry-after` as seconds or a date; `null` when it says neither. */
function retryAfterOf(error: unknown, now: number): number | null {
  const { "retry-after-ms": inMs, "retry-after": after } = headersOf(error);
  if (inMs !== undefined && /^\d+(\.\d+)?$/.test(inMs)) return Number(inMs);
  if (after === undefined) return null;
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  const at = Date.parse(after);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

export function failureOf(error: unknown, now: number): ModelFailure {
  const refusal = refusalSchema.safeParse(error);
  if (refusal.success) {
    const { statusCode } = refusal.data;
    const body = APICallError.isInstance(error) ? (error.responseBody ?? "") : "";
    const isPassing = isPassingStatus(statusCode) && !QUOTA_USED_UP.test(body);
    return { code: `status_${statusCode}`, statusCode, isPassing, retryAfterMs: retryAfterOf(error, now), error };
  }
  const known = { statusCode: null, retryAfterMs: null, error };
  const isUnanswered = APICallError.isInstance(error) && error.statusCode === undefined;
  return isUnanswered || isConnectionLoss(error)
    ? { ...known, code: "connection_lost", isPassing: true }
    : { ...known, code: "bad_response", isPassing: false };
}

/** A stream that just stops looks like an answer to whoever does not ask how it ended. */
export function cutOff(finishReason: string): ModelFailure {
  const error = new Error(`the answer ended as ${finishReason}`);
  return { code: "connection_lost", statusCode: null, isPassing: true, retryAfterMs: null, error };
}

export function outOfTime(error: unknown): ModelFailure {
  return { code: "timeout", statusCode: null, isPassing: false, retryAfterMs: null, error };
}

export function cancelled(error: unknown): ModelFailure {
  return { code: "cancelled", statusCode: null, isPassing: false, retryAfterMs: null, error };
}
