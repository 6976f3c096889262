/** A model service's failure in words a person can act on, without its payload: that may hold the request or a key. */
import { APICallError } from "ai";
import { TripwrightError } from "../../trip/errors.ts";
import type { ModelFailure } from "./model-failure.ts";

const HINTS: Record<number, string> = {
  400: "It did not accept the request: the model must be able to call tools.",
  401: "The key was refused: check it.",
  403: "The key may not use this model.",
  404: "The service does not know this model id, or the base URL is wrong.",
  429: "Too many requests, or the quota is used up: wait, or use another model.",
};
const OTHERWISE = "Try again, or leave --model out to use the built-in offline model.";

/** Of the models that were asked, in their order; the last one's failure is what counts. */
export interface FailedModel {
  version: string;
  failure: ModelFailure;
  hasSpoken: boolean;
}

/** Whatever a service reports in the middle of an answer is no answer to the request as a whole. */
function statusOf({ failure, hasSpoken }: FailedModel): number | null {
  return hasSpoken ? null : failure.statusCode;
}

function said(failed: FailedModel, timeoutMs: number): string {
  const { code, error } = failed.failure;
  if (code === "timeout") return `took longer than ${timeoutMs / 1000} seconds`;
  const statusCode = statusOf(failed);
  if (statusCode !== null) return `answered with status ${statusCode}`;
  const isUnanswered = APICallError.isInstance(error) && error.statusCode === undefined;
  return isUnanswered ? "did not answer" : "could not finish its answer";
}

export function explainModelFailure(failed: readonly FailedModel[], timeoutMs: number): TripwrightError {
  const last = failed.at(-1);
  if (!last) return new TripwrightError("internal", "A model failed without a failure.");
  const { failure, version: modelVersion } = last;
  const before = failed.slice(0, -1).map((earlier) => `${earlier.version} ${said(earlier, timeoutMs)}. `);
  const statusCode = statusOf(last);
  const hint = HINTS[statusCode ?? 0] ?? OTHERWISE;
  const details = {
    modelVersion,
    ...(failure.code === "timeout" ? { modelTimeoutMs: timeoutMs } : { statusCode }),
    ...(failed.length > 1 && { tried: failed.map(({ version }) => version) }),
  };
  const message = `${before.join("")}${modelVersion} ${said(last, timeoutMs)}. ${hint}`;
  return new TripwrightError("model_failed", message, details, failure.error);
}
