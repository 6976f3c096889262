/** `tripwright mcp` as its own process, spoken to in raw bytes. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { testFolders } from "../../db/test-folders.ts";
import { TODAY } from "../../server/run-cli.ts";

export interface StdioSession {
  /** Everything that came out so far, a line each. */
  lines: string[];
  errors(): string;
  /** Waits while the process reads more slowly than this writes. */
  write(bytes: string | Buffer): Promise<void>;
  /** The answer to the request of this id, which nobody else uses. */
  answerTo(id: string): Promise<Record<string, unknown>>;
  /** Ends the input; the exit status. */
  end(): Promise<number | null>;
  exited: Promise<number | null>;
}

export function startStdio(databaseUrl = process.env.TEST_DATABASE_URL): StdioSession {
  const { home, cacheDir } = testFolders();
  const { PATH = "", HOME = "" } = process.env;
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ["server/tripwright.mjs", "mcp"], {
    env: {
      ...{ PATH, HOME, TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cacheDir, TRIPWRIGHT_TODAY: TODAY },
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  const lines: string[] = [];
  const errors: Buffer[] = [];
  const waiting = new Map<string, (answer: Record<string, unknown>) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const [id, resolve] of waiting) {
      if (line.includes(`"id":"${id}"`)) resolve(JSON.parse(line) as Record<string, unknown>);
    }
  });
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.on("error", () => {});
  const exited = once(child, "exit").then(() => child.exitCode);
  return {
    ...{ lines, exited, errors: () => Buffer.concat(errors).toString() },
    write: async (bytes) => {
      // A process that has ended reads no more, and says so with an error.
      if (!child.stdin.write(bytes)) await Promise.race([once(child.stdin, "drain").catch(() => {}), exited]);
    },
    answerTo: (id) =>
      Promise.race([
        new Promise<Record<string, unknown>>((resolve) => waiting.set(id, resolve)),
        exited.then((status): never => {
          throw new Error(`The server ended with ${status}: ${Buffer.concat(errors).toString().slice(-2_000)}`);
        }),
      ]),
    end: () => {
      child.stdin.end();
      return exited;
    },
  };
}
