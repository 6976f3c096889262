/** What an S3 service's refusal means for whoever runs Tripwright. No key and no signature is ever repeated. */
import { TripwrightError } from "../../trip/errors.ts";

const ADVICE: Readonly<Record<string, string>> = {
  NoSuchBucket: "There is no such bucket: check TRIPWRIGHT_ARCHIVE, and TRIPWRIGHT_ARCHIVE_REGION.",
  NoSuchKey: "There is no such object: was it removed by hand, or archived somewhere else?",
  AccessDenied: "The key may not do that: it needs the rights to put, get, list and delete in this bucket.",
  InvalidAccessKeyId: "The service does not know TRIPWRIGHT_ARCHIVE_ACCESS_KEY_ID.",
  SignatureDoesNotMatch:
    "The service refused the signature: check TRIPWRIGHT_ARCHIVE_SECRET_ACCESS_KEY and the region.",
  SlowDown: "The service asks for fewer requests, and went on asking; the next run tries again.",
};

export function archiveFailure(attempt: string, error: unknown): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const name = error instanceof Error ? error.name : typeof error;
  const advice = ADVICE[name] ?? "Check TRIPWRIGHT_ARCHIVE_ENDPOINT and the connection to it.";
  const text = `The archive could not ${attempt} (${name}). ${advice} Nothing was deleted.`;
  return new TripwrightError("archive_unavailable", text, { name }, error);
}
