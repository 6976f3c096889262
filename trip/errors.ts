/**
 * One error class for everything Tripwright says no to. The code is the contract (HTTP status, MCP
 * `isError` and exit codes are mapped from it, each in one file); the message says what was expected,
 * what came, and what to do next. Violations of a plan are data (`verdict.ts`), not errors.
 */

type Blame = "caller" | "model" | "provider" | "us";

/** Who can mend it, and whether trying the same call again can help. */
export const ERROR_CODES = {
  invalid_input: { blame: "caller", isRetryable: false },
  empty_request: { blame: "caller", isRetryable: false },
  needs_input: { blame: "caller", isRetryable: false },
  not_a_trip_request: { blame: "caller", isRetryable: false },
  date_in_past: { blame: "caller", isRetryable: false },
  dates_reversed: { blame: "caller", isRetryable: false },
  trip_too_long: { blame: "caller", isRetryable: false },
  city_not_found: { blame: "caller", isRetryable: false },
  city_not_covered: { blame: "caller", isRetryable: false },
  budget_too_small: { blame: "caller", isRetryable: false },
  nothing_fits: { blame: "caller", isRetryable: false },
  trip_not_found: { blame: "caller", isRetryable: false },
  itinerary_not_found: { blame: "caller", isRetryable: false },
  place_not_found: { blame: "caller", isRetryable: false },
  thread_not_found: { blame: "caller", isRetryable: false },
  run_not_found: { blame: "caller", isRetryable: false },
  thread_busy: { blame: "caller", isRetryable: true },
  approval_not_found: { blame: "caller", isRetryable: false },
  not_signed_in: { blame: "caller", isRetryable: false },
  not_allowed: { blame: "caller", isRetryable: false },
  allowance_spent: { blame: "caller", isRetryable: true },
  in_use: { blame: "caller", isRetryable: false },
  version_conflict: { blame: "caller", isRetryable: true },
  unknown_tool: { blame: "model", isRetryable: false },
  model_failed: { blame: "provider", isRetryable: true },
  model_not_configured: { blame: "caller", isRetryable: false },
  budget_of_run_spent: { blame: "model", isRetryable: false },
  provider_unavailable: { blame: "provider", isRetryable: true },
  provider_not_configured: { blame: "caller", isRetryable: false },
  database_unavailable: { blame: "us", isRetryable: true },
  archive_unavailable: { blame: "us", isRetryable: true },
  sign_in_unavailable: { blame: "provider", isRetryable: true },
  disk_full: { blame: "us", isRetryable: false },
  catalogue_invalid: { blame: "us", isRetryable: false },
  cancelled: { blame: "caller", isRetryable: true },
  internal: { blame: "us", isRetryable: false },
} as const satisfies Record<string, { blame: Blame; isRetryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export class TripwrightError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "TripwrightError";
    this.code = code;
    this.details = details;
  }

  get isRetryable(): boolean {
    return ERROR_CODES[this.code].isRetryable;
  }
}
