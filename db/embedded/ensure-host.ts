/**
 * A client's side of the built-in database: find the host of a data folder, start one if there is
 * none, wait until it is ready, end it. Any number of processes may do this at once; the host's lock decides
 * which of the started ones stays.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { TripwrightError } from "../../trip/errors.ts";
import { DISK_FULL_STATUS, diskFull, embeddedPlace, isDiskFull } from "../disk-full.ts";
import { type HomePaths, homePaths } from "./home-paths.ts";
import type { HostOptions } from "./host.ts";
import { askHost, type HostStatus } from "./host-record.ts";
import { tryProcessLock } from "./process-lock.ts";

export interface EnsureHostOptions {
  readonly home: string;
  /** What can be made again: the engine's prepared files, shared by all homes of the machine. */
  readonly cacheDir: string;
  /** A folder for sockets, such as the one XDG_RUNTIME_DIR names; the temporary folder otherwise. */
  readonly runtimeDir?: string | undefined;
  /** Hears, in words, what is being waited for; not called when the host is ready already. */
  readonly onProgress?: ((message: string) => void) | undefined;
  readonly idleMs?: number | undefined;
  readonly idleInTransactionMs?: number | undefined;
  readonly statementLimitMs?: number | undefined;
}

export interface RunningHost {
  /** What `pg` takes as its `host`. */
  readonly socketDir: string;
  readonly status: HostStatus;
}

const START_LIMIT_MS = 180_000;
const SILENCE_LIMIT_MS = 30_000;
const POLL_MS = 25;
const STOP_LIMIT_MS = 15_000;
/** A started host that found the lock taken has ended; the holder may be about to leave. */
const RESPAWN_MS = 250;
const MINUTE_MS = 60_000;
/** Whoever kills a starting host this often, or the system for want of memory, means it. */
const KILLED_LIMIT = 3;

/**
 * `--liftoff-only` keeps V8 from compiling the engine a second time: 370 MB instead of 960 at the
 * peak and quicker first queries, against long computations taking half as long again.
 */
const NODE_FLAGS = ["--liftoff-only", "--expose-gc"];

export async function ensureHost(options: EnsureHostOptions): Promise<RunningHost> {
  if (process.platform === "win32") {
    throw new TripwrightError(
      "database_unavailable",
      "The built-in database runs on Linux and macOS. On Windows, set DATABASE_URL to a PostgreSQL server.",
    );
  }
  const paths = homePaths(options.home);
  const starter = new HostStarter(options, paths);
  const startedAt = Date.now();
  let lastSign = startedAt;
  for (;;) {
    const answer = await askHost(paths.recordFile);
    if (answer.kind === "status") {
      lastSign = Date.now();
      const { status, record } = answer;
      if (status.phase === "ready") return { socketDir: record.socketDir, status };
      starter.hear(status);
    } else if (answer.kind === "absent") {
      await starter.start();
    }
    if (Date.now() - lastSign > SILENCE_LIMIT_MS || Date.now() - startedAt > START_LIMIT_MS) {
      const who = answer.kind === "absent" ? "" : ` (process ${answer.record.pid})`;
      throw startFailure(paths, `nothing came back from it${who} in time; end that process and try again`);
    }
    await sleep(POLL_MS);
  }
}

/** Starts hosts, one after another, until one stays; keeps what the last one said. */
class HostStarter {
  readonly #options: EnsureHostOptions;
  readonly #paths: HomePaths;
  #child: ChildProcess | null = null;
  #mayStartAt = 0;
  #lastReport = "";
  #killed = 0;
  #isWaiting = false;

  constructor(options: EnsureHostOptions, paths: HomePaths) {
    this.#options = options;
    this.#paths = paths;
  }

