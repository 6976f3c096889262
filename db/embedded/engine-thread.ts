/**
 * The thread that owns PGlite. It is a thread for three reasons: a statement blocks the one it runs
 * in; the host can end a runaway; and a thread's stack can be made large enough for PostgreSQL to
 * notice deep recursion itself, where the main thread's would overflow and break the engine.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { z } from "zod";
import { extensionsWith } from "./extensions.ts";
import { message, strings } from "./wire-frames.ts";

/** How a batch of messages closes: by a query, by Sync (`S`), by Flush (`H`) or by a function call. */
const batchEndSchema = z.enum(["Q", "S", "H", "F"]);
const requestSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("run"), bytes: z.instanceof(Uint8Array), end: batchEndSchema }),
  z.object({ kind: z.literal("close") }),
]);
const optionsSchema = z.object({ dataFolder: z.string(), postgisBundle: z.string() });

/** A WebAssembly global; were it gone, the engine would refuse to start and this file would need another look. */
const stackPointerSchema = z.object({
  ___stack_pointer: z.custom<{ value: number }>(
    (found) => typeof found === "object" && found !== null && "value" in found && typeof found.value === "number",
  ),
});

export type BatchEnd = z.infer<typeof batchEndSchema>;
export type EngineRequest = z.infer<typeof requestSchema>;
export type EngineThreadOptions = z.infer<typeof optionsSchema>;

export type EngineNews =
  | { readonly kind: "ready"; readonly serverVersion: string }
  /** `status` is the transaction's: I (none), T (open), E (failed); null after a Flush. */
  | { readonly kind: "reply"; readonly bytes: Uint8Array; readonly status: string | null }
  /** The engine is dead, or did not open; `code` is a SQLSTATE. */
  | { readonly kind: "lost"; readonly code: string; readonly reason: string }
  | { readonly kind: "closed" };

/** In the engine's own memory, never on a disk: PGlite keeps to itself what PostgreSQL says before it dies. */
const SERVER_LOG = "/tmp/server.log";
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: "8MB",
  // Half the thread's stack at most (see `engine.ts`); the engine keeps to it with an error, not a crash.
  max_stack_depth: "1MB",
  // The write-ahead log: what is kept of it after a checkpoint (see `write-ahead-log.ts`).
  min_wal_size: "32MB",
  max_wal_size: "64MB",
  log_min_messages: "fatal",
  log_min_error_statement: "panic",
  log_error_verbosity: "verbose",
  log_line_prefix: "",
};
const START_PARAMETERS = [
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ...["-r", SERVER_LOG],
];
const CRASH_SHUTDOWN = "57P02";

/**
 * Sent after every batch. `COPY … FROM STDIN` would wait for data that cannot come while the engine
 * holds the thread, and end it; CopyFail makes that an ordinary error and is ignored otherwise.
 */
const COPY_FAIL = message("f", strings("the built-in database does not take COPY FROM STDIN: use INSERT"));
const SYNC = message("S", new Uint8Array());
const READY_FOR_QUERY = "Z".charCodeAt(0);

function post(news: EngineNews): void {
  parentPort?.postMessage(news);
}

/** Why the engine died: PostgreSQL's own last line with its SQLSTATE, or else what it looked like from outside. */
function lastWords(otherwise: unknown): EngineNews {
  const [, code = CRASH_SHUTDOWN, said = otherwise instanceof Error ? otherwise.message : String(otherwise)] =
    /(?:FATAL|PANIC): +(\w{5}): (.*)/.exec(serverLog()) ?? [];
  return { kind: "lost", code, reason: said };
}

function serverLog(): string {
  try {
    return engine.Module.FS.readFile(SERVER_LOG, { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** The C stack's pointer, which PGlite 0.5 does not put back after an SQL error: 1,500 errors and it dies. */
function stackPointerOf(engine: PGlite): { value: number } {
  return stackPointerSchema.parse(engine.Module).___stack_pointer;
}

/**
 * PGlite says "ready" once too often after an error. Exactly one is due after a batch that is not a
 * Flush, and it comes last; none at all means that the engine broke underneath the statement.
 */
function settleReply(output: Buffer, end: BatchEnd): EngineNews {
  const kept: Buffer[] = [];
  let ready: Buffer | null = null;
  let keepFrom = 0;
  for (let offset = 0; offset + 5 <= output.length; ) {
    const next = offset + 1 + output.readInt32BE(offset + 1);
    if (output[offset] === READY_FOR_QUERY) {
      kept.push(output.subarray(keepFrom, offset));
      ready = output.subarray(offset, next);
      keepFrom = next;
    }
    offset = next;
  }
  kept.push(output.subarray(keepFrom));
  if (end === "H") return { kind: "reply", bytes: Buffer.concat(kept), status: null };
  if (ready === null) return lastWords("the statement broke the engine");
  return { kind: "reply", bytes: Buffer.concat([...kept, ready]), status: String.fromCharCode(ready[5] ?? 0) };
}

async function run(bytes: Uint8Array, end: BatchEnd): Promise<EngineNews> {
  const tail = end === "S" ? [COPY_FAIL, SYNC] : [COPY_FAIL];
  const top = stackPointer.value;
  const output: Buffer[] = [];
  try {
    await engine.execProtocolRawStream(Buffer.concat([bytes, ...tail]), {
      syncToFs: false,
      onRawData: (data) => output.push(Buffer.from(data)),
    });
  } catch (error) {
    return lastWords(error);
  } finally {
    stackPointer.value = top;
  }
  return settleReply(Buffer.concat(output), end);
}

const { dataFolder, postgisBundle } = optionsSchema.parse(workerData);
const engine = new PGlite({
  dataDir: dataFolder,
  extensions: extensionsWith(postgisBundle),
  startParams: [...PGlite.defaultStartParams, ...START_PARAMETERS],
});
let stackPointer: { value: number };

async function open(): Promise<EngineNews> {
  try {
    await engine.waitReady;
    stackPointer = stackPointerOf(engine);
    const version = await engine.query<{ server_version: string }>("show server_version");
    // Unpacking the extensions left some hundred megabytes behind that nothing would collect for hours.
    globalThis.gc?.();
    return { kind: "ready", serverVersion: version.rows[0]?.server_version ?? "unknown" };
  } catch (error) {
    return lastWords(error);
  }
}

async function answer(request: EngineRequest): Promise<void> {
  if (request.kind === "run") return post(await run(request.bytes, request.end));
  await engine.close();
  post({ kind: "closed" });
  parentPort?.close();
}

parentPort?.on("message", (raw: unknown) => void answer(requestSchema.parse(raw)));
post(await open());
