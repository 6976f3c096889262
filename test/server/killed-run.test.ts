/** `kill -9` at any moment of a plan: the next start works, nothing half-written is seen, the run is on record as failed. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, connectDatabase } from "../../db/connect.ts";
import { planSchema } from "../../trip/plan-document.ts";
import { testFolders } from "../db/test-folders.ts";
import { runCli, startCli } from "./run-cli.ts";

/** A request nobody else in the tests makes, so that its runs can be told apart. */
const REQUEST = "5 days in Singapore from 2027-08-02 for two, gardens and street food, killed";

let database: ConnectedDatabase;
beforeAll(async () => {
  await runCli(["trips"]);
  database = await connectDatabase({ databaseUrl: process.env.TEST_DATABASE_URL, ...testFolders() });
});
afterAll(() => database.close());

const runSchema = z.object({ status: z.string(), error: z.string().nullable() });
const countSchema = z.object({ count: z.coerce.number() });

function runsOfRequest() {
  return database.transaction({ kind: "service" }, (tx) =>
    tx.many(
      runSchema,
      sql`select status, error_message as error from ai_planning_jobs where input_params->>'request' = ${REQUEST}`,
    ),
  );
}

/** Every itinerary has a day for each day of its trip, and every day has items. */
function halfWritten() {
  return database.migrations.withClient(async (client) => {
    const { rows } = await client.query(
      `select count(*) as count from itineraries i join trips t on t.id = i.trip_id
       where (select count(*) from itinerary_days d where d.itinerary_id = i.id
                and exists (select 1 from itinerary_items m where m.itinerary_day_id = d.id)) <> t.duration_days`,
    );
    return countSchema.parse(rows[0]).count;
  });
}

/** Certainly inside a run, however fast or slow the machine is. */
async function killWhenItSays(words: string): Promise<void> {
  const child = startCli(["plan", REQUEST]);
  const closed = once(child, "close");
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(words)) child.kill("SIGKILL");
  });
  child.stdout?.resume();
  await closed;
  expect([said.includes(words), child.signalCode]).toEqual([true, "SIGKILL"]);
}

test("a run killed at any moment leaves nothing half-written and is recorded as failed", async () => {
  const before = (await runsOfRequest()).length;
  const delays = [0, 250, 500, 700, 850, 1000, 1150, 1300, 1500, 1800, 2200];
  let killed = 0;
  for (const delay of delays) {
    const child = startCli(["plan", REQUEST, "--json"]);
    const closed = once(child, "close");
    await Promise.race([wait(delay), closed]);
    child.kill("SIGKILL");
    await closed;
    if (child.signalCode === "SIGKILL") killed += 1;
  }
  await killWhenItSays("Placing visits and meals");
  expect(killed).toBeGreaterThan(0);

  const next = await runCli(["plan", REQUEST, "--json"]);
  expect(next.status).toBe(0);
  expect(planSchema.parse(JSON.parse(next.stdout)).verdict.ok).toBe(true);

  const runs = (await runsOfRequest()).slice(before);
  expect(runs.filter(({ status }) => status === "processing" || status === "queued")).toEqual([]);
  expect(runs.map(({ status }) => status)).toContain("failed");
  for (const { status, error } of runs) expect([status, error !== null]).toEqual([status, status === "failed"]);
  expect(await halfWritten()).toBe(0);
});
