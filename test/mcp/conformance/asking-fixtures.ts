/**
 * What the suite of 2025-11-25 has a tool ask the client in the middle of a call. /mcp keeps no sessions, so the
 * client's answer would reach another server than the one that waits: these are its expected failures.
 */
import {
  type CallToolResult,
  type InputRequiredResult,
  inputRequired,
  type McpServer,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { text } from "./content-fixtures.ts";

type Elicited = Parameters<typeof inputRequired.elicit>[0];
type Properties = Extract<Elicited["requestedSchema"], { type: "object"; properties: object }>["properties"];

const titled = (...titles: string[]): { const: string; title: string }[] =>
  titles.map((title, index) => ({ const: `value${index + 1}`, title }));

const DEFAULTS: Properties = {
  name: { type: "string", default: "John Doe" },
  age: { type: "integer", default: 30 },
  score: { type: "number", default: 95.5 },
  status: { type: "string", enum: ["active", "inactive", "pending"], default: "active" },
  verified: { type: "boolean", default: true },
};

const OPTIONS = ["option1", "option2", "option3"];
const ENUMS: Properties = {
  untitledSingle: { type: "string", enum: OPTIONS },
  titledSingle: { type: "string", oneOf: titled("First Option", "Second Option", "Third Option") },
  legacyEnum: {
    type: "string",
    enum: ["opt1", "opt2", "opt3"],
    enumNames: ["Option One", "Option Two", "Option Three"],
  },
  untitledMulti: { type: "array", items: { type: "string", enum: OPTIONS } },
  titledMulti: { type: "array", items: { anyOf: titled("First Choice", "Second Choice", "Third Choice") } },
};

const USER: Properties = { username: { type: "string" }, email: { type: "string" } };

type Answer = CallToolResult | InputRequiredResult;

function elicit(message: string, properties: Properties, answers: Record<string, unknown> | undefined): Answer {
  if (answers?.form !== undefined) return { content: [text(`Elicitation completed: ${JSON.stringify(answers.form)}`)] };
  const form = inputRequired.elicit({ message, requestedSchema: { type: "object", properties } });
  return inputRequired({ inputRequests: { form } });
}

export function addAskingFixtures(server: McpServer): void {
  server.registerTool(
    "test_sampling",
    { description: "asks the client's model", inputSchema: z.object({ prompt: z.string() }) },
    ({ prompt }, { mcpReq: { inputResponses } }): Answer => {
      if (inputResponses?.answer) return { content: [text(`LLM response: ${JSON.stringify(inputResponses.answer)}`)] };
      const content = { type: "text", text: prompt } as const;
      const answer = inputRequired.createMessage({ messages: [{ role: "user", content }], maxTokens: 100 });
      return inputRequired({ inputRequests: { answer } });
    },
  );
  server.registerTool(
    "test_elicitation",
    { description: "asks the person", inputSchema: z.object({ message: z.string() }) },
    ({ message }, { mcpReq }) => elicit(message, USER, mcpReq.inputResponses),
  );
  const forms = { test_elicitation_sep1034_defaults: DEFAULTS, test_elicitation_sep1330_enums: ENUMS };
  for (const [name, properties] of Object.entries(forms)) {
    server.registerTool(name, { description: "asks the person", inputSchema: z.object({}) }, (_args, { mcpReq }) =>
      elicit("Please look through this form", properties, mcpReq.inputResponses),
    );
  }
}
