/** Writes a log line by line, each whole before the next: what was answered before a power cut is there after it. */
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { LogLine } from "./log-lines.ts";

export interface LogWriter {
  write(line: LogLine): void;
  close(): void;
}

export function openLogWriter(file: string): LogWriter {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, "a");
  return {
    write: (line) => {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    },
    close: () => closeSync(handle),
  };
}
