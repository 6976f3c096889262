/** What tells one file from another without reading all of a large one: its size, and its bytes in a few places. */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { TripwrightError } from "../../trip/errors.ts";

const WHOLE_UP_TO_BYTES = 16_000_000;
const SAMPLE_BYTES = 1_000_000;

/** `context` is whatever else decides what comes out: the reader, the mapping, the date. */
export async function fingerprintOf(path: string, context: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(context));
  try {
    await using file = await open(path, "r");
    const { size } = await file.stat();
    hash.update(`\0${size}\0`);
    const starts = size <= WHOLE_UP_TO_BYTES ? [0] : [0, Math.floor((size - SAMPLE_BYTES) / 2), size - SAMPLE_BYTES];
    const length = size <= WHOLE_UP_TO_BYTES ? size : SAMPLE_BYTES;
    for (const start of starts) {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, start);
      hash.update(bytes.subarray(0, bytesRead));
    }
  } catch (cause) {
    throw new TripwrightError("invalid_input", `Expected a file that can be read, got "${path}".`, { path }, cause);
  }
  return hash.digest("hex");
}
