/** `account export` and `account delete`, on a built-in database of their own: other files keep their local user. */
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ACCOUNT_TABLES } from "../../db/stores/account-tables.ts";
import { type CliResult, runCli } from "./run-cli.ts";

let folder: string;
const run = (...args: string[]): Promise<CliResult> =>
  runCli(args, { DATABASE_URL: "", TRIPWRIGHT_HOME: join(folder, "home") });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tripwright-account-"));
  const { status, stderr } = await run("plan", "2 days in Lisbon from 2027-05-10 for two", "--json");
  expect([status, stderr]).toEqual([0, expect.any(String)]);
}, 300_000);
afterAll(async () => {
  await run("stop");
  await rm(folder, { recursive: true });
});

const exportSchema = z.object({
  exportedAt: z.iso.datetime(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
const deletedSchema = z.object({ deleted: z.record(z.string(), z.int()) });

test("an export prints every table, and goes into a file that only its owner reads", async () => {
  const { status, stdout, stderr } = await run("account", "export");
  expect([status, stderr]).toEqual([0, ""]);
  const { tables } = exportSchema.parse(JSON.parse(stdout));
  expect(Object.keys(tables)).toEqual(ACCOUNT_TABLES.map(({ name }) => name));
  expect(tables.trips).toMatchObject([{ title: "2 days in Lisbon", num_travelers: 2 }]);
  expect(stdout).not.toMatch(/password_hash|token_hash/);

  const file = join(folder, "me.json");
  const written = await run("account", "export", "--out", file);
  expect(written.status).toBe(0);
  expect(written.stdout).toMatch(/^Wrote 1 trip, 1 version of a plan, 1 planning run, .* to .*me\.json\.\n$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(exportSchema.parse(JSON.parse(await readFile(file, "utf8"))).tables).toEqual(tables);
});

test("what cannot be done is said before anything is opened", async () => {
  const unknown = await run("account", "sell");
  expect([unknown.status, unknown.stdout]).toEqual([2, ""]);
  expect(unknown.stderr).toBe('Expected export or delete, got "sell".\n');
  const nowhere = await run("account", "export", "--out", join(folder, "no", "such", "me.json"));
  expect(nowhere.status).toBe(2);
  expect(nowhere.stderr).toMatch(/^Expected --out in a folder that can be written to/);
});

test("a deletion asks for --yes and says what would go; with it, everything goes and the next command works", async () => {
  const asked = await run("account", "delete");
  expect([asked.status, asked.stdout]).toEqual([2, ""]);
  expect(asked.stderr).toMatch(
    /^Expected --yes: this deletes 1 trip, 1 version of a plan, 1 planning run, .*, for good\./,
  );
  expect(JSON.parse((await run("trips", "--json")).stdout).trips).toHaveLength(1);

  const { status, stdout } = await run("account", "delete", "--yes", "--json");
  expect(status).toBe(0);
  expect(deletedSchema.parse(JSON.parse(stdout)).deleted).toMatchObject({ users: 1, trips: 1, itinerary_days: 2 });
  expect(JSON.parse((await run("trips", "--json")).stdout)).toEqual({ trips: [] });
  expect((await run("account", "delete", "--yes")).stdout).toMatch(/^Deleted 0 trips, .* and 1 other row\.\n$/);
});
