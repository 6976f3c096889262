/** A process that uses the built-in database, for tests that need several or one to kill: `FOLDERS ACTION`. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { ensureHost } from "../../../db/embedded/ensure-host.ts";

const foldersSchema = z.object({ home: z.string(), cacheDir: z.string() });
const folders = foldersSchema.parse(JSON.parse(process.argv[2] ?? "null"));
const action = process.argv[3];

const { socketDir, status } = await ensureHost({ ...folders, idleMs: 30_000 });
const client = new pg.Client({ host: socketDir, user: "postgres", database: "postgres", password: "", ssl: false });
await client.connect();

function report(message: string): void {
  process.stdout.write(`${JSON.stringify({ hostPid: status.pid, message })}\n`);
}

if (action === "insert") {
  await client.query("create table if not exists arrivals (pid int)");
  await client.query("insert into arrivals values ($1)", [process.pid]);
  await client.end();
  report("inserted");
} else {
  await client.query("begin");
  await client.query("insert into arrivals values ($1)", [process.pid]);
  report("holding");
  await sleep(60_000);
}
