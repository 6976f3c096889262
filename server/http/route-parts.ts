/** Small pieces that routes are described with. */
import { z } from "@hono/zod-openapi";
import { problemResponses } from "./problem.ts";

export const tripParams = z.object({ tripId: z.uuid().toLowerCase() });
/** As text in a path, a whole number to whoever reads it. */
const versionInPath = z.coerce.number<string>().int().min(1).max(2_147_483_647);
export const versionParams = tripParams.extend({ version: versionInPath });
export const optionalVersion = versionInPath.optional().describe("the selected one unless given");

interface JsonContent<Schema extends z.ZodType> {
  description: string;
  content: { "application/json": { schema: Schema } };
}

export function jsonOf<Schema extends z.ZodType>(schema: Schema, description: string): JsonContent<Schema> {
  return { description, content: { "application/json": { schema } } };
}

export function jsonBody<Schema extends z.ZodType>(
  schema: Schema,
): { body: { required: true; content: { "application/json": { schema: Schema } } } } {
  return { body: { required: true, content: { "application/json": { schema } } } };
}

/** 200 with that, or a problem. */
export function answers<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
): { 200: JsonContent<Schema> } & typeof problemResponses {
  return { 200: jsonOf(schema, description), ...problemResponses };
}

export const NO_CONTENT = { 204: { description: "Done; nothing to say" }, ...problemResponses } as const;
