/** What a model is shown of a tool's arguments: enough to call it right, and nothing that only costs tokens. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineTool } from "../../tools/define-tool.ts";
import { modelSchemaOf } from "../../tools/model-schema.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";

function toolWith(input: z.ZodType): Tool {
  return defineTool({
    ...{ name: "get_thing", title: "Get", description: "Gets.", input, fields: {} },
    hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    run: async () => ({ status: "ok", notices: [] }),
  });
}

test("names, kinds, choices, words and what must be there stay; patterns and bounds go", () => {
  const tool = toolWith(
    z.strictObject({
      id: z.uuid().describe("from search_things"),
      day: z.iso.date(),
      count: z.int().min(1).max(9).default(3),
      isOpen: z.boolean().default(false),
      kinds: z
        .array(z.enum(["a", "b"]))
        .max(4)
        .default([]),
      pattern: z.string().max(8).optional(),
    }),
  );
  expect(modelSchemaOf(tool)).toEqual({
    type: "object",
    properties: {
      id: { type: "string", description: "from search_things" },
      day: { type: "string", format: "date" },
      count: { type: "integer", default: 3 },
      isOpen: { type: "boolean" },
      kinds: { type: "array", items: { type: "string", enum: ["a", "b"] } },
      pattern: { type: "string" },
    },
    required: ["id", "day"],
  });
});

test("choices that stand elsewhere are pointed at", () => {
  const tool = toolWith(z.strictObject({ kinds: z.array(z.enum(["a", "b"])).describe("as in create_thing") }));
  expect(modelSchemaOf(tool).properties).toEqual({
    kinds: { type: "array", items: { type: "string" }, description: "as in create_thing" },
  });
});

describe.each(TOOLS)("$name", (tool) => {
  test("names every argument that it takes", () => {
    const full = z.toJSONSchema(tool.input, { io: "input" });
    const shown = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(modelSchemaOf(tool));
    expect(Object.keys(shown.properties)).toEqual(Object.keys(full.properties ?? {}));
    expect(modelSchemaOf(tool).required ?? []).toEqual(full.required ?? []);
  });
});
