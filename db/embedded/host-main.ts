/** The entry of the host's process: one argument, its options as JSON. */
import { z } from "zod";
import { runHost } from "./host.ts";
import { endWithLastLine } from "./last-line.ts";

const optionsSchema = z.object({
  home: z.string(),
  cacheDir: z.string(),
  runtimeDir: z.string().optional(),
  idleMs: z.number(),
  idleInTransactionMs: z.number(),
  statementLimitMs: z.number(),
});

endWithLastLine();
await runHost(optionsSchema.parse(JSON.parse(process.argv[2] ?? "null")));
