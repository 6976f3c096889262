/**
 * How clients and a host find each other: a record in the home folder names the host's process and its
 * socket, and the socket answers a status request at any time. The record may be stale; the answer is
 * what counts.
 */
import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { z } from "zod";
import { socketPathIn } from "./home-paths.ts";
import { STATUS_REQUEST_BYTES } from "./startup.ts";

const ANSWER_LIMIT_MS = 2_000;

const hostRecordSchema = z.object({ pid: z.int(), socketDir: z.string() });
export type HostRecord = z.infer<typeof hostRecordSchema>;

export const hostStatusSchema = z.object({
  phase: z.enum(["starting", "ready", "stopping", "failed"]),
  /** What the phase means right now, for a person. */
  message: z.string(),
  /** Why it failed, when it was for want of disk space. */
  isDiskFull: z.boolean().default(false),
  pid: z.int(),
  home: z.string(),
  serverVersion: z.string().nullable(),
  startedAt: z.iso.datetime(),
  uptimeSeconds: z.number(),
  rssBytes: z.number(),
  clients: z.int(),
});
export type HostStatus = z.infer<typeof hostStatusSchema>;

export type HostAnswer =
  | { readonly kind: "status"; readonly status: HostStatus; readonly record: HostRecord }
  /** Its socket is open but nothing comes back: stopped, or too busy to answer. */
  | { readonly kind: "silent"; readonly record: HostRecord }
  | { readonly kind: "absent" };

export async function writeHostRecord(file: string, record: HostRecord): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  try {
    await writeFile(fresh, JSON.stringify(record), { mode: 0o600 });
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

export async function askHost(recordFile: string): Promise<HostAnswer> {
  const record = await readHostRecord(recordFile);
  if (record === null) return { kind: "absent" };
  const answer = await requestStatus(socketPathIn(record.socketDir));
  if (answer === "refused") return { kind: "absent" };
  const status = hostStatusSchema.safeParse(answer);
  return status.success ? { kind: "status", status: status.data, record } : { kind: "silent", record };
}

async function readHostRecord(file: string): Promise<HostRecord | null> {
  try {
    return hostRecordSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

/** The parsed answer, `null` when none came, "refused" when nobody listens. */
function requestStatus(socketPath: string): Promise<unknown> {
  return new Promise((resolve) => {
    let isConnected = false;
    const pieces: Buffer[] = [];
    const socket = connect(socketPath);
    socket.setTimeout(ANSWER_LIMIT_MS, () => socket.destroy());
    socket.once("connect", () => {
      isConnected = true;
      socket.write(STATUS_REQUEST_BYTES);
    });
    socket.on("data", (piece) => pieces.push(Buffer.from(piece)));
    socket.once("error", () => socket.destroy());
    socket.once("close", () => resolve(isConnected ? parseJson(Buffer.concat(pieces)) : "refused"));
  });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
