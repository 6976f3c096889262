/**
 * A tool as a person's own request calls it: the request is the approval, and what the tool refuses is refused to
 * them. Routes of a tool take its input, but for what stands in the path, and answer with its output.
 */
import { z } from "@hono/zod-openapi";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool, ToolContext, ToolResult } from "../../tools/tool.ts";
import { ERROR_CODES, type ErrorCode, TripwrightError } from "../../trip/errors.ts";
import type { UserApplication } from "../compose.ts";
import type { HttpContext, HttpParts } from "./parts.ts";

/** `null` where there is no such tool. */
export function findTool(name: string): Tool | null {
  return TOOLS.find((tool) => tool.name === name) ?? null;
}

/** The tool's arguments without those that the request's path names. */
export function bodyOf({ name, input }: Tool, inPath: readonly string[]): z.ZodObject {
  if (!(input instanceof z.ZodObject)) throw new TripwrightError("internal", `${name} has no fields to take.`);
  const { shape }: { shape: z.ZodRawShape } = input;
  return z.strictObject(Object.fromEntries(Object.entries(shape).filter(([field]) => !inPath.includes(field))));
}

const PATIENCE_MS = 55_000;

/** Ends what a request has begun when its client is gone, when it takes too long, when the server stops. */
export function signalOf(c: HttpContext, { signal }: Pick<HttpParts, "signal">): AbortSignal {
  return AbortSignal.any([c.req.raw.signal, signal, AbortSignal.timeout(PATIENCE_MS)]);
}

export function contextOf({ toolContext }: UserApplication, signal: AbortSignal): ToolContext {
  return { ...toolContext, run: null, signal };
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code);

/** Throws what the tool says no to, under the tool's own code. */
export async function callTool(tool: Tool, args: unknown, context: ToolContext): Promise<ToolResult> {
  const result = await tool.call(args, context);
  const { error } = result;
  if (error === undefined) return result;
  throw new TripwrightError(isErrorCode(error.code) ? error.code : "internal", error.message, error.details);
}
