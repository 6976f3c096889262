/**
 * What a call lacks before it can be made, in one shape for every tool: an assistant reads it and asks in its own
 * words, and a program makes a form of it without knowing the tool.
 */
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";

export const missingFactSchema = z.object({
  /** Where the answer goes among the arguments; `cityIds.0` is the first of a list. */
  field: z.string().regex(/^[a-z][A-Za-z]*(\.\d{1,2})?$/),
  question: z.string(),
  kind: z.enum(["text", "date", "count"]),
  /** A call can be made without it: it is asked because somebody is asked anyway. */
  isOptional: z.boolean().optional(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** The tool whose result holds it: nobody knows such an id by heart. */
  from: z.string().optional(),
});
export type MissingFact = z.infer<typeof missingFactSchema>;

/** Arguments without which a tool cannot do its work, and what a person is asked where they were left out. */
export function needsInput(
  message: string,
  missing: readonly MissingFact[],
  details: Record<string, unknown> = {},
): TripwrightError {
  return new TripwrightError("needs_input", message, { ...details, missing });
}

const isLeftOut = (value: unknown): boolean => value === undefined || value === null || value === "";

/** The facts to ask for when nothing is wrong with the arguments but that some are not there; else `null`. */
export function factsLeftOut(
  asks: readonly MissingFact[],
  args: Readonly<Record<string, unknown>>,
  issues: readonly { path: readonly PropertyKey[] }[],
): MissingFact[] | null {
  const isAskedFor = ({ path: [name, ...deeper] }: { path: readonly PropertyKey[] }): boolean =>
    deeper.length === 0 && asks.some(({ field }) => field.split(".")[0] === name) && isLeftOut(args[String(name)]);
  if (issues.length === 0 || !issues.every(isAskedFor)) return null;
  return asks.filter(({ field }) => isLeftOut(args[field.split(".")[0] ?? ""]));
}
