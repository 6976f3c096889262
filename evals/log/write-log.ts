/** Writes a log line by line, each whole before the next: what was answered before a power cut is there after it. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { LogLine } from "./log-lines.ts";
import { isJson } from "./read-log.ts";

export interface LogWriter {
  write(line: LogLine): void;
  close(): void;
}

export function openLogWriter(file: string): LogWriter {
  mkdirSync(dirname(file), { recursive: true });
  const isOpenEnded = mendEnd(file);
  const handle = openSync(file, "a");
  if (isOpenEnded) writeSync(handle, "\n");
  return {
    write: (line) => {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    },
    close: () => closeSync(handle),
  };
}

/** Takes off a last line that was cut, which would break the next one; says whether a whole one lacks its end. */
function mendEnd(file: string): boolean {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const last = text.slice(text.lastIndexOf("\n") + 1);
  if (last === "") return false;
  if (isJson(last)) return true;
  truncateSync(file, Buffer.byteLength(text.slice(0, -last.length)));
  return false;
}
