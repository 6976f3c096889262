/**
 * The application on a port, and its orderly end: no new connections, a few seconds for what is under way, then
 * nothing. What is no request at all is answered here, for it never reaches the application.
 */

import { once } from "node:events";
import { createServer, type Server, STATUS_CODES } from "node:http";
import { isIPv6 } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { TripwrightError } from "../../trip/errors.ts";
import type { HttpApp } from "./parts.ts";
import { PROBLEM_TYPE } from "./problem.ts";

export interface HttpServer {
  readonly url: string;
  /** The one that was given, or found when 0 was. */
  readonly port: number;
  close(graceMs?: number): Promise<void>;
}

export interface ServeOptions {
  app: HttpApp;
  host: string;
  port: number;
}

const GRACE_MS = 5_000;
/** For a request to arrive, whole. Longer than a proxy keeps an idle connection. */
const TIMES = { headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 } as const;

export async function serveHttp({ app, host, port }: ServeOptions): Promise<HttpServer> {
  // A stream writes to its socket itself, and what comes after the route may have made a copy of its answer.
  const answer = async (request: Request, bindings: HttpBindings): Promise<Response> => {
    const response = await app.fetch(request, bindings);
    return bindings.outgoing.headersSent ? RESPONSE_ALREADY_SENT : response;
  };
  const listener = getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    hostname: host,
    errorHandler: () => malformed(400),
  });
  const server = createServer(TIMES, (request, response) => void listener(request, response));
  server.on("clientError", refuseBytes);
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  const address = server.address();
  const found = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${found}`,
    port: found,
    close: (graceMs = GRACE_MS) => closeServer(server, graceMs),
  };
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const impatient = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(impatient);
}

function cannotListen(error: unknown, host: string, port: number): TripwrightError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop that, or choose another: --port ${port + 1} or PORT=${port + 1}.`,
    EACCES: `Port ${port} may not be used by this account. Choose one from 1024 on: --port 3000 or PORT=3000.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Choose one that it has: --host 127.0.0.1 or TRIPWRIGHT_HOST=127.0.0.1.`,
    ENOTFOUND: `Expected --host as an address of this machine, got "${host}". Try 127.0.0.1.`,
  };
  const said =
    why[code] ?? `The server could not listen on ${host}:${port} (${code}). Choose another --host or --port.`;
  return new TripwrightError("invalid_input", said, { host, port }, error);
}

const problemText = (status: number): string =>
  JSON.stringify({
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: "Expected an HTTP request, got something else.",
    code: "malformed_request",
  });

function malformed(status: number): Response {
  return new Response(problemText(status), { status, headers: { "content-type": PROBLEM_TYPE } });
}

/** By the parser's own word for what is wrong. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function refuseBytes(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = STATUS_OF[error.code ?? ""] ?? 400;
  const text = problemText(status);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: ${PROBLEM_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
