/** The servers that are measured, each in a process of its own, and their end. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { execPath } from "node:process";

export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

const READY = /listens at (http:\S+)/;
const PATIENCE_MS = 180_000;

export async function startServer(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const { PATH = "", HOME = "", NODE_OPTIONS = "" } = process.env;
  const child = spawn(execPath, [...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, HOME, NODE_OPTIONS, ...environment },
  });
  let isEnding = false;
  let said = "";
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-2_000);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.once("close", (code, signal) => {
    if (!isEnding) console.error(`${args[0]} has ended by itself (${code ?? signal}):\n${said}`);
  });
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      isEnding = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`No server after ${PATIENCE_MS / 1000} s: ${said}`)), PATIENCE_MS);
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-10_000);
      const url = READY.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", () => reject(new Error(`The server ended before it listened: ${said}`)));
  });
}
