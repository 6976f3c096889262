/** A process that maintains a database, for tests that need several or one to kill: `OPTIONS`, as JSON. */
import { z } from "zod";
import { createFolderArchive } from "../../../db/archives/folder-archive.ts";
import { connectDatabase } from "../../../db/connect.ts";
import { maintain } from "../../../db/maintenance/maintain.ts";
import { isWorkerAlive, ownWorkerId } from "../../../server/worker-id.ts";

const optionsSchema = z.object({
  databaseUrl: z.string().optional(),
  home: z.string(),
  cacheDir: z.string(),
  schema: z.string(),
  folder: z.string(),
  now: z.string(),
});
const { folder, now, ...connection } = optionsSchema.parse(JSON.parse(process.argv[2] ?? "null"));

const database = await connectDatabase({ ...connection, idleMs: 60_000 });
const report = await maintain(database, {
  archive: createFolderArchive(folder),
  now: new Date(now),
  signal: new AbortController().signal,
  workerId: ownWorkerId(),
  isWorkerAlive,
  onProgress: (message) => process.stdout.write(`${message}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
await database.close();
