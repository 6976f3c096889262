/** The chat routes on a port of their own over a test's database, and a page of the AI SDK against them. */
import type { Socket } from "node:net";
import { Chat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { type ChatRoutesOptions, chatRoutes } from "../../../server/chat/chat-routes.ts";
import type { TripwrightUIMessage } from "../../../server/chat/ui-message.ts";
import { createClock } from "../../../server/clock.ts";
import { createRuntime, type Runtime, type RuntimeOptions } from "../../../server/compose.ts";
import { loadConfig } from "../../../server/config.ts";
import type { EventFields } from "../../../server/event-log.ts";
import { createApp } from "../../../server/http/app.ts";
import { createParts } from "../../../server/http/create-parts.ts";
import type { RouteInstaller } from "../../../server/http/parts.ts";
import { serveHttp } from "../../../server/http/serve-http.ts";
import { createMetrics } from "../../../server/metrics.ts";
import type { TestDatabase } from "../../db/database-for-tests.ts";

export interface ChatServer extends AsyncDisposable {
  url: string;
  port: number;
  runtime: Runtime;
  logged: [event: string, fields: EventFields][];
  /** As Ctrl-C does. */
  stop: AbortController;
  /** As a network does that breaks. */
  cutConnections(): void;
}

export interface ChatServerOptions extends ChatRoutesOptions {
  /** Of a loopback model server; the offline model answers without one. */
  modelUrl?: string | undefined;
  environment?: Record<string, string>;
  vendors?: RuntimeOptions["vendors"];
}

export async function openChatServer(database: TestDatabase, options: ChatServerOptions = {}): Promise<ChatServer> {
  const { modelUrl, environment, vendors, ...routes } = options;
  const model =
    modelUrl === undefined ? {} : { TRIPWRIGHT_MODEL: "compatible:test", TRIPWRIGHT_MODEL_BASE_URL: modelUrl };
  const config = loadConfig({ TRIPWRIGHT_TODAY: "2027-01-15", ...model, ...environment });
  const runtime = await createRuntime(database.db, { config, clock: createClock(config.today), vendors });
  const logged: ChatServer["logged"] = [];
  const stop = new AbortController();
  const parts = createParts({
    runtime,
    log: (event, fields = {}) => logged.push([event, fields]),
    metrics: createMetrics(),
    signal: stop.signal,
    tokensRequired: config.http.tokensRequired,
  });
  const sockets = new Set<Socket>();
  const noteSockets: RouteInstaller = (app) => {
    app.use(async (c, next) => {
      if (c.env.incoming) sockets.add(c.env.incoming.socket);
      await next();
    });
  };
  const app = createApp(parts, [noteSockets, chatRoutes(routes)]);
  const server = await serveHttp({ app, host: "127.0.0.1", port: 0 });
  return {
    url: server.url,
    port: server.port,
    runtime,
    logged,
    stop,
    cutConnections: () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await server.close(500);
      await parts.end();
    },
  };
}

export interface Page {
  chat: Chat<TripwrightUIMessage>;
  /** Transient data parts, which are not part of any message. */
  heard: { type: string; data: unknown }[];
  errors: Error[];
}

/** As a stock page has it: nothing but the address is ours. */
export function openPage(
  url: string,
  init: Partial<ConstructorParameters<typeof Chat<TripwrightUIMessage>>[0]> = {},
): Page {
  const heard: Page["heard"] = [];
  const errors: Error[] = [];
  const chat = new Chat<TripwrightUIMessage>({
    transport: new DefaultChatTransport({ api: `${url}/api/chat` }),
    onData: ({ type, data }) => heard.push({ type, data }),
    onError: (error) => errors.push(error),
    ...init,
  });
  return { chat, heard, errors };
}

/** What a page that is opened anew loads. */
export async function loadMessages(url: string, threadId: string): Promise<TripwrightUIMessage[]> {
  const answer = await fetch(`${url}/api/chat/${threadId}`);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { messages: TripwrightUIMessage[] }).messages;
}

/** Without what JSON has no word for. */
export const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

export function textOf(message: TripwrightUIMessage | undefined): string {
  return (message?.parts ?? []).flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
}

/** Waits for what will be true in a moment. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error("This did not come about within 20 seconds");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