  /** Throws when the start that this client waits for has failed. */
  hear({ phase, message, isDiskFull: isFull }: HostStatus): void {
    if (phase === "starting") this.#isWaiting = true;
    if (phase !== "failed") this.report(message);
    // A failure from before says nothing about the next start: that host is about to go.
    else if (this.#isWaiting) throw isFull ? this.#diskFull(message) : startFailure(this.#paths, message);
  }

  #diskFull(message: string): TripwrightError {
    return new TripwrightError("disk_full", message, { home: this.#paths.home });
  }

  report(message: string): void {
    if (message === this.#lastReport) return;
    this.#lastReport = message;
    this.#options.onProgress?.(message);
  }

  async start(): Promise<void> {
    const child = this.#child;
    if (child !== null) {
      if (child.exitCode === null && child.signalCode === null) return;
      const isHopeless = child.signalCode === null ? child.exitCode !== 0 : ++this.#killed === KILLED_LIMIT;
      if (isHopeless && child.exitCode === DISK_FULL_STATUS) throw diskFull(embeddedPlace(this.#paths.home));
      if (isHopeless) throw startFailure(this.#paths, await lastLogLine(this.#paths.logFile));
      this.#child = null;
    }
    if (Date.now() < this.#mayStartAt) return;
    this.report("Starting the built-in database…");
    this.#mayStartAt = Date.now() + RESPAWN_MS;
    this.#isWaiting = true;
    try {
      this.#child = spawnHost(this.#options, this.#paths);
    } catch (error) {
      throw isDiskFull(error) ? diskFull(embeddedPlace(this.#paths.home), error) : error;
    }
  }
}

function spawnHost(options: EnsureHostOptions, paths: HomePaths): ChildProcess {
  const entry = new URL(`host-main${extname(import.meta.url)}`, import.meta.url);
  const hostOptions: HostOptions = {
    home: paths.home,
    cacheDir: options.cacheDir,
    runtimeDir: options.runtimeDir,
    idleMs: options.idleMs ?? 5 * MINUTE_MS,
    idleInTransactionMs: options.idleInTransactionMs ?? MINUTE_MS / 2,
    statementLimitMs: options.statementLimitMs ?? 2 * MINUTE_MS,
  };
  const log = openSync(paths.logFile, "a", 0o600);
  try {
    // Nothing of the first client's environment or terminal may tie or change a host that outlives it.
    const child = spawn(process.execPath, [...NODE_FLAGS, fileURLToPath(entry), JSON.stringify(hostOptions)], {
      cwd: paths.home,
      detached: true,
      env: {},
      stdio: ["ignore", log, log],
    });
    child.on("error", () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function lastLogLine(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, "utf8").catch(() => "")).trimEnd().split("\n");
  return lines.at(-1) ?? "";
}

function startFailure(paths: HomePaths, reason: string): TripwrightError {
  return new TripwrightError(
    "database_unavailable",
    `The built-in database in ${paths.home} could not start: ${reason.replace(/\.$/, "")}. More stands in ${paths.logFile}; ` +
      "a PostgreSQL server can be used instead by setting DATABASE_URL.",
    { home: paths.home },
  );
}

/** Null when the data folder has no host right now. */
export async function findHost(home: string): Promise<HostStatus | null> {
  const answer = await askHost(homePaths(home).recordFile);
  return answer.kind === "status" ? answer.status : null;
}

/**
 * Asks the host to finish its statement and close the files; one that does not in time is killed,
 * which the data survives too. Answers whether there was one.
 */
export async function stopHost(home: string): Promise<boolean> {
  const paths = homePaths(home);
  const answer = await askHost(paths.recordFile);
  if (answer.kind === "absent") return false;
  const pid = answer.record.pid;
  const deadline = Date.now() + STOP_LIMIT_MS;
  signal(pid, "SIGTERM");
  while (!(await hasGone(paths, pid))) {
    if (Date.now() > deadline) signal(pid, "SIGKILL");
    await sleep(POLL_MS);
  }
  return true;
}

/** True when the files are closed, for the lock goes with the process, or when another host has opened them since. */
async function hasGone(paths: HomePaths, pid: number): Promise<boolean> {
  const lock = await tryProcessLock(paths.lockFile);
  lock?.release();
  if (lock !== null) return true;
  const answer = await askHost(paths.recordFile);
  return answer.kind !== "absent" && answer.record.pid !== pid;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
}
