/** The host's log: one line an event, two files at most, each bounded. */
import { appendFileSync, renameSync, statSync } from "node:fs";

const MAX_BYTES = 512 * 1024;

export type Log = (line: string) => void;

export function openLog(file: string): Log {
  return (line) => {
    try {
      if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.old`);
      appendFileSync(file, `${new Date().toISOString()} ${process.pid} ${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not end the database for want of a log line.
    }
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
