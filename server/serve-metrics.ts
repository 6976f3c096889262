/**
 * The metrics over HTTP, for a scraper: GET /metrics, and GET /healthz for whoever only asks whether this process and
 * its database live. On the loopback interface unless somebody says otherwise: there is no sign-in here.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AskReplica } from "../db/monitoring/database-figures.ts";
import type { Database } from "../db/transaction.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Metrics } from "./metrics.ts";

export interface ServeMetricsOptions {
  readonly metrics: Metrics;
  readonly database: Database;
  readonly port: number;
  readonly host?: string | undefined;
  readonly askReplica?: AskReplica | undefined;
}

export interface MetricsServer {
  /** The one that was given, or found when 0 was. */
  readonly port: number;
  close(): Promise<void>;
}

const PLAIN = "text/plain; charset=utf-8";

export async function serveMetrics(options: ServeMetricsOptions): Promise<MetricsServer> {
  const { port, host = "127.0.0.1" } = options;
  const server = createServer((request, response) => {
    // What went wrong is not told to whoever scrapes.
    answer(options, request, response).catch(() => end(response, 500, "No metrics: see the log of this process.\n"));
  });
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const text = `The metrics could not be served at ${host}:${port}: ${said}. Choose another TRIPWRIGHT_METRICS_PORT.`;
    throw new TripwrightError("invalid_input", text, { host, port }, error);
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(
  { metrics, database, askReplica }: ServeMetricsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = (request.url ?? "").split("?");
  if (path !== "/metrics" && path !== "/healthz") return end(response, 404, "Only /metrics and /healthz are here.\n");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return end(response, 405, "Expected GET.\n");
  }
  const text = await metrics.text(database, askReplica);
  if (path === "/metrics") return end(response, 200, text, metrics.registry.contentType);
  const isUp = /^tripwright_db_up 1$/m.test(text);
  return end(response, isUp ? 200 : 503, isUp ? "ok\n" : "The database does not answer.\n");
}

function end(response: ServerResponse, status: number, text: string, type = PLAIN): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(response.req.method === "HEAD" ? undefined : text);
}
