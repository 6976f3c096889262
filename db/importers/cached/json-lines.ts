/** A file of JSON lines, each meeting its schema: the first that does not stops the reading, with its number. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { TripwrightError } from "../../../trip/errors.ts";

function badLine(path: string, line: number, found: string, cause?: unknown): TripwrightError {
  return new TripwrightError("invalid_input", `${path} line ${line}: ${found}`, { path, line }, cause);
}

function parseLine<Value>(path: string, line: number, text: string, schema: z.ZodType<Value>): Value {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw badLine(path, line, `expected one JSON object a line, got ${JSON.stringify(text.slice(0, 60))}`, cause);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw badLine(path, line, z.prettifyError(parsed.error).replaceAll("\n", " "), parsed.error);
}

/** Throws `invalid_input` for a file that cannot be read or a line that is something else. */
export async function* jsonLines<Value>(path: string, schema: z.ZodType<Value>): AsyncGenerator<Value> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new TripwrightError("invalid_input", `Expected a file that can be read, got "${path}".`, { path });
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(path, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.trim() !== "") yield parseLine(path, line, text, schema);
  }
}
