/** What an assistant's model reads before every conversation: all of it, and no more tokens than that may cost. */
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { z } from "zod";
import { outputSchemaOf } from "../../../mcp/output-schema.ts";
import { toolList } from "../../../mcp/tool-list.ts";
import { defineTool } from "../../../tools/define-tool.ts";
import { TOOLS } from "../../../tools/registry.ts";
import type { Tool } from "../../../tools/tool.ts";

const { tools } = toolList();
const propertiesOf = (tool: Tool): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(outputSchemaOf(tool).properties);
const tokensIn = (value: unknown): number => encode(JSON.stringify(value)).length;

test("names, descriptions and arguments cost at most 4,000 tokens", () => {
  const asked = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  expect(tokensIn(asked)).toBeLessThanOrEqual(4_000);
});

test("the whole list, with what comes back, costs at most 8,000", () => {
  expect(tokensIn(tools)).toBeLessThanOrEqual(8_000);
});

test.each(tools)("$name says what it is, what it takes and what it gives", (tool) => {
  const registered = TOOLS.find(({ name }) => name === tool.name);
  expect(tool).toMatchObject({
    title: expect.stringMatching(/\S/),
    description: expect.stringMatching(/\S/),
    inputSchema: { type: "object", properties: { detail: { type: "string", enum: ["compact", "full"] } } },
    outputSchema: { type: "object", required: ["status", "request", "notices"] },
    annotations: registered?.hints ?? {},
  });
  expect(Object.keys(tool.annotations ?? {})).toHaveLength(4);
});

test.each(tools)("$name takes arguments that lie flat, but for lists of operations and one city to add", (tool) => {
  const nested = Object.entries(tool.inputSchema.properties ?? {}).filter(([, property]) =>
    JSON.stringify(property).includes('"properties"'),
  );
  expect(nested.map(([name]) => name).filter((name) => !["operations", "addCity"].includes(name))).toEqual([]);
});

test.each(TOOLS)("$name names each of its own fields that a model is shown", (tool) => {
  const fields = Object.keys(z.toJSONSchema(tool.output).properties ?? {});
  expect(Object.keys(propertiesOf(tool)).toSorted()).toEqual(fields.filter((name) => name !== "score").toSorted());
});

test("what lies deep, what may be null and what only programs read is left open; days are told as lines", () => {
  const tool = defineTool({
    ...{ name: "get_thing", title: "Get", description: "Gets.", input: z.strictObject({}) },
    hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    fields: {
      thing: z.object({
        kind: z.enum(["a", "b"]).nullable(),
        note: z.string().nullable(),
        deep: z.object({ deeper: z.object({ deepest: z.string() }) }),
        location: z.object({ lat: z.number() }),
      }),
      days: z.array(z.object({ dayNumber: z.int(), items: z.array(z.object({ title: z.string() })) })).nullable(),
    },
    run: async () => ({ status: "ok", notices: [] }),
  });
  expect(propertiesOf(tool)).toMatchObject({
    thing: {
      type: "object",
      properties: { kind: { enum: ["a", "b", null] }, note: {}, deep: { type: "object" } },
    },
    days: { type: ["array", "null"], items: { properties: { stops: { type: "array" } } } },
  });
  expect(JSON.stringify(outputSchemaOf(tool))).not.toMatch(/location|deeper|title/);
});
