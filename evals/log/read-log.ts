/** Reads a log, whole or interrupted: a last line that was cut off is left out, any other broken line is an error. */
import { readFileSync } from "node:fs";
import { TripwrightError } from "../../trip/errors.ts";
import { type LogLine, logLineSchema, type RunLog } from "./log-lines.ts";

/** Throws `invalid_input`, naming file and line. */
export function readLog(file: string): RunLog {
  const lines = textOf(file).split("\n");
  const isCut = lines.at(-1) !== "";
  const whole = lines.filter((line) => line !== "");
  const read = whole.flatMap((line, index): LogLine[] => {
    const parsed = parsedLine(line);
    if (parsed !== null) return [parsed];
    if (isCut && index === whole.length - 1) return [];
    throw broken(file, index + 1);
  });
  const [head] = read;
  if (head?.line !== "head") throw broken(file, 1);
  const answers = read.filter((line) => line.line === "answer");
  return { head, answers, end: read.findLast((line) => line.line === "end") ?? null };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new TripwrightError("invalid_input", `Expected the log of a run, got ${file}: it cannot be read.`, { file });
  }
}

function parsedLine(line: string): LogLine | null {
  try {
    return logLineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function broken(file: string, line: number): TripwrightError {
  return new TripwrightError(
    "invalid_input",
    `Expected a run's log as \`eval\` writes it, got something else in line ${line} of ${file}.`,
    { file, line },
  );
}
