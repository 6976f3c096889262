/** Turns a spec into a tool: parses the arguments, runs it, and makes every expected failure a typed result. */
import type { z } from "zod";
import { ERROR_CODES, TripwrightError } from "../trip/errors.ts";
import { listed } from "../trip/export/words.ts";
import { argumentWords } from "./argument-words.ts";
import { echoed } from "./echoed.ts";
import { factsLeftOut, needsInput } from "./missing-facts.ts";
import {
  type ApprovalRequest,
  type Tool,
  type ToolContext,
  type ToolFields,
  type ToolResult,
  type ToolSpec,
  toolResultSchema,
} from "./tool.ts";
import { tracedCall } from "./tool-span.ts";

/** A request that cannot be met as it stands is no fault: the caller can change it. */
const INFEASIBLE = new Set(["budget_too_small", "nothing_fits"]);
const NEEDS_INPUT = new Set(["needs_input"]);

function failure(request: Record<string, unknown>, error: TripwrightError): ToolResult {
  const status = INFEASIBLE.has(error.code) ? "infeasible" : NEEDS_INPUT.has(error.code) ? "needs_input" : "error";
  return { status, request, notices: [], error: { code: error.code, message: error.message, details: error.details } };
}

function badArguments(name: string, said: string[]): TripwrightError {
  return new TripwrightError("invalid_input", `${name} could not use its arguments. ${said.join("; ")}.`, {
    issues: said,
  });
}

/** What is not there can be asked for; what is wrong has to be mended by who sent it. */
function unusable(
  { name, input, asks = [] }: Pick<ToolSpec<z.ZodType, ToolFields>, "name" | "input" | "asks">,
  args: unknown,
  issues: z.core.$ZodIssue[],
): TripwrightError {
  const missing = factsLeftOut(asks, asRecord(args), issues);
  if (!missing) return badArguments(name, argumentWords(input, args, issues));
  const fields = missing.flatMap(({ field, isOptional }) => (isOptional ? [] : (field.split(".")[0] ?? [])));
  return needsInput(
    `${name} needs ${listed(fields)}. Ask the traveller what was not said: ${missing.map(({ question }) => question).join(" ")}`,
    missing,
  );
}

/** No name, text or id has a NUL character, and PostgreSQL takes none. */
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  return typeof value === "object" && value !== null && Object.entries(value).some((entry) => entry.some(holdsNul));
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}

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
    if (!parsed.success) return failure(echoed(asRecord(args)), unusable(spec, args, parsed.error.issues));
    const request = echoed(asRecord(parsed.data));
    try {
      const { understood, ...outcome } = await spec.run(parsed.data, context);
      return output.parse({ ...outcome, request: echoed({ ...asRecord(parsed.data), ...understood }) });
    } catch (error) {
      if (error instanceof TripwrightError) return failure(request, error);
      throw error;
    }
  };
  const approvalFor = async (args: unknown, context: ToolContext): Promise<ApprovalRequest | null> => {
    const parsed = input.safeParse(args);
    if (!spec.approval || holdsNul(args) || !parsed.success) return null;
    try {
      return await spec.approval(parsed.data, context);
    } catch (error) {
      // The call itself will say why it cannot be made; what may pass in a moment is no leave to make it.
      const isSaidByCall =
        error instanceof TripwrightError && !error.isRetryable && ERROR_CODES[error.code].blame !== "us";
      if (isSaidByCall) return null;
      throw error;
    }
  };
  return { name, title, description, input, output, hints, call: tracedCall(name, call), approvalFor };
}
