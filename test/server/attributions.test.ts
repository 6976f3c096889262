/** Whose weather and ways a plan may rest on is said with every plan of a program that is set up to ask them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { osrm } from "../../providers/osrm/osrm.ts";
import { createClock } from "../../server/clock.ts";
import { createRuntime } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

async function attributionsWith(settings: NodeJS.ProcessEnv): Promise<readonly string[] | undefined> {
  const config = loadConfig({ TRIPWRIGHT_TODAY: "2026-11-22", ...settings });
  const runtime = await createRuntime(database.db, { config, clock: createClock(config.today) });
  return runtime.forUser(runtime.localUserId).toolContext.surroundings?.attributions;
}

test("a travel server's map is named, and nobody where none is set up", async () => {
  const { text = "" } = osrm.attribution ?? {};
  expect(await attributionsWith({ OSRM_URL: "http://127.0.0.1:9" })).toEqual([`travel times ${text}`]);
  expect(await attributionsWith({})).toBeUndefined();
});
