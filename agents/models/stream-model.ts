/**
 * The one way to ask a model, and the one owner of trying again. A model is asked again, with growing and jittered
 * waits or as long as it says itself, while what went wrong may pass and nobody has read a word of an answer. Then
 * the next model takes over with the same prompt. Once something was said, a failure is the end of the step.
 */
import { setTimeout as delay } from "node:timers/promises";
import pRetry from "p-retry";
import { TripwrightError } from "../../trip/errors.ts";
import { timeLimit } from "../time-limit.ts";
import { explainModelFailure, type FailedModel } from "./explain-failure.ts";
import type { PlannerModel } from "./model.ts";
import { attemptModel, type ModelAnswer, type ModelCall } from "./model-attempt.ts";
import { AttemptError, type ModelFailure } from "./model-failure.ts";

const BACKOFF = { minTimeout: 250, maxTimeout: 5_000, factor: 3, randomize: true } as const;
/** A service that wants to be left alone for longer has failed for now. */
const LONGEST_WAIT_MS = 20_000;
/** So long a model that has failed for good is asked last. */
const REST_MS = 30_000;

const restsUntil = new WeakMap<PlannerModel, number>();

/**
 * Throws `model_failed` when no model could answer, and the signal's reason once it is aborted. Every attempt is
 * handed to `call.onCall`, failed ones too.
 */
export async function streamFrom(model: PlannerModel, call: ModelCall): Promise<ModelAnswer> {
  const failed: FailedModel[] = [];
  const chain = [model, ...(model.fallbacks ?? [])];
  for (const candidate of rested(chain)) {
    call.signal.throwIfAborted();
    const outcome = await askWithRetries(candidate, call);
    if (!(outcome instanceof AttemptError)) return outcome;
    const { failure, hasSpoken } = outcome;
    failed.push({ version: candidate.version, failure, hasSpoken });
    if (hasSpoken) break;
    restsUntil.set(candidate, performance.now() + REST_MS);
  }
  throw explainModelFailure(failed, call.limits.modelTimeoutMs);
}

/** In their order, those that have just failed behind the others. */
function rested(chain: readonly PlannerModel[]): PlannerModel[] {
  const now = performance.now();
  const isResting = (model: PlannerModel): boolean => (restsUntil.get(model) ?? 0) > now;
  return [...chain.filter((model) => !isResting(model)), ...chain.filter(isResting)];
}

async function askWithRetries(model: PlannerModel, call: ModelCall): Promise<ModelAnswer | AttemptError> {
  const { modelTimeoutMs, modelRetries } = call.limits;
  const endsAt = performance.now() + modelTimeoutMs;
  const limit = timeLimit(modelTimeoutMs);
  const waiting = AbortSignal.any([call.signal, limit.signal]);
  let last: AttemptError | null = null;
  try {
    const attempt = async (): Promise<ModelAnswer> => {
      try {
        return await attemptModel(model, call, limit.signal);
      } catch (error) {
        if (error instanceof AttemptError) last = error;
        throw error;
      }
    };
    return await pRetry(attempt, {
      ...BACKOFF,
      retries: modelRetries,
      signal: waiting,
      // A wait that the service asked for is waited here, in place of one of ours.
      shouldConsumeRetry: ({ error }) => askedWait(error) === null,
      shouldRetry: async ({ error, attemptNumber }) => {
        if (!(error instanceof AttemptError)) return false;
        const { failure, hasSpoken } = error;
        if (hasSpoken || !failure.isPassing || attemptNumber > modelRetries) return false;
        return waitedAsAsked(failure, { endsAt, signal: waiting });
      },
    });
  } catch (error) {
    call.signal.throwIfAborted();
    // The time may also be up while waiting to try again: what went wrong before that is the reason.
    if (last !== null) return last;
    throw error instanceof TripwrightError
      ? error
      : new TripwrightError("internal", "A model could not be asked.", {}, error);
  } finally {
    limit.clear();
  }
}

function askedWait(error: unknown): number | null {
  return error instanceof AttemptError ? error.failure.retryAfterMs : null;
}

/** `false` when it asks for more time than there is. */
async function waitedAsAsked(
  { retryAfterMs }: ModelFailure,
  { endsAt, signal }: { endsAt: number; signal: AbortSignal },
): Promise<boolean> {
  if (retryAfterMs === null) return true;
  if (retryAfterMs > Math.min(LONGEST_WAIT_MS, endsAt - performance.now())) return false;
  await delay(retryAfterMs, undefined, { signal });
  return true;
}
