/**
 * What a vendor did wrong, by kind. It is caught where vendors are fanned out and told as data; whoever lets it through
 * has a `provider_unavailable`. It carries no word of the vendor's: that text is a stranger's and may hold our key.
 */
import { TripwrightError } from "../../trip/errors.ts";
import type { FailureKind, VendorFailure } from "../../trip/vendor-ports.ts";

const SAYS: Readonly<Record<FailureKind, string>> = {
  auth: "does not accept our key",
  quota: "has no calls left for us",
  rate_limited: "asks us to wait",
  bad_request: "did not accept the question",
  not_found: "does not know what was asked for",
  upstream: "does not answer as it should",
  timeout: "took too long to answer",
  schema: "answered in a form that we do not know",
};

export class VendorError extends TripwrightError {
  readonly provider: string;
  readonly kind: FailureKind;
  /** HTTP's, where there was an answer. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  /** Nobody was asked: our own limits, or a pause after failures. */
  readonly isHeld: boolean;

  constructor(
    provider: string,
    kind: FailureKind,
    told: {
      status?: number | null;
      retryAfterMs?: number | null;
      isHeld?: boolean;
      cause?: unknown;
      detail?: string;
    } = {},
  ) {
    const { status = null, retryAfterMs = null, isHeld = false, cause, detail } = told;
    const message = `${provider} ${SAYS[kind]}${detail === undefined ? "" : ` (${detail})`}.`;
    super("provider_unavailable", message, { provider, kind, retryAfterMs }, cause);
    this.provider = provider;
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.isHeld = isHeld;
  }

  /** What another process found. */
  static told({ provider, kind, retryAfterSeconds }: VendorFailure): VendorError {
    return new VendorError(provider, kind, {
      retryAfterMs: retryAfterSeconds === null ? null : retryAfterSeconds * 1000,
    });
  }

  toFailure(): VendorFailure {
    const { provider, kind, retryAfterMs } = this;
    return { provider, kind, retryAfterSeconds: retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1000) };
  }
}
