/**
 * Reads a run's log back, line by line, and says of a broken one where it is broken. A run that was killed leaves its
 * last line cut: that line is left out, and everything before it counts.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import {
  LOG_FORMAT,
  type LogEnd,
  type LoggedAnswer,
  type LogHead,
  type LogLine,
  logLineSchema,
  type RunLog,
} from "./log-lines.ts";

/** Throws `invalid_input`, naming file and line. */
export function readLog(file: string): RunLog {
  return parseLog(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const message = `Expected the log of a run, got ${file}: it cannot be read.`;
    throw new TripwrightError("invalid_input", message, { file }, cause);
  }
}

export function parseLog(text: string, file: string): RunLog {
  const lines = text.split("\n");
  const last = lines.at(-1) ?? "";
  if (!isJson(last)) lines.pop();
  const reading = new Reading(file);
  for (const [index, line] of lines.entries()) if (line.trim() !== "") reading.take(line, index + 1);
  return reading.log();
}

/** A line that is not, at the end of a file, was cut while it was written. */
export function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

class Reading {
  readonly #file: string;
  readonly #answers = new Map<string, LoggedAnswer>();
  #head: LogHead | null = null;
  #end: LogEnd | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  take(line: string, number: number): void {
    const expected = this.#head === null ? "the head of an evaluation's log" : "an answer or the end of the run";
    const place = { file: this.#file, number };
    const found = lineIn(line, expected, place);
    const kind = `a line of kind "${found.line}"`;
    if ((found.line === "head") !== (this.#head === null)) throw unexpected(expected, kind, place);
    if (this.#end) throw unexpected("nothing more after the end", kind, place);
    if (found.line === "head") this.#head = found;
    else if (found.line === "end") this.#end = found;
    else {
      const key = JSON.stringify([found.sample, found.method, found.trial]);
      const again = `${found.sample} by ${found.method}, trial ${found.trial}, once more`;
      if (this.#answers.has(key)) throw unexpected("every answer once", again, place);
      this.#answers.set(key, found);
    }
  }

  log(): RunLog {
    if (this.#head === null) {
      const message = `Expected the log of an evaluation run, got a file without a head: ${this.#file}.`;
      throw new TripwrightError("invalid_input", message, { file: this.#file });
    }
    return { head: this.#head, answers: [...this.#answers.values()], end: this.#end };
  }
}

interface LinePlace {
  file: string;
  number: number;
}

function unexpected(expected: string, got: string, { file, number }: LinePlace): TripwrightError {
  const message = `Expected ${expected} in line ${number} of ${file}, got ${got}.`;
  return new TripwrightError("invalid_input", message, { file, line: number });
}

function lineIn(line: string, expected: string, place: LinePlace): LogLine {
  if (!isJson(line)) throw unexpected(expected, `no JSON: ${line.slice(0, 60)}`, place);
  const document: unknown = JSON.parse(line);
  const format = formatOf(document);
  if (format !== null && format !== LOG_FORMAT) {
    throw unexpected(`a log of format ${LOG_FORMAT}`, `format ${format}`, place);
  }
  const read = logLineSchema.safeParse(document);
  if (!read.success) throw unexpected(expected, `something else: ${faultOf(read.error)}`, place);
  return read.data;
}

const formatSchema = z.object({ line: z.literal("head"), format: z.unknown() });

function formatOf(document: unknown): string | number | null {
  const { format } = formatSchema.safeParse(document).data ?? {};
  return typeof format === "number" || typeof format === "string" ? format : null;
}

/** The first of what is wrong: whoever mends a log reads it line by line as well. */
function faultOf({ issues }: z.ZodError): string {
  const [first] = issues;
  return first ? `${first.message} at ${first.path.join(".") || "the line itself"}` : "nothing that can be named";
}
