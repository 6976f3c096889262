/** What an HTTP status of a vendor means, where the vendor does not say otherwise. */
import type { FailureKind } from "../../trip/vendor-ports.ts";

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: "auth",
  402: "quota",
  403: "auth",
  404: "not_found",
  407: "auth",
  408: "timeout",
  410: "not_found",
  424: "upstream",
  425: "upstream",
  429: "rate_limited",
  504: "timeout",
};

/** `null` for success. Redirects are nobody's answer: an address that moved has to be set anew. */
export function kindOfStatus(status: number): FailureKind | null {
  if (status >= 200 && status < 300) return null;
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  return status >= 400 && status < 500 ? "bad_request" : "upstream";
}
