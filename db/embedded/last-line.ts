/**
 * How a process of the built-in database ends when it cannot go on: the reason last in its log, on one
 * line, and in its exit status where the log's disk may be full.
 */
import { DISK_FULL_STATUS, isDiskFull } from "../disk-full.ts";

export function dieOf(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n${error instanceof Error ? error.message : text}\n`);
  process.exit(isDiskFull(error) ? DISK_FULL_STATUS : 1);
}

/** Call it first: after this, what cannot be written to the log is let go, and what nobody catches ends the process. */
export function endWithLastLine(): void {
  process.stderr.on("error", () => undefined);
  process.on("uncaughtException", dieOf);
}
