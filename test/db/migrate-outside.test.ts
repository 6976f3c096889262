/** Migrations that PostgreSQL refuses inside a transaction run on their own, in order, and leave no half an index. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type ConnectedDatabase, connectDatabase } from "../../db/connect.ts";
import { migrate, migrationStatus } from "../../db/migrate.ts";
import { testFolders } from "./test-folders.ts";

const QUOTED = '"T outside-test"';
const databaseUrl = process.env.TEST_DATABASE_URL || undefined;
const options = { databaseUrl, ...testFolders(), schema: "T outside-test", idleMs: 60_000 };

let database: ConnectedDatabase;
let dir = "";
beforeAll(async () => {
  database = await connectDatabase(options);
});
afterAll(() => database.close());
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "tripwright-migrations-"));
  await query(`drop schema if exists ${QUOTED} cascade`);
  await write(
    "0001_words",
    "create table words (word text); insert into words values ('a'), ('b');",
    "drop table words;",
  );
  await write("0002_index", INDEX, "drop index concurrently if exists words_word;", "-- no transaction\n");
  await write("0003_more", "alter table words add column more int;", "alter table words drop column more;");
});
afterEach(async () => {
  await query(`drop schema if exists ${QUOTED} cascade`);
  await rm(dir, { recursive: true });
});

const INDEX = `-- Fit to run again: what an attempt that failed left behind goes first.
drop index concurrently if exists words_word;
create unique index concurrently words_word on words (word);`;

function write(name: string, up: string, down: string, mark = ""): Promise<void> {
  return writeFile(join(dir, `${name}.sql`), `${mark}-- Up Migration\n${up}\n\n-- Down Migration\n${down}\n`);
}
async function query(statement: string): Promise<unknown[]> {
  return database.migrations.withClient(async (client) => (await client.query(statement)).rows);
}
const up = (count?: number): Promise<string[]> => migrate(database.migrations, { direction: "up", dir, count });
const down = (count: number): Promise<string[]> => migrate(database.migrations, { direction: "down", dir, count });
const indexes = (): Promise<unknown[]> =>
  query(`select indexname as name from pg_indexes where schemaname = 'T outside-test' and tablename = 'words'`);

test("go up and down in their place among the others", async () => {
  expect(await up()).toEqual(["0001_words", "0002_index", "0003_more"]);
  expect(await indexes()).toEqual([{ name: "words_word" }]);
  expect(await down(2)).toEqual(["0003_more", "0002_index"]);
  expect(await indexes()).toEqual([]);
  expect(await up(1)).toEqual(["0002_index"]);
  expect((await migrationStatus(database.migrations, dir)).pending).toEqual(["0003_more"]);
  expect(await query("show search_path")).not.toEqual([{ search_path: expect.stringContaining("outside") }]);
});

test("keep what came before when they fail, and pass when run again after the cause is mended", async () => {
  await up(1);
  await query(`insert into ${QUOTED}.words values ('a')`);
  await expect(up()).rejects.toMatchObject({ code: "internal", message: expect.stringContaining("could not create") });
  expect((await migrationStatus(database.migrations, dir)).applied).toEqual(["0001_words"]);
  await query(`delete from ${QUOTED}.words where word = 'a'`);
  expect(await up()).toEqual(["0002_index", "0003_more"]);
  expect(
    await query(`select indisvalid as valid from pg_index where indexrelid = '${QUOTED}.words_word'::regclass`),
  ).toEqual([{ valid: true }]);
});

test("are not said to have run while an invalid index is there", async () => {
  await up(1);
  await query(`insert into ${QUOTED}.words values ('a')`);
  await expect(up()).rejects.toThrow();
  await query(`delete from ${QUOTED}.words where word = 'a'`);
  const careless = "create unique index concurrently if not exists words_word on words (word);";
  await write("0002_index", careless, "drop index concurrently words_word;", "-- no transaction\n");
  await expect(up()).rejects.toThrow("invalid index words_word");
});

test("refuse a body, whose end they could not tell", async () => {
  await write("0002_index", "do $$ begin perform 1; end $$;", "select 1;", "-- no transaction\n");
  await expect(up()).rejects.toThrow("expected plain statements in 0002_index");
});

test("run once when two processes migrate at once", async () => {
  const [first, second] = await Promise.all([up(), up()]);
  expect([...first, ...second].toSorted()).toEqual(["0001_words", "0002_index", "0003_more"]);
  expect(await indexes()).toEqual([{ name: "words_word" }]);
});
