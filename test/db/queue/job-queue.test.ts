/** The queue on our own tables: jobs come and go with the transaction, are worked once, and are nobody else's. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { getConstructionPlans } from "pg-boss";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createJobQueue, type JobQueue, within } from "../../../db/queue/job-queue.ts";
import { queueSchemaOf } from "../../../db/queue/queue-schema.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
let jobs = "";
const errors: Error[] = [];
const started: JobQueue[] = [];
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  jobs = `"${queueSchemaOf(database.schema)}"`;
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((queue) => queue.stop({ timeout: 2000 })));
  expect(errors.splice(0)).toEqual([]);
});
afterAll(() => database?.close());

async function startQueue(options: { superviseSeconds?: number; scheduleSeconds?: number } = {}): Promise<JobQueue> {
  const queue = createJobQueue(database.db, {
    schema: database.schema,
    onError: (error) => errors.push(error),
    ...options,
  });
  await queue.start();
  started.push(queue);
  return queue;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 40_000; !(await isSo()); await wait(50)) {
    if (Date.now() > deadline) throw new Error("it did not come to that within 40 seconds");
  }
}

const statesOf = async (name: string): Promise<unknown[]> =>
  (await database.admin(`select state::text from ${jobs}.job where name = $1 order by created_on`, [name])).map(
    ({ state }) => state,
  );

/** As the library installs it, and as our migration does, without the words around that make it one transaction. */
const planOf = (text: string): string =>
  text.slice(text.indexOf("CREATE TYPE"), text.indexOf("VALUES ('", text.indexOf(".version(version)")) + 14);
const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

test("the migration is the library's own plan: a newer pg-boss needs a newer migration", async () => {
  const file = await readFile("db/migrations/0018_job-queue.sql", "utf8");
  const library = squeezed(planOf(getConstructionPlans("pgboss", { createSchema: false })));
  expect(library).toContain("CREATE TABLE pgboss.job_common");
  expect(squeezed(planOf(file))).toBe(library);
});

test("the library finds nothing amiss in the tables, and does not start on those of another version", async () => {
  const queue = await startQueue();
  expect(await queue.detectSchemaDrift()).toMatchObject({ ok: true });
  await queue.stop();
  await database.admin(`update ${jobs}.version set version = version - 1`);
  await expect(startQueue()).rejects.toThrow("requires migrations");
  await database.admin(`update ${jobs}.version set version = version + 1`);
});

test("a job is there if, and only if, the transaction that sent it is committed", async () => {
  const queue = await startQueue();
  await queue.createQueue("letters");
  const failure = new Error("thought better of it");
  const rolledBack = database.db.transaction({ kind: "service" }, async (tx) => {
    expect(await queue.send("letters", { to: "nobody" }, { db: within(tx) })).not.toBeNull();
    throw failure;
  });
  await expect(rolledBack).rejects.toBe(failure);
  expect(await statesOf("letters")).toEqual([]);

  const id = randomUUID();
  await database.db.transaction({ kind: "service" }, (tx) =>
    queue.send("letters", { to: "Ada" }, { id, db: within(tx) }),
  );
  expect(await queue.findJobs("letters", { id })).toMatchObject([{ id, data: { to: "Ada" }, state: "created" }]);
});

test("two workers share the jobs, each job is done once, and one that fails is tried again", async () => {
  const [one, two] = [await startQueue(), await startQueue()];
  await one.createQueue("stamps", { retryLimit: 2, retryDelay: 0 });
  const done: string[] = [];
  let failures = 0;
  const numberSchema = z.object({ number: z.int() });
  for (const [name, queue] of [["one", one] as const, ["two", two] as const]) {
    await queue.work("stamps", { pollingIntervalSeconds: 0.5 }, async ([job]) => {
      const { number } = numberSchema.parse(job?.data);
      await wait(50);
      if (number === 3 && job?.retryCount === 0) {
        failures += 1;
        throw new Error("the ink ran out");
      }
      done.push(`${name} ${number}`);
    });
  }
  await one.insert(
    "stamps",
    Array.from({ length: 8 }, (_, number) => ({ data: { number } })),
  );
  await until(async () => (await statesOf("stamps")).every((state) => state === "completed"));
  expect(done.map((entry) => entry.split(" ")[1] ?? "").toSorted()).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
  expect(new Set(done.map((entry) => entry.split(" ")[0]))).toEqual(new Set(["one", "two"]));
  expect(failures).toBe(1);
});

test("a schedule fires once, however many workers watch it", async () => {
  const [one, two] = [await startQueue({ scheduleSeconds: 1 }), await startQueue({ scheduleSeconds: 1 })];
  await one.createQueue("bells");
  const rung: string[] = [];
  for (const queue of [one, two]) {
    await queue.work("bells", { pollingIntervalSeconds: 0.5 }, async ([job]) => {
      rung.push(job?.id ?? "");
    });
  }
  // Not near the end of a minute, for the next one brings another firing.
  const second = new Date().getSeconds();
  if (second > 40) await wait((61 - second) * 1000);
  await one.schedule("bells", "* * * * *");
  await until(() => rung.length > 0);
  await wait(3000);
  expect(rung).toHaveLength(1);
  await one.unschedule("bells");
}, 120_000);

test("the library's upkeep passes under the service role", async () => {
  const queue = await startQueue();
  const warnings: unknown[] = [];
  queue.on("warning", (warning) => warnings.push(warning));
  await queue.createQueue("crumbs", { deleteAfterSeconds: 1 });
  await queue.work("crumbs", { pollingIntervalSeconds: 0.5 }, async () => undefined);
  await queue.send("crumbs", {});
  await until(async () => (await statesOf("crumbs"))[0] === "completed");
  await wait(1500);
  // Nobody may be looking for work in a queue while it goes.
  await queue.offWork("crumbs");
  await queue.supervise("crumbs");
  expect(await statesOf("crumbs")).toEqual([]);
  expect(warnings).toEqual([]);
  await queue.deleteQueue("crumbs");
  expect(await queue.getQueue("crumbs")).toBeNull();
});

test("a traveller and an importer may not even look", async () => {
  const rows = await database.admin(
    `select c.relname, c.relrowsecurity and c.relforcerowsecurity as secured,
       has_table_privilege('tripwright_service', c.oid, 'select, insert, update, delete') as service,
       has_table_privilege('tripwright_app', c.oid, 'select') or has_table_privilege('tripwright_importer', c.oid, 'select')
         or has_table_privilege('tripwright_service', c.oid, 'truncate') as others
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')`,
    [jobs],
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ secured, service, others }) => !secured || !service || others)).toEqual([]);
  for (const actor of [{ kind: "user", userId: randomUUID() }, { kind: "importer" }] as const) {
    const look = database.db.transaction(actor, (tx) => tx.runText(`select id from ${jobs}.job`));
    await expect(look).rejects.toMatchObject({ code: "internal", details: { sqlstate: "42501" } });
  }
});
