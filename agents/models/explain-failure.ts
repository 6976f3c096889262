/** A model service's failure in words a person can act on, without its payload: that may hold the request or a key. */
import { APICallError, RetryError } from "ai";
import { TripwrightError } from "../../trip/errors.ts";

const HINTS: Record<number, string> = {
  400: "It did not accept the request: the model must be able to call tools.",
  401: "The key was refused: check it.",
  403: "The key may not use this model.",
  404: "The service does not know this model id, or the base URL is wrong.",
  429: "Too many requests, or the quota is used up: wait, or use another model.",
};
const OTHERWISE = "Try again, or leave --model out to use the built-in offline model.";

/** A status below 400 is no refusal: the connection broke after it. */
function whatHappened(failure: unknown): { said: string; statusCode: number | null } {
  const statusCode = APICallError.isInstance(failure) ? (failure.statusCode ?? null) : 200;
  if (statusCode === null) return { said: "did not answer", statusCode };
  if (statusCode < 400) return { said: "could not finish its answer", statusCode: null };
  return { said: `answered with status ${statusCode}`, statusCode };
}

export function explainModelFailure(error: unknown, modelVersion: string): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const { said, statusCode } = whatHappened(RetryError.isInstance(error) ? error.lastError : error);
  const hint = HINTS[statusCode ?? 0] ?? OTHERWISE;
  return new TripwrightError("model_failed", `${modelVersion} ${said}. ${hint}`, { modelVersion, statusCode }, error);
}
