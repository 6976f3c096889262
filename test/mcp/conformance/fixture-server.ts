/**
 * The program's HTTP server with the conformance suite's fixtures at `/mcp`. Run as a process of its own; it prints
 * where it listens and a token, as one line of JSON, and ends when it is told to. Nothing of the product leads here.
 */
import { createSessionStore } from "../../../db/stores/sessions.ts";
import { createEventLog } from "../../../server/event-log.ts";
import { createApp } from "../../../server/http/app.ts";
import { createParts } from "../../../server/http/create-parts.ts";
import { serveHttp } from "../../../server/http/serve-http.ts";
import { createMetrics } from "../../../server/metrics.ts";
import { type CommandSession, withSession } from "../../../server/session.ts";
import { SCOPES } from "../../../trip/ports.ts";
import { fixtureRoutes } from "./fixture-routes.ts";

await withSession({}, async ({ runtime, config, signal }: CommandSession) => {
  const { database: db, localUserId, clock } = runtime;
  const sessions = createSessionStore({ db, localUserId, now: clock.now });
  const { token } = await sessions.createSession({ label: "conformance", scopes: SCOPES, expiresAt: null });
  const http = { ...config.http, tokensRequired: true };
  const parts = createParts({
    runtime: { ...runtime, config: { ...config, http } },
    log: createEventLog({ json: false }),
    metrics: createMetrics(),
    ...{ signal, tokensRequired: true },
  });
  const server = await serveHttp({ app: createApp(parts, [fixtureRoutes]), host: "127.0.0.1", port: 0 });
  process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port, token })}\n`);
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await server.close(500);
  await parts.end();
});
