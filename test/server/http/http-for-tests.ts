/** The server on a port of its own over a test's database, and requests as bytes would have them. */
import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "node:net";
import { createSessionStore, type NewSession } from "../../../db/stores/sessions.ts";
import { createClock } from "../../../server/clock.ts";
import { createRuntime, type Runtime } from "../../../server/compose.ts";
import { type HttpConfig, loadConfig } from "../../../server/config.ts";
import type { EventFields } from "../../../server/event-log.ts";
import { createApp } from "../../../server/http/app.ts";
import { createParts } from "../../../server/http/create-parts.ts";
import { INSTALLERS } from "../../../server/http/installers.ts";
import type { HttpApp, HttpParts, RouteInstaller } from "../../../server/http/parts.ts";
import type { RateLimit } from "../../../server/http/rate-limit.ts";
import { serveHttp } from "../../../server/http/serve-http.ts";
import { createMetrics } from "../../../server/metrics.ts";
import { SCOPES } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json: Record<string, unknown>;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON, but text as it is. */
  body?: unknown;
  token?: string | undefined;
}

export interface TestServer {
  url: string;
  port: number;
  app: HttpApp;
  runtime: Runtime;
  parts: HttpParts;
  database: TestDatabase;
  logged: [event: string, fields: EventFields][];
  call(path: string, call?: Call): Promise<Answer>;
  tokenFor(session?: Partial<NewSession>): Promise<{ token: string; id: string }>;
  stop: AbortController;
  close(): Promise<void>;
}

export interface TestServerOptions {
  http?: Partial<HttpConfig>;
  /** As the process would have it. */
  environment?: Readonly<Record<string, string>>;
  installers?: readonly RouteInstaller[];
  rateLimit?: RateLimit;
  /** Lives on when this server closes. */
  database?: TestDatabase;
}

export async function openTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await openTestDatabase());
  const base = loadConfig({ TRIPWRIGHT_TODAY: "2026-11-22", ...options.environment });
  const config = { ...base, http: { ...base.http, port: 0, ...options.http } };
  const runtime = await createRuntime(database.db, {
    ...{ config, schema: database.schema },
    clock: createClock(config.today),
  });
  const logged: TestServer["logged"] = [];
  const stop = new AbortController();
  const parts = createParts({
    runtime,
    log: (event, fields = {}) => logged.push([event, fields]),
    metrics: createMetrics(),
    signal: stop.signal,
    tokensRequired: config.http.tokensRequired,
  });
  const app = createApp(parts, options.installers ?? INSTALLERS, { rateLimit: options.rateLimit });
  const server = await serveHttp({ app, host: "127.0.0.1", port: config.http.port });
  const sessions = createSessionStore({ db: database.db, localUserId: runtime.localUserId, now: () => new Date() });
  return {
    ...{ url: server.url, port: server.port, app, runtime, parts, database, logged, stop },
    call: (path, call) => send(server.port, path, call),
    tokenFor: async (session) => {
      const made = await sessions.createSession({ label: null, scopes: SCOPES, expiresAt: null, ...session });
      return { token: made.token, id: made.session.id };
    },
    close: async () => {
      stop.abort();
      await server.close(500);
      await parts.end();
      if (!options.database) await database.close();
    },
  };
}

/** One that nobody listens on, for a server that has to know its address beforehand. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

export function send(port: number, path: string, call: Call = {}): Promise<Answer> {
  const { method = "GET", body, token } = call;
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const isChunked = call.headers?.["transfer-encoding"] !== undefined;
  const headers = {
    ...(text !== undefined && { "content-type": "application/json" }),
    ...(text !== undefined && !isChunked && { "content-length": Buffer.byteLength(text) }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...call.headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const all = Buffer.concat(chunks).toString();
        const isJson = /json/.test(response.headers["content-type"] ?? "") && all !== "";
        const json = (isJson ? JSON.parse(all) : {}) as Record<string, unknown>;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: all, json });
      });
    });
    sent.on("error", reject);
    sent.end(text);
  });
}
