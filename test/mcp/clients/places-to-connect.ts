/** Where a client finds the server: as a program to start, the way the README says, or at an address with a token. */
import { readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { testFolders } from "../../db/test-folders.ts";
import { TODAY } from "../../server/run-cli.ts";

export interface Program {
  kind: "stdio";
  command: string;
  args: string[];
  env: Record<string, string>;
}

export interface Address {
  kind: "http";
  url: string;
  token: string;
}

export type Place = Program | Address;

export const ROOT: string = resolve(import.meta.dirname, "../../..");

/** What documents write for the folder that somebody has cloned into. */
export const ANYWHERE = "/path/to/tripwright";

/** The command line by which the README has an assistant start the server, in this checkout. */
export function documentedLaunch(): { command: string; args: string[] } {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const line = /^\s*claude mcp add \S+ -- (.+)$/m.exec(readme)?.[1];
  if (line === undefined) throw new Error("the README does not say how an assistant starts the server");
  const [command = "", ...args] = line.trim().split(/\s+/);
  // Word by word: the folder's own name may have a space in it.
  return { command, args: args.map((argument) => argument.replaceAll(ANYWHERE, ROOT)) };
}

/** An assistant hands on little of its own environment. The `node` it finds is the one that came with the install. */
export function environmentOf(more: Record<string, string> = {}): Record<string, string> {
  const { home, cacheDir } = testFolders();
  const { PATH = "", HOME = "", TMPDIR, TEST_DATABASE_URL } = process.env;
  return {
    PATH: [join(ROOT, "node_modules", ".bin"), PATH].join(delimiter),
    HOME,
    ...(TMPDIR && { TMPDIR }),
    ...(TEST_DATABASE_URL && { DATABASE_URL: TEST_DATABASE_URL }),
    TRIPWRIGHT_HOME: home,
    TRIPWRIGHT_CACHE: cacheDir,
    TRIPWRIGHT_TODAY: TODAY,
    ...more,
  };
}

export function documentedProgram(more: Record<string, string> = {}): Program {
  return { kind: "stdio", ...documentedLaunch(), env: environmentOf(more) };
}
