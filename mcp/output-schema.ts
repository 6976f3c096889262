/**
 * What a tool answers with, as `tools/list` tells it: the envelope, and the tool's own fields as the compact view has
 * them (`tools/model-result.ts`): what only programs read is left out, days hold lines. Made from the tool's own
 * schema, so that both ways of telling a result fit it: nothing beyond the envelope is required, nothing is forbidden,
 * and what lies deep is said to be an object and no more. A list of tools is read on every conversation.
 */
import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";
import { isForPrograms } from "../tools/model-result.ts";
import { type Tool, toolStatusSchema } from "../tools/tool.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Fields of the result, their fields, and no deeper; what may be `null` down there is named without its kind. */
const DEEPEST = 2;
const MOST_CHOICES = 8;

const ENVELOPE = {
  status: { enum: toolStatusSchema.options },
  request: { type: "object" },
  notices: { type: "array" },
  error: { type: "object" },
} as const;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const propertiesOf = (schema: unknown): Schema =>
  isSchema(schema) && isSchema(schema.properties) ? schema.properties : {};

/** The kinds a value may have, of a schema with alternatives all of theirs. */
function kindsOf({ type, enum: choices, anyOf }: Schema): string[] {
  if (Array.isArray(anyOf)) return [...new Set(anyOf.filter(isSchema).flatMap(kindsOf))];
  if (Array.isArray(type)) return type.map(String);
  if (typeof type === "string") return [type];
  return Array.isArray(choices) ? ["string"] : [];
}

/** The one shape that is not `null`, where there is only one. */
function shapeOf(schema: Schema): Schema {
  if (!Array.isArray(schema.anyOf)) return schema;
  const shapes = schema.anyOf.filter(isSchema).filter(({ type }) => type !== "null");
  return shapes.length === 1 && shapes[0] ? shapes[0] : {};
}

function choicesOf({ enum: choices }: Schema, mayBeNull: boolean): unknown[] | null {
  if (!Array.isArray(choices) || choices.length > MOST_CHOICES) return null;
  return mayBeNull ? [...choices, null] : choices;
}

function slim(schema: unknown, depth: number): Schema {
  if (!isSchema(schema)) return {};
  const kinds = kindsOf(schema);
  const shape = shapeOf(schema);
  const choices = choicesOf(shape, kinds.includes("null"));
  if (choices && depth <= DEEPEST) return { enum: choices };
  if (depth >= DEEPEST) return kinds.length === 1 ? { type: kinds[0] } : {};
  const type = kinds.length === 1 ? kinds[0] : kinds;
  if (isSchema(shape.items)) return { type, items: slim(shape.items, depth) };
  const properties = shownProperties(shape, depth);
  return { ...(kinds.length > 0 && { type }), ...(properties && { properties }) };
}

/** A day is told in lines where a model reads it, and in items where a program does. */
function shownProperties(schema: Schema, depth: number): Schema | null {
  const { items, ...properties } = propertiesOf(schema);
  const isDay = "dayNumber" in properties && items !== undefined;
  const shown = Object.entries(isDay || items === undefined ? properties : { ...properties, items })
    .filter(([name]) => !isForPrograms(name))
    .map(([name, property]) => [name, slim(property, depth + 1)] as const);
  if (shown.length === 0) return null;
  return Object.fromEntries([...shown, ...(isDay ? [["stops", { type: "array" }] as const] : [])]);
}

export function outputSchemaOf(tool: Pick<Tool, "output">): NonNullable<ListedTool["outputSchema"]> {
  const properties = propertiesOf(z.toJSONSchema(tool.output, { io: "output" }));
  const own = Object.entries(properties).filter(([name]) => !(name in ENVELOPE) && !isForPrograms(name));
  return {
    type: "object",
    properties: { ...ENVELOPE, ...Object.fromEntries(own.map(([name, property]) => [name, slim(property, 1)])) },
    required: ["status", "request", "notices"],
  };
}
