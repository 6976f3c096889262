/** Runs the program as a traveller would: its own process, its own streams, a real exit status. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { testFolders } from "../db/test-folders.ts";

export interface CliResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The date every test of the command line lives on. */
export const TODAY = "2026-11-22";

export function startCli(args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const { home, cacheDir } = testFolders();
  const { PATH = "", HOME = "", TMPDIR, TEST_DATABASE_URL } = process.env;
  return spawn(process.execPath, ["server/cli.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH,
      HOME,
      ...(TMPDIR && { TMPDIR }),
      ...(TEST_DATABASE_URL && { DATABASE_URL: TEST_DATABASE_URL }),
      TRIPWRIGHT_HOME: home,
      TRIPWRIGHT_CACHE: cacheDir,
      TRIPWRIGHT_TODAY: TODAY,
      ...environment,
    },
  });
}

export async function runCli(args: readonly string[], environment: Record<string, string> = {}): Promise<CliResult> {
  const child = startCli(args, environment);
  if (!child.stdout || !child.stderr) throw new Error("the child has no streams");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, stdout, stderr };
}
