/** The entry of the host's process: one argument, its options as JSON. */
import { z } from "zod";
import { runHost } from "./host.ts";

const optionsSchema = z.object({
  home: z.string(),
  cacheDir: z.string(),
  runtimeDir: z.string().optional(),
  idleMs: z.number(),
  idleInTransactionMs: z.number(),
  statementLimitMs: z.number(),
});

/** Into the log, the reason last and on one line: the client that started this process reads it there. */
function die(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n${error instanceof Error ? error.message : text}\n`);
  process.exit(1);
}

process.on("uncaughtException", die);
await runHost(optionsSchema.parse(JSON.parse(process.argv[2] ?? "null")));
