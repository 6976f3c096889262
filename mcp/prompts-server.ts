/** `prompts/list` and `prompts/get`: what a person picks in their assistant, ready for its model to act on. */
import {
  type GetPromptResult,
  type ListPromptsResult,
  ProtocolError,
  ProtocolErrorCode,
  type Server,
} from "@modelcontextprotocol/server";
import type { Identity } from "../trip/ports.ts";
import type { McpParts } from "./parts.ts";
import { PROMPTS } from "./prompts-known.ts";
import { answered, requireRead } from "./protocol-errors.ts";

const LIST: ListPromptsResult = {
  prompts: PROMPTS.map(({ name, title, description, arguments: takes }) => ({
    name,
    title,
    description,
    arguments: takes,
  })),
};

export function servePrompts(server: Server, parts: McpParts, identity: Identity): void {
  server.setRequestHandler("prompts/list", () => LIST);
  server.setRequestHandler("prompts/get", ({ params }) =>
    answered(parts, null, async (): Promise<GetPromptResult> => {
      requireRead(identity, "prompts");
      const prompt = PROMPTS.find(({ name }) => name === params.name);
      if (!prompt) {
        const known = PROMPTS.map(({ name }) => name).join(", ");
        const message = `Expected one of ${known}, got "${params.name.slice(0, 100)}".`;
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
      }
      const messages = await prompt.messages(params.arguments ?? {}, () => parts.actFor(identity));
      return { description: prompt.description, messages };
    }),
  );
}
