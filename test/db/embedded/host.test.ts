/** The built-in database's process: one for a folder, whoever starts, ends or dies when. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findHost, stopHost } from "../../../db/embedded/ensure-host.ts";
import { clientReportSchema, type OwnHome, openOwnHome } from "./own-home.ts";

let own: OwnHome;
beforeAll(async () => {
  own = await openOwnHome();
});
afterAll(() => own[Symbol.asyncDispose]());

async function connectTo(socketDir: string): Promise<pg.Client> {
  const client = new pg.Client({ host: socketDir, user: "postgres", database: "postgres", password: "", ssl: false });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function query(sql: string): Promise<unknown[]> {
  const { socketDir } = await own.ensureHost();
  const client = await connectTo(socketDir);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function startClient(action: "insert" | "hold"): ChildProcess {
  const folders = JSON.stringify({ home: own.home, cacheDir: own.cacheDir });
  const script = fileURLToPath(new URL("client-process.ts", import.meta.url));
  return spawn(process.execPath, [script, folders, action], { stdio: ["ignore", "pipe", "inherit"] });
}

async function reportOf(client: ChildProcess): Promise<{ hostPid: number; message: string }> {
  if (client.stdout === null) throw new Error("the client has no output");
  for await (const line of createInterface({ input: client.stdout })) return clientReportSchema.parse(JSON.parse(line));
  throw new Error("the client ended without a report");
}

describe("processes that start at once", () => {
  test("end up with one host, in a folder with an awkward name", async () => {
    const reports = await Promise.all(Array.from({ length: 4 }, () => reportOf(startClient("insert"))));
    expect(new Set(reports.map(({ hostPid }) => hostPid)).size).toBe(1);
    expect(await query("select count(*)::int as count from arrivals")).toEqual([{ count: 4 }]);
    expect((await own.log()).match(/ready after/g)).toHaveLength(1);
  });
});

describe("a host that ends", () => {
  test("keeps what was written, and says whether it was there", async () => {
    await query("create table kept as select 42 as answer");
    const before = await findHost(own.home);
    expect(before).toMatchObject({ phase: "ready", home: expect.stringContaining("Zoë") });
    expect(await stopHost(own.home)).toBe(true);
    expect(await findHost(own.home)).toBeNull();
    expect(await stopHost(own.home)).toBe(false);
    expect(await query("select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("goes by itself when nobody has needed it, however often it was asked how it does", async () => {
    await stopHost(own.home);
    const { socketDir, status } = await own.ensureHost({ idleMs: 300 });
    const client = await connectTo(socketDir);
    await sleep(600);
    expect(await findHost(own.home)).toMatchObject({ pid: status.pid, clients: 1 });
    await client.end();
    await expect.poll(() => findHost(own.home), { timeout: 30_000 }).toBeNull();
  });

  test("killed while others write loses nothing that it acknowledged", async () => {
    await query("create table acknowledged (writer int, step int, primary key (writer, step))");
    const acknowledged: string[] = [];
    const { status } = await own.ensureHost();
    const writers = [1, 2, 3].map(async (writer) => {
      const client = await connectTo((await own.ensureHost()).socketDir);
      try {
        for (let step = 1; ; step += 1) {
          await client.query("begin");
          await client.query("insert into acknowledged values ($1, $2)", [writer, step]);
          await client.query("commit");
          acknowledged.push(`${writer}/${step}`);
        }
      } catch {
        await client.end();
      }
    });
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(100);
    process.kill(status.pid, "SIGKILL");
    await Promise.all(writers);
    const rows = await query("select writer || '/' || step as name from acknowledged");
    const found = new Set(rows.map((row) => Object(row).name));
    expect(acknowledged.filter((name) => !found.has(name))).toEqual([]);
    expect((await findHost(own.home))?.pid).not.toBe(status.pid);
  });
});

describe("a client", () => {
  test("killed inside a transaction leaves nothing of it, and holds nobody up", async () => {
    await query("create table if not exists arrivals (pid int)");
    const client = startClient("hold");
    expect(await reportOf(client)).toMatchObject({ message: "holding" });
    const waiting = query(`select count(*)::int as count from arrivals where pid = ${client.pid}`);
    client.kill("SIGKILL");
    expect(await waiting).toEqual([{ count: 0 }]);
    if (client.exitCode === null && client.signalCode === null) await once(client, "exit");
  });

  test("that lets its transaction wait too long, or its statement run too long, is the only one to suffer", async () => {
    await stopHost(own.home);
    const { socketDir } = await own.ensureHost({ idleInTransactionMs: 400, statementLimitMs: 1_500 });
    const idler = await connectTo(socketDir);
    const told = once(idler, "error");
    await idler.query("begin; create table never (id int)");
    const other = await connectTo(socketDir);
    expect((await other.query("select to_regclass('never') as never")).rows).toEqual([{ never: null }]);
    expect(await told).toMatchObject([{ code: "25P03" }]);

    const runaway = await connectTo(socketDir);
    const endless = runaway.query("with recursive r as (select 1 union all select 1 from r) select count(*) from r");
    const next = other.query("select 1 as one");
    await expect(endless).rejects.toMatchObject({ code: "57014" });
    expect((await next).rows).toEqual([{ one: 1 }]);
    await other.end();
  });
});
