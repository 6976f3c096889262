/** A PgBouncer of the test's own in front of a cluster, pooling transactions as docs/operations.md sets it up. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe } from "vitest";
import { type Cluster, describeNative, freePort, giveToServer, serverAccount, serverFolder } from "./cluster.ts";

const PROGRAM = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].find(existsSync);
export const describeBouncer: typeof describe.skip = PROGRAM === undefined ? describe.skip : describeNative;

export interface BouncerOptions {
  readonly cluster: Cluster;
  /** Names and passwords of who may log in, to the pooler and through it to the server. */
  readonly logins: Readonly<Record<string, string>>;
  readonly poolSize: number;
  readonly settings?: Readonly<Record<string, string | number>> | undefined;
}

export interface Bouncer extends AsyncDisposable {
  readonly port: number;
  log(): string;
}

export async function startBouncer({ cluster, logins, poolSize, settings = {} }: BouncerOptions): Promise<Bouncer> {
  if (PROGRAM === undefined) throw new Error("Expected the program pgbouncer.");
  const folder = serverFolder();
  const port = await freePort();
  const lines = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "scram-sha-256",
    auth_file: join(folder, "userlist.txt"),
    pool_mode: "transaction",
    default_pool_size: poolSize,
    max_client_conn: 200,
    ...settings,
  };
  const ini = join(folder, "pgbouncer.ini");
  const databases = `[databases]\n* = host=127.0.0.1 port=${cluster.port}\n`;
  const own = Object.entries(lines).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(ini, `${databases}[pgbouncer]\n${own.join("")}`);
  writeFileSync(
    lines.auth_file,
    Object.entries(logins)
      .map(([name, secret]) => `"${name}" "${secret}"\n`)
      .join(""),
  );
  giveToServer(ini, lines.auth_file);
  const child = spawn(PROGRAM, [ini], { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...serverAccount });
  const said: Buffer[] = [];
  child.stderr?.on("data", (piece: Buffer) => said.push(piece));
  const log = (): string => Buffer.concat(said).toString();
  const onExit = (): void => void child.kill("SIGKILL");
  process.once("exit", onExit);
  await untilItListens(port, () => {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended: ${log()}`);
  });
  return {
    port,
    log,
    [Symbol.asyncDispose]: async () => {
      process.off("exit", onExit);
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItListens(port: number, check: () => void): Promise<void> {
  for (;;) {
    check();
    const socket = connect(port, "127.0.0.1");
    const isUp = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isUp) return;
    await sleep(50);
  }
}
