/** `tripwright serve`: everything over HTTP, until it is told to stop. */
import { createSessionStore } from "../../db/stores/sessions.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { requireSafeExposure, requireUsableToken } from "../auth/exposure.ts";
import { type HttpConfig, loadConfig } from "../config.ts";
import { createEventLog } from "../event-log.ts";
import { createApp } from "../http/app.ts";
import { createParts } from "../http/create-parts.ts";
import { INSTALLERS } from "../http/installers.ts";
import { serveHttp } from "../http/serve-http.ts";
import { createMetrics } from "../metrics.ts";
import { type CommandSession, withSession } from "../session.ts";
import { keepMemorySteady } from "../steady-memory.ts";

export interface ServeCommandOptions {
  port?: string;
  host?: string;
  json?: boolean;
  today?: string;
}

function httpConfigFrom({ port, host }: ServeCommandOptions): HttpConfig {
  const { http } = loadConfig();
  const chosen = port === undefined ? http.port : Number(port);
  if (!Number.isInteger(chosen) || chosen < 0 || chosen > 65_535 || port?.trim() === "") {
    throw new TripwrightError("invalid_input", `Expected --port as a whole number from 0 to 65535, got "${port}".`);
  }
  return { ...http, port: chosen, host: host ?? http.host };
}

export async function serveCommand(options: ServeCommandOptions): Promise<void> {
  keepMemorySteady();
  const http = httpConfigFrom(options);
  requireSafeExposure(http);
  const log = createEventLog({ json: options.json === true });
  const metrics = createMetrics();
  const onProgress = (message: string): void => log("progress", { message });
  await withSession({ today: options.today, onProgress, metrics }, async (session) => {
    const { clock, database: db, localUserId } = session.runtime;
    const sessions = createSessionStore({ db, localUserId, now: clock.now });
    await requireUsableToken(http, () => sessions.hasUsableSession());
    const runtime = { ...session.runtime, config: { ...session.config, http } };
    const { signal } = session;
    const parts = createParts({ runtime, log, metrics, signal, tokensRequired: http.tokensRequired });
    const server = await serveHttp({ app: createApp(parts, INSTALLERS), host: http.host, port: http.port });
    try {
      process.stdout.write(greeting(server.url, http, session));
      await untilAborted(signal);
      log("server-stopping");
    } finally {
      await server.close();
      await parts.end();
    }
    log("server-end");
  });
}

function greeting(url: string, { tokensRequired, oauth }: HttpConfig, { config }: CommandSession): string {
  const lines = [
    `Tripwright listens at ${url}`,
    `  ${url}/api/chat       conversations, for useChat and curl`,
    `  ${url}/api/trips      trips, their plans, versions and edits`,
    `  ${url}/mcp            the tools for chat assistants, with a token`,
    `  ${url}/openapi.json   everything there is, for programs`,
    `  ${url}/healthz, /readyz, /metrics`,
    `Model: ${config.model.choice}. ${tokensRequired ? "Requests need a token" : "Requests but those to /mcp act for the local user; nobody but this machine gets in"}.`,
    ...(oauth ? [`Tokens of ${oauth.issuer} are good, and those of: tripwright tokens create`] : []),
    "Ctrl-C stops it.",
  ];
  return `${lines.join("\n")}\n`;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
