/** A process of its own: the least that a server of the AI SDK does, to be measured against. No database, no tools. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import {
  convertToModelMessages,
  pipeUIMessageStreamToResponse,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from "ai";

const [, , baseURL = ""] = process.argv;
const provider = createOpenAICompatible({ name: "compatible", baseURL, includeUsage: true });

async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { messages, model } = (await json(request)) as { messages: UIMessage[]; model: string };
  const abort = new AbortController();
  response.on("close", () => abort.abort());
  const result = streamText({
    model: provider(model.replace("compatible:", "")),
    instructions: "You plan trips.",
    messages: await convertToModelMessages(messages),
    abortSignal: abort.signal,
  });
  await pipeUIMessageStreamToResponse({ response, stream: toUIMessageStream({ stream: result.stream }) });
}

const server = createServer((request, response) => {
  chat(request, response).catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(0, "127.0.0.1", () =>
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
