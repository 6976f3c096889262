/** From an error's code to what the shell sees; the only place that knows exit codes. */
import { ERROR_CODES, type ErrorCode, TripwrightError } from "../trip/errors.ts";

const EXIT = { ok: 0, failed: 1, usage: 2, cannotPlan: 3, interrupted: 130 } as const;

const USAGE: ReadonlySet<ErrorCode> = new Set([
  "invalid_input",
  "empty_request",
  "model_not_configured",
  "provider_not_configured",
]);

/** A plan that was read and does not hold is a finding, not a failure to answer. */
export function exitCodeOfVerdict({ ok }: { ok: boolean }): number {
  return ok ? EXIT.ok : EXIT.failed;
}

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof TripwrightError)) return EXIT.failed;
  if (error.code === "cancelled") return EXIT.interrupted;
  if (USAGE.has(error.code)) return EXIT.usage;
  return ERROR_CODES[error.code].blame === "caller" ? EXIT.cannotPlan : EXIT.failed;
}
