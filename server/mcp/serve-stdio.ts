/**
 * The MCP server on this process's input and output. It answers at once: the database comes up meanwhile, and only
 * what needs it waits.
 */
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { createMcpServer } from "../../mcp/create-server.ts";
import type { McpParts } from "../../mcp/parts.ts";
import { createTripWatcher } from "../../mcp/trip-watcher.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { type Identity, SCOPES } from "../../trip/ports.ts";
import type { Application } from "../compose.ts";
import type { EventLog } from "../event-log.ts";
import { errorFields } from "../event-log.ts";
import { VERSION } from "../version.ts";
import { listeningTransport } from "./listening-transport.ts";
import { mcpApplicationFor } from "./mcp-application.ts";

export interface StdioOptions {
  /** Waits for the database. */
  open(): Promise<Application>;
  log: EventLog;
  signal: AbortSignal;
}

const MAX_MEGABYTES = 10;

/** Whose id the database knows, once it is up: `actFor` asks it. */
const LOCAL: Identity = { userId: "local", scopes: new Set(SCOPES) };

/** Of a client of 2026, at once; each may watch many trips. */
const MOST_SUBSCRIPTIONS = 16;

/**
 * Until the client closes its end, or the process is told to stop. Throws `invalid_input` where a line grows beyond
 * what is read: nobody can say where the next message begins.
 */
export async function serveMcpOverStdio({ open, log, signal }: StdioOptions): Promise<void> {
  const onError = (error: unknown): void => log("mcp-error", errorFields(error));
  const parts: McpParts = {
    version: VERSION,
    actFor: async () => {
      const { runtime } = await open();
      return mcpApplicationFor(runtime, runtime.localUserId);
    },
    onError,
  };
  const wire = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MAX_MEGABYTES * 1_048_576 });
  const watcher = createTripWatcher(parts);
  const transport = listeningTransport(wire, { watcher, identity: LOCAL, onError });
  const handle = serveStdio(() => createMcpServer(parts, LOCAL, { watcher }), {
    ...{ transport, onerror: onError, maxSubscriptions: MOST_SUBSCRIPTIONS },
  });
  let isEnded = false;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      isEnded = true;
      resolve();
    };
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    process.stdin.once("end", end).once("close", end);
    process.stdout.once("error", end);
    const onClose = wire.onclose;
    wire.onclose = () => {
      onClose?.();
      // Whoever ended it, in the same moment, is heard first.
      setImmediate(resolve);
    };
  });
  await handle.close();
  watcher.close();
  if (!isEnded) throw tooLong();
}

const tooLong = (): TripwrightError =>
  new TripwrightError(
    "invalid_input",
    `Expected messages of at most ${MAX_MEGABYTES} MB, a line each, got more without an end. Start the server again.`,
  );
