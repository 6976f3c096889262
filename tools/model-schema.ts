/**
 * A tool's arguments as a model needs to see them: names, kinds, choices and words. What only a program cares for
 * (patterns, lengths, bounds, defaults that change nothing) is left out: it costs tokens on every call, and the tool
 * itself refuses what does not fit, saying what it expected.
 */
import { z } from "zod";
import type { Tool } from "./tool.ts";

export type ModelSchema = Readonly<Record<string, unknown>>;

const LEFT_OUT: ReadonlySet<string> = new Set([
  "$schema",
  "additionalProperties",
  "pattern",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
]);
/** Dates say how they are written; that an id is a UUID helps nobody who copies it. */
const SHOWN_FORMATS: ReadonlySet<unknown> = new Set(["date"]);

/** A document whose schema is that long is copied from another tool's result, not written by hand. */
const MOST_SPELLED_OUT = 4_000;

/** Choices that another tool's arguments or results spell out already. */
const POINTS_ELSEWHERE = /\bas in \w/;

const isEmptyDefault = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);

function isShown(key: string, value: unknown): boolean {
  if (LEFT_OUT.has(key)) return false;
  if (key === "format") return SHOWN_FORMATS.has(value);
  return key !== "default" || !isEmptyDefault(value);
}

function slim(schema: unknown, depth = 0, isReferred = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => slim(each, depth));
  if (typeof schema !== "object" || schema === null) return schema;
  const given: Record<string, unknown> = { ...schema };
  if (isReferred) delete given.enum;
  const refers = typeof given.description === "string" && POINTS_ELSEWHERE.test(given.description);
  const slimmed = Object.fromEntries(
    Object.entries(given)
      .filter(([key, value]) => key === "properties" || isShown(key, value))
      .map(([key, value]) => [
        key,
        key === "properties" ? slimProperties(value, depth) : slim(value, depth + 1, refers),
      ]),
  );
  const isDocument = depth > 0 && given.type === "object" && JSON.stringify(given).length > MOST_SPELLED_OUT;
  if (!isDocument) return slimmed;
  return { type: "object", ...(given.description !== undefined && { description: given.description }) };
}

/** Names of arguments are anybody's: one may be called "pattern". */
function slimProperties(properties: unknown, depth: number): unknown {
  if (typeof properties !== "object" || properties === null) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, slim(value, depth + 1)]));
}

const slimmedSchemas = new WeakMap<Tool, ModelSchema>();

/** Reckoned once a tool: it is asked for on every call of a model. */
export function modelSchemaOf(tool: Tool): ModelSchema {
  const known = slimmedSchemas.get(tool);
  if (known) return known;
  const schema: ModelSchema = { ...(slim(z.toJSONSchema(tool.input, { io: "input" })) as Record<string, unknown>) };
  slimmedSchemas.set(tool, schema);
  return schema;
}
