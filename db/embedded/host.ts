/**
 * The process that owns a data folder. Whoever holds the lock is the host; it listens at once, so that
 * every client finds it while it is still preparing, and goes when nobody has needed it for a while.
 */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { TripwrightError } from "../../trip/errors.ts";
import { DISK_FULL_STATUS, diskFull, embeddedPlace, isDiskFull } from "../disk-full.ts";
import { createDataFolder, isDataFolder } from "./data-folder.ts";
import { Engine } from "./engine.ts";
import { type HomePaths, homePaths, prepareSocketDir, socketPathIn } from "./home-paths.ts";
import { type Log, openLog } from "./host-log.ts";
import { type HostStatus, writeHostRecord } from "./host-record.ts";
import { type ProcessLock, tryProcessLock } from "./process-lock.ts";
import { engineFiles } from "./template.ts";
import { WireBridge } from "./wire-bridge.ts";
import { simpleQuery } from "./wire-frames.ts";
import { keepWriteAheadLogShort } from "./write-ahead-log.ts";

export interface HostOptions {
  readonly home: string;
  readonly cacheDir: string;
  readonly runtimeDir?: string | undefined;
  /** Without a client for this long, the host goes. */
  readonly idleMs: number;
  readonly idleInTransactionMs: number;
  readonly statementLimitMs: number;
}

const REACHABLE_CHECK_MS = 5_000;
/** How long a failed host stays to tell its clients why. */
const FAREWELL_MS = 3_000;

/** Returns at once, without doing anything, when the data folder already has a host. */
export async function runHost(options: HostOptions): Promise<void> {
  const paths = homePaths(options.home);
  const lock = await tryProcessLock(paths.lockFile);
  if (lock === null) return;
  await new Host(options, paths, lock).serve();
}

