/**
 * The worked example of docs/zero-downtime, run step by step while programs of two releases go on reading and writing:
 * nobody sees an error and no write is lost, and until the last step each can be taken back.
 */
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import sql, { raw } from "sql-template-tag";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { migrate } from "../../../db/migrate.ts";
import type { Transaction } from "../../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const EXAMPLE = join(ROOT, "docs", "zero-downtime");
const STEPS = readdirSync(EXAMPLE).map((file) => `9${file.slice(0, -".sql".length)}`);
const OLD_ROWS = 1_200;
const USER = randomUUID();

let database: TestDatabase;
let dir: string;
beforeEach(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  dir = mkdtempSync(join(tmpdir(), "tripwright-zero-downtime-"));
  cpSync(join(ROOT, "db", "migrations"), dir, { recursive: true });
  // After all of ours, as the next release's migrations would be.
  for (const file of readdirSync(EXAMPLE)) cpSync(join(EXAMPLE, file), join(dir, `9${file}`));
  await database.admin("insert into users (id, email, first_name, last_name) values ($1, 'a@example.org', 'A', 'B')", [
    USER,
  ]);
  await database.admin(
    `insert into notifications (id, user_id, notification_type, title)
     select gen_random_uuid(), $1, 'old-' || n, 'From before' from generate_series(1, ${OLD_ROWS}) n`,
    [USER],
  );
});
afterEach(async () => {
  rmSync(dir, { recursive: true });
  await database.close();
});

const up = (): Promise<string[]> => migrate(database.migrations, { direction: "up", dir, count: 1 });
const down = (): Promise<string[]> => migrate(database.migrations, { direction: "down", dir, count: 1 });

/** A running program of one release: it knows one name of the column, and keeps a list of what it wrote. */
function startProgram(column: "notification_type" | "kind") {
  const written = new Map<string, string>();
  const name = raw(column);
  let [rounds, isStopped] = [0, false];
  const act = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    database.db.transaction({ kind: "user", userId: USER }, work);

  async function round(): Promise<void> {
    const id = randomUUID();
    await act((tx) =>
      tx.execute(sql`insert into notifications (id, user_id, ${name}, title) values (${id}, ${USER}, 'new', 'Hello')`),
    );
    const value = `${column}-${rounds}`;
    await act((tx) => tx.execute(sql`update notifications set ${name} = ${value} where id = ${id}`));
    written.set(id, value);
    const row = z.object({ value: z.string() });
    const read = await act((tx) => tx.one(row, sql`select ${name} as value from notifications where id = ${id}`));
    expect(read.value).toBe(value);
    rounds += 1;
  }

  const running = (async () => {
    while (!isStopped) await round();
  })();
  // Told at `stop`, not before.
  running.catch(() => undefined);

  return {
    written,
    async work(): Promise<void> {
      const until = rounds + 3;
      await Promise.race([
        running,
        (async () => {
          while (rounds < until) await setTimeout(5);
        })(),
      ]);
    },
    async stop(): Promise<void> {
      isStopped = true;
      await running;
    },
  };
}

async function valuesOf(column: string): Promise<Map<unknown, unknown>> {
  const rows = await database.admin(`select id, ${column} as value from notifications`);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

test("two releases work on through all five steps", { timeout: 180_000 }, async () => {
  const before = await valuesOf("notification_type");
  const oldProgram = startProgram("notification_type");
  const ran: string[] = [];
  for (const _ of ["add the column", "write both", "fill it"]) {
    await oldProgram.work();
    ran.push(...(await up()));
  }
  // A rolling deployment: for a while both releases run, and each sees what the other wrote.
  const newProgram = startProgram("kind");
  await Promise.all([oldProgram.work(), newProgram.work()]);
  ran.push(...(await up()));
  await Promise.all([oldProgram.work(), newProgram.work()]);
  await oldProgram.stop();
  expect(await database.admin("select id from notifications where kind is distinct from notification_type")).toEqual(
    [],
  );

  ran.push(...(await up()));
  await newProgram.work();
  await newProgram.stop();
  expect(ran).toEqual(STEPS);
  expect(await valuesOf("kind")).toEqual(new Map([...before, ...oldProgram.written, ...newProgram.written]));
  await expect(down()).rejects.toThrow("only a backup has it");
});

test("the rows from before are filled in batches", async () => {
  for (const _ of STEPS.slice(0, 3)) await up();
  const [row] = await database.admin("select count(distinct xmin::text)::integer as batches from notifications");
  expect(row).toEqual({ batches: Math.ceil(OLD_ROWS / 500) });
});

test("until the last step, all of it can be taken back", { timeout: 180_000 }, async () => {
  const before = await valuesOf("notification_type");
  for (const _ of STEPS.slice(0, 4)) await up();
  const newProgram = startProgram("kind");
  await newProgram.work();
  await newProgram.stop();
  const oldProgram = startProgram("notification_type");
  for (const step of STEPS.slice(0, 4).toReversed()) {
    await oldProgram.work();
    expect(await down()).toEqual([step]);
  }
  await oldProgram.work();
  await oldProgram.stop();
  const expected = new Map([...before, ...newProgram.written, ...oldProgram.written]);
  expect(await valuesOf("notification_type")).toEqual(expected);
});
