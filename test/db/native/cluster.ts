/**
 * Throwaway PostgreSQL clusters of the installed binaries, for what only a real server shows: restarts, crashes,
 * TLS, replicas, poolers. Each has a folder and a port of its own and ends with the test that started it.
 */
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { describe } from "vitest";

const run = promisify(execFile);
const PACKAGES = "/usr/lib/postgresql";
const isRoot = process.getuid?.() === 0;

/** The newest installed server's programs; `null` where there is none. */
export const binDir: string | null = existsSync(PACKAGES)
  ? (readdirSync(PACKAGES)
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(PACKAGES, version, "bin"))
      .find((dir) => existsSync(join(dir, "initdb"))) ?? null)
  : null;

/** The one gate of these tests: they belong to the native run, and need the server's own programs. */
const isNativeRun = Boolean(process.env.TEST_DATABASE_URL);
if (isNativeRun && binDir === null) process.stderr.write(`Skipped: no PostgreSQL programs in ${PACKAGES}/*/bin.\n`);
export const describeNative: typeof describe.skip = describe.skipIf(!isNativeRun || binDir === null);

export interface ClusterOptions {
  /** Lines of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>> | undefined;
  /** Lines of pg_hba.conf, before those that trust everybody on this machine. */
  readonly hba?: readonly string[] | undefined;
  /** Starts as a streaming copy of this one. */
  readonly replicaOf?: Cluster | undefined;
}

export interface UrlParts {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly database?: string | undefined;
  /** `sslmode` and its kind. */
  readonly params?: Readonly<Record<string, string>> | undefined;
}

const idOf = (flag: "-u" | "-g"): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
/** PostgreSQL and PgBouncer refuse to run as root: there they have the account of their package. */
export const serverAccount: { uid?: number; gid?: number } =
  isRoot && isNativeRun && binDir !== null ? { uid: idOf("-u"), gid: idOf("-g") } : {};

export async function runAsServer(program: string, args: readonly string[]): Promise<string> {
  return (await run(program, args, { cwd: "/", ...serverAccount })).stdout;
}

/** Hands files to the server's own account. */
export function giveToServer(...paths: readonly string[]): void {
  const { uid, gid } = serverAccount;
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) chownSync(path, uid, gid);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("expected a TCP port");
  return address.port;
}

/** A folder the server can read, gone with the test; short, for a socket's path fits in 107 bytes. */
export function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tw-pg-"));
  giveToServer(folder);
  return folder;
}

export class Cluster implements AsyncDisposable {
  readonly folder: string = serverFolder();
  readonly dataDir: string = join(this.folder, "data");
  readonly port: number;
  /** A test that is killed must not leave servers behind. */
  readonly #onExit = (): void => this.#discard();

