/** Migrations run whole, in order and once, whoever else starts at the same moment. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, connectDatabase } from "../../db/connect.ts";
import { migrate, migrationStatus } from "../../db/migrate.ts";
import { testFolders } from "./test-folders.ts";

const SCHEMA = "T migrate-test";
const QUOTED = `"${SCHEMA}"`;
const options = {
  databaseUrl: process.env.TEST_DATABASE_URL || undefined,
  ...testFolders(),
  schema: SCHEMA,
  idleMs: 60_000,
};

let database: ConnectedDatabase;
let dir = "";
beforeAll(async () => {
  database = await connectDatabase(options);
});
afterAll(() => database.close());
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "tripwright-migrations-"));
  await drop();
  await write("0001_first", "create table first (id int); insert into first values (1);", "drop table first;");
  await write("0002_second", "alter table first add column more text default '{}';", "alter table first drop more;");
});
afterEach(async () => {
  await drop();
  await rm(dir, { recursive: true });
});

function write(name: string, up: string, down: string): Promise<void> {
  return writeFile(join(dir, `${name}.sql`), `-- Up Migration\n${up}\n\n-- Down Migration\n${down}\n`);
}

function query(statement: string): Promise<unknown[]> {
  return database.migrations.withClient(async (client) => (await client.query(statement)).rows);
}

async function drop(): Promise<void> {
  await query(`drop schema if exists ${QUOTED} cascade`);
}

const up = (): Promise<string[]> => migrate(database.migrations, { direction: "up", dir });
const down = (count?: number): Promise<string[]> => migrate(database.migrations, { direction: "down", dir, count });

test("go up in order, once, in a schema of any name, and come down from the last", async () => {
  expect(await migrationStatus(database.migrations, dir)).toEqual({
    applied: [],
    pending: ["0001_first", "0002_second"],
    unknown: [],
  });
  expect(await up()).toEqual(["0001_first", "0002_second"]);
  expect(await up()).toEqual([]);
  expect(await query(`select * from ${QUOTED}.first`)).toEqual([{ id: 1, more: "{}" }]);
  expect(await down()).toEqual(["0002_second"]);
  expect(await migrationStatus(database.migrations, dir)).toEqual({
    applied: ["0001_first"],
    pending: ["0002_second"],
    unknown: [],
  });
  expect(await up()).toEqual(["0002_second"]);
  expect(await down(2)).toEqual(["0002_second", "0001_first"]);
  expect(await query(`select to_regclass('${QUOTED}.first') as first`)).toEqual([{ first: null }]);
});

test("that fail are taken back together, and tell why", async () => {
  await write("0003_third", "create table third (id int); select 1 / 0;", "drop table third;");
  await expect(up()).rejects.toMatchObject({ code: "internal", message: expect.stringContaining("division by zero") });
  expect((await migrationStatus(database.migrations, dir)).applied).toEqual([]);
  await write("0003_third", "create table third (id int);", "drop table third;");
  expect(await up()).toEqual(["0001_first", "0002_second", "0003_third"]);
});

describe("of a newer program", () => {
  beforeEach(async () => {
    await write("0003_newer", "create table newer (id int);", "drop table newer;");
    await up();
    await rm(join(dir, "0003_newer.sql"));
  });

  test("do not keep an older one from starting, and show in the status", async () => {
    expect(await up()).toEqual([]);
    expect(await migrationStatus(database.migrations, dir)).toMatchObject({ pending: [], unknown: ["0003_newer"] });
  });

  test("are neither built upon nor taken back by it", async () => {
    const refusal = { code: "internal", message: expect.stringMatching(/0003_newer.*newer program/) };
    await expect(down()).rejects.toMatchObject(refusal);
    await write("0003_other", "create table other (id int);", "drop table other;");
    await expect(up()).rejects.toMatchObject(refusal);
    expect(await query(`select to_regclass('${QUOTED}.newer') is null as gone`)).toEqual([{ gone: false }]);
    expect(await query(`select to_regclass('${QUOTED}.other') as other`)).toEqual([{ other: null }]);
  });
});

/** Everybody takes turns on the built-in engine, so nobody holds a table there while a migration runs. */
describe.skipIf(!options.databaseUrl)("that need a table somebody holds", () => {
  const attempt = (): Promise<string[]> => migrate(database.migrations, { direction: "up", dir, lockTimeoutMs: 50 });
  beforeEach(async () => {
    await migrate(database.migrations, { direction: "up", dir, count: 1 });
  });

  test("give way, try again, and pass once it is free", async () => {
    await database.migrations.withClient(async (holder) => {
      await holder.query(`begin; lock table ${QUOTED}.first in access share mode`);
      const migrating = attempt();
      await setTimeout(200);
      // Had the migration stayed in the queue, this reader would wait behind it.
      await query(`set lock_timeout = '2s'; select id from ${QUOTED}.first`);
      await holder.query("commit");
      expect(await migrating).toEqual(["0002_second"]);
    });
  });

  test("say so when it never gets free, and change nothing", async () => {
    await database.migrations.withClient(async (holder) => {
      await holder.query(`begin; lock table ${QUOTED}.first in access share mode`);
      await expect(attempt()).rejects.toMatchObject({
        code: "database_unavailable",
        message: expect.stringContaining("somebody holds a table"),
      });
    });
    expect((await migrationStatus(database.migrations, dir)).pending).toEqual(["0002_second"]);
  });
});

test("leave no setting behind", async () => {
  await up();
  const [row] = await query("select current_setting('search_path') as path");
  expect(Object(row).path).not.toContain(SCHEMA);
});

test("run once when several processes start at once", async () => {
  const script = `
    import { connectDatabase } from ${JSON.stringify(new URL("../../db/connect.ts", import.meta.url).href)};
    import { migrate } from ${JSON.stringify(new URL("../../db/migrate.ts", import.meta.url).href)};
    const { dir, ...options } = JSON.parse(process.argv[1]);
    const database = await connectDatabase(options);
    console.log(JSON.stringify(await migrate(database.migrations, { direction: "up", dir })));
    await database.close();`;
  await write("0003_slow", "select pg_sleep(0.3); create table third (id int);", "drop table third;");
  const outputs = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const argument = JSON.stringify({ ...options, dir });
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script, argument], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [output] = await Promise.all([text(child.stdout), once(child, "close")]);
      return z.array(z.string()).parse(JSON.parse(output));
    }),
  );
  expect(outputs.flat().toSorted()).toEqual(["0001_first", "0002_second", "0003_slow"]);
  expect((await migrationStatus(database.migrations, dir)).pending).toEqual([]);
});