class Host {
  readonly #options: HostOptions;
  readonly #paths: HomePaths;
  /** Kept here for life: collected as garbage, it would be released. */
  readonly #lock: ProcessLock;
  readonly #log: Log;
  readonly #socketPath: string;
  readonly #bridge: WireBridge;
  readonly #engine = Promise.withResolvers<Engine>();
  readonly #startedAt = new Date();
  #phase: HostStatus["phase"] = "starting";
  #message = "Starting the built-in database…";
  #isDiskFull = false;
  #serverVersion: string | null = null;
  #socketInode = 0;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(options: HostOptions, paths: HomePaths, lock: ProcessLock) {
    this.#options = options;
    this.#paths = paths;
    this.#lock = lock;
    this.#log = openLog(paths.logFile);
    this.#socketPath = socketPathIn(prepareSocketDir(paths.home, options.runtimeDir));
    this.#bridge = this.#createBridge();
    // Without a client this promise has no reader, and a failed start is reported by `serve`.
    this.#engine.promise.catch(() => undefined);
  }

  async serve(): Promise<void> {
    this.#log(`starting for ${this.#paths.home}`);
    process.on("SIGTERM", () => void this.#stop("asked to stop")).on("SIGINT", () => void this.#stop("interrupted"));
    process.on("SIGHUP", () => undefined);
    try {
      await this.#listen();
      const engine = await this.#openEngine();
      this.#serverVersion = await engine.serverVersion();
      this.#phase = "ready";
      this.#message = "The built-in database is ready.";
      this.#engine.resolve(engine);
      this.#log(`ready after ${Date.now() - this.#startedAt.getTime()} ms`);
      this.#watchClients(this.#bridge.clientCount);
      const { dataFolder } = this.#paths;
      keepWriteAheadLogShort({ dataFolder, engine, takeTurn: () => this.#bridge.takeTurn() });
      setInterval(() => this.#keepReachable(), REACHABLE_CHECK_MS).unref();
    } catch (error) {
      this.#fail(error);
    }
  }

  #createBridge(): WireBridge {
    return new WireBridge({
      engine: this.#engine.promise,
      idleInTransactionMs: this.#options.idleInTransactionMs,
      status: () => this.#status(),
      onClients: (count) => this.#watchClients(count),
    });
  }

  async #listen(): Promise<void> {
    // The lock is held, so whatever stands there belongs to a dead host.
    rmSync(this.#socketPath, { force: true });
    await this.#bridge.listen(this.#socketPath);
    this.#socketInode = statSync(this.#socketPath).ino;
    await writeHostRecord(this.#paths.recordFile, { pid: process.pid, socketDir: join(this.#socketPath, "..") });
  }

  async #openEngine(): Promise<Engine> {
    const { postgisBundle, template } = await engineFiles({
      cacheDir: this.#options.cacheDir,
      fallbackDir: join(this.#paths.home, "cache"),
      onBuild: () => this.#report("Preparing the built-in database (first start only)…"),
    });
    const { dataFolder } = this.#paths;
    if (!isDataFolder(dataFolder)) {
      await createDataFolder(dataFolder, template);
    }
    // The archives are read; an idle process would keep their buffers.
    globalThis.gc?.();
    return Engine.start({
      dataFolder,
      postgisBundle,
      statementLimitMs: this.#options.statementLimitMs,
      log: this.#log,
      onDead: (error) => this.#fail(error),
    });
  }

  #report(message: string): void {
    this.#message = message;
    this.#log(message);
  }

  #status(): HostStatus {
    return {
      phase: this.#phase,
      message: this.#message,
      isDiskFull: this.#isDiskFull,
      pid: process.pid,
      home: this.#paths.home,
      serverVersion: this.#serverVersion,
      startedAt: this.#startedAt.toISOString(),
      uptimeSeconds: Math.round(process.uptime()),
      rssBytes: process.memoryUsage.rss(),
      clients: this.#bridge.clientCount,
    };
  }

  #watchClients(count: number): void {
    if (count > 0 || this.#phase !== "ready") {
      clearTimeout(this.#idleTimer);
      this.#idleTimer = undefined;
      return;
    }
    // Not begun anew by a connection that was only a status request.
    this.#idleTimer ??= setTimeout(() => void this.#leaveIdle(), this.#options.idleMs);
  }

  /** Nobody waits now, and the engine has no autovacuum: so this is when it tidies up. */
  async #leaveIdle(): Promise<void> {
    this.#idleTimer = undefined;
    const release = await this.#bridge.takeTurn();
    await (await this.#engine.promise).run(simpleQuery("vacuum (analyze)"), "Q").catch(() => undefined);
    release();
    if (this.#bridge.clientCount === 0) await this.#stop("idle");
    // Otherwise somebody came meanwhile, and the wait begins when the last one goes.
  }

  /** Cleaners of temporary folders take sockets too, and somebody may delete the whole data folder. */
  #keepReachable(): void {
    const socket = statSync(this.#socketPath, { throwIfNoEntry: false });
    const isHomeGone = statSync(this.#paths.lockFile, { throwIfNoEntry: false }) === undefined;
    if (isHomeGone || (socket !== undefined && socket.ino !== this.#socketInode)) {
      this.#log("ending: the data folder was deleted");
      // Without the farewells of `#stop`, which would take the socket from a host of the next folder.
      process.exit(1);
    }
    if (socket === undefined) void this.#stop("the socket was removed");
  }

  async #stop(reason: string): Promise<void> {
    if (this.#phase === "stopping") return;
    this.#phase = "stopping";
    this.#message = "The built-in database is shutting down…";
    this.#log(`stopping: ${reason}`);
    rmSync(this.#paths.recordFile, { force: true });
    await this.#bridge.close();
    if (this.#serverVersion !== null) await (await this.#engine.promise).close();
    this.#log("stopped");
    this.#lock.release();
    process.exit(0);
  }

  #fail(error: unknown): void {
    if (this.#phase === "stopping") return;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#phase = "failed";
    this.#message = error instanceof Error ? error.message : text;
    this.#log(`failed: ${text}`);
    this.#isDiskFull = isDiskFull(error);
    if (this.#isDiskFull && !(error instanceof TripwrightError)) {
      this.#message = diskFull(embeddedPlace(this.#paths.home)).message;
    }
    this.#engine.reject(error);
    setTimeout(() => process.exit(this.#isDiskFull ? DISK_FULL_STATUS : 1), FAREWELL_MS);
  }
}
