/** Starts the programs that are checked, and the tools that check them, as processes of their own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

/** All of them live on this day, so that plans come out alike. */
export const TODAY = "2026-11-22";

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

const MOST_MS = 120_000;

export async function run(args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], timeout: MOST_MS });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, stdout, stderr };
}

export interface Listening {
  port: number;
  /** What it said when it was ready. */
  line: string;
  stop(): Promise<void>;
}

/** Until it has printed a line that holds its port. What it says of errors comes out if it never gets there. */
export async function startServer(args: readonly string[], portIn: RegExp): Promise<Listening> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    const port = Number(portIn.exec(line)?.[1]);
    if (Number.isInteger(port)) return { port, line, stop: () => stop(child) };
  }
  throw new Error(`${args.join(" ")} ended before it listened.\n${errors.join("").slice(-2_000)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
