/** What tells one file from another: all of its bytes. Reading them once more is little beside importing them. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { TripwrightError } from "../../trip/errors.ts";

/** `context` is whatever else decides what comes out: the reader, the mapping, the date. */
export async function fingerprintOf(path: string, context: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(context));
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  } catch (cause) {
    throw new TripwrightError("invalid_input", `Expected a file that can be read, got "${path}".`, { path }, cause);
  }
  return hash.digest("hex");
}
