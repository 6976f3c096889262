/** One clear line for a file that is something else than its format says, or that breaks half-way. */
import { basename } from "node:path";
import { TripwrightError } from "../../trip/errors.ts";

interface Finding {
  readonly expected: string;
  readonly got: string;
  readonly line?: number | undefined;
  /** What to do about it. */
  readonly remedy?: string | undefined;
}

const SHOWN = 60;

/** The beginning of what came, on one line, for a message. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return JSON.stringify(line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line);
}

export function invalidFile(path: string, { expected, got, line, remedy }: Finding, cause?: unknown): TripwrightError {
  const where = line === undefined ? "" : ` on line ${line}`;
  const message = `${basename(path)}: expected ${expected}, got ${got}${where}.${remedy ? ` ${remedy}` : ""}`;
  return new TripwrightError("invalid_input", message, line === undefined ? { path } : { path, line }, cause);
}
