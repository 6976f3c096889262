/** Writes a log line by line, each whole before the next: what was answered before a power cut is there after it. */
import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { LogLine } from "./log-lines.ts";

export interface LogWriter {
  write(line: LogLine): void;
  close(): void;
}

/** Keeps that many bytes of what is there: half a line behind them is cut off. */
export function openLogWriter(file: string, keepBytes: number): LogWriter {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, "a+");
  ftruncateSync(handle, keepBytes);
  return {
    write: (line) => {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    },
    close: () => closeSync(handle),
  };
}