  private constructor(port: number) {
    this.port = port;
    process.once("exit", this.#onExit);
  }

  static async start({ settings = {}, hba = [], replicaOf }: ClusterOptions = {}): Promise<Cluster> {
    const cluster = new Cluster(await freePort());
    try {
      await (replicaOf ? cluster.#copy(replicaOf) : cluster.#initialise(hba));
      cluster.configure({ port: cluster.port, unix_socket_directories: `'${cluster.folder}'`, ...settings });
      await cluster.start();
      return cluster;
    } catch (error) {
      cluster.#discard();
      throw error;
    }
  }

  url({ user = "postgres", password, host = "127.0.0.1", port = this.port, ...rest }: UrlParts = {}): string {
    const { database = "postgres", params = {} } = rest;
    const login = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
    const query = new URLSearchParams(params).toString();
    return `postgres://${login}@${host}:${port}/${database}${query && `?${query}`}`;
  }

  /** As superuser, each call over a connection of its own. */
  async admin(text: string, values: unknown[] = [], database = "postgres"): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ host: this.folder, port: this.port, user: "postgres", database });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Lines of postgresql.conf, the last one of a name counts; most need a restart or `reload`. */
  configure(settings: Readonly<Record<string, string | number>>): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
    appendFileSync(join(this.dataDir, "postgresql.conf"), lines.join(""));
  }

  /** Waits until it answers; after a crash the server's orphans may hold its memory for a moment. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#pgCtl("-w", "-l", join(this.folder, "log"), "start");
        return;
      } catch (error) {
        if (attempt === 10) throw new Error(`The cluster did not start: ${this.log().slice(-2_000)}`, { cause: error });
        await sleep(300);
      }
    }
  }

  /** `fast` ends sessions and shuts down; `immediate` is a crash with a goodbye. */
  async stop(mode: "smart" | "fast" | "immediate" = "fast"): Promise<void> {
    await this.#pgCtl("-w", "-m", mode, "stop");
  }

  async restart(mode: "fast" | "immediate" = "fast"): Promise<void> {
    await this.#pgCtl("-w", "-m", mode, "-l", join(this.folder, "log"), "restart");
  }

  async reload(): Promise<void> {
    await this.#pgCtl("reload");
  }

  /** kill -9 of the whole server: no shutdown, no goodbye, sockets closed by the system. */
  async kill(): Promise<void> {
    const pids = this.#processes();
    for (const pid of pids) killNow(pid);
    while (pids.some(isAlive)) await sleep(20);
  }

  /** A replica becomes a primary of its own. */
  async promote(): Promise<void> {
    await this.#pgCtl("-w", "promote");
  }

  log(): string {
    const file = join(this.folder, "log");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.off("exit", this.#onExit);
    await this.stop("immediate").catch(() => undefined);
    this.#discard();
  }

  async #initialise(hba: readonly string[]): Promise<void> {
    const settled = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
    await runAsServer(program("initdb"), ["-D", this.dataDir, ...settled]);
    const trusted = [
      "local all all trust",
      "host all all 127.0.0.1/32 trust",
      "host replication all 127.0.0.1/32 trust",
    ];
    const file = join(this.dataDir, "pg_hba.conf");
    rmSync(file);
    appendFileSync(file, [...hba, ...trusted, ""].join("\n"));
    giveToServer(file);
    // Without fsync a killed server still keeps what it committed; without synchronous_commit it would not.
    this.configure({ listen_addresses: "'127.0.0.1'", fsync: "off", max_connections: 60 });
  }

  async #copy(primary: Cluster): Promise<void> {
    const from = ["-h", "127.0.0.1", "-p", `${primary.port}`, "-U", "postgres"];
    await runAsServer(program("pg_basebackup"), [...from, "-D", this.dataDir, "-R", "-c", "fast", "--no-sync"]);
  }

  async #pgCtl(...args: string[]): Promise<void> {
    await runAsServer(program("pg_ctl"), ["-D", this.dataDir, ...args]);
  }

  /** The postmaster and its children. */
  #processes(): number[] {
    const file = join(this.dataDir, "postmaster.pid");
    if (!existsSync(file)) return [];
    const postmaster = Number(readFileSync(file, "utf8").split("\n")[0]);
    if (!isAlive(postmaster)) return [];
    const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
    return [postmaster, ...children.map(Number)];
  }

  #discard(): void {
    for (const pid of this.#processes()) killNow(pid);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes a database with the extensions of ours, which take a superuser. */
export async function createDatabase(cluster: Cluster, name: string, owner = "postgres"): Promise<string> {
  await cluster.admin(`create database ${name} owner ${owner}`);
  for (const extension of ["postgis", "vector", "pg_trgm", "unaccent"]) {
    await cluster.admin(`create extension ${extension} with schema public`, [], name);
  }
  return cluster.url({ database: name });
}

function program(name: string): string {
  if (binDir === null) throw new Error(`Expected PostgreSQL's programs in ${PACKAGES}/*/bin.`);
  return join(binDir, name);
}

/** By the system's own record: the fourth field, after a name in brackets. */
function parentOf(pid: string): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
