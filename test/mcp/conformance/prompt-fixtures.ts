/** The suite's prompts, and completion of their arguments. */
import {
  acceptedContent,
  type GetPromptResult,
  type InputRequiredResult,
  inputRequired,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { PIXEL } from "./content-fixtures.ts";

type Message = GetPromptResult["messages"][number];
const says = (text: string): Message => ({ role: "user", content: { type: "text", text } });

export function addPromptFixtures(server: McpServer): void {
  server.registerPrompt("test_simple_prompt", { description: "has no arguments" }, () => ({
    messages: [says("This is a simple prompt for testing.")],
  }));
  server.registerPrompt(
    "test_prompt_with_arguments",
    { description: "repeats its arguments", argsSchema: z.object({ arg1: z.string(), arg2: z.string() }) },
    ({ arg1, arg2 }) => ({ messages: [says(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)] }),
  );
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "embeds a resource", argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri: uri }) => {
      const resource = { uri, mimeType: "text/plain", text: "Embedded resource content for testing." };
      const embedded: Message = { role: "user", content: { type: "resource", resource } };
      return { messages: [embedded, says("Please process the embedded resource above.")] };
    },
  );
  server.registerPrompt("test_prompt_with_image", { description: "shows an image" }, () => ({
    messages: [
      { role: "user", content: { type: "image", data: PIXEL, mimeType: "image/png" } },
      says("Please analyze the image above."),
    ],
  }));
  server.registerPrompt("test_input_required_result_prompt", { description: "asks back" }, askForContext);
  server.server.setRequestHandler("completion/complete", () => ({
    completion: { values: ["paris", "park", "party"], total: 3, hasMore: false },
  }));
}

/** A prompt without arguments is called with the context alone, which the types do not know. */
function askForContext(given: unknown): GetPromptResult | InputRequiredResult {
  const { mcpReq } = given as ServerContext;
  const context = acceptedContent<{ context: string }>(mcpReq.inputResponses, "user_context")?.context;
  if (typeof context === "string") return { messages: [says(`Use the following context: ${context}`)] };
  const properties = { context: { type: "string" as const } };
  const requestedSchema = { type: "object" as const, properties, required: ["context"] };
  const message = "What context should the prompt use?";
  return inputRequired({ inputRequests: { user_context: inputRequired.elicit({ message, requestedSchema }) } });
}
