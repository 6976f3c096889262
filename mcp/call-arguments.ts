/**
 * Arguments that every assistant's call may bring beside the tool's own: how much to tell, by which key a write is
 * known, and with which code a person has confirmed it. A tool never sees them.
 */
import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Tool } from "../tools/tool.ts";
import { TripwrightError } from "../trip/errors.ts";

export const DETAILS = ["compact", "full"] as const;
export type Detail = (typeof DETAILS)[number];

export interface CallExtras {
  detail: Detail;
  /** Writes only. */
  idempotencyKey?: string | undefined;
  /** The code of a confirmation that was asked for before; writes only. */
  confirmation?: string | undefined;
}

const MOST_KEY = 200;
const MOST_CODE = 100;
/** A key and a code are looked up in the database, whose texts hold no NUL. */
const word = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes("\0"), "expected text without a NUL character");

const extrasSchema = z.object({
  detail: z.enum(DETAILS).default("compact"),
  idempotencyKey: word(MOST_KEY).optional(),
  confirmation: word(MOST_CODE).optional(),
});

const has = ({ input }: Tool, name: string): boolean => input instanceof z.ZodObject && name in input.shape;

/** As JSON Schema properties; a tool that knows one of them itself keeps its own. */
export function extraProperties(tool: Tool): NonNullable<ListedTool["inputSchema"]["properties"]> {
  const properties = {
    detail: { type: "string", enum: [...DETAILS], default: "compact" },
    ...(!tool.hints.readOnlyHint && {
      idempotencyKey: { type: "string", description: "the same key repeats nothing" },
      confirmation: { type: "string", description: "code from needs_input, once the person has agreed" },
    }),
  };
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !has(tool, name)));
}

/** Half of a character that takes two is none, and no database would keep it. */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name.toWellFormed(), wellFormed(each)]));
}

/** Throws `invalid_input`. What the tool knows itself stays with its own arguments. */
export function splitArguments(
  tool: Tool,
  given: Readonly<Record<string, unknown>>,
): { own: Record<string, unknown>; extras: CallExtras } {
  const parsed = extrasSchema.safeParse(given);
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    throw new TripwrightError("invalid_input", `${tool.name} could not use its arguments. ${said}.`);
  }
  const own = Object.entries(given)
    .filter(([name]) => !(name in extrasSchema.shape) || has(tool, name))
    .map(([name, value]) => [name.toWellFormed(), wellFormed(value)] as const);
  return { own: Object.fromEntries(own), extras: parsed.data };
}
