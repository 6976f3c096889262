/**
 * What a call asks for, as one short text: the same for the same tool and arguments in whatever order they are written,
 * with a default written out or left to the tool.
 */
import { createHash } from "node:crypto";
import type { Tool } from "../tools/tool.ts";

/** JSON with sorted names; what is `undefined` is not there. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${entries.join(",")}}`;
}

/** SHA-256, hexadecimal. `about` is what else makes it that very call. */
export function hashOfCall(tool: Pick<Tool, "name" | "input">, own: unknown, about: unknown = null): string {
  const parsed = tool.input.safeParse(own);
  const asked = { tool: tool.name, arguments: parsed.success ? parsed.data : own, about };
  return createHash("sha256").update(canonicalJson(asked)).digest("hex");
}
