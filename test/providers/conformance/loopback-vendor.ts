/**
 * A vendor on this machine: a real HTTP server that answers what a test tells it to, and keeps what it was asked. It can
 * be slow, endless, cut off or gone, as vendors are.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface AskedVendor {
  readonly method: string;
  /** With the address's own path, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface VendorReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: unknown;
  /** Before the first byte. */
  readonly delayMs?: number;
  /** Sends so much of the body and then breaks the connection. */
  readonly cutAfterBytes?: number;
  /** Sends so much of the body and then nothing more, without ending. */
  readonly stallAfterBytes?: number;
  /** Never ends: the body is repeated until the other side hangs up. */
  readonly isEndless?: boolean;
}

export type Respond = (asked: AskedVendor) => VendorReply | Promise<VendorReply>;

export interface LoopbackVendor {
  readonly url: string;
  readonly asked: AskedVendor[];
  /** Requests whose asker hung up before the answer was whole. */
  readonly hungUp: () => number;
  /** From now on. */
  respond(how: Respond | VendorReply): void;
  /** One after another; the last one goes on. */
  respondInTurn(...replies: readonly VendorReply[]): void;
  close(): Promise<void>;
}

async function askedOf(request: IncomingMessage): Promise<AskedVendor> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? "/", "http://vendor");
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const body = Buffer.concat(chunks).toString("utf8");
  return { method: request.method ?? "", path: url.pathname, query: url.searchParams, headers, body };
}

function send(reply: VendorReply, response: ServerResponse): void {
  const { status = 200, headers = {}, body = "", cutAfterBytes, stallAfterBytes, isEndless } = reply;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  if (isEndless) {
    const more = (): void => {
      while (!response.destroyed && response.write(text));
    };
    response.on("drain", more);
    more();
  } else if (cutAfterBytes !== undefined) {
    response.write(text.slice(0, cutAfterBytes), () => response.destroy());
  } else if (stallAfterBytes !== undefined) {
    response.write(text.slice(0, stallAfterBytes));
  } else {
    response.end(text);
  }
}

export async function startLoopbackVendor(): Promise<LoopbackVendor> {
  const asked: AskedVendor[] = [];
  let hungUp = 0;
  let how: Respond = () => ({ status: 500 });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.on("close", () => {
      if (!response.writableFinished) hungUp += 1;
    });
    const one = await askedOf(request);
    asked.push(one);
    const reply = await how(one);
    if (reply.delayMs) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
    if (!response.destroyed) send(reply, response);
  };
  // Whoever hangs up while asking is not answered.
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    hungUp: () => hungUp,
    respond: (reply) => {
      how = typeof reply === "function" ? reply : () => reply;
    },
    respondInTurn: (...replies) => {
      const left = [...replies];
      how = () => (left.length > 1 ? left.shift() : left[0]) ?? { status: 500 };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
