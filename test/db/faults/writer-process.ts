/**
 * A program that writes and writes: `OPTIONS`, as JSON. Each acknowledgement of the database goes out as one line before the
 * next write begins; refusals are told too, and the writer goes on.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { connectDatabase } from "../../../db/connect.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import { writeOneRun } from "./workload.ts";

const optionsSchema = z.object({ databaseUrl: z.string().optional(), home: z.string(), cacheDir: z.string() });
const options = optionsSchema.parse(JSON.parse(process.argv[2] ?? "null"));

/** A pipe is written at once, so what was said survives a kill. */
const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

const workerId = `writer-${randomUUID()}`;
async function connected(): ReturnType<typeof connectDatabase> {
  for (;;) {
    try {
      return await connectDatabase({ ...options, idleMs: 30_000 });
    } catch (error) {
      refuse(error);
    }
  }
}

function refuse(error: unknown): void {
  if (!(error instanceof TripwrightError)) throw error;
  say({ kind: "refused", code: error.code, message: error.message });
}

const db = await connected();
for (;;) await writeOneRun({ db, workerId, acknowledge: say }).catch(refuse);
