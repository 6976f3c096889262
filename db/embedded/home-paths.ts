/**
 * Where the built-in database keeps its things. Everything lives in the home folder but the socket:
 * the system cuts a socket's path at about a hundred bytes without a word, so that one gets a short
 * folder of its own, named by a hash of the home.
 */
import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, lstatSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TripwrightError } from "../../trip/errors.ts";
import { diskFull, embeddedPlace, isDiskFull } from "../disk-full.ts";

/** PostgreSQL clients find a socket by folder and port; the port only names the file. */
export const SOCKET_PORT = 5432;

/** Linux takes 107 bytes, macOS 103. */
const MAX_SOCKET_PATH_BYTES = 103;

export interface HomePaths {
  readonly home: string;
  readonly dataFolder: string;
  readonly lockFile: string;
  /** What a client reads to find the host: see `host-record.ts`. */
  readonly recordFile: string;
  readonly logFile: string;
}

/** Creates the home folder if need be and resolves links, so that one folder has one host. */
export function homePaths(home: string): HomePaths {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.R_OK | constants.W_OK);
  } catch (error) {
    if (isDiskFull(error)) throw diskFull(embeddedPlace(home), error);
    throw new TripwrightError(
      "database_unavailable",
      `The data folder ${home} cannot be created or written. Choose another one with TRIPWRIGHT_HOME.`,
      { home },
      error,
    );
  }
  const real = realpathSync(home);
  return {
    home: real,
    dataFolder: join(real, "database"),
    lockFile: join(real, "host.lock"),
    recordFile: join(real, "host.json"),
    logFile: join(real, "host.log"),
  };
}

export function socketPathIn(socketDir: string): string {
  return join(socketDir, `.s.PGSQL.${SOCKET_PORT}`);
}

/**
 * A folder only this user can enter: whoever can reach the socket is the database's superuser. A
 * folder of that name which somebody else made first (anybody can, in /tmp) is passed over.
 */
export function prepareSocketDir(home: string, runtimeDir: string | undefined): string {
  const user = process.getuid?.() ?? 0;
  const name = createHash("sha256").update(home).digest("hex").slice(0, 16);
  const roots = [...(runtimeDir === undefined ? [] : [runtimeDir]), tmpdir(), "/tmp"];
  for (const root of roots) {
    const own = join(root, `tripwright-${user}`);
    const folder = join(own, name);
    if (Buffer.byteLength(socketPathIn(folder)) > MAX_SOCKET_PATH_BYTES) continue;
    if (makePrivate(own, user) && makePrivate(folder, user)) return folder;
  }
  return mkdtempSync("/tmp/tripwright-");
}

function makePrivate(folder: string, user: number): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) return false;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== user) return false;
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return true;
}
