/** A data folder for tests that stop, kill or race its host: their own, and gone afterwards. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ensureHost, type RunningHost, stopHost } from "../../../db/embedded/ensure-host.ts";
import { testFolders } from "../test-folders.ts";

export interface OwnHome extends AsyncDisposable {
  readonly home: string;
  readonly cacheDir: string;
  ensureHost(options?: {
    idleMs?: number;
    idleInTransactionMs?: number;
    statementLimitMs?: number;
  }): Promise<RunningHost>;
  log(): Promise<string>;
}

/** Longer than a socket's path may be, with what shells and URLs trip over. */
const AWKWARD_NAME = `Zoë's data ${"folder ".repeat(16)}`.trim();

export async function openOwnHome(): Promise<OwnHome> {
  const root = await mkdtemp(join(tmpdir(), "tripwright-home-"));
  const home = join(root, AWKWARD_NAME);
  const { cacheDir } = testFolders();
  return {
    home,
    cacheDir,
    ensureHost: (options) => ensureHost({ home, cacheDir, idleMs: 30_000, ...options }),
    log: () => readFile(join(home, "host.log"), "utf8"),
    [Symbol.asyncDispose]: async () => {
      await stopHost(home);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** What `client-process.ts` says. */
export const clientReportSchema = z.object({ hostPid: z.int(), message: z.string() });
