/**
 * A tool of somebody's MCP server as its list describes it: which arguments it takes and which it cannot do without.
 * Such lists change without notice, so that arguments are held against it before they are sent; of what it says in words
 * nothing is kept.
 */
import { z } from "zod";

const argumentSchema = z
  .object({
    type: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
    enum: z.array(z.unknown()).optional().catch(undefined),
  })
  .catch({});

const inputSchema = z.object({
  properties: z.record(z.string(), argumentSchema).optional(),
  required: z.array(z.string()).nullish(),
});

export const toolListSchema = z.object({
  tools: z.array(z.object({ name: z.string(), inputSchema: z.unknown() })),
  nextCursor: z.string().nullish(),
});

export interface McpTool {
  takes(argument: string): boolean;
  /** Values that an argument may have; `null` where any will do. */
  choicesOf(argument: string): readonly unknown[] | null;
  /** Whether these can be sent: all that is required, and nothing that is not known or of another type. */
  accepts(sent: Readonly<Record<string, unknown>>): boolean;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isOfType(value: unknown, type: string): boolean {
  return type === typeOf(value) || (type === "integer" && Number.isInteger(value));
}

/** `null` for what is no description of arguments. */
export function mcpToolOf(described: unknown): McpTool | null {
  const { data } = inputSchema.safeParse(described);
  if (!data) return null;
  const known = new Map(Object.entries(data.properties ?? {}));
  const required = data.required ?? [];
  const fits = (argument: string, value: unknown): boolean => {
    const { type, enum: choices } = known.get(argument) ?? { type: [] };
    const types = typeof type === "string" ? [type] : type;
    return (types?.some((one) => isOfType(value, one)) ?? true) && (choices?.includes(value) ?? true);
  };
  return {
    takes: (argument) => known.has(argument),
    choicesOf: (argument) => known.get(argument)?.enum ?? null,
    accepts: (sent) =>
      required.every((argument) => Object.hasOwn(sent, argument)) &&
      Object.entries(sent).every(([argument, value]) => fits(argument, value)),
  };
}
