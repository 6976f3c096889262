/** Vendors that did not answer, in a traveller's words: what it means for them, never whose fault it is. */
import { listed, plainText } from "../export/words.ts";
import type { FailureKind, VendorFailure } from "../vendor-ports.ts";

const SAYS: Readonly<Record<FailureKind, string>> = {
  auth: "cannot be asked just now",
  quota: "cannot be asked again today",
  rate_limited: "asks to wait a little",
  bad_request: "could not answer this search",
  not_found: "does not know this place",
  upstream: "did not answer",
  timeout: "did not answer in time",
  schema: "gave an answer that could not be read",
};

const WAITING: ReadonlySet<FailureKind> = new Set(["quota", "rate_limited"]);

/** Nothing is wrong but that too much was asked: later it will answer. */
export const isWaiting = ({ kind }: VendorFailure): boolean => WAITING.has(kind);

/** "Duffel did not answer in time and Kiwi asks to wait a little (about 2 minutes)"; empty where all answered. */
export function failureWords(failures: readonly VendorFailure[]): string {
  return listed(
    failures.map(({ provider, kind, retryAfterSeconds }) => {
      const minutes = retryAfterSeconds === null ? 0 : Math.ceil(retryAfterSeconds / 60);
      const wait = isWaiting({ provider, kind, retryAfterSeconds }) && minutes > 0 ? ` (about ${minutes} min)` : "";
      return `${plainText(provider)} ${SAYS[kind]}${wait}`;
    }),
  );
}
