/**
 * `tripwright mcp`: the tools for chat assistants on standard input and output, for the local user. Whatever is wrong
 * with settings or database, the assistant is served: it is told by the call that needed them, and whoever reads its
 * log here.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { TripwrightError } from "../../trip/errors.ts";
import { createClock } from "../clock.ts";
import { type Application, compose } from "../compose.ts";
import { loadConfig } from "../config.ts";
import { createEventLog, type EventLog } from "../event-log.ts";
import { exitCodeOf } from "../exit-codes.ts";
import { serveMcpOverStdio } from "../mcp/serve-stdio.ts";
import { printFailure } from "../print-failure.ts";

export interface McpOptions {
  today?: string;
}

/** An assistant kills a server that takes longer to leave than about two seconds. */
const LEAVE_MS = 1_000;

export async function mcpCommand(options: McpOptions): Promise<void> {
  const log = createEventLog({ json: false });
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(new TripwrightError("cancelled", "Stopped."));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const { open, close } = openedOnce(() => openApplication(options, log));
  // Not awaited: a client that only lists the tools has no need of the database.
  open().catch(() => {});
  const failure = await serveMcpOverStdio({ open, log, signal: stop.signal }).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  const isClosed = await Promise.race([close().then(() => true), sleep(LEAVE_MS, false, { ref: false })]);
  // What is still coming up would keep the process; its transactions end with its connections.
  if (!isClosed) leave(failure);
  if (failure) throw failure.error;
}

/** Nobody else tells of a failure then. */
function leave(failure: { error: unknown } | null): never {
  if (failure) printFailure(failure.error, { json: false });
  process.exit(failure ? exitCodeOf(failure.error) : 0);
}

async function openApplication({ today }: McpOptions, log: EventLog): Promise<Application> {
  try {
    const config = loadConfig();
    const clock = createClock(today ?? config.today);
    return await compose(config, clock, { onProgress: (message) => log("progress", { message }) });
  } catch (error) {
    printFailure(error, { json: false });
    throw error;
  }
}

interface OpenedOnce {
  /** Those who ask at the same time share one attempt; after a failed one the next call is another. */
  open(): Promise<Application>;
  close(): Promise<void>;
}

function openedOnce(make: () => Promise<Application>): OpenedOnce {
  let attempt: Promise<Application> | null = null;
  return {
    open: () => {
      attempt ??= make().catch((error: unknown) => {
        attempt = null;
        throw error;
      });
      return attempt;
    },
    close: async () => {
      const application = await attempt?.catch(() => null);
      await application?.close();
    },
  };
}
