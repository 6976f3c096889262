/**
 * A model service as it looks from the network. Tests say what the model answers, turn by turn; these put it on the
 * wire, and keep what was asked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { HttpResponse, http } from "msw";
import { server } from "../network-guard.ts";
import {
  bodySchema,
  chatChunks,
  responsesEvents,
  type Served,
  type WireRefusal,
  type WireRequest,
  type WireTurn,
} from "./openai-events.ts";

export * from "./openai-events.ts";

const STREAM = { "content-type": "text/event-stream; charset=utf-8" };

function streamed(pieces: readonly string[]): Response {
  const encoder = new TextEncoder();
  const remaining = pieces.values();
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { value, done } = remaining.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new HttpResponse(stream, { headers: STREAM });
}

type Encode = (turn: WireTurn) => string[];
/** A turn may depend on what was asked: a model copies ids from what tools told it. */
type Turn = WireTurn | WireRefusal | ((request: WireRequest) => WireTurn);
type Turns = readonly Turn[];
const NO_MORE_TURNS: WireRefusal = { status: 418, body: { error: { message: "this test has no more turns" } } };

function serve(url: string, turns: Turns, encode: Encode): WireRequest[] {
  const requests: WireRequest[] = [];
  server.use(
    http.post(url, async ({ request }) => {
      const scripted = turns[requests.length] ?? NO_MORE_TURNS;
      const asked = { headers: request.headers, body: bodySchema.parse(await request.json()) };
      requests.push(asked);
      const turn = typeof scripted === "function" ? scripted(asked) : scripted;
      if (!("status" in turn)) return streamed(encode(turn));
      const { status, headers = {}, body = {} } = turn;
      return HttpResponse.json(body, { status, headers });
    }),
  );
  return requests;
}

/** `POST /v1/responses`: one turn a request, in order. */
export function serveResponses(...turns: Turns): Served {
  const baseUrl = "https://models.test/v1";
  return { baseUrl, requests: serve(`${baseUrl}/responses`, turns, responsesEvents) };
}

/** `POST /v1/chat/completions`, as Ollama, vLLM and LM Studio speak it. */
export function serveChatCompletions(...turns: Turns): Served {
  const baseUrl = "http://models.test:11434/v1";
  return { baseUrl, requests: serve(`${baseUrl}/chat/completions`, turns, chatChunks) };
}

function endStream(response: ServerResponse, ends: WireTurn["ends"]): void {
  if (ends === "broken") response.destroy();
  else if (ends !== "never") response.end();
}

/** The Responses API on a socket of this machine, where a connection can break or fall silent for real. */
export async function serveResponsesOnSocket(...turns: readonly WireTurn[]): Promise<Served & AsyncDisposable> {
  const requests: WireRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const turn = turns[requests.length] ?? { ends: "broken" };
    requests.push({ headers: new Headers(), body: bodySchema.parse(await json(request)) });
    if (turn.ends === "silent") return;
    response.writeHead(200, STREAM);
    for (const piece of responsesEvents(turn)) await new Promise<void>((sent) => response.write(piece, () => sent()));
    endStream(response, turn.ends);
  };
  const listener = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        listener.closeAllConnections();
        listener.close(() => resolve());
      }),
  };
}
