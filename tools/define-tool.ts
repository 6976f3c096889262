/** Turns a spec into a tool: parses the arguments, runs it, and makes every expected failure a typed result. */
import type { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import { plainText } from "../trip/export/words.ts";
import {
  type Tool,
  type ToolContext,
  type ToolFields,
  type ToolResult,
  type ToolSpec,
  toolResultSchema,
} from "./tool.ts";

/** A request that cannot be met as it stands is no fault: the caller can change it. */
const INFEASIBLE = new Set(["budget_too_small", "nothing_fits"]);
const NEEDS_INPUT = new Set(["needs_input"]);

function failure(request: Record<string, unknown>, error: TripwrightError): ToolResult {
  const status = INFEASIBLE.has(error.code) ? "infeasible" : NEEDS_INPUT.has(error.code) ? "needs_input" : "error";
  return { status, request, notices: [], error: { code: error.code, message: error.message, details: error.details } };
}

function badArguments(name: string, issues: z.core.$ZodIssue[]): TripwrightError {
  const said = issues.map(({ path, message }) => `${path.join(".") || "arguments"}: ${message}`);
  return new TripwrightError("invalid_input", `${name} could not use its arguments. ${said.join("; ")}.`, {
    issues: said,
  });
}

/** No name, text or id has a NUL character, and PostgreSQL takes none. */
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  return typeof value === "object" && value !== null && Object.entries(value).some((entry) => entry.some(holdsNul));
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}

/** A caller knows what it sent: a text is told back by its beginning, and not fed to a model twice. */
const MOST_ECHOED = 400;
const echoed = (request: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(request).map(([key, value]) =>
      typeof value === "string" && value.length > MOST_ECHOED
        ? [key, `${plainText(value.slice(0, MOST_ECHOED))}…`]
        : [key, value],
    ),
  );

export function defineTool<Input extends z.ZodType, Fields extends ToolFields>(spec: ToolSpec<Input, Fields>): Tool {
  const { name, title, description, input, fields, hints } = spec;
  const optional = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.optional()]));
  const output = toolResultSchema.extend(optional) as unknown as z.ZodType<ToolResult>;
  const call = async (args: unknown, context: ToolContext): Promise<ToolResult> => {
    if (holdsNul(args)) {
      const message = `${name} could not use its arguments. Expected text, got a NUL character in it.`;
      return failure({}, new TripwrightError("invalid_input", message));
    }
    const parsed = input.safeParse(args);
    if (!parsed.success) return failure(echoed(asRecord(args)), badArguments(name, parsed.error.issues));
    const request = echoed(asRecord(parsed.data));
    try {
      return output.parse({ ...(await spec.run(parsed.data, context)), request });
    } catch (error) {
      if (error instanceof TripwrightError) return failure(request, error);
      throw error;
    }
  };
  return { name, title, description, input, output, hints, call };
}
