/** The connection drops before any message of a save, once or again and again: all of the plan is there or nothing of it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import { ensureHost } from "../../../db/embedded/ensure-host.ts";
import { createTripStore } from "../../../db/stores/trip-store.ts";
import { LOCAL_USER_ID } from "../../../db/stores/users.ts";
import type { TripStore } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { testFolders } from "../test-folders.ts";
import { audit } from "./audit.ts";
import { type CuttingProxy, openCuttingProxy, type PassingFrame } from "./cutting-proxy.ts";
import { planOf, prepareWorkload, TRIP } from "./workload.ts";

const databaseUrl = process.env.TEST_DATABASE_URL;
/** Places at once; each has a proxy, a pool and a trip of its own. */
const AT_ONCE = 12;

let database: TestDatabase;
let trips: TripStore;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  await prepareWorkload({ ...database.db, migrations: database.migrations });
  trips = createTripStore({ db: database.db, userId: LOCAL_USER_ID, newId: randomUUID });
});
afterAll(() => database?.close());

interface Shaky extends AsyncDisposable {
  readonly proxy: CuttingProxy;
  readonly db: ConnectedDatabase;
  readonly trips: TripStore;
}

/** The same database by way of the proxy, which speaks TCP whatever stands behind it. */
async function openShaky(): Promise<Shaky> {
  const url = new URL(databaseUrl ?? "postgres://postgres@127.0.0.1/postgres");
  const target = databaseUrl
    ? { host: url.hostname, port: Number(url.port || 5432) }
    : { path: `${(await ensureHost(testFolders())).socketDir}/.s.PGSQL.5432` };
  const proxy = await openCuttingProxy(target);
  url.host = `127.0.0.1:${proxy.port}`;
  const db = await connectDatabase({ databaseUrl: url.href, ...testFolders(), schema: database.schema, poolSize: 2 });
  return {
    proxy,
    db,
    trips: createTripStore({ db, userId: LOCAL_USER_ID, newId: randomUUID }),
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

/** Every message of one undisturbed save, in order. */
async function framesOfSave(): Promise<{ frames: PassingFrame[]; commitAt: number }> {
  await using shaky = await openShaky();
  const { id } = await trips.createTrip(TRIP);
  const frames: PassingFrame[] = [];
  shaky.proxy.arm((frame) => {
    frames.push(frame);
    return false;
  });
  await shaky.trips.saveItinerary(planOf(id));
  const commitAt = frames.findIndex(({ from, bytes }) => from === "client" && bytes.includes("commit"));
  return { frames, commitAt };
}

const versionsOf = async (tripId: string): Promise<number> =>
  Number((await database.admin("select count(*) from itineraries where trip_id = $1", [tripId]))[0]?.count);

async function inGroups(count: number, work: (index: number) => Promise<void>): Promise<void> {
  const left = Array.from({ length: count }, (_, index) => index);
  const worker = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) await work(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

describe("a connection that drops in the middle of a save", () => {
  test("once, before any message: the plan is saved after all, or it is said that nobody knows", {
    timeout: 240_000,
  }, async () => {
    const { frames, commitAt } = await framesOfSave();
    expect(commitAt).toBeGreaterThan(20);
    await inGroups(frames.length, async (cutAt) => {
      const { id } = await trips.createTrip(TRIP);
      await using shaky = await openShaky();
      let isCut = false;
      shaky.proxy.arm(({ number }) => {
        if (isCut || number !== cutAt) return false;
        isCut = true;
        return true;
      });
      const outcome = await shaky.trips.saveItinerary(planOf(id)).catch((error: unknown) => error);
      expect(isCut, `cut ${cutAt}`).toBe(true);
      if (cutAt < commitAt) expect(outcome, `cut ${cutAt}`).toMatchObject({ itinerary: { version: 1 } });
      else expect(outcome).toMatchObject({ code: "database_unavailable", details: { isOutcomeKnown: false } });
      const saved = await versionsOf(id);
      // The commit itself was held back, or it had arrived and only its answer did not.
      expect([cutAt, saved]).toEqual([cutAt, cutAt === commitAt ? 0 : 1]);
      const next = await shaky.trips.saveItinerary(planOf(id));
      expect(next.itinerary.version).toBe(saved + 1);
    });
    expect(await audit(database.admin, [])).toEqual([]);
  });

  test("every time, before the same message: nothing is saved, and that is said", { timeout: 240_000 }, async () => {
    const { frames, commitAt } = await framesOfSave();
    await inGroups(frames.length, async (cutAt) => {
      const { id } = await trips.createTrip(TRIP);
      await using shaky = await openShaky();
      shaky.proxy.arm(({ number }) => number === cutAt);
      const saving = shaky.trips.saveItinerary(planOf(id));
      const isKnown = cutAt < commitAt;
      await expect(saving, `cut ${cutAt}`).rejects.toMatchObject({
        code: "database_unavailable",
        message: expect.stringContaining(isKnown ? "Nothing of this step was kept" : "not known whether"),
        details: isKnown ? {} : { isOutcomeKnown: false },
      });
      if (isKnown) expect(await versionsOf(id)).toBe(0);
      shaky.proxy.disarm();
      expect((await shaky.trips.saveItinerary(planOf(id))).itinerary.version).toBeGreaterThan(0);
    });
    expect(await audit(database.admin, [])).toEqual([]);
  });

  test("and again while the next one opens: the call says so, and the one after it works", async () => {
    await using shaky = await openShaky();
    const { id } = await trips.createTrip(TRIP);
    for (const shut of ["before the first message", "before the welcome"]) {
      shaky.proxy.arm(({ number, from, type }) =>
        number >= 0 ? false : shut === "before the first message" ? from === "client" : type === "Z",
      );
      shaky.proxy.dropAll();
      await expect(shaky.trips.getTrip(id), shut).rejects.toMatchObject({ code: "database_unavailable" });
      shaky.proxy.disarm();
      expect(await shaky.trips.getTrip(id)).toMatchObject({ id });
    }
  });
});
