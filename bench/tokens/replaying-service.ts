/** The Responses API on this machine, answering as a recording says and keeping what it was asked. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { bodySchema, responsesEvents, type WireRequest, type WireTurn } from "../../test/agents/openai-events.ts";

export interface Exchange {
  request: WireRequest["body"];
  reply: WireTurn;
}

export interface ReplayingService extends AsyncDisposable {
  readonly baseUrl: string;
  readonly exchanges: Exchange[];
}

export async function startReplayingService(answer: (request: WireRequest) => WireTurn): Promise<ReplayingService> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    json(request)
      .then((body) => {
        const asked = bodySchema.parse(body);
        const reply = answer({ headers: new Headers(), body: asked });
        exchanges.push({ request: asked, reply });
        response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
        response.end(responsesEvents(reply).join(""));
      })
      .catch((error: unknown) => {
        response.writeHead(500, { "content-type": "application/json" });
        response.end(JSON.stringify({ error: { message: String(error) } }));
      });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    exchanges,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
